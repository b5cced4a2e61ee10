"""Asking a server: what is sent, what is remembered, and what its mistakes mean."""

import json
import re
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Mapping
from email.message import Message
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlencode, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from communique.errors import (
    CommuniqueError,
    NoRecordThere,
    NotInRecord,
    NotPossible,
    RecordClosed,
    RecordUnreachable,
    RecordUnusable,
)
from communique.version import __version__

ROOT = "/api/v1"
PROBLEM = "application/problem+json"
LOOKING, READING = 60.0, 900.0
"""Seconds that an answer may take, and one that waits until a document is read."""
REMEMBERED, LARGEST = 200, 1_000_000
"""Answers that are remembered, and the bytes up to which one is."""
CLOSED, MISSING, UNUSABLE = (401, 403), 404, 500
SECRET = re.compile(r"//[^/@]*@")


class Wire:
    """A server at an address, asked one thing at a time.

    What it gave is remembered with its tag, and sent by it only once while its record is as it was.
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(address.rstrip("/"))
        host = parts.netloc.rpartition("@")[2]
        if not host or parts.query or parts.fragment:
            raise NotPossible(f"no address {shown(address)!r}: expected http://HOST:PORT")
        self.address = urlunsplit((parts.scheme.lower(), host, parts.path, "", ""))
        """Where it is, without name and password."""
        self._headers = {"User-Agent": f"communique/{__version__}", **_known_as(parts.netloc)}
        self._opener: OpenerDirector = build_opener(_Straight())
        self._met: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    def data(self, *path: str, **asked: str | int | None) -> Any:
        """What stands at a path for programs; what is None is not asked."""
        return self._loaded(self.got(*path, **asked))

    def got(self, *path: str, **asked: str | int | None) -> bytes:
        """The bytes that stand at a path."""
        url = self._url(path, asked)
        tag, known = self._met.get(url, ("", b""))
        request = Request(url, headers=self._headers | ({"If-None-Match": tag} if tag else {}))  # noqa: S310
        status, headers, body = self._answered(request, LOOKING)
        if status == 304:
            self._met.move_to_end(url)
            return known
        self._remember(url, headers.get("ETag", ""), body)
        return body

    def post(self, path: str, given: Mapping[str, Any]) -> Any:
        """What the server answers where something is entered."""
        headers = self._headers | {"Content-Type": "application/json"}
        body = json.dumps(given).encode()
        request = Request(self._url((path,), {}), body, headers)  # noqa: S310
        return self._loaded(self._answered(request, READING)[2])

    def close(self) -> None:
        """Forget what was given."""
        self._met.clear()

    def _url(self, path: tuple[str, ...], asked: Mapping[str, str | int | None]) -> str:
        named = "/".join(quote(one, safe="") for one in path)
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"{self.address}{ROOT}/{named}" + (f"?{query}" if query else "")

    def _loaded(self, body: bytes) -> Any:
        try:
            return json.loads(body)
        except ValueError as error:
            raise NoRecordThere(self.address, "an answer that is not JSON") from error

    def _answered(self, request: Request, wait: float) -> tuple[int, Message, bytes]:
        """The status, headers and body of an answer; raises what a mistake means."""
        try:
            with self._opener.open(request, timeout=wait) as answer:
                return answer.status, answer.headers, answer.read()
        except HTTPError as error:
            if error.code == 304:
                return error.code, error.headers, b""
            raise self._meaning(error) from None
        except (HTTPException, OSError, ValueError) as error:
            raise RecordUnreachable(self.address, _reason(error)) from error

    def _meaning(self, error: HTTPError) -> CommuniqueError:
        """What is wrong, in the words of the server where it is one of ours."""
        detail = _detail(error)
        if error.code in CLOSED:
            return RecordClosed(self.address, detail or "you are not let in")
        if detail is None:
            return NoRecordThere(self.address, f"an answer {error.code} without a problem told")
        if error.code == MISSING:
            return _missing(detail)
        if error.code >= UNUSABLE:
            return RecordUnusable(self.address, detail)
        return NotPossible(detail)

    def _remember(self, url: str, tag: str, body: bytes) -> None:
        if not tag or len(body) > LARGEST:
            return
        self._met[url] = (tag, body)
        while len(self._met) > REMEMBERED:
            self._met.popitem(last=False)


class _Straight(HTTPRedirectHandler):
    """Follows nobody elsewhere: a name and password are for one server."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def shown(address: str) -> str:
    """An address without the name and password in it."""
    return SECRET.sub("//", address)


def _known_as(netloc: str) -> dict[str, str]:
    """The name and password in an address, as they are sent along (RFC 7617)."""
    user, mark, _ = netloc.rpartition("@")
    if not mark:
        return {}
    name, _, password = user.partition(":")
    told = b64encode(f"{unquote(name)}:{unquote(password)}".encode()).decode()
    return {"Authorization": f"Basic {told}"}


def _detail(error: HTTPError) -> str | None:
    """What a problem after RFC 9457 says; None where there is none."""
    if error.headers.get_content_type() != PROBLEM:
        return None
    try:
        told = json.loads(error.read())
        return str(told["detail"])
    except (HTTPException, OSError, ValueError, KeyError, TypeError):
        return None


def _missing(detail: str) -> NotInRecord:
    found = NotInRecord(detail)
    found.args = (detail,)
    return found


def _reason(error: Exception) -> str:
    if isinstance(error, URLError):
        error = error.reason if isinstance(error.reason, Exception) else error
    if isinstance(error, TimeoutError):
        return "it takes too long"
    told = getattr(error, "strerror", None) or str(error)
    return told or type(error).__name__
