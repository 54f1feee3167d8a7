"""What one page tells: its displayed lines, folded and masked, where each stands in the markup, and what the generic reading made of it.

Of a page nothing else is kept: five thousand pages are five thousand short lists of numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from policytext.fields.grammar.byline_labels import EDITOR_ROLES, WRITER_ROLES
from policytext.models.page import UNSEEN
from policytext.page.block_paths import block_paths
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.models.document import Document
    from policytext.models.spans import Span

__all__ = ["Observation", "Said", "Seen", "Vocabulary", "masked", "observe"]

_DIGITS = re.compile(r"\d+")
_BLANKS = re.compile(r"\s+")


class Vocabulary:
    """Texts by number, so that a line that stands on every page is kept once."""

    __slots__ = ("_numbers", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """The number of a text, a new one where it is new."""
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return found


class Seen(NamedTuple):
    """One displayed line."""

    key: int
    """The line, folded, blanks as one, digits as ``0``; a number of the vocabulary of lines."""
    kind: int
    """Kind of node it stands in: the path of tags, ids and classes; a number of the vocabulary of kinds."""
    node: int
    size: int
    inside: bool
    """Whether the generic reading has it in the body."""
    spent: bool
    """Whether it is the headline, a byline or another field."""
    known: bool
    """Whether a rule that all sources share takes it, by its words."""


class Said(NamedTuple):
    """A value that the generic reading found in a field: masked, and the line it stands on, -1 where the page's head says it."""

    field: str
    value: str
    line: int


class Observation(NamedTuple):
    """One page, as the learner keeps it."""

    digest: str
    """Of the page's text: gives the pages an order that does not depend on how they came."""
    form: str
    lines: tuple[Seen, ...]
    parents: tuple[int, ...]
    """Per node its parent."""
    paths: tuple[int, ...]
    """Per node its kind."""
    title: str
    """The headline, as a masked line; for telling lists of titles."""
    said: tuple[Said, ...]
    """What the generic reading found in the fields."""


def masked(line: str) -> str:
    """A line as it is compared: folded, blanks as one, every number as ``0``.

    >>> masked("浏览次数：  1024 次")
    '浏览次数: 0 次'
    """
    return _DIGITS.sub("0", _BLANKS.sub(" ", fold(line)).strip())


def observe(document: Document, lines: Vocabulary, kinds: Vocabulary) -> Observation:
    """What a page tells, read from its document."""
    page = document.page
    text = page.text
    paths = [kinds.number(path) for path in block_paths(page.nodes)]
    starts = [piece.span.start for piece in document.pieces]
    seen: list[Seen] = []
    at: list[int] = []
    for start, end, node, marks, _ in page.runs:
        if marks & UNSEEN:
            continue
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
        pieces = document.pieces[first:last]
        roles = {piece.role for piece in pieces}
        key = masked(text[start:end])
        if key:
            at.append(start)
            seen.append(
                Seen(
                    lines.number(key),
                    paths[node],
                    node,
                    end - start,
                    "body" in roles,
                    "field" in roles and "body" not in roles,
                    all(piece.rule is not None and piece.rule.startswith("shared/") for piece in pieces),
                )
            )
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Observation(
        digest,
        page.form,
        tuple(seen),
        tuple(node.parent for node in page.nodes),
        tuple(paths),
        masked(document.title or ""),
        tuple(_said(document, at)),
    )


def _said(document: Document, at: Sequence[int]) -> Iterator[Said]:
    """The fields that byline rows give; ``at`` is where the displayed lines begin."""

    def line(span: Span | None) -> int:
        return -1 if span is None else bisect_right(at, span.start) - 1

    for name in ("published", "origin"):
        found = document.field(name)
        if found is not None:
            yield Said(name, masked(found.raw if name == "published" else found.value), line(found.span))
    credited = set[str]()
    for credit in document.credits:
        field = (
            "authors" if credit.role in WRITER_ROLES else "editors" if credit.role in EDITOR_ROLES else None
        )
        if field is not None:
            credited.add(field)
            yield from (Said(field, masked(name), line(credit.span)) for name in credit.names)
    for name in sorted({"authors", "editors"} - credited):
        found = document.field(name)
        if found is not None:
            yield from (Said(name, masked(one), line(found.span)) for one in found.value)
