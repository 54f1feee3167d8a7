"""Candidates for the fields: what a line of the head or the tail says, before anything is chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policytext.fields.grammar.byline_labels import EDITOR_ROLES, WIDGET, WRITER_ROLES
from policytext.fields.grammar.keywords import split_keywords
from policytext.fields.grammar.names import looks_person, split_names
from policytext.fields.grammar.origin import clean_origin, is_region, looks_origin
from policytext.fields.headline.stated_titles import title_key
from policytext.models.fields import Credit
from policytext.page.layout import Proposal

if TYPE_CHECKING:
    from policytext.fields.grammar.rows import Part, Row
    from policytext.fields.headline.title import FoundTitle
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["FROM_PLACE", "Collector", "Found", "Gathered", "is_labelled", "row_rule"]

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_POSTED: Final = re.compile(r"posted ?(?:on|@|at|by)", re.IGNORECASE)
FROM_PLACE: Final = re.compile(r"^(?:来自|IP属地|发布于)[:]?")
_HANDLE: Final = re.compile(r"[\w~.&@-]{2,16}\Z")
_SIGN_ROLES: Final = frozenset({"reporter", "correspondent"})


class Found(NamedTuple):
    """A candidate. ``start`` and ``end`` are code points of ``View.text``."""

    value: Any
    start: int
    end: int
    rule: str
    score: float


class Gathered:
    """What the lines say, in order of the page, unweighed."""

    __slots__ = (
        "claims",
        "credits",
        "crumbs",
        "dates",
        "empty_author",
        "keywords",
        "modified",
        "origins",
        "subtitles",
    )

    def __init__(self) -> None:
        self.dates: list[Found] = []
        self.modified: list[Found] = []
        self.origins: list[Found] = []
        self.credits: list[tuple[Credit, int, int, str]] = []
        self.crumbs: list[Found] = []
        self.keywords: list[Found] = []
        self.subtitles: list[Found] = []
        self.claims: list[Proposal] = []
        self.empty_author = False


class Collector:
    """The places of one page, and what its rows add to the candidates."""

    def __init__(
        self, view: View, layout: Layout, headline: FoundTitle, out: Gathered, spoken: frozenset[int]
    ) -> None:
        self.spoken = spoken
        self.view = view
        self.lines = view.lines
        self.out = out
        self.title = headline.line
        self.headline = headline
        self.key = title_key(headline.text) if headline.text else ""
        count = len(self.lines)
        if layout.first < layout.last:
            self.first, self.last = layout.first, min(layout.last, count)
        else:
            # No body: what stands around the headline is all there is.
            anchor = 0 if self.title is None else self.title + 1
            self.first = min(count, anchor + 10)
            self.last = self.first
        self.posted = False
        self.skip = set(headline.extra) | ({self.title} if self.title is not None else set())

    def parts(self, index: int, row: Row, zone: str, *, inside: bool, labelled_only: bool = False) -> None:
        """Candidates of all parts of a row.

        Args:
            index: The row's line.
            row: Its parts.
            zone: ``head`` or ``tail``.
            inside: Whether the line is one of the body's.
            labelled_only: Whether words and dates without a label are passed over.
        """
        line = self.lines[index]
        above = self.title is not None and index < self.title
        for number, part in enumerate(row.parts):
            if above and part.names:
                # Nobody signs above the headline: these are menus.
                continue
            if part.role == "bare":
                if not labelled_only:
                    self.bare(row, number, line, zone)
                continue
            if labelled_only and part.date is not None and not is_labelled(row, number):
                continue
            self.part(part, row, index, line.start, zone, inside=inside)
        if not above and not any(part.names for part in row.parts):
            self._poster(index, row)

    def _poster(self, index: int, row: Row) -> None:
        """The line above 发表于 2019-3-25 10:30: forums show there who wrote the post."""
        line = self.lines[index]
        if "发表于" not in line.fold[:4] or not any(part.date for part in row.parts) or index == 0:
            return
        above = self.lines[index - 1]
        if index - 1 != self.title and _HANDLE.match(above.fold) and not WIDGET.match(above.fold):
            self.credit("author", (above.text,), above.start, above.end, "generic/poster-line")
            self.claim(above, "generic/byline")

    def part(
        self, part: Part, row: Row, index: int, shift: int, zone: str, *, inside: bool, lead: int = 0
    ) -> None:
        """Candidates of one part; ``shift`` leads from the row to ``View.text``, ``lead`` is a label put in front."""
        out = self.out
        text = self.view.text
        start, end = shift + part.value_start, shift + part.value_end
        if part.date is not None:
            if part.role == "date:updated" and not inside:
                dated = part.date.dated(text[start:end], "updated")
                out.modified.append(
                    Found(dated, start, end, "generic/byline", 0.9 if zone == "head" else 0.7)
                )
            if part.role != "date:published" or part.date.precision == "year":
                return
            if part.date.precision == "month" and not (lead or is_labelled(row, row.parts.index(part))):
                # 2022年1月 in a line speaks of a month; 发布日期：2018-12 is all the date there is.
                return
            number = row.parts.index(part)
            score = 0.9 if is_labelled(row, number) or lead else 0.8
            if zone == "tail":
                signed = any(p.role == "author" for p in row.parts)
                score -= 0.05 if signed else 0.1 if score > 0.85 or len(row.parts) > 1 else 0.35
            elif inside:
                score -= 0.15 if len(row.parts) > 1 else 0.3
            if part.date.precision != "day":
                score += 0.05
            if self.title is not None and zone == "head":
                # 发布日期 may stand far off, in a header table; a bare date may not.
                score -= min(0.05 if score > 0.88 else 0.2, 0.01 * abs(index - self.title))
                if index < self.title and score < 0.86:
                    # Above the headline stands, as a rule, the day on which the page was looked at.
                    score -= 0.15 if part.date.precision == "day" else 0.03
            out.dates.append(Found(part.date.dated(text[start:end]), start, end, "generic/byline", score))
        elif part.role == "origin":
            raw = text[start:end]
            value = clean_origin(raw)
            score = looks_origin(value, labelled=True)
            if value and score:
                score *= 0.95 if zone == "head" else 0.85
                out.origins.append(Found(value, start, end, "generic/byline", score))
        elif part.role == "keywords":
            words = split_keywords(text[start:end])
            if words:
                out.keywords.append(Found(words, start, end, "generic/byline", 0.8))
        elif part.names:
            self.credit(part.role, part.names, shift + part.start, end, "generic/byline")
        elif part.role == "author" and not _HAN.search(text, start, end):
            out.empty_author = True

    def bare(self, row: Row, number: int, line: Line, zone: str) -> None:
        """A word without a label beside a date: the paper, as a rule."""
        part = row.parts[number]
        dated = [p for p in row.parts if p.date is not None]
        if not dated:
            return
        folded = line.fold[part.start : part.end]
        if (
            part.start >= dated[0].end
            and _POSTED.search(line.fold, 0, dated[0].start)
            and " " not in folded
            and zone
        ):
            # posted on 2005-09-07 11:57 某某 阅读(12): a weblog's row names its writer behind the date.
            at = line.start + part.start
            self.credit(
                "author", (line.text[part.start : part.end],), at, line.start + part.end, "generic/byline"
            )
            return
        size = 0
        before: tuple[str, Found | None] = ("", None)
        for token in re.finditer(r"[^ |]+", folded):
            if WIDGET.fullmatch(token[0]) or is_region(FROM_PLACE.sub("", token[0])):
                continue
            word = token[0]
            if word == before[0]:
                # 某某 某某 2017-09-30: the picture's text and the name, so what was taken for a paper is a writer.
                at = line.start + part.start + token.start()
                if names := split_names(self.view.text[at : at + len(word)], word):
                    self.credit("author", names, at, at + len(word), "generic/byline")
                    if before[1] in self.out.origins:
                        self.out.origins.remove(before[1])
                continue
            before = (word, None)
            start = line.start + part.start + token.start()
            end = start + len(word)
            if "/" in word and size == 0 and word.count("/") == 1:
                # 某报快讯/某某: paper and reporter.
                left, right = word.split("/")
                if looks_person(right) or 2 <= len(right) <= 4:
                    at = start + len(left) + 1
                    if looks_person(right):
                        self.credit("reporter", (self.view.text[at:end],), at, end, "generic/byline")
                    end = start + len(left)
                    word = left
            value = clean_origin(self.view.text[start:end])
            score = looks_origin(value, labelled=False)
            if score:
                after = part.start >= dated[0].start
                before_it = row.parts[number - 1] if number else None
                if after and before_it is not None and before_it.date is None and before_it.role != "label":
                    # Behind the author or a counter stands the column, not the paper.
                    score *= 0.4
                score *= (0.85 if after else 0.7) - 0.15 * size - (0.15 if zone == "tail" else 0.0)
                if score < 0.6 and (self.title is None or not 0 < line.index - self.title <= 3):
                    # An unknown word counts right below the headline only.
                    score *= 0.5
                if self.title is not None and zone == "head":
                    score -= min(0.4, 0.05 * max(0, abs(line.index - self.title) - 3))
                paper = Found(value, start, end, "generic/byline", score)
                self.out.origins.append(paper)
                before = (token[0], paper)
            size += 1
            if size > 2:
                break

    def date(self, part: Part, shift: int, line: Line, score: float) -> None:
        """A date that stands in the headline's own line."""
        assert part.date is not None  # noqa: S101 - for the type checker; the caller looked
        start, end = shift + part.start, shift + part.end
        self.out.dates.append(
            Found(part.date.dated(self.view.text[start:end]), start, end, "generic/byline", score)
        )
        self.out.claims.append(Proposal(line.start, line.end, "field", "generic/title"))

    def credit(self, role: str, names: tuple[str, ...], start: int, end: int, rule: str) -> None:
        """Somebody named, in ``View.text[start:end]``."""
        raw = self.view.text[start:end]
        if any(
            low < end and start < high and credit.role == role for credit, low, high, _ in self.out.credits
        ):
            # In a short text the head and the tail overlap.
            return
        self.out.credits.append(
            (Credit(role, names, raw, self.view.source_span(start, end)), start, end, rule)
        )

    def claim(self, line: Line, rule: str) -> None:
        """The whole line is spent on a field."""
        self.out.claims.append(Proposal(line.start, line.end, "field", rule))


def is_labelled(row: Row, number: int) -> bool:
    """Whether the part before is a label of a date."""
    return number > 0 and row.parts[number - 1].role == "label"


def row_rule(row: Row, zone: str) -> str:
    """The rule a byline row goes under: by place, and below the text by who it names."""
    if zone == "head":
        return "generic/byline"
    roles = {part.role for part in row.parts}
    if roles & EDITOR_ROLES:
        return "generic/editor-line"
    return "generic/signature" if roles & (WRITER_ROLES | _SIGN_ROLES) else "generic/byline"
