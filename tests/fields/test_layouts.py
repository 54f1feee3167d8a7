"""Bylines where pages set them: above, in, and below the text of whole pages, as HTML and as dumps, in both scripts.

Synthetic evidence (`tests/support/layouts.py`). Each layout is a kind of page; a share of all of them is asserted, so that a new kind may be written down
before it is read.
"""

from __future__ import annotations

from functools import cache

import pytest

import policytext
from support.layouts import LAYOUTS, TITLE, Expected, dump, filled, html

LEAST = {"title": 0.985, "day": 0.99, "origin": 0.95, "authors": 0.95, "editors": 0.99}
"""Share of pages on which a field is as the page says."""


@cache
def misses() -> dict[str, list[str]]:
    """What is read otherwise, by field: layout, form and what came out."""
    out: dict[str, list[str]] = {name: [] for name in LEAST}
    for number, name in enumerate(LAYOUTS):
        layout, said = filled(name, number, hant=number % 2 == 1)
        for form in ("p", "dump"):
            doc = policytext.parse(dump(layout) if form == "dump" else html(layout, form))
            day = doc.published.isoformat()[:10] if doc.published else None
            got = Expected(doc.origin, frozenset(doc.authors), frozenset(doc.editors), day)
            for field in Expected._fields:
                if getattr(got, field) != getattr(said, field):
                    out[field].append(f"{name} {form}: {getattr(got, field)!r}")
            if doc.title != TITLE:
                out["title"].append(f"{name} {form}: {doc.title!r}")
    return out


@pytest.mark.parametrize("field", sorted(LEAST))
def test_fields_are_read_where_pages_set_them(field: str) -> None:
    """Of more than a hundred layouts nearly all are read, whatever the form."""
    pages = 2 * len(LAYOUTS)
    assert pages > 200
    assert len(misses()[field]) <= (1 - LEAST[field]) * pages, "\n".join(misses()[field])
