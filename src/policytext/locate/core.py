"""Where the body is: the stretch of lines that is the article, by evidence that needs no word list and no spaces.

Every displayed line has a weight. In HTML the block whose lines add up highest holds the body (a wider block would have to
pay for its menus); in a dump there are no blocks, and the stretch of lines that adds up highest takes their place. It is the
same sum, so a page and its dump answer alike.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from policytext.locate.anchor import find_anchor
from policytext.locate.best_stretch import BEFORE, best_stretch, distances, nearness, weight_by_distance
from policytext.locate.declared_region import Region, declared_region, extent
from policytext.locate.line_weights import discount_after_end_signs, ends_annex, is_site_foot, weigh
from policytext.models.page import Mark

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.models.page import Node
    from policytext.page.view import Line, View

__all__ = ["COMMENTS", "Core", "find_core", "is_in_box"]

_FRAME = int(Mark.FRAME | Mark.NOSCRIPT)

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
COMMENTS = re.compile(r"comment|pinglun|cmt(?<!\wcmt)")
"""Names of boxes of comments. 回复 (reply) is not among them: offices reply in such boxes, and that is the text."""
_LOUD = 0.3
"""What the text outside boxes of comments has to weigh, measured by what is in them: a whole article may stand in a box so called."""
_HAN = re.compile(r"[\u3400-\u9fff]{2}(?![^\u3040-\u30ff]{0,4}[\u3040-\u30ff])")
"""Two Chinese characters that no kana follow: Japanese has none for long."""
_FOREIGN, _UNREAD = 4.0, 0.2
"""What part of a page foreign paragraphs may be before they are its text, and what is left of their weight below that."""
_HINT = 1.05
"""What the name of a box adds to its sum at most."""
_LISTED = -1.0
"""What a short line weighs behind the head of an official document."""
_WIDER = 2.0
"""How many times better a stretch of lines has to be than the best block."""
_PLAIN = 10
"""One line in so many may be a link or frame in a block that is climbed to."""
_FILE = re.compile(r"附件|\.(?:docx?|xlsx?|pdf|pptx?|wps|zip|rar)\b", re.IGNORECASE)
_MORE = 4
"""A quarter of the text may stand behind a list of links within it."""
_LINKS = 3
"""Links in a row, not to files, that are no part of a text."""


class Core(NamedTuple):
    """The lines from ``first`` up to, not including, ``last``; ``node`` is the block they stand in, -1 in a dump.

    ``declared``: a source told the place; the lines were not searched for.
    """

    first: int
    last: int
    node: int
    score: float
    declared: bool = False


def find_core(
    view: View, matches: LineMatches, body: tuple[str, ...] = (), begin: int | None = None
) -> Core | None:
    """The stretch of lines that is the article, before its edges are looked at.

    Args:
        view: The page.
        matches: What the lines match; a line with a form of frame counts against the body.
        body: Places a source declares, best first (see `policytext.locate.declared_region`); one counts if it holds enough text.
        begin: Line that the text begins with for certain: the one behind the head of an official document.

    Returns:
        ``None`` where nothing on the page reads like text.
    """
    lines = view.lines
    if not lines:
        return None
    known = matches.boilerplate
    framed = [index in known for index in range(len(lines))]
    weights = [weigh(line, framed=frame) for line, frame in zip(lines, framed, strict=True)]
    for index, frame in enumerate(framed):
        if frame and not matches.is_boilerplate(index, elsewhere="anywhere"):
            # A line that goes wherever it stands says nothing of where the text is.
            weights[index] = 0.0
    anchor = find_anchor(view, weights)
    distance = distances(framed, anchor)
    discount_after_end_signs(weights, lines, matches, anchor)
    _discount_foreign(weights, lines)
    nodes = view.page.nodes
    first, last, node = 0, len(lines), -1
    if len(nodes) > 1:
        node = _best_node(view, weights, nodes, distance)
        if node >= 0:
            node = _climb(view, framed, nodes, node)
            first, last = extent(view, nodes, node)
            _silence_comments(view, weights, node)
    if begin is not None and node < 0 and begin < last:
        start, stop, score = _from(view, weights, matches, begin, last)
    else:
        start, stop, score = best_stretch(weights, first, last, distance)
        if node >= 0:
            # Where blocks hold a paragraph each, and no block holds the article, the stretch of lines is the better guide.
            wide = best_stretch(weights, 0, len(lines), distance)
            if wide[2] * weight_by_distance(distance, *wide[:2]) > _WIDER * score * weight_by_distance(
                distance, start, max(stop, start + 1)
            ):
                start, stop, score = wide
                node = -1
    if body and len(nodes) > 1:
        region = declared_region(view, body, weights, (start, stop))
        if region is not None:
            closed = _closed(view, matches, framed, weights, region)
            return Core(region.first, closed, region.node, sum(weights[region.first : closed]), declared=True)
    return Core(start, stop, node, score) if start < stop else None


def _closed(
    view: View,
    matches: LineMatches,
    framed: Sequence[bool],
    weights: Sequence[float],
    region: Region,
) -> int:
    """Where the text of a declared place ends: some templates put tools, neighbours and related links into the same block.

    Behind the last running text, at the first sign that the article is over, two lines of frame, or a list of links elsewhere
    that little text follows.
    """
    lines = view.lines
    _, stop, _ = best_stretch(weights, region.first, region.last, None)
    links = 0
    held = list(accumulate(max(weight, 0.0) for weight in weights[region.first : region.last]))
    for index in range(max(stop, region.first + 1), region.last):
        line = lines[index]
        links = links + 1 if line.link * 2 > len(line) and not _FILE.search(line.text) else 0
        alone = framed[index] and (index + 1 == region.last or framed[index + 1])
        opened = matches.opens_frame(index)
        if alone or opened:
            return index
        above = held[index - region.first]
        if links == _LINKS and (held[-1] - above) * _MORE < above:
            return index + 1 - links
    return region.last


def _from(
    view: View, weights: Sequence[float], matches: LineMatches, begin: int, last: int
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
        if is_site_foot(view.lines, index, matches):
            break
        plain = weight < 0 and view.lines[index].link == 0 and not matches.says_end(index)
        total += _LISTED if plain else weight
        if total > best[2]:
            best = (begin, index + 1, total)
    stop = best[1]
    while begin < stop < last and not ends_annex(view.lines[stop], matches):
        stop += 1
    return begin, stop, best[2]


def _best_node(
    view: View, weights: Sequence[float], nodes: Sequence[Node], distance: Sequence[float] | None
) -> int:
    sums = [0.0] * len(nodes)
    close = [BEFORE] * len(nodes)
    for line, weight in zip(view.lines, weights, strict=True):
        sums[line.node] += weight
        if distance is not None and weight > 0 and distance[line.index] < close[line.node]:
            close[line.node] = distance[line.index]
    bad: dict[str, bool] = {"": False}
    # Children come after their parents, so one pass from the back adds everything up.
    for index in range(len(nodes) - 1, 0, -1):
        parent, _, ident = nodes[index]
        if sums[index] > 0:
            framing = bad.get(ident)
            if framing is None:
                framing = bad[ident] = _BAD.search(ident) is not None
            if framing:
                sums[index] *= 0.3
        sums[parent] += sums[index]
        if close[index] < close[parent]:  # noqa: PLR1730 - min() takes twice the time
            close[parent] = close[index]
    best, top = -1, 0.0
    for index, total in enumerate(sums):
        if total <= 0:
            continue
        if total * _HINT < top:
            # Neither nearness nor a name of the box makes more of it.
            continue
        ident = nodes[index].ident
        value = total if distance is None else total * nearness(close[index])
        if ident and _GOOD.search(ident) and not _BAD.search(ident):
            value *= _HINT
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
        # Most blocks have many such lines: then the rest of them is not asked.
        left = len(added) // _PLAIN
        for index in added:
            line = lines[index]
            if (
                framed[index]
                or line.link > 0
                or line.marks & _FRAME > 0
                or is_in_box(nodes, line.node, (parent,), _BAD)
            ):
                left -= 1
                if left < 0:
                    return node
        node, first, last = parent, low, high
    return node


def _discount_foreign(weights: list[float], lines: Sequence[Line]) -> None:
    """On a page of Chinese text a paragraph without a Chinese character says little: a note on cookies, on browsers, for visitors."""
    foreign = [line for line in lines if weights[line.index] > 0 and not _HAN.search(line.text)]
    if not foreign:
        return
    # An article in another language, or one half of whose text is, keeps all it weighs: menus around it are short.
    if sum(map(len, foreign)) * _FOREIGN <= sum(map(len, lines)):
        for line in foreign:
            weights[line.index] *= _UNREAD


def _silence_comments(view: View, weights: list[float], node: int) -> None:
    """Comments in a box that is called so, beside or in the block of the text, are no text, however much longer than the news."""
    nodes = view.page.nodes
    if not COMMENTS.search("\n".join({one.ident for one in nodes})):
        return
    outer = {0}
    while node > 0:
        outer.add(node)
        node = nodes[node].parent
    inside = [
        line.index
        for line in view.lines
        if weights[line.index] > 0 and is_in_box(nodes, line.node, outer, COMMENTS)
    ]
    said = sum(weights[index] for index in inside)
    if inside and sum(max(weight, 0.0) for weight in weights) - said >= _LOUD * said:
        for index in inside:
            weights[index] = 0.0


def is_in_box(nodes: Sequence[Node], node: int, outer: Collection[int], named: re.Pattern[str]) -> bool:
    """Whether a block within one of ``outer`` stands in a box called so: that of the comments, beside that of the text."""
    while node > 0 and node not in outer:
        if nodes[node].ident and named.search(nodes[node].ident):
            return True
        node = nodes[node].parent
    return False
