"""Who dealt with whom, by the form of the contact."""
