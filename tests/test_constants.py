"""How long a page that is nothing but a name may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import policytext
from support.edges import Edge, at_the_edge

if TYPE_CHECKING:
    from collections.abc import Callable


def noted(size: int) -> bool:
    """Whether a page is noted that is nothing but an address of so many code points."""
    head = "https://qinghe.example/"
    return policytext.parse(head + "a" * (size - len(head))).notes[0].startswith("address")


@at_the_edge(
    Edge("parsing._LONGEST_NAME", 1000, 1001, noted),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
