"""What reads like running text, by its form alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policytext.page.view import Line

__all__ = ["STOPS", "ends_sentence", "is_prose", "without_way_back"]

STOPS = frozenset("。！？…!?”」』｡．․")
"""What sentences of running text end in, as displayed; some old pages have the half-width stop, or a point."""
_WAY_BACK = re.compile(r"(?<=[。！？”」])返回[\u4e00-\u9fff]{2,6}[，,]?\s?查看更多$")
_LONGEST_CREDIT = 40
_MORE = "多"
_HAN = ("\u3400", "\u9fff")
_CREDIT = re.compile(r"(?<=[。！？…!?”」』])\s?[（(][^（()）。]{2,30}[)）]$")
"""Who wrote it, in brackets behind the last sentence of a paragraph."""


def is_prose(line: Line) -> bool:
    """Whether a line reads like running text: long, or a sentence that ends; and not mostly links."""
    # Menus and names of columns are shorter than 14 code points; few headlines are longer than 60, and those of lists are links.
    size = line.end - line.start
    if size >= 60:
        return line.link * 2 < size
    return size >= 14 and line.link * 2 < size and ends_sentence(line.text)


def without_way_back(text: str) -> str:
    """A paragraph without the way back to its portal, which some set into the last one: ``返回某某，查看更多``."""
    return _WAY_BACK.sub("", text) if text.endswith("更多") else text


def ends_sentence(text: str) -> bool:
    """Whether a line of 14 code points or more ends as sentences do: in a stop, or in a full point behind a Chinese character.

    A name in brackets and the way back to a portal may follow.
    """
    if text[-1] == _MORE:
        text = without_way_back(text)
    if text[-1] in "）)":
        return _CREDIT.search(text, max(0, len(text) - _LONGEST_CREDIT)) is not None
    return text[-1] in STOPS or (text[-1] == "." and _HAN[0] <= text[-2] <= _HAN[1])
