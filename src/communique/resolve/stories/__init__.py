"""Which documents carry one story."""
