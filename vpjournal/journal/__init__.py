"""The only door to a journal, for the window and the command line: one method per use case, grouped by subject."""
