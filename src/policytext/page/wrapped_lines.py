"""Hard-wrapped text: lines of one width, as text browsers, PDF readers, mailers and old editors (by ``<br>``) leave them.

A wrapped line is as wide as the page allows and breaks off amid a sentence; the last line of its paragraph is shorter. One line tells
nothing, the page does: where most lines that break off have one width and hardly any is wider, these lines go on with the next. An item
number, an indent or an empty line begins a paragraph, and so does a line after a full stop unless indents or empty lines
show where paragraphs begin.

Widths are columns: two for a wide character, one for ASCII. A line can miss up to `_SLACK` columns, since a punctuation mark may not
begin a line, and reach over by one mark, which is hung out.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from policytext.models.page import UNSEEN, Mark

if TYPE_CHECKING:
    from policytext.models.page import Page, Run

__all__ = ["rejoin_wrapped"]

_CONTINUED = int(Mark.CONTINUED)
_APART = int(Mark.HEADING | Mark.TABLE | Mark.LIST | Mark.CAPTION)
"""Marks of lines that are not running text."""

_NARROW, _WIDE = 30, 110
"""Columns a wrapped line has: fewer are verses and lists of names, more is wider than any page."""
_LONG = 60
"""Columns of a line that may be a paragraph's, where paragraphs are set apart."""
_SLACK, _HUNG = 4, 2
"""Columns by which a full line may miss the page's width, and by which it may pass it."""
_INDENT = 2
"""Columns that set a paragraph in."""
_FEW_WIDER = 4
"""Lines of the page's width that one wider line is allowed for."""
_LEAST = 3
"""Lines of one width from which on the page counts as wrapped."""
_SET_APART = 2
"""Paragraphs set in or set apart from which on the page marks them so: one may be a signature."""
_STOPS = frozenset("。！？!?…”」』")
_CLOSING = frozenset("：；:;）)】]")
_PAUSE = re.compile(r"[，、。；：,;]")
_CELLS = re.compile(r"[|｜\t]|\s[>›»→]\s")
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、．)]\s?\D|第[一二三四五六七八九十百\d]{1,4}[章节節条條]"
    r"|[•·●*■◆▶#>-]|附件|附：|[①-⑳]"
)
_DATE = re.compile(r"[12]\d{3}(?:[-/.]\d|年\d{1,2}月\d{1,2}日\s*\d{1,2}[:：])")
_BLANKS = frozenset(" \t\xa0\u3000")
_LINE_END = re.compile(r"\r\n?|\n")


class _Pair(NamedTuple):
    """A line that another one of the same block follows."""

    behind: int
    """Of the run that may go on with it."""
    width: int
    gap: int
    """Line ends between the two."""
    full_stop: bool
    starts: bool
    """Whether the second is set in, or begins with the number of an item."""
    indented: bool
    pauses: bool
    """Whether the first has a comma or the like."""
    cells: bool
    """Whether the first is a row of cells, of a path or of links."""
    closes: bool
    """Whether the first ends in a colon, semicolon or bracket: what follows is an item, or something else."""
    deeper: bool
    """Whether the second is set in by more than the first, or begins with the number of an item or a date of a byline."""
    clauses: bool
    """Whether the first has a comma, as a long headline seldom has."""


def rejoin_wrapped(page: Page) -> Page:
    """The page with the wrapped lines marked as going on, and a note that says so; the same page where there are none."""
    neighbours, long = _neighbours(page)
    # The width of a page is that of lines that break off: so many that few are wider.
    text = page.text
    breaking_off = [
        one
        for one in neighbours
        if text[one[0].end - 1] not in _STOPS and _PAUSE.search(text, one[0].start, one[0].end)
    ]
    going_on: set[int] = set()
    width = 0
    if len(breaking_off) >= max(_LEAST, _FEW_WIDER * long):
        # Most pages have no such width; the other lines are looked at where there is one.
        width, having = _page_width([_pair(text, *one) for one in breaking_off])
        if width:
            pairs = [_pair(text, *one) for one in neighbours]
            wider = long + sum(1 for pair in pairs if pair.width > width + _HUNG)
            if wider * _FEW_WIDER <= having:
                full = [pair for pair in pairs if width - _SLACK < pair.width <= width + _HUNG]
                going_on = _going_on(pairs, full)
    note = f"wrapped: the lines of {width} columns were joined to paragraphs"
    if not going_on and breaking_off and page.form == "text":
        going_on = _amid_sentences([_pair(text, *one) for one in neighbours])
        note = "wrapped: lines that break off amid a sentence were joined to the next"
    if not going_on:
        return page
    runs = tuple(
        run._replace(marks=run.marks | _CONTINUED) if index in going_on else run
        for index, run in enumerate(page.runs)
    )
    return evolve(page, runs=runs, notes=(*page.notes, note))


def _amid_sentences(pairs: list[_Pair]) -> set[int]:
    """The runs that go on with a long line, where a page wraps so wide that few lines have its width, but sets its paragraphs apart.

    There every paragraph is followed by an empty line, and a long line without one is no paragraph.
    """
    if any(pair.full_stop and pair.gap == 1 for pair in pairs):
        return set()
    if sum(pair.gap > 1 and (pair.full_stop or pair.closes) for pair in pairs) < _SET_APART:
        return set()
    return {
        pair.behind
        for pair in pairs
        if pair.width >= _LONG
        and pair.gap == 1
        and pair.clauses
        and not (pair.full_stop or pair.deeper or pair.cells or pair.closes)
    }


def _going_on(pairs: list[_Pair], full: list[_Pair]) -> set[int]:
    """The runs that go on with a full line."""
    # Some tools leave an empty line behind every wrapped one: what is usual on the page does not show a new paragraph.
    gap = Counter(pair.gap for pair in full).most_common(1)[0][0]
    quiet = {pair.behind for pair in full if not pair.pauses}
    within = [pair for pair in full if pair.gap <= gap and not pair.starts and not pair.cells]
    # Where paragraphs are set in or set apart, a full stop at a line's end says nothing.
    if sum(pair.indented or pair.gap > gap for pair in pairs) < _SET_APART:
        within = [pair for pair in within if not pair.full_stop]
    # A headline breaks off once; titles of one length, one below the other, are a list.
    return {
        pair.behind for pair in within if pair.pauses or quiet.isdisjoint((pair.behind - 1, pair.behind + 1))
    }


def _page_width(breaking_off: list[_Pair]) -> tuple[int, int]:
    """The width most lines that break off have, and how many have it; 0 where they have none in common."""
    broken = Counter(pair.width for pair in breaking_off if not (pair.cells or pair.starts))
    if not broken:
        return 0, 0

    best, found = _commonest(broken)
    total = sum(broken.values())
    enough = found >= _LEAST and found * 5 >= total * 3
    # Short texts aside, no page has many lines of its greatest width by chance.
    many = found >= 2 * _LEAST and found * 4 >= total
    return (best, found) if enough or many else (0, 0)


def _commonest(widths: Counter[int]) -> tuple[int, int]:
    """The width that most lines have, up to `_SLACK` columns missing, and how many have it; of equals the greatest."""

    def near(width: int) -> int:
        return sum(widths[width - less] for less in range(_SLACK))

    best = max(widths, key=lambda width: (near(width), width))
    return best, near(best)


def _neighbours(page: Page) -> tuple[list[tuple[Run, Run, int, int]], int]:
    """The lines that another one follows, and how many are too long for any page's width.

    Of each the line, the one that follows, the index of that one, and the line ends between the two.
    """
    text, html = page.text, page.form == "html"
    out: list[tuple[Run, Run, int, int]] = []
    before: Run | None = None
    long = 0
    for index, run in enumerate(page.runs):
        if run[3] & UNSEEN:
            # What is hidden between two lines may be anything: they are not neighbours.
            before = None
            continue
        if before is not None and (not html or run[2] == before[2]):
            between = text[before[1] : run[0]]
            gap = 1 if between == "\n" else len(_LINE_END.findall(between))
            size = before[1] - before[0]
            long += size > _WIDE
            if gap and 2 * size >= _NARROW and size <= _WIDE and not (run[3] | before[3]) & _APART:
                out.append((before, run, index, gap))
        before = run
    return out, long


def _pair(text: str, before: Run, run: Run, index: int, gap: int) -> _Pair:
    line = text[before.start : before.end]
    indented = _indent(text, run.start) >= _INDENT
    item = _ITEM.match(text, run.start) is not None
    return _Pair(
        index,
        _indent(text, before.start) + _columns(line),
        gap,
        line[-1] in _STOPS,
        indented or item,
        indented,
        _PAUSE.search(line) is not None,
        before.link * 2 >= len(line) or _CELLS.search(line) is not None,
        line[-1] in _CLOSING,
        item
        or _DATE.match(text, run.start) is not None
        or _indent(text, run.start) > _indent(text, before.start),
        "，" in line,
    )


def _indent(text: str, start: int) -> int:
    """Columns of the blanks before a place."""
    at = start
    while at and text[at - 1] in _BLANKS:
        at -= 1
    if at == start:
        return 0
    return _columns(text[at:start])


def _columns(text: str) -> int:
    return 2 * len(text) - len(text.encode("ascii", "ignore"))
