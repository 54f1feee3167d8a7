"""Reading the two zones of a page that speak of its own text.

The head of the page down to the first paragraphs, and the last paragraphs down to where the frame begins. Of long
paragraphs only the ends are read. Elsewhere a page speaks of other texts (related articles, comments, rankings), whose
dates and names are not its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.candidate import FROM_PLACE, Found, Gathered, is_labelled, row_rule
from policytext.fields.candidates.field_lines import LineReader
from policytext.fields.candidates.neighbours import find_account, find_subtitle
from policytext.fields.grammar.byline_labels import EDITOR_ROLES, WRITER_ROLES
from policytext.fields.grammar.credits import credit_line, dateline_credit
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.origin import clean_origin, is_region, looks_origin
from policytext.fields.grammar.rows import PEOPLE, read_row
from policytext.fields.headline.stated_titles import title_key
from policytext.page.layout import Proposal
from policytext.page.shadow import fold

if TYPE_CHECKING:
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
_LEAD: Final = 140
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WORTH: Final = re.compile(
    r"[:：]|\d{2}|记者|記者|作者|编辑|編輯|责编|責編|通讯员|通訊員|实习生|评论员|來自|来自|执笔|[撰摄攝采採]|by |审|校|原标题|原標題|编|編"
)
_ARROW: Final = re.compile("[>＞»›→/]")
_STRONG: Final = WRITER_ROLES | EDITOR_ROLES
_STOP: Final = re.compile(
    r"^[\s·*>]*(?:相关(?!部门)|留言|评论|跟[帖贴]|网友|推荐阅读|为[您你]推荐|热门|最新(?!消息)|延伸阅读|猜你|评论列表|网友评论|发表(?:评论|回复)|往期|更多|精彩|友情链接|作者最新|"
    r"大家都在|热点|排行|阅读下一篇|文章推荐|[^ ]{0,4}推荐$|今日|24小时|相关新闻|无标题文档|Copyright|版权所有)"
)


def gather(
    view: View, layout: Layout, headline: FoundTitle, spoken: frozenset[int] = frozenset()
) -> Gathered:
    """Read the head zone and the tail zone of a page.

    Args:
        view: The page.
        layout: Where its body is.
        headline: What `find_title` found.
        spoken: Lines that a rule speaks for already; nothing is read from them.
    """
    out = Gathered()
    lines = view.lines
    if not lines:
        return out
    reader = _Reader(view, layout, headline, out, spoken)
    reader.head()
    if not out.dates:
        reader.inside()
    reader.tail()
    return out


class _Reader(LineReader):
    """The two zones of one page."""

    def _zone(self) -> list[int]:
        """Line numbers of the head zone: above and below the headline, and up to the first paragraphs."""
        stop = min(len(self.lines), self.first + _INTO_SHORT, max(self.last, self.first))
        if self.title is None:
            return list(range(max(0, self.first - 14), stop))
        start = max(0, self.title - _ABOVE)
        if stop - start <= 70:
            return list(range(start, stop))
        near = set(range(start, min(self.title + 16, stop))) | set(range(max(start, self.first - 8), stop))
        return sorted(near)

    def head(self) -> None:
        out, lines = self.out, self.lines
        if self.title is not None:
            for index in sorted(self.skip):
                line = lines[index]
                out.claims.append(Proposal(line.start, line.end, "field", "generic/title"))
            self._dated_title()
        for index in self._zone():
            line = lines[index]
            if index in self.skip:
                continue
            if index in self.spoken:
                self.silence(index)
                continue
            size = len(line)
            inside = index >= self.first
            if (
                self.title is not None
                and index < self.title
                and line.link == size
                and not _ARROW.search(line.text)
            ):
                continue
            if index >= self.first + _INTO and (size > 40 or line.text[-1] in "。！？"):
                continue
            if size <= _ROW:
                if not inside and (self.crumb(line) or self.pair(index)):
                    continue
                if self.original(index):
                    continue
                if (
                    size <= 12
                    and (place := FROM_PLACE.match(line.fold))
                    and is_region(line.fold[place.end() :])
                ):
                    # Where the account's reader sits, as platforms must show.
                    self.claim(line, "generic/byline")
                    continue
                if (
                    _WORTH.search(line.text)
                    and not (inside and size > 60 and line.text[-1] in "。！？”")
                    and self._row(index, "head", inside=inside)
                ):
                    continue
                if (
                    self.key
                    and size > 4
                    and index > (self.title or 0)
                    and title_key(line.fold)
                    and title_key(line.fold) in self.key
                    and self._close(index)
                ):
                    # The headline, or its second half, once more.
                    self.claim(line, "generic/title")
                    continue
                if size <= 24 and self._close(index) and self.names_only(line):
                    continue
            if inside:
                # Of a paragraph only the ends are folded: the whole may be long.
                lead = line.text[:_LEAD]
                spoken_of = "（" in lead or "(" in lead or "记者" in lead or "記者" in lead
                found = dateline_credit(fold(lead), lead) if spoken_of else None
                if found:
                    start, end, names = found
                    self.credit("reporter", names, line.start + start, line.start + end, "generic/dateline")
        find_account(self)
        find_subtitle(self)

    def inside(self) -> None:
        """Byline rows in the midst of the text, as forums end every post with one: the first one counts."""
        for index in range(self.first + _INTO, min(self.last - _BEFORE_END, self.first + _DEEP)):
            line = self.lines[index]
            if len(line) <= 80 and line.text[-1] not in "。！？" and _YEAR.search(line.text):
                row = read_row(line.fold, line.text)
                if row.is_byline and len(row.parts) > 1 and _own_row(row, line):
                    self.parts(index, row, "head", inside=False)
                    self.claim(line, "generic/byline")
                    self.posted = True
                    return

    def _signed_off(self) -> bool:
        """Whether the row that ends the post was read: below it others answer."""
        return self.posted

    def tail(self) -> None:
        lines = self.lines
        if self.last <= self.first or self._signed_off():
            return
        begin = max(self.first, self.last - _BEFORE_END)
        for index in range(begin, min(len(lines), self.last + _BEHIND)):
            if index in self.skip:
                continue
            line = lines[index]
            inside = index < self.last
            if index in self.spoken:
                if inside or index > self.last + 4 or not _YEAR.search(line.text):
                    continue
                # The foot of a post looks like the head of a comment. Right behind the text it is the post's own, if
                # the page has told no date yet, or told this very moment.
                row = read_row(line.fold, line.text)
                told = {found.value.value for found in self.out.dates}
                if row.is_byline and (not told or any(p.date and p.date.value in told for p in row.parts)):
                    self.parts(index, row, "tail", inside=False)
                    break
                continue
            if not inside and _STOP.match(line.fold[:30]):
                break
            size = len(line)
            if size <= 12 and self.pair(index, inside=inside):
                continue
            # Paragraphs are no rows, and the first lines of a short text were read with the head.
            readable = not inside or (
                index >= self.first + _INTO and (size <= 60 or line.text[-1] not in "。！？”")
            )
            if (
                readable
                and size <= _ROW
                and _WORTH.search(line.text)
                and self._row(index, "tail", inside=inside)
            ):
                if self._signed_off():
                    break
                continue
            if size <= 60 and self.paper(line):
                continue
            if index < self.last + 3:
                self.coda(line, inside=inside)

    def _close(self, index: int) -> bool:
        """Whether only lines that are accounted for stand between the headline and this one."""
        if self.title is None or not self.title < index <= self.title + 5:
            return False
        spent = {claim.start for claim in self.out.claims}
        return all(self.lines[at].start in spent or at in self.skip for at in range(self.title + 1, index))

    def _row(self, index: int, zone: str, *, inside: bool) -> bool:
        line = self.lines[index]
        row = self.headline.rows.get(index) or read_row(line.fold, line.text)
        if row.is_byline and ((zone == "head" and not inside) or _own_row(row, line)):
            self.parts(index, row, zone, inside=inside)
            self.claim(line, row_rule(row, zone))
            if (
                zone == "tail"
                and any(p.date for p in row.parts)
                and any(p.role == "author" for p in row.parts)
            ):
                # Who posted it, and when: below it others answer.
                self.posted = True
            return True
        above = self.title is not None and index < self.title
        found = None if above or line.link * 2 > len(line) else credit_line(line.fold, line.text)
        if found:
            role, names, low, high = found
            office = clean_origin(line.text[low:high])
            if office and looks_origin(office, labelled=False) == 1.0 and office[-1] not in "总台":
                # The paper a reporter writes for, where nothing else names the origin.
                self.out.origins.append(
                    Found(office, line.start + low, line.start + high, "generic/reporter-line", 0.25)
                )
            self.credit(role, names, line.start, line.end, "generic/reporter-line")
            self.claim(line, "generic/byline" if zone == "head" else "generic/signature")
            return True
        if not inside and row.parts and row.left <= 40 and len(line) <= 120:
            # Labels among other things (a cell of buttons): what is labelled counts, the line is not ours.
            self.parts(index, row, zone, inside=inside, labelled_only=True)
        return False

    def _dated_title(self) -> None:
        """A date in the headline's own line, behind a gap."""
        if self.headline.line is None:
            return
        line = self.lines[self.headline.line]
        if 0 <= self.headline.end < line.end and self.headline.end > line.start:
            from_title = self.headline.end - line.start
            row = read_row(line.fold[from_title:], line.text[from_title:])
            for part in row.parts:
                if part.date and part.role == "date:published":
                    self.date(part, line.start + from_title, line, 0.85)


def _own_row(row: Row, line: Line) -> bool:
    """Whether a row among or below the paragraphs speaks of this text's making rather than belongs to the text.

    A signing date, 时间：… and 截止日期：… of a notice, a date that heads an entry are text. Names behind a role, a labelled
    origin, 发布时间 and its kin, or a date to the minute are not.
    """
    if len(line) > 120 or (row.left > 4 and line.text[-1] in "。！？!?"):
        return False
    for number, part in enumerate(row.parts):
        if part.role in _STRONG or (
            part.role in PEOPLE and any(looks_person(fold(name)) for name in part.names)
        ):
            return True
        if part.role == "origin" and part.value_end > part.value_start:
            return True
        if part.role == "date:published" and part.date is not None:
            label = row.parts[number - 1] if is_labelled(row, number) else None
            if label is not None and len(line.fold[label.start : label.end].strip(" :").replace(" ", "")) > 2:
                return True
            if label is None and part.date.precision in ("minute", "second"):
                # Who said what and when is a comment.
                return row.left <= _WORD
    return False
