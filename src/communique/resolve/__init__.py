"""Same or different: actors, contacts, originals, origins."""
