"""When and where a contact was, as its own sentence says."""
