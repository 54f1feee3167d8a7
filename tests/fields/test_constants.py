"""Each number that decides what becomes a field, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.fields.candidates.collector import CandidateCollector
from policytext.fields.choose import _Chooser
from policytext.fields.knowledge.offices import office_score
from policytext.fields.site import read_site
from policytext.fields.witnesses import _title_tail
from policytext.page.layout import Layout
from support.edges import Edge, at_the_edge, fake
from support.views import view_of, view_of_html

if TYPE_CHECKING:
    from collections.abc import Callable


CONTACT = "电话：0900-1234567 地址：青禾县"


def contacts(*lines: str) -> tuple[str, ...]:
    """The contacts of a site whose frame has these lines."""
    return read_site({}, view_of(*lines).lines).contacts


def title_tail(size: int) -> object:
    """The site that a title of two parts names, the second of so many code points."""
    return list(_title_tail(view_of_html(f"<title>植树造林_{'青' * (size - 1)}网</title><p>植树")))


def losers(count: int) -> int:
    """How many of so many losing candidates a field remembers."""
    chosen: list[Any] = []
    chooser: Any = fake(hints={}, fields=chosen, _field=lambda *_: fake(with_others=lambda others: others))
    candidates: list[Any] = [fake(value="青禾", score=at) for at in range(count + 1)]
    _Chooser.choose(chooser, "origin", candidates)
    return len(chosen[0])


def unplaced(lines: int) -> bool:
    """Whether all of so many lines are looked at where a page has a headline and no body."""
    headline: Any = fake(line=0, text="", rows={}, extra=())
    return CandidateCollector(view_of(*["植树"] * lines), Layout(), headline).first == lines


def first_paragraph(first: int, *lines: str) -> int:
    """Where the running text begins, of a text that begins in line ``first``, its headline in line 0."""
    shown = view_of(*lines).lines
    page: Any = fake(title=0, first=first, last=len(shown), lines=shown)
    return CandidateCollector._prose(page)


@at_the_edge(
    Edge("choose._OTHERS", 5, 6, lambda count: losers(count) == count),
    Edge("collector._UNPLACED", 11, 12, unplaced),
    Edge("collector._HEADED", 5, 6, lambda first: first_paragraph(first, *["植树"] * (first + 1), "植" * 30) == first + 1),
    Edge("collector._SHORT_LINES", 15, 16, lambda count: first_paragraph(1, *["植树"] * (count + 1), "植" * 30) == count + 1),
    Edge("collector._SHORT", 24, 25, lambda size: first_paragraph(1, "植树", "植树", "植" * size) == 1),
    Edge("offices._MOST", 30, 31, lambda size: office_score("植" * (size - 1) + "局")),
    Edge("site._CONTACTS", 6, 7, lambda count: len(contacts(*[CONTACT + str(at) for at in range(count)])) == count),
    Edge("site._CONTACT_LINE", 120, 121, lambda size: contacts(CONTACT + "青" * (size - len(CONTACT)))),
    Edge("witnesses._FOOT", 25, 26, title_tail),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
