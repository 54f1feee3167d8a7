"""Where the body is: the stretch of lines that is the article, by evidence that needs no word list and no spaces.

Every displayed line gets a weight: prose counts for its length, short unended lines and links against it, known frame forms
more so. In HTML the block whose lines add up highest holds the body (a wider block would have to pay for its menus); in
a dump there are no blocks, and the stretch of lines that adds up highest takes their place. It is the same sum, so
a page and its dump answer alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.models.page import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.forms import Form
    from policytext.models.page import Node
    from policytext.view import Line, View

__all__ = ["Core", "extent", "find_core", "is_prose", "weigh"]

_ENDED = frozenset("。！？；…”」』：:;!?.）)】〉》\"'")
_STOPS = frozenset("。！？…!?”」』")
_FRAME = int(Mark.FRAME | Mark.FORM | Mark.NOSCRIPT)
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


class Core(NamedTuple):
    """The lines from ``first`` up to, not including, ``last``; ``node`` is the block they stand in, -1 in a dump."""

    first: int
    last: int
    node: int
    score: float


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
    if size >= 30:
        pauses = _pauses(text)
        if pauses or size >= 50:
            density = pauses / size
            value = min(size, _DAMP) * (1.0 - 2 * share)
            if last in _STOPS:
                return value
            # Long and unended: a lead cut short, a list glued together, or a paragraph with a quotation at its end.
            return value * (0.6 if density > 0.015 else 0.2)
        return 4.0 if last in _ENDED else -4.0
    if last in _STOPS and size >= 8:
        return float(size)
    if marks & _TEXTUAL and not share:
        return 1.0 if size >= 5 else -1.0
    return -5.0


def find_core(view: View, forms: Mapping[int, Sequence[Form]], body: tuple[str, ...] = ()) -> Core | None:
    """The stretch of lines that is the article, before its edges are looked at.

    Args:
        view: The page.
        forms: What the lines match; a line with a form of frame counts against the body.
        body: Blocks a source declares (``"#id"`` or ``".class"``), best first.

    Returns:
        ``None`` where nothing on the page reads like text.
    """
    lines = view.lines
    if not lines:
        return None
    weights = [weigh(line, framed=line.index in forms and _is_frame(forms[line.index])) for line in lines]
    nodes = view.page.nodes
    if len(nodes) > 1:
        declared = _declared(nodes, body)
        node = declared if declared is not None else _best_node(view, weights, nodes)
        if node < 0:
            return None
        first, last = extent(view, nodes, node)
        if first == last:
            return None
        if declared is not None:
            return Core(first, last, node, sum(weights[first:last]))
        start, stop, score = _best_stretch(weights, first, last)
        return Core(start, stop, node, score) if score > 0 else None
    start, stop, score = _best_stretch(weights, 0, len(lines))
    return Core(start, stop, -1, score) if score > 0 else None


def _is_frame(forms: Sequence[Form]) -> bool:
    return any(form.rule.role == "boilerplate" for form in forms)


def _best_stretch(weights: Sequence[float], first: int, last: int) -> tuple[int, int, float]:
    """The stretch with the highest sum (Kadane's algorithm)."""
    best = (first, first, 0.0)
    start, total = first, 0.0
    for index in range(first, last):
        if total <= 0.0:
            start, total = index, 0.0
        total += weights[index]
        if total > best[2]:
            best = (start, index + 1, total)
    return best


def _best_node(view: View, weights: Sequence[float], nodes: Sequence[Node]) -> int:
    sums = [0.0] * len(nodes)
    for line, weight in zip(view.lines, weights, strict=True):
        sums[line.node] += weight
    # Children come after their parents, so one pass from the back adds everything up.
    for index in range(len(nodes) - 1, 0, -1):
        parent = nodes[index].parent
        ident = nodes[index].ident
        if ident and sums[index] > 0 and _BAD.search(ident):
            sums[index] *= 0.3
        sums[parent] += sums[index]
    best, top = -1, 0.0
    for index, total in enumerate(sums):
        if total <= 0:
            continue
        ident = nodes[index].ident
        value = total
        if ident and _GOOD.search(ident) and not _BAD.search(ident):
            value *= 1.05
        # Among equals the inner block: it came later.
        if value >= top:
            best, top = index, value
    return best


def extent(view: View, nodes: Sequence[Node], node: int) -> tuple[int, int]:
    """First and one past the last line below a block."""
    inside = [False] * len(nodes)
    inside[node] = True
    for index in range(node + 1, len(nodes)):
        inside[index] = inside[nodes[index].parent]
    found = [line.index for line in view.lines if inside[line.node]]
    return (found[0], found[-1] + 1) if found else (0, 0)


def _declared(nodes: Sequence[Node], body: tuple[str, ...]) -> int | None:
    for wanted in body:
        name = wanted[1:]
        for index, node in enumerate(nodes):
            if not node.ident:
                continue
            ident, _, classes = node.ident.partition(".")
            if (wanted[0] == "#" and ident == name) or (wanted[0] == "." and name in classes.split(".")):
                return index
    return None
