"""Names for what stands outside the body and no rule names."""

from __future__ import annotations

import pytest

from policytext.ledger.outside import outside_names
from policytext.models.script import NormalizedText
from policytext.page.layout import Layout
from policytext.page.view import build_view
from policytext.readers.dump.reader import read_dump
from support.views import view_of


def names(text: str, first: int, last: int) -> list[str]:
    """The names for the lines of a dump whose body is ``first:last``."""
    page = read_dump(text)
    view = build_view(page, NormalizedText(text, text))
    return [
        name.removeprefix("generic/") for name in outside_names(view.lines, Layout(first, last, None, first))
    ]


LONG = "县里把检修任务分成三批，先修水压不足的村，再修管龄超过二十年的段。"


def test_three_short_lines_are_a_menu_and_links_where_links_are_told() -> None:
    """At the edge: three lines without a full stop make a run, two do not. It is a list of links below the body, if bullets tell them."""
    above = names(f"首页\n新闻\n民生\n{LONG}\n{LONG}\n", 3, 5)
    assert above[:3] == ["menu"] * 3
    assert names(f"首页\n新闻\n{LONG}\n{LONG}\n", 2, 4)[:2] == ["outside-body"] * 2
    below = names(f"{LONG}\n{LONG}\n春灌开闸\n小学开学\n泵站检修\n", 0, 2)
    assert below[2:] == ["menu"] * 3
    assert names(f"{LONG}\n{LONG}\n• 春灌开闸\n• 小学开学\n泵站检修\n", 0, 2)[2:] == ["link-list"] * 3
    assert names(f"{LONG}\n春灌开闸\n小学开学\n", 0, 1)[1:] == ["outside-body"] * 2


def test_a_sentence_is_no_part_of_a_run() -> None:
    """A line with a full stop, and a long one, break the run."""
    assert "menu" not in names(f"首页\n本站试运行。\n新闻\n民生\n{LONG}\n", 4, 5)


@pytest.mark.parametrize(("size", "name"), [(34, "generic/menu"), (35, "generic/outside-body")])
def test_the_items_of_a_menu_are_short(size: int, name: str) -> None:
    """Three lines of up to 34 code points without a full stop are a menu, wider ones are titles of something."""
    view = view_of(*["禾" * size] * 3)
    assert outside_names(view.lines, Layout()) == [name] * 3
