"""What the words around a cue say: who stands where, hung how."""
