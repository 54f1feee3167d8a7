"""Lines above the running text that it cannot do without: the first of a row, what announces a list, the first half of a bracket.

A short line above the text says little by itself. But a text that begins with 二、 has a 一、, one whose second chapter is named has a
first, and what is announced by 安排如下： is what follows. So these lines are text, whatever was set between them and the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.fields.grammar.numbering import (
    ARTICLE,
    CHAPTER,
    HAN,
    HAN_BRACKET,
    SECTION,
    number_of,
    ordinal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.page.view import Line

__all__ = ["NeededLines", "is_numbered_on"]

_ANNOUNCES = re.compile(r"(?:如下|以下|下列|名单)[^,。:]{0,12}:$|如下(?:,[^。]{2,40})?[。:]$")
_OUTER = frozenset((CHAPTER, SECTION, ARTICLE, HAN, HAN_BRACKET))
"""Kinds of numbers that headlines do not begin with: 2.0时代 is no second part."""
_NEAR = 60
"""Lines above the text in which such a line is looked for."""
_LOOK = 60
"""Lines of the text whose numbers are looked at."""


class NeededLines:
    """What a text from line ``first`` up to, not including, ``last`` needs above it."""

    def __init__(self, lines: Sequence[Line], first: int, last: int) -> None:
        self._lines, self._first, self._last = lines, first, last
        self._numbered: dict[int, int] | None = None

    def among(self, first: int, last: int, edge: int) -> bool:
        """Whether one of the lines ``first:last`` above the text is one of them; ``edge`` is the first line known for text."""
        if last == edge and _breaks_off(self._lines[last - 1]):
            return True
        return any(self._is_needed(index) for index in range(max(first, self._first - _NEAR), last))

    def _is_needed(self, index: int) -> bool:
        line = self._lines[index]
        if _ANNOUNCES.search(line.fold):
            return True
        number = _number(line)
        return number is not None and number[1] < self._first_numbers().get(number[0], 0)

    def _first_numbers(self) -> dict[int, int]:
        """The first number of each kind that lines of the text begin with."""
        if self._numbered is None:
            self._numbered = {}
            for kind, value in self._numbers():
                self._numbered.setdefault(kind, value)
        return self._numbered

    def _numbers(self) -> Iterator[tuple[int, int]]:
        for index in range(self._first, min(self._last, self._first + _LOOK)):
            number = _number(self._lines[index])
            if number is not None:
                yield number


def _breaks_off(line: Line) -> bool:
    """Whether a line breaks off within a bracket: the next one goes on with it."""
    return line.fold.rfind("(") > line.fold.rfind(")")


def _number(line: Line) -> tuple[int, int] | None:
    """Kind and value of the number that a line begins with."""
    found = number_of(line.fold)
    if found is None:
        return None
    kind, length = found
    value = ordinal(line.fold[:length])
    return None if value is None else (kind, value)


def is_numbered_on(line: Line) -> bool:
    """Whether a line begins with a number that another one comes before: 三、 or 第二章, as no headline does."""
    number = _number(line)
    return number is not None and number[1] > 1 and number[0] in _OUTER
