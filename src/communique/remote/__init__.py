"""Records wherever they are: in a file here, or served over HTTP elsewhere."""

from communique.remote.opening import open_record

__all__ = ["open_record"]
