"""One page gives one answer however its lines end: LF, CRLF, CR, or all of them mixed."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Literal

import pytest

import policytext
from policytext import Document

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PAGES = sorted(path for path in FIXTURES.rglob("*") if path.suffix in (".html", ".txt"))


def answer(doc: Document) -> tuple[object, ...]:
    """What a user reads of a document."""
    return doc.text, doc.title, doc.published, doc.origin, doc.authors, doc.editors, doc.kind


def mixed(text: str) -> str:
    """Every line with another end; a CR never stands right before a LF of its own."""
    lines = text.split("\n")
    out = [lines[0]]
    for end, line in zip(cycle(["\n", "\r\n", "\r", "\r\n"]), lines[1:]):
        out += ["\r\n" if end == "\r" and not line else end, line]
    return "".join(out)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(FIXTURES).as_posix())
def test_line_ends(path: Path) -> None:
    """Fields and text of a fixture are the same with every kind of line end."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    form: Literal["html", "text"] = "html" if path.suffix == ".html" else "text"
    expected = answer(policytext.parse(text, form=form))
    for other in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), mixed(text)):
        assert answer(policytext.parse(other, form=form)) == expected
