"""Byline rows: a folded line cut into labelled parts, and how much of it the grammar explains.

A byline row (``21-12-21 09:08 来源:某某网-某某晚报 编辑:某某``) consists of dates, labels with values, counters, buttons, and
perhaps one bare word beside a date (the paper). A sentence may hold any of these too; what tells them apart is what
remains: of a row nearly nothing, of a sentence nearly all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.byline_labels import EDITOR_ROLES, WIDGET
from policytext.fields.grammar.dates import DateHit, find_dates
from policytext.fields.grammar.names import ROLE_WORD, is_body, split_credit
from policytext.fields.grammar.row_marks import find_anchors

if TYPE_CHECKING:
    from policytext.fields.grammar.row_marks import Anchor

__all__ = ["PEOPLE", "Part", "Row", "read_row"]

PEOPLE: Final = frozenset(
    "author reporter correspondent translator photographer editor duty_editor proofreader reviewer producer issuer".split()
)
"""Roles whose values are names."""
_TELLING: Final = frozenset({*PEOPLE, "origin", "publisher", "label"}) - {"issuer"}
_JUNK: Final = re.compile(r'[\s|()\[\]<>《》·,.,。、;:/\\\-_~*+=@"\'#!?〓]+')
_GAP: Final = re.compile(r" {2,}| ?\| ?| ?> ?")
_BY: Final = re.compile(
    r"(?:本[文贴帖]?由|由) ?(?P<by>[^ ,。:]{1,20}?) ?(?:于|张贴|发表|发布|上传|投稿|@)|(?<![a-z] )\bby ?:? (?P<en>[\w.&-]{2,24})",
    re.IGNORECASE,
)
_POSTER: Final = re.compile(r"[-·*\s]*(?P<who>[^\s:,。|()]{2,20}) {0,3}\Z")
# A date without its year, or counted from now: explained, but no date.
_PARTIAL: Final = re.compile(
    r"\d{1,2}[-/月.]\d{1,2}日? ?(?:\d\d:\d\d(?::\d\d)?)?|今天|昨天|前天|刚刚|\d{1,3} ?(?:分钟|小时|天|个?月|年)前"
)
_COUNT: Final = re.compile(r"[\d,.]* ?(?:万|亿)? ?(?:次|人次|人|条|\(\d*\))?")
_CODE: Final = re.compile(r"[ _]*\(?[A-Z]{1,3}\d{2,7}\)?")
_WORDS: Final = re.compile(r"[^ |]+(?: [^ |]+)*")
_LINE_LIMIT: Final = 240
_VERBS: Final = re.compile(r"[。!?;\"']|了|的|是|在|从|获悉|看到|介绍|表示|采访|认为|发现|了解|告诉|说|问")


class Part(NamedTuple):
    """A labelled stretch of a line. All offsets are code points of the line, half-open."""

    role: str
    """Role of `policytext.fields.grammar.byline_labels.ROLES`, ``date:<kind>``, ``url``, ``button``, or ``bare`` for a word
    without a label."""
    start: int
    end: int
    value_start: int
    value_end: int
    names: tuple[str, ...] = ()
    date: DateHit | None = None


class Row(NamedTuple):
    """A line as the grammar reads it."""

    parts: tuple[Part, ...]
    total: int
    """Characters of the line that are no blanks."""
    left: int
    """Those that the grammar does not explain."""

    @property
    def explained(self) -> float:
        """Share of the line that the grammar explains, 0 to 1."""
        return 1.0 - self.left / self.total if self.total else 0.0

    @property
    def is_byline(self) -> bool:
        """Whether the line is a byline row: it says who, when or from where, and hardly anything else."""
        if not any(p.role in _TELLING or p.role.startswith("date:") for p in self.parts):
            return False
        dated = any(p.date or p.role == "label" for p in self.parts)
        signed = dated and any(p.role == "author" for p in self.parts)
        # Beside a date stand a paper, a column, a place; a sentence leaves more than a dozen characters.
        return self.left <= (28 if signed else 14 if dated else 2) or self.explained >= 0.8


def read_row(folded: str, text: str | None = None) -> Row:
    """Cut a line into parts.

    Args:
        folded: The line's shadow.
        text: The line as displayed, same length; names are cut from it. Defaults to ``folded``.

    Returns:
        The parts in order. A line that is too long for a row (over 240 characters) or holds neither a label, a date nor
        an address gives no parts and counts as unexplained.
    """
    total = len(folded) - folded.count(" ")
    if len(folded) > _LINE_LIMIT:
        return Row((), total, total)
    dates = find_dates(folded)
    anchors = find_anchors(folded, dates)
    if not anchors:
        return Row((), total, total)
    return _RowReader(folded, folded if text is None else text, dates).read(anchors, total)


class _RowReader:
    """One line, anchor by anchor. What no anchor takes is free, and looked at in the end."""

    def __init__(self, folded: str, text: str, dates: list[DateHit]) -> None:
        self.folded = folded
        self.text = text
        self.dates = {hit.start: hit for hit in dates}
        self.parts: list[Part] = []
        self.free: list[tuple[int, int]] = []
        self.at = 0
        self.waiting: tuple[int, str] | None = None

    def read(self, anchors: list[Anchor], total: int) -> Row:
        """The row."""
        size = len(self.folded)
        for index, anchor in enumerate(anchors):
            following = anchors[index + 1] if index + 1 < len(anchors) else None
            stop = following.start if following else size
            if anchor.role == "date":
                self._date(anchor, stop)
                continue
            self.waiting = None
            if anchor.role == "url":
                self._take(anchor.role, anchor.start, anchor.end, anchor.start, anchor.end)
            elif anchor.role.startswith("date:"):
                self._date_label(anchor, stop, dated=following is not None and following.role == "date")
            else:
                self._value(anchor, stop)
        self.free.append((self.at, size))
        left = sum(_leftover(self.folded, self.text, start, end, self.parts) for start, end in self.free)
        self.parts.sort(key=lambda part: part.start)
        return Row(tuple(self.parts), total, left)

    def _take(
        self, role: str, start: int, end: int, value_start: int, value_end: int, names: tuple[str, ...] = ()
    ) -> None:
        self.free.append((self.at, start))
        self.parts.append(Part(role, start, end, value_start, value_end, names))
        self.at = end

    def _date(self, anchor: Anchor, stop: int) -> None:
        start, end = anchor.start, anchor.end
        word, kind = _trailing_kind(self.folded, end, stop)
        behind = self.folded.find(word, end) + len(word) if word else end
        if not word and self.waiting and not self.folded[self.waiting[0] : start].strip(" -,("):
            kind = self.waiting[1]
        self.free.append((self.at, start))
        self.parts.append(Part(kind, start, behind, start, end, (), self.dates[start]))
        self.at, self.waiting = behind, None

    def _date_label(self, anchor: Anchor, stop: int, *, dated: bool) -> None:
        """A label of a date. The date itself is the next anchor; without one the label explains only itself."""
        start, end, role, plain = anchor
        folded = self.folded
        poster = _POSTER.match(folded, self.at, start) if plain or "于" in folded[start:end] else None
        who = poster["who"] if poster else ""
        if poster and not is_body(who) and not WIDGET.match(who) and "[" not in who:
            low, high = poster.span("who")
            self.parts.append(Part("author", low, high, low, high, (self.text[low:high],)))
        else:
            self.free.append((self.at, start))
        if dated:
            self.waiting = (end, role)
        elif partial := _PARTIAL.match(folded, end, stop):
            end = partial.end()
        self.parts.append(Part("label", start, end, end, end))
        self.at = end

    def _value(self, anchor: Anchor, stop: int) -> None:
        """A label that is no date's, with its value."""
        start, end, role, plain = anchor
        folded, text = self.folded, self.text
        value_end = _label_value(folded, end, stop, role)
        names: tuple[str, ...] = ()
        if role in PEOPLE:
            names = split_credit(
                text[end:value_end], folded[end:value_end], trust="none" if plain else "label"
            )
            if not names and role in EDITOR_ROLES and not plain and _OFFICE.fullmatch(folded, end, value_end):
                names = (text[end:value_end].strip(),)
            if names:
                value_end = _names_end(text, end, value_end, names)
            elif plain:
                return
            elif value_end - end > _LONG_NAMES:
                value_end = end
        elif plain and role == "origin" and value_end - end > _LONG_NAMES:
            return
        if role == "counter":
            hit = _COUNT.match(folded, end)
            value_end = hit.end() if hit else end
        elif role in ("origin", "publisher", "column"):
            value_end = min(value_end, end + _LONG_VALUE)
        elif role in ("official", "subtitle"):
            value_end = stop
        elif role == "widget":
            value_end = end
        self._take(role, start, value_end, end, value_end, names)


# 责任编辑：某区政府办. An office edits what it posts; a paper's or site's name behind the label is no editor.
_OFFICE: Final = re.compile(r"[\u4e00-\u9fff]{2,10}(?:办|办公室|局|委|科|处|厅|融媒体?中心|信息中心)")
_CLAUSE: Final = re.compile(r"[\u4e00-\u9fff][,;。!?][\u4e00-\u9fff]")
_SENTENCE: Final = 15
_LONG_NAMES: Final = 24
_LONG_VALUE: Final = 40


def _label_value(folded: str, start: int, stop: int, role: str) -> int:
    """Where a value that begins at ``start`` ends, ``stop`` at the latest."""
    value = folded[start:stop]
    if role == "keywords":
        return start + len(value.rstrip())
    gap = None if role in PEOPLE else _GAP.search(value.rstrip(), 1)
    end = gap.start() if gap else len(value)
    if role in ("origin", "publisher", "column") or role in PEOPLE:
        # A button or counter behind one blank ends the value: 来源:某报 分享到 微信.
        at = value.find(" ", 1, end)
        while at > 0:
            if (hit := WIDGET.match(value, at + 1)) and hit.end() > hit.start():
                end = at
                break
            at = value.find(" ", at + 1, end)
    closing = value.find(")", 0, end)
    if closing >= 0 and "(" not in value[:closing]:
        end = closing
    closing = value.find("]", 0, end)
    if closing >= 0 and "[" not in value[:closing]:
        end = closing
    return start + len(value[:end].rstrip())


def _trailing_kind(folded: str, end: int, stop: int) -> tuple[str, str]:
    """The kind of date that a word right behind it tells: ``13:18 更新``, ``印发``."""
    after = folded[end : min(stop, end + 6)].lstrip(" )]")
    for word, kind in (
        ("印发", "printed"),
        ("更新", "updated"),
        ("修改", "updated"),
        ("归档", "archived"),
        ("截止", "other"),
        ("前", "other"),
        ("以前", "other"),
        ("之前", "other"),
        ("起", "other"),
        ("至", "other"),
        ("到", "other"),
        ("~", "other"),
    ):
        if after.startswith(word):
            return word, f"date:{kind}"
    return "", "date:published"


def _names_end(text: str, start: int, end: int, names: tuple[str, ...]) -> int:
    last = names[-1]
    at = text.rfind(last, start, end)
    if at < 0:
        at = text.rfind(last[-1], start, end)
        return at + 1 if at >= 0 else end
    at += len(last)
    code = _CODE.match(text, at, end)
    return code.end() if code else at


def _leftover(folded: str, text: str, start: int, end: int, parts: list[Part]) -> int:
    """Explain what stands between two anchors by buttons and bare words; count what remains."""
    piece = folded[start:end]
    if not piece.strip():
        return 0
    by = _BY.search(piece) if "由" in piece or "by" in piece or "By" in piece or "BY" in piece else None
    if by and any(p.date for p in parts):
        group = "by" if by["by"] else "en"
        name = text[start + by.start(group) : start + by.end(group)]
        parts.append(
            Part(
                "author",
                start + by.start(),
                start + by.end(),
                start + by.start(group),
                start + by.end(group),
                (name,),
            )
        )
        piece = piece[: by.start()] + " " * (by.end() - by.start()) + piece[by.end() :]
    mark = ROLE_WORD.search(piece)
    if mark and not _VERBS.search(piece):
        names = split_credit(text[start + mark.start() : end], piece[mark.start() :], trust="role")
        if names:
            stop = _names_end(text, start + mark.end(), end, names)
            parts.append(Part("reporter", start + mark.start(), stop, start + mark.end(), stop, names))
            piece = piece[: mark.start()] + " " * (stop - start - mark.start()) + piece[stop - start :]
    rest = WIDGET.sub(lambda m: " " * len(m[0]), piece) if len(piece) < 120 else piece
    left = 0
    for match in _WORDS.finditer(rest):
        word = _JUNK.sub("", match[0])
        if not word:
            continue
        a, b = start + match.start(), start + match.end()
        while a < b and (folded[a] in " |:,()[]<>-·〓"):
            a += 1
        while b > a and (folded[b - 1] in " |:,([<>-·〓"):
            b -= 1
        if (word.isdigit() and len(word) <= 7) or word.endswith(("供稿", "供图")):
            continue
        parts.append(Part("bare", a, b, a, b))
        left += len(match[0].replace(" ", ""))
        if not match[0].isascii() and _CLAUSE.search(match[0]):
            # A comma between words: the row is a sentence, however short.
            left += _SENTENCE
    return left
