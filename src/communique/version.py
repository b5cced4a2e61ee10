"""The version of this program: every run of reading is kept with it."""

__version__ = "0.1.0"
