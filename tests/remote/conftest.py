"""The examples served over HTTP."""

from tests.server.conftest import address

__all__ = ["address"]
