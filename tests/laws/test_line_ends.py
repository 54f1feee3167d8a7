"""One page gives one answer however its lines end: LF, CRLF, CR, or all of them mixed."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

import policytext
from support.reading import read_text
from support.sampling import one_in

if TYPE_CHECKING:
    from collections.abc import Callable

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


def windows(text: str) -> str:
    """CR LF."""
    return text.replace("\n", "\r\n")


def old_mac(text: str) -> str:
    """CR alone."""
    return text.replace("\n", "\r")


ENDS = (windows, old_mac, mixed)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        pair
        for turn, change in enumerate(ENDS)
        for pair in one_in(len(ENDS), [(path, change) for path in PAGES], of=turn)
    ],
    ids=lambda part: part.relative_to(FIXTURES).as_posix() if isinstance(part, Path) else part.__name__,
)
def test_line_ends(path: Path, change: Callable[[str], str]) -> None:
    """Fields and text of a fixture are the same with every kind of line end."""
    form: Literal["html", "text"] = "html" if path.suffix == ".html" else "text"
    other = policytext.parse(change(path.read_text(encoding="utf-8")), form=form)
    assert answer(other) == answer(read_text(path))
