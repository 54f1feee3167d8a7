"""Each number that decides what a value shows or takes, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.errors import UsageError
from policytext.models.brief import shown
from policytext.models.limits import Limits
from policytext.models.pager import _rows
from support.edges import Edge, at_the_edge, fake

if TYPE_CHECKING:
    from collections.abc import Callable


def refused(depth: int) -> bool:
    """Whether a limit of so many elements within each other is none."""
    try:
        Limits(depth=depth)
    except UsageError:
        return True
    return False


def one_row(gap: int) -> bool:
    """Whether two links so many code points apart are of one pager."""
    links = [fake(kind="link", start=at, end=at + 1) for at in (0, gap + 1)]
    return len(list(_rows(fake(text="1" + " " * gap + "2", refs=links), 0))) == 1


@at_the_edge(
    Edge("brief._WIDTH", 40, 41, lambda size: "…" not in shown("植" * size)),
    Edge("limits._PLAINEST", 2, 3, refused),
    Edge("pager._GAP", 16, 17, one_row),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
