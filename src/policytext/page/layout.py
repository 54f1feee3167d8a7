"""Where things are on a page, and what may be claimed there. The vocabulary that body, rules and fields share."""

from __future__ import annotations

from typing import NamedTuple

from policytext.models.ledger import Role

__all__ = ["Layout", "Proposal"]


class Layout(NamedTuple):
    """The places of a page, as line indices into ``View.lines``.

    ``first:last`` (half-open) are the lines from the first to the last one of the body; ``first == last`` where no
    body was found. ``title`` is the line of the displayed headline, ``None`` where none is displayed.
    """

    first: int
    last: int
    title: int | None = None


class Proposal(NamedTuple):
    """A claim on a stretch of ``View.text``. Nobody but the resolver gives a character away."""

    start: int
    end: int
    role: Role
    rule: str
