"""How values show themselves: short, on one line, never holding a page. For ``repr`` only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sized

    from policytext.models.document import Document

__all__ = ["counted", "describe", "shown"]

_WIDTH = 40
"""Code points of a text that a ``repr`` shows."""


def shown(value: object, width: int = _WIDTH) -> str:
    """``repr`` of a value, a long text cut short with the number of code points it has.

    >>> shown("春耕用水" * 20, 8)
    "'春耕用水春耕用水'… (80)"
    >>> shown(None)
    'None'
    """
    if isinstance(value, str) and len(value) > width:
        return f"{value[:width]!r}… ({len(value):,})"
    if isinstance(value, tuple):
        items = ", ".join(shown(item, width) for item in value[:3])
        return (
            f"({items}, … {len(value) - 3:,} more)"
            if len(value) > 3
            else f"({items}{',' * (len(value) == 1)})"
        )
    return repr(value)


def counted(value: Sized) -> str:
    """How many items a collection has.

    >>> counted((1, 2)), counted("春耕")
    ('<2>', '<2>')
    """
    return f"<{len(value):,}>"


def describe(document: Document) -> str:
    """A document on a few lines: headline, date, origin, people; kind and source; counts; notes."""
    taken = [piece for piece in document.pieces if piece.role == "boilerplate"]
    size = sum(piece.span.end - piece.span.start for piece in taken)
    known = {
        "published": document.published.isoformat() if document.published else None,
        "origin": document.origin,
        "authors": document.authors,
    }
    lines = [
        f"Document({shown(document.title, 60)}, kind={document.kind!r}, source={shown(document.source)}",
        ", ".join(f"{name}={shown(value)}" for name, value in known.items() if value),
        f"{len(document.blocks):,} blocks, {len(document.text):,} characters; {len(taken):,} removals, {size:,} characters",
    ]
    if document.notes:
        lines.append(f"notes={shown(document.notes, 70)}")
    return ",\n  ".join(line for line in lines if line) + ")"
