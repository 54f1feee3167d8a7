"""Two readings of one page: with and without a source, by two versions. What moved, and under which rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.errors import UsageError
from policytext.views.frame import safe, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policytext.models.document import Document
    from policytext.models.ledger import Piece

__all__ = ["compare_view"]


def compare_view(one: Document, two: Document, *, names: tuple[str, str] = ("first", "second")) -> str:
    """One self-contained page of HTML: fields that differ, what only one of the two keeps, and what changed its rule.

    Args:
        one: A reading of the page.
        two: Another reading of the same page.
        names: What to call them.

    Raises:
        UsageError: ``not_one_page``: the two are of different pages.
    """
    if one.page.text != two.page.text:
        # The same page read by two versions has one text; places in different texts cannot be compared.
        raise UsageError("not_one_page", "compare_view shows two readings of one page; these pages differ")
    moved = list(_moved(one, two))
    kept = [sum(len(text) for side, _, _, text in moved if side == wanted) for wanted in "ab"]
    renamed = sum(len(text) for side, _, _, text in moved if side == "")
    head = f"<h1>{safe(one.title or two.title or 'policytext')}</h1>"
    legend = "".join(
        f'<b class="{side}">kept by {safe(name)} only: {size:,}</b>'
        for side, name, size in zip("ab", names, kept, strict=True)
    )
    return whole(
        f"{names[0]} / {names[1]}",
        f'{head}<div class="legend">{legend}<b style="--c:var(--line)">under another rule: {renamed:,}</b></div>'
        f"{_fields(one, two, names)}{''.join(_shown(item, names) for item in moved) or '<p>No character moved.</p>'}",
        script=False,
    )


def _moved(one: Document, two: Document) -> Iterator[tuple[str, Piece, Piece, str]]:
    """Stretches that belong to pieces of another role or rule: who alone keeps it (``a``, ``b``, or neither), both pieces, the text."""
    # Both ledgers cover the whole text, so walking them side by side meets every stretch once.
    first, second = 0, 0
    at = 0
    while first < len(one.pieces) and second < len(two.pieces):
        a, b = one.pieces[first], two.pieces[second]
        end = min(a.span.end, b.span.end)
        text = one.page.text[at:end]
        # Blanks follow the piece before them, so they move with it and say nothing of their own.
        if (a.role, a.rule) != (b.role, b.rule) and text.strip():
            side = "a" if a.role == "body" else "b" if b.role == "body" else ""
            yield side, a, b, text.strip()
        at = end
        first += a.span.end == end
        second += b.span.end == end


def _shown(item: tuple[str, Piece, Piece, str], names: tuple[str, str]) -> str:
    side, a, b, text = item
    rules = " · ".join(
        f"{safe(name)}: {safe(piece.rule or piece.role)}" for name, piece in zip(names, (a, b), strict=True)
    )
    return f'<div class="only {side}"><span class="rule">{rules}</span>{safe(text)}</div>'


def _fields(one: Document, two: Document, names: tuple[str, str]) -> str:
    rows: list[str] = []
    for name in dict.fromkeys(item.name for item in (*one.fields, *two.fields)):
        values = [_value(document, name) for document in (one, two)]
        if values[0] != values[1]:
            cells = "".join(f"<td>{safe(value)}</td>" for value in values)
            rows.append(f"<tr><th>{safe(name)}</th>{cells}</tr>")
    if not rows:
        return ""
    head = "".join(f"<td>{safe(name)}</td>" for name in names)
    return f'<table class="fields"><tbody><tr><th></th>{head}</tr>{"".join(rows)}</tbody></table>'


def _value(document: Document, name: str) -> str:
    found: Any = next((item.value for item in document.fields if item.name == name), None)
    return "—" if found is None else "、".join(map(str, found)) if isinstance(found, tuple) else str(found)
