"""The accounts of each contact side by side: agree, differ, silent."""

from communique.compare.aliases import format_aliases, formats_decided, formats_joined
from communique.compare.comparing import compare
from communique.compare.contents import contents_of
from communique.compare.names import format_findings

__all__ = [
    "compare",
    "contents_of",
    "format_aliases",
    "format_findings",
    "formats_decided",
    "formats_joined",
]
