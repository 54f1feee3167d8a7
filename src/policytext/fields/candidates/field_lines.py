"""Lines that are a field by themselves: a path of columns, an original title, a label over its value, a printed source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import Candidate, weighed
from policytext.fields.grammar.breadcrumb import read_breadcrumb
from policytext.fields.grammar.byline_labels import BUTTON, EDITOR_ROLES, LABELS, WIDGET
from policytext.fields.grammar.credits import bracket_credit, glued_names
from policytext.fields.grammar.dates import find_dates
from policytext.fields.grammar.keywords import split_keywords
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.origin import clean_origin, looks_origin, origin_kind
from policytext.fields.grammar.row_parts import TELLING
from policytext.fields.grammar.rows import PEOPLE, read_row
from policytext.fields.headline.stated_titles import title_key
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import media_score
from policytext.models.page import Mark
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from policytext.fields.candidates.collector import CandidateCollector
    from policytext.fields.candidates.row_candidates import RowReader
    from policytext.fields.grammar.rows import Part, Row
    from policytext.page.view import Line

__all__ = ["LineReader"]

_ORIGINAL: Final = re.compile(r"^[\s(\[]*原(?:标题|题)[ :|]+(?P<title>.+?)[)\]]?$")
_CODA: Final = 120
# Labels that stand on a line of their own with the value below.
_PAIR_WORDS: Final = frozenset(
    "作者 编辑 责任编辑 责编 记者 通讯员 来源 稿源 信息来源 文章来源 发布时间 发布日期 发表时间 时间 日期 更新时间 原标题 文章作者 撰文 文字 本报记者 网络编辑".split()
)
_PAPER: Final = re.compile(
    r"^[\s(]*《 ?(?P<paper>[^《》]{2,16}?) ?》 ?\(? ?(?P<date>(?:19|20)\d\d年.{3,8}日)"
)
_BRACKET_SOURCE: Final = re.compile(
    r"[(\[](?:(?:来源|稿源|文章来源|信息来源|本文来源|转自|转载自|据|综合)[: ]+|(?:摘自|选自|原载于?|载于?|据|综合)(?=《|[^ ]{2,12}[)\]]))"
    r"(?P<origin>[^()\[\]]{2,24})[)\]][\s。]*$"
)
_DATELINE: Final = re.compile(
    r"[^,。:()]{2,16}?(?:\d{1,2}月)?\d{1,2}日(?:讯|[^,。:()]{0,3}电)|[^,。:() ]{2,8}讯 "
)
_ROW_OF_WORDS: Final = 60
_CLOCK: Final = "香港时间"
_DAY_LINE: Final = 20
_SHORT_LABEL: Final = 2
_LABELS: Final = 2
"""Labels of a row in a bracket, at least; of one alone `bracket_credit` knows more."""
_GAP: Final = re.compile(r" ?[/|] ?| ")
_BRACKET: Final = re.compile(r"[(\[](?P<inner>[^()\[\]]{8,80})[)\]][\s。]*$")
_CLOSING: Final = frozenset("）)】]")
_VALUE: Final = 40
_REST: Final = 2
_LABEL_EDGE: Final = " :·|/[]"
_HEADING: Final = int(Mark.HEADING)
_TERMS: Final = ("dt", "th")


class LineReader:
    """Each method reads one line, claims it, and says whether it was of its kind."""

    def __init__(self, page: CandidateCollector, rows: RowReader) -> None:
        self.page = page
        self.rows = rows

    def crumb(self, line: Line) -> bool:
        """The path of columns."""
        text = line.text
        if not (
            ">" in text
            or "位置" in text
            or "首页" in text
            or "首頁" in text
            or "»" in text
            or "›" in text
            or "＞" in text
            or "→" in text
        ):
            return False
        crumb = read_breadcrumb(text, line.fold, self.page.key)
        if crumb is None:
            return False
        if crumb.parts or crumb.labelled:
            score = 0.9 if crumb.labelled else 0.7 if len(crumb.parts) > 1 else 0.4
            before = self.page.out.crumbs[-1] if self.page.out.crumbs else None
            if (
                before
                and line.fold.lstrip(" ·").startswith(">")
                and line.index
                and before.end >= self.page.lines[line.index - 1].start
            ):
                # A path over several lines: each begins with the arrow.
                self.page.out.crumbs[-1] = Candidate(
                    before.value + crumb.parts, before.start, line.end, before.rule, max(before.score, score)
                )
            elif crumb.parts:
                self.page.out.crumbs.append(
                    Candidate(crumb.parts, line.start, line.end, "generic/breadcrumb", score)
                )
            self.page.claim(line, "generic/breadcrumb")
        return True

    def original(self, index: int) -> bool:
        """原标题：…, which may run on to the line below."""
        line = self.page.lines[index]
        if "原" not in line.text[:4]:
            return False
        match = _ORIGINAL.match(line.fold)
        if match is None or len(line) > 120:
            return False
        start, end = match.span("title")
        text = line.text[start:end].strip()
        stop = line.end
        self.page.claim(line, "generic/subtitle")
        if index + 1 < len(self.page.lines):
            # An original title over two lines: the second one is a part of the headline, too.
            below = self.page.lines[index + 1]
            key = title_key(below.fold)
            begun = index + 2 < len(self.page.lines) and _DATELINE.match(self.page.lines[index + 2].fold[:40])
            part = key in self.page.key and key not in title_key(line.fold) and key != self.page.key
            if len(key) >= 4 and len(below) <= 60 and below.fold[-1] not in "。:;" and (part or begun):
                text += " " + below.text
                stop = below.end
                self.page.claim(below, "generic/subtitle")
                self.page.skip.add(index + 1)
        self.page.out.subtitles.append(
            weighed(text, line.start + start, stop, "generic/original-title", ["original title"])
        )
        return True

    def silence(self, index: int) -> bool:
        """What a label that another rule has spoken for says of the line below it.

        The date below 成文日期 is not the publication; the words below 主题词 are keywords.
        """
        word = self.page.lines[index].fold.strip(" :").replace(" ", "")
        role = self.page.labels.get(word, "")
        if role.startswith("date:") and role != "date:published":
            self.page.skip.add(index + 1)
        elif role == "keywords" and index + 1 < len(self.page.lines):
            below = self.page.lines[index + 1]
            # Below an empty label stands the headline, which may run over several lines.
            headline = self.page.key.startswith(title_key(below.fold))
            if len(below) <= _ROW_OF_WORDS and ":" not in below.fold and not headline:
                self.page.out.keywords.append(
                    weighed(
                        split_keywords(below.text),
                        below.start,
                        below.end,
                        "generic/keywords",
                        ["read as labelled"],
                    )
                )
                return True
        return False

    def pair(self, index: int, *, inside: bool = False, early: bool = False) -> bool:
        """A label on one line and its value on the next: ``作者`` / ``某某 某某``.

        Args:
            index: Number of the label's line.
            inside: Whether it stands among or below the text: then only people behind a colon are read.
            early: Whether it is one of the short lines that a text begins with: 时间： and 日期： may be a notice's own there.
        """
        line = self.page.lines[index]
        word = line.fold.strip(_LABEL_EDGE).replace(" ", "")
        role = self.page.labels.get(word)
        if role == "keywords":
            return self.silence(index)
        # A bar or a bracket behind it says the same, and so does an element for terms.
        colon = line.fold[-1] in ":|/]" or self.page.view.page.nodes[line.node].tag in _TERMS
        if role is None or index + 1 >= len(self.page.lines) or not _stands_alone(word, role, colon=colon):
            return False
        if inside and (role not in PEOPLE or not colon):
            return False
        if early and len(word) <= _SHORT_LABEL and role.startswith("date:"):
            return False
        below = self.page.lines[index + 1]
        lead = word + ":"
        row = self._value_row(lead, below)
        # Below the text a label of a template is often empty, and what follows it is another thing.
        sure = colon and index < self.page.last
        if row is None or not (sure or any(_bears_out(part, below.fold) for part in row.parts)):
            return False
        shift = below.start - len(lead)
        for part in row.parts:
            if part.value_start < len(lead):
                continue
            self.rows.part(
                part,
                row,
                index,
                shift,
                "head" if index < self.page.first else "tail",
                inside=False,
                lead=len(lead),
            )
        self.page.claim(line, "generic/byline")
        self.page.claim(below, "generic/byline")
        self.page.skip.add(index + 1)
        return True

    def _value_row(self, lead: str, below: Line) -> Row | None:
        """A label and the line below it as a row; ``None`` where that line is no value: a sentence, a heading, a button, a row."""
        if len(below) > _VALUE or below.fold[-1] in "。:" or below.marks & _HEADING:
            return None
        if BUTTON.match(below.fold) or WIDGET.fullmatch(below.fold):
            return None
        if any(part.labelled and part.start == 0 < part.value_start for part in self.page.row(below).parts):
            # What announces itself is not the value of the label above it, which is empty.
            return None
        row = read_row(lead + below.fold, lead + below.text, self.page.labels)
        return row if row.is_byline and row.left <= _REST else None

    def names_only(self, line: Line) -> bool:
        """A line of personal names and nothing else."""
        names = glued_names(line.fold, line.text)
        if not names:
            return False
        self.page.credit("author", names, line.start, line.end, "generic/name-line")
        self.page.claim(line, "generic/byline")
        gap = _GAP.search(line.fold)
        if gap:
            # 某報 某某, 某某 某報, 某報／某某報導: the paper and who wrote for it.
            for low, high in ((0, gap.start()), (gap.end(), len(line))):
                if media_score(line.fold[low:high]) >= SURE:
                    self.rows.office(clean_origin(line.text[low:high]), line.start + low, line.start + high)
                    break
        return True

    def _clock(self, line: Line) -> bool:
        """香港時間16時56分 below the day: so press releases of Hong Kong say at their end when they were issued."""
        if not line.fold.startswith(_CLOCK) or not line.index:
            return False
        above = self.page.lines[line.index - 1]
        hits = find_dates(above.fold + line.fold.removeprefix(_CLOCK)) if len(above) <= _DAY_LINE else []
        if not hits or hits[0].start or hits[0].precision != "minute":
            return False
        value = hits[0].dated(self.page.view.text[above.start : line.end])
        evidence = ["date", "with its time", "in a row below the text"]
        self.page.out.dates.append(weighed(value, above.start, line.end, "generic/byline", evidence))
        self.page.claim(above, "generic/byline")
        self.page.claim(line, "generic/byline")
        return True

    def paper(self, line: Line) -> bool:
        """《某某日报》（2024年05月11日 09版）: where the text was printed; or when it was issued, see `_clock`."""
        match = _PAPER.match(line.fold) if "《" in line.text[:4] else None
        if match is None:
            return self._clock(line)
        start, end = match.span("paper")
        self.page.out.origins.append(
            weighed(
                line.text[start:end],
                line.start + start,
                line.start + end,
                "generic/printed-in",
                ["medium", "printed in"],
            )
        )
        self.page.claim(line, "generic/signature")
        return True

    def coda(self, line: Line, *, inside: bool) -> None:
        """A bracket at the end of a paragraph: who wrote it (某某), where it comes from (来源：某报)."""
        if line.text.rstrip(" \xa0\u3000。.0123456789")[-1:] not in _CLOSING:
            return
        at = max(0, len(line) - _CODA)
        text = line.text[at:]
        folded = fold(text)
        if self._row_in_bracket(line, at, text, folded, inside=inside):
            return
        origin = _BRACKET_SOURCE.search(folded)
        if origin:
            start, end = origin.span("origin")
            value = clean_origin(text[start:end])
            # Without a colon (（据某报）) the words may be anybody's: then only a medium or an office is one.
            labelled = origin[0].lstrip("([")[: start - origin.start()].rstrip(" ").endswith(":")
            if looks_origin(value, labelled=labelled) >= (0.1 if labelled else 1.0):
                start, end = line.start + at + start, line.start + at + end
                self.page.out.origins.append(
                    weighed(value, start, end, "generic/trailing-source", ["medium", "in a trailing bracket"])
                )
            return
        found = bracket_credit(folded, text)
        if found:
            start, end, role, names = found
            self.page.credit(
                role, names, line.start + at + start, line.start + at + end, "generic/trailing-credit"
            )
            if end - start >= len(line) - 2 and not inside:
                self.page.claim(line, "generic/editor-line" if role in EDITOR_ROLES else "generic/signature")

    def _row_in_bracket(self, line: Line, at: int, text: str, folded: str, *, inside: bool) -> bool:
        """（来源：某报 作者：某某 编辑：某某）: a whole row in the last bracket, where one label has a reading of its own above."""
        bracket = _BRACKET.search(folded)
        if bracket is None or bracket["inner"].count(":") < _LABELS:
            return False
        low, high = bracket.span("inner")
        row = read_row(folded[low:high], text[low:high], self.page.labels)
        told = [part for part in row.parts if part.labelled and part.role in TELLING]
        if len(told) < _LABELS or not row.is_byline:
            return False
        for part in told:
            self.rows.part(part, row, line.index, line.start + at + low, "tail", inside=inside)
        return True


def _stands_alone(word: str, role: str, *, colon: bool) -> bool:
    """Whether a label may stand on a line of its own, its value below: those that pages set so, a source's own, dates, and any with a colon."""
    own = role != LABELS.get(word)
    return (
        word in _PAIR_WORDS
        or own
        or (len(word) > _SHORT_LABEL and role.startswith("date:"))
        or (colon and role in TELLING)
    )


def _bears_out(part: Part, value: str) -> bool:
    """Whether a value is so surely of its label's kind that the label needs no colon: a date, a medium or an office, people."""
    if part.date:
        return True
    if part.role == "origin":
        return origin_kind(value) in ("medium", "office")
    return all(looks_person(fold(name)) for name in part.names or ("",))
