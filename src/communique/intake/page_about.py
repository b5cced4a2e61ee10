"""What a page says of itself in its head: outlet, title, date, address, language."""

import json
from collections.abc import Iterator
from typing import Any

from communique.intake.about import About, over

_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")
_DATE = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "publish-date", "publication_date",
    "sailthru.date", "parsely-pub-date", "article.published",
)  # fmt: skip
_ADDRESS = ("og:url", "twitter:url")


def about_page(tree: Any, html: str) -> About:
    """What the head of the page says; JSON-LD before meta tags, and htmldate for the date last."""
    about = over(_from_linked_data(tree), _from_meta(tree))
    if about.date is None:
        about = over(about, About(date=_found_date(html), basis="page, found by htmldate"))
    return about


def _from_linked_data(tree: Any) -> About:
    for one in _linked(tree):
        if _is_article(one):
            return About(
                outlet=_named(one.get("publisher")),
                date=_text(one.get("datePublished")),
                basis="page metadata",
                address=_address(one.get("mainEntityOfPage")) or _address(one.get("url")),
                title=_text(one.get("headline")),
                language=_text(one.get("inLanguage")),
            )
    return About()


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json" or not element.text:
            continue
        try:
            waiting = [json.loads(element.text, strict=False)]
        except (ValueError, RecursionError):
            continue  # broken metadata says nothing: the meta tags are looked at next
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting[:0] = one
            elif isinstance(one, dict):
                yield one
                waiting.extend(one.get(name) for name in ("@graph", "mainEntity") if name in one)


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).endswith(("Article", "Posting", "Report")) for kind in kinds)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _named(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _address(value: Any) -> str | None:
    found = _text(value.get("@id") if isinstance(value, dict) else value)
    return found if found and found.startswith(("http://", "https://")) else None


def _from_meta(tree: Any) -> About:
    met: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _text(element.get("content"))
        if name and content:
            met.setdefault(name.lower(), content)
    address = next(
        (one.get("href") for one in tree.iter("link") if one.get("rel") == "canonical"), None
    )
    root = tree.getroottree().getroot()
    title = next((_text(one.text_content()) for one in tree.iter("title")), None)
    return About(
        outlet=_first(met, _OUTLET),
        date=_first(met, _DATE),
        basis="page metadata",
        address=_address(address) or _address(_first(met, _ADDRESS)),
        title=_first(met, _TITLE) or title,
        language=_text(root.get("lang")),
    )


def _first(met: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((met[name] for name in names if name in met), None)


def _found_date(html: str) -> str | None:
    from htmldate import find_date  # slow to import: for pages that say no date in their head

    # A far end keeps the answer from depending on the day the page is read.
    found: str | None = find_date(
        html, original_date=True, extensive_search=False, max_date="2100-01-01"
    )
    return found
