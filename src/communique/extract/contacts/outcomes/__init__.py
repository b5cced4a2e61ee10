"""What became of a contact, by the words on it and above it."""
