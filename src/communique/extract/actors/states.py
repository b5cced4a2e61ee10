"""Which names of states, capitals, seats, bodies and groups are actors, and which are places."""

from collections.abc import Iterator

from communique.catalog.naming import NamingKind
from communique.extract.actors.drafts import Draft
from communique.extract.actors.lead_ins import is_lead_in
from communique.extract.actors.lines import POSSESSIVE, Line, NamedAt
from communique.extract.actors.sides import sides_at
from communique.languages.en.actors import actor_words
from communique.languages.en.titles import title_at
from communique.model.syntax import Token
from communique.model.vocabulary import ActorKind

SUBJECTS = frozenset({"nsubj", "agent"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})
BODIES = (NamingKind.BODY, NamingKind.BODY_METONYM)


def find_states(line: Line, number: int, taken: list[bool]) -> Iterator[Draft]:
    """The mentions of states, bodies and groups in a line that no longer mention holds."""
    for one in line.named():
        if any(taken[one.start : one.end]) or _is_in_name(line, one):
            continue
        draft = _draft(line, number, one)
        if draft is not None:
            yield draft


def _draft(line: Line, number: int, one: NamedAt) -> Draft | None:
    if code := _code_of_pair(line, one):
        return _state(number, one, "state", code, line.text(one.start, one.end))
    words = line.text(one.start, one.end)
    if code := one.code(NamingKind.BODY):
        return Draft(number, one.start, one.end, ActorKind.BODY, "body", code, words)
    if code := one.code(NamingKind.GROUP):
        return _group(line, number, one, code)
    if one.members and _is_company_acting(line, one):
        sides = sides_at(one)
        places = (ActorKind.STATE, "state", None, words)
        return Draft(number, one.start, one.end, *places, sides=sides)
    if one.has(NamingKind.AGENCY, NamingKind.OUTLET, NamingKind.FORMAT):
        return None
    if code := one.code(NamingKind.SEAT):
        acts = _is_seat_acting(line, one)
        return _state(number, one, "metonym", code, words) if acts else None
    if code := one.code(NamingKind.STATE):
        return _state_or_modifier(line, number, one, code)
    if code := one.code(NamingKind.ADJECTIVE):
        return _adjective(line, number, one, code) or _people(line, number, one)
    if one.has(NamingKind.PEOPLE):
        return _people(line, number, one)
    return _capital(line, number, one, words)


def _state(number: int, one: NamedAt, how: str, code: str, words: str) -> Draft:
    return Draft(number, one.start, one.end, ActorKind.STATE, how, code, words)


def _is_in_name(line: Line, one: NamedAt) -> bool:
    """Whether the words are part of a longer name: "Ruvia Sea", "Bank of Ruvia", "Ruvia Today"."""
    after = line.word(one.end)
    is_capital = one.end < len(line.tokens) and line.tokens[one.end].text[0].isupper()
    if is_capital and after in actor_words("geography") and not line.is_title_case:
        return True
    if _is_surname(line, one):
        return True
    if line.word(one.end) == "-" and not line.sentence.text.isupper():
        return False
    first, last = line.tokens[one.start], line.tokens[one.end - 1]
    if first.entity == "PERSON" and not one.has(NamingKind.BODY, NamingKind.GROUP):
        return _is_persons(line, one)
    return (
        last.dep == "compound"
        and line.sentence.head(last).tag == "NNP"
        and not (one.has(NamingKind.BODY, NamingKind.GROUP))
    )


def _is_surname(line: Line, one: NamedAt) -> bool:
    """Whether a name follows a given name as a surname would: "Denzel Washington"."""
    at = one.start - 1
    if at < 0 or line.cover[at] is not None or line.is_title_case or one.end - one.start > 1:
        return False
    token, word = line.tokens[at], line.words[at]
    if token.tag != "NNP" or token.head != one.start or not token.text.istitle():
        return False
    if any(word in actor_words(row) for row in ("calendar", "direction", "before_title")):
        return False
    return title_at(line.words, at) is None and not one.has(NamingKind.BODY, NamingKind.GROUP)


def _is_persons(line: Line, one: NamedAt) -> bool:
    # The parser calls many a state's name a person; it is one only beside another part of a name.
    for at in (one.start - 1, one.end):
        if 0 <= at < len(line.tokens):
            token = line.tokens[at]
            if token.entity == "PERSON" and token.text[0].isupper() and line.cover[at] is None:
                return not line.is_title_case
    return False


def _group(line: Line, number: int, one: NamedAt, name: str) -> Draft | None:
    end = one.end
    if _is_side(line, end):
        end += 1
        name = f"{name} {line.word(one.end)}"
    head = line.tokens[end - 1]
    if head.dep in MODIFIERS and head.head >= end and end == one.end:
        return None
    words = line.text(one.start, end)
    return Draft(number, one.start, end, ActorKind.GROUP, "group", name, words)


def _is_side(line: Line, at: int) -> bool:
    """Whether "side", "government" and the like stand here, and not "state media"."""
    if line.word(at) not in actor_words("side"):
        return False
    token = line.tokens[at]
    return not (token.dep in MODIFIERS and token.head > at)


def _is_company_acting(line: Line, one: NamedAt) -> bool:
    """Whether a standing company deals with others ("the E3 met"), and is no name of a venue."""
    if line.words[one.end - 1] in actor_words("venue"):
        return False
    head = line.tokens[line.head(one.start, one.end)]
    preposition = _preposition(line, one)
    governed = preposition is not None and preposition.lower in actor_words(
        "place_preposition", "acting"
    )
    return governed or (preposition is None and head.dep in (*SUBJECTS, "conj"))


def _is_seat_acting(line: Line, one: NamedAt) -> bool:
    preposition = _preposition(line, one)
    if preposition is None:
        return True
    word = preposition.lower
    from_ = actor_words("place_preposition", "from")
    if word in actor_words("place_preposition", "by_head"):
        return word in from_ or not _under_motion(line, preposition)
    if word in actor_words("of"):
        return True
    return word not in actor_words("place_preposition", "always")


def _preposition(line: Line, one: NamedAt) -> Token | None:
    """The preposition that governs the name, over names joined to it by "and"."""
    token = line.tokens[line.head(one.start, one.end)]
    sentence = line.sentence
    for _ in range(6):
        above = sentence.head(token)
        if token.dep == "pobj":
            return above
        if token.dep not in ("conj", "appos", "nmod") or above is token:
            return None
        token = above
    return None


def _under_motion(line: Line, preposition: Token) -> bool:
    above = line.sentence.head(preposition)
    return above.lemma.lower() in actor_words("motion")


def _is_place(line: Line, one: NamedAt) -> bool:
    """Whether a state's name says where, or what about, and not who."""
    head = line.tokens[line.head(one.start, one.end)]
    preposition = _preposition(line, one)
    if preposition is None:
        above = line.sentence.head(head)
        is_object = head.dep == "dobj" or (head.dep == "npadvmod" and head.index > above.index)
        return is_object and above.lemma.lower() in actor_words("motion")
    if _begins_clause(line, one, preposition):
        return False
    word = preposition.lower
    above = line.sentence.head(preposition)
    owners = actor_words("of") | actor_words("place_preposition", "owner")
    if word in owners and above.lemma.lower() in actor_words("of_actor"):
        return line.word(above.index - 1) in actor_words("private")
    if word in actor_words("place_preposition", "by_head"):
        return word in actor_words("place_preposition", "from") or _under_motion(line, preposition)
    return word in actor_words("place_preposition", "always")


def _begins_clause(line: Line, one: NamedAt, preposition: Token) -> bool:
    """Whether the name is a subject that the parser hung on an earlier preposition.

    So in "order in the region, and even Ruvia has said": a finite verb follows, and more than an
    article stands between.
    """
    if one.end >= len(line.tokens) or line.tokens[one.end].tag not in FINITE:
        return False
    return one.start - preposition.index > 2


def _code_of_pair(line: Line, one: NamedAt) -> str | None:
    """The state of a name that is one of two, of a dealing or an item, or of who brokers one."""
    if is_lead_in(line):
        return one.code(NamingKind.STATE, NamingKind.CAPITAL)
    code = one.code(NamingKind.ADJECTIVE)
    if _is_broker(line, one):
        return code or one.code(NamingKind.STATE)
    return code if code is not None and _is_of_dyad(line, one) else None


def _is_broker(line: Line, one: NamedAt) -> bool:
    """Whether a hyphen leads from a name to what its state does: "Ruvian-brokered talks"."""
    is_tied = line.word(one.end) in actor_words("beside", "dyad")
    return is_tied and line.word(one.end + 1) in actor_words("beside", "brokered")


def _is_of_dyad(line: Line, one: NamedAt) -> bool:
    """Whether an adjective is one of a hyphened pair before a dealing: "Ruvian-Costonan talks"."""
    dashes = actor_words("beside", "dyad")
    if line.word(one.end) in dashes:
        other, end = _cover_at(line, one.end + 1), one.end + 2
    else:
        other, end = _cover_at(line, one.start - 2), one.end
        if line.word(one.start - 1) not in dashes:
            return False
    if other is None or not other.has(NamingKind.ADJECTIVE, NamingKind.STATE):
        return False
    end = max(end, other.end)
    nouns = line.tokens[end : end + 3]
    return any(noun.lemma.lower() in actor_words("relation") for noun in nouns)


def _cover_at(line: Line, at: int) -> NamedAt | None:
    return line.cover[at] if 0 <= at < len(line.cover) else None


def _state_or_modifier(line: Line, number: int, one: NamedAt, code: str) -> Draft | None:
    head = line.tokens[one.end - 1]
    words = line.text(one.start, one.end)
    if one.has(NamingKind.ADJECTIVE) and (side := _adjective(line, number, one, code)):
        return side
    above = line.sentence.head(head)
    if head.dep in MODIFIERS and head.head >= one.end and above.pos not in ("VERB", "AUX"):
        if _is_side(line, one.end):
            end = one.end + 1
            return Draft(
                number, one.start, end, ActorKind.STATE, "state", code, line.text(one.start, end)
            )
        if above.lemma.lower() not in actor_words("relation") and line.word(one.end) != "-":
            return None
        return _state(number, one, "state", code, words)
    if _is_place(line, one) and not _is_paired_actor(line, one):
        return None
    return _state(number, one, "state", code, words)


def _is_paired_actor(line: Line, one: NamedAt) -> bool:
    # "relations with Ruvia and Costona": the second is governed through the first.
    preposition = _preposition(line, one)
    return preposition is not None and preposition.lower in actor_words(
        "place_preposition", "acting"
    )


def _adjective(line: Line, number: int, one: NamedAt, code: str) -> Draft | None:
    """An adjective with "side", "government" and the like."""
    if _is_side(line, one.end):
        words = line.text(one.start, one.end + 1)
        return Draft(number, one.start, one.end + 1, ActorKind.STATE, "state", code, words)
    return None


def _people(line: Line, number: int, one: NamedAt) -> Draft | None:
    """So "the Ruvians told", "talks with the Costonans": a people that deals is its state."""
    code = one.code(NamingKind.PEOPLE)
    head = line.tokens[one.end - 1]
    if (
        code is None
        or line.word(one.start - 1) not in actor_words("article", "definite")
        or head.dep in MODIFIERS
    ):
        return None
    preposition = _preposition(line, one)
    acting = actor_words("place_preposition", "acting")
    if head.dep not in SUBJECTS and (preposition is None or preposition.lower not in acting):
        return None
    words = line.text(one.start, one.end)
    return _state(number, one, "state", code, words)


def _capital(line: Line, number: int, one: NamedAt, words: str) -> Draft | None:
    """A capital as its government: subject, partner of "with" or "between", or addressed."""
    if not one.has(NamingKind.CAPITAL) or not _is_capital_acting(line, one):
        return None
    state, body = one.code(NamingKind.CAPITAL), one.code(NamingKind.BODY_METONYM)
    if body is not None:
        return Draft(number, one.start, one.end, ActorKind.BODY, "metonym", body, words, state)
    return _state(number, one, "metonym", state or "", words)


def _is_capital_acting(line: Line, one: NamedAt) -> bool:
    sentence = line.sentence
    head = line.tokens[line.head(one.start, one.end)]
    above = sentence.head(head)
    if line.word(one.end) == "-" or line.word(one.start - 1) == "-":
        return _is_linked(line, one)
    if head.dep == "poss" or line.word(one.end) in POSSESSIVE:
        return above.lemma.lower() not in actor_words("city_word")
    if head.dep == "nsubj":
        return above.pos in ("VERB", "AUX") and _has_will(line, above)
    if head.dep == "conj":
        return above.dep in ("nsubj", "poss") or _governed(line, one)
    if head.dep == "dobj":
        return above.lemma.lower() in actor_words("address")
    return _governed(line, one)


def _is_linked(line: Line, one: NamedAt) -> bool:
    """So "Moral City-Costona talks": beside another name, under a noun of relation."""
    at = one.end + 1 if line.word(one.end) == "-" else one.start - 2
    if not 0 <= at < len(line.words) or line.cover[at] is None:
        return False
    head = line.tokens[one.end - 1]
    above = line.sentence.head(head)
    return above.lemma.lower() in actor_words("relation") or head.dep in ("nsubj", "conj")


def _governed(line: Line, one: NamedAt) -> bool:
    preposition = _preposition(line, one)
    if preposition is None:
        return False
    word = preposition.lower
    if word in actor_words("place_preposition", "acting"):
        return True
    above = line.sentence.head(preposition).lemma.lower()
    return word in actor_words("place_preposition", "to") and above in actor_words("address")


def _has_will(line: Line, verb: Token) -> bool:
    # "Port Lorne fell" tells of a place.
    return verb.lemma.lower() not in actor_words("will_less")
