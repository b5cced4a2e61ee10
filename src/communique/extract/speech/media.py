"""Media: agencies, papers and stations that carry what others said, as a text names them."""

from communique.catalog.naming import OF_OUTLETS, find_namings
from communique.extract.speech.company import Company
from communique.extract.speech.namings import noun_phrase
from communique.extract.speech.values import Memory, Teller, TellerKind
from communique.languages.en.speech import speech_words
from communique.model.passages import Span
from communique.model.syntax import Sentence, Token


def media_named(
    company: Company, sentence: Sentence, head: Token, naming: str, memory: Memory
) -> Teller | None:
    """The medium that words name, by its own name, by its sort, or again without either."""
    words = speech_words()
    named = find_namings(company.page.tables, naming)
    outlet = next((one for one in named if one.has(*OF_OUTLETS)), None)
    is_media = (
        head.lower in words.media
        or _is_news(head, naming)
        or _is_named_medium(sentence, head, naming)
    )
    if outlet is not None and (is_media or outlet.span.end >= len(naming) - 1):
        return Teller(TellerKind.MEDIA, None, None, naming, outlet.code(*OF_OUTLETS))
    again = head.lower in words.media_with and is_bare(naming)
    if memory.media is not None and (again or _initials(memory.media.words) == naming):
        return memory.media
    if not is_media:
        return None
    if memory.media is not None and (is_bare(naming) or _initials(memory.media.words) == naming):
        return memory.media
    return Teller(TellerKind.MEDIA, None, None, naming)


def _initials(words: str) -> str:
    """The first letters of the capitalised words of a name: 'HNA'."""
    return "".join(word[0] for word in words.split() if word[0].isupper() and len(words) > 12)


def _is_news(head: Token, naming: str) -> bool:
    """'The news agency', 'a television channel': nouns that mean media only with such a word."""
    words = speech_words()
    parts = {part.lower() for part in naming.replace("-", " ").split()}
    return head.lower in words.media_with and bool(parts & words.media_marks)


def _is_named_medium(sentence: Sentence, head: Token, naming: str) -> bool:
    """'The newspaper Harbour Mail': a name that a word for a medium stands right before."""
    words = speech_words()
    speaking = words.for_nobody | words.for_state
    if not head.tag.startswith("NNP") or {part.lower() for part in naming.split()} & speaking:
        return False
    span = noun_phrase(sentence, head)
    before = sentence.within(Span(span.start, head.start))
    return any(one.lower in words.media for one in before)


def is_bare(naming: str) -> bool:
    """A definite naming without any name in it: 'the media agency', 'the newspaper'."""
    parts = naming.split()
    definite = bool(parts) and parts[0].lower() in speech_words().particles["definite"]
    return definite and all(part.islower() for part in parts[1:])
