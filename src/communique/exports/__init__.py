"""Shapes for other programs."""
