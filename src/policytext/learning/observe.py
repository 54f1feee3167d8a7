"""What one page tells: its displayed lines, folded and masked, where each stands in the markup, and what the generic reading made of it.

Of a page nothing else is kept: five thousand pages are five thousand short lists of numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from policytext.models.page import UNSEEN
from policytext.page.block_paths import block_paths
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from policytext.models.document import Document

__all__ = ["Observation", "Seen", "Vocabulary", "masked", "observe"]

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
    for start, end, node, marks, _ in page.runs:
        if marks & UNSEEN:
            continue
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1)
        roles = {piece.role for piece in document.pieces[first:last]}
        key = masked(text[start:end])
        if key:
            seen.append(
                Seen(
                    lines.number(key),
                    paths[node],
                    node,
                    end - start,
                    "body" in roles,
                    "field" in roles and "body" not in roles,
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
    )
