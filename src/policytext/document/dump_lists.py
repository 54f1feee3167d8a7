"""Lists of a dump: which lines are items, and how deep. A dump has no tree; it shows its lists by markers and by setting in.

Extractors set a list in by one to five columns a level (html2text, inscriptis two, pandoc four, lynx five), so levels are told by what
stands further in than the line before, not by a width.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.document.markup import Item
from policytext.models.page import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.page import Page
    from policytext.page.layout import BodyLine

__all__ = ["DumpItem", "dump_items"]

# The number or bullet that extractors write, and blanks. Of the other group people write as many by hand, so they are markers only
# within a list: (1), a., iv., and the bullets of text browsers' inner levels.
_ITEM = re.compile(
    r"(?P<indent>[ \t\xa0]*)"
    r"(?:(?P<sure>(?P<number>\d{1,3}[.)])|[•·●○▪◦■◆►▶*+\-–])"
    r"|(?P<inner>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)]|[oO□▫◇☆★◎]))"
    r"[ \t\xa0]+(?=\S)"
)
_INLINE = "*_`[\\"
_INDENT = re.compile(r"[ \t\xa0\u3000]*")
_MOST = 120
"""Code points of indent and marker, so that no line is searched for its begin without end."""
_LINE_ENDS = "\n\r"
_TAB = 4
_LIST = int(Mark.LIST)


class DumpItem(NamedTuple):
    """An item of a list in a dump."""

    item: Item
    shown: bool
    """Whether the line begins with the marker; the reader of Markdown has taken it out."""


class _Lead(NamedTuple):
    """What a line begins with."""

    indent: int
    """Columns."""
    marker: str
    sure: bool
    number: bool
    shown: bool


def dump_items(page: Page, body: Sequence[BodyLine]) -> dict[int, DumpItem]:
    """The items among the lines of the body, by index.

    Args:
        page: A dump.
        body: The body's lines.
    """
    leads = [_lead(page, line) for line in body]
    beside = _set_in_beside(leads)
    out: dict[int, DumpItem] = {}
    # The open lists, from the outermost on, each by the last item's begin.
    opened: list[_Lead] = []
    for index, lead in enumerate(leads):
        if lead is None:
            if opened and _indent(page, body[index]) <= opened[0].indent:
                opened = []
            continue
        upper = [item for item in opened if _below(lead, item)]
        listed = _begins(body[index], lead, beside=beside[index]) if lead.sure else bool(upper)
        opened = [*upper, lead] if listed else []
        if listed:
            out[index] = DumpItem(Item(_marker(lead), len(opened), continues=False), lead.shown)
    return out


def _marker(lead: _Lead) -> str:
    """A bullet of Markdown is no text of the page; its numbers are those of the list."""
    return lead.marker if lead.shown or lead.number else ""


def _below(lead: _Lead, upper: _Lead) -> bool:
    """Whether an item stands within another. Numbers are often set to the right, so 9. is one further in than 10."""
    return lead.indent - upper.indent > (lead.number and upper.number)


def _set_in_beside(leads: Sequence[_Lead | None]) -> list[bool]:
    """For each line whether items of its own bullet reach, up or down and without a line between, an item that is set in."""
    found = [False] * len(leads)
    for order in (range(len(leads)), range(len(leads) - 1, -1, -1)):
        before: _Lead | None = None
        reached = False
        for index in order:
            lead = leads[index]
            if lead is None or before is None:
                reached = False
            else:
                reached = before.sure if before.indent else reached and before.marker == lead.marker
            found[index] |= reached
            before = lead
    return found


def _begins(line: BodyLine, lead: _Lead, *, beside: bool) -> bool:
    """Whether a line with a marker that extractors write is an item: it is set in, or items beside it are."""
    if lead.indent or line.line.marks & _LIST:
        return True
    # At the margin people count headings and paragraphs by 1. as often as items, and set dots and dashes before a row of names: that is
    # text as it stands. An extractor that begins at the margin is told by its inner lists.
    return not lead.number and beside


def _line_start(page: Page, line: BodyLine) -> int:
    """Where the dump's line of a line of the body begins; -1 where too much stands before it."""
    start = line.spans[0].start
    lowest = max(0, start - _MOST)
    found = max(page.text.rfind(end, lowest, start) for end in _LINE_ENDS) + 1
    return found if found or lowest == 0 else -1


def _lead(page: Page, line: BodyLine) -> _Lead | None:
    begin = _line_start(page, line)
    found = _ITEM.match(page.text, begin) if begin >= 0 else None
    if found is None:
        return None
    start = line.spans[0].start
    marker = found.group("sure") or found.group("inner")
    # The reader of Markdown takes markers, and what makes the first word bold or a link, out of the text; others begin it.
    if found.end("indent") != start and (
        found.end() > start or page.text[found.end() : start].strip(_INLINE)
    ):
        return None
    return _Lead(
        _columns(found.group("indent")), marker, found.group("sure") is not None, found.group("number") is not None,
        found.end() > start,
    )  # fmt: skip


def _indent(page: Page, line: BodyLine) -> int:
    begin = _line_start(page, line)
    found = _INDENT.match(page.text, begin) if begin >= 0 else None
    return _columns(found.group()) if found else 0


def _columns(blanks: str) -> int:
    width = 0
    for blank in blanks:
        width += _TAB - width % _TAB if blank == "\t" else 1 + (blank == "\u3000")
    return width
