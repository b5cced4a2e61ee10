"""What contact: who dealt with whom, when, how, and what became of it."""
