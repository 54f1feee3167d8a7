"""Bylines where pages set them: above, in, and below the text of whole pages, as HTML and as dumps, in both scripts.

Synthetic evidence (`tests/support/layouts.py`). Each layout is a kind of page; a share of all of them is asserted, so that a new kind may be written down
before it is read.
"""

from __future__ import annotations

from functools import cache

import pytest

import policytext
from support.frames import DUMPS, PAGES, page
from support.house_layouts import HOUSE_LAYOUTS
from support.layouts import LAYOUTS, TITLE, Expected, dump, filled, html

ROWS = {**LAYOUTS, **HOUSE_LAYOUTS}

LEAST = {"title": 0.985, "day": 0.99, "origin": 0.97, "authors": 0.97, "editors": 0.99}
"""Share of pages on which a field is as the page says."""


@cache
def misses() -> dict[str, list[str]]:
    """What is read otherwise, by field: layout, form and what came out."""
    out: dict[str, list[str]] = {name: [] for name in LEAST}

    def compare(name: str, text: str, said: Expected, title: str) -> None:
        doc = policytext.parse(text)
        day = doc.published.isoformat()[:10] if doc.published else None
        got = Expected(doc.origin, frozenset(doc.authors), frozenset(doc.editors), day)
        for field in Expected._fields:
            if getattr(got, field) != getattr(said, field):
                out[field].append(f"{name}: {getattr(got, field)!r}")
        if doc.title != title:
            out["title"].append(f"{name}: {doc.title!r}")

    for number, name in enumerate(ROWS):
        layout, said = filled(name, number, hant=number % 2 == 1, layouts=ROWS)
        compare(f"{name} html", html(layout), said, TITLE)
        compare(f"{name} dump", dump(layout), said, TITLE)
    for name in PAGES:
        compare(f"{name} frame", *page(name, html=True))
    for name in DUMPS:
        compare(f"{name} dumped frame", *page(name, html=False))
    return out


@pytest.mark.parametrize("field", sorted(LEAST))
def test_fields_are_read_where_pages_set_them(field: str) -> None:
    """Of more than two hundred layouts and frames nearly all are read, whatever the form."""
    pages = 2 * len(ROWS) + len(PAGES) + len(DUMPS)
    assert pages > 500
    assert len(misses()[field]) <= (1 - LEAST[field]) * pages, "\n".join(misses()[field])
