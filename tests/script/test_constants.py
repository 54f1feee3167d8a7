"""Each number that decides what is repaired, and which script a text is in, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.script.detect import _script
from policytext.script.repair.common import HOLE
from policytext.script.repair.mojibake import _convincing, _too_many_holes
from policytext.script.repair.tidy import commas_were_folded, compose
from support.edges import Edge, at_the_edge

if TYPE_CHECKING:
    from collections.abc import Callable


@at_the_edge(

    Edge("detect._MIXED_COUNT", 2, 3, lambda fewer: _script(fewer, 10) != "mixed"),
    Edge("detect._MIXED_SHARE", 30, 29, lambda fewer: _script(fewer, 200 - fewer) == "mixed"),
    Edge("mojibake._LEAST", "县林业", "县林业局", lambda text: not _convincing("ÃÂÃÂÃÂ", text)),
    Edge("mojibake._MOST_HOLES", 2, 3, lambda holes: not _too_many_holes(HOLE * holes + "植" * (10 - holes))),
    Edge("tidy._MARKS", 30, 31, lambda marks: compose("a" + "\u0301" * marks)),
    Edge("tidy._LEAST_COMMAS", 4, 5, lambda commas: not commas_were_folded("植,树" * commas)),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
