"""What people look at: the pages, each with its address."""
