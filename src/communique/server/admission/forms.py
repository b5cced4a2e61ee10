"""Forms: whether one that is sent was given out here, and what it says."""

import hmac
import secrets
from urllib.parse import urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request

from communique.server.admission.visitors import NAME, NotAllowed

TOKEN = "token"  # noqa: S105 a name
"""The name of the field, and of the entry of the session, that holds the token of a form."""

NOT_OURS = "this form was not given out in this session: look it over, and send it once more"


def token_in(request: Request) -> str:
    """The token that the forms of this session bear; whose session it is can be checked by it."""
    if TOKEN not in request.session:
        chance = secrets.token_urlsafe(24)
        request.session[TOKEN] = _token(chance, str(request.session.get(NAME, "")))
    return str(request.session[TOKEN])


def is_of(token: str, name: str) -> bool:
    """Whether a token was made in a session of who has this name, which may be over by now."""
    whole = _token(token.partition(".")[0], name)
    return hmac.compare_digest(token.encode(errors="replace"), whole.encode(errors="replace"))


def _token(chance: str, name: str) -> str:
    mark = hmac.digest(chance.encode(errors="replace"), name.encode(), "sha256").hex()
    return f"{chance}.{mark[:16]}"


def has_token(request: Request, form: FormData) -> bool:
    """Whether a form bears the token of the session, so that we gave it to who sends it."""
    given, known = form.get(TOKEN), request.session.get(TOKEN)
    if not isinstance(given, str) or not isinstance(known, str):
        return False
    return hmac.compare_digest(given.encode(), known.encode())


def check_origin(request: Request) -> None:
    """Raise NotAllowed if a page elsewhere made the browser send this.

    Browsers say where a request comes from; what says nothing is no browser.
    """
    site = request.headers.get("Sec-Fetch-Site", "none")
    origin = request.headers.get("Origin")
    is_here = origin is None or urlsplit(origin).netloc == request.headers.get("Host")
    if site not in ("same-origin", "none") or not is_here:
        raise NotAllowed("this was sent by a page elsewhere: open the page here and do it there")


def words_in(form: FormData, name: str) -> str:
    """The words of a field, without what stands around them."""
    given = form.get(name)
    return given.strip() if isinstance(given, str) else ""


def local(address: str) -> str:
    """An address if it is one of ours, else that of the first page."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_ours and address.isprintable() else "/"
