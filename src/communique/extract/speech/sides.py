"""For whom a naming speaks: the state or body in its words, and the kind of issuer it names."""

from communique.catalog.naming import OF_BODIES, OF_STATES, NamingKind, find_namings, namings_of
from communique.extract.speech.company import Company
from communique.extract.speech.namings import noun_phrase
from communique.languages.en.originals import original_words
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token
from communique.model.vocabulary import ActorKind


def issuer_at(naming: str, head_at: int) -> str | None:
    """The kind of issuer that a naming's own head names: not 'spokesman of the embassy'."""
    low = naming.lower()
    for row in original_words().issuers:
        for match in row.words.finditer(low):
            if match.start() <= head_at < match.end():
                return row.name
    return None


def seat_at(company: Company, naming: str) -> str | None:
    """The kind of issuer of a seat of power or ministry that the tables know by its very name."""
    plain = original_words().article.sub("", naming)
    for one in namings_of(company.page.tables, plain):
        if one.kind is NamingKind.SEAT:
            return original_words().seat_by_name
        if one.kind is NamingKind.MINISTRY:
            return original_words().ministry_by_name
    return None


def subjects_side(company: Company, sentence: Sentence) -> str | None:
    """'The islands protested, the foreign ministry said': the one state that is a subject."""
    found = {
        side
        for mention in company.in_sentence(sentence.index)
        if mention.how == "state" and sentence.tokens[mention.head].dep == "nsubj"
        for side in company.sides_of(mention)
    }
    return found.pop() if len(found) == 1 else None


def planners_side(
    company: Company, sentence: Sentence, head: Token, naming: str
) -> list[str | None]:
    """'The islands will open a mission there, the foreign ministry said': theirs, known or not.

    None is given where the ministry is named with its state, or nobody's plans are told.
    """
    verb = sentence.head(head)
    plan = sentence.child(verb, "ccomp") if head.dep == "nsubj" else None
    subject = None if plan is None else sentence.child(plan, "nsubj")
    if plan is None or subject is None or subject.tag != "NNP":
        return []
    ahead = {one.lower for one in sentence.children(plan) if one.tag == "MD"}
    named = find_namings(company.page.tables, naming)
    if not ahead & speech_words().particles["ahead"] or named or sentence.child(head, "poss"):
        return []
    mention = company.at_token(sentence, subject)
    if mention is None:
        return [None] if subject.entity == "GPE" else []
    sides: list[str | None] = [*company.sides_of(mention)]
    return sides[:1] if mention.how == "state" else []


def officers_side(company: Company, sentence: Sentence, issuer: str) -> str | None:
    """'The foreign minister spoke to her colleague. The ministry said': that of who acted first."""
    before = sentence.index - 1
    if before < 0:
        return None
    above = company.page.sentences[before]
    for mention in company.in_sentence(before):
        head = above.tokens[mention.head]
        acts = head.dep == "nsubj" and above.head(head).index == above.root.index
        if acts and len(mention.actors) == 1:
            seat = company.seat_of(mention.actors[0]) or ""
            return company.side_of(mention.actors[0]) if seat.endswith(issuer) else None
    return None


def owners_side(company: Company, sentence: Sentence, head: Token) -> str | None:
    """'Dan of Norland talked to his colleague, his office said': that of the one who acts."""
    owner = sentence.child(head, "poss")
    if owner is None or owner.lower not in speech_words().pronouns["owner"]:
        return None
    for mention in company.in_sentence(sentence.index):
        token = sentence.tokens[mention.head]
        actor = company.actor(mention.actors[0]) if len(mention.actors) == 1 else None
        if token.index >= owner.index or token.dep != "nsubj" or actor is None:
            continue
        if actor.kind is not ActorKind.PERSON or actor.is_former:
            return None
        return company.side_of(actor.key) or _state_behind(company, sentence, token)
    return None


def _state_behind(company: Company, sentence: Sentence, head: Token) -> str | None:
    """The state in 'Dan of Norland'."""
    served = speech_words().particles["belonging"]
    of = next((one for one in sentence.children(head) if one.lower in served), None)
    place = None if of is None else sentence.child(of, "pobj")
    if place is None or place.pos != "PROPN" or head.pos != "PROPN":
        return None
    return _named_in(company, sentence, sentence.subtree_span(place))


def seat_in(company: Company, sentence: Sentence, head: Token) -> str | None:
    """'Putin's office' by the title of its holder."""
    for one in sentence.subtree(head):
        if one.dep in ("poss", "pobj", "compound", "nmod"):
            mention = company.at_token(sentence, one)
            if mention is not None and len(mention.actors) == 1:
                seat = company.seat_of(mention.actors[0])
                if seat is not None:
                    return seat
    return None


def spoken_for(company: Company, sentence: Sentence, head: Token) -> str | None:
    """The side in what describes a name: ', a spokesman for the palace,', ', speaking for it,'."""
    words = speech_words()
    for one in sentence.children(head):
        told = one.dep == "appos" and one.lemma.lower() in words.for_state
        if not told and not (one.dep in ("acl", "advcl") and one.lemma.lower() in words.speaking):
            continue
        span = sentence.subtree_span(one)
        naming = company.page.document.text[span.start : span.end]
        if {part.lower() for part in naming.split()} & words.for_nobody:
            return None
        found = _named_in(company, sentence, span)
        if found is not None:
            return found
    return None


def _named_in(company: Company, sentence: Sentence, span: Span) -> str | None:
    """The one state or body that a stretch of a sentence names, however it names it."""
    text = company.page.document.text[span.start : span.end]
    found = {
        code
        for one in find_namings(company.page.tables, text, span.start)
        if (code := one.code(*OF_STATES) or one.code(*OF_BODIES)) is not None
    }
    return found.pop() if len(found) == 1 else None


def side_in(company: Company, sentence: Sentence, head: Token, naming: str) -> str | None:
    """The state or body that a naming gives: before its head, then 'of', then a capital after 'in'.

    An embassy stands 'in' the state that it is sent to: that one does not count.
    """
    span = noun_phrase(sentence, head)
    named = find_namings(company.page.tables, naming, span.start)
    persons = [
        (one.span, sides)
        for one in company.in_sentence(sentence.index)
        if span.holds(one.span) and len(sides := company.sides_of(one)) == 1
    ]
    before = [
        (one.span, code)
        for one in named
        if (code := one.code(*OF_STATES) or one.code(*OF_BODIES)) is not None
    ]
    every = sorted([*before, *((place, min(sides)) for place, sides in persons)])
    particles = speech_words().particles
    fore = [code for place, code in every if place.start <= head.start]
    if fore:
        return fore[-1]
    for place, code in every:
        joint = _preposition_before(sentence, place)
        served = joint in particles["served"] and head.lemma.lower() in speech_words().serving
        if served or joint in particles["belonging"]:
            return code
        if joint in particles["place"] and not _is_mission(naming):
            return code
    return None


def _is_mission(naming: str) -> bool:
    return original_words().issuer_of(naming) == "embassy"


def _preposition_before(sentence: Sentence, place: Span) -> str:
    word = ""
    for one in sentence.tokens:
        if one.start >= place.start:
            return word
        if one.dep in ("prep", "agent"):
            word = one.lower
    return word
