"""A permanent record of contacts between states, in which everything leads to its words."""

from communique.errors import CommuniqueError
#from communique.record import Record, open_record

__all__ = ["CommuniqueError", "Record", "__version__", "open_record"]

__version__ = "0.1.0"
