"""What people do to the record: acts, additions, and the desk where both are done."""
