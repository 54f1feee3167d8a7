"""What the named rules propose on a page whose places are known. Rules propose, they never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.page.layout import Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import LineMatches, RuleMatch
    from policytext.matching.matcher import Matcher
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View
    from policytext.rules import Rule

__all__ = ["Claims", "claim"]

_EDGE_HEAD = 3
_EDGE_TAIL = 6
_GLUED_REACH = 3
_EXCERPT = 3  # lines on either side of the body's beginning, and from an excerpt to its paragraph
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
    opened: str | None = None
    for line in lines:
        inside = layout.holds(line.index)
        if inside or line.index == layout.title:
            # What an opener began ends where the document goes on.
            opened = None
        if line.index == layout.title and not inside:
            continue
        found = None
        if line.index in matches:
            found = next(
                (found for found in matches.at(line.index) if _holds(found, line.index, layout)), None
            )
        if found is None:
            if opened is not None:
                claims.proposals.append(Proposal(line.start, line.end, "boilerplate", opened))
        elif found.rule.kind != "text":
            claims.applied.append((line.index, found))
            claims.add(line.start, line.end, found.rule)
            if found.rule.kind == "opener":
                opened = found.rule.name
    for index in range(max(layout.first, layout.last - _GLUED_REACH), layout.last):
        glued = matcher.glued(view, index)
        if glued is not None:
            claims.applied.append((index, glued))
    return claims


def _holds(found: RuleMatch, index: int, layout: Layout) -> bool:
    place, prose = found.rule.place, layout.first_prose_line
    if place == "anywhere":
        return True
    if found.rule.kind == "opener":
        return index >= layout.last or index < layout.first
    if index >= layout.last:
        return place != "head"
    if index < prose:
        return place != "tail"
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
    for line in lines:
        if line.index == layout.title or not len(wanted) <= len(line) < 2 * len(wanted):
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
