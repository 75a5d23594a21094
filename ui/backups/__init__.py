"""Making backups while one goes on working."""
