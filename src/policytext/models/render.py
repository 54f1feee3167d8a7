"""A document as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.models.blocks import Caption, Heading, ListItem, Quote, Table
from policytext.models.inline import InlineWriter, address, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.models.blocks import Block
    from policytext.models.document import Document

__all__ = ["to_markdown"]

_ORDINAL = re.compile(r"\d{1,9}[.)]")


def to_markdown(document: Document, *, links: bool = False, images: bool = False) -> str:
    """Headline, a line of facts, and the blocks as CommonMark with tables; what the text holds of its marks is escaped.

    A heading stands one level below its own, since level 1 is the headline. Before what can be cited (`Section.ident`, 第五条) stands an
    empty link target with that name. Super- and subscript are ``<sup>`` and ``<sub>``: 10⁴ is no 104.

    Args:
        document: What to write.
        links: Write the links of the text.
        images: Write the images, each behind the block that it stands behind.
    """
    parts: list[str] = []
    if document.title:
        parts.append(f"# {_inline(document.title)}")
    if document.subtitle:
        parts.append(f"*{_inline(document.subtitle)}*")
    facts = _facts(document)
    if facts:
        parts.append(_inline(" · ".join(facts)))
    after_item = False
    anchors = _anchors(document)
    write = InlineWriter(document, links=links)
    shown = _images(document) if images else {}
    parts += shown.get(-1, ())
    for index, block in enumerate(document.blocks):
        is_item = isinstance(block, ListItem)
        text = _block(block, write, anchors.get(id(block), ""))
        if is_item and after_item and text:
            parts[-1] += "\n" + text
        elif text:
            parts.append(text)
        parts += shown.get(index, ())
        after_item = is_item and bool(text) and index not in shown
    return "\n\n".join(parts) + "\n" if parts else ""


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
        return _table(block)
    text = write(block)
    if isinstance(block, Heading):
        # A hash at the end would be taken for the heading's own.
        text = f"{text[:-1]}\\#" if text.endswith("#") else text
        return f"{'#' * min(block.level + 1, 6)} {anchor}{_joined(text)}"
    if isinstance(block, ListItem):
        if not text:
            return ""
        marker = block.marker.strip()
        lead = (
            marker
            if _ORDINAL.fullmatch(marker)
            else "-"
            if not marker or len(marker) == 1
            else f"- {_inline(marker)}"
        )
        return f"{'   ' * (block.level - 1)}{lead} {_line_start(_joined(text))}"
    if isinstance(block, Caption):
        return f"*{_joined(text)}*"
    if isinstance(block, Quote):
        return "\n".join(f"> {_line_start(line)}" for line in text.split("\n"))
    return anchor + "  \n".join(map(_line_start, text.split("\n")))


def _table(table: Table) -> str:
    rows = table.rows or tuple(tuple(line.split("\t")) for line in table.text.split("\n"))
    width = max(map(len, rows))
    lines = [_row((*row, *[""] * (width - len(row)))) for row in rows]
    return "\n".join([lines[0], _row(["---"] * width, plain=True), *lines[1:]])


def _row(cells: Iterable[str], *, plain: bool = False) -> str:
    return "| " + " | ".join(cell if plain else _inline(cell) for cell in cells) + " |"


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
