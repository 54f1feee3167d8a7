"""The headline: the line that is displayed as one, before what ``<title>`` and meta tags say.

Lines between the top of the page and the first paragraph are weighed by evidence that does not need each other: they
repeat ``<title>`` or a title tag, stand in a heading element or in a block that is called so, have a byline row
under them, stand right before the text, come again on the page, and share their words with the body. The site's
name behind the title goes by evidence too: what the displayed line does not have, is not the title.

A page that begins with prose has no headline, and gets none.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.breadcrumb import read_breadcrumb
from policytext.fields.credits import credit_line, read_row
from policytext.fields.dates import find_dates
from policytext.fields.labels import WIDGET
from policytext.fold import fold
from policytext.models.page import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.fields.credits import Row
    from policytext.layout import Layout
    from policytext.view import Line, View

__all__ = ["FoundTitle", "find_title", "title_key"]


class FoundTitle(NamedTuple):
    """What was found. ``text`` is ``None`` where the page has no title; ``line`` where none is displayed."""

    text: str | None = None
    line: int | None = None
    rule: str = "generic/title"
    confidence: float = 0.0
    start: int = -1
    """Start of the title in ``View.text``; -1 where it is not displayed."""
    end: int = -1
    extra: tuple[int, ...] = ()
    """Further lines that the title runs on to."""
    others: tuple[tuple[str, str, float], ...] = ()
    """Losing candidates: text, rule, confidence."""
    rows: Mapping[int, Row] = MappingProxyType({})
    """Rows that were read on the way, by line number, so that nobody reads them twice."""


_META: Final = (
    ("articletitle", "meta/articletitle"), ("headline", "jsonld/headline"), ("og:title", "meta/og-title"),
    ("twitter:title", "meta/twitter-title"), ("dc.title", "meta/dc-title"), ("title", "meta/title"),
)  # fmt: skip
_SEPARATOR: Final = re.compile(r"\s*(?:_{1,3}|\|{1,2}|::| [-–—|·<»«/] ?|(?<=\S)-{1,2}(?=\S)|—{1,2}|–|｜|丨|<|»)\s*")
_NOT_WORD: Final = re.compile(r"[\W_\ufffd]+")
_IDENT: Final = re.compile(
    r"(?:^|[.\-_ ])(?:(?:art|article|news|post|entry|content|cont?|detail|main|page|arc|doc|info|text|blog|topic|thread|show|big|head|xl|the|log)?"
    r"[-_]?(?:title|tit|bt|biaoti)\d?|headline|subject|h1|(?:title|tit)[-_]?(?:box|main|con|text|h1|article|wrap|big|name))(?:$|[.\-_ ])"
)
_LEAD: Final = re.compile(r"^(?:(?:主题|标题|题目|文章标题|正在阅读|文章题目|帖子主题|帖子标题|您正在阅读|名称) ?[:>] ?|原创(?=\S{8})|\* ?|·+ ?|#+ )+")
_TAIL: Final = re.compile(r"[ \xa0\ufffd\ue000-\uf8ff-]*(?: -|[\xa0\ufffd\ue000-\uf8ff ])$")
_ENDS: Final = frozenset("。;,、:")
_FRAME: Final = int(Mark.FRAME | Mark.FORM | Mark.NOSCRIPT)
_SITE: Final = re.compile(r"(?:网|网站|频道|门户|论坛|博客|日报|晚报|新闻|首页|客户端|中心|政府|资讯|社区|在线|传媒|平台|委员会|局|厅)$|\.(?:com|cn|net|org)$")
_HEADING: Final = int(Mark.HEADING)
_SET_OFF: Final = int(Mark.STRONG | Mark.CENTER)
_HEAD_LINES: Final = 40
_LONG_PROSE: Final = 60


def title_key(folded: str) -> str:
    """A folded text without white space and punctuation, lower case: what two spellings of one title share."""
    return _NOT_WORD.sub("", folded).lower()


class _Claim(NamedTuple):
    text: str
    key: str
    rule: str
    head: str
    """Key of what stands before the first separator."""


def _claim(text: str, rule: str) -> _Claim:
    folded = fold(text.strip())
    return _Claim(text.strip(), title_key(folded), rule, title_key(_SEPARATOR.split(folded, maxsplit=1)[0]))


def _claims(view: View) -> list[_Claim]:
    """What the head of the page calls its title, the most trustworthy first."""
    out: list[_Claim] = []
    if view.head_title:
        out.append(_claim(view.head_title, "head/title"))
    for name, rule in _META:
        for item in view.page.meta:
            if item.name == name and item.value and item.kind in ("meta", "jsonld", "comment"):
                claim = _claim(item.value, rule)
                if claim.key:
                    out.append(claim)
                break
    if not out and len(view.lines) > 3:
        # A dump may begin with the text of <title>: the headline with the site's name behind it.
        first = view.lines[0]
        if 8 <= len(first) <= 120 and first.text[-1] not in "。！？" and _SEPARATOR.search(first.fold):
            out.append(_claim(first.text, "dump/first-line"))
    return out


def _match(key: str, claims: Sequence[_Claim]) -> tuple[float, _Claim | None]:
    """How well a line repeats what the head says, 0 to 1."""
    best: tuple[float, _Claim | None] = (0.0, None)
    size = len(key)
    for claim in claims:
        other = claim.key
        if size < 2 or not other:
            continue
        if key == other:
            value = 1.0
        elif key == claim.head and size >= 4:
            value = 0.95
        elif other.startswith(key):
            # The rest should be the site: a title that is cut short by a third of its length is no repetition.
            value = 0.95 if size * 2 >= len(other) else 0.8 if size >= 8 else 0.35 + 0.05 * size
        elif key in other:
            value = min(0.85, 0.3 + 0.05 * size)
        elif len(other) >= 6 and other in key and size <= len(other) + 24:
            value = 0.8
        elif len(other) >= 8 and key.startswith(other[: max(8, len(other) * 2 // 3)]):
            value = 0.75
        else:
            continue
        if value > best[0]:
            best = value, claim
            if value == 1.0:
                break
    return best


def _clean(line: Line) -> tuple[int, int]:
    """Span of the title inside a line: without 主题：, a button glued in front, a date behind it."""
    folded = line.fold
    start = 0
    lead = _LEAD.match(folded)
    if lead and lead.end() < len(folded):
        start = lead.end()
    end = len(folded)
    if end > 14 and folded[end - 1].isdigit():
        hits = find_dates(folded)
        if hits and hits[-1].end == end and folded[: hits[-1].start].endswith("  ") and hits[-1].start > start + 4:
            end = hits[-1].start
    tail = _TAIL.search(folded, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    return start, end


def _overlap(key: str, body: str) -> float:
    """Share of the title's character pairs that the body has too."""
    pairs = {key[i : i + 2] for i in range(min(len(key), 40) - 1)}
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def _is_prose(line: Line) -> bool:
    size = len(line)
    if line.link * 2 >= size or line.marks & _HEADING:
        return False
    text = line.text
    if size >= _LONG_PROSE:
        return text.count("，") + text.count(",") + text.count("。") >= 2
    return size >= 24 and text[-1] == "。"


def find_title(view: View, core: Layout) -> FoundTitle:
    """The page's headline.

    Args:
        view: The page.
        core: Where running text was found; ``first == last`` where none was.

    Returns:
        See `FoundTitle`. Cost: the lines above the text once, a closer look at half a dozen of them.
    """
    lines = view.lines
    claims = _claims(view)
    if not lines:
        return _undisplayed(view, claims)
    has_body = core.last > core.first
    first = core.first if has_body else min(len(lines), _HEAD_LINES)
    rows: dict[int, Row] = {}
    anchors = _anchors(lines, rows, first, min(core.last, len(lines)) if has_body else first)
    stop = first
    limit = min(len(lines), first + 6, core.last if has_body else len(lines))
    while stop < limit and not _is_prose(lines[stop]):
        stop += 1
    if stop == limit:
        stop = first
    scale = _Scale(view, stop, claims, anchors, rows)
    # Where the text seems to begin above the byline row, the headline stands right above the row, if anywhere.
    inner = {at - step for at in anchors for step in (1, 2, 3) if at > stop and at - step >= stop}
    near = min([max(0, first - 26), *(max(0, at - 6) for at in anchors)])
    heads = "\n".join(claim.text[:80] for claim in claims)
    cheap: list[tuple[float, int, _Claim | None, float, str]] = []
    for index in (*range(max(0, first - 400), stop), *sorted(inner)):
        line = lines[index]
        if not 3 <= line.end - line.start <= 130:
            continue
        if index < near and not line.marks & _HEADING:
            if line.text[:4] not in heads:
                continue
        weight = scale.cheap(line)
        if weight is not None:
            cheap.append(weight)
    cheap.sort(key=lambda item: (-item[0], -item[1]))
    body = ""
    if has_body and cheap:
        start = lines[min(first + 1, core.last - 1)].start
        body = view.text[start : max(start, lines[min(core.last, len(lines)) - 1].end)][:3000]
        body = "".join(body.split())
    scored: list[tuple[float, int, _Claim | None, float]] = []
    if len(cheap) > 1 and cheap[0][0] - cheap[1][0] > _CLEAR:
        del cheap[1:]
    for value, index, claim, matched, key in cheap[:_CLOSER]:
        dear = scale.dear(lines[index], key, matched, body)
        if dear is not None:
            scored.append((value + dear, index, claim, matched))
    if not scored:
        return _undisplayed(view, claims)
    scored.sort(key=lambda item: (-item[0], -item[1]))
    value, index, claim, matched = scored[0]
    if value < 2.2:
        found = _undisplayed(view, claims)
        if found.text or value < 1.4:
            return found
    return _displayed(view, index, claim, matched, value, claims, scored[1:4])._replace(rows=rows)


_CLOSER: Final = 6
_CLEAR: Final = 3.6
_OVER_ROW: Final = (2.5, 2.1, 1.5, 0.9, 0.5)
_OVER_TEXT: Final = (1.5, 1.0, 0.6, 0.3)
_DATED: Final = re.compile(r"(?:19|20)\d\d|\d\d:\d\d|[来來]源|作者")
_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|第[一二三四五六七八九十\d]{1,3}[章节条部]")
_SENTENCE: Final = re.compile(r"[。!?][\"')]?$|\.{3}$|…$")


def _anchors(lines: Sequence[Line], rows: dict[int, Row], first: int, last: int) -> list[int]:
    """The first byline rows around the top of the text: headlines stand above them."""
    out: list[int] = []
    for index in range(max(0, first - 60), min(last, first + 25)):
        if index > first and out and out[0] <= first:
            break
        line = lines[index]
        size = line.end - line.start
        if size > 160 or (size > 60 and line.text[-1] == "。") or not _DATED.search(line.text):
            continue
        row = rows[index] = read_row(line.fold, line.text)
        if len(row.parts) == 2 and row.parts[0].role == "bare" and "   " in line.fold[row.parts[0].end : row.parts[1].start]:
            # A headline with its date behind a gap is no row of its own.
            continue
        if row.is_byline and (any(p.date or p.role in ("label", "origin") for p in row.parts) or (len(row.parts) > 1 and row.left < 4)):
            out.append(index)
            if len(out) == 3:
                break
    return out


class _Scale:
    """The evidence for a headline on one page."""

    def __init__(self, view: View, first: int, claims: Sequence[_Claim], anchors: Sequence[int], rows: dict[int, Row]) -> None:
        self.rows = rows
        self.view = view
        self.lines = view.lines
        self.first = first
        self.claims = claims
        self.anchors = anchors
        self.under = self._unders()

    def cheap(self, line: Line) -> tuple[float, int, _Claim | None, float, str] | None:
        """Score, line number, what the head says, how well it matches, and the line's key."""
        index = line.index
        folded = line.fold
        size = len(folded)
        start, end = _clean(line)
        key = title_key(folded[start:end])
        if len(key) < 2 or key.isdigit():
            return None
        matched, claim = _match(key, self.claims) if self.claims else (0.0, None)
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
        if line.marks & _HEADING:
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
            if shown.startswith("--") or shown.count("|") > 1 or shown.count("  ") > 2 or shown.count("[") > 1:
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
        score = -0.8 if distance > 60 else -0.4 if distance > 14 else 0.2 if distance > 8 else 0.0 if distance <= 0 else 0.6
        if index in self.anchors:
            return score - 2.0
        under = self.under.get(index, 0.0)
        if self.anchors and self.anchors[0] < index and under < 2.0:
            score -= 0.8
        if distance <= 0 and not under and index + 1 < len(self.lines) and _is_prose(self.lines[index + 1]):
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
                if line.end - line.start < 5 or WIDGET.fullmatch(line.fold) or ("记者" in line.fold and credit_line(line.fold, line.text)):
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
        if matched < 0.7:
            if read_breadcrumb(line.text, folded) is not None:
                return None
            start, end = _clean(line)
            whole = self.rows.get(line.index) if end - start == len(folded) else None
            if _is_frame_line(folded[start:end], line.text[start:end], whole):
                return None
            if _SITE.search(folded) and len(key) < 10:
                score -= 0.8
        if body and len(key) >= 4:
            score += 2.0 * _overlap(key, body) - 0.4
        if matched < 0.9 and len(key) >= 6:
            start, end = _clean(line)
            if self.view.text.count(line.text[start:end]) > 1:
                score += 0.7 if len(key) >= 8 else 0.3
                around = self.lines[max(0, line.index - 6) : line.index] + self.lines[line.index + 1 : line.index + 6]
                if any(title_key(other.fold) == key for other in around):
                    score += 0.8
        return score


def _is_frame_line(folded: str, text: str, row: Row | None) -> bool:
    if WIDGET.fullmatch(folded):
        return True
    if len(folded) < 60 and _SIGNED.search(folded) and credit_line(folded, text) is not None:
        return True
    if _WORTH.search(folded):
        row = row or read_row(folded, text)
        return (row.is_byline and row.left < 8) or (bool(row.parts) and row.left <= 2)
    return False


_SIGNED: Final = re.compile(r"记者|通讯员|评论员|实习生|撰稿|报道员|作者")
_WORTH: Final = re.compile(r"[:|/]|\d\d")


def _displayed(
    view: View,
    index: int,
    claim: _Claim | None,
    matched: float,
    value: float,
    claims: Sequence[_Claim],
    losers: Sequence[tuple[float, int, _Claim | None, float]],
) -> FoundTitle:
    line = view.lines[index]
    start, end = _clean(line)
    extra: tuple[int, ...] = ()
    text = line.text[start:end]
    key = title_key(line.fold[start:end])
    if claim is not None and matched < 1.0:
        # The title runs on to the next line: both together are what the head says.
        for step in (1, 2):
            at = index + step
            if at >= len(view.lines) or len(view.lines[at]) > 60:
                break
            more = title_key(view.lines[at].fold)
            if len(more) >= 3 and any((key + more) in other.key for other in claims):
                key += more
                text += " " + view.lines[at].text
                extra += (at,)
            else:
                break
        if not extra and index > 0 and len(view.lines[index - 1]) <= 60:
            before = view.lines[index - 1]
            more = title_key(before.fold)
            if len(more) >= 3 and any((more + key) in other.key for other in claims) and not read_breadcrumb(before.text, before.fold):
                text = before.text + " " + text
                extra += (index - 1,)
        if not extra:
            inside = _inside(line, claim)
            if inside is not None:
                start, end = inside
                text = line.text[start:end]
    others = tuple((view.lines[at].text, "generic/title", min(0.5, score / 10)) for score, at, _, _ in losers if score > 2.0)
    others += tuple((other.text, other.rule, 0.4) for other in claims if other.key != key)
    return FoundTitle(
        " ".join(text.split(" ")).strip(), index, "generic/title", min(1.0, value / 8), line.start + start, line.start + end, extra, others[:6]
    )


def _inside(line: Line, claim: _Claim) -> tuple[int, int] | None:
    """Where a shorter title stands in a longer line; only where the tag is a title alone, without a site's name."""
    if claim.rule in ("head/title", "dump/first-line"):
        parts = [p for p in _SEPARATOR.split(fold(claim.text)) if p.strip()]
    else:
        parts = [fold(claim.text)]
    for part in parts[:1]:
        part = part.strip()
        at = line.fold.find(part)
        if at >= 0 and len(part) >= 6 and len(part) < len(line):
            return at, at + len(part)
    return None


def _undisplayed(view: View, claims: Sequence[_Claim]) -> FoundTitle:
    """The title from the head alone: site names behind it go where another tag or their form shows them."""
    best: tuple[str, str] | None = None
    names = {title_key(fold(item.value)) for item in view.page.meta if item.name in ("sitename", "og:site_name", "application-name", "publisher.name", "columnname") and item.value}
    for claim in claims:
        if claim.rule == "dump/first-line":
            continue
        if claim.rule != "head/title":
            text = claim.text
            return FoundTitle(_strip_site(text, names), None, claim.rule, 0.6)
        if best is None:
            best = _strip_site(claim.text, names), claim.rule
    if best is None or not best[0] or len(title_key(fold(best[0]))) < 4:
        return FoundTitle()
    return FoundTitle(best[0], None, best[1], 0.5)


def _strip_site(text: str, names: set[str]) -> str:
    """The title without the names of site and columns behind it."""
    folded = fold(text)
    cuts = [match.span() for match in _SEPARATOR.finditer(folded)]
    end = len(text)
    while cuts:
        start, after = cuts.pop()
        part = folded[after:end].strip()
        if start < 4:
            break
        if title_key(part) in names or _SITE.search(part) or (len(part) <= 6 and "_" in folded[start:after]):
            end = start
            continue
        break
    return text[:end].strip()
