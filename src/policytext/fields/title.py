"""The headline: the line that is displayed as one, before what ``<title>`` and meta tags say.

Lines between the top of the page and the first paragraph are weighed by evidence that does not need each other: they
repeat ``<title>`` or a title tag, stand in a heading element or in a block that is called so, have a byline row
under them, stand right before the text, come again on the page, and share their words with the body. The site's
name behind the title goes by evidence too: what the displayed line does not have, is not the title.

A page that begins with prose has no headline, and gets none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.breadcrumb import read_breadcrumb
from policytext.fields.credits import credit_line, read_row
from policytext.fields.dates import find_dates
from policytext.fold import fold
from policytext.models.page import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

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


_META: Final = (
    ("articletitle", "meta/articletitle"), ("headline", "jsonld/headline"), ("og:title", "meta/og-title"),
    ("twitter:title", "meta/twitter-title"), ("dc.title", "meta/dc-title"), ("title", "meta/title"),
)  # fmt: skip
_SEPARATOR: Final = re.compile(r"\s*(?:_{1,3}|\|{1,2}|::| [-–—|·<»«/] ?|(?<=\S)-{1,2}(?=\S)|—{1,2}|–|｜|丨|<|»)\s*")
_NOT_WORD: Final = re.compile(r"[\W_\ufffd]+")
_IDENT: Final = re.compile(r"(?:^|[.\-_ ])(?:[a-z]{0,8}[-_]?title|biaoti|headline|bt\d?|tit\d?|subject|h1|[a-z]{0,8}title[a-z]{0,6})(?:$|[.\-_ ])")
_LEAD: Final = re.compile(r"^(?:(?:主题|标题|题目|文章标题|正在阅读|文章题目|帖子主题|帖子标题|您正在阅读|名称) ?[:>] ?|原创(?=\S{8})|\* ?|·+ ?|#+ )+")
_TAIL: Final = re.compile(r"(?: ?-(?: ?-)+|\ufffd+|[\s\xa0]+)+$")
_ENDS: Final = frozenset("。;,、:")
_STOPS: Final = frozenset("。!?…\"'")
_FRAME: Final = int(Mark.FRAME | Mark.FORM | Mark.NOSCRIPT)
_SITE: Final = re.compile(r"(?:网|网站|频道|门户|论坛|博客|日报|晚报|新闻|首页|客户端|中心|政府|资讯|社区|在线|传媒|平台|委员会|局|厅)$|\.(?:com|cn|net|org)$")
_HEAD_LINES: Final = 40
_LONG_PROSE: Final = 60


def title_key(folded: str) -> str:
    """A folded text without white space and punctuation, lower case: what two spellings of one title share."""
    return _NOT_WORD.sub("", folded).lower()


class _Claim(NamedTuple):
    text: str
    key: str
    rule: str


def _claims(view: View) -> list[_Claim]:
    """What the head of the page calls its title, the most trustworthy first."""
    out: list[_Claim] = []
    if view.head_title:
        out.append(_Claim(view.head_title, title_key(fold(view.head_title)), "head/title"))
    for name, rule in _META:
        for item in view.page.meta:
            if item.name == name and item.value and item.kind in ("meta", "jsonld", "comment"):
                key = title_key(fold(item.value))
                if key:
                    out.append(_Claim(item.value, key, rule))
                break
    if not out and len(view.lines) > 3:
        # A dump may begin with the text of <title>: the headline with the site's name behind it.
        first = view.lines[0]
        if 8 <= len(first) <= 120 and first.text[-1] not in "。！？" and _SEPARATOR.search(first.fold):
            out.append(_Claim(first.text, title_key(first.fold), "dump/first-line"))
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
        elif other.startswith(key):
            # The rest should be the site: a title that is cut short by a third of its length is no repetition.
            value = 0.95 if size >= 8 or size * 2 >= len(other) else 0.35 + 0.04 * size
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


def _repeated(key: str, lines: Sequence[Line], index: int) -> bool:
    head = lines[index].text[:6]
    return any(
        other.index != index and other.text.startswith(head) and title_key(other.fold) == key for other in lines[: index + 60]
    )


def _overlap(key: str, body: str) -> float:
    """Share of the title's character pairs that the body has too."""
    pairs = {key[i : i + 2] for i in range(min(len(key), 40) - 1)}
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def _is_prose(line: Line) -> bool:
    size = len(line)
    if line.link * 2 >= size:
        return False
    if line.marks & Mark.HEADING:
        return False
    return (size >= _LONG_PROSE and line.text.count("，") + line.text.count(",") + line.text.count("。") >= 2) or (
        size >= 24 and line.text[-1] in "。！？" and ("，" in line.text or "," in line.text)
    )


def find_title(view: View, core: Layout) -> FoundTitle:
    """The page's headline.

    Args:
        view: The page.
        core: Where running text was found; ``first == last`` where none was.

    Returns:
        See `FoundTitle`. Cost: the lines above the text once, a closer look at a dozen of them.
    """
    lines = view.lines
    claims = _claims(view)
    if not lines:
        return _undisplayed(view, claims, [])
    has_body = core.last > core.first
    first = core.first if has_body else min(len(lines), _HEAD_LINES)
    stop = first
    limit = min(len(lines), first + 6, core.last if has_body else len(lines))
    while stop < limit and not _is_prose(lines[stop]):
        stop += 1
    body = view.text[lines[first].start : lines[min(core.last, len(lines)) - 1].end][:4000] if has_body else ""
    body = body.translate(_QUICK)
    nodes = view.page.nodes
    near = max(0, first - 26)
    scored: list[tuple[float, int, _Claim | None, float]] = []
    heads = [claim.text[:80] for claim in claims]
    for index in range(max(0, first - 400), stop):
        line = lines[index]
        size = len(line)
        if size < 3 or size > 130:
            continue
        marked = line.marks & Mark.HEADING
        if index < near and not marked:
            probe = line.text[:4]
            if not any(probe in head for head in heads):
                continue
        score = _weigh(view, index, first, claims, nodes, body)
        if score is not None:
            scored.append(score)
    if not scored:
        return _undisplayed(view, claims, [])
    scored.sort(key=lambda item: (-item[0], -item[1]))
    value, index, claim, matched = scored[0]
    if value < (2.6 if claim is None else 2.2):
        found = _undisplayed(view, claims, [])
        if found.text or value < 2.0:
            return found
    return _displayed(view, index, claim, matched, value, claims, scored[1:4], core)


_QUICK: Final = dict.fromkeys(map(ord, " \t\n\r\xa0\u3000"), None)


def _weigh(
    view: View, index: int, first: int, claims: Sequence[_Claim], nodes: Sequence[object], body: str
) -> tuple[float, int, _Claim | None, float] | None:
    lines = view.lines
    line = lines[index]
    folded = line.fold
    size = len(line)
    start, end = _clean(line)
    key = title_key(folded[start:end])
    if len(key) < 2 or key.isdigit():
        return None
    matched, claim = _match(key, claims) if claims else (0.0, None)
    if claim is not None and claim.rule == "dump/first-line" and index == 0:
        return None
    if folded[-1] in _ENDS and matched < 0.7:
        return None
    score = 4.0 * matched
    if line.marks & Mark.HEADING:
        tag = view.page.nodes[line.node].tag
        score += {"h1": 2.0, "h2": 1.4, "h3": 0.9}.get(tag, 0.3 if matched < 0.5 else 0.8)
    ident = view.page.nodes[line.node].ident
    if ident and _IDENT.search(ident):
        score += 0.9
    share = line.link / size
    if share > 0.5:
        score -= 1.6 if matched < 0.9 else 0.8
    if line.marks & _FRAME:
        score -= 0.6
    if size > 70:
        score -= 0.6
    elif len(key) >= 8:
        score += 0.5
    elif len(key) < 4:
        score -= 0.8
    distance = first - index
    if distance > 60:
        score -= 0.8
    elif distance > 14:
        score -= 0.3
    elif distance <= 0:
        score += 0.3
    else:
        score += 0.6
    if score < 0.2:
        return None
    # The dearer evidence, for lines that still have a chance.
    if distance <= 30 or matched >= 0.5:
        score += _below(lines, index, first)
    if matched < 0.7:
        if read_breadcrumb(line.text, folded) is not None or _is_frame_line(folded, line.text):
            return None
        if _SITE.search(folded) and len(key) < 10:
            score -= 0.8
    if body and len(key) >= 4:
        score += 2.0 * _overlap("".join(line.text[start:end].split()), body) - 0.4
    if matched < 0.9 and len(key) >= 5 and _repeated(key, lines, index):
        score += 0.5
    return score, index, claim, matched


def _is_frame_line(folded: str, text: str) -> bool:
    if len(folded) < 60 and credit_line(folded, text) is not None:
        return True
    if any(c.isdigit() or c in ":|/" for c in folded):
        row = read_row(folded, text)
        return row.is_byline and row.left < 8
    return False


def _below(lines: Sequence[Line], index: int, first: int) -> float:
    """What stands under a candidate: a byline row within a few lines, or the first paragraph."""
    for step, at in enumerate(range(index + 1, min(index + 6, len(lines)))):
        line = lines[at]
        if len(line) <= 160 and (line.text[0].isdigit() or ":" in line.fold or "记者" in line.fold or find_dates(line.fold)):
            folded = line.fold
            if read_row(folded, line.text).is_byline or credit_line(folded, line.text):
                return (2.0, 1.5, 1.0, 0.6, 0.4)[step]
        if at >= first and _is_prose(line):
            return (1.2, 0.8, 0.4, 0.2, 0.1)[step]
    return 0.0


def _displayed(
    view: View,
    index: int,
    claim: _Claim | None,
    matched: float,
    value: float,
    claims: Sequence[_Claim],
    losers: Sequence[tuple[float, int, _Claim | None, float]],
    core: Layout,
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


def _undisplayed(view: View, claims: Sequence[_Claim], _losers: Sequence[str]) -> FoundTitle:
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
