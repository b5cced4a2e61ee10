"""What is said of it: undertakings, positions, channels, labels, topics."""
