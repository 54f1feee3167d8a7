"""Each number that decides what is learned of a site, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.learning.ends import _is_text
from policytext.learning.frame import _is_beside
from policytext.learning.labels import _are_papers, _most, _near
from policytext.learning.learn import _beginning, _text
from policytext.learning.protected import says_frame
from support.edges import Edge, at_the_edge, fake

if TYPE_CHECKING:
    from collections.abc import Callable


def near(above: int, inside: int, below: int = 0) -> list[int]:
    """The lines near the text on a page of so many lines above, in and below it."""
    places = [False] * above + [True] * inside + [False] * below
    page: Any = fake(lines=[fake(inside=place) for place in places])
    return _near(page)


def is_text(size: int) -> bool:
    """Whether a line of so many code points that stands on one page is text."""
    line: Any = fake(size=size, key=0)
    return _is_text(line, [1])


@at_the_edge(
    Edge("ends._PROSE", 49, 50, lambda size: not is_text(size)),
    Edge("frame._SEEN", 2, 3, lambda count: not _is_beside(count, 0, count)),
    Edge("frame._BESIDE", 5, 6, lambda within: _is_beside(10, within, 10)),
    Edge("labels._NEARLY_ALL", 8, 7, lambda count: _most(count, 10)),
    Edge("labels._KNOWN", 4, 5, lambda count: _are_papers(["青禾日报", *["禾苗生长"] * (count - 1)])),
    Edge("labels._EDGE", 8, 9, lambda inside: len(near(0, inside)) == inside),
    Edge("labels._ABOVE", 8, 9, lambda above: 0 in near(above, 1)),
    Edge("labels._BELOW", 7, 8, lambda below: below in near(0, 1, 20)),
    Edge("learn._SLACK", 40, 41, lambda more: _text("own", "植树").longest >= len("植树") + more),
    Edge("learn._LONGEST", 160, 161, lambda size: _beginning("own", "编辑").longest >= size),
    Edge("protected._LONGEST_FRAME", 80, 81, lambda size: says_frame("返回首页" + "植" * (size - 4))),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
