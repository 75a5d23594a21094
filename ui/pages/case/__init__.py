"""The case workspace: one frame with the phase bar, and a panel for each phase."""
