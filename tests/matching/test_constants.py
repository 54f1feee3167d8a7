"""How far from its end a line is looked at for a credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.matching.matcher import Matcher
from policytext.rules import glued
from support.edges import Edge, at_the_edge
from support.views import sentence, view_of

if TYPE_CHECKING:
    from collections.abc import Callable


CREDIT = Matcher((glued("own/credit", r"\(责编:(?P<editor>[一-龥]+)\)", keys=("责编",)),))


def credit_of(size: int) -> object:
    """The match of a credit of so many code points behind a sentence."""
    return CREDIT.glued(view_of(sentence(200) + "（责编：" + "甲" * (size - 5) + "）"), 0)


@at_the_edge(
    Edge("matcher.TAIL_OF_LINE", 120, 121, credit_of),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
