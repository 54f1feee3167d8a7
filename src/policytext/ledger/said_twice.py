"""What a page sets above a text to say what the text says itself: a summary in the words of its paragraphs, a list of its heads.

Neither is told by its words alone. A summary is one if the text below has its words, a list of contents if its entries are lines of
the text. The contents of a law or a plan, chapter by chapter, are the document's own and stay.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.page.layout import Layout
    from policytext.page.view import Line

__all__ = ["contents_list", "repeating_summary"]

_SUMMARY = re.compile(
    r"[\[(]?(?:内容|文章|本文|新闻)?(?:摘要|提要|导读|导语|核心提示|概要|简介)[\])]?\s?:?\s?(?:\[[^\[\]]{4,60}\])?"
)
_EARLY = 4
"""Lines from the beginning of the body among which a summary is looked for."""
_AHEAD = 12
"""Lines below it that may have its words."""
_GRAM = 4
_LEAST, _MOST = 20, 400
"""Code points of a summary."""
_SAME = 0.8
"""What part of a summary has to stand in the text: leads are cut and joined, a word or two apart."""
_CONTENTS = re.compile(
    r"(?P<plain>目\s?录)|(?:本文|文章|内容|全文|快速|目录)(?:目录|导航|提纲|大纲)(?:一览|导航|索引)?\s?:?(?:\s?\[?(?:隐藏|展开|显示|收起)\]?)?"
)
_NUMBER = re.compile(
    r"[•·*-]?\s?(?:\d{1,2}(?:\.\d{1,2}){0,2}\s?[.、)]?|\(?[一二三四五六七八九十]{1,3}[、).])?\s?"
)
_CHAPTER = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[章节条编]")
_FEWEST, _ENTRY = 2, 60
"""Entries of a list of contents, and code points of one, at most."""


def repeating_summary(lines: Sequence[Line], layout: Layout) -> range:
    """Lines of a labelled summary at the head of the body that the text below repeats; none where it says anything of its own."""
    for index in range(max(0, layout.first - 1), min(layout.first + _EARLY, layout.last)):
        label = _SUMMARY.match(lines[index].fold)
        if label is None:
            continue
        alone = label.end() == len(lines[index].fold) and "[" not in label.group()
        at = index + 1 if alone else index
        if at >= layout.last:
            continue
        # Below a label of its own the headline may stand in brackets before the summary.
        said = re.sub(r"^\[[^\[\]]{4,60}\]", "", lines[at].fold if alone else lines[at].fold[label.end() :])
        below = "".join(line.fold for line in lines[at + 1 : min(at + 1 + _AHEAD, layout.last)])
        if _LEAST <= len(said) <= _MOST and _shared(said.rstrip(".…"), below) >= _SAME:
            return range(index, at + 1)
    return range(0)


def _shared(said: str, text: str) -> float:
    grams = [said[at : at + _GRAM] for at in range(len(said) - _GRAM + 1)]
    return sum(gram in text for gram in grams) / len(grams)


def contents_list(lines: Sequence[Line], layout: Layout) -> range:
    """Lines of a list of contents within the body: what names it, and two or more entries, each of them a line of the text below."""
    for index in range(layout.first, layout.last - _FEWEST):
        label = _CONTENTS.fullmatch(lines[index].fold)
        if label is None:
            continue
        linked = lines[index + 1].link * 2 > len(lines[index + 1])
        if label["plain"] and not linked:
            # Plans and reports have contents of their own; those that a theme adds lead to their heads.
            continue
        heads = {_head(line) for line in lines[index + 1 + _FEWEST : layout.last]}
        entries = sum(1 for _ in takewhile(heads.__contains__, _entries(lines, index + 1, layout.last)))
        if entries >= _FEWEST:
            return range(index, index + 1 + entries)
    return range(0)


def _entries(lines: Sequence[Line], first: int, last: int) -> Iterator[str]:
    """Entries from a line on, up to one that cannot be; one that has come before is a head of the text already."""
    seen: set[str] = set()
    for line in lines[first:last]:
        head = _head(line)
        if not head or head in seen or len(line) > _ENTRY or _CHAPTER.match(line.fold):
            return
        seen.add(head)
        yield head


def _head(line: Line) -> str:
    """A head without its number."""
    return _NUMBER.sub("", line.fold, count=1).strip(" ?:")
