"""The resolver: the only place where a character is given away.

Order: what is not displayed, fields, named rules as written, glosses, outside the body, body. The first owner keeps a
character; a later claim is cut down to what is left of it.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from policytext.ledger.outside import outside_names
from policytext.models.ledger import Piece
from policytext.models.spans import Cuts, Span, gaps
from policytext.page.layout import BodyLine

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from policytext.models.ledger import Role
    from policytext.models.script import Change
    from policytext.page.layout import Layout, Proposal
    from policytext.page.view import Line, View

__all__ = ["resolve"]

# Thousands a page: made this way a Span costs no call into Python.
_span = partial(tuple.__new__, Span)
GLOSS_RULE = "script/pinyin-gloss"

_Owned = tuple[int, int, "Role", "str | None"]


def resolve(
    view: View,
    layout: Layout,
    proposals: Iterable[Proposal],
    glosses: Sequence[Change],
    *,
    keep: Collection[int] = (),
    keep_all: bool = False,
) -> tuple[tuple[Piece, ...], list[BodyLine]]:
    """Give every code point of the page to one piece.

    Args:
        view: The page.
        layout: The body's lines.
        proposals: Claims in order of right: fields before rules.
        glosses: Deletions of the repair, in code points of ``Page.text``.
        keep: Lines that belong to the document wherever they stand: its number over the headline.
        keep_all: Give back every displayed line, whoever owns it. The ledger stays as it is.

    Returns:
        The ledger, and the lines of the body with what is left of each.
    """
    owned, body = _first_owners(view, layout, proposals, keep)
    # Only where something is hidden can two owners touch: lines follow each other.
    if view.unseen:
        owned = _apart(sorted(owned))
    if keep_all:
        body = [BodyLine(line, line.text, (view.source_span(line.start, line.end),)) for line in view.lines]
    cuts = sorted([(change.span, GLOSS_RULE) for change in glosses] + view.inner)
    if cuts:
        owned, body = _without(owned, body, cuts)
    return _pieces(owned, view.page.text), body


def _first_owners(
    view: View, layout: Layout, proposals: Iterable[Proposal], keep: Collection[int]
) -> tuple[list[_Owned], list[BodyLine]]:
    """What is not displayed and each line, line by line: its first claim, or where it stands."""
    claims = _by_line(view, proposals, keep)
    outside = outside_names(view.lines, layout)
    owned: list[_Owned] = [(span.start, span.end, "boilerplate", rule) for span, rule in view.unseen]
    body: list[BodyLine] = []
    plain = view.plain
    first, last = layout.first, layout.last
    for index, line in enumerate(view.lines):
        start, end = line.start, line.end
        inside = first <= index < last or index in keep
        slot = claims.get(index)
        if slot and (slot[0].start > start or slot[0].end < end):
            body += _share_out(view, line, slot, None if inside else outside[index], owned)
            continue
        if not plain:
            start, end = view.source_span(start, end)
        if slot:
            owned.append((start, end, slot[0].role, slot[0].rule))
        elif inside:
            owned.append((start, end, "body", None))
            body.append(BodyLine(line, line.text, (_span((start, end)),)))
        else:
            owned.append((start, end, "boilerplate", outside[index]))
    return owned, body


def _by_line(view: View, proposals: Iterable[Proposal], keep: Collection[int]) -> dict[int, list[Proposal]]:
    """Per line the claims on it, in order of right; those of boilerplate do not count on a line to keep."""
    lines = view.lines
    claims: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        if proposal.start < proposal.end:
            index = view.line_at(proposal.start)
            while 0 <= index < len(lines) and lines[index].start < proposal.end:
                claims.setdefault(index, []).append(proposal)
                index += 1
    for index in keep:
        # A bare number is a counter elsewhere, and a cell of an annex here.
        claims[index] = [claim for claim in claims.get(index, ()) if claim.role != "boilerplate"]
    return claims


def _share_out(
    view: View, line: Line, slot: list[Proposal], outside: str | None, owned: list[_Owned]
) -> list[BodyLine]:
    """One line with claims on it: the first claim on a character wins, the rest is body, or ``outside`` where a rule is named."""
    taken: list[Span] = []
    found: list[_Owned] = []
    for proposal in slot:
        for span in gaps(taken, max(proposal.start, line.start), min(proposal.end, line.end)):
            found.append((span.start, span.end, proposal.role, proposal.rule))
            taken.append(span)
    kept: list[Span] = []
    for span in gaps(taken, line.start, line.end):
        if outside is not None:
            found.append((span.start, span.end, "boilerplate", outside))
        elif span.cut(view.text).strip():
            found.append((span.start, span.end, "body", None))
            kept.append(span)
        else:
            # Blanks between two claims go with the first claim on the line.
            found.append((span.start, span.end, slot[0].role, slot[0].rule))
    found.sort()
    for start, end, role, rule in found:
        span = view.source_span(start, end)
        # What a repair put in has no place on the page, and a piece must have one.
        if span.start < span.end:
            owned.append((span.start, span.end, role, rule))
    if not kept:
        return []
    text = "".join(span.cut(view.text) for span in kept).strip()
    return [BodyLine(line, text, tuple(view.source_span(span.start, span.end) for span in kept))]


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
    taken = Cuts([cut for cut, _ in cuts])
    out: list[_Owned] = [(cut.start, cut.end, "boilerplate", name) for cut, name in cuts]
    for start, end, role, rule in owned:
        out.extend((part.start, part.end, role, rule) for part in taken.free(start, end))
    out.sort()
    shown = [
        line._replace(spans=tuple(part for span in line.spans for part in taken.free(*span))) for line in body
    ]
    return out, shown


def _pieces(owned: Sequence[_Owned], text: str) -> tuple[Piece, ...]:
    """Close the gaps: white space goes to the piece before it, at the very front to the piece after it.

    Neighbours under one rule become one piece; each line of the body stays a piece of its own.
    """
    length = len(text)
    if length == 0:
        return ()
    merged: list[tuple[int, Role, str | None]] = []
    for start, _, role, rule in owned:
        if merged and rule is not None and merged[-1][2] == rule and merged[-1][1] == role:
            continue
        merged.append((start, role, rule))
    if not merged:
        return (Piece(Span(0, length), "boilerplate", "generic/blank", text),)
    starts = [0, *(start for start, _, _ in merged[1:]), length]
    spans = map(_span, pairwise(starts))
    return tuple([Piece(span, role, rule, text) for span, (_, role, rule) in zip(spans, merged, strict=True)])
