"""What is said to people: the audit of a page, where a field was read, the end of a run."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policytext.models.document import Document
    from policytext.models.fields import Field

__all__ = ["audit_report", "columns", "cut", "explanation", "total_audit"]

_WIDTH = 96
"""Columns of a line on a terminal of usual width."""


def columns(text: str) -> int:
    """Columns of a terminal that a text takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def cut(text: str, width: int) -> str:
    """A text in one line of at most ``width`` columns."""
    text = " ".join(text.split())
    if columns(text) <= width:
        return text
    room = width - 1
    for index, char in enumerate(text):
        room -= columns(char)
        if room < 0:
            return text[:index] + "…"
    return text


def audit_report(doc: Document) -> str:
    """What was removed, rule by rule, the largest first, with the begin of each removal."""
    lines: list[str] = []
    for rule, (count, size) in doc.audit().items():
        lines.append(f"{rule}  {count} removal{'s' * (count > 1)}, {size:,} characters")
        lines += [f"    {cut(item.text, _WIDTH - 4)}" for item in doc.removed if item.rule == rule]
    # Of the whole page, scripts included: the figures of the removals above add up to the rest.
    kept = sum(len(piece.text) for piece in doc.pieces if piece.role == "body")
    lines.append(f"body  {kept:,} of {len(doc.page.text):,} characters kept")
    lines += [f"note  {note}" for note in doc.notes]
    return "\n".join(lines) + "\n"


def explanation(doc: Document, name: str) -> str:
    """Value of a field, the rule that read it, where it stands, and the candidates that lost.

    Raises:
        UsageError: ``unknown_field``.
    """
    found = doc.field(name)
    if found is None:
        return f"{name}: the page gives none\n"
    lines = [f"{name}: {_value(found)}", *_where(doc, found)]
    for other in found.others:
        lines += [f"  lost: {_value(other)}", *(f"  {line}" for line in _where(doc, other))]
    return "\n".join(lines) + "\n"


def _value(found: Field[Any]) -> str:
    value = found.value
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _where(doc: Document, found: Field[Any]) -> list[str]:
    lines = [f"  rule {found.rule}, confidence {found.confidence:.2f}"]
    if found.span is None:
        lines.append("  not displayed: from the head, the address or the call")
    else:
        text, (start, end) = doc.page.text, found.span
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        shown = text[first : last if last >= 0 else len(text)]
        lines.append(f"  characters {start} to {end}, in the line: {cut(shown, _WIDTH - 36)}")
    if found.raw != _value(found):
        lines.append(f"  as displayed: {cut(found.raw, _WIDTH - 16)}")
    return lines


def total_audit(rules: Mapping[str, tuple[int, int, int]]) -> list[str]:
    """Per rule over a run: pages, removals, characters; the largest first."""
    rows = sorted(rules.items(), key=lambda item: (-item[1][2], item[0]))
    return [
        f"{rule:<28} {pages:>8,} pages {count:>9,} removals {size:>12,} characters"
        for rule, (pages, count, size) in rows
    ]
