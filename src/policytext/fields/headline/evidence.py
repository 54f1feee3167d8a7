"""The evidence for a headline among the lines above the text; no kind of it needs another.

A heading element, a block that is called a title, a byline row below, the text below, the same words in the text, the
same line again on the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.breadcrumb import read_breadcrumb
from policytext.fields.grammar.byline_labels import WIDGET
from policytext.fields.grammar.credits import credit_line
from policytext.fields.grammar.dates import find_dates
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.official_words import DOC_NUMBER
from policytext.fields.grammar.rows import read_row
from policytext.fields.headline.stated_titles import SITE_LIKE, match, title_key
from policytext.models.page import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.grammar.rows import Row
    from policytext.fields.headline.stated_titles import Stated
    from policytext.page.view import Line, View

__all__ = ["HEADING", "Scale", "is_prose", "row_lines", "title_span"]

_IDENT: Final = re.compile(
    r"(?:^|[.\-_ ])(?:(?:art|article|news|post|entry|content|cont?|detail|main|page|arc|doc|info|text|blog|topic|thread|show|big|head|xl|the|log)?"
    r"[-_]?(?:title|tit|bt|biaoti)\d?|headline|subject|h1|(?:title|tit)[-_]?(?:box|main|con|text|h1|article|wrap|big|name))(?:$|[.\-_ ])"
)
_LEAD: Final = re.compile(
    r"^(?:(?:主题|标题|题目|文章标题|正在阅读|文章题目|帖子主题|帖子标题|您正在阅读|名称) ?[:>] ?|原创(?=\S{8})|\* ?|·+ ?|#+ )+"
)
_TAIL: Final = re.compile(r"[ \xa0\ufffd\ue000-\uf8ff-]*(?: -|\*\*|__|[\xa0\ufffd\ue000-\uf8ff ])$")
_ENDS: Final = frozenset("。;,、:")
_FRAME: Final = int(Mark.FRAME | Mark.FORM | Mark.NOSCRIPT)
HEADING: Final = int(Mark.HEADING)
_SET_OFF: Final = int(Mark.STRONG | Mark.CENTER)
_LONG_PROSE: Final = 60
_OVER_ROW: Final = (2.5, 2.1, 1.5, 0.9, 0.5)
_OVER_TEXT: Final = (1.5, 1.0, 0.6, 0.3)
_DATED: Final = re.compile(r"(?:19|20)\d\d|\d\d:\d\d|[来來]源|作者")
_NUMBERED: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|第[一二三四五六七八九十\d]{1,3}[章节条部]"
)
_SENTENCE: Final = re.compile(r"[。!?][\"')]?$|\.{3}$|…$")
# 第02版：要闻, the page of a printed paper.
_EDITION: Final = re.compile(r"第? ?[A-Z]?\d{1,3} ?版(?:$|[: ])")
_BUTTONS: Final = 40
_SIGNED: Final = re.compile(r"记者|通讯员|评论员|实习生|撰稿|报道员|作者")
_WORTH: Final = re.compile(r"[:|/]|\d\d")


def title_span(line: Line) -> tuple[int, int]:
    """Span of the title inside a line: without 主题：, a button glued in front, a date behind it."""
    folded = line.fold
    start = 0
    lead = _LEAD.match(folded)
    if lead and lead.end() < len(folded):
        start = lead.end()
    end = len(folded)
    if end > 14 and folded[end - 1].isdigit():
        hits = find_dates(folded)
        if (
            hits
            and hits[-1].end == end
            and folded[: hits[-1].start].endswith("  ")
            and hits[-1].start > start + 4
        ):
            end = hits[-1].start
    tail = (
        _TAIL.search(folded, start, end) if folded[end - 1] in " -*_" or folded[end - 1] >= "\ue000" else None
    )
    if tail and tail.start() > start:
        end = tail.start()
    return start, end


def _overlap(key: str, body: str) -> float:
    """Share of the title's character pairs that the body has too."""
    pairs = {key[i : i + 2] for i in range(min(len(key), 28) - 1)}
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def is_prose(line: Line) -> bool:
    """Whether a line is a paragraph rather than anything a headline could be."""
    size = len(line)
    if line.link * 2 >= size or line.marks & HEADING:
        return False
    text = line.text
    if size >= _LONG_PROSE:
        return text.count("，") + text.count(",") + text.count("。") >= 2
    return size >= 24 and text[-1] == "。"


def row_lines(lines: Sequence[Line], rows: dict[int, Row], first: int, last: int) -> list[int]:
    """The first byline rows around the top of the text: headlines stand above them."""
    out: list[int] = []
    for index in range(max(0, first - 60), min(last, first + 25)):
        if index > first and out and out[0] <= first:
            break
        line = lines[index]
        size = line.end - line.start
        if (
            size > 160
            or line.link * 2 > size
            or (size > 60 and line.text[-1] == "。")
            or not _DATED.search(line.text)
        ):
            continue
        row = rows[index] = read_row(line.fold, line.text)
        if len(row.parts) == 1 and row.parts[0].date and "星期" in line.text:
            # The calendar of the frame.
            continue
        if (
            len(row.parts) > 1
            and row.parts[-1].date is not None
            and not any(part.labelled for part in row.parts[:-1])
            and "   " in line.fold[row.parts[-2].end : row.parts[-1].start]
        ):
            # A headline with its date behind a gap is no row of its own.
            continue
        if row.is_byline and (
            any(p.date or p.role in ("label", "origin") for p in row.parts)
            or (len(row.parts) > 1 and row.left < 4)
        ):
            out.append(index)
            if len(out) == 3:
                break
    return out


class Scale:
    """The evidence for a headline on one page."""

    def __init__(
        self, view: View, first: int, claims: Sequence[Stated], anchors: Sequence[int], rows: dict[int, Row]
    ) -> None:
        self.rows = rows
        self.view = view
        self.lines = view.lines
        self.first = first
        self.claims = claims
        self.anchors = anchors
        self.under = self._unders()

    def cheap(self, line: Line) -> tuple[float, int, Stated | None, float, str] | None:
        """Score, line number, what the head says, how well it matches, and the line's key."""
        index = line.index
        folded = line.fold
        size = len(folded)
        start, end = title_span(line)
        key = title_key(folded[start:end])
        if len(key) < 2 or key.isdigit():
            return None
        matched, claim = match(key, self.claims) if self.claims else (0.0, None)
        if claim is not None and claim.rule == "dump/first-line":
            if index == 0:
                return None
            matched = matched * 0.8 if len(key) >= 8 or key == claim.head else 0.0
        last = folded[-1]
        if last in _ENDS and matched < 0.7:
            return None
        score = 4.0 * matched
        node = self.view.page.nodes[line.node]
        distance = self.first - index
        if line.marks & HEADING:
            bonus = {"h1": 2.0, "h2": 1.4, "h3": 0.9}.get(node.tag, 0.3 if matched < 0.5 else 0.8)
            score += bonus if matched > 0.5 or distance <= 14 else bonus / 2
        if node.ident and _IDENT.search(node.ident):
            score += 0.9
        if line.link * 2 > size:
            # Blogs link a headline to itself; further up a link is a menu.
            score -= 0.8 if matched >= 0.9 or distance <= 4 else 1.6
        if line.marks & _FRAME:
            score -= 0.6
        commas = folded.count(",") + folded.count("、")
        if size > 70 or (matched < 0.7 and (commas > 2 or _NUMBERED.match(folded))):
            score -= 1.2
        elif len(key) >= 10:
            score += 0.6
        elif len(key) < 5:
            score -= 0.6
        if matched < 0.7:
            shown = folded[start:end]
            if (
                shown.startswith("--")
                or shown.count("|") > 1
                or shown.count("  ") > 2
                or shown.count("[") > 1
            ):
                score -= 1.0
            if (len(key) < 12 and key.isascii()) or ("·" not in folded and looks_person(folded)):
                # A handle or a name: who wrote it, not what it is called.
                score -= 1.0
            if distance <= 0 and size > 40 and _SENTENCE.search(folded):
                score -= 1.0
        if start and folded[:2] in ("主题", "标题", "题目", "文章", "帖子"):
            score += 1.5
        score += self._place(line, index, distance)
        if end < size - 8 and find_dates(folded[end:]):
            score += 1.5
        return score, index, claim, matched, key

    def _place(self, line: Line, index: int, distance: int) -> float:
        score = (
            -0.8
            if distance > 60
            else -0.4
            if distance > 14
            else 0.2
            if distance > 8
            else 0.0
            if distance <= 0
            else 0.6
        )
        if index in self.anchors:
            return score - 2.0
        under = self.under.get(index, 0.0)
        if self.anchors and self.anchors[0] < index and under < 2.0:
            score -= 0.8
        if distance <= 0 and not under and index + 1 < len(self.lines) and is_prose(self.lines[index + 1]):
            under = 1.2
        if line.marks & _SET_OFF:
            score += 0.4
        return score + under

    def _unders(self) -> dict[int, float]:
        """What each line gains by what stands below it; buttons and very short lines between do not count."""
        out: dict[int, float] = {}
        for below, gains in (*((at, _OVER_ROW) for at in self.anchors), (self.first, _OVER_TEXT)):
            step = 0
            for index in range(below - 1, max(-1, below - 12), -1):
                line = self.lines[index]
                if (
                    line.end - line.start < 5
                    or _buttons(line.fold)
                    or DOC_NUMBER.fullmatch(line.fold)
                    or ("记者" in line.fold and credit_line(line.fold, line.text))
                ):
                    continue
                out[index] = max(out.get(index, 0.0), gains[step])
                step += 1
                if step == len(gains):
                    break
        return out

    def dear(self, line: Line, key: str, matched: float, body: str) -> float | None:
        """More evidence, for the few lines that lead; ``None`` where the line is no headline."""
        folded = line.fold
        score = 0.0
        if (matched < 0.7 or ">" in folded) and read_breadcrumb(line.text, folded) is not None:
            return None
        if matched < 0.7:
            start, end = title_span(line)
            whole = self.rows.get(line.index) if end - start == len(folded) else None
            if _is_frame_line(folded[start:end], line.text[start:end], whole):
                return None
            if SITE_LIKE.search(folded) and len(key) < 10:
                score -= 0.8
        if body and len(key) >= 4:
            score += 2.0 * _overlap(key, body) - 0.4
        if matched < 0.9 and len(key) >= 6:
            start, end = title_span(line)
            if self.view.text.count(line.text[start:end]) > 1:
                score += 0.7 if len(key) >= 8 else 0.3
                around = (
                    self.lines[max(0, line.index - 6) : line.index]
                    + self.lines[line.index + 1 : line.index + 6]
                )
                if any(title_key(other.fold) == key for other in around):
                    score += 0.8
        return score


def _buttons(folded: str) -> bool:
    """Whether a line holds buttons and counters only."""
    return len(folded) <= _BUTTONS and not WIDGET.sub("", folded).strip(" |·[]/")


def _is_frame_line(folded: str, text: str, row: Row | None) -> bool:
    if _buttons(folded) or DOC_NUMBER.fullmatch(folded) or _EDITION.match(folded):
        return True
    if len(folded) < 60 and _SIGNED.search(folded) and credit_line(folded, text) is not None:
        return True
    if _WORTH.search(folded):
        row = row or read_row(folded, text)
        return (row.is_byline and row.left < 8) or (bool(row.parts) and row.left <= 2)
    return False
