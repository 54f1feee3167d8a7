"""The ledger: every code point of the page in exactly one piece. Nothing is deleted, so nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import evolve, field, frozen

from policytext.errors import UsageError
from policytext.models.brief import shown
from policytext.models.spans import Span, is_partition

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Piece", "Removal", "Role", "RuleCount", "check_partition"]

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
    # The text of the whole page, the very object that `Page.text` is: a reference, no copy, also in a pickled document.
    _page: str | None = field(default=None, eq=False, repr=False, metadata={"fact": False})

    @property
    def text(self) -> str:
        """What stands there, to the letter, blanks and line ends included.

        Raises:
            UsageError: ``no_page``: the piece was made by hand and is in no document yet.
        """
        if self._page is None:
            raise UsageError("no_page", "this piece is in no document; piece.span.cut(text) cuts any text")
        return self._page[self.span.start : self.span.end]

    def __repr__(self) -> str:
        text = "" if self._page is None else f", text={shown(self.text)}"
        return f"Piece(span={self.span!r}, role={self.role!r}, rule={self.rule!r}{text})"

    def loose(self, page: str) -> bool:
        """Whether the piece does not know that it is one of this page's text."""
        return self._page is not page

    def of(self, page: str) -> Piece:
        """The same piece of this page's text; itself where it is that already."""
        return self if self._page is page else evolve(self, page=page)


@frozen
class Removal:
    """A piece of boilerplate, as something to hand on: it holds its own text and nothing of the rest of the page.

    Attributes:
        text: What was removed, to the letter: ``span.cut(doc.page.text)``.
        rule: ``"source/rule"`` of the rule that answers for it.
        span: Half-open, code points of ``Page.text``.
    """

    text: str = field(repr=shown)
    rule: str
    span: Span


class RuleCount(NamedTuple):
    """What one rule removed from a page: how many pieces, and how many code points they have."""

    removals: int
    characters: int


def check_partition(pieces: Sequence[Piece], length: int) -> None:
    """Refuse a ledger with a hole, an overlap, an empty piece, or a removal that nobody answers for.

    Args:
        pieces: In order of place.
        length: Code points of the page.

    Raises:
        ValueError: The ledger is broken; the message names the first bad piece.
    """
    if not is_partition((piece.span for piece in pieces), length):
        # The quick test says only that something is wrong; the message should say where.
        at = 0
        for number, piece in enumerate(pieces):
            if piece.span.start != at or piece.span.end <= piece.span.start:
                raise ValueError(f"piece {number} covers {piece.span}, the ledger stands at {at}")
            at = piece.span.end
        raise ValueError(f"the ledger ends at {at} of {length} code points")
    for number, piece in enumerate(pieces):
        # Text needs no reason, everything that is taken out of it does.
        if (piece.role == "body") != (piece.rule is None):
            raise ValueError(f"piece {number} ({piece.role}) at {piece.span} has rule {piece.rule!r}")
