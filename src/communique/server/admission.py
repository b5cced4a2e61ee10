"""Letting people in: who asks is told before a page is drawn."""

from starlette.types import ASGIApp, Receive, Scope, Send

from communique.server.terms import Terms
from communique.server.visitors import Person, Role


class Admission:
    """Tells what follows who asks: on one's own machine, always the same person."""

    def __init__(self, app: ASGIApp, terms: Terms) -> None:
        self._app = app
        self._alone = None if terms.author is None else Person(terms.author, Role.EDITOR)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, who asks told with it."""
        if scope["type"] == "http":
            scope.setdefault("state", {})["person"] = self._alone
        await self._app(scope, receive, send)
