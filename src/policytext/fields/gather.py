"""Candidates for the fields, from the lines around the body: the head of the page down to the first paragraphs, and the
last paragraphs down to where the frame begins.

Only these two zones are read, and of long paragraphs only their ends: elsewhere a page speaks of other texts (related
articles, comments, rankings), whose dates and names are not its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policytext.fields.breadcrumb import read_breadcrumb
from policytext.fields.credits import bracket_credit, credit_line, dateline_credit, glued_names
from policytext.fields.keywords import split_keywords
from policytext.fields.labels import EDITOR_ROLES, LABELS, WIDGET, WRITER_ROLES
from policytext.fields.names import looks_person
from policytext.fields.origin import clean_origin, is_region, looks_origin
from policytext.fields.rows import read_row
from policytext.fields.stated import title_key
from policytext.layout import Proposal
from policytext.models.fields import Credit
from policytext.models.page import Mark

if TYPE_CHECKING:
    from policytext.fields.rows import Part, Row
    from policytext.fields.title import FoundTitle
    from policytext.layout import Layout
    from policytext.view import Line, View

__all__ = ["Found", "Gathered", "gather"]


class Found(NamedTuple):
    """A candidate. ``start`` and ``end`` are code points of ``View.text``."""

    value: Any
    start: int
    end: int
    rule: str
    score: float


class Gathered:
    """What the lines say, in order of the page, unweighed."""

    __slots__ = ("claims", "credits", "crumbs", "dates", "empty_author", "keywords", "origins", "subtitles")

    def __init__(self) -> None:
        self.dates: list[Found] = []
        self.origins: list[Found] = []
        self.credits: list[tuple[Credit, int, int, str]] = []
        self.crumbs: list[Found] = []
        self.keywords: list[Found] = []
        self.subtitles: list[Found] = []
        self.claims: list[Proposal] = []
        self.empty_author = False


_ABOVE: Final = 8
_INTO: Final = 4
_INTO_SHORT: Final = 8
_BEFORE_END: Final = 5
_BEHIND: Final = 14
_LISTED: Final = int(Mark.LIST | Mark.FORM)
_ROW: Final = 240
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WORTH: Final = re.compile(
    r"[:：]|\d{2}|记者|記者|作者|编辑|編輯|责编|責編|通讯员|通訊員|实习生|评论员|來自|来自|执笔|[撰摄攝采採]|by |审|校|原标题|原標題|编|編"
)
_STOP: Final = re.compile(
    r"^[\s·*>]*(?:相关(?!部门)|推荐阅读|为[您你]推荐|热门|最新(?!消息)|延伸阅读|猜你|评论列表|网友评论|发表(?:评论|回复)|往期|更多|精彩|友情链接|作者最新|"
    r"大家都在|热点|排行|阅读下一篇|文章推荐|[^ ]{0,4}推荐$|今日|24小时|相关新闻|无标题文档|Copyright|版权所有)"
)
_ORIGINAL: Final = re.compile(r"^[\s(\[]*原(?:标题|题)[ :|]+(?P<title>.+?)[)\]]?$")
_ACCOUNT: Final = re.compile(r"^[^\d:/|<>。,;!?@#()\[\]]{2,16}$")
_SIGN_ROLES: Final = frozenset({"reporter", "correspondent"})
_SOURCE_IDENT: Final = re.compile(
    r"source|media|laiyuan|\bly\b|from|author|account|writer|name|user|mp_|copyfrom"
)
_CODA: Final = 120
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
# Labels that stand on a line of their own with the value below.
_PAIR_WORDS: Final = frozenset(
    "作者 编辑 责任编辑 责编 记者 通讯员 来源 稿源 信息来源 文章来源 发布时间 发布日期 发表时间 时间 日期 更新时间 原标题 文章作者 撰文 文字 本报记者 网络编辑".split()
)
_POSTED: Final = re.compile(r"posted ?(?:on|@|at|by)", re.IGNORECASE)
_PAPER: Final = re.compile(
    r"^[\s(]*《 ?(?P<paper>[^《》]{2,16}?) ?》 ?\(? ?(?P<date>(?:19|20)\d\d年.{3,8}日)"
)
_BRACKET_SOURCE: Final = re.compile(
    r"[(\[](?:来源|稿源|文章来源|信息来源|本文来源|转自|据)[:: ]+(?P<origin>[^()\[\]]{2,24})[)\]][\s。]*$"
)
_FROM: Final = re.compile(r"^(?:来自|IP属地|发布于)[:]?")


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


class _Reader:
    """The two zones of one page."""

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
            if index in self.skip or index in self.spoken:
                continue
            size = len(line)
            inside = index >= self.first
            if index >= self.first + _INTO and (size > 40 or line.text[-1] in "。！？"):
                continue
            if size <= _ROW:
                if not inside and self._crumb(line):
                    continue
                if self._original(index):
                    continue
                if size <= 12 and (place := _FROM.match(line.fold)) and is_region(line.fold[place.end() :]):
                    # Where the account's reader sits, as platforms must show.
                    self._claim(line, "generic/byline")
                    continue
                if (
                    _WORTH.search(line.text)
                    and not (inside and size > 60 and line.text[-1] in "。！？”")
                    and self._row(index, "head", inside=inside)
                ):
                    continue
                if self._pair(index):
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
                    self._claim(line, "generic/title")
                    continue
                if size <= 24 and self._close(index) and self._names_only(line):
                    continue
            if inside:
                found = dateline_credit(line.fold[:140], line.text[:140]) if "(" in line.fold[:100] else None
                if found:
                    start, end, names = found
                    self._credit("reporter", names, line.start + start, line.start + end, "generic/dateline")
        self._account()
        self._subtitle()

    def inside(self) -> None:
        """Byline rows in the midst of the text, as forums end every post with one: the first one counts."""
        for index in range(self.first + _INTO, self.last - _BEFORE_END):
            line = self.lines[index]
            if len(line) <= 80 and line.text[-1] not in "。！？" and _YEAR.search(line.text):
                row = read_row(line.fold, line.text)
                if row.is_byline and (len(row.parts) > 2 or _labelled(row, len(row.parts) - 1)):
                    self._parts(index, row, "head", inside=False)
                    self._claim(line, "generic/byline")
                    self.posted = True
                    return

    def tail(self) -> None:
        lines = self.lines
        if self.last <= self.first or self.posted:
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
                    self._parts(index, row, "tail", inside=False)
                    break
                continue
            if not inside and _STOP.match(line.fold[:30]):
                break
            size = len(line)
            if size <= _ROW and _WORTH.search(line.text):
                if inside and (index < self.first + _INTO or (size > 60 and line.text[-1] in "。！？”")):
                    continue
                if self._row(index, "tail", inside=inside):
                    if self.posted:
                        break
                    continue
            if size <= 30 and self._pair(index):
                continue
            if size <= 60 and self._paper(line):
                continue
            if index < self.last + 3 and line.text.rstrip(" \xa0\u3000。.")[-1:] in ("）", ")", "】", "]"):
                at = max(0, size - _CODA)
                origin = _BRACKET_SOURCE.search(line.fold, at)
                coda = None if origin else bracket_credit(line.fold[at:], line.text[at:])
                if origin:
                    start, end = origin.span("origin")
                    value = clean_origin(line.text[start:end])
                    if looks_origin(value, labelled=True):
                        self.out.origins.append(
                            Found(value, line.start + start, line.start + end, "generic/trailing-source", 0.6)
                        )
                if coda:
                    start, end, role, names = coda
                    self._credit(
                        role, names, line.start + at + start, line.start + at + end, "generic/trailing-credit"
                    )
                    if end - start >= size - 2 and not inside:
                        self._claim(
                            line, "generic/editor-line" if role in EDITOR_ROLES else "generic/signature"
                        )

    # One line at a time.

    def _paper(self, line: Line) -> bool:
        """《某某日报》（2024年05月11日 09版）: where the text was printed."""
        match = _PAPER.match(line.fold) if "《" in line.text[:4] else None
        if match is None:
            return False
        start, end = match.span("paper")
        self.out.origins.append(
            Found(line.text[start:end], line.start + start, line.start + end, "generic/printed-in", 0.5)
        )
        self._claim(line, "generic/signature")
        return True

    def _close(self, index: int) -> bool:
        """Whether only lines that are accounted for stand between the headline and this one."""
        if self.title is None or not self.title < index <= self.title + 5:
            return False
        spent = {claim.start for claim in self.out.claims}
        return all(self.lines[at].start in spent or at in self.skip for at in range(self.title + 1, index))

    def _crumb(self, line: Line) -> bool:
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
        crumb = read_breadcrumb(text, line.fold, self.key)
        if crumb is None:
            return False
        if crumb.parts or crumb.labelled:
            score = 0.9 if crumb.labelled else 0.7 if len(crumb.parts) > 1 else 0.4
            before = self.out.crumbs[-1] if self.out.crumbs else None
            if (
                before
                and line.fold.lstrip(" ·").startswith(">")
                and line.index
                and before.end >= self.lines[line.index - 1].start
            ):
                # A path over several lines: each begins with the arrow.
                self.out.crumbs[-1] = Found(
                    before.value + crumb.parts, before.start, line.end, before.rule, max(before.score, score)
                )
            elif crumb.parts:
                self.out.crumbs.append(Found(crumb.parts, line.start, line.end, "generic/breadcrumb", score))
            self._claim(line, "generic/breadcrumb")
        return True

    def _original(self, index: int) -> bool:
        line = self.lines[index]
        if "原" not in line.text[:4]:
            return False
        match = _ORIGINAL.match(line.fold)
        if match is None or len(line) > 120:
            return False
        start, end = match.span("title")
        text = line.text[start:end].strip()
        stop = line.end
        self._claim(line, "generic/subtitle")
        if index + 1 < len(self.lines):
            # An original title over two lines: the second one is a part of the headline, too.
            below = self.lines[index + 1]
            key = title_key(below.fold)
            if (
                len(key) >= 4
                and len(below) <= 60
                and key in self.key
                and key not in title_key(line.fold)
                and key != self.key
            ):
                text += " " + below.text
                stop = below.end
                self._claim(below, "generic/subtitle")
                self.skip.add(index + 1)
        self.out.subtitles.append(Found(text, line.start + start, stop, "generic/original-title", 0.9))
        return True

    def _row(self, index: int, zone: str, *, inside: bool) -> bool:
        line = self.lines[index]
        row = self.headline.rows.get(index) or read_row(line.fold, line.text)
        if row.is_byline and not (inside and self._too_long(row, line)):
            self._parts(index, row, zone, inside=inside)
            self._claim(line, _row_rule(row, zone))
            if (
                zone == "tail"
                and any(p.date for p in row.parts)
                and any(p.role == "author" for p in row.parts)
            ):
                # Who posted it, and when: below it others answer.
                self.posted = True
            return True
        above = self.title is not None and index < self.title
        found = None if above else credit_line(line.fold, line.text)
        if found:
            role, names, low, high = found
            office = clean_origin(line.text[low:high])
            if office and looks_origin(office, labelled=False) == 1.0 and office[-1] not in "总台":
                # The paper a reporter writes for, where nothing else names the origin.
                self.out.origins.append(
                    Found(office, line.start + low, line.start + high, "generic/reporter-line", 0.25)
                )
            self._credit(role, names, line.start, line.end, "generic/reporter-line")
            self._claim(line, "generic/byline" if zone == "head" else "generic/signature")
            return True
        if not inside and row.parts and row.left <= 40 and len(line) <= 120:
            # Labels among other things (a cell of buttons): what is labelled counts, the line is not ours.
            self._parts(index, row, zone, inside=inside, labelled_only=True)
        return False

    def _too_long(self, row: Row, line: Line) -> bool:
        return len(line) > 120 or (row.left > 4 and line.text[-1] in "。！？!?")

    def _pair(self, index: int) -> bool:
        """A label on one line and its value on the next: ``作者`` / ``某某 某某``."""
        line = self.lines[index]
        word = line.fold.strip(" :·").replace(" ", "")
        role = LABELS.get(word)
        if role is None or word not in _PAIR_WORDS or index + 1 >= len(self.lines):
            return False
        below = self.lines[index + 1]
        if len(below) > 40 or below.fold[-1] in "。:":
            return False
        lead = word + ":"
        row = read_row(lead + below.fold, lead + below.text)
        if not row.is_byline or row.left > 2:
            return False
        if line.fold[-1] != ":" and not any(
            p.date or all(looks_person(n) for n in p.names or ("",)) for p in row.parts
        ):
            return False
        shift = below.start - len(lead)
        for part in row.parts:
            if part.value_start < len(lead):
                continue
            self._part(
                part,
                row,
                index,
                shift,
                "head" if index < self.first else "tail",
                inside=False,
                lead=len(lead),
            )
        self._claim(line, "generic/byline")
        self._claim(below, "generic/byline")
        self.skip.add(index + 1)
        return True

    def _names_only(self, line: Line) -> bool:
        names = glued_names(line.fold, line.text)
        if not names:
            return False
        self._credit("author", names, line.start, line.end, "generic/name-line")
        self._claim(line, "generic/byline")
        return True

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
                    self._date(part, line.start + from_title, line, 0.85)

    # Parts of a row.

    def _parts(self, index: int, row: Row, zone: str, *, inside: bool, labelled_only: bool = False) -> None:
        line = self.lines[index]
        above = self.title is not None and index < self.title
        for number, part in enumerate(row.parts):
            if above and part.names:
                # Nobody signs above the headline: these are menus.
                continue
            if part.role == "bare":
                if not labelled_only:
                    self._bare(row, number, line, zone)
                continue
            if labelled_only and part.date is not None and not _labelled(row, number):
                continue
            self._part(part, row, index, line.start, zone, inside=inside)

    def _part(
        self, part: Part, row: Row, index: int, shift: int, zone: str, *, inside: bool, lead: int = 0
    ) -> None:
        out = self.out
        text = self.view.text
        start, end = shift + part.value_start, shift + part.value_end
        if part.date is not None:
            if part.role != "date:published" or part.date.precision in ("year", "month"):
                return
            number = row.parts.index(part)
            score = 0.9 if _labelled(row, number) or lead else 0.8
            if zone == "tail":
                score -= 0.1 if score > 0.85 or len(row.parts) > 1 else 0.35
            elif inside:
                score -= 0.15 if len(row.parts) > 1 else 0.3
            if part.date.precision != "day":
                score += 0.03
            if self.title is not None and zone == "head":
                score -= min(0.2, 0.01 * abs(index - self.title))
            out.dates.append(Found(part.date.dated(text[start:end]), start, end, "generic/byline", score))
        elif part.role in ("origin", "publisher"):
            raw = text[start:end]
            value = clean_origin(raw)
            score = looks_origin(value, labelled=True)
            if value and score:
                score *= (0.95 if zone == "head" else 0.85) * (1.0 if part.role == "origin" else 0.6)
                out.origins.append(Found(value, start, end, "generic/byline", score))
        elif part.role == "keywords":
            words = split_keywords(text[start:end])
            if words:
                out.keywords.append(Found(words, start, end, "generic/byline", 0.8))
        elif part.names:
            self._credit(part.role, part.names, shift + part.start, end, "generic/byline")
        elif part.role == "author" and not _HAN.search(text, start, end):
            out.empty_author = True

    def _bare(self, row: Row, number: int, line: Line, zone: str) -> None:
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
            self._credit(
                "author", (line.text[part.start : part.end],), at, line.start + part.end, "generic/byline"
            )
            return
        size = 0
        before = ""
        for token in re.finditer(r"[^ |]+", folded):
            if WIDGET.fullmatch(token[0]) or is_region(_FROM.sub("", token[0])):
                continue
            word = token[0]
            if token[0] == before:
                # 某某 某某 2017-09-30: the picture's text and the name.
                at = line.start + part.start + token.start()
                self._credit(
                    "author", (self.view.text[at : at + len(word)],), at, at + len(word), "generic/byline"
                )
                self.out.origins.pop()
                continue
            before = word
            start = line.start + part.start + token.start()
            end = start + len(word)
            if "/" in word and size == 0 and word.count("/") == 1:
                # 某报快讯/某某: paper and reporter.
                left, right = word.split("/")
                if looks_person(right) or 2 <= len(right) <= 4:
                    at = start + len(left) + 1
                    if looks_person(right):
                        self._credit("reporter", (self.view.text[at:end],), at, end, "generic/byline")
                    end = start + len(left)
                    word = left
            value = clean_origin(self.view.text[start:end])
            score = looks_origin(value, labelled=False)
            if score:
                after = part.start >= dated[0].start
                score *= (0.85 if after else 0.7) - 0.15 * size - (0.15 if zone == "tail" else 0.0)
                if score < 0.6 and (self.title is None or not 0 < line.index - self.title <= 3):
                    # An unknown word counts right below the headline only.
                    score *= 0.5
                if self.title is not None and zone == "head":
                    score -= min(0.4, 0.05 * max(0, abs(line.index - self.title) - 3))
                self.out.origins.append(Found(value, start, end, "generic/byline", score))
            size += 1
            if size > 2:
                break

    def _date(self, part: Part, shift: int, line: Line, score: float) -> None:
        assert part.date is not None  # noqa: S101 - for the type checker; the caller looked
        start, end = shift + part.start, shift + part.end
        self.out.dates.append(
            Found(part.date.dated(self.view.text[start:end]), start, end, "generic/byline", score)
        )
        self.out.claims.append(Proposal(line.start, line.end, "field", "generic/title"))

    def _credit(self, role: str, names: tuple[str, ...], start: int, end: int, rule: str) -> None:
        raw = self.view.text[start:end]
        self.out.credits.append(
            (Credit(role, names, raw, self.view.source_span(start, end)), start, end, rule)
        )

    def _claim(self, line: Line, rule: str) -> None:
        self.out.claims.append(Proposal(line.start, line.end, "field", rule))

    # What needs its neighbours.

    def _account(self) -> None:
        """A line of its own under the headline, before the text: the account or paper that published it."""
        if self.title is None:
            return
        for index in range(self.title + 1, min(self.title + 5, self.first)):
            line = self.lines[index]
            folded = line.fold
            if (
                not _ACCOUNT.match(folded)
                or WIDGET.match(folded)
                or any(c.start <= line.start < c.end for c in self.out.claims)
            ):
                continue
            score = 0.0 if title_key(folded) in self.key else looks_origin(folded, labelled=False) * 0.6
            ident = self.view.page.nodes[line.node].ident
            if ident and _SOURCE_IDENT.search(ident):
                score += 0.15
            if score > 0.2:
                self.out.origins.append(
                    Found(
                        clean_origin(line.text),
                        line.start,
                        line.end,
                        "generic/account",
                        score - 0.02 * (index - self.title),
                    )
                )
                break

    def _subtitle(self) -> None:
        """副题: a line behind a dash under the headline, or a short unended one between headline and byline row."""
        if self.title is None:
            return
        last = max([self.title, *self.headline.extra])
        if last + 1 >= min(self.first + 2, len(self.lines)):
            return
        line = self.lines[last + 1]
        folded = line.fold
        if any(c.start <= line.start < c.end for c in self.out.claims):
            return
        if re.match(r"-{1,3}[^- ]", folded) and 5 <= len(line) <= 70 and folded[-1] not in "。;":
            self.out.subtitles.append(Found(line.text, line.start, line.end, "generic/subtitle", 0.8))
            self._claim(line, "generic/subtitle")
            return
        if (
            last + 2 < len(self.lines)
            and 8 <= len(line) <= 60
            and folded[-1] not in "。;:,、"
            and line.link * 2 < len(line)
        ):
            below = self.lines[last + 2]
            rowed = any(
                c.start <= below.start < c.end and c.rule == "generic/byline" for c in self.out.claims
            )
            if rowed and last + 1 < self.first and not WIDGET.match(folded) and not line.marks & _LISTED:
                self.out.subtitles.append(Found(line.text, line.start, line.end, "generic/subtitle", 0.6))
                self._claim(line, "generic/subtitle")


def _labelled(row: Row, number: int) -> bool:
    """Whether the part before is a label of a date."""
    return number > 0 and row.parts[number - 1].role == "label"


def _row_rule(row: Row, zone: str) -> str:
    if zone == "head":
        return "generic/byline"
    roles = {part.role for part in row.parts}
    if roles & EDITOR_ROLES:
        return "generic/editor-line"
    return "generic/signature" if roles & (WRITER_ROLES | _SIGN_ROLES) else "generic/byline"
