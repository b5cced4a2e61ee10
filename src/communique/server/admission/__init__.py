"""Who may come, and as whom."""
