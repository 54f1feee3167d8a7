"""From the parts of a byline row to candidates: dates, origins, people, keywords, each with the evidence of its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from policytext.fields.candidates.candidate import Candidate, weighed
from policytext.fields.candidates.row_company import (
    bare_words,
    company,
    is_labelled,
    names_its_origin,
    place_of_date,
)
from policytext.fields.grammar.byline_labels import EDITOR_ROLES, WIDGET, WRITER_ROLES
from policytext.fields.grammar.keywords import split_keywords
from policytext.fields.grammar.names import is_organisation, looks_person, split_names
from policytext.fields.grammar.origin import clean_origin, looks_origin, origin_kind
from policytext.fields.grammar.segments import BADGE
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policytext.fields.candidates.collector import CandidateCollector
    from policytext.fields.grammar.rows import Part, Row
    from policytext.page.view import Line

__all__ = ["RowReader", "Zone", "row_rule"]

Zone = Literal["head", "tail"]

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_POSTED: Final = re.compile(r"posted ?(?:on|@|at|by)", re.IGNORECASE)
_HANDLE: Final = re.compile(r"[\w~.&@-]{2,16}\Z")
# What forums show of a writer below the name.
_STANDING: Final = re.compile(
    r"(?:积分|帖子|主题|回帖|等级|威望|金币|经验|注册|在线|精华|听众|UID|发消息)[^。]{0,14}\Z"
)
_POSTER_LINES: Final = 6
_ISSUED: Final = re.compile(r"(?:发布|公告|张贴|上版|刊登|更新)(?:日期|时间)(?=:|$)")
_TABLE: Final = re.compile(r"[\[( ·]*(?:索 ?引 ?号|文 ?号|发文字号|主题分类|成文日期|公开方式|有效性)")
_AROUND: Final = 5
_NEAR: Final = 3
"""Lines below the headline where an unknown word may be the paper."""
_FARTHEST_DATE: Final = 20
_LABELLED_FARTHEST_DATE: Final = 5
_FARTHEST_ORIGIN: Final = 8
_OWN_HOUSE: Final = frozenset({"总台", "央视总台", "本台", "本社", "本报", "本网"})
"""What a house calls itself: a reporter of it names no origin."""
_WORDS: Final = 3
"""Bare words of a row that are looked at."""


class RowReader:
    """Adds what the rows of one page say to its candidates."""

    def __init__(self, page: CandidateCollector) -> None:
        self.page = page

    def read(self, line: Line, row: Row, zone: Zone, *, inside: bool, labelled_only: bool = False) -> None:
        """Candidates of all parts of a row.

        Args:
            line: The row's line.
            row: Its parts.
            zone: ``head`` or ``tail``.
            inside: Whether the line is one of the body's.
            labelled_only: Whether words and dates without a label are passed over.
        """
        above = self.page.is_above(line.index)
        for number, part in enumerate(row.parts):
            if above and part.names:
                # Nobody signs above the headline: these are menus.
                continue
            if labelled_only and not _is_announced(row, number):
                continue
            if part.labelled:
                self.part(part, row, line.index, line.start, zone, inside=inside)
            elif part.role == "origin" and _is_before_names(row, number):
                # 某報／記者某某: the paper before its reporter.
                start, end = line.start + part.start, line.start + part.end
                self.office(clean_origin(self.page.view.text[start:end]), start, end)
        if not labelled_only:
            self._bare(line, row, zone)
        if not above and not any(part.names for part in row.parts):
            self._poster(line, row)

    def _poster(self, line: Line, row: Row) -> None:
        """The line above 发表于 2019-3-25 10:30: forums show there who wrote the post."""
        page = self.page
        if "发表于" not in line.fold[:6] or not any(part.date for part in row.parts):
            return
        at = line.index - 1
        while at > max(0, line.index - _POSTER_LINES) and (
            WIDGET.fullmatch(page.lines[at].fold) or _STANDING.match(page.lines[at].fold)
        ):
            at -= 1
        if at < 0 or at == page.title:
            return
        above = page.lines[at]
        if _HANDLE.match(above.fold) and not WIDGET.match(above.fold) and not is_organisation(above.fold):
            page.credit("author", (above.text,), above.start, above.end, "generic/poster-line")
            page.claim(above, "generic/byline")

    def part(
        self, part: Part, row: Row, index: int, shift: int, zone: Zone, *, inside: bool, lead: int = 0
    ) -> None:
        """Candidates of one labelled part; ``shift`` leads from the row to ``View.text``, ``lead`` is a label put in front."""
        page, out = self.page, self.page.out
        text = page.view.text
        start, end = shift + part.value_start, shift + part.value_end
        if part.date is not None:
            self._date(part, row, index, start, end, zone, inside=inside, lead=lead)
        elif part.role == "origin":
            self._labelled_origin(start, end, zone)
        elif part.role in ("publisher", "material") and zone == "head" and self._is_byline(row, index):
            self._owner(start, end)
        elif part.role == "keywords":
            if words := split_keywords(text[start:end]):
                out.keywords.append(weighed(words, start, end, "generic/byline", ["read as labelled"]))
        elif part.names:
            page.credit(part.role, part.names, shift + part.start, end, "generic/byline")
        elif part.role == "author" and not _HAN.search(text, start, end):
            out.empty_author = True

    def _labelled_origin(self, start: int, end: int, zone: Zone) -> None:
        """来源：…; below a text it is as often the origin of the next one."""
        value = clean_origin(self.page.view.text[start:end])
        if value and looks_origin(value, labelled=True):
            evidence = ["labelled", origin_kind(value), *(["below the text"] if zone == "tail" else [])]
            self.page.out.origins.append(weighed(value, start, end, "generic/byline", evidence))

    def _is_byline(self, row: Row, index: int) -> bool:
        """Whether a row of a publisher is dated, and is no header table of a document, whose issuer is no origin.

        Offices of Taiwan set 發布單位 and 發布日期 on lines of their own, or four, the label above its value.
        """
        page = self.page
        if any(part.role == "official" for part in row.parts):
            return False
        if any(part.date and part.role == "date:published" for part in row.parts):
            return True
        if page.title is None or not 0 < index - page.title <= _NEAR:
            return False
        around = page.lines[max(0, index - _AROUND) : index + _AROUND]
        return any(_ISSUED.match(line.fold) for line in around) and not any(
            _TABLE.match(line.fold) for line in around
        )

    def _owner(self, start: int, end: int) -> None:
        """发布机构：…, 資料來源：… above a text: who put it there is its origin where nothing else is said."""
        value = clean_origin(self.page.view.text[start:end])
        if origin_kind(value) in ("medium", "office"):
            evidence = ["labelled", origin_kind(value), "another label"]
            self.page.out.origins.append(weighed(value, start, end, "generic/byline", evidence))

    def _date(
        self, part: Part, row: Row, index: int, start: int, end: int, zone: Zone, *, inside: bool, lead: int
    ) -> None:
        assert part.date is not None  # noqa: S101 - for the type checker; the caller looked
        page, out = self.page, self.page.out
        raw = page.view.text[start:end]
        if part.role == "date:updated" and not inside:
            dated = part.date.dated(raw, "updated")
            out.modified.append(
                Candidate(dated, start, end, "generic/byline", 0.9 if zone == "head" else 0.7)
            )
        if part.role != "date:published" or part.date.precision == "year":
            return
        labelled = bool(lead) or is_labelled(row, row.parts.index(part))
        if part.date.precision == "month" and not labelled:
            # 2022年1月 in a line speaks of a month; 发布日期：2018-12 is all the date there is.
            return
        evidence: list[str | tuple[str, float]] = ["date"]
        if labelled:
            evidence.append("date label")
        if part.date.precision != "day":
            evidence.append("with its time")
        evidence += place_of_date(row, zone, inside=inside, labelled=labelled)
        if page.title is not None and zone == "head":
            farthest = _LABELLED_FARTHEST_DATE if labelled and not inside else _FARTHEST_DATE
            evidence.append(("far from the headline", min(farthest, abs(index - page.title))))
            if index < page.title and not labelled:
                day = part.date.precision == "day"
                evidence.append("day above the headline" if day else "time above the headline")
        out.dates.append(weighed(part.date.dated(raw), start, end, "generic/byline", evidence))

    def headline_date(self, part: Part, shift: int, line: Line) -> None:
        """A date that stands in the headline's own line."""
        assert part.date is not None  # noqa: S101 - for the type checker; the caller looked
        start, end = shift + part.start, shift + part.end
        value = part.date.dated(self.page.view.text[start:end])
        evidence = ["date", "in the headline's line"]
        self.page.out.dates.append(weighed(value, start, end, "generic/byline", evidence))
        self.page.claim(line, "generic/title")

    def _bare(self, line: Line, row: Row, zone: Zone) -> None:
        """Words without a label beside a date: the paper, as a rule, and who wrote."""
        dated = next((p for p in row.parts if p.date is not None or p.role == "partial"), None)
        if dated is None or dated.role not in ("date:published", "date:updated", "partial"):
            # 某县人民政府办公室 2018年8月30日印发: a colophon.
            return
        page = self.page
        text = page.view.text
        posted = _POSTED.search(line.fold, 0, dated.start) is not None
        before: tuple[str, Candidate | None] = ("", None)
        count = 0
        for number, low, high, part in bare_words(row, line.fold):
            start, end = line.start + low, line.start + high
            word = line.fold[low:high]
            if posted and low >= dated.end:
                # posted on 2005-09-07 11:57 某某 阅读(12): a weblog's row names its writer behind the date.
                page.credit("author", (text[start:end],), start, end, "generic/byline")
                return
            if word == before[0]:
                # 某某 某某 2017-09-30: the picture's text and the name, so what was taken for a paper is a writer.
                if names := split_names(text[start:end], word):
                    page.credit("author", names, start, end, "generic/byline")
                    if before[1] is not None and before[1] in page.out.origins:
                        page.out.origins.remove(before[1])
                continue
            before = (word, None)
            if part.names:
                if zone == "head" and not page.is_above(line.index):
                    page.credit("author", part.names, start, end, "generic/name-line")
                continue
            if count == _WORDS:
                break
            if (
                zone == "head"
                and looks_person(word)
                and names_its_origin(row)
                and not page.is_above(line.index)
            ):
                # A name of two characters may be a word; where the row says what its source is, it is who wrote.
                page.credit("author", (text[start:end],), start, end, "generic/name-line")
                continue
            origin = self._bare_origin(line, row, number, (low, high), dated, count, zone)
            if origin is not None:
                page.out.origins.append(origin)
                before = (word, origin)
            count += 1

    def _bare_origin(
        self, line: Line, row: Row, number: int, place: tuple[int, int], dated: Part, count: int, zone: Zone
    ) -> Candidate | None:
        part = row.parts[number]
        page = self.page
        start, end = line.start + place[0], line.start + place[1]
        value = clean_origin(page.view.text[start:end])
        if not looks_origin(value, labelled=False):
            return None
        kind = origin_kind(value)
        below = page.title is not None and 0 < line.index - page.title <= _NEAR
        if (
            kind == "office"
            and (zone == "tail" or (line.index >= page.first and not below))
            and dated.date is not None
            and dated.date.precision == "day"
        ):
            # 某县人民政府 2018年8月30日: a signature.
            return None
        behind = part.start >= dated.start
        evidence: list[str | tuple[str, float]] = ["behind the date" if behind else "before the date", kind]
        if kind not in ("medium", "office"):
            evidence.append("no label and no medium")
        evidence += company(row, number, behind=behind)
        if count:
            evidence.append(("second word", count))
        if (badge := BADGE.match(line.fold, part.end)) and badge[0]:
            evidence.append("badge")
        evidence += self._distance(line, kind, zone)
        return weighed(value, start, end, "generic/byline", evidence)

    def _distance(self, line: Line, kind: str, zone: Zone) -> Iterator[str | tuple[str, float]]:
        """What the place of its line says of a bare word."""
        title = self.page.title
        if zone == "tail":
            yield "below the text", 1.5
        if kind == "unknown word" and (title is None or not 0 < line.index - title <= _NEAR):
            yield "unknown, away from the headline"
        if title is not None and zone == "head" and (far := abs(line.index - title) - _NEAR) > 0:
            yield "lines from the headline", min(far, _FARTHEST_ORIGIN)

    def office(self, value: str, start: int, end: int) -> None:
        """The paper a reporter writes for, where nothing else names the origin."""
        if looks_origin(value, labelled=False) == 1.0 and fold(value) not in _OWN_HOUSE:
            evidence = ["medium", "writes for"]
            self.page.out.origins.append(weighed(value, start, end, "generic/reporter-line", evidence))


def _is_before_names(row: Row, number: int) -> bool:
    return number + 1 < len(row.parts) and bool(row.parts[number + 1].names)


def _is_announced(row: Row, number: int) -> bool:
    """Whether a part has a label, a date one of its own: what announces a name does not announce the date behind it."""
    part = row.parts[number]
    return part.labelled and (part.date is None or is_labelled(row, number))


def row_rule(row: Row, zone: Zone) -> str:
    """The rule a byline row goes under: by place, and below the text by who it names."""
    if zone == "head":
        return "generic/byline"
    roles = {part.role for part in row.parts}
    if roles & EDITOR_ROLES:
        return "generic/editor-line"
    return "generic/signature" if roles & WRITER_ROLES else "generic/byline"
