"""The line that says where the article begins."""

from __future__ import annotations

import pytest

from policytext.locate.anchor import find_anchor
from policytext.locate.line_weights import weigh
from support.views import sentence, view_of, view_of_html

HEADLINE = "云岭县检修二十九处管网"


def anchor(*lines: str) -> int | None:
    """The anchor of a dump."""
    view = view_of(*lines)
    return find_anchor(view, [weigh(line, framed=False) for line in view.lines])


@pytest.mark.parametrize(("size", "found"), [(34, 0), (35, None)])
def test_a_date_without_a_label(size: int, found: int | None) -> None:
    """A row with a time of day and no label holds little else: up to 34 code points in all."""
    assert anchor("2024-05-06 08:30 " + "禾" * (size - 17)) == found


@pytest.mark.parametrize(("size", "found"), [(149, 1), (150, None)])
def test_a_time_of_day_behind_much_text(size: int, found: int | None) -> None:
    """Behind 150 code points of running text a time of day says no more where an article begins: comments have it."""
    assert anchor(sentence(size), "2024-05-06 08:30") == found


@pytest.mark.parametrize(("below", "found"), [(12, "row"), (13, "headline")])
def test_a_byline_stands_near_its_headline(below: int, found: str) -> None:
    """Up to twelve lines below the headline the date is its own; further below the headline is the better anchor, though the row has a label and a time."""
    menu = "<p>栏目</p>" * (below - 1)
    view = view_of_html(
        f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1>{menu}<p>2024-05-06 08:30 来源：青禾日报</p>"
    )
    got = find_anchor(view, [weigh(line, framed=False) for line in view.lines])
    assert got == (below if found == "row" else 0)
