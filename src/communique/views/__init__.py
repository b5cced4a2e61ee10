"""Shapes for reading."""
