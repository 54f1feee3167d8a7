"""A block's text as Markdown of one line or several: its own marks escaped, raised text and links set into it.

What is set in stands in `Page.refs` with its place on the page; a block knows where on the page its text stands. Where the two
cannot be brought together (a repair changed the text's length) the text is written without.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policytext.models.blocks import Block
    from policytext.models.document import Document
    from policytext.models.tables import Cell

__all__ = ["InlineWriter", "address", "escaped"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
_TOGETHER = str.maketrans({"<": "%3C", ">": "%3E", "\n": "", "\\": "%5C"})


def escaped(text: str) -> str:
    """A text in which nothing is a mark."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def address(text: str) -> str:
    """An address as the destination of a link, whatever it holds."""
    return f"<{text.translate(_TOGETHER)}>"


class InlineWriter:
    """Writes the blocks of one document.

    Args:
        document: The document.
        links: Whether links are written.
    """

    def __init__(self, document: Document, *, links: bool = False) -> None:
        self._page = document.page.text
        found = [
            (ref.start, ref.end, f"<{ref.kind}>", f"</{ref.kind}>")
            for ref in document.page.refs
            if ref.kind in ("sup", "sub")
        ]
        if links:
            found += [
                (link.span.start, link.span.end, "[", f"]({address(link.address)})")
                for link in document.links
            ]
        # Of two that begin at one place the longer one opens first, so that they are nested.
        self._found = sorted(found, key=lambda item: (item[0], -item[1]))
        self._starts = [start for start, *_ in self._found]

    def __call__(self, block: Block | Cell) -> str:
        """The text of a block or of a table's cell; line ends stay."""
        text = block.text
        places = self._places(block) if self._found and block.spans else None
        if places is None:
            return escaped(text)
        opened: dict[int, list[str]] = {}
        closed: dict[int, list[str]] = {}
        for start, end, opening, closing in self._inside(block):
            first, last = bisect_left(places, start), bisect_left(places, end)
            if first < last:
                opened.setdefault(first, []).append(opening)
                # What opens last closes first.
                closed.setdefault(last, []).insert(0, closing)
        cuts = sorted({0, len(text), *opened, *closed})
        out: list[str] = []
        for at, stop in zip(cuts, [*cuts[1:], len(text)], strict=True):
            out += (*closed.get(at, ()), *opened.get(at, ()), escaped(text[at:stop]))
        return "".join(out)

    def _inside(self, block: Block | Cell) -> list[tuple[int, int, str, str]]:
        first, last = block.spans[0].start, block.spans[-1].end
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
        return [item for item in self._found[low:high] if item[1] <= last]

    def _places(self, block: Block | Cell) -> list[int] | None:
        """Per code point of the block's text, its place on the page; ``None`` where that cannot be told."""
        raw = "".join(span.cut(self._page) for span in block.spans)
        # Line ends between the lines of a cell stand in none of its spans.
        flat = block.text.replace("\n", "")
        at = raw.find(flat)
        # Converted to the other script it is not found, but a conversion keeps the length.
        if at < 0:
            at = len(raw) - len(raw.lstrip())
            if len(raw.strip()) != len(flat):
                return None
        places = [place for span in block.spans for place in range(span.start, span.end)]
        places = places[at : at + len(flat)]
        for index, char in enumerate(block.text):
            if char == "\n":
                places.insert(index, places[index - 1] + 1 if index else places[0])
        return places
