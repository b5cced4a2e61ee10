"""Proxies in front of the server: whose word on who asks, and how they came, counts."""

from collections.abc import Iterable
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from communique.server.admission.terms import network_of


class Proxies:
    """Believes what a request says of its way only where it comes from a proxy that is named."""

    def __init__(self, app: ASGIApp, proxies: Iterable[str]) -> None:
        self._app = app
        # Two libraries name the same interface by types of their own.
        outer: Any = app
        self._believing: Any = ProxyHeadersMiddleware(
            outer, trusted_hosts=[network_of(one) for one in proxies]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, told whether it comes by a proxy."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        is_by_proxy = client is not None and client[0] in self._believing.trusted_hosts
        scope.setdefault("state", {})["is_by_proxy"] = is_by_proxy
        await (self._believing if is_by_proxy else self._app)(scope, receive, send)
