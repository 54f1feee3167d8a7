"""Each number that decides what is read of an official document, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.official.closing import _names_above
from policytext.official.draft import _NAMES, Draft
from policytext.official.headline import _displayed
from policytext.official.opening import find_addressees
from policytext.official.regions import _known
from policytext.official.register import read_register
from support.edges import Edge, at_the_edge, fake
from support.views import sentence, view_of

if TYPE_CHECKING:
    from collections.abc import Callable


ROWS = ("索引号：000014349/2024-00012", "发文机关：青禾县人民政府")
TITLE = ("青禾县人民政府", "关于开展春季", "植树造林活动", "工作安排的", "补充通知")


def signed_by_all(offices: int) -> bool:
    """Whether all of so many offices, one a line, sign above a date."""
    return _names_above(view_of(*["青禾县林业局"] * offices).lines, offices, 0)[1] == 0


def remembered(losers: int) -> bool:
    """Whether a field remembers all of so many losers."""
    draft: Any = fake(
        found={_NAMES[0]: [fake(score=at) for at in range(losers + 1)]},
        _field=lambda *_: fake(with_others=lambda others: others),
    )
    found: Any = Draft.fields(draft)
    return len(found[0]) == losers


def headline_over(lines: int) -> bool:
    """Whether a headline over so many lines is seen as it is displayed."""
    return len(_displayed(view_of(*TITLE[:lines]).lines, "".join(TITLE[:lines]), 0)) == lines


@at_the_edge(
    Edge("closing._MOST", 24, 25, signed_by_all),
    Edge("draft._OTHERS", 5, 6, remembered),
    Edge("headline._MOST_LINES", 4, 5, headline_over),
    Edge("opening._HEAD_LINES", 13, 14, lambda above: find_addressees(view_of(*["植树"] * above, "各乡镇人民政府：", sentence(60)).lines)),
    Edge("regions._DIGITS", "110108001", "1101080012", lambda digits: not _known(digits)),
    Edge("register._REACH", 148, 149, lambda above: read_register(view_of(*["植树"] * above, *ROWS))),
    Edge("register._GAP", 4, 5, lambda between: read_register(view_of(ROWS[0], *["植树"] * between, ROWS[1]))),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
