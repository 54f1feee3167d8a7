"""Where a line stands: above the byline row, above the text, below a path of columns, set apart or one of many."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.byline_labels import WIDGET
from policytext.fields.grammar.credits import credit_line
from policytext.fields.grammar.dates import find_dates, partial_date
from policytext.fields.grammar.names import is_organisation, looks_person
from policytext.fields.grammar.official_words import DOC_NUMBER
from policytext.fields.grammar.rows import read_row
from policytext.fields.headline.stated_titles import title_key
from policytext.fields.headline.traits import HEADING, is_caption, is_column, is_menu, title_span
from policytext.page.begins import has

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.fields.grammar.rows import Part, Row
    from policytext.fields.headline.evidence import Trait
    from policytext.page.view import Line, View

__all__ = ["Places", "is_buttons", "is_paragraph", "row_lines"]

_LONG_PROSE: Final = 60
_OVER_ROW: Final = ("over-row", "over-row-2", "over-row-3", "over-row-4", "over-row-4")
_OVER_TEXT: Final = ("over-text", "over-text-2", "over-text-3", "over-text-3")
_is_dated: Final = has(
    r"(?:(?:19|20)\d\d|\d\d:\d\d|[来來]源|作者|前|昨天|日期|二[〇零○O])", "0-9０-９来來作前昨日二"
)
_BUTTONS: Final = 40
_BETWEEN: Final = " |·[]/"
_REST: Final = 6
"""Characters beside three and more buttons in a line of buttons."""
_BUTTON_IN_REACH: Final = re.compile(
    rf"[{re.escape(_BETWEEN)}]{{0,{_BUTTONS}}}.{{0,{_REST}}}?[{re.escape(_BETWEEN)}]{{0,{_BUTTONS}}}?(?:{WIDGET.pattern})",
    re.DOTALL,
)
_PATH: Final = re.compile(r"[>»›]|^[^:]{0,6}位置")
_ENDED: Final = frozenset("。;,、:!?")
_SHORTEST, _LONGEST = 8, 60
"""Characters of a line that could be a headline as well as the one below it."""
_MATTER: Final = 6
"""Characters beside the date in a headline that has one: fewer are a name."""
_TOPPED: Final = 12
"""Lines above a byline row among which its headline is looked for."""
_SHORT: Final = 4
"""Lines with fewer characters are passed over on the way up from the row or the text."""
_SHORTEST_OVER: Final = 2
"""But right above it stand headlines of two: 渡口."""


def is_paragraph(line: Line) -> bool:
    """Whether a line is a paragraph rather than anything a headline could be."""
    size = len(line)
    if line.link * 2 >= size or line.marks & HEADING:
        return False
    text = line.text
    if size >= _LONG_PROSE:
        return text.count("，") + text.count(",") + text.count("。") >= 2
    return size >= 24 and text[-1] == "。"


def is_buttons(folded: str) -> bool:
    """Whether a line holds buttons and counters, and hardly anything else: 共有5篇回复 只看楼主 收藏 回复."""
    size = len(folded)
    if size > _BUTTONS:
        return False
    # Of most lines the beginning tells: where no button begins within reach, too much stands beside the buttons.
    if not _BUTTON_IN_REACH.match(folded):
        return not folded.strip(_BETWEEN)
    rest, buttons = WIDGET.subn("", folded)
    rest = rest.strip(_BETWEEN)
    return not rest or (buttons > 2 and len(rest) <= _REST)


def row_lines(view: View, rows: dict[int, Row], first: int, last: int) -> list[int]:
    """The first byline rows around the top of the text: headlines stand above them."""
    out: list[int] = []
    for index in range(max(0, first - 60), min(last, first + 25)):
        if index > first and out and out[0] <= first:
            break
        line = view.lines[index]
        size = line.end - line.start
        if (
            size > 160
            or line.link * 2 > size
            or (size > 60 and line.text[-1] == "。")
            or not _is_dated(line.text)
        ):
            continue
        row = rows[index] = read_row(line.fold, line.text, seams=view.seams(line))
        if _is_row(row, line):
            out.append(index)
            if len(out) == 3:
                break
    return out


def _is_row(row: Row, line: Line) -> bool:
    """Whether a row says when, from where or, beside something else, who; the calendar of the frame does not."""
    if _is_calendar(row, line) or _has_title_before(line) or is_dated_title(row, line):
        return False
    parts = row.parts
    roles = {part.role for part in parts}
    begun = partial_date(line.fold)
    if begun and (begun == len(line.fold) or "origin" in roles):
        return True
    if not row.is_byline:
        return False
    says = not roles.isdisjoint(("label", "origin")) or any(part.date for part in parts)
    return says or (len(parts) > 1 and row.left < 4)


def _has_title_before(line: Line) -> bool:
    """Whether a headline stands in a line, with its row behind it."""
    end = title_span(line)[1]
    return end < len(line.fold) and bool(find_dates(line.fold[end:]))


def _is_calendar(row: Row, line: Line) -> bool:
    """Whether a row is nothing but today's date of the frame, with its weekday, or the month of an archive: 2005年9月 (1)."""
    date = row.parts[0].date if len(row.parts) == 1 else None
    return date is not None and ("星期" in line.text or date.precision == "month")


def is_dated_title(row: Row, line: Line) -> bool:
    """Whether a date belongs to the headline it stands in: 2024年3月全市环境空气质量通报, 疫情通报（2020年2月3日）.

    What follows or goes before is no name of a paper or person, nothing parts it from the date, and no label stands there.
    """
    date = _only_date(row)
    if date is None:
        return False
    folded = line.fold
    start, end = date.start, date.end
    if ":" in folded or "|" in folded or "月" not in folded[start:end]:
        return False
    before, behind = folded[:start].rstrip("("), folded[end:].lstrip(")")
    # 2024年3月1日 青禾日报 has a blank between: it is a row.
    if before.endswith(" ") or behind.startswith(" "):
        return False
    rest = before + behind
    return len(rest) >= _MATTER and " " not in rest.strip()


def _only_date(row: Row) -> Part | None:
    """The date of a row that has one, and no label beside it."""
    dates = [part for part in row.parts if part.date]
    labels = any(part.role != "bare" and part.labelled and not part.date for part in row.parts)
    return dates[0] if len(dates) == 1 and not labels else None


class Places:
    """The places of one page's lines."""

    def __init__(self, view: View, first: int, anchors: Sequence[int], rows: dict[int, Row]) -> None:
        self.lines = view.lines
        self.text = view.text
        self.dump = view.page.form == "text"
        self.first = first
        self.anchors = anchors
        self.rows = rows
        self.spaced = self.dump and "\n\n" in view.text
        self.above = self._above()
        # Where nothing above the row could be the headline, it stands below: papers and radio stations set the date on top.
        top = anchors[0] if anchors else 0
        self.topped = any(
            self._could_be(at) and not is_organisation(self.lines[at].fold)
            for at in range(max(0, top - _TOPPED), top)
        )

    def traits(self, line: Line, distance: int) -> list[Trait]:
        """Where a line stands; ``distance`` counts the lines down to the text."""
        index = line.index
        if index in self.anchors:
            return [("row", 1.0)]
        under = self.above.get(index, ())
        names = [_band(distance), *under, *self._below_a_row(index, under)]
        if distance <= 0 and not under and self._before_prose(index):
            names.append("before-prose")
        # Words in Latin letters above the headline are a logo's.
        if index < 3 and all(above.text.isascii() for above in self.lines[:index]):
            names.append("top")
        if self.spaced and self._alone(line):
            names.append("alone")
        names += self._below_a_line(index, under)
        return [(name, 1.0) for name in names]

    def _below_a_row(self, index: int, under: Sequence[str]) -> Iterator[str]:
        """What a line loses that stands below the first byline row; ``under``: what it gains by what stands below it."""
        if self.anchors and self.anchors[0] < index and not any(name in _OVER_ROW[:2] for name in under):
            if self.topped:
                yield "below-row"
            elif index - 1 in self.anchors:
                yield "under-row"

    def _below_a_line(self, index: int, under: Sequence[str]) -> Iterator[str]:
        """What a line gains or loses by the line above it: a path of columns, or what may be the headline itself."""
        if index and self._is_path(index - 1):
            yield "below-path"
        if index and self._could_be(index - 1):
            deck = any(name in _OVER_ROW[:3] for name in under) and not is_organisation(
                self.lines[index - 1].fold
            )
            yield "deck" if deck else "second"

    def _before_prose(self, index: int) -> bool:
        return index + 1 < len(self.lines) and is_paragraph(self.lines[index + 1])

    def _above(self) -> dict[int, tuple[str, ...]]:
        """What each line gains by what stands below it; buttons and very short lines between do not count."""
        out: dict[int, tuple[str, ...]] = {}
        for below, names in (*((at, _OVER_ROW) for at in self.anchors), (self.first, _OVER_TEXT)):
            step = 0
            for index in range(below - 1, max(-1, below - 12), -1):
                line = self.lines[index]
                least = _SHORTEST_OVER if index == below - 1 else _SHORT
                if line.end - line.start < least or _is_between(line, over_row=names is _OVER_ROW):
                    continue
                if not any(name in _OVER_ROW for name in out.get(index, ())) or names is _OVER_TEXT:
                    out[index] = (*out.get(index, ()), names[step])
                step += 1
                if step == len(names):
                    break
        return out

    def _alone(self, line: Line) -> bool:
        """Whether blank lines stand on both sides; the page's own ends count."""
        lines, index = self.lines, line.index
        before = index == 0 or self.text.count("\n", lines[index - 1].end, line.start) > 1
        return before and (
            index + 1 == len(lines) or self.text.count("\n", line.end, lines[index + 1].start) > 1
        )

    def ends_path(self, index: int, key: str) -> bool:
        """Whether a path of columns above a line ends in its key."""
        for above in range(max(0, index - 12), index):
            folded = self.lines[above].fold
            if ">" in folded and title_key(folded.rsplit(">", 1)[1]) == key:
                return True
        return False

    def _is_path(self, index: int) -> bool:
        return _PATH.search(self.lines[index].fold) is not None

    def _could_be(self, index: int) -> bool:
        """Whether a line has the form of a headline: if so, what stands below it may be its deck."""
        line = self.lines[index]
        folded = line.fold
        return (
            _SHORTEST <= len(folded) <= _LONGEST
            and folded[-1] not in _ENDED
            and line.link * 2 <= len(folded)
            and index not in self.anchors
            and not self._is_path(index)
            and "|" not in folded
            and len(title_key(folded)) >= _SHORTEST
            and not is_menu(folded)
        )


def _is_between(line: Line, *, over_row: bool) -> bool:
    """Whether a line often stands between a headline and its row or text: columns, buttons, a subtitle in brackets, a number, a credit."""
    folded = line.fold
    return bool(
        is_column(folded)
        or (over_row and "·" not in folded and looks_person(folded))
        or is_buttons(folded)
        or is_menu(folded)
        or is_caption(folded)
        or (folded[0] == "(" and folded[-1] == ")")
        or DOC_NUMBER.fullmatch(folded)
        or ("记者" in folded and credit_line(folded, line.text))
    )


def _band(distance: int) -> str:
    if distance > 60:
        return "very-far"
    if distance > 14:
        return "far"
    if distance > 8:
        return "close"
    return "near" if distance > 0 else "in-text"
