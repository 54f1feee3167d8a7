"""How much of a document its page view shows, at the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.views.page_view import _find, _piece
from support.edges import Edge, at_the_edge, fake

if TYPE_CHECKING:
    from collections.abc import Callable


def every_rule_has_a_button(count: int) -> bool:
    """Whether the view of a document to which so many rules apply has a button for each."""
    audit = {f"own/rule-{number}": fake(characters=1, removals=1) for number in range(count)}
    return _find(fake(audit=lambda: audit)).count("<button") == count


def shown_whole(size: int) -> bool:
    """Whether the closed line of a removal of so many code points shows all of it."""
    return "…" not in _piece(fake(text="植" * size, rule="own/menu", role="boilerplate"), 1)


@at_the_edge(
    Edge("page_view._CHIPS", 40, 41, every_rule_has_a_button),
    Edge("page_view._PREVIEW", 36, 37, shown_whole),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
