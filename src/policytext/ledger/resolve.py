"""The resolver: the only place where a character is given away.

Order: what is not displayed, fields, named rules as written, glosses, outside the body, body. The first owner keeps a
character; a later claim is cut down to what is left of it.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from policytext.document.blocks import BodyLine
from policytext.ledger.claims import outside_names
from policytext.models.ledger import Piece
from policytext.models.spans import Span, gaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policytext.models.ledger import Role
    from policytext.models.script import Change
    from policytext.page.layout import Layout, Proposal
    from policytext.page.view import Line, View

__all__ = ["resolve"]

_span = partial(tuple.__new__, Span)
GLOSS_RULE = "script/pinyin-gloss"

_Owned = tuple[int, int, "Role", "str | None"]


def resolve(
    view: View,
    layout: Layout,
    proposals: Iterable[Proposal],
    glosses: Sequence[Change],
    *,
    keep_all: bool = False,
) -> tuple[tuple[Piece, ...], list[BodyLine]]:
    """Give every code point of the page to one piece.

    Args:
        view: The page.
        layout: The body's lines.
        proposals: Claims in order of right: fields before rules.
        glosses: Deletions of the repair, in code points of ``Page.text``.
        keep_all: Give back every displayed line, whoever owns it. The ledger stays as it is.

    Returns:
        The ledger, and the lines of the body with what is left of each.
    """
    lines = view.lines
    claims: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        if proposal.start < proposal.end:
            index = view.line_at(proposal.start)
            while 0 <= index < len(lines) and lines[index].start < proposal.end:
                claims.setdefault(index, []).append(proposal)
                index += 1
    outside = outside_names(lines, layout)
    owned: list[_Owned] = [(span.start, span.end, "boilerplate", rule) for span, rule in view.unseen]
    body: list[BodyLine] = []
    plain = view.plain
    for line in lines:
        index = line.index
        start, end = line.start, line.end
        inside = layout.first <= index < layout.last
        slot = claims.get(index)
        if slot is not None and (slot[0].start > start or slot[0].end < end):
            _share_out(view, line, slot, inside, outside[index], owned, body)
            continue
        if not plain:
            start, end = view.source_span(start, end)
        if slot is not None:
            owned.append((start, end, slot[0].role, slot[0].rule))
        elif inside:
            owned.append((start, end, "body", None))
            body.append(BodyLine(line, line.text, (_span((start, end)),)))
        else:
            owned.append((start, end, "boilerplate", outside[index]))
    if view.unseen:
        owned = _apart(sorted(owned))
    if keep_all:
        body = [BodyLine(line, line.text, (view.source_span(line.start, line.end),)) for line in lines]
    cuts = [(change.span, GLOSS_RULE) for change in glosses]
    if view.inner:
        cuts = sorted(cuts + view.inner)
    if cuts:
        owned, body = _without(owned, body, cuts)
    return _pieces(owned, len(view.page.text)), body


def _share_out(
    view: View,
    line: Line,
    slot: list[Proposal],
    inside: bool,  # noqa: FBT001 - one of two kinds of line
    outside: str,
    owned: list[_Owned],
    body: list[BodyLine],
) -> None:
    """One line with claims on it: the first claim on a character wins, the rest is body or outside."""
    taken: list[Span] = []
    found: list[tuple[int, int, Role, str | None]] = []
    for proposal in slot:
        start, end = max(proposal.start, line.start), min(proposal.end, line.end)
        for span in gaps(taken, start, end):
            found.append((span.start, span.end, proposal.role, proposal.rule))
            taken.append(span)
    rest = gaps(taken, line.start, line.end)
    kept: list[Span] = []
    for span in rest:
        text = view.text[span.start : span.end]
        if inside and text.strip():
            found.append((span.start, span.end, "body", None))
            kept.append(span)
        elif not inside:
            found.append((span.start, span.end, "boilerplate", outside))
        else:
            # Blanks between two claims go with the claim before them, or after where none is before.
            found.append((span.start, span.end, slot[0].role, slot[0].rule))
    found.sort()
    for start, end, role, rule in found:
        span = view.source_span(start, end)
        if span.start < span.end:
            owned.append((span.start, span.end, role, rule))
    if kept:
        text = "".join(view.text[span.start : span.end] for span in kept).strip()
        body.append(BodyLine(line, text, tuple(view.source_span(span.start, span.end) for span in kept)))


def _apart(owned: list[_Owned]) -> list[_Owned]:
    """Sorted owners, cut where two overlap: a repair can reach over the edge of what is not displayed."""
    out: list[_Owned] = []
    at = 0
    for start, end, role, rule in owned:
        if end > at:
            out.append((max(start, at), end, role, rule))
            at = end
    return out


def _without(
    owned: list[_Owned], body: list[BodyLine], cuts: Sequence[tuple[Span, str]]
) -> tuple[list[_Owned], list[BodyLine]]:
    """Set glosses and what else stands inside lines apart as pieces of their own, out of the spans of the body's lines."""
    out: list[_Owned] = []
    at = 0
    for start, end, role, rule in owned:
        here = start
        while at < len(cuts) and cuts[at][0].start < end:
            cut, name = cuts[at]
            if cut.start >= here:
                if cut.start > here:
                    out.append((here, cut.start, role, rule))
                out.append((cut.start, cut.end, "boilerplate", name))
                here = cut.end
            elif cut.end <= here and (not out or out[-1][1] <= cut.start):
                # Between two owners.
                out.append((cut.start, cut.end, "boilerplate", name))
            at += 1
        if here < end:
            out.append((here, end, role, rule))
    out.extend((cut.start, cut.end, "boilerplate", name) for cut, name in cuts[at:])
    spans = [cut for cut, _ in cuts]
    ends = [cut.end for cut in spans]
    shown = [
        line._replace(spans=tuple(part for span in line.spans for part in _minus(span, spans, ends)))
        for line in body
    ]
    return out, shown


def _minus(span: Span, cuts: Sequence[Span], ends: Sequence[int]) -> list[Span]:
    low = high = bisect_right(ends, span.start)
    while high < len(cuts) and cuts[high].start < span.end:
        high += 1
    return gaps(cuts[low:high], span.start, span.end) if low < high else [span]


def _pieces(owned: Sequence[_Owned], length: int) -> tuple[Piece, ...]:
    """Close the gaps: white space goes to the piece before it, at the very front to the piece after it.

    Neighbours under one rule become one piece; each line of the body stays a piece of its own.
    """
    if length == 0:
        return ()
    merged: list[tuple[int, Role, str | None]] = []
    for start, _, role, rule in owned:
        if merged and rule is not None and merged[-1][2] == rule and merged[-1][1] == role:
            continue
        merged.append((start, role, rule))
    if not merged:
        return (Piece(Span(0, length), "boilerplate", "generic/blank"),)
    starts = [0, *(start for start, _, _ in merged[1:]), length]
    spans = map(_span, pairwise(starts))
    return tuple([Piece(span, role, rule) for span, (_, role, rule) in zip(spans, merged, strict=True)])
