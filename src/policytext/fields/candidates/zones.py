"""Reading the two zones of a page that speak of its own text.

The head of the page down to the first paragraphs, and the last paragraphs down to where the frame begins. Of long
paragraphs only the ends are read. Elsewhere a page speaks of other texts (related articles, comments, rankings), whose
dates and names are not its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import weighed
from policytext.fields.candidates.collector import CandidateCollector
from policytext.fields.candidates.field_lines import LineReader
from policytext.fields.candidates.head_rows import is_author_line, is_close
from policytext.fields.candidates.neighbours import find_account, find_masthead, find_subtitle, signed_account
from policytext.fields.candidates.own_rows import own_row
from policytext.fields.candidates.row_candidates import RowReader, row_rule
from policytext.fields.grammar.byline_labels import EDITOR_ROLES, LABELS, WRITER_ROLES
from policytext.fields.grammar.credits import credit_line
from policytext.fields.grammar.dateline import LONGEST, read_dateline
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.origin import clean_origin
from policytext.fields.grammar.row_parts import TELLING
from policytext.fields.grammar.rows import read_row
from policytext.fields.grammar.segments import reader_place
from policytext.fields.headline.stated_titles import title_key
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import media_score
from policytext.page.begins import has
from policytext.page.layout import Proposal
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policytext.fields.candidates.candidate import Candidates
    from policytext.fields.candidates.row_candidates import Zone
    from policytext.fields.grammar.rows import Row
    from policytext.fields.headline.title import FoundTitle
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["gather"]

_ABOVE: Final = 8
_INTO: Final = 4
_INTO_SHORT: Final = 8
_DEEP: Final = 300
_BEFORE_END: Final = 5
_BEHIND: Final = 14
_ROW: Final = 240
_WORD: Final = 6
_PLACE: Final = 12
_NAMES: Final = 24
_LINE: Final = 40
_SENTENCE: Final = 60
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_is_worth_it: Final = has(
    r"(?:[:|/\]]|\d{2}|[来稿] ?源|出处|[供投选]稿|[据摘转]|综合|记者|作者|责编|通讯员|实习生|评论员|来自|执笔|[撰摄采审校编]|[Bb]y |BY |原标题)",
    r":|/\]0-9来稿出供投选据摘转综记作责通实评执撰摄采审校编Bb原",
)
_NO_LABEL: Final = "\n"
"""No line begins with it."""
_has_dateline: Final = has("(?:[(（讯訊电電]|记者|記者|消息|报道|報導|報道)", "(（讯訊电電记記消报報")
_ARROW: Final = re.compile("[>＞»›→/]")
_STRONG: Final = WRITER_ROLES | EDITOR_ROLES
_STOP: Final = re.compile(
    r"^[\s·*>]*(?:相关(?!部门)|留言|评论|跟[帖贴]|网友|推荐阅读|为[您你]推荐|热门|最新(?!消息)|延伸阅读|猜你|评论列表|网友评论|发表(?:评论|回复)|往期|更多|精彩|友情链接|作者最新|"
    r"大家都在|热点|排行|阅读下一篇|文章推荐|[^ ]{0,4}推荐$|今日|24小时|相关新闻|无标题文档|Copyright|版权所有)"
)


def gather(
    view: View,
    layout: Layout,
    headline: FoundTitle,
    claimed_lines: frozenset[int] = frozenset(),
    labels: Mapping[str, str] = LABELS,
) -> Candidates:
    """Read the head zone and the tail zone of a page.

    Args:
        view: The page.
        layout: Where its body is.
        headline: What `find_title` found.
        claimed_lines: Lines that a rule speaks for already; nothing is read from them.
        labels: Label without blanks → role; with those of the page's source.
    """
    page = CandidateCollector(view, layout, headline, claimed_lines, labels)
    if view.lines:
        reader = _ZoneReader(page)
        reader.head()
        if not page.out.dates:
            reader.inside()
        reader.tail()
    return page.out


class _ZoneReader:
    """The two zones of one page."""

    def __init__(self, page: CandidateCollector) -> None:
        self.page = page
        self.rows = RowReader(page)
        self.fields = LineReader(page, self.rows)
        self.posted = False

    def _zone(self) -> list[int]:
        """Line numbers of the head zone: above and below the headline, and up to the first paragraphs."""
        stop = min(len(self.page.lines), self.page.first + _INTO_SHORT, max(self.page.last, self.page.first))
        if self.page.title is None:
            return list(range(max(0, self.page.first - 14), stop))
        start = max(0, self.page.title - _ABOVE)
        if stop - start <= 70:
            return list(range(start, stop))
        near = set(range(start, min(self.page.title + 16, stop))) | set(
            range(max(start, self.page.first - 8), stop)
        )
        return sorted(near)

    def head(self) -> None:
        out, lines = self.page.out, self.page.lines
        if self.page.title is not None:
            for index in sorted(self.page.skip):
                line = lines[index]
                out.claims.append(Proposal(line.start, line.end, "field", "generic/title"))
            self._dated_title()
        for index in self._zone():
            if index in self.page.skip:
                continue
            if index in self.page.claimed_lines:
                self.fields.silence(index)
            elif not self._is_menu(index):
                self._head_line(index)
        find_account(self.page)
        find_masthead(self.page)
        find_subtitle(self.page)

    def _is_menu(self, index: int) -> bool:
        """Whether a line of the head zone is a link above the headline, or a paragraph far down in it."""
        line = self.page.lines[index]
        if self.page.is_above(index) and line.link == len(line) and not _ARROW.search(line.text):
            return True
        return index >= self.page.first + _INTO and (len(line) > _LINE or line.text[-1] in "。！？")

    def _head_line(self, index: int) -> None:
        """One line of the head zone: a short one is of one kind, of a paragraph the dateline is read."""
        line = self.page.lines[index]
        inside = index >= self.page.first
        if len(line) <= _ROW and self._short_line(line, inside=inside):
            return
        if inside:
            self._dateline(line)

    def _dateline(self, line: Line) -> None:
        """Who reports, and for whom, at the head of a paragraph."""
        # Of a paragraph only the ends are folded: the whole may be long.
        lead = line.text[:LONGEST]
        found = read_dateline(fold(lead), lead) if _has_dateline(lead) else None
        if found is None:
            return
        if found.names:
            start, end = line.start + found.credit[0], line.start + found.credit[1]
            self.page.credit("reporter", found.names, start, end, "generic/dateline")
        start, end = found.medium
        if end:
            evidence = ["medium", "dateline"]
            self.page.out.origins.append(
                weighed(lead[start:end], line.start + start, line.start + end, "generic/dateline", evidence)
            )

    def _short_line(self, line: Line, *, inside: bool) -> bool:
        """A line that may be a row, a path, a label over its value, the headline again: whether it was one of them."""
        index, size = line.index, len(line)
        if not inside and self.fields.crumb(line):
            return True
        if (not inside or index < self.page.prose) and self.fields.pair(index, early=inside):
            return True
        if self.fields.original(index):
            return True
        if line.fold.startswith("原创") and is_close(self.page, index) and signed_account(self.page, line):
            return True
        if size <= _PLACE and reader_place(line.fold):
            # Where the account's reader sits, as platforms must show.
            self.page.claim(line, "generic/byline")
            return True
        sentence = inside and size > _SENTENCE and line.text[-1] in "。！？”"
        worth = _is_worth_it(line.fold) or line.fold.startswith(self.page.own_labels or _NO_LABEL)
        if worth and not sentence and self._row(index, "head", inside=inside):
            return True
        if self._repeats_headline(line):
            self.page.claim(line, "generic/title")
            return True
        near = size <= _NAMES and (is_close(self.page, index) or is_author_line(self.page, line))
        return near and self.fields.names_only(line)

    def _repeats_headline(self, line: Line) -> bool:
        """The headline, or its second half, once more."""
        if not self.page.key or len(line) <= 4 or line.index <= (self.page.title or 0):
            return False
        key = title_key(line.fold)
        return bool(key) and key in self.page.key and is_close(self.page, line.index)

    def inside(self) -> None:
        """Byline rows in the midst of the text, as forums end every post with one: the first one counts."""
        for index in range(
            self.page.first + _INTO, min(self.page.last - _BEFORE_END, self.page.first + _DEEP)
        ):
            line = self.page.lines[index]
            if len(line) <= 80 and line.text[-1] not in "。！？" and _YEAR.search(line.text):
                row = self.page.row(line)
                if row.is_byline and len(row.parts) > 1 and own_row(row, line):
                    self.rows.read(line, row, "head", inside=False)
                    self.page.claim(line, "generic/byline")
                    self.posted = True
                    return

    def tail(self) -> None:
        lines = self.page.lines
        if self.page.last <= self.page.first or self.posted:
            return
        begin = max(self.page.first, self.page.last - _BEFORE_END)
        for index in range(begin, min(len(lines), self.page.last + _BEHIND)):
            if index in self.page.skip:
                continue
            line = lines[index]
            inside = index < self.page.last
            if index in self.page.claimed_lines:
                if not inside and self._foot_of_post(line):
                    break
            elif not inside and _STOP.match(line.fold[:30]):
                break
            else:
                self._tail_line(line, inside=inside)
                if self._post_is_over():
                    break

    def _foot_of_post(self, line: Line) -> bool:
        """The foot of a post looks like the head of a comment.

        Right behind the text it is the post's own, if the page has told no date yet, or told this very moment.
        """
        if line.index > self.page.last + 4 or not _YEAR.search(line.text):
            return False
        row = self.page.row(line)
        told = {found.value.value for found in self.page.out.dates}
        own = row.is_byline and (not told or any(p.date and p.date.value in told for p in row.parts))
        if own:
            self.rows.read(line, row, "tail", inside=False)
        return own

    def _tail_line(self, line: Line, *, inside: bool) -> None:
        index, size = line.index, len(line)
        if size <= _PLACE and self.fields.pair(index, inside=inside):
            return
        # Paragraphs are no rows, and the first lines of a short text were read with the head.
        readable = not inside or (
            index >= self.page.first + _INTO and (size <= _SENTENCE or line.text[-1] not in "。！？”")
        )
        if readable and size <= _ROW and _is_worth_it(line.fold) and self._row(index, "tail", inside=inside):
            return
        if size <= _SENTENCE and self.fields.paper(line):
            return
        if index < self.page.last + 3:
            self.fields.coda(line, inside=inside)

    def _post_is_over(self) -> bool:
        """Whether the row that ends the post was read: below it others answer."""
        return self.posted

    def _row(self, index: int, zone: Zone, *, inside: bool) -> bool:
        line = self.page.lines[index]
        row = self.page.row(line)
        early = index < self.page.prose and self._day_of_row(index, row)
        if row.is_byline and ((zone == "head" and not inside) or early or own_row(row, line)):
            self.rows.read(line, row, zone, inside=inside)
            self.page.claim(line, row_rule(row, zone))
            if (
                zone == "tail"
                and any(p.date for p in row.parts)
                and any(p.role == "author" for p in row.parts)
            ):
                # Who posted it, and when: below it others answer.
                self.posted = True
            return True
        above = self.page.title is not None and index < self.page.title
        found = None if above or line.link * 2 > len(line) else credit_line(line.fold, line.text)
        if found:
            role, names, low, high = found
            if office := clean_origin(line.text[low:high]):
                self.rows.office(office, line.start + low, line.start + high)
            self.page.credit(role, names, line.start, line.end, "generic/reporter-line")
            self.page.claim(line, "generic/byline" if zone == "head" else "generic/signature")
            return True
        if not inside and row.parts and row.left <= 40 and len(line) <= 120:
            # Labels among other things (a cell of buttons): what is labelled counts, the line is not ours.
            self.rows.read(line, row, zone, inside=inside, labelled_only=True)
        return False

    def _day_of_row(self, index: int, row: Row) -> bool:
        """Whether a line before the prose is a bare day, and all between it and the headline is spent on the row already."""
        bare = len(row.parts) == 1 and row.parts[0].date is not None and row.left == 0
        above = self.page.lines[index - 1]
        # An account or a writer on the line above is told by what stands around it, later than this.
        return bare and is_close(
            self.page, index - (media_score(above.fold) >= SURE or looks_person(above.fold))
        )

    def _dated_title(self) -> None:
        """A date in the headline's own line, behind a gap."""
        if self.page.headline.line is None:
            return
        line = self.page.lines[self.page.headline.line]
        if 0 <= self.page.headline.end < line.end and self.page.headline.end > line.start:
            from_title = self.page.headline.end - line.start
            row = read_row(line.fold[from_title:], line.text[from_title:], self.page.labels)
            for part in row.parts:
                if part.date and part.role == "date:published":
                    self.rows.headline_date(part, line.start + from_title, line)
                elif part.labelled and part.role in TELLING:
                    # The headline and its whole row in one line, as some makers of dumps join cells.
                    shift = line.start + from_title
                    self.rows.part(part, row, line.index, shift, "head", inside=False)
