"""Each number that decides in which encoding a page is read, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.encoding.decode import decode
from policytext.encoding.prescan import declared_label
from support.edges import Edge, at_the_edge

if TYPE_CHECKING:
    from collections.abc import Callable


META = b"<meta charset=gbk>"


def read_as_gbk(size: int) -> bool:
    """Whether so many bytes of GBK are read as that, which are UTF-8 by accident, of letters nobody would write."""
    return decode("山水一时".encode("gbk") * (size // 8)).encoding != "utf-8"


def walked(size: int) -> bool:
    """Whether of two labels the one within an attribute is passed over where the page's own ends at this byte."""
    within = b'<a title="<meta charset=big5>">'
    return declared_label(within + b" " * (size - len(within) - len(META)) + META + b" " * 9) == "gbk"


@at_the_edge(
    Edge("decode._SHORT", 400, 408, read_as_gbk),
    Edge("prescan._FIRST", 1024, 1040, walked),
    Edge("prescan._FAR", 65_536, 65_600, lambda size: declared_label(b" " * (size - len(META)) + META)),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
