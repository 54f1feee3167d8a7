"""The ledger: every code point of the page in exactly one piece. Nothing is deleted, so nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from policytext.models.spans import Span, is_partition

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Piece", "Role", "check_partition"]

Role = Literal["body", "field", "boilerplate"]


@frozen
class Piece:
    """A stretch of ``Page.text`` and what became of it.

    White space between two lines belongs to the piece before it.

    Attributes:
        span: Half-open, code points of ``Page.text``.
        role: ``body`` (in ``Document.text``), ``field`` (spent on title, byline, breadcrumb ...) or
            ``boilerplate``.
        rule: ``"source/rule"`` of the rule that says so; ``None`` for body.
    """

    span: Span
    role: Role
    rule: str | None = None


def check_partition(pieces: Sequence[Piece], length: int) -> None:
    """Refuse a ledger with a hole, an overlap, an empty piece, or a removal that nobody answers for.

    Args:
        pieces: In order of place.
        length: Code points of the page.

    Raises:
        ValueError: The ledger is broken; the message names the first bad piece.
    """
    if not is_partition((piece.span for piece in pieces), length):
        at = 0
        for number, piece in enumerate(pieces):
            if piece.span.start != at or piece.span.end <= piece.span.start:
                raise ValueError(f"piece {number} covers {piece.span}, the ledger stands at {at}")
            at = piece.span.end
        raise ValueError(f"the ledger ends at {at} of {length} code points")
    for number, piece in enumerate(pieces):
        if (piece.role == "body") != (piece.rule is None):
            raise ValueError(f"piece {number} ({piece.role}) at {piece.span} has rule {piece.rule!r}")
