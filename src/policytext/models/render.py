"""A document as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.models.blocks import Caption, Heading, ListItem, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.models.blocks import Block
    from policytext.models.document import Document

__all__ = ["to_markdown"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
_ORDINAL = re.compile(r"\d{1,9}[.)]")


def to_markdown(document: Document) -> str:
    """Headline, a line of facts, and the blocks as CommonMark with tables; what the text holds of its marks is escaped.

    A heading stands one level below its own, since level 1 is the headline. Before what can be cited (`Section.ident`, 第五条) stands an
    empty link target with that name.
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
    for block in document.blocks:
        is_item = isinstance(block, ListItem)
        text = _block(block, anchors.get(id(block), ""))
        if is_item and after_item:
            parts[-1] += "\n" + text
        elif text:
            parts.append(text)
        after_item = is_item
    return "\n\n".join(parts) + "\n" if parts else ""


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


def _block(block: Block, anchor: str = "") -> str:
    if isinstance(block, Heading):
        return f"{'#' * min(block.level + 1, 6)} {anchor}{_inline(block.text)}"
    if isinstance(block, ListItem):
        marker = block.marker.strip()
        lead = (
            marker
            if _ORDINAL.fullmatch(marker)
            else "-"
            if not marker or len(marker) == 1
            else f"- {_inline(marker)}"
        )
        return f"{'   ' * (block.level - 1)}{lead} {_line_start(_inline(block.text))}"
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Caption):
        return f"*{_inline(block.text)}*"
    if isinstance(block, Quote):
        return "\n".join(f"> {_inline(line)}" for line in block.text.split("\n"))
    return anchor + "  \n".join(_line_start(_inline(line)) for line in block.text.split("\n"))


def _table(table: Table) -> str:
    rows = table.rows or tuple(tuple(line.split("\t")) for line in table.text.split("\n"))
    width = max(map(len, rows))
    lines = [_row((*row, *[""] * (width - len(row)))) for row in rows]
    return "\n".join([lines[0], _row(["---"] * width, plain=True), *lines[1:]])


def _row(cells: Iterable[str], *, plain: bool = False) -> str:
    return "| " + " | ".join(cell if plain else _inline(cell) for cell in cells) + " |"


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split("\n")))


def _line_start(text: str) -> str:
    # Only here could a hash, a dash or a number be taken for markup.
    if text[:1] in ("#", "+", "-", "="):
        return "\\" + text
    ordinal = _ORDINAL.match(text)
    return f"{text[: ordinal.end() - 1]}\\{text[ordinal.end() - 1 :]}" if ordinal else text
