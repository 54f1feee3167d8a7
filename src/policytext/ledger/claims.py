"""What the named rules propose on a page whose places are known. Rules propose, they never cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.locate.edges import BODY_NAME
from policytext.locate.line_weights import is_prose
from policytext.page.layout import Proposal
from policytext.page.shadow import fold_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policytext.matching.line_matches import Form, Matcher
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View
    from policytext.rules import Rule

__all__ = ["Claims", "claim", "outside_names", "spare"]

_EDGE_HEAD = 3
_EDGE_TAIL = 6
_GLUED_REACH = 3
_MENU = 3
_MENU_WIDTH = 34
_STOPS = "。！？；!?"
_BYLINE_RULE = "generic/byline"
_SPARED = frozenset({_BYLINE_RULE, "generic/signature", "generic/editor-line"})
_PLAIN_DATE = re.compile(r"[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?[\s?]*|[12]\d{3}")
_OFFICIAL = re.compile(
    r"[\u4e00-\u9fff()\s]{4,40}[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发"
    r"|\([12]\d{3}年\d{1,2}月\d{1,2}日.{4,80}(?:通过|公布|发布|施行|修[正订])"
)


class Claims:
    """What rules propose.

    Attributes:
        fields: Lines that a rule of a source spends on fields; they go before what the field readers find.
        proposals: The others, in the order in which the resolver shall hear them.
        applied: The forms that hold in their place, for the fields in their named groups: line index and form.
    """

    __slots__ = ("applied", "fields", "proposals")

    def __init__(self) -> None:
        self.fields: list[Proposal] = []
        self.proposals: list[Proposal] = []
        self.applied: list[tuple[int, Form]] = []

    def spoken(self) -> frozenset[int]:
        """Lines that are told for good: bylines of a source, and boilerplate of the tail (notices of right name no author)."""
        return frozenset(
            index
            for index, form in self.applied
            if (form.rule.role == "field" and not form.rule.name.startswith("shared/"))
            or (form.rule.role == "boilerplate" and form.rule.place == "tail" and form.rule.kind == "line")
        )

    def add(self, start: int, end: int, rule: Rule) -> None:
        """Propose a stretch under a rule."""
        spent = rule.role == "field" and not rule.name.startswith("shared/")
        (self.fields if spent else self.proposals).append(Proposal(start, end, rule.role, rule.name))


def claim(
    view: View,
    matcher: Matcher,
    forms: Mapping[int, Sequence[Form]],
    layout: Layout,
    prose: int,
    title: str | None,
) -> Claims:
    """Proposals of all rules that hold where their forms stand.

    Args:
        view: The page.
        matcher: The rules.
        forms: What the lines match.
        layout: The body's lines.
        prose: First line of running text; the lines before it are the head.
        title: The headline, for what repeats it.
    """
    claims = Claims()
    lines = view.lines
    _repeats(claims, matcher, lines, layout, title)
    opened: str | None = None
    for line in lines:
        index = line.index
        found = forms.get(index, ())
        if layout.first <= index < layout.last:
            opened = None
        elif index == layout.title:
            opened = None
            continue
        form = next((form for form in found if _holds(form, index, layout, prose)), None)
        if form is not None:
            claims.applied.append((index, form))
            claims.add(line.start, line.end, form.rule)
            if form.rule.kind == "opener":
                opened = form.rule.name
        elif opened is not None:
            claims.proposals.append(Proposal(line.start, line.end, "boilerplate", opened))
    for index in range(max(layout.first, layout.last - _GLUED_REACH), layout.last):
        form = matcher.glued(view, index)
        if form is not None:
            claims.applied.append((index, form))
    return claims


def spare(view: View, layout: Layout, prose: int, claims: Sequence[Proposal]) -> list[Proposal]:
    """What the field readers claim, without the lines that are the text's own. What was read from them stays read.

    A row with a date or a label between two paragraphs is text (来源：财政拨款 …, a date of an event), unless it is the only byline
    row of the page: some sites set the byline below the lead. The signing date, the print line and the note on a law's
    passing belong to the document wherever the body holds them.
    """
    lines = view.lines
    if layout.first >= layout.last:
        return list(claims)
    last = next((index for index in range(layout.last - 1, prose, -1) if is_prose(lines[index])), prose)
    low, high = lines[prose].end, lines[last].start
    begin, end = lines[layout.first].start, lines[layout.last - 1].end
    headed = any(item.rule == _BYLINE_RULE and item.start < low for item in claims)
    kept: list[Proposal] = []
    for item in claims:
        if item.rule in _SPARED and begin <= item.start < end:
            text = view.text[item.start : item.end].translate(fold_table()).strip()
            amid = low <= item.start < high
            if (amid and (headed or text[-1] in "。;" or _PLAIN_DATE.fullmatch(text))) or _OFFICIAL.match(
                text
            ):
                continue
            if item.start >= high and _PLAIN_DATE.fullmatch(text):
                above = view.line_at(item.start) - 1
                if above >= layout.first and (headed or BODY_NAME.fullmatch(lines[above].fold)):
                    continue
        kept.append(item)
    return kept


def _holds(form: Form, index: int, layout: Layout, prose: int) -> bool:
    place = form.rule.place
    if place == "anywhere":
        return True
    if form.rule.kind == "opener":
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
    """The headline once more, and the lead cut short with dots in front of the paragraph it was cut from."""
    wanted = "".join(title.split()) if title else ""
    rule = next((rule for rule in matcher.rules if rule.kind == "repeat"), None)
    if rule is not None and wanted:
        anywhere = rule.place == "anywhere"
        for line in lines:
            if line.index == layout.title or not len(wanted) <= len(line) < 2 * len(wanted):
                continue
            if "".join(line.text.split()) == wanted and (
                anywhere or not layout.first <= line.index < layout.last
            ):
                claims.proposals.append(Proposal(line.start, line.end, rule.role, rule.name))
    rule = next((rule for rule in matcher.rules if rule.kind == "excerpt"), None)
    if rule is None:
        return
    for index in range(max(0, layout.first - 3), min(layout.first + 3, len(lines) - 1)):
        text = lines[index].text
        stem = text.rstrip(".…")
        if 20 <= len(stem) < len(text) and any(
            other.text.startswith(stem) for other in lines[index + 1 : index + 4]
        ):
            claims.proposals.append(Proposal(lines[index].start, lines[index].end, rule.role, rule.name))


def outside_names(lines: Sequence[Line], layout: Layout) -> list[str]:
    """Per line, the rule for it should it turn out to be outside the body and named by nobody.

    A run of three or more short lines without a full stop is a menu in front of the body, a list of links behind it.
    """
    names = ["generic/outside-body"] * len(lines)
    start = 0
    count = len(lines)
    menu_like = [line.end - line.start <= _MENU_WIDTH and line.text[-1] not in _STOPS for line in lines]
    # A run begins anew at the edges of the body.
    edges = (layout.first, layout.last)
    while start < count:
        stop = start
        if menu_like[start]:
            stop += 1
            while stop < count and menu_like[stop] and stop not in edges:
                stop += 1
        if stop - start >= _MENU:
            names[start:stop] = ["generic/menu" if start < layout.first else "generic/link-list"] * (
                stop - start
            )
        start = max(stop, start + 1)
    return names
