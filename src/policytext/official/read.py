"""`doc.official` and `doc.parts` of a page: what its lines, its header table and its headline say, weighed.

What the document says in its own text wins, but for what only the table can say (index number, category, state) or says more
fully (issuers, number). Everything that lost is remembered. A page without any sign of an official document costs two searches.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policytext.fields.grammar.dates import FIRST_DOCUMENT, LETTERS_O, find_dates
from policytext.fields.grammar.official_words import OFFICE_NAME, kind_of, read_number
from policytext.models.fields import DateValue
from policytext.official import opening
from policytext.official.behind import lines_behind
from policytext.official.closing import colophon, find_closings, last_names, names_in, note_of
from policytext.official.draft import TEXT_RULE, TITLE_RULE, Draft, words_of
from policytext.official.evidence import shows_official
from policytext.official.parts import first_kind, split_parts
from policytext.official.statements import read_table, read_validity
from policytext.page.prose import is_prose
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from policytext.fields.headline.title import FoundTitle
    from policytext.matching.line_matches import LineMatches
    from policytext.models.fields import Field
    from policytext.models.official import PartKind
    from policytext.official.closing import Closing, Said
    from policytext.official.parts import PartRange
    from policytext.official.register import Register
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["FoundOfficial", "FoundPart", "read_official"]

_KEYWORDS: Final = re.compile(r"主 *题 *词 *: *(?=\S)")
_ORDERED_BY: Final = re.compile(r"(.{4,40})(?:令|公告|通告|决定)")
_OCCASION: Final = re.compile(r"\(.{8,60}\)")
_DAY: Final = re.compile("[日号號]")
_LETTER: Final = re.compile(f"[{LETTERS_O}\ufffd]")
_FAR: Final = 12
"""Lines between headline and body from which they are menus and tools."""
_ABOVE: Final = 8
"""Lines over the headline that may name those who issue together."""


class FoundPart(NamedTuple):
    """A part: what it is, and where in ``Page.text`` it begins and ends."""

    kind: PartKind
    start: int
    end: int
    title: str | None
    signature: tuple[str, ...]
    signed_on: DateValue | None
    label: str | None
    note: str | None


class FoundOfficial(NamedTuple):
    """What was read."""

    fields: tuple[Field[Any], ...]
    """Names begin with ``official.``."""
    parts: tuple[FoundPart, ...]
    lines: frozenset[int]
    """Lines of the document that a field was read from, and of its annex: they are text, wherever they stand."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader of the document should know: dates that were read from less than a whole one."""
        return tuple(
            f"date: {item.name} was read from a damaged date, {item.value.raw}"
            for item in self.fields
            if isinstance(item.value, DateValue) and _is_damaged(item.value)
        )


def _is_damaged(date: DateValue) -> bool:
    """Whether a day in figures and 年, 月 lacks its 日, or has a letter for a figure (二О二四年)."""
    raw = date.raw
    return "月" in raw and ((date.precision == "day" and not _DAY.search(raw)) or bool(_LETTER.search(raw)))


def read_official(
    view: View, layout: Layout, headline: FoundTitle, register: Register | None, matches: LineMatches
) -> FoundOfficial | None:
    """Fields and parts of an official document; ``None`` where the page shows no sign of being one.

    Args:
        view: The page.
        layout: The body's lines.
        headline: The headline.
        register: The header table.
        matches: What the lines match: an annex of names and numbers reaches to the first line of frame.
    """
    kind = kind_of(fold(headline.text or ""))
    if register is None and kind is None and not _numbered(view, layout):
        return None
    reader = _Reader(view, layout, headline, register, matches, kind)
    reader.read()
    if register is None and not reader.is_official():
        return None
    return FoundOfficial(reader.draft.fields(), reader.parts(), reader.draft.own_lines() | reader.further)


def _numbered(view: View, layout: Layout) -> bool:
    """Whether a line near the head of the body is a document number with its code."""
    for line in view.lines[max(0, layout.first - 8) : layout.first + 6]:
        if 5 <= len(line) <= 40 and "号" in line.fold and line.link == 0:
            hit = read_number(line.fold)
            if hit is not None and hit.code and (hit.year or hit.code[-1] == "令"):
                return True
    return False


class _Reader:
    """One page's document, read step by step."""

    def __init__(
        self,
        view: View,
        layout: Layout,
        headline: FoundTitle,
        register: Register | None,
        matches: LineMatches,
        kind: str | None,
    ) -> None:
        self.view = view
        self.headline = headline
        self.kind = kind
        self.draft = Draft(view)
        if register is not None:
            read_table(self.draft, register)
        self.taken = frozenset(register.lines if register is not None else ())
        shown = sorted({*headline.extra, headline.line}) if headline.line is not None else []
        if shown:
            first = shown[-1] + 1
        else:
            first = layout.first if layout.last > layout.first else max(self.taken, default=-1) + 1
        # Menus and tools stand between a headline on top of the page and its text.
        if layout.last > layout.first and layout.first - first > _FAR:
            first = layout.first
        self.lines: list[Line] = [
            line for line in view.lines[first : layout.last] if line.index not in self.taken
        ]
        self.further = lines_behind(view, layout, self.lines, matches)
        self.lines += [line for line in view.lines[layout.last :] if line.index in self.further]
        self.title = (shown[0], shown[-1] + 1) if shown else (first, first)
        self.closings: list[Closing] = []
        self.own: Closing | None = None
        self.ranges: list[PartRange] = []

    def read(self) -> None:
        """Everything, in the order of the page."""
        draft, lines = self.draft, self.lines
        self._head()
        begin = next((at for at, line in enumerate(lines) if is_prose(line) and line.fold[-1] != ":"), 0)
        addressed = opening.find_addressees(lines) if self.kind != "讲话" else None
        if addressed is not None:
            draft.add_all("addressees", addressed[0])
            begin = max(begin, addressed[1])
        self._close(begin)
        self._split()
        letter = self.ranges[0]
        own = [closing for closing in self.closings if closing.last <= letter.last]
        self.own = next((closing for closing in own if closing.names), own[-1] if own else None)
        self._sign()
        # Behind the signature 附件 begins an attachment; before it, it names one.
        high = self.own.first if self.own is not None else letter.last
        notes, _ = opening.attachment_notes(lines, min(begin, high), max(high, begin))
        draft.add_all("attachment_notes", notes)
        self._foot(letter)
        read_validity(draft, lines)

    def _close(self, begin: int) -> None:
        self.closings = find_closings(self.lines, min(begin + 1, len(self.lines)))
        # Some pages show no date below the name.
        if not self.closings:
            alone = last_names(self.lines, begin + 1)
            self.closings = [alone] if alone is not None else []

    def _head(self) -> None:
        draft = self.draft
        marks = opening.find_marks(self.view.lines, self.title, self.taken)
        # The nearest number is the document's; one further off may be that of a document it names.
        for rank, (number, start, end) in enumerate(marks.numbers):
            draft.add("doc_number", number, start, end, TEXT_RULE, 0.9 - rank * 0.05)
            office = _ORDERED_BY.match(fold(number.code or ""))
            if office is not None and OFFICE_NAME.fullmatch(office[1]):
                draft.add("issuers", ((number.code or "")[: office.end(1)],), start, end, TEXT_RULE, 0.78)
        draft.add_all("issuers", marks.issuers, 0.85)
        draft.add_said("secrecy", marks.secrecy)
        draft.add_said("urgency", marks.urgency)
        draft.add_all("signed_off_by", marks.signed_off_by)
        title = self.headline.text or ""
        folded = fold(title)
        start, end = self.headline.start, self.headline.end
        draft.add("kind", self.kind, start, end, TITLE_RULE, 0.9)
        if not marks.numbers:
            draft.add("doc_number", opening.number_in(title, folded), start, end, TITLE_RULE, 0.6)
        names = opening.title_offices(title, folded)
        above = self._offices_above_title() if names or folded.startswith("关于") else []
        self.further |= {self.view.line_at(said.start) for said in above}
        self._tagged()
        value = tuple(dict.fromkeys((*(said.value for said in above), *names)))
        # Names over the headline make it the fuller account.
        draft.add("issuers", value, start, end, TITLE_RULE, 0.86 if above else 0.8)

    def _tagged(self) -> None:
        """ContentSource of the page tags: the office, or the site that was reprinted, so anything the document says is believed before it."""
        for item in self.view.page.meta:
            if item.name == "contentsource" and OFFICE_NAME.fullmatch(fold(item.value)):
                self.draft.add("issuers", (item.value.strip(),), -1, -1, "meta/contentsource", 0.4)

    def _offices_above_title(self) -> list[Said]:
        """Offices on lines of their own between the number and the headline: they issue it together."""
        out: list[Said] = []
        lines = self.view.lines
        index = self.title[0] - 1
        while index >= 0 and index not in self.taken and self.title[0] - index <= _ABOVE:
            line = lines[index]
            if line.link or len(line) > 40 or not OFFICE_NAME.fullmatch(line.fold):
                break
            out[:0] = opening.offices_of(line.text, line.start)
            index -= 1
        # Without a number above it, a name over the headline is the site's.
        return out if index >= 0 and opening.number_at(lines, index) is not None else []

    def _split(self) -> None:
        order = any(
            (one.value.code or "").endswith("令")
            for one in self.draft.found.get("doc_number", ())
            if one.rule == TEXT_RULE
        )
        title = fold(self.headline.text or "") or None
        high = next((closing.first for closing in self.closings), len(self.lines))
        notes, _ = opening.attachment_notes(self.lines, 0, high)
        names = [said.value for said in notes]
        self.ranges = split_parts(self.lines, title, first_kind(title, order=order), self.closings, names)

    def _sign(self) -> None:
        closing = self.own
        if closing is None:
            return
        self.draft.add_all("signature", closing.names)
        offices = [said for said in closing.names if OFFICE_NAME.fullmatch(fold(said.value))]
        self.draft.add_all("issuers", offices, 0.75)
        if closing.date is not None:
            self.draft.add_date("signed_on", closing.date, closing.date_at, "signed", 0.95)

    def _foot(self, letter: PartRange) -> None:
        draft, lines, own = self.draft, self.lines, self.own
        low = own.last if own is not None else max(0, letter.last - 6)
        draft.add_said("note", next((said for line in lines[low : low + 6] if (said := note_of(line))), None))
        foot = colophon(lines, low if own is not None else max(0, low - 12))
        draft.add_all("cc", foot.cc)
        draft.add_said("printed_by", foot.printed_by)
        if foot.printed_on is not None:
            draft.add_date("printed_on", foot.printed_on, foot.printed_at, "printed", 0.9)
            if self.kind == "纪要" and "signed_on" not in draft:
                # Minutes bear one date, in their mark or with the line that prints them (GB/T 9704-2012, 10.3).
                draft.add_date("signed_on", foot.printed_on, foot.printed_at, "signed", 0.6)
        for line in lines[max(0, low - 4) :]:
            head = _KEYWORDS.match(line.fold) if len(line) <= 80 else None
            if head is not None:
                at = line.start + head.end()
                draft.add("keywords", words_of(line.text[head.end() :]), at, line.end, TEXT_RULE, 0.9)
                break
        if own is None and "signed_on" not in draft:
            self._occasion()

    def _occasion(self) -> None:
        """（2016年2月24日） under the headline: a speech was given, a decision passed that day."""
        for line in self.lines[:4]:
            hits = find_dates(line.fold, since=FIRST_DOCUMENT) if _OCCASION.fullmatch(line.fold) else ()
            if hits and hits[0].precision == "day":
                self.draft.add_date("signed_on", hits[0], line.start, "signed", 0.6)
                break
        if self.kind == "讲话":
            # Who speaks stands over the greeting.
            self.further |= {line.index for line in self.lines[:4] if names_in(line)}

    def is_official(self) -> bool:
        """Whether the text alone shows an official document."""
        return shows_official(self.draft, self.kind, self.own, self.lines)

    def parts(self) -> tuple[FoundPart, ...]:
        """The parts with their places; together they reach from the first line to the last."""
        out: list[FoundPart] = []
        view, lines = self.view, self.lines
        for number, part in enumerate(self.ranges):
            if part.first >= part.last:
                continue
            start = 0
            if number > 0:
                at = lines[part.first].start
                start = view.source_span(at, at).start
            end = len(view.page.text)
            if part.last < len(lines):
                at = lines[part.last].start
                end = view.source_span(at, at).start
            closing = self.own
            if number > 0:
                closing = next(
                    (one for one in find_closings(lines[part.first + 1 : part.last], 0) if one.names), None
                )
            names = tuple(said.value for said in closing.names) if closing is not None else ()
            date: DateValue | None = None
            if closing is not None and closing.date is not None:
                at = closing.date_at
                date = closing.date.dated(
                    view.text[at + closing.date.start : at + closing.date.end], "signed"
                )
            title = part.title
            if title is None and (number == 0 or part.kind == "issued"):
                title = self.headline.text
            out.append(FoundPart(part.kind, start, end, title, names, date, part.label, part.note))
        return tuple(out)
