"""What comes from elsewhere is looked at before it stands in a case: pasted, dropped, or taken out of a file."""
