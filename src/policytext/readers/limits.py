"""How much a page may hold, whichever form it has."""

from __future__ import annotations

from policytext.errors import InputError

__all__ = ["MAX_LINES", "check_lines"]

MAX_LINES = 1_200_000
"""Lines of a page. A long page has some thousands; 32 MB of ``<p>段`` are five million, which would take 7 GB."""


def check_lines(count: int) -> None:
    """Refuse a page of too many lines.

    Raises:
        InputError: ``too_large``: more than `MAX_LINES`.
    """
    if count > MAX_LINES:
        raise InputError(
            "too_large",
            f"the page has more than {MAX_LINES:,} lines, which no page has: skip it, or split it",
        )
