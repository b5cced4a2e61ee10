"""Which accounts tell of the same contact, and what the record shows of it."""
