"""How large a request may be: what is larger is refused before it is held."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOO_LARGE = 413


class Sizes:
    """Reads no more of a request than is allowed, whatever it says of its own length.

    ``most`` are bytes, ``at`` other figures for some addresses.
    """

    def __init__(self, app: ASGIApp, most: int, at: Mapping[str, int]) -> None:
        self._app = app
        self._most = most
        self._at = at

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, as long as it is not too large."""
        met, most = 0, self._at.get(scope.get("path", ""), self._most)

        async def counted() -> Message:
            nonlocal met
            message = await receive()
            met += len(message.get("body", b""))
            if met > most:
                raise HTTPException(TOO_LARGE, f"more than {most:,} bytes were sent")
            return message

        await self._app(scope, counted, send)
