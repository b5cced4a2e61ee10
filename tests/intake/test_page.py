from tests.intake.reading import blocks, taken

PAGE = """<!doctype html><html lang="en"><head><meta charset="windows-1252">
<title>Grain talks - Norland Herald</title><meta property="og:site_name" content="Norland Herald">
<link rel="canonical" href="https://herald.example/grain">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
"headline": "Grain talks", "datePublished": "2019-03-05T10:00:00+01:00",
"publisher": {"name": "Norland Herald"}}]}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav>
<article><h1>Grain talks</h1><div class="byline">By Anna Berg</div>
<div class="share-bar"><a>Facebook</a> <a>Twitter</a></div>
<figure><img><figcaption>President Berg at an earlier meeting. Photo: File</figcaption></figure>
<p>President <b>Ole
 Berg</b> of Norland spoke by phone with Prime Minister Dahl of Sudland on Sunday – at last.</p>
<div class="ad-slot"><p>Buy grain</p></div><p hidden>Not shown to anybody here.</p>
<p>The two leaders agreed to meet next month.<br>They also talked about trade for a long time.</p>
<h3>What the neighbours say</h3>
<p>Mr Berg noted that the border would stay open, and that visas would be easier to get.</p>
<div class="related-articles"><p>Westland goes its own way in the talks on grain.</p></div>
</article><footer>All rights reserved</footer></body></html>"""


def test_a_page_is_flattened_by_a_rule_that_has_a_version() -> None:
    document = taken(PAGE.encode("windows-1252"), "a.html").document
    assert document.flattening == "page/1"
    assert document.decoding == "windows-1252, declared"
    assert "President Ole Berg of Norland spoke" in document.text
    assert "Not shown" not in document.text


def test_a_page_says_what_it_is_in_its_head() -> None:
    document = taken(PAGE.encode("windows-1252"), "a.html").document
    assert document.outlet == "Norland Herald"
    assert document.title == "Grain talks"
    assert document.address == "https://herald.example/grain"
    assert document.published is not None
    assert document.published.edtf == "2019-03-05T10:00+01:00"
    assert document.published.basis == "page metadata"


def test_markup_tells_the_account_from_what_stands_beside_it() -> None:
    kinds = blocks(taken(PAGE.encode("windows-1252"), "a.html").document)
    assert [kind for kind, _ in kinds] == [
        "other",
        "other",
        "headline",
        "byline",
        "share",
        "caption",
        "paragraph",
        "advert",
        "paragraph",
        "paragraph",
        "subheading",
        "paragraph",
        "lead",
        "other",
    ]


def test_a_page_without_metadata_has_no_date_and_its_title_from_its_head() -> None:
    page = (
        b"<html><head><title>Grain</title></head><body><p>President Berg met the king, and they "
        b"talked about grain.</p></body></html>"
    )
    document = taken(page, "a.html").document
    assert (document.title, document.published, document.outlet) == ("Grain", None, None)


def test_a_deeply_nested_page_is_read() -> None:
    page = b"<html><body>" + b"<div>" * 200 + b"<p>The king met the queen.</p>" + b"</div>" * 200
    assert taken(page, "a.html").document.text == "The king met the queen."


def test_also_read_beside_the_article_leads_elsewhere() -> None:
    lead = "Westland goes its own way"
    for aside in (
        f"<p>Also read: {lead}</p>",
        f"<h4>Also read</h4><ul><li><a href=x>{lead}</a></li></ul><p>Menu</p>",
        f"Also read: <a href=x>{lead}</a>",
    ):
        page = (
            "<html><body><article><h1>Grain talks</h1><p>VELAN — President Berg of Norland spoke "
            f"with Prime Minister Dahl of Sudland on Monday.</p><aside>{aside}</aside><p>The two "
            "leaders agreed to meet next month.</p></article></body></html>"
        )
        found = blocks(taken(page, "a.html").document)
        assert ("lead", lead) in found
        assert [kind for kind, _ in found].count("lead") == 1
        assert ("date line", "VELAN —") in found


def test_a_figcaption_is_a_caption_whatever_it_is_called() -> None:
    caption = "President Berg and Prime Minister Dahl shook hands."
    page = (
        f"<html><body><figure><img><figcaption class='social'><p>{caption}</p></figcaption>"
        "</figure><p>The two leaders agreed to meet next month, they said.</p></body></html>"
    )
    assert ("caption", caption) in blocks(taken(page, "a.html").document)
