"""What reads like running text, by its form alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policytext.page.view import Line

__all__ = ["STOPS", "ends_sentence", "is_prose"]

STOPS = frozenset("。！？…!?”」』｡．․")
"""What sentences of running text end in, as displayed; some old pages have the half-width stop, or a point."""
_HAN = ("\u3400", "\u9fff")


def is_prose(line: Line) -> bool:
    """Whether a line reads like running text: long, or a sentence that ends; and not mostly links."""
    # Menus and names of columns are shorter than 14 code points; few headlines are longer than 60, and those of lists are links.
    size = line.end - line.start
    if size >= 60:
        return line.link * 2 < size
    return size >= 14 and line.link * 2 < size and ends_sentence(line.text)


def ends_sentence(text: str) -> bool:
    """Whether a line of 14 code points or more ends as sentences do: in a stop, or in a full point behind a Chinese character."""
    return text[-1] in STOPS or (text[-1] == "." and _HAN[0] <= text[-2] <= _HAN[1])
