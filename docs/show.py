"""Show what policytext makes of a page: ``python docs/show.py docs/sample.html``."""

from __future__ import annotations

import io
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import policytext

if TYPE_CHECKING:
    from policytext import Removal

WIDTH = 96


def columns(text: str) -> int:
    """Columns of a terminal that ``text`` takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def cell(text: str, width: int) -> str:
    """``text`` in one line of ``width`` columns, cut or filled."""
    text = " ".join(text.split())
    while columns(text) > width:
        text = text[:-2] + "…"
    return text + " " * (width - columns(text))


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of ``width`` columns; Chinese may be broken anywhere but before a mark."""
    lines = [""]
    for char in text:
        if columns(lines[-1] + char) > width and char not in "，。、；：？！）》”":
            lines.append("")
        lines[-1] += char
    return lines


def head(title: str) -> None:
    """A heading of the report."""
    print(f"\n{title}\n{'─' * columns(title)}")


def shown(value: object) -> str:
    """The value of a field in one line."""
    return "、".join(value) if isinstance(value, tuple) else str(value)


def removed(item: Removal) -> str:
    """What was removed; of a script only how long it is."""
    hidden = item.rule in ("generic/script", "generic/hidden")
    return f"({len(item.text):,} characters)" if hidden else item.text


def show(path: Path) -> None:
    """Read one page and print the document, its fields, and what was removed."""
    doc = policytext.parse(path.read_bytes())
    print(
        f"{path}: {doc.kind}, {doc.page.form}, {doc.page.encoding}, source {doc.source}, script {doc.script.script}"
    )

    head("Fields, and the rule that says so")
    for field in doc.fields:
        print(f"  {field.name:<11}{cell(shown(field.value), 54)} {field.rule}")

    head(f"Text: {len(doc.blocks)} blocks, {len(doc.text):,} characters")
    for block in doc.blocks:
        kind = type(block).__name__.lower()
        lines = wrapped(block.text, WIDTH - 14)
        print(f"  {kind:<11}{lines[0]}")
        for line in lines[1:]:
            print(f"{'':13}{line}")

    lost = sum(len(item.text) for item in doc.removed)
    head(f"Removed, and why: {len(doc.removed)} pieces, {lost:,} of {len(doc.page.text):,} characters")
    for item in doc.removed:
        print(f"  {item.rule:<24}{cell(removed(item), WIDTH - 26)}".rstrip())

    whole = "".join(piece.text for piece in doc.pieces) == doc.page.text
    print(f"\nThe {len(doc.pieces)} pieces joined are the page: {'yes' if whole else 'NO'}")
    for note in doc.notes:
        print(f"Note: {note}")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # also where the terminal says that it knows ASCII only
    show(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("sample.html"))
