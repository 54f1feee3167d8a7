"""Limits are arguments: at each of them a page is read as ever, beyond it an error or a note says so, and no text is missing."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import policytext
from policytext import Limits, Parser
from policytext.errors import InputError, UsageError
from policytext.models.tables import Cell, grid, places

BODY = "<p>各村要在三月底前完成补植，并做好管护，确保成活。</p><p>县林业部门要加强指导，及时调运苗木，保证质量。</p>"


def table(rows: int, columns: int) -> str:
    """A body with a table of so many rows and columns."""
    row = "<tr>" + "".join(f"<td>村{number}</td>" for number in range(columns)) + "</tr>"
    return f"<h1>青禾县春季植树任务分解表</h1>{BODY}<table>{row * rows}</table>{BODY}"


@pytest.mark.parametrize(
    ("limits", "page", "more"),
    [
        (Limits(size=9), b"a" * 9, b"a"),
        (Limits(size=9), "青" * 9, "青"),
        (Limits(blocks=100), "<p>段<br>落" * 50, "<p>段"),
        (Limits(blocks=100), "段\n" * 100, "段\n"),
        (Limits(blocks=100), "# 题\n" + "**青** 禾 " * 24 + "县", "**县**" * 3),
        (Limits(blocks=100), "题\n" + "甲 | 乙 | 丙\n" * 19, "甲 | 乙 | 丙\n"),
        (Limits(blocks=100), "<table>" + "<td>" * 97 + "段", "<td>"),
        (Limits(changes=4), "青\u200b禾" * 4, "青\u200b禾"),
    ],
    ids=[
        "bytes",
        "code points",
        "lines",
        "lines of a dump",
        "marks of Markdown",
        "cells of a row",
        "cells without text",
        "changes",
    ],
)
def test_at_the_limit_a_page_is_read_and_beyond_it_is_refused(limits: Limits, page: Any, more: Any) -> None:
    """The edge of every limit that raises, in both forms; the default reads both."""
    assert policytext.parse(page, limits=limits) == policytext.parse(page)
    with pytest.raises(InputError) as refused:
        policytext.parse(page + more, limits=limits)
    assert refused.value.code == "too_large"
    policytext.parse(page + more)


def test_blank_lines_do_not_count() -> None:
    """A page is not refused for its empty lines and paragraphs."""
    limits = Limits(blocks=102)  # the page and its body are blocks, too
    assert len(policytext.parse("段\n\n\n" * 100, limits=limits).page.runs) == 100
    assert len(policytext.parse("<p>段<br><br> <p> " * 100, limits=limits).page.runs) == 100


@pytest.mark.parametrize(
    ("limits", "note", "page"),
    [
        (Limits(depth=20), "depth", "<div>" * 30 + BODY),
        (Limits(depth=20), "depth", "<font>" * 30 + BODY),
        (Limits(attributes=20), "attributes", f"<div {'a ' * 30}>{BODY}</div>"),
        (Limits(cells=200), "cells", table(15, 20)),
    ],
)
def test_beyond_the_others_a_note_says_so_and_the_text_is_whole(limits: Limits, note: str, page: str) -> None:
    """Depth, attributes and cells only change how the markup is read."""
    free, bound = policytext.parse(page), policytext.parse(page, limits=limits)
    assert note not in [said.split(":")[0] for said in free.notes]
    assert note in [said.split(":")[0] for said in bound.notes]
    assert bound.text.split() == free.text.split()


@pytest.mark.parametrize(
    "page",
    [
        BODY,
        "<div>" * 30 + BODY,
        table(3, 4),
        f"<ul><li>{BODY}<li><b><i><u>段</u></i></b></ul>",
        f"</p>{BODY}</",
    ],
)
def test_at_the_least_depth_the_text_is_whole(page: str) -> None:
    """Whatever the page, no text is lost by the smallest depth that can be asked for."""
    flat = policytext.parse(page, limits=Limits(depth=3))
    assert flat.page.text.split() == policytext.parse(page).page.text.split()
    assert sum(said.startswith("depth:") for said in flat.notes) <= 1


def test_a_depth_that_no_page_has_is_refused() -> None:
    """html, body and a paragraph are three; with fewer nothing at all could be read."""
    with pytest.raises(UsageError, match="3 or more"):
        Limits(depth=2)


def test_only_the_table_beyond_is_read_line_by_line() -> None:
    """Tables that fit stay tables, before it and behind it."""
    page = table(3, 4) + table(15, 20) + table(3, 4)
    kinds = [type(block).__name__ for block in policytext.parse(page, limits=Limits(cells=200)).blocks]
    assert kinds.count("Table") == 2


@pytest.mark.parametrize(
    "rows",
    [
        [[Cell("a")]],
        [[Cell(str(at), rows=9 - at)] for at in range(9)],  # a stair: every row begins a column further right
        [[Cell("a", 9, 2), Cell("b")], [Cell("c", 1, 3)], [Cell("d"), Cell("e", 3, 9)]],
        [[Cell("a")] * 9, *[[Cell("b")]] * 9],
        [],
    ],
)
def test_the_places_of_a_grid_are_told_before_it_is_made(rows: list[list[Cell]]) -> None:
    """Never fewer than `grid` makes, so that the limit bounds it."""
    assert places(rows) >= sum(map(len, grid(rows)))


def test_a_long_value_is_not_many_attributes() -> None:
    """Twenty thousand bytes in one attribute pass a limit of twenty attributes without a note."""
    page = f'<p title="{"a " * 10_000}" class="x">{BODY}</p>'
    assert not any(
        said.startswith("attributes") for said in policytext.parse(page, limits=Limits(attributes=20)).notes
    )


def test_limits_go_with_a_parser() -> None:
    """They are part of what a parser is: compared, hashed, copied, pickled with it."""
    parser = Parser(limits=Limits(size=99))
    for other in (copy.deepcopy(parser), pickle.loads(pickle.dumps(parser))):  # noqa: S301
        assert other == parser
        assert hash(other) == hash(parser)
        assert other != Parser()
        with pytest.raises(InputError, match="99"):
            other.parse("青" * 100)
