"""States that a text names only as places: "assurances from Ostania", "aid for Ostania"."""

from communique.catalog.naming import NamingKind, namings_of
from communique.catalog.tables import Tables
from communique.model.readings import ActorKey
from communique.model.syntax import Sentence, Token

_KINDS = (NamingKind.STATE, NamingKind.CAPITAL)


def state_named(tables: Tables, sentence: Sentence, token: Token) -> ActorKey | None:
    """The state whose name or capital ends with this word, or None."""
    return _of_kinds(tables, sentence, token, _KINDS)


def state_meant(tables: Tables, sentence: Sentence, token: Token) -> ActorKey | None:
    """The state whose name, capital or adjective ends with this word ("the Ostanian dam")."""
    return _of_kinds(tables, sentence, token, (*_KINDS, NamingKind.ADJECTIVE))


def _of_kinds(
    tables: Tables, sentence: Sentence, token: Token, kinds: tuple[NamingKind, ...]
) -> ActorKey | None:
    if not token.text[:1].isupper():
        return None
    first = token.index
    while first and _is_part(sentence.tokens[first - 1], token):
        first -= 1
    words = " ".join(one.text for one in sentence.tokens[first : token.index + 1])
    met = namings_of(tables, words)
    return next((ActorKey(one.code) for one in met if one.kind in kinds), None)


def _is_part(before: Token, token: Token) -> bool:
    return before.dep == "compound" and before.head == token.index
