"""The values of the journal and their rules: frozen, typed, without a database and without a window."""
