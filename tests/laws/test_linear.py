"""Law 8 for dumps, without a clock: input of each family, of moderate size, gives a document with its whole ledger.

The ratios t(2n) / t(n) are measured by ``benchmarks/bench_growth.py``; a step that is quadratic shows here as a test that does
not end.
"""

from __future__ import annotations

import pytest

import policytext
from support.growth import FAMILIES
from support.sampling import one_in

LINES = one_in(2, [1_500, 4_000])


@pytest.mark.parametrize("lines", LINES)
@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_long_dumps_come_out_whole(name: str, lines: int) -> None:
    """Every character is in exactly one piece, and every block lies on the page."""
    text = FAMILIES[name](lines)
    doc = policytext.parse(text, form="text")
    assert doc.page.text == text
    assert "".join(piece.span.cut(text) for piece in doc.pieces) == text
    assert all(0 <= span.start < span.end <= len(text) for block in doc.blocks for span in block.spans)


@pytest.mark.parametrize("name", ["article", "numbered"])
def test_long_bodies_are_not_cut(name: str) -> None:
    """A long article is one article: its last line is in the text."""
    text = FAMILIES[name](900)
    assert policytext.parse(text).text.endswith(text.strip().rsplit("\n", 1)[1])
