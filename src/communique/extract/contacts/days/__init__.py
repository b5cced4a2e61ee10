"""The days of a contact over the whole document."""
