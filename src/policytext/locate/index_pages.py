"""Whether a page is an index: entries with dates or a pager, a portal, results of a search, the front of a paper.

Nothing but entries is there to read, but for an excerpt below each of them. The contents of a book or of an issue are no index:
they are what the page has to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.dates import find_dates, partial_date
from policytext.models.page import Mark
from policytext.page.begins import has
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["index_rows", "is_asked", "is_portal", "is_search"]

_ASIDE: Final = 60
"""So little running text is a footer's or an introduction's, when the rest of the page is an index."""
_EXCERPT: Final = 150
"""So much may stand on a portal: one excerpt, or what is in its foot."""
_ROWS: Final = 8
"""Rows that make an index. Fewer stand beside many an article."""
_TEASERS: Final = 5
"""Rows that make one where nothing else is on the page, or each has its excerpt."""
_MANY: Final = 40
_SHORTEST, _LONGEST = 4, 120
_FRAME, _LIST = int(Mark.FRAME), int(Mark.LIST)
_STOPS: Final = frozenset("。!?;")
"""Entries are titles; a chronicle's are sentences."""
_DATE_WIDTH: Final = 21
_BESIDE: Final = 6
"""Characters beside the day in a line that is a day: brackets, a column."""
_SOURCED: Final = 40
"""Width of a line below an entry that gives its day, its source or its column."""
_ENDS_DATED: Final = re.compile(
    r"(?:20\d\d[-/.年])?[01]?\d[-/.月][0-3]?\d日?(?: ?\d\d:\d\d(?::\d\d)?)?[\])]?$"
)
_TIMELY: Final = re.compile("[0-9一二民今昨前刚]")
"""One of these is in every day, whole, without its year, or told from today; most lines have none."""
_BEGINS_DATED: Final = re.compile(r"[\[(]?(?:20\d\d[-/.年])?[01]?\d[-/.月][0-3]?\d日?[\])]?[ ·]")
_ASKED: Final = re.compile(r"(?:[•·*○-] *)?20\d\d-[01]\d-[0-3]\d ?(?=[^\d\s-]).*[!?]")
"""An entry whose title asks or exclaims, its day in figures before it; a chronicle's line has 年 and 月, and ends in a full stop."""
_BULLET: Final = re.compile(r"(?:[•·*○-] *)?(?:\[\d{1,3}\])?")
_CUT: Final = re.compile(
    r"(?:\.{3}|…)?.*(?:\.{3}|…|\[?(?:详细|详情|查看详情|阅读全文|查看全文|全文|更多)\]?>{0,20})[\]) ]{0,20}(?:\(.{0,80}\))?"
)
_has_cut: Final = has(r"(?:\.{3}|…|详[细情]|查看详情|阅读全文|查看全文|全文|更多)", ".…详查阅全更")
_EDITION: Final = re.compile(r"第? ?[A-Z]?\d{1,3} ?版 ?[: ] ?.{1,8}")
_EDITIONS: Final = 2
# What engines write round their results. Two of them, or one and the page's own name.
_SEARCH: Final = re.compile(
    r"大家(?:还|都)在搜|相关搜索|(?:找到|为您找到|搜索到).{0,8}(?:结果|信息)|搜索结果|用时 ?[:约]? ?[\d.]+|百度快照|词语解析"
)
_SEARCHED: Final = re.compile(r"搜索$|^搜索")
_SEARCH_LINE: Final = 60
_PORTAL: Final = 60
"""Lines of a portal, at least."""
_WORD: Final = 12
"""Width of a column's or a product's name."""
_UNDER: Final = 3
"""Lines below an entry in which its excerpt begins: its day and its source may stand between."""
_BULLETS: Final = "•·*-○["


def _is_entry(line: Line, lines: list[Line], near: tuple[int, ...]) -> bool:
    """Whether a title has its day, in the same line or in one near by."""
    fold = line.fold
    begun = _BULLET.match(fold)
    rest = fold[begun.end() :] if begun else fold
    if (dated := _ENDS_DATED.search(rest)) and dated.start() >= _SHORTEST:
        return True
    if _BEGINS_DATED.match(rest):
        return True
    return any(_is_day(lines[line.index + step]) for step in near if 0 <= line.index + step < len(lines))


def is_asked(line: Line) -> bool:
    """Whether a line is a dated question in a list of questions: no running text, though it ends as a sentence does."""
    return line.fold[-1] in "!?" and _ASKED.fullmatch(line.fold) is not None


def _is_day(line: Line) -> bool:
    """Whether a line is a day and hardly anything else: ``2022-10-18``, ``05-12 生活``, ``www.qinghe.example 2022-04-02``."""
    size = line.end - line.start
    if size > _SOURCED or not _TIMELY.search(line.fold):
        return False
    hits = find_dates(line.fold)
    if hits:
        low, high = hits[0].start, hits[0].end
        if size > _DATE_WIDTH:
            return low == 0 or (high == size and line.text[:low].isascii())
        return size - (high - low) <= _BESIDE
    begun = partial_date(line.fold)
    return begun > 1 and size - begun <= _BESIDE


def index_rows(view: View, layout: Layout, matches: LineMatches) -> list[int]:
    """Entries of the index that the page is; none for a page that has text of its own.

    Entries are titles that are links (where no markup tells links: that have a date). They are an index's if they are dated, if
    a pager turns them, or if there are very many; and if nothing else is there to read but an excerpt below each of them.
    """
    lines = view.lines
    rows, dated = _entries(view, matches)
    turned = matches.has_rule("shared/pager")
    if len(rows) < _TEASERS or not (dated >= _TEASERS or turned or len(rows) >= _MANY):
        return []
    return rows if _is_all(lines, layout, rows) else []


def _is_all(lines: Sequence[Line], layout: Layout, rows: Sequence[int]) -> bool:
    """Whether the entries, with an excerpt below each, are all that there is to read."""
    known = set(rows)
    beyond = _beyond(lines, layout, known)
    whole = [index for index in beyond if not _is_cut(lines[index].fold)]
    if sum(len(lines[index]) for index in whole) <= _ASIDE:
        # Little as it is, in front of the entries it may be the text that they are related to.
        early = any(index < rows[len(rows) // 2] and is_prose(lines[index]) for index in whole)
        return not early and (len(rows) >= _ROWS or not whole)
    prose = [index for index in beyond if is_prose(lines[index])]
    below = sum(not known.isdisjoint(range(index - _UNDER, index)) for index in prose)
    return below >= _TEASERS and below * 5 >= len(beyond) * 4


def _beyond(lines: Sequence[Line], layout: Layout, known: Collection[int]) -> list[int]:
    """Lines of what passed for the body that are neither entries nor their days, and long enough to say something."""
    inside = [index for index in range(layout.first, layout.last) if index not in known]
    return [index for index in inside if len(lines[index]) >= _ROWS and not _is_day(lines[index])]


def _entries(view: View, matches: LineMatches) -> tuple[list[int], int]:
    """Lines that could be entries, and how many of them have a day."""
    lines = view.lines
    markup = view.page.form == "html" or any(line.link for line in lines)
    # A date may stand in the next cell but one. Where nothing tells cells, the entry is the line above it.
    near = (-2, -1, 1, 2) if markup else (1, 2)
    rows: list[int] = []
    dated = 0
    for index, line in enumerate(lines):
        if not _may_be_entry(line, markup=markup):
            continue
        beside = is_asked(line) or _is_entry(line, lines, near)
        if index in matches and not beside:
            continue
        if beside or (markup and len(line) >= _ROWS):
            rows.append(index)
            dated += beside
    return rows, dated


def _is_cut(fold: str) -> bool:
    """Whether a line is an excerpt that was cut short, or leads on to all of it."""
    return bool(_has_cut(fold)) and _CUT.fullmatch(fold) is not None


def _may_be_entry(line: Line, *, markup: bool) -> bool:
    """Whether a line has the form of a title, and is a link where markup tells links."""
    size = line.end - line.start
    if not _SHORTEST <= size <= _LONGEST or line.marks & _FRAME:
        return False
    fold = line.fold
    if markup and line.link * 2 < size:
        # The day behind a title is no part of its link.
        behind = _ENDS_DATED.search(fold)
        if not line.link or behind is None or line.link * 2 < behind.start():
            return False
    if fold[-1] in _STOPS and not is_asked(line):
        return False
    return not _is_day(line) and not _is_cut(fold)


def is_search(view: View) -> bool:
    """Whether the page shows results of a search: two of the engine's own phrases, or one and its name."""
    if not _SEARCH.search(view.shadow, 0, view.shadow_split):
        return False
    found = {
        match.group()[:4]
        for line in view.shaded
        if line.end - line.start <= _SEARCH_LINE
        for match in _SEARCH.finditer(line.fold)
    }
    return len(found) > 1 or (
        bool(found) and _SEARCHED.search(view.head_title.split("_")[0].strip()) is not None
    )


def is_portal(view: View, running: int) -> bool:
    """Whether the page is columns, names and links and nothing else; or the front of a paper.

    Args:
        view: The page.
        running: Code points of running text in what seems to be the body.
    """
    lines = view.lines
    editions = sum(_EDITION.fullmatch(line.fold) is not None for line in lines)
    prose = sum(line.end - line.start for line in lines if is_prose(line))
    if editions >= _EDITIONS and prose <= _ASIDE:
        return True
    if len(lines) < _PORTAL or running > _EXCERPT:
        return False
    return _is_listed(view, prose, running)


def _is_listed(view: View, prose: int, running: int) -> bool:
    """Whether most of the page is links, names of columns or items of lists; ``prose``: code points of running text on all of it."""
    lines = view.lines
    total = sum(line.end - line.start for line in lines)
    linked = sum(line.link for line in lines)
    listed = sum(line.text[0] in _BULLETS or line.marks & _LIST > 0 for line in lines)
    short = sum(line.end - line.start <= _WORD for line in lines)
    little = prose * 5 <= total
    if view.page.form == "html" and linked * 10 >= total * 6:
        return little and running <= _ASIDE
    return (short * 10 >= len(lines) * 8 and little and running <= _ASIDE) or listed * 10 >= len(lines) * 6
