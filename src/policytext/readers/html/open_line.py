"""The line the parser stands in: its pieces of text so far, and which of them stand in links, in bold, in a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policytext.readers.html.seams import LONGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ALL", "Linked", "OpenLine", "solid"]

ALL = -1
"""For a line's links: all of it stands in links."""
Linked = str | tuple[list[str], list[tuple[int, int]], list[str]]
"""The links of a line: the address of the one that is all of it, or its pieces, which of them stand in links, and where each leads."""
_SPACES = re.compile("[ \t\n\r\f]{2,}|[\t\n\r\f]")


class OpenLine:
    """The line so far. Elements open and close in it; a link or a bold part can go on over the line's end.

    Attributes:
        parts: Its pieces of text.
        add: Adds a piece.
        waiting: Places in the line that somebody wants to know: the number of pieces before it, and where to write it to.
    """

    __slots__ = (
        "_addresses", "_bold_depth", "_bold_from", "_bolds", "_link", "_link_depth", "_link_from", "_links", "_raw_from", "add", "parts",
        "waiting",
    )  # fmt: skip

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.add: Any = self.parts.append
        self.waiting: list[tuple[int, list[Any], int]] = []
        self._links: list[tuple[int, int]] = []  # ranges of the parts that stand in links
        self._addresses: list[str] = []  # where each of these leads
        self._link = ""
        self._bolds: list[tuple[int, int]] = []
        self._link_depth = self._link_from = self._bold_depth = self._bold_from = self._raw_from = 0

    def open_link(self, attrib: Mapping[str, str]) -> None:
        """A link starts."""
        if not self._link_depth:
            self._link_from = len(self.parts)
            self._link = attrib.get("href", "")
        self._link_depth += 1

    def close_link(self) -> None:
        """A link ends."""
        self._link_depth -= 1
        if not self._link_depth:
            self._links.append((self._link_from, len(self.parts)))
            self._addresses.append(self._link)

    def open_bold(self) -> None:
        """A bold part starts."""
        if not self._bold_depth:
            self._bold_from = len(self.parts)
        self._bold_depth += 1

    def close_bold(self) -> None:
        """A bold part ends."""
        self._bold_depth -= 1
        if not self._bold_depth:
            self._bolds.append((self._bold_from, len(self.parts)))

    def open_raw(self) -> None:
        """A script or the like starts: what follows is no text of the line."""
        self._raw_from = len(self.parts)

    def close_raw(self) -> str:
        """A script ends: its text, taken out of the line."""
        parts = self.parts
        raw = parts[0] if self._raw_from == 0 and len(parts) == 1 else "".join(parts[self._raw_from :])
        del parts[self._raw_from :]
        return raw

    def refer(self, kind: str, block: list[Any], attrib: Mapping[str, str]) -> list[Any]:
        """A row of `Columns.refs` for what begins here."""
        row = [kind, 0, 0, block, attrib, 0, 0, 0]
        self.waiting.append((len(self.parts), row, 1))
        return row

    def refer_end(self, row: list[Any]) -> None:
        """What the row is about ends here."""
        self.waiting.append((len(self.parts), row, 5))

    def resolve(self, line: int) -> list[list[Any]]:
        """Write the places that wait: the line's number, and how many characters that are no white space stand before.

        White space is all that changes between here and the page's text, so this leads to the place there.

        Returns:
            The rows it was written to.
        """
        waiting = self.waiting
        done: list[list[Any]] = []
        at = count = 0
        for index, row, place in waiting:
            while at < index:
                count += solid(self.parts[at : at + 1])
                at += 1
            row[place : place + 2] = line, count
            done.append(row)
        waiting.clear()
        return done

    def take(self) -> tuple[str, int, bool, Linked | None, list[str] | None] | None:
        """End the line; ``None`` where it holds white space only.

        Returns:
            Its text as it was in the source, how many code points of it stand in links (or `ALL`), whether all is bold, its
            links, and the pieces of a short line that has several.
        """
        parts, links, bolds = self.parts, self._links, self._bolds
        text = parts[0] if len(parts) == 1 else "".join(parts)
        if text.isspace():
            parts.clear()
            if links or bolds:
                links.clear()
                bolds.clear()
                self._addresses.clear()
            self._link_from = self._bold_from = 0
            return None
        link, bold = 0, False
        linked: Linked | None = None
        if self._link_depth:
            links.append((self._link_from, len(parts)))
            self._addresses.append(self._link)
            self._link_from = 0
        if links:
            if links[0] == (0, len(parts)):
                link = ALL
                linked = self._addresses[0]
            else:
                link = _length(parts, links)
                linked = parts[:], links[:], self._addresses[:]
            links.clear()
            self._addresses.clear()
        if self._bold_depth:
            bolds.append((self._bold_from, len(parts)))
            self._bold_from = 0
        if bolds:
            bold = _all_within(parts, bolds)
            bolds.clear()
        pieces = parts[:] if len(parts) > 1 and len(text) <= LONGEST else None
        parts.clear()
        return text, link, bold, linked, pieces


def solid(parts: list[str]) -> int:
    """How many characters are no white space."""
    return len("".join("".join(parts).split()))


def _length(parts: list[str], ranges: list[tuple[int, int]]) -> int:
    """Code points of the ranges; white space at their ends does not count."""
    total = 0
    for begin, end in ranges:
        text = (parts[begin] if end - begin == 1 else "".join(parts[begin:end])).strip()
        total += len(text) if text.isprintable() and "  " not in text else len(_SPACES.sub(" ", text))
    return total


def _all_within(parts: list[str], ranges: list[tuple[int, int]]) -> bool:
    """Whether nothing but white space of the line stands outside the ranges."""
    at = 0
    for begin, end in ranges:
        if any(not part.isspace() for part in parts[at:begin]):
            return False
        at = end
    return all(part.isspace() for part in parts[at:])
