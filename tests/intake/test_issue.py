"""Who issues a text: told by its head, unless something shows that an outlet tells."""

import pytest

from communique.intake.about import About
from communique.model.vocabulary import BlockKind, DocumentKind
from tests.intake.reading import blocks, taken

TOLD = (
    "The minister met his colleague from Norland on Monday and spoke with him about the ferry, the "
    "bridge and the price of herring."
)
RELEASE = f"MINISTRY OF FOREIGN AFFAIRS\nREPUBLIC OF PORTUGAL\n\nPRESS RELEASE\n\n{TOLD}"


def test_a_letterhead_says_kind_side_and_outlet() -> None:
    document = taken(RELEASE).document
    assert (document.kind, document.side) == (DocumentKind.RELEASE, "PRT")
    assert document.outlet == "Ministry of Foreign Affairs, Republic of Portugal"


def test_lines_of_a_letterhead_are_no_account() -> None:
    kinds = [kind for kind, _ in blocks(taken(RELEASE).document)]
    assert kinds == [BlockKind.LETTERHEAD] * 3 + [BlockKind.PARAGRAPH]


def test_what_is_told_goes_before_the_letterhead() -> None:
    told = taken(RELEASE, about=About(kind=DocumentKind.READOUT, side="ESP")).document
    assert (told.kind, told.side) == (DocumentKind.READOUT, "ESP")
    article = taken(RELEASE, about=About(kind=DocumentKind.ARTICLE)).document
    assert (article.kind, article.side) == (DocumentKind.ARTICLE, None)


def test_an_outlet_that_is_told_tells_itself() -> None:
    assert taken(RELEASE, about=About(outlet="The Herald")).document.side is None


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("Foreign Ministry of Portugal", "PRT"),
        ("The White House", "USA"),
        ("MFA Portugal", "PRT"),
        ("NATO", "NATO"),
        ("mofa.go.jp", "JPN"),
        ("Portugal Observer", None),
        ("Kremlin Watch", None),
    ],
)
def test_an_organ_that_is_told_as_the_outlet_issues_texts(outlet: str, side: str | None) -> None:
    document = taken(TOLD, about=About(outlet=outlet)).document
    kind = DocumentKind.ARTICLE if side is None else DocumentKind.RELEASE
    assert (document.kind, document.side, document.outlet) == (kind, side, outlet)


def test_an_official_address_stands_for_its_state() -> None:
    page = f"Press release\n\n{TOLD}"
    document = taken(page, about=About(address="https://www.mofa.go.jp/a.html")).document
    assert (document.kind, document.side) == (DocumentKind.RELEASE, "JPN")
    assert taken(page, about=About(address="https://herald.example/a")).document.side is None


@pytest.mark.parametrize(
    "head",
    [
        "Ministry of Foreign Affairs of Portugal says talks are off",
        "Kremlin\n\nA call that never came",
        "Joint Statement of Portugal and Spain",
        "FULL TEXT: Statement by the Ministry of Foreign Affairs of Portugal",
        "Ministry of Foreign Affairs of Portugal\n\nPress release\n\nBy Anna Berg",
    ],
)
def test_news_about_a_ministry_is_an_outlets(head: str) -> None:
    assert taken(f"{head}\n\n{TOLD}").document.kind is DocumentKind.ARTICLE


def test_a_joint_letterhead_is_of_no_one_side() -> None:
    both = f"Governments of Portugal and Spain\n\nJoint Statement\n\n{TOLD}"
    assert taken(both).document.side is None


@pytest.mark.parametrize("about", [About(title="1 " * 20_000), About(outlet="1 " * 20_000)])
def test_what_is_told_at_great_length_is_read_as_far_as_a_line_goes(about: About) -> None:
    short = About(title=about.title and "1 " * 100, outlet=about.outlet and "1 " * 100)
    told, shortly = taken(RELEASE, about=about).document, taken(RELEASE, about=short).document
    assert (told.kind, told.side) == (shortly.kind, shortly.side)


def test_a_day_at_the_head_has_no_small_words_beside_it() -> None:
    for line, is_day in (("Norburg, 4 March 2031", True), ("since 4 March 2031", False)):
        page = f"{RELEASE.removesuffix(TOLD)}{line}\n\n{TOLD}"
        assert (("published", line) in blocks(taken(page).document)) is is_day
