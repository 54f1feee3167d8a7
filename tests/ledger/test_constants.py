"""Each number that decides what rules may claim, at its edge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.ledger.claims import Claims, _excerpts, _glued, _holds, _lists_amid
from policytext.ledger.said_twice import repeating_summary
from policytext.matching.line_matches import LineMatches, RuleMatch
from policytext.matching.matcher import Matcher
from policytext.page.layout import Layout
from policytext.rules import excerpt, glued, line, opener
from support.edges import Edge, at_the_edge
from support.views import sentence, view_of

if TYPE_CHECKING:
    from collections.abc import Callable

_SOME = re.match("", "")
assert _SOME is not None
NOTE = RuleMatch(line("own/note", "编者按.*", place="edge"), _SOME)
CREDIT = Matcher((glued("own/credit", r"\(责编:(?P<editor>[一-龥]+)\)", keys=("责编",)),))
LISTED = RuleMatch(opener("shared/related-list", "相关新闻"), _SOME)


def credit_is_read(lines_below: int) -> bool:
    """Whether a credit behind a sentence is seen with so many lines of the body below it."""
    view = view_of("县里检修泵站。（责编：王小禾）", *["青禾县水务局"] * lines_below)
    return bool(_glued(view, CREDIT, Layout(0, len(view.lines))))


def no_list(titles: int) -> bool:
    """Whether so many titles between two paragraphs, under a head that says so, stay text."""
    view = view_of(sentence(40), "相关新闻", *["青禾县检修泵站十二处"] * titles, sentence(40))
    return not _lists_amid(view.lines, LineMatches({1: [LISTED]}), Layout(0, len(view.lines)))


def lead_goes(*above: str, stem: int = 30, between: int = 0, first: int | None = None) -> bool:
    """Whether a lead that was cut short after ``stem`` code points goes, with so many lines before its paragraph."""
    text = sentence(60)
    view = view_of(*above, text[:stem] + "……", *["青禾县水务局"] * between, text)
    claims = Claims()
    layout = Layout(len(above) if first is None else first, len(view.lines))
    _excerpts(claims, Matcher((excerpt("own/excerpt"),)), view.lines, layout)
    return bool(claims.proposals)


def summary_goes(*, before: int = 0, between: int = 0, shared: int = 40, of: int = 40) -> bool:
    """Whether a summary goes whose first code points the text has, with other lines before it and between the two."""
    text = sentence(60)
    said = text[:shared] + "".join(chr(0x5000 + at) for at in range(of - shared))
    view = view_of(*["青禾县水务局"] * before, f"摘要：{said}", *["林业站"] * between, text)
    return bool(repeating_summary(view.lines, Layout(0, len(view.lines))))


def words_of_the_text(size: int) -> bool:
    """Whether a summary goes that has the text's words in another order, so many code points at a time."""
    text = "".join(chr(0x5000 + at) for at in range(120))
    said = "".join(text[at : at + size] for at in range(120 - size, -1, -size))
    view = view_of(f"摘要：{said}", text + "。")
    return bool(repeating_summary(view.lines, Layout(0, len(view.lines))))


@at_the_edge(
    Edge("claims._EDGE_HEAD", 2, 3, lambda at: _holds(NOTE, 10 + at, Layout(5, 90, None, 10))),
    Edge("claims._EDGE_TAIL", 6, 7, lambda at: _holds(NOTE, 90 - at, Layout(5, 90, None, 10))),
    Edge("claims._GLUED_REACH", 2, 3, credit_is_read),
    Edge("claims._EXCERPT above", 3, 4, lambda at: lead_goes(first=at)),
    Edge("claims._EXCERPT below", 2, 3, lambda at: lead_goes(between=at)),
    Edge("claims._FEWEST", 2, 3, no_list),
    Edge("claims._STEM", 19, 20, lambda size: not lead_goes(stem=size)),
    Edge("said_twice._EARLY", 3, 4, lambda at: summary_goes(before=at)),
    Edge("said_twice._AHEAD", 11, 12, lambda at: summary_goes(between=at)),
    Edge("said_twice._GRAM", 20, 12, words_of_the_text),
    Edge("said_twice._SAME", 33, 32, lambda size: summary_goes(shared=size)),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
