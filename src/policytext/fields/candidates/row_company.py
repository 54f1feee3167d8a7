"""What the other parts of a row, and its place, say of one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policytext.fields.candidates.row_candidates import Zone
    from policytext.fields.grammar.rows import Part, Row

__all__ = ["bare_words", "company", "is_labelled", "names_its_origin", "place_of_date"]

_NEUTRAL: Final = frozenset({"label", "url", "partial"})
_TOKEN: Final = re.compile(r"[^ |]+")


def place_of_date(row: Row, zone: Zone, *, inside: bool, labelled: bool) -> Iterator[str]:
    """What the zone says of a date."""
    alone = len(row.parts) == 1
    if zone == "tail":
        if any(p.role == "author" for p in row.parts):
            yield "signed below the text"
        else:
            yield "alone below the text" if alone and not labelled else "in a row below the text"
    elif inside:
        yield "alone among the text" if alone else "in a row among the text"


def company(row: Row, number: int, *, behind: bool) -> Iterator[str]:
    """What the other parts of the row say of a bare word."""
    before = row.parts[number - 1] if number else None
    if (
        behind
        and before is not None
        and before.date is None
        and before.labelled
        and before.role not in _NEUTRAL
    ):
        yield "behind a credit or counter"
    if names_its_origin(row):
        yield "another word is labelled"


def names_its_origin(row: Row) -> bool:
    """Whether the row holds a labelled origin that is not empty."""
    return any(p.role == "origin" and p.labelled and p.value_end > p.value_start for p in row.parts)


def bare_words(row: Row, folded: str) -> Iterator[tuple[int, int, int, Part]]:
    """Number of the part, span of the word, and the part, for each word without a label."""
    for number, part in enumerate(row.parts):
        if part.labelled or part.role in ("place", "column"):
            continue
        if part.role != "bare":
            yield number, part.start, part.end, part
            continue
        for token in _TOKEN.finditer(folded, part.start, part.end):
            yield number, token.start(), token.end(), part


def is_labelled(row: Row, number: int) -> bool:
    """Whether the part before is a label of a date."""
    return number > 0 and row.parts[number - 1].role == "label"
