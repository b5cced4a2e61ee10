"""Document in, claims and problems out."""
