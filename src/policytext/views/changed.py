"""A block's text with what the normalizer changed underlined, and what stood there on hover."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from policytext.views.frame import safe

if TYPE_CHECKING:
    from policytext.models.blocks import Block
    from policytext.models.document import Document

__all__ = ["changed"]


def changed(document: Document, block: Block) -> str:
    """The text of a block as HTML.

    Repairs are shown where they were made. A conversion keeps the length of a text, so its characters are compared one by
    one. Where neither explains the text it is shown as it is.
    """
    parts = _parts(document, block)
    plain = "".join(now for now, _ in parts)
    # A block has no outer blanks; what its spans cover may.
    lead = len(plain) - len(plain.lstrip())
    # Neither the repaired text nor one of its length: a step that this view does not know has changed it.
    if plain.strip() != block.text and len(plain.strip()) != len(block.text):
        return safe(block.text)
    out: list[str] = []
    at = -lead
    for now, before in parts:
        begin, end = max(at, 0), min(at + len(now), len(block.text))
        at += len(now)
        shown = block.text[begin:end] if begin < end else ""
        if before is not None:
            out.append(_underlined(shown, before))
        elif shown == now or not shown:
            out.append(safe(shown))
        else:
            offset = begin - (at - len(now))
            out += (
                safe(char) if char == old else _underlined(char, old)
                for char, old in zip(shown, now[offset:], strict=False)
            )
    return "".join(out)


def _underlined(shown: str, before: str) -> str:
    # A long repair, such as a paragraph that was read in another encoding, would make a tooltip of a page.
    return f'<ins title="{safe(before[:200])}">{safe(shown)}</ins>'


def _parts(document: Document, block: Block) -> list[tuple[str, str | None]]:
    """The text in pieces, each with what stood there on the page, or ``None`` where it was not changed."""
    text, changes = document.page.text, document.script.changes
    out: list[tuple[str, str | None]] = []
    if not block.spans:
        return out
    at = block.spans[0].start
    index = bisect_left(changes, at, key=lambda change: change.span.start)
    for start, end in block.spans:
        while index < len(changes) and changes[index].span.start < end:
            change = changes[index]
            index += 1
            if change.span.end < at:
                continue
            out.append((text[max(at, start) : change.span.start], None))
            out.append((change.after, change.before))
            at = change.span.end
        if max(at, start) < end:
            out.append((text[max(at, start) : end], None))
            at = end
    return [part for part in out if part[0] or part[1]]
