"""The documents that one page holds: a letter and what it issues, attachments, an interpretation beside its document.

A new part begins where a line says so (附件1, the title that the letter or the headline names in 《》, the name of an attachment) or
where text goes on under a title of its own behind the signature of a letter that issues something. Without such a sign the page
holds one document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.official_words import KIND, kind_of
from policytext.fields.headline.stated_titles import title_key
from policytext.official.closing import date_line, note_of
from policytext.page.prose import is_prose
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.official import PartKind
    from policytext.official.closing import Closing
    from policytext.page.view import Line

__all__ = ["ANNEX_LABEL", "PartRange", "first_kind", "split_parts"]


class PartRange(NamedTuple):
    """A part as places in the lines that were read, half-open."""

    kind: PartKind
    first: int
    last: int
    title: str | None = None
    label: str | None = None
    note: str | None = None


_LABEL: Final = re.compile(
    r"[\[(]?附 *(?:(?:件|表|录) *)?(?:(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})(?:-\d{1,2})? *|-\d{1,2} *)?(?:[\])][:.、]? *|[:.、] *)?"
)
# 附件2-1 and 附表3 count the sheets of one attachment.
ANNEX_LABEL: Final = re.compile(
    r"[\[(]?附 *(?:件|表) *(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:-\d{1,2})? *|-\d{1,2} *)?[\])]?[:：]?"
)
# A title within a title is set in single brackets: 〈…〉.
_NAMED: Final = re.compile(r"《((?:[^《》]|《[^《》]*》){3,80})》|〈([^〈〉]{3,80})〉")
_ISSUES: Final = re.compile(r"印发|发布|公布|转发|批转|下发|颁布|颁发|公开征求|征求.{0,40}意见|现予|予以公")
_ISSUES_TITLE: Final = re.compile(
    r"(?:关于)?(?:印发|发布|公布|转发|批转|颁布|下发)(?P<name>.{4,80}?)(?:的(?:通知|函|公告|通告|决定|令))$"
)
_DRAFT: Final = re.compile(r"征求意见|草案|送审稿|讨论稿|公开征集")
# 起草说明 and 制定说明 go with a draft as 解读 goes with what is in force.
_INTERPRETS: Final = re.compile(r"(?:政策|文件|文字|权威|专家)?解读|政策问答|起草说明|(?:制定|编制|修订)说明")
_NOTICE: Final = re.compile(r"(?:公告|通告|公示|启事|公开信|倡议书|公报|声明|提示)$")
_LONGEST_TITLE: Final = 4
"""Lines of a title (GB/T 9704 sets it in two to four)."""
_LONGEST_TITLE_LINE: Final = 60
_LONGEST_LINE: Final = 90
_LABEL_BEGINS: Final = "附[("
_BRACKET: Final = re.compile(r"\([^()]{2,30}\)")
_TEXT_BEGINS: Final = re.compile(r"第 ?[一1] ?[章条编]|[一1]、|1\.|\(一\)|目 ?录$")


def first_kind(title: str | None, *, order: bool) -> PartKind:
    """What the page's own document is, by its headline; an order by the number that stands below it."""
    if order:
        return "order"
    if title:
        key = "".join(title.split())
        kind = kind_of(key)
        if kind in ("令", "命令"):
            return "order"
        if _INTERPRETS.search(key[-8:]) or kind in ("解读", "问答"):
            return "interpretation"
        if _NOTICE.search(KIND.search(key)[0].split("(")[0] if kind and (KIND.search(key)) else key):  # type: ignore[index]
            return "notice"
    return "letter"


def split_parts(
    lines: Sequence[Line],
    headline: str | None,
    kind: PartKind,
    closings: Sequence[Closing],
    notes: Sequence[str],
) -> list[PartRange]:
    """The parts, in order; they cover all ``lines``.

    Args:
        lines: The document's lines behind the page's headline.
        headline: The headline, folded.
        kind: What the first part is.
        closings: Signatures and dates among ``lines``.
        notes: What the letter's attachment note names.
    """
    starts = _Splitter(lines, headline or "", kind, closings, notes).starts()
    bounds = [*(part.first for part in starts), len(lines)]
    out = [PartRange(kind, 0, bounds[0])]
    out += [part._replace(last=bounds[number + 1]) for number, part in enumerate(starts)]
    if len(starts) == 1 and starts[0].kind == "issued" and _DRAFT.search(headline or ""):
        out[1] = out[1]._replace(kind="draft")
    return out


def _text_begin(lines: Sequence[Line]) -> int:
    """Behind the first running text: nothing before it is a part of its own."""
    return next((at + 1 for at, line in enumerate(lines) if is_prose(line)), min(1, len(lines)))


def _issued_names(lines: Sequence[Line], headline: str, closed: int | None) -> set[str]:
    """Keys of the titles that the headline, or a letter that issues something, names."""
    names: set[str] = set()
    for match in _NAMED.finditer(headline):
        names.add(title_key(fold(match[1] or match[2])))
    plain = _ISSUES_TITLE.search(headline)
    if plain is not None:
        names.add(title_key(plain["name"]))
    # A letter says what it issues in its first sentences; further down titles are cited.
    for line in lines[: min(closed or 6, 12)]:
        if _ISSUES.search(line.fold):
            for match in _NAMED.finditer(line.text):
                names.add(title_key(fold(match[1] or match[2])))
    names.discard("")
    return names


class _Splitter:
    """The lines of one page, and what its letter names: the titles by which the other documents are known."""

    def __init__(
        self,
        lines: Sequence[Line],
        headline: str,
        kind: PartKind,
        closings: Sequence[Closing],
        notes: Sequence[str],
    ) -> None:
        self.lines = lines
        self.own = title_key(headline)
        self.order = kind == "order"
        self.closed = next((one.last for one in closings if one.names or one.date), None)
        self.issued = _issued_names(lines, headline, self.closed)
        self.notes = {title_key(fold(name)): name for name in notes}
        self.issues = bool(
            _ISSUES.search(headline)
            or (self.closed and any(_ISSUES.search(line.fold) for line in lines[: self.closed]))
        )
        # An order's headline is the title of what it puts in force.
        self.named = (*self.issued, *self.notes, *([self.own] if self.order and self.own else []))

    def starts(self) -> list[PartRange]:
        """Where the parts behind the first one begin."""
        found: list[PartRange] = []
        at = _text_begin(self.lines)
        while at < len(self.lines):
            start = self._start(at, first=not found)
            if start is not None:
                found.append(start[0])
            at = max(at + 1, start[1] if start is not None else 0)
        return found

    def _start(self, at: int, *, first: bool) -> tuple[PartRange, int] | None:
        """The part that begins at a line, and the line behind its title."""
        folded = self.lines[at].fold
        # Titles are short and have no end mark: most lines are done with here.
        if len(folded) > _LONGEST_LINE or folded[-1] in "。;,":
            return None
        behind = self.closed is not None and at >= self.closed
        # Before the signature 附件 alone may head a list of names; a title below it makes it an annex.
        if ANNEX_LABEL.fullmatch(folded):
            return self._labelled(at) if behind or _followed_by_title(self.lines, at) else None
        found = self._label_and_title(at) if behind and folded[0] in _LABEL_BEGINS else None
        if found is not None:
            return found
        title, below = self._title_named(at, self.named)
        if title is not None:
            return self._part(at, title, known=(self.own,) if self.order else ()), below
        return self._untold(at, first=first) if behind else None

    def _labelled(self, at: int) -> tuple[PartRange, int]:
        """附件1 on a line of its own, its title below."""
        title, below = self._title_of(at + 1)
        label = "".join(self.lines[at].text.split()).rstrip(":：")
        return self._part(at, title, label=label), below

    def _label_and_title(self, at: int) -> tuple[PartRange, int] | None:
        """附件1：… with the title on the same line, unless it is an item of a list of attachments."""
        line = self.lines[at]
        label = _LABEL.match(line.fold)
        if label is None or label.end() == len(line.fold):
            return None
        if not (label["number"] or line.fold[label.end() - 1] in ":： "):
            return None
        rest = line.text[label.end() :].strip()
        if title_key(line.fold[label.end() :]) not in self.notes and (
            len(rest) > _LONGEST_TITLE_LINE or _listed(self.lines, at)
        ):
            return None
        shown = "".join(line.text[: label.end()].split()).rstrip(":：.、")
        return self._part(at, rest, label=shown), at + 1

    def _untold(self, at: int, *, first: bool) -> tuple[PartRange, int] | None:
        """A part behind the signature that no label and no name announces: an interpretation, what a letter issues, an order's rules."""
        line, closed = self.lines[at], self.closed or 0
        folded = line.fold
        if (
            len(folded) <= _LONGEST_TITLE_LINE
            and _INTERPRETS.search(folded[-10:])
            and kind_of(folded) in ("解读", "问答", "说明")
        ):
            return PartRange("interpretation", at, at, line.text.strip()), at + 1
        # A letter issues one document; further titles below are headings of that.
        if first and self.issues and at < closed + 6 and _title_like(self.lines, at):
            title, below = self._title_of(at)
            return self._part(at, title, default="issued"), below
        # Some orders show the rules without repeating their title.
        if self.order and at == closed and _TEXT_BEGINS.match(folded):
            return PartRange("issued", at, at, None), at + 1
        return None

    def _part(
        self,
        at: int,
        title: str | None,
        *,
        known: Sequence[str] = (),
        label: str | None = None,
        default: PartKind = "attachment",
    ) -> PartRange:
        """A part by its title: what the note names is an attachment, what the letter names is issued."""
        key = title_key(fold(title or ""))
        # 征求意见稿 may be noted as an attachment and named by the letter as well: the note is nearer.
        note = next((name for other, name in self.notes.items() if _same(key, other)), None)
        issued = any(_same(key, name) for name in (*self.issued, *known))
        kind: PartKind = "attachment" if note is not None else "issued" if issued else default
        if kind == "issued" and title and _DRAFT.search(title):
            kind = "draft"
        return PartRange(kind, at, at, title, label, note)

    def _title_named(self, at: int, wanted: Sequence[str]) -> tuple[str | None, int]:
        """A title that is named elsewhere, over one to four lines."""
        key, shown = "", ""
        for line in self.lines[at : at + _LONGEST_TITLE]:
            if not wanted or len(line) > _LONGEST_TITLE_LINE or line.fold[-1] in "。:;":
                break
            key += title_key(line.fold)
            shown += _joined(line.text)
            at += 1
            if any(_same(key, name) for name in wanted):
                below = self.lines[at : at + 1]
                # The bracket of a draft may stand on a line of its own.
                if below and _BRACKET.fullmatch(below[0].fold) and _DRAFT.search(below[0].fold):
                    return shown + below[0].text, at + 1
                return shown, at
            if not any(name.startswith(key) for name in wanted):
                break
        return None, at

    def _title_of(self, at: int) -> tuple[str | None, int]:
        """The title that begins at a line: as it is named elsewhere, or the short unended lines before the text."""
        named, below = self._title_named(at, (*self.issued, *self.notes, *([self.own] if self.own else [])))
        if named is not None:
            return named, below
        taken: list[str] = []
        index = at
        while index < len(self.lines) and len(taken) < 2 and _title_like(self.lines, index):
            taken.append(_joined(self.lines[index].text))
            index += 1
            # A title ends with its 文种; what stands below it is text.
            if KIND.search("".join(self.lines[index - 1].fold.split())):
                break
        return ("".join(taken) or None), index


_TRIED: Final = re.compile(
    r"(?:试行|暂行|征求意见稿|草案|修订稿|送审稿|共\d{1,9}[项个条家件]?|\d{1,9}[项个名家])+$"
)


def _same(one: str, other: str) -> bool:
    """Whether two keys are one title; a bracket at the end (（试行）, （18名）) may be missing in one."""
    if one == other:
        return bool(one)
    if not one or not other or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) >= 4 and _TRIED.fullmatch(long[len(short) :]) is not None


def _joined(text: str) -> str:
    words = text.split()
    return "".join(words) if len(words) > 1 and all(len(word) == 1 for word in words) else " ".join(words)


def _followed_by_title(lines: Sequence[Line], at: int) -> bool:
    return at + 1 < len(lines) and not is_prose(lines[at + 1]) and lines[at + 1].fold[-1] not in "。;:"


def _title_like(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may be a title: short, unended, no number, no label, no date, no note."""
    line = lines[at]
    folded = line.fold
    return (
        4 <= len(folded) <= 60
        and folded[-1] not in "。:;,、!?"
        and not _TEXT_BEGINS.match(folded)
        and not re.match(
            r"\d|\(|[一二三四五六七八九十]{1,3}、|附|抄|主题词|联系|电话|第 ?\w{1,3} ?[章条节]", folded
        )
        and ":" not in folded
        and "印发" not in folded[-6:]
        and "\t" not in line.text
        and date_line(line) is None
        and note_of(line) is None
        and at + 1 < len(lines)
    )


def _listed(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is one of a list of attachments: the next one is of its form, or nothing follows."""
    if at + 1 >= len(lines):
        return True
    following = lines[at + 1].fold
    return (
        bool(_LABEL.match(following))
        or bool(re.match(r"\d{1,2}[.、]", following))
        or date_line(lines[at + 1]) is not None
    )
