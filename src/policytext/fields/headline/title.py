"""The headline: the line that is displayed as one, before what ``<title>`` and meta tags say.

Lines between the top of the page and the first paragraph are weighed by the named evidence of `policytext.fields.headline.evidence`:
cheap evidence for all of them, dear evidence for those that lead. A page that begins with prose has no headline, and gets none.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.breadcrumb import read_breadcrumb
from policytext.fields.grammar.credits import credit_line
from policytext.fields.grammar.names import looks_person
from policytext.fields.grammar.official_words import DOC_NUMBER
from policytext.fields.grammar.rows import read_row
from policytext.fields.headline.continuation import run_on
from policytext.fields.headline.evidence import EVIDENCE, named, score
from policytext.fields.headline.head_lines import head_of_page, lines_to_weigh
from policytext.fields.headline.places import Places, is_buttons, is_dated_title
from policytext.fields.headline.stated_titles import inside, match, stated_titles, strip_site, title_key
from policytext.fields.headline.traits import (
    HEADING,
    doubts,
    form_traits,
    is_label,
    markup_traits,
    title_span,
)
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from policytext.fields.grammar.rows import Row
    from policytext.fields.headline.evidence import Trait
    from policytext.fields.headline.stated_titles import Stated
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["Contender", "FoundTitle", "contenders", "find_title"]

_CLOSER: Final = 6
"""So many lines are looked at closely."""
_AT_BEST: Final = EVIDENCE["kind"].weight + 1e-9
"""What a line gains at most by what else it looks like; the rest of that speaks against it."""
_BODY: Final = 3000
_LIKELY: Final = 2.0
"""From here on a displayed line is the headline; below, what the head says is likelier."""
_POSSIBLE: Final = 1.4
"""From here on a displayed line is the headline where the head says nothing."""
_UNSAID: Final = re.compile(r"[。;,、:]|(?<=[\u4e00-\u9fff])[.․]")
"""No headline ends in these, unless the head says so."""
# 第02版：要闻, the page of a printed paper.
_EDITION: Final = re.compile(r"第? ?[A-Z]?\d{1,3} ?版(?:$|[: ])")
_SIGNED: Final = re.compile(r"记者|通讯员|评论员|实习生|撰稿|报道员|作者")
_WORTH: Final = re.compile(r"[:|/]|\d\d|前|昨天")
# 點閱數：318, 浏览 12 次: whatever is counted.
_SIGN: Final = re.compile(r"[□■◎●◇] ?[^ ]{2,4}$")
_COUNT: Final = re.compile(
    r"(?:[^:\d]{1,8}:|[\u4e00-\u9fff]{2,4} ) ?\d[\d,.]{0,9} ?[次人]?"
    r"|原创 [\w~.&@-]{2,10} [^ ]{2,16}"  # badge, writer and account
)
_FROM: Final = re.compile(
    r"您?(?:当前|正在)阅读的是|(?:您好|欢迎(?:您|光临|来到|访问))|(?:以下)?(?:本?文章?)?(?:来源于|来自于?|转载?自|摘自) ?[^ ]{2,}"
)
_DAY_AND: Final = 8
"""Characters beside a day of a line that is a date and its place or weekday."""


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
    others: tuple[tuple[str, str, float, tuple[str, ...]], ...] = ()
    """Losing candidates: text, rule, confidence, evidence."""
    rows: Mapping[int, Row] = MappingProxyType({})
    """Rows that were read on the way, by line number, so that nobody reads them twice."""
    evidence: tuple[str, ...] = ()
    """What told, by name and weight."""


class Contender(NamedTuple):
    """A line that could be the headline."""

    score: float
    line: int
    claim: Stated | None
    """What the head says that the line repeats best, and how well (0 to 1)."""
    matched: float
    key: str
    traits: tuple[Trait, ...]


def find_title(view: View, core: Layout, skip: Collection[int] = ()) -> FoundTitle:
    """The page's headline.

    Args:
        view: The page.
        core: Where running text was found; ``first == last`` where none was.
        skip: Lines that are no headline for certain: a header table's.

    Returns:
        See `FoundTitle`. Cost: the lines above the text once, a closer look at half a dozen of them.
    """
    claims = stated_titles(view)
    if not view.lines:
        return _undisplayed(view, claims)
    rows: dict[int, Row] = {}
    ranked = contenders(view, core, claims, rows, skip)
    if not ranked:
        return _undisplayed(view, claims)
    best = ranked[0]
    if best.score < _LIKELY:
        found = _undisplayed(view, claims)
        if found.text or best.score < _POSSIBLE:
            return found
    return _displayed(view, best, claims, ranked[1:4])._replace(rows=rows)


def contenders(
    view: View, core: Layout, claims: Sequence[Stated], rows: dict[int, Row], skip: Collection[int] = ()
) -> list[Contender]:
    """The lines that could be the headline, the likeliest first.

    Args:
        view: The page.
        core: Where running text was found.
        claims: What the head says.
        rows: Rows that were read; those read here are added.
        skip: Lines that are no headline for certain.
    """
    lines = view.lines
    has_body = core.last > core.first
    head = head_of_page(view, core, rows)
    places = Places(view, head.stop, head.anchors, rows)
    heads = "\n".join(claim.text[:80] for claim in claims)
    weighed = (
        _weigh(view, places, line, claims)
        for line in lines_to_weigh(lines, head, heads)
        if line.index not in skip
    )
    quick = _leading([item for item in weighed if item is not None])
    body = ""
    if has_body and quick:
        # Without its first line, which may be the headline itself.
        start = lines[min(head.first + 1, core.last - 1)].start
        body = fold(view.text[start : min(start + _BODY, lines[min(core.last, len(lines)) - 1].end)])
        body = "".join(body.split())
    closer = (_look_closely(view, places, item, body) for item in quick)
    return sorted((item for item in closer if item is not None), key=lambda item: (-item.score, -item.line))


class _Undoubted(NamedTuple):
    """A line by what costs next to nothing; what speaks against it goes into its traits ``at``, and takes these arguments."""

    item: Contender
    at: int
    asked: tuple[str, str, str, int]


def _leading(lines: Sequence[_Undoubted]) -> list[Contender]:
    """The best few, the best first. Most others are left behind before anybody asks what speaks against them."""
    out: list[Contender] = []
    for item, at, asked in sorted(lines, key=lambda line: -line.item.score):
        if len(out) == _CLOSER and item.score + _AT_BEST < out[-1].score:
            break
        # What the head states well is a headline whatever it looks like.
        if item.matched < 0.7:
            traits = (*item.traits[:at], *doubts(*asked), *item.traits[at:])
            item = item._replace(score=score(traits), traits=traits)  # noqa: PLW2901 - the same line, in full
        out.append(item)
        out.sort(key=lambda item: (-item.score, -item.line))
        del out[_CLOSER:]
    return out


def _weigh(view: View, places: Places, line: Line, claims: Sequence[Stated]) -> _Undoubted | None:
    """The cheapest evidence for one line; ``None`` where it cannot be a headline."""
    folded = line.fold
    start, end = title_span(line)
    key = title_key(folded[start:end])
    if len(key) < 2 or key.isdigit():
        return None
    matched, claim = match(key, claims) if claims else (0.0, None)
    traits: list[Trait] = []
    if claim is not None and claim.rule == "dump/first-line":
        if line.index == 0:
            return None
        matched = matched * 0.8 if len(key) >= 8 or key == claim.head else 0.0
        traits.append(("first-line", matched))
    elif matched:
        traits.append(("stated", matched))
    if matched < 0.7 and (_UNSAID.match(folded, len(folded) - 1) or is_label(key)):
        return None
    distance = places.first - line.index
    node = view.page.nodes[line.node]
    traits += markup_traits(line, node.tag, node.ident, matched, distance)
    traits += form_traits(line, start, end, key)
    at = len(traits)
    traits += places.traits(line, distance)
    item = Contender(score(traits), line.index, claim, matched, key, tuple(traits))
    return _Undoubted(item, at, (folded, folded[start:end], key, distance))


def _look_closely(view: View, places: Places, item: Contender, body: str) -> Contender | None:
    """The dear evidence, for the few lines that lead; ``None`` where the line is no headline."""
    line = view.lines[item.line]
    folded, key = line.fold, item.key
    start, end = title_span(line)
    if (item.matched < 0.7 or ">" in folded) and read_breadcrumb(line.text, folded) is not None:
        return None
    if item.matched < 0.7:
        whole = places.rows.get(line.index) if end - start == len(folded) else None
        if _is_frame_line(line, start, end, whole):
            return None
    more: list[Trait] = []
    if body and len(key) >= 4:
        more.append(("words", _overlap(key, body) - 0.2))
    if item.matched < 0.9 and len(key) >= 6:
        more += _again(view, line, line.text[start:end], key)
    if len(key) >= 4 and places.ends_path(line.index, key):
        more.append(("path-end", 1.0))
    return item._replace(score=item.score + score(more), traits=(*item.traits, *more))


def _again(view: View, line: Line, text: str, key: str) -> list[Trait]:
    """Whether a line is there once more: as a headline is, in a path or a list of links; near by it is a button's or a menu's."""
    if view.text.count(text) < 2:
        return []
    out: list[Trait] = [("again", 1.0 if len(key) >= 8 else 0.5)]
    around = view.lines[max(0, line.index - 6) : line.index] + view.lines[line.index + 1 : line.index + 6]
    if any(title_key(other.fold) == key for other in around):
        out.append(("again-near", 1.0))
    return out


def _overlap(key: str, body: str) -> float:
    """Share of the title's character pairs that the body has too."""
    pairs = {key[i : i + 2] for i in range(min(len(key), 28) - 1)}
    return sum(pair in body for pair in pairs) / len(pairs) if pairs else 0.0


def _is_frame_line(line: Line, start: int, end: int, row: Row | None) -> bool:
    """Whether a line is of a kind that no headline is: buttons, a document number, an edition, a credit, a byline row."""
    folded, text = line.fold[start:end], line.text[start:end]
    if is_buttons(folded) or DOC_NUMBER.fullmatch(folded) or _EDITION.match(folded):
        return True
    if _FROM.match(folded) or _COUNT.fullmatch(folded):
        return True
    if _SIGN.match(folded) and looks_person(folded.lstrip("□■◎●◇ ")):
        return True
    if len(folded) < 60 and _SIGNED.search(folded) and credit_line(folded, text) is not None:
        return True
    # Reading a row is dear, and without a colon, a bar or a figure there is none.
    return _WORTH.search(folded) is not None and _is_byline_row(row or read_row(folded, text), line)


def _is_byline_row(row: Row, line: Line) -> bool:
    """Whether hardly anything but parts of a byline stands in a line."""
    if is_dated_title(row, line):
        return False
    dated = bool(row.parts) and row.parts[0].date is not None and row.parts[0].start == 0
    return (
        (row.is_byline and row.left < 8)
        or (bool(row.parts) and row.left <= 2)
        or (dated and row.left < _DAY_AND)
    )


def _displayed(
    view: View, best: Contender, claims: Sequence[Stated], losers: Sequence[Contender]
) -> FoundTitle:
    line = view.lines[best.line]
    start, end = title_span(line)
    text = line.text[start:end]
    key = title_key(line.fold[start:end])
    text, extra = run_on(view, best.line, text, key, claims)
    if not extra and best.claim is not None and best.matched < 1.0 and key not in best.claim.key:
        within = inside(line, best.claim)
        rest = line.fold[within[1] :].strip() if within else ""
        # What a heading says beyond the tag is its own; a button glued behind it is not.
        if within is not None and (not line.marks & HEADING or is_buttons(rest)):
            start, end = within
            text = line.text[start:end]
    sure = _confidence(best.score)
    others = [
        (
            view.lines[other.line].text,
            "generic/title",
            min(_confidence(other.score), sure - 0.01),
            named(other.traits),
        )
        for other in losers
    ]
    others += [(other.text, other.rule, 0.4, ()) for other in claims if other.key != key]
    return FoundTitle(
        " ".join(text.split(" ")).strip(),
        best.line,
        "generic/title",
        sure,
        line.start + start,
        line.start + end,
        extra,
        tuple(others[:6]),
        evidence=named(best.traits),
    )


def _confidence(value: float) -> float:
    """The sum of the evidence as a share of 1."""
    return min(1.0, value / 8)


def _undisplayed(view: View, claims: Sequence[Stated]) -> FoundTitle:
    """The title from the head alone: site names behind it go where another tag or their form shows them."""
    best: tuple[str, str] | None = None
    names = {
        title_key(fold(item.value))
        for item in view.page.meta
        if item.name in ("sitename", "og:site_name", "application-name", "publisher.name", "columnname")
        and item.value
    }
    for claim in claims:
        if claim.rule == "dump/first-line":
            continue
        if claim.rule == "table/title":
            return FoundTitle(claim.text, None, claim.rule, 0.7)
        if claim.rule != "head/title":
            text = claim.text
            return FoundTitle(strip_site(text, names), None, claim.rule, 0.6)
        if best is None:
            best = strip_site(claim.text, names), claim.rule
    if best is None or not best[0] or len(title_key(fold(best[0]))) < 4:
        return FoundTitle()
    return FoundTitle(best[0], None, best[1], 0.5)
