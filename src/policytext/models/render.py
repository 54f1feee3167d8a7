"""A document for people: Markdown, and a view of the page in which what was removed can still be read."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from policytext.models.blocks import Caption, Heading, ListItem, Quote, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.models.blocks import Block
    from policytext.models.document import Document
    from policytext.models.ledger import Piece

__all__ = ["to_html", "to_markdown"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&]")
_ORDINAL = re.compile(r"\d{1,9}[.)]")
_CONTROLS = (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000))
_ILLEGAL = dict.fromkeys(_CONTROLS, "\ufffd")
_LONG = 400
"""Code points of a removed piece that are shown; a page's scripts would bury the page."""


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


def to_html(document: Document) -> str:
    """The page's text as HTML: body plain, fields underlined, removed parts greyed; the rule's name on hover.

    Self-contained: inline styles, no script, nothing fetched. Long removed pieces are cut short for the eye, with the
    number of code points left out; the ledger has them whole. Control characters and lone surrogates are shown as U+FFFD.
    """
    facts = "".join(
        f"<div>{_safe(item)}</div>" for item in (document.subtitle, " · ".join(_facts(document))) if item
    )
    count = len(document.removed)
    return (
        '<div style="max-width:46em;line-height:1.7">'
        f'<div style="font-weight:bold;font-size:1.2em">{_safe(document.title or "")}</div>{facts}'
        f'<div style="opacity:.6;font-size:.85em">{_safe(document.source)} · {count} removed · '
        "hover for the rule</div>"
        f'<div style="margin-top:.8em">{"".join(map(_Shown(document.page.text), document.pieces))}</div></div>'
    )


class _Shown:
    """Pieces of one page as HTML."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, piece: Piece) -> str:
        raw = piece.span.cut(self.text)
        # Blank lines and indentation of the page would tear the view apart.
        text = "\n".join(line for line in map(str.strip, raw.split("\n")) if line)
        if piece.role == "boilerplate" and len(text) > _LONG:
            text = f"{text[:_LONG]} … {len(text) - _LONG:,} more"
        shown = _safe(text).replace("\n", "<br>")
        if piece.rule is not None:
            style = "opacity:.4" if piece.role == "boilerplate" else "text-decoration:underline dotted"
            shown = f'<span style="{style}" title="{_safe(piece.rule)}">{shown}</span>'
        # A piece ends within its line where something is glued to it or a gloss stands in it.
        return shown + "<br>" if "\n" in raw[len(raw.rstrip()) :] else shown


def _safe(text: str) -> str:
    return escape(text.translate(_ILLEGAL))
