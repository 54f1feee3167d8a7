"""A document on its page: fields on top with where each was read, the body as an article, what was removed folded in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.models.blocks import Caption, Code, Heading, ListItem, Paragraph, Quote, Table
from policytext.views.changed import changed
from policytext.views.frame import fragment, safe, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policytext.models.blocks import Block
    from policytext.models.document import Document
    from policytext.models.fields import Field
    from policytext.models.ledger import Piece
    from policytext.models.tables import Cell

__all__ = ["page_fragment", "page_view"]

_UNSEEN = {
    "generic/script": "script and style",
    "generic/hidden": "not displayed",
    "generic/head-title": "title of the head",
    "generic/markup": "marks of the extractor",
}
_LONG = 4_000
"""Code points of one removed piece that are shown; scripts would make the view as heavy as the page."""
_CHIPS = 40
"""Rules that have a button, the largest first; a page has seldom half as many."""
_PREVIEW = 36
"""Code points of a removed piece that its closed line shows."""


def page_view(document: Document, *, location: str | None = None) -> str:
    """One self-contained page of HTML.

    Nothing is fetched, everything of the page is escaped. Long removed pieces are cut, with the number of characters left out;
    the ledger has them whole.

    Args:
        document: What to show.
        location: What the page is called, for the line below the headline.
    """
    return whole(document.title or location or "policytext", _view(document, location))


def page_fragment(document: Document) -> str:
    """The same without a script, for a notebook."""
    return fragment(_view(document, None), script=False)


def _view(document: Document, location: str | None) -> str:
    return "".join(
        (*_head(document, location), _bar(document), _fields(document), _find(document), _article(document))
    )


def _head(document: Document, location: str | None) -> Iterator[str]:
    facts = [location, f"source {document.source}", document.page.encoding]
    if document.script.script != "none":
        facts.append(f"script {document.script.script}")
    spans = "".join(f"<span>{safe(fact)}</span>" for fact in facts if fact)
    yield f'<div class="meta"><span class="kind">{safe(document.kind)}</span>{spans}</div>'
    yield f"<h1>{safe(document.title or '(no headline)')}</h1>"
    if document.subtitle:
        yield f'<p class="sub">{safe(document.subtitle)}</p>'
    for note in document.notes:
        yield f'<div class="note">{safe(note)}</div>'


def _sizes(document: Document) -> dict[str, int]:
    sizes = {"kept": 0, "fields": 0, "removed": 0, "not displayed": 0}
    names = {"body": "kept", "field": "fields", "boilerplate": "removed"}
    for piece in document.pieces:
        name = "not displayed" if piece.rule in _UNSEEN else names[piece.role]
        sizes[name] += piece.span.end - piece.span.start
    return sizes


def _bar(document: Document) -> str:
    sizes = _sizes(document)
    # Scripts are often nine tenths of a page. The bar compares what a reader sees.
    unseen = sizes.pop("not displayed")
    # Scripts would leave no room for what the page displays.
    total = sum(sizes.values()) or 1
    colours = {"kept": "var(--body)", "fields": "var(--field)", "removed": "var(--gone)"}
    bar = "".join(
        f'<i style="width:{100 * size / total:.2f}%;background:{colours[name]}" title="{name} {size:,}"></i>'
        for name, size in sizes.items()
        if size
    )
    legend = "".join(
        f'<b style="--c:{colours[name]}">{name} {size:,} ({size / total:.0%})</b>'
        for name, size in sizes.items()
    )
    if unseen:
        legend += f'<b style="--c:var(--line)">not displayed {unseen:,}</b>'
    return f'<div class="bar">{bar}</div><div class="legend">{legend}</div>'


def _value(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _fields(document: Document) -> str:
    # The headline stands above.
    rows = "".join(_field(document, item) for item in document.fields if item.name != "title")
    return f'<table class="fields"><tbody>{rows}</tbody></table>' if rows else ""


def _field(document: Document, item: Field[Any]) -> str:
    where = f'<span class="rule">{safe(item.rule)}</span>'
    if item.span is not None:
        at = item.span.start
        number = next(
            (n for n, piece in enumerate(document.pieces) if piece.span.start <= at < piece.span.end), None
        )
        # What the body holds has no box of its own to jump to.
        if number is not None and document.pieces[number].role != "body":
            where = f'<a href="#pt{number}">{where}</a>'
    lost = "、".join(_value(other.value) for other in item.others[:3])
    title = f' title="{safe("lost: " + lost)}"' if lost else ""
    return f"<tr><th>{safe(item.name)}</th><td{title}>{safe(_value(item.value))}</td><td>{where}</td></tr>"


def _find(document: Document) -> str:
    # By size: a reader who looks for lost text begins with what took most.
    counts = document.audit()
    chips = "".join(
        f'<button type="button" value="{safe(rule)}" title="{count.characters:,} characters">{safe(rule)} {count.removals}</button>'
        for rule, count in list(counts.items())[:_CHIPS]
    )
    return f'<div class="find"><input type="search" placeholder="find a rule" aria-label="find a rule">{chips}</div>'


def _article(document: Document) -> str:
    """Blocks and the other pieces, in the order of the page."""
    parts: list[tuple[int, int, str]] = [
        (part.blocks[0].spans[0].start, 0, f'<div class="part">{safe(part.label or part.kind)}</div>')
        for part in document.parts[1:]
        if part.blocks and part.blocks[0].spans
    ]
    inside: list[tuple[int, int]] = []
    set_as = _set_as(document)
    for block in document.blocks:
        start = block.spans[0].start if block.spans else 0
        parts.append((start, 1, _block(document, block, set_as.get(start, ""))))
        if block.spans:
            inside.append((start, block.spans[-1].end))
    # The walk below goes through blocks and pieces side by side, so both must be in the order of the page.
    inside.sort()
    at = 0
    for number, piece in enumerate(document.pieces):
        if piece.role == "body":
            continue
        while at < len(inside) and inside[at][1] <= piece.span.start:
            at += 1
        if at < len(inside) and inside[at][0] < piece.span.start and "\n" not in piece.text:
            # Taken out of a line: the line shows it. Whole lines stand within a block where a sentence runs over two pages.
            continue
        parts.append((piece.span.start, 0, _piece(piece, number)))
    return f"<article>{''.join(html for _, _, html in sorted(parts, key=lambda part: part[:2]))}</article>"


def _set_as(document: Document) -> dict[int, str]:
    """How lines of an official document are set, by where they begin: titles in the middle, signature and date at the right."""
    out: dict[int, str] = {}
    for number, part in enumerate(document.parts):
        closing = {*part.signature, part.signed_on.raw if part.signed_on is not None else ""}
        # The headline of the page stands above its own document's text.
        title = "".join((part.title or "").split()) if number else ""
        for block in part.blocks:
            if not isinstance(block, Paragraph) or not block.spans:
                continue
            text = "".join(block.text.split())
            if block.text.strip() in closing:
                out[block.spans[0].start] = "signed"
            elif title and title.startswith(text):
                out[block.spans[0].start] = "title"
                title = title[len(text) :]
    return out


def _piece(piece: Piece, number: int) -> str:
    text = "\n".join(line for line in map(str.strip, piece.text.split("\n")) if line)
    size = len(piece.text)
    if len(text) > _LONG:
        text = f"{text[:_LONG]}\n… {len(text) - _LONG:,} more characters"
    rule = str(piece.rule)
    named = f'id="pt{number}" data-rule="{safe(rule)}"'
    if piece.role == "field":
        return f'<div class="own" {named}><span class="rule">{safe(rule)}</span><div>{safe(text)}</div></div>'
    kind = "gone dim" if rule in _UNSEEN else "gone"
    # What no reader of the page saw is told by its kind: its first characters would be code.
    first = _UNSEEN.get(rule) or " ".join(text[:_PREVIEW].split()) + "…" * (len(text) > _PREVIEW)
    return (
        f'<details class="{kind}" {named}><summary><span class="rule">{safe(rule)}</span>'
        f"<span>{safe(first)} · {size:,}</span></summary><div>{safe(text)}</div></details>"
    )


def _block(document: Document, block: Block, name: str = "") -> str:
    if isinstance(block, Table):
        rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows)
        return f'<div class="scroll"><table><tbody>{rows}</tbody></table></div>'
    if isinstance(block, Code):
        return f'<div class="scroll"><pre>{safe(block.code or block.text)}</pre></div>'
    text = changed(document, block)
    if isinstance(block, Heading):
        # Level 1 is the page's headline; the style of the view goes down to 4.
        level = min(block.level + 1, 4)
        return f"<h{level}>{text}</h{level}>"
    if isinstance(block, ListItem):
        marker = "" if block.continues else f"{safe(block.marker)} " if block.marker else "• "
        return f'<p style="padding-left:{1.2 * block.level:.1f}em;text-indent:{0 if block.continues else -1.2}em">{marker}{text}</p>'
    if isinstance(block, Quote):
        return f"<blockquote>{text}</blockquote>"
    name = "caption" if isinstance(block, Caption) else name
    return f'<p class="{name}">{text}</p>' if name else f"<p>{text}</p>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = "".join(
        f' {name}="{size}"' for name, size in (("colspan", cell.columns), ("rowspan", cell.rows)) if size > 1
    )
    return f"<{tag}{spans}>{'<br>'.join(map(safe, cell.text.split(chr(10))))}</{tag}>"
