"""The accounts of each contact side by side: agree, differ, silent."""

from communique.compare.comparing import compare
from communique.compare.contents import contents_of

__all__ = ["compare", "contents_of"]
