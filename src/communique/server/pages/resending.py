"""Forms that were sent after a session had ended: kept while one signs in, then given back."""

import json
from urllib.parse import unquote, urlencode, urlsplit

from starlette.datastructures import FormData
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.errors import NotPossible
from communique.server.admission.forms import TOKEN


def typed_in(form: FormData) -> str:
    """What was typed into a form, as one word that a form can bear; "" where nothing was.

    Files are left out.
    """
    fields = [(name, words) for name, words in form.multi_items() if isinstance(words, str)]
    typed = [one for one in fields if one[0] != TOKEN]
    return json.dumps(typed) if typed else ""


def sent_anew(router: ASGIApp, to: str, sent: str) -> ASGIApp:
    """Sends again what was typed, but without a token: so nothing is done, the form comes back.

    Raises NotPossible for what was not made here.
    """
    body = urlencode(_typed(sent)).encode()
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


def _typed(sent: str) -> list[tuple[str, str]]:
    try:
        return [(str(name), str(words)) for name, words in json.loads(sent) if name != TOKEN]
    except (ValueError, TypeError) as error:
        raise NotPossible("what was typed did not come whole: open the form anew") from error
