"""Spaces of any kind and number part words, and bend no grammar."""

from dataclasses import replace

import pytest

from communique.intake.taking import document_from_bytes
from communique.intake.values import Taken
from communique.languages.en.parse import parse

pytestmark = pytest.mark.slow
WORDS = "President Berg of Norland spoke by telephone with Prime Minister Dahl on Monday."


def grammar(text: str) -> list[tuple[str, str, str]]:
    taken = document_from_bytes(text.encode(), "a.txt")
    assert isinstance(taken, Taken)
    document = replace(taken.document, language="en")
    [(_, sentences)] = parse([document])
    for sentence in sentences:
        for token in sentence.tokens:
            assert document.text[token.start : token.end] == token.text
    return [(one.text, one.dep, one.tag) for sentence in sentences for one in sentence.tokens]


@pytest.mark.parametrize(
    "space", ["  ", "\t", "\u00a0", "\u2009", " \t ", "\u3000", "\u00a0\u00a0"]
)
def test_a_sentence_is_read_alike_whatever_parts_its_words(space: str) -> None:
    plain = grammar(WORDS)
    assert grammar(WORDS.replace(" ", space)) == plain
    assert grammar(WORDS.replace("spoke by", f"spoke{space}by")) == plain
