"""Each number that decides how the lines of a page are seen, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.page.wrapped_lines import _page_width, _Pair, _pair
from support.edges import Edge, at_the_edge, fake
from support.views import view_of

if TYPE_CHECKING:
    from collections.abc import Callable


LINE = _Pair(
    1, 76, 1, full_stop=False, starts=False, indented=False, pauses=True, cells=False, closes=False, deeper=False, clauses=True
)  # fmt: skip


def not_set_in(columns: int) -> bool:
    """Whether a line with so many blanks before it goes on with the one above."""
    text = "植树\n" + " " * columns + "浇水"
    before, after = fake(start=0, end=2, link=0), fake(start=3 + columns, end=len(text), link=0)
    return not _pair(text, before, after, 1, 1).indented


@at_the_edge(
    Edge("view.SHORT", 130, 131, lambda size: view_of("植" * size).shadow_split),
    Edge("view.MIDDLE", 660, 661, lambda size: view_of("植" * size).shaded),
    Edge("wrapped_lines._INDENT", 1, 2, not_set_in),
    Edge("wrapped_lines._LEAST", 2, 3, lambda lines: _page_width([LINE] * lines) == (0, 0)),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
