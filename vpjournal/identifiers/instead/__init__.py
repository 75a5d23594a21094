"""What to say instead of what was found, so that the sentence still reads, and putting it there."""
