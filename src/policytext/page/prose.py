"""What reads like running text, by its form alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policytext.page.view import Line

__all__ = ["STOPS", "is_prose"]

STOPS = frozenset("。！？…!?”」』")
"""What sentences of running text end in, as displayed."""


def is_prose(line: Line) -> bool:
    """Whether a line reads like running text: long, or a sentence that ends; and not mostly links."""
    size = len(line)
    if size >= 60:
        return line.link * 2 < size
    return size >= 14 and line.text[-1] in STOPS and line.link * 2 < size
