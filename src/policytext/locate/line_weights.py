"""What each displayed line says for or against the body around it, in about one point per code point of clean prose.

Prose counts for its length, short unended lines and links against it, known forms of frame more so. Behind each sign that
the article is over, what reads like text is believed less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.models.page import Mark
from policytext.page.prose import ends_sentence, is_prose
from policytext.rules import Sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.page.view import Line

__all__ = ["discount_after_end_signs", "ends_annex", "is_site_foot", "weigh"]

_ENDED = frozenset("。！？；…”」』：:;!?.）)】〉》\"'")
_FRAME = int(Mark.FRAME | Mark.NOSCRIPT)
_TEXTUAL = int(Mark.PARAGRAPH | Mark.HEADING | Mark.STRONG | Mark.CAPTION | Mark.QUOTE | Mark.PRE)
_LONGEST = 400
"""A line counts for so many code points at most: one endless line must not outweigh an article."""
_LEFT_OPEN = 40
"""Code points from which a linked line that ends may be a paragraph."""
_BARS = 3
"""Bars that part a row in four; a text has one between two names, or none."""
_SEEN = 100.0
"""Code points of running text from which a sign of the end is one."""
_SEEN_BEHIND = 30.0
"""The same behind the headline or the byline: one sentence. Comments are often longer than the news."""
_OF_SITE = frozenset(("shared/footer-legal", "shared/prev-next"))
_GOES_ON = 2
"""Paragraphs right behind a line of the site's that make it one amid a text."""
_COPYRIGHT, _OWNED = "shared/copyright", "版权所有"
_EARLY = -60.0
"""What a sign of the end weighs at most before any running text: menus have the words of footers."""
_COUNTER = 8
"""Code points up to which a line of frame may be a number of a table."""
_ROW = 4
"""Lines of labels in a row (主办单位, 承办单位) that may stand between two paragraphs."""
_POSTS = 3
"""Heads or feet of posts from which a page is one of many posts."""
# What each sign weighs by itself, and how much of what follows it is still believed. On the 96 labelled pages halving or
# doubling all weights, or all beliefs, moves the body's F by .000 in HTML and by .003 in dumps at most.
_SIGNS: dict[Sign, tuple[float, float]] = {
    "none": (0.0, 1.0),
    "weak": (-20.0, 1.0),
    "end": (-100.0, 0.4),
    "post": (-70.0, 0.5),
    "opener": (-150.0, 0.5),
    "comments": (-300.0, 0.25),
    "strong": (-100_000.0, 0.0),
}


def _pauses(text: str) -> int:
    return (
        text.count("，")
        + text.count("。")
        + text.count("、")
        + text.count(",")
        + text.count("；")
        + text.count("：")
        + text.count("“")
    )


def _unlike_prose(text: str) -> float | None:
    """What a line weighs that is code, or parts side by side, however long the row: the foot of a site. ``None`` for others."""
    if "</" in text or "/>" in text:
        return -10.0
    bars = text.count("|")
    # A whole page on one line has the bars of its menu, and more sentences than bars.
    return -5.0 if bars >= _BARS and bars > text.count("。") and not ends_sentence(text) else None


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
        # A link is a way elsewhere. A long paragraph that ends is one only where a link was left open above it.
        if size >= _LEFT_OPEN and last in "。！？" and _pauses(text) > 2:
            return 0.5 * min(size, _LONGEST)
        return -14.0 if size < 60 else -6.0
    if (strange := _unlike_prose(text)) is not None:
        return strange
    if size >= 30:
        value = min(size, _LONGEST) * (1.0 - 2 * share)
        if ends_sentence(text):
            return value
        pauses = _pauses(text)
        if size >= 80 and pauses > 1:
            # Long and unended: a list glued together, a lead cut short, or a paragraph that ends in a quotation.
            return value * 0.6
        # 日期：… 来源： 点击：, empty labels: what ends in a colon is a sentence only if it has a pause.
        if last == "：":
            pauses -= text.count("：")
        return 0.3 * value if last in _ENDED and pauses else -5.0
    if size >= 8 and (last in "。…｡․" or (last in "！？!?" and _pauses(text))):
        # A short line that only asks or exclaims is a headline as often as a sentence.
        return float(size)
    if marks & _TEXTUAL and not share:
        return 1.0 if size >= 5 else -1.0
    return -5.0


def discount_after_end_signs(
    weights: list[float], lines: Sequence[Line], matches: LineMatches, anchor: int | None
) -> None:
    """Behind each sign that the article is over, what reads like text says less for the body.

    Signs count once some running text has been seen; the anchor starts afresh. On a page of many posts every head or foot
    of a post is a strong sign: the first post is the page's own. A form of frame alone between two paragraphs says little.
    """
    posts = matches.lines_with_sign("post") >= _POSTS
    known = matches.lines
    trust = 1.0
    seen = 0.0
    for index, weight in enumerate(weights):
        if index == anchor:
            trust, seen = 1.0, 0.0
        if index in known:
            barrier, belief = _strongest_sign(lines, matches, index, posts=posts)
            if barrier < 0:
                weights[index] = min(weight, max(barrier, _EARLY))
                if seen >= (_SEEN if anchor is None or index < anchor else _SEEN_BEHIND):
                    weights[index] = min(weight, barrier)
                    trust *= belief
                continue
        if weight > 0:
            seen += weight
            weights[index] = weight * trust


def _strongest_sign(
    lines: Sequence[Line], matches: LineMatches, index: int, *, posts: bool
) -> tuple[float, float]:
    """What the signs of a line weigh at most, and how much of what follows is still believed; ``posts``: the page has many."""
    barrier, belief = 0.0, 1.0
    if is_site_foot(lines, index, matches):
        # More than other signs these close a page, whatever is told below them.
        barrier, belief = _SIGNS["comments"]
    for one in matches.at(index):
        sign = "comments" if posts and one.rule.sign == "post" else one.rule.sign
        weighs, trusted = _SIGNS["weak" if sign == "end" and _enclosed(lines, matches, index) else sign]
        barrier, belief = min(barrier, weighs), min(belief, trusted)
    return barrier, belief


def _enclosed(lines: Sequence[Line], matches: LineMatches, index: int) -> bool:
    """Whether running text that no rule knows stands right before and right behind a line, or a few of them in a row."""
    first, last = index, index + 1
    while first > 0 and first - 1 in matches and index - first < _ROW:
        first -= 1
    while last < len(lines) and last in matches and last - index < _ROW:
        last += 1
    return (
        last - first <= _ROW
        and _is_unknown_prose(lines, matches, first - 1)
        and _is_unknown_prose(lines, matches, last)
        and not any(is_site_foot(lines, one, matches) for one in range(first, last))
    )


def _is_unknown_prose(lines: Sequence[Line], matches: LineMatches, index: int) -> bool:
    return 0 <= index < len(lines) and index not in matches and is_prose(lines[index])


def is_site_foot(lines: Sequence[Line], index: int, matches: LineMatches) -> bool:
    """Whether a line is of the site and of no article: its licence, its owner's right, the way to the articles beside this one.

    A sentence about such things (网站标识码由主管部门统一编制。) is text as often, and a line alone amid paragraphs was set there by
    whoever copied them.
    """
    if index not in matches:
        return False
    fold = lines[index].fold
    if fold[-1] == "。" or not any(
        found.rule.name in _OF_SITE or (found.rule.name == _COPYRIGHT and _OWNED in fold)
        for found in matches.at(index)
    ):
        return False
    around = (index - 1, *range(index + 1, index + 1 + _GOES_ON))
    return not all(0 <= at < len(lines) and at not in matches and is_prose(lines[at]) for at in around)


def ends_annex(line: Line, matches: LineMatches) -> bool:
    """Whether a line is frame behind an annex. A bare number is a counter elsewhere, but belongs to a table here."""
    return matches.is_boilerplate(line.index) and (len(line) > _COUNTER or matches.says_end(line.index))
