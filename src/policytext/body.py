"""Where the body is: the stretch of lines that is the article, by evidence that needs no word list and no spaces.

Every displayed line gets a weight: prose counts for its length, short unended lines and links against it, known frame forms
more so. In HTML the block whose lines add up highest holds the body (a wider block would have to pay for its menus); in
a dump there are no blocks, and the stretch of lines that adds up highest takes their place. It is the same sum, so
a page and its dump answer alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.anchor import find_anchor
from policytext.models.page import Mark
from policytext.region import declared_region, extent
from policytext.rules import Sign  # noqa: TC001 - named in a module-level annotation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.forms import Form
    from policytext.models.page import Node
    from policytext.view import Line, View

__all__ = ["Core", "find_core", "is_prose", "weigh"]

_ENDED = frozenset("。！？；…”」』：:;!?.）)】〉》\"'")
_STOPS = frozenset("。！？…!?”」』")
_FRAME = int(Mark.FRAME | Mark.NOSCRIPT)
_TEXTUAL = int(Mark.PARAGRAPH | Mark.HEADING | Mark.STRONG | Mark.CAPTION | Mark.QUOTE | Mark.PRE)

# What designers call their boxes. Parts of class and id names; counted on real pages. A hint, never a verdict.
_GOOD = re.compile(
    r"(?:^|[.\-_ ])(?:article|artibody|art_|content|con_?txt|main_?text|text_?con|trs_editor|ucapcontent|zoom|detail|"
    r"entry|post|news_?txt|newscon|article_?(?:body|content|text)|rm_txt|p_content|pages_content|xl_?con|xilan|info_?con|"
    r"bodytext|the_content|maintext|endtext|show_?text|artical|cont)"
)
_BAD = re.compile(
    r"comment|footer|foot\b|sidebar|side_|related|recommend|relate|copyright|breadcrumb|crumb|share|toolbar|pager|"
    r"rank|hot_?list|\bnav|menu|login|search|friend|links?\b|tags?\b|banner|\bad_|_ad\b|advert|reply|pinglun|tuijian"
)
# How far the search for the highest sum may look for a block: deeper sums differ by rounding only.
_DAMP = 400
_SEEN = 100.0
_EARLY = -60.0
"""What a sign of the end weighs at most before any running text: menus have the words of footers."""
_LISTED = -1.0
_TINY = 8
_WIDER = 2.0
_POSTS = 3
# What each sign weighs by itself, and how much what follows it is still believed. Tried from half to double on the
# labelled pages, HTML and dumps: the figures are flat there.
_SIGNS: dict[Sign, tuple[float, float]] = {
    "none": (0.0, 1.0),
    "weak": (-20.0, 1.0),
    "end": (-100.0, 0.4),
    "post": (-70.0, 0.5),
    "opener": (-150.0, 0.5),
    "comments": (-300.0, 0.25),
    "strong": (-100_000.0, 0.0),
}
_SCALE = 12.0
"""Lines behind the anchor at which a stretch counts half."""
_PLAIN = 10
"""One line in so many may be a link or frame in a block that is climbed to."""
_BEFORE = 40.0
"""How far a stretch before the anchor counts as standing."""
_FOOT = 8.0
"""The same for one that ends right above it: some sites put the byline below the text."""

_ENOUGH = 1 / 3
"""Share of what the search finds that a declared place has to hold."""


class Core(NamedTuple):
    """The lines from ``first`` up to, not including, ``last``; ``node`` is the block they stand in, -1 in a dump.

    ``declared``: a source told the place; the lines were not searched for.
    """

    first: int
    last: int
    node: int
    score: float
    declared: bool = False


def is_prose(line: Line) -> bool:
    """Whether a line reads like running text: long, or a sentence that ends; and not mostly links."""
    size = len(line)
    if size >= 60:
        return line.link * 2 < size
    return size >= 14 and line.text[-1] in _STOPS and line.link * 2 < size


def _pauses(text: str) -> int:
    return (
        text.count("，") + text.count("。") + text.count("、") + text.count(",") + text.count("；") + text.count("：") + text.count("“")
    )


def weigh(line: Line, *, framed: bool) -> float:
    """What a line says for (positive) or against the body around it; about one point per code point of clean prose."""
    size = line.end - line.start
    marks = line.marks
    if marks & _FRAME:
        return -12.0 if size < 40 else -4.0
    if framed:
        return -18.0
    text = line.text
    share = line.link / size
    last = text[-1]
    if share > 0.5:
        # A link is a way elsewhere. In running text whole paragraphs of links do not occur.
        return -14.0 if size < 60 else -6.0
    if "</" in text or "/>" in text:
        return -10.0
    if size >= 30:
        pauses = _pauses(text)
        value = min(size, _DAMP) * (1.0 - 2 * share)
        if last in _STOPS:
            return value
        if size >= 80 and pauses > 1:
            # Long and unended: a list glued together, a lead cut short, or a paragraph that ends in a quotation.
            return value * 0.6
        return 0.3 * value if last in _ENDED and pauses else -5.0
    if size >= 8 and (last in "。…" or (last in "！？!?" and _pauses(text))):
        # A short line that only asks or exclaims is a headline as often as a sentence.
        return float(size)
    if marks & _TEXTUAL and not share:
        return 1.0 if size >= 5 else -1.0
    return -5.0


def find_core(
    view: View, forms: Mapping[int, Sequence[Form]], body: tuple[str, ...] = (), begin: int | None = None
) -> Core | None:
    """The stretch of lines that is the article, before its edges are looked at.

    Args:
        view: The page.
        forms: What the lines match; a line with a form of frame counts against the body.
        body: Places a source declares, best first (see `policytext.region`); one counts if it holds enough text.
        begin: Line that the text begins with for certain: the one behind the head of an official document.

    Returns:
        ``None`` where nothing on the page reads like text.
    """
    lines = view.lines
    if not lines:
        return None
    framed = [line.index in forms and _is_frame(forms[line.index]) for line in lines]
    weights = [weigh(line, framed=frame) for line, frame in zip(lines, framed, strict=True)]
    anchor = find_anchor(view, weights)
    distance = _distances(framed, anchor)
    _fade(weights, lines, forms, anchor)
    nodes = view.page.nodes
    first, last, node = 0, len(lines), -1
    if len(nodes) > 1:
        node = _best_node(view, weights, nodes, distance)
        if node >= 0:
            node = _climb(view, framed, nodes, node)
            first, last = extent(view, nodes, node)
    if begin is not None and node < 0 and begin < last:
        start, stop, score = _from(view, weights, forms, begin, last)
    else:
        start, stop, score = _best_stretch(weights, first, last, distance)
        if node >= 0:
            # Where blocks hold a paragraph each, and no block holds the article, the stretch of lines is the better guide.
            wide = _best_stretch(weights, 0, len(lines), distance)
            if wide[2] * _near(distance, *wide[:2]) > _WIDER * score * _near(distance, start, max(stop, start + 1)):
                start, stop, score = wide
                node = -1
    if body and len(nodes) > 1:
        region = declared_region(view, body, weights, score * _ENOUGH)
        if region is not None:
            return Core(*region, sum(weights[region.first : region.last]), declared=True)
    return Core(start, stop, node, score) if start < stop else None


def _from(
    view: View, weights: Sequence[float], forms: Mapping[int, Sequence[Form]], begin: int, last: int
) -> tuple[int, int, float]:
    """The stretch with the highest sum among those that begin at ``begin``.

    Where a text begins for certain, its lists and tables of short lines weigh little against what follows them, and what
    stands behind it is kept up to the first line of frame: annexes are tables of names and numbers. A bare number is a counter
    elsewhere, but no frame here.
    """
    best = (begin, begin, 0.0)
    total = 0.0
    for index in range(begin, last):
        weight = weights[index]
        plain = weight < 0 and view.lines[index].link == 0 and not _says_end(forms.get(index, ()))
        total += _LISTED if plain else weight
        if total > best[2]:
            best = (begin, index + 1, total)
    stop = best[1]
    while begin < stop < last and not (
        _is_frame(forms.get(stop, ())) and (len(view.lines[stop]) > _TINY or _says_end(forms.get(stop, ())))
    ):
        stop += 1
    return begin, stop, best[2]


def _says_end(forms: Sequence[Form]) -> bool:
    return any(form.rule.sign not in ("none", "weak") for form in forms)


def _distances(framed: Sequence[bool], anchor: int | None) -> list[float] | None:
    """Per line, how far behind the anchor it stands: lines between, frame counted threefold. Before it, far."""
    if anchor is None:
        return None
    out = [_BEFORE] * len(framed)
    for back in range(1, 4):
        if anchor >= back:
            out[anchor - back] = _FOOT
    far = 0.0
    for index in range(anchor, len(framed)):
        out[index] = far
        far += 3.0 if framed[index] else 1.0
    return out


def _nearness(distance: float) -> float:
    return 1.0 / (1.0 + (distance / _SCALE) ** 2)


def _fade(
    weights: list[float], lines: Sequence[Line], forms: Mapping[int, Sequence[Form]], anchor: int | None
) -> None:
    """Behind each sign that the article is over, what reads like text says less for the body.

    Signs count once some running text has been seen; the anchor starts afresh. On a page of many posts every head or foot
    of a post is a strong sign: the first post is the page's own. A form of frame alone between two paragraphs says little.
    """
    posts = sum(any(form.rule.sign == "post" for form in found) for found in forms.values()) >= _POSTS
    trust = 1.0
    seen = 0.0
    for index, weight in enumerate(weights):
        if index == anchor:
            trust, seen = 1.0, 0.0
        found = forms.get(index)
        if found:
            barrier, fade = 0.0, 1.0
            lonely = _enclosed(lines, forms, index)
            for form in found:
                sign = "comments" if posts and form.rule.sign == "post" else form.rule.sign
                one, other = _SIGNS["weak" if lonely and sign == "end" else sign]
                barrier, fade = min(barrier, one), min(fade, other)
            if barrier < 0:
                weights[index] = min(weight, max(barrier, _EARLY))
                if seen >= _SEEN:
                    weights[index] = min(weight, barrier)
                    trust *= fade
                continue
        if weight > 0:
            seen += weight
            weights[index] = weight * trust


def _enclosed(lines: Sequence[Line], forms: Mapping[int, Sequence[Form]], index: int) -> bool:
    """Whether running text that no rule knows stands right before and right behind a line."""
    return (
        0 < index < len(lines) - 1
        and index - 1 not in forms
        and index + 1 not in forms
        and is_prose(lines[index - 1])
        and is_prose(lines[index + 1])
    )


def _is_frame(forms: Sequence[Form]) -> bool:
    return any(form.rule.role == "boilerplate" for form in forms)


def _best_stretch(
    weights: Sequence[float], first: int, last: int, distance: Sequence[float] | None
) -> tuple[int, int, float]:
    """The stretch with the highest sum, or the best of all maximal ones by sum and nearness to the anchor.

    All maximal stretches in one pass: W. Ruzzo and M. Tompa, A linear time algorithm for finding all maximal scoring
    subsequences (1999).
    """
    # Per stretch: first line, one past the last, sum to its left, sum with it, and the last stretch before it whose left
    # sum is lower. Those between the two have higher left sums, so a later search may jump over them.
    found: list[tuple[int, int, float, float, int]] = []
    total = 0.0
    for index in range(first, last):
        weight = weights[index]
        before = total
        total += weight
        if weight <= 0:
            continue
        start, low = index, before
        at = len(found) - 1
        while True:
            while at >= 0 and found[at][2] >= low:
                at = found[at][4]
            if at < 0 or found[at][3] >= total:
                found.append((start, index + 1, low, total, at))
                break
            start, low, before_it = found[at][0], found[at][2], found[at][4]
            del found[at:]
            at = before_it
    best, top = (first, first, 0.0), 0.0
    for start, stop, low, high, _ in found:
        score = high - low
        value = score * _near(distance, start, stop)
        if value > top:
            best, top = (start, stop, score), value
    return best


def _near(distance: Sequence[float] | None, start: int, stop: int) -> float:
    """How much nearness to the anchor leaves of a stretch's sum."""
    if distance is None:
        return 1.0
    return _nearness(min(distance[start], distance[stop - 1]))


def _best_node(
    view: View, weights: Sequence[float], nodes: Sequence[Node], distance: Sequence[float] | None
) -> int:
    sums = [0.0] * len(nodes)
    near = [_BEFORE] * len(nodes)
    for line, weight in zip(view.lines, weights, strict=True):
        sums[line.node] += weight
        if distance is not None and weight > 0 and distance[line.index] < near[line.node]:
            near[line.node] = distance[line.index]
    # Children come after their parents, so one pass from the back adds everything up.
    for index in range(len(nodes) - 1, 0, -1):
        parent, _, ident = nodes[index]
        if ident and sums[index] > 0 and _BAD.search(ident):
            sums[index] *= 0.3
        sums[parent] += sums[index]
        near[parent] = min(near[parent], near[index])
    best, top = -1, 0.0
    for index, total in enumerate(sums):
        if total <= 0:
            continue
        ident = nodes[index].ident
        value = total if distance is None else total * _nearness(near[index])
        if ident and _GOOD.search(ident) and not _BAD.search(ident):
            value *= 1.05
        # Among equals the inner block: it came later.
        if value >= top:
            best, top = index, value
    return best


def _climb(view: View, framed: Sequence[bool], nodes: Sequence[Node], node: int) -> int:
    """The outermost block around ``node`` that adds plain lines only: no links, no frame.

    The block with the highest sum leaves out lists, tables and verses beside the prose.
    """
    lines = view.lines
    first, last = extent(view, nodes, node)
    while nodes[node].parent > 0:
        parent = nodes[node].parent
        low, high = extent(view, nodes, parent)
        added = [*range(low, first), *range(last, high)]
        foreign = sum(framed[index] or lines[index].link > 0 or lines[index].marks & _FRAME > 0 for index in added)
        if foreign * _PLAIN > len(added):
            break
        node, first, last = parent, low, high
    return node
