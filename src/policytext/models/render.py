"""A document as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.models.blocks import Caption, Code, Heading, ListItem, Quote, Table
from policytext.models.inline import InlineWriter, address, escaped
from policytext.models.tables import as_cells, grid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.models.blocks import Block
    from policytext.models.document import Document
    from policytext.models.tables import Cell

__all__ = ["to_markdown"]

_ORDINAL = re.compile(r"\d{1,9}[.)]")
_FENCES = re.compile("`{3,}")


def to_markdown(document: Document, *, links: bool = False, images: bool = False) -> str:
    """Headline, a line of facts, and the blocks as CommonMark with tables; what the text holds of its marks is escaped.

    A heading stands one level below its own, since level 1 is the headline. Before what can be cited (`Section.ident`, 第五条) stands an
    empty link target with that name. Super- and subscript are ``<sup>`` and ``<sub>``: 10⁴ is not 104. Of a cell that takes several places
    of a table the text stands in the first, so that columns stay columns; Markdown has no word for more.

    Args:
        document: What to write.
        links: Write the links of the text.
        images: Write the images, each behind the block that it stands behind.
    """
    parts = _Parts()
    if document.title:
        parts.add(f"# {_closed(_inline(document.title))}")
    if document.subtitle:
        parts.add(f"*{_inline(document.subtitle)}*")
    facts = _facts(document)
    if facts:
        parts.add(_inline(" · ".join(facts)))
    # By identity: two blocks of one text are equal, but stand in different places.
    anchors = _anchors(document)
    write = InlineWriter(document, links=links)
    shown = _images(document) if images else {}
    for image in shown.get(-1, ()):
        parts.add(image)
    for index, block in enumerate(document.blocks):
        if isinstance(block, ListItem):
            parts.add_item(block, write(block))
        elif isinstance(block, Quote):
            parts.add_quote("\n".join(f"> {_line_start(line)}" for line in write(block).split("\n")))
        else:
            parts.add(_block(block, write, anchors.get(id(block), "")))
        for image in shown.get(index, ()):
            parts.add(image)
    return parts.joined()


class _Parts:
    """What is written, part by part, with an empty line between two; items of a list and quotations are put together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        # Of the open lists, from the outermost on: how far their items' text is set in.
        self._indents: list[int] = []
        # What the last item of each of them begins with.
        self._leads: list[str] = []
        self._quoted = False

    def add(self, text: str) -> None:
        """Add a part of its own."""
        if text:
            self._parts.append(text)
            self._indents, self._leads, self._quoted = [], [], False

    def add_quote(self, text: str) -> None:
        """Add a paragraph of a quotation."""
        if self._quoted:
            self._parts[-1] += f"\n>\n{text}"
        else:
            self.add(text)
            self._quoted = True

    def add_item(self, item: ListItem, text: str) -> None:
        """Add an item, below the one it stands in. One without text would begin a list of nothing."""
        if not text:
            return
        if item.continues and len(self._indents) >= item.level:
            del self._indents[item.level :], self._leads[item.level :]
            self._parts[-1] += f"\n\n{' ' * self._indents[-1]}{_line_start(_joined(text))}"
            return
        # Behind an open list CommonMark reads what is set in as far as its text as a part of it; hence the indents are kept.
        # A level that was left out is not deeper than the one below it.
        outer = self._indents[: item.level - 1]
        leads = self._leads[: len(outer)]
        lead = _counted(_lead(item.marker.strip()), next(iter(self._leads[len(outer) :]), ""))
        indent = outer[-1] if outer else 0
        width = 2 if lead.startswith("-") else len(lead) + 1
        written = f"{' ' * indent}{lead} {_line_start(_joined(text))}"
        if self._indents:
            self._parts[-1] += f"\n{written}"
        else:
            self.add(written)
        self._indents, self._leads = [*outer, indent + width], [*leads, lead]

    def joined(self) -> str:
        """The whole."""
        return "\n\n".join(self._parts) + "\n" if self._parts else ""


def _lead(marker: str) -> str:
    """What begins an item: a number as it is, a dash for a bullet, a dash and the marker for what Markdown does not count by."""
    if _ORDINAL.fullmatch(marker):
        return marker
    return "-" if not marker or len(marker) == 1 else f"- {_inline(marker)}"


def _counted(lead: str, before: str) -> str:
    """A number as it is shown: lists of Markdown count on from their first, so one out of turn begins a list, by the other sign.

    >>> _counted("4.", "3."), _counted("9.", "4."), _counted("10.", "9)"), _counted("1.", "2.")
    ('4.', '9)', '10)', '1)')
    """
    if not (_ORDINAL.fullmatch(lead) and _ORDINAL.fullmatch(before)):
        return lead
    follows = int(lead[:-1]) == int(before[:-1]) + 1
    return lead[:-1] + (before[-1] if follows else ".)"[before[-1] == "."])


def _images(document: Document) -> dict[int, list[str]]:
    """The images as Markdown, by the block they stand behind."""
    found: dict[int, list[str]] = {}
    for image in document.images:
        found.setdefault(image.block, []).append(f"![{_inline(image.alt)}]({address(image.address)})")
    return found


def _facts(document: Document) -> list[str]:
    found = (
        document.published.isoformat() if document.published else None,
        document.origin,
        "、".join(document.authors),
    )
    return [item for item in found if item]


def _anchors(document: Document) -> dict[int, str]:
    """An empty link target before what can be cited, by the identity of the block: sections by ident, articles by number."""
    found: dict[int, str] = {}
    taken: set[str] = set()
    stack = list(reversed(document.sections))
    while stack:
        section = stack.pop()
        first = next(iter((*section.headings, *section.blocks)), None)
        if section.ident and section.ident not in taken and first is not None:
            # Annexes count from 1 again; an address can lead to one place only.
            taken.add(section.ident)
            found[id(first)] = f'<a id="{section.ident}"></a>'
        stack.extend(reversed(section.children))
    for clause in document.clauses:
        if clause.ident.endswith("条"):
            block = document.blocks[clause.first]
            found[id(block)] = f'{found.get(id(block), "")}<a id="{clause.ident}"></a>'
    return found


def _block(block: Block, write: InlineWriter, anchor: str = "") -> str:
    if isinstance(block, Table):
        return _table(block, write)
    if isinstance(block, Code):
        return _fenced(block.code or block.text)
    text = write(block)
    if isinstance(block, Heading):
        return f"{'#' * min(block.level + 1, 6)} {anchor}{_closed(_joined(text))}"
    if isinstance(block, Caption):
        return f"*{_joined(text)}*"
    # Two blanks before a line end are Markdown's line break.
    return anchor + "  \n".join(map(_line_start, text.split("\n")))


def _closed(text: str) -> str:
    """A heading's text of which a hash at the end is not taken for the heading's own."""
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def _fenced(code: str) -> str:
    """Code between two fences that are longer than any in it."""
    longest = max((len(run) for run in _FENCES.findall(code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"


def _table(table: Table, write: InlineWriter) -> str:
    rows = table.rows or as_cells(line.split("\t") for line in table.text.split("\n"))
    places = grid(rows)
    lines = [_row(_cell(slot.cell, write) if slot and slot.first else "" for slot in row) for row in places]
    return "\n".join([lines[0], _row(["---"] * len(places[0])), *lines[1:]])


def _cell(cell: Cell, write: InlineWriter) -> str:
    return "<br>".join(write(cell).split("\n"))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _inline(text: str) -> str:
    return escaped(_joined(text))


def _joined(text: str) -> str:
    return " ".join(text.split("\n"))


def _line_start(text: str) -> str:
    # Only here could a hash, a dash or a number be taken for markup.
    if text[:1] in ("#", "+", "-", "="):
        return "\\" + text
    ordinal = _ORDINAL.match(text)
    return f"{text[: ordinal.end() - 1]}\\{text[ordinal.end() - 1 :]}" if ordinal else text
