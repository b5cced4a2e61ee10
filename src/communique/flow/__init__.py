"""The order of the stages, and nothing else: take in, read, keep; resolve, compare, derive."""
