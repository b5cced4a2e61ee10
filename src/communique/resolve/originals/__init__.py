"""Originals over all documents, their copies, and whose they are."""
