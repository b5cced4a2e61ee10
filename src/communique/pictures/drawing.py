"""Drawing a chart: from a specification in Vega-Lite to a picture, without any request outside."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

Chart = Mapping[str, Any]
"""A specification in Vega-Lite 5, complete with its data."""

LOOK: Chart = {
    "background": None,
    "font": "sans-serif",
    "padding": 16,
    "view": {"stroke": None},
    "title": {"color": "currentColor", "subtitleColor": "currentColor", "anchor": "start"},
    "mark": {"color": "currentColor"},
    "rule": {"color": "currentColor"},
    "text": {"color": "currentColor", "fontSize": 12},
    "axis": {
        "labelColor": "currentColor",
        "titleColor": "currentColor",
        "titleFontWeight": 400,
        "domainColor": "currentColor",
        "tickColor": "currentColor",
        "gridColor": "#8886",
        "labelFontSize": 12,
        "labelLimit": 260,
    },
}
"""How all charts look: in the colour of the words around them, and told apart by shape alone."""
KEPT = 64
"""Pictures that are remembered: to draw one takes a tenth of a second."""


def svg_of(chart: Chart) -> str:
    """The chart as SVG, an element that can stand within a page."""
    return _drawn(json.dumps(chart, sort_keys=True))


@lru_cache(maxsize=KEPT)
def _drawn(chart: str) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(chart, config=dict(LOOK), allowed_base_urls=[])
    return drawn
