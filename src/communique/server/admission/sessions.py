"""Sessions: signed cookies, which only an encrypted connection carries where there is one."""

from secrets import token_hex

from starlette.middleware.sessions import SessionMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "communique"
LASTS = 12 * 60 * 60
"""Seconds after which one signs in anew."""


class Sessions:
    """Keeps what is known of a session in a cookie that this process alone can sign.

    So a restart ends all sessions, and no key lies anywhere. A browser keeps one cookie for all
    ports of a machine: ``mark`` keeps those of its records apart.
    """

    def __init__(self, app: ASGIApp, mark: str) -> None:
        key, cookie = token_hex(32), f"{COOKIE}-{mark}"
        self._plain, self._encrypted = (
            SessionMiddleware(
                app, key, session_cookie=cookie, max_age=LASTS, same_site="lax", https_only=one
            )
            for one in (False, True)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, with its session."""
        is_encrypted = scope.get("scheme") == "https"
        await (self._encrypted if is_encrypted else self._plain)(scope, receive, send)
