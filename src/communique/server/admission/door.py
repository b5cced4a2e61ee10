"""The door: names and passwords are compared with those of the users."""

import binascii
import logging
from base64 import b64decode
from pathlib import Path

from anyio import CapacityLimiter, to_thread
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request

from communique.server.admission.programs import is_for_programs
from communique.server.admission.users import User, known_by, users_in
from communique.server.admission.visitors import NAME

LOG = logging.getLogger(__name__)
FAILURES = RateLimitItemPerMinute(10)
"""How often one may fail to sign in, from one address or under one name."""
STAMP = "stamp"
"""What a session remembers of the password of who signed in."""


class Door:
    """Compares names and passwords with those of the users, and not too often."""

    def __init__(self, users: Path) -> None:
        self._users = users
        self._failures = MovingWindowRateLimiter(MemoryStorage())
        # One try after the other, so that those sent at once are counted before the next is
        # compared; each takes 64 MB, and no other answer waits for them.
        self._turns = CapacityLimiter(1)

    def may_try(self, name: str, address: str) -> bool:
        """Whether neither the name nor the address has failed too often."""
        return all(self._failures.test(FAILURES, *key) for key in _keys(name, address))

    async def opened(self, name: str, password: str, address: str) -> User | None:
        """The user with this name and password, if they may try when it is their turn."""
        return await to_thread.run_sync(
            self._compared, name, password, address, limiter=self._turns
        )

    def _compared(self, name: str, password: str, address: str) -> User | None:
        if not self.may_try(name, address):
            return None
        user = known_by(self._users, name, password)
        if user is None:
            # The name is not told: people type their password where the name belongs.
            LOG.warning("a sign-in from %s was refused", address)
            for key in _keys(name, address):
                self._failures.hit(FAILURES, *key)
        return user

    async def known(self, request: Request) -> User | None:
        """Who asks, by their session or by the name and password that a program sends along."""
        user = users_in(self._users).get(request.session.get(NAME, ""))
        if user is not None and user.stamp == request.session.get(STAMP):
            return user
        if (given := _basic(request)) is not None and is_for_programs(request):
            return await self.opened(*given, address_of(request))
        return None


def _keys(name: str, address: str) -> tuple[tuple[str, str], ...]:
    return (("name", name), ("address", address))


def address_of(request: Request) -> str:
    """The address of who asks, as far as it is known."""
    return request.client.host if request.client is not None else "unknown"


def _basic(request: Request) -> tuple[str, str] | None:
    """The name and password that a program sends along (RFC 7617)."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, mark, password = b64decode(given, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if mark else None
