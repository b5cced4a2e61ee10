"""What of the record is given: opened for each request, its lists, its single things."""
