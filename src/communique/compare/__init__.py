"""Agree, differ, silent."""
