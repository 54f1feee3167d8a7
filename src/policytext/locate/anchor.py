"""The anchor: the line that says "the article begins here", the headline or the byline row below it.

Prose alone does not tell the article from the comments and the teasers of other articles; nearness to the headline does.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.page.view import Line, View

__all__ = ["find_anchor"]

# 19.. or 20.. and no digit before it. A pattern that begins with a digit is searched four times as fast as one that begins with
# what must not stand before the digit.
_DATE = re.compile(
    r"[0-9](?<!\d[0-9])(?:(?:(?<=1)9|(?<=2)0)\d\d ?[-/.年] ?[01]?\d ?[-/.月] ?[0-3]?\d|\d-[01]\d-[0-3]\d ?[0-2]?\d:[0-5]\d)"
)
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d:[0-5]\d")
_LABEL = re.compile(r"来源|作者|编辑|责编|发布|发表|时间|日期|记者|稿源|发文|浏览|点击|阅读|字号|字体|出处")
_ALONE = 34
"""A line with a date and no label counts only if it holds little else."""
_NEAR = 12
_STRONG = 3.0
_COMMENT = 150.0
"""Code points of running text before a byline that weigh as much against it as a time of day for it."""


def find_anchor(view: View, weights: Sequence[float]) -> int | None:
    """Index of the byline row, or of the headline where no byline is found; ``None`` where neither shows.

    A byline row is a short line with a date, the better the more it has of: a label (来源, 发布时间, 作者 ...), a time of day,
    the headline above it. The more running text stands before it, the more likely it belongs to a comment.
    The headline is the longest line that the page's ``<title>`` begins with or contains.

    Args:
        view: The page.
        weights: What each line says for the body (see `policytext.locate.line_weights.weigh`).
    """
    title = _headline(view)
    best: int | None = None
    top = 0.0
    prose = list(accumulate([weight if weight > 0 else 0.0 for weight in weights]))
    previous = -1
    for found in _DATE.finditer(view.shadow, 0, view.shadow_split):
        line = view.shaded_at(found.start())
        size = line.end - line.start
        if line.index == previous or size < 6:
            continue
        previous = line.index
        score = _score(line, title) - prose[line.index] / _COMMENT
        if score > top:
            best, top = line.index, score
    if title is not None and (best is None or top < _STRONG or best < title):
        return title
    return best


def _score(line: Line, title: int | None) -> float:
    """How much a line with a date has of a byline row; ``title`` is the line of the headline."""
    size = line.end - line.start
    folded = line.fold
    labelled = _LABEL.search(folded) is not None
    if not labelled and size > _ALONE:
        return 0.0
    score = 2.0 * labelled + (_CLOCK.search(folded) is not None)
    if title is not None and 0 < line.index - title <= _NEAR:
        return score + 3.0
    # A date within a link is that of another article.
    return score - 2.0 if line.link * 2 > size else score


def _headline(view: View) -> int | None:
    head = "".join(view.head_title.split())
    if len(head) < 6:
        return None
    found: int | None = None
    longest = 0
    for line in view.lines:
        size = line.end - line.start
        if not 6 <= size <= 120 or size <= longest or line.text[:2] not in head or line.link * 2 > size:
            continue
        text = "".join(line.text.split())
        if len(text) > longest and (head.startswith(text) or (len(text) >= 10 and text in head)):
            found, longest = line.index, len(text)
    return found
