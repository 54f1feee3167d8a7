"""What the named rules propose on a page whose places are known. Rules propose, they never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.ledger.said_twice import contents_list, repeating_summary
from policytext.page.layout import Proposal
from policytext.page.prose import is_prose, without_way_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import LineMatches, RuleMatch
    from policytext.matching.matcher import Matcher
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View
    from policytext.rules import Rule

__all__ = ["Claims", "claim"]

_EDGE_HEAD = 3
"""Lines from the first of running text on in which an "edge" rule holds: an editor's note, a lead and a source may stand between."""
_EDGE_TAIL = 6
"""The same before the body's end, where credits, a signature and a pager may follow each other."""
_GLUED_REACH = 3
"""Lines before the body's end that may carry a credit behind their last sentence: a signature or a date may stand below it."""
_EXCERPT = 3  # lines on either side of the body's beginning, and from an excerpt to its paragraph
_LISTS = frozenset(("shared/related-list", "shared/rank-list"))
_FEWEST = 3
"""Titles that make a list of other articles."""
_TITLE = (6, 40)
"""Code points of a headline in such a list: shorter are cells and names, longer are sentences."""
_READ_ON = "shared/read-on"
_OF_TEXTS = frozenset(("shared/counter", "shared/contact"))
"""Rules whose forms lines of texts have as well."""
_STEM = 20  # code points: a shorter beginning is shared by accident


class Claims:
    """What rules propose.

    Attributes:
        fields: Lines that a rule of a source spends on fields; they go before what the field readers find.
        proposals: The others, in the order in which the resolver shall hear them.
        applied: The matches that hold in their place, for the fields in their named groups: line index and match.
    """

    __slots__ = ("applied", "fields", "proposals")

    def __init__(self) -> None:
        self.fields: list[Proposal] = []
        self.proposals: list[Proposal] = []
        self.applied: list[tuple[int, RuleMatch]] = []

    def claimed_lines(self) -> frozenset[int]:
        """Lines that nothing more is read from: bylines of a source, and boilerplate of the tail (notices of right name no author)."""
        return frozenset(
            index
            for index, found in self.applied
            if (found.rule.role == "field" and not found.rule.name.startswith("shared/"))
            or (found.rule.role == "boilerplate" and found.rule.place == "tail" and found.rule.kind == "line")
        )

    def add(self, start: int, end: int, rule: Rule) -> None:
        """Propose a stretch under a rule."""
        spent = rule.role == "field" and not rule.name.startswith("shared/")
        (self.fields if spent else self.proposals).append(Proposal(start, end, rule.role, rule.name))


def claim(
    view: View,
    matcher: Matcher,
    matches: LineMatches,
    layout: Layout,
    title: str | None,
) -> Claims:
    """Proposals of all rules that hold where their matches stand.

    Args:
        view: The page.
        matcher: The rules.
        matches: What the lines match.
        layout: The body's lines.
        title: The headline, for what repeats it.
    """
    claims = Claims()
    lines = view.lines
    _repeats(claims, matcher, lines, layout, title)
    _excerpts(claims, matcher, lines, layout)
    for said_twice, name in (
        (repeating_summary(lines, layout), "generic/repeating-summary"),
        (contents_list(lines, layout), "generic/contents-list"),
    ):
        claims.proposals += [
            Proposal(lines[at].start, lines[at].end, "boilerplate", name) for at in said_twice
        ]
    # The rule of the opener that frame goes on under, until the document goes on.
    opened: str | None = None
    first, last, title_line = layout.first, layout.last, layout.title
    amid = _lists_amid(lines, matches, layout)
    known = matches.lines
    for index, line in enumerate(lines):
        if opened is None and index not in known and index not in amid:
            continue
        if index in amid:
            claims.add(line.start, line.end, amid[index])
            continue
        inside = first <= index < last
        if inside or index == title_line:
            # What an opener began ends where the document goes on.
            opened = None
            if not inside:
                continue
        found: RuleMatch | None = None
        if index in known:
            found = next((found for found in matches.at(index) if _holds(found, index, layout)), None)
        if found is None:
            if opened is not None:
                claims.proposals.append(Proposal(line.start, line.end, "boilerplate", opened))
        elif found.rule.kind != "text":
            claims.applied.append((index, found))
            claims.add(line.start, line.end, found.rule)
            if found.rule.kind == "opener":
                opened = found.rule.name
    claims.applied += _glued(view, matcher, layout)
    claims.proposals += _ways_back(lines, layout)
    return claims


def _glued(view: View, matcher: Matcher, layout: Layout) -> list[tuple[int, RuleMatch]]:
    """Credits behind the last sentences of the body. They are read as fields, and the sentence keeps them."""
    reach = range(max(layout.first, layout.last - _GLUED_REACH), layout.last)
    found = ((index, matcher.glued(view, index)) for index in reach)
    return [(index, match) for index, match in found if match is not None]


def _ways_back(lines: Sequence[Line], layout: Layout) -> list[Proposal]:
    """The ways back to a portal that are set into the last paragraphs."""
    out = []
    for line in lines[max(layout.first, layout.last - _GLUED_REACH) : layout.last]:
        said = without_way_back(line.text)
        if len(said) < len(line):
            out.append(Proposal(line.start + len(said), line.end, "boilerplate", _READ_ON))
    return out


def _lists_amid(lines: Sequence[Line], matches: LineMatches, layout: Layout) -> dict[int, Rule]:
    """Lines of the body that are a list of other articles between two paragraphs: the head that says so, and its titles.

    In markup the titles are links. Where nothing tells links they are lines of a title's length that end in no stop or pause, as the
    rows of a table or the names of a list rarely are.
    """
    out: dict[int, Rule] = {}
    for index in range(layout.first, layout.last):
        if index not in matches.lines:
            continue
        rule = next((one.rule for one in matches.at(index) if one.rule.name in _LISTS), None)
        if rule is None:
            continue
        marked = any(line.link for line in lines)
        at = index + 1
        while at < layout.last and _is_other_title(lines[at], marked=marked):
            at += 1
        if at - index - 1 >= _FEWEST and at < layout.last and is_prose(lines[at]):
            out.update(dict.fromkeys(range(index, at), rule))
    return out


def _is_other_title(line: Line, *, marked: bool) -> bool:
    if marked:
        return line.link * 2 > len(line)
    return _TITLE[0] <= len(line) <= _TITLE[1] and line.fold[-1].isalnum() and not is_prose(line)


def _holds(found: RuleMatch, index: int, layout: Layout) -> bool:
    place, prose = found.rule.place, layout.first_prose_line
    if place == "anywhere":
        return True
    if found.rule.kind == "opener":
        return index >= layout.last or index < layout.first
    if index >= layout.last:
        return place != "head"
    if index < prose:
        # A bare number amid the lines of the body is a cell of a table, a telephone there is one of its own.
        own = found.rule.name in _OF_TEXTS and layout.first < index
        return place != "tail" and not own
    if place == "edge":
        return index < prose + _EDGE_HEAD or index >= layout.last - _EDGE_TAIL
    return False


def _repeats(
    claims: Claims, matcher: Matcher, lines: Sequence[Line], layout: Layout, title: str | None
) -> None:
    """The headline once more: outside the body, or wherever the source's rule says."""
    wanted = "".join(title.split()) if title else ""
    rule = next((rule for rule in matcher.rules if rule.kind == "repeat"), None)
    if rule is None or not wanted:
        return
    shortest, longest = len(wanted), 2 * len(wanted)
    for line in lines:
        if not shortest <= line.end - line.start < longest or line.index == layout.title:
            continue
        inside = rule.place != "anywhere" and layout.first <= line.index < layout.last
        if not inside and "".join(line.text.split()) == wanted:
            claims.proposals.append(Proposal(line.start, line.end, rule.role, rule.name))


def _excerpts(claims: Claims, matcher: Matcher, lines: Sequence[Line], layout: Layout) -> None:
    """The lead cut short with dots, in front of the paragraph it was cut from."""
    rule = next((rule for rule in matcher.rules if rule.kind == "excerpt"), None)
    if rule is None:
        return
    for index in range(max(0, layout.first - _EXCERPT), min(layout.first + _EXCERPT, len(lines) - 1)):
        text = lines[index].text
        stem = text.rstrip(".…")
        below = lines[index + 1 : index + 1 + _EXCERPT]
        if _STEM <= len(stem) < len(text) and any(other.text.startswith(stem) for other in below):
            claims.proposals.append(Proposal(lines[index].start, lines[index].end, rule.role, rule.name))
