"""What is kept over all contacts: channels, undertakings, labels, missions, works, positions."""
