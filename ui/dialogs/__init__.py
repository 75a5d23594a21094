"""Questions that need an answer before anything else: one class a file."""
