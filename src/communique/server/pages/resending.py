"""Forms that were sent after a session had ended: kept while one signs in, then given back."""

import json
from urllib.parse import unquote, urlencode, urlsplit

from starlette.datastructures import FormData
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.errors import NotPossible
from communique.server.admission.forms import TOKEN, is_of

Fields = list[tuple[str, str]]
"""The names of fields, with what was typed into each."""


def typed_in(form: FormData) -> str:
    """What was typed into a form, as one word that a form can bear; "" where nothing was.

    Files are left out. The token stays: it says whose session it was.
    """
    fields = [(name, words) for name, words in form.multi_items() if isinstance(words, str)]
    return json.dumps(fields) if any(name != TOKEN for name, _ in fields) else ""


def fields_in(sent: str) -> Fields:
    """What was typed, with the token, of what ``typed_in`` gave; raises NotPossible for others."""
    try:
        fields = [(str(name), str(words)) for name, words in json.loads(sent or "[]")]
        # What a browser sends is UTF-8.
        urlencode(fields)
    except (ValueError, TypeError, RecursionError) as error:
        raise NotPossible("what was typed did not come whole: open the form anew") from error
    return fields


def was_typed_by(name: str, fields: Fields) -> bool:
    """Whether a form that bore these fields was given out to who has this name."""
    return any(field == TOKEN and is_of(token, name) for field, token in fields)


def sent_anew(router: ASGIApp, to: str, fields: Fields) -> ASGIApp:
    """Sends again what was typed, but without a token: so nothing is done, the form comes back."""
    body = urlencode([one for one in fields if one[0] != TOKEN]).encode()
    path = unquote(urlsplit(to).path)
    headers = [
        (b"content-type", b"application/x-www-form-urlencoded"),
        (b"content-length", str(len(body)).encode()),
    ]

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def whole() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        kept = [one for one in scope["headers"] if one[0] not in dict(headers)]
        changed = {"path": path, "query_string": b"", "headers": [*kept, *headers]}
        await router({**scope, **changed}, whole, send)

    return answer
