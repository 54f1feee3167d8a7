"""Where a constant of the library decides: the last value on one side of it, and the first one beyond.

A constant that nothing stands at can be halved or doubled, and no test fails (``tests/tools/vary_constants.py`` looks for these). One row of
a room's ``test_constants.py`` pins it from both sides.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from policytext.models.spans import Span
from policytext.page.layout import BodyLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext.page.view import View

__all__ = ["Edge", "at_the_edge", "body_of", "fake"]


class Edge(NamedTuple):
    """``holds(last)`` is true and ``holds(beyond)`` is not; ``constant`` as ``module.NAME``."""

    constant: str
    last: Any
    beyond: Any
    holds: Callable[[Any], object]


def at_the_edge(*edges: Edge) -> pytest.MarkDecorator:
    """Both sides of each as one case of a test with the arguments ``holds``, ``last`` and ``beyond``."""
    return pytest.mark.parametrize(
        ("holds", "last", "beyond"),
        [(edge.holds, edge.last, edge.beyond) for edge in edges],
        ids=[edge.constant for edge in edges],
    )


def body_of(view: View) -> list[BodyLine]:
    """All lines of a view as lines of the body."""
    return [BodyLine(line, line.text, (Span(line.start, line.end),)) for line in view.lines]


def fake(**values: object) -> Any:
    """Something that has just these attributes, in place of a page or a line of which one function looks at no others."""
    return SimpleNamespace(**values)
