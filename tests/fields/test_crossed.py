"""Bylines crossed out of spellings, orders, gaps and markup, and pages that have none: nothing is fitted to a list.

Synthetic evidence (`tests/support/crossed.py`).
"""

from __future__ import annotations

from functools import cache

import pytest

import policytext
from support.crossed import crossed, without_byline
from support.layouts import Expected

PAGES_CROSSED = 240
LEAST = {"title": 0.99, "day": 0.99, "origin": 0.965, "authors": 0.975, "editors": 0.985}
"""Share of pages on which a field is as the page says."""
INVENTED = 0.01
"""Share of pages without a byline on which one is found."""


@cache
def misses() -> dict[str, list[str]]:
    """What is read otherwise, by field: the row and what came out."""
    out: dict[str, list[str]] = {name: [] for name in LEAST}
    for seed in range(PAGES_CROSSED):
        made = crossed(seed)
        doc = policytext.parse(made.page)
        day = doc.published.isoformat()[:10] if doc.published else None
        got = Expected(doc.origin, frozenset(doc.authors), frozenset(doc.editors), day)
        for field in Expected._fields:
            if getattr(got, field) != getattr(made.said, field):
                out[field].append(f"{seed} {made.row!r}: {getattr(got, field)!r}")
        if doc.title != made.title:
            out["title"].append(f"{seed} {made.row!r}: {doc.title!r}")
    return out


@pytest.mark.parametrize("field", sorted(LEAST))
def test_a_byline_is_read_however_it_is_set(field: str) -> None:
    """Whatever label, separator, bracket, order, gap and element: nearly all rows are read."""
    assert len(misses()[field]) <= (1 - LEAST[field]) * PAGES_CROSSED, "\n".join(misses()[field])


def test_a_page_without_a_byline_gets_none() -> None:
    """Names of sentences, buttons, related texts, comments and the foot are not the page's own."""
    invented: list[str] = []
    for seed in range(PAGES_CROSSED):
        doc = policytext.parse(without_byline(seed))
        if doc.origin or doc.authors or doc.editors:
            invented.append(f"{seed}: {doc.origin} {doc.authors} {doc.editors}")
    assert len(invented) <= INVENTED * PAGES_CROSSED, "\n".join(invented)
