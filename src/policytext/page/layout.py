"""Where things are on a page, and what may be claimed there. The vocabulary that body, rules and fields share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policytext.models.ledger import Role

if TYPE_CHECKING:
    from policytext.models.spans import Span
    from policytext.page.view import Line

__all__ = ["BodyLine", "Layout", "Proposal"]


class Layout(NamedTuple):
    """The places of a page, as line indices into ``View.lines``.

    ``first:last`` (half-open) are the lines from the first to the last one of the body; ``first == last`` where no
    body was found. ``title`` is the line of the displayed headline, ``None`` where none is displayed. What stands before
    ``first_prose_line``, the first line of running text, is the head of the page.
    """

    first: int = 0
    last: int = 0
    title: int | None = None
    first_prose_line: int = 0


class Proposal(NamedTuple):
    """A claim on a stretch of ``View.text``. Nobody but the resolver gives a character away."""

    start: int
    end: int
    role: Role
    rule: str


class BodyLine(NamedTuple):
    """A line of the body: its text without what was taken out, and its places in ``Page.text``."""

    line: Line
    text: str
    spans: tuple[Span, ...]
