"""Who may sign in: names, roles and digests of passwords, in a file beside the record."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from communique.errors import CommuniqueError, NotInRecord, NotPossible
from communique.server.admission.beside import changing, listed_beside, write_beside
from communique.server.admission.visitors import Role
from communique.text.digests import digest_of

SHORTEST, LONGEST = 12, 1000
"""How many characters a password has, at least and at most."""
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may read, or decide too; ``digest`` is None for who signs in at a proxy."""

    name: str
    role: Role
    digest: str | None

    @property
    def stamp(self) -> str:
        """What a session remembers of the password, so that it ends when that is changed."""
        return digest_of((self.digest or "").encode())[:16]


class UsersUnreadable(CommuniqueError):
    """The file of users cannot be read."""


def users_beside(record: Path) -> Path:
    """The file of the users of a record."""
    return record.with_name(f"{record.name}.users")


def users_in(path: Path) -> dict[str, User]:
    """The users by their names; none where there is no such file."""
    unlike = "no file of users: restore it from a backup"
    found = listed_beside(path, "users", _user, UsersUnreadable, unlike)
    return {one.name: one for one in found}


def _user(told: Any) -> User:
    return User(told["name"], Role(told["role"]), told["digest"])


def add(path: Path, name: str, role: Role, password: str | None) -> None:
    """Let somebody in; raises NotPossible for a name that is taken or cannot be one."""
    check_name(name)
    digest = _digest(password)
    with changing(path):
        users = users_in(path)
        if name in users:
            raise NotPossible(f"{name} is a user already: remove them, or give a new password")
        _write(path, [*users.values(), User(name, role, digest)])


def remove(path: Path, name: str) -> None:
    """Let somebody in no more; sessions end with the next page. Raises NotInRecord."""
    with changing(path):
        users = users_in(path)
        _known(users, name)
        _write(path, [one for one in users.values() if one.name != name])


def change_password(path: Path, name: str, password: str) -> None:
    """Give somebody a new password; sessions end with the next page. Raises NotInRecord."""
    digest = _digest(password)
    with changing(path):
        users = users_in(path)
        changed = replace(_known(users, name), digest=digest)
        _write(path, [changed if one.name == name else one for one in users.values()])


def known_by(path: Path, name: str, password: str) -> User | None:
    """The user with this name and password; whether there is the name takes as long to find out."""
    user = users_in(path).get(name)
    digest = user.digest if user is not None and user.digest is not None else _nobody()
    try:
        PasswordHasher().verify(digest, password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return None
    return user if user is not None and user.digest is not None else None


def _known(users: dict[str, User], name: str) -> User:
    if name not in users:
        raise NotInRecord(name, kind="user")
    return users[name]


def check_name(name: str) -> None:
    """Raise NotPossible for what cannot be the name of a user."""
    # A colon ends the name where programs send it with the password (RFC 7617).
    is_one = name == name.strip() and name.isprintable() and ":" not in name
    if not is_one or not 1 <= len(name) <= LONGEST_NAME:
        raise NotPossible(f"no name {name!r}: expected up to {LONGEST_NAME} signs without a colon")


def _digest(password: str | None) -> str | None:
    if password is None:
        return None
    if not SHORTEST <= len(password) <= LONGEST:
        raise NotPossible(f"a password has {SHORTEST} to {LONGEST} characters: give another one")
    return PasswordHasher().hash(password)


@cache
def _nobody() -> str:
    """A digest to compare with where there is no such user."""
    return PasswordHasher().hash(os.urandom(16).hex())


def _write(path: Path, users: Iterable[User]) -> None:
    listed: list[dict[str, Any]] = [
        {"name": one.name, "role": one.role.value, "digest": one.digest} for one in users
    ]
    write_beside(path, {"users": listed})
