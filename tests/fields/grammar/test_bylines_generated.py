"""Rows printed by a generator are read back, and sentences with the same words are no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policytext.fields.grammar.rows import read_row
from policytext.page.shadow import fold
from support.bylines import LAYOUTS, negatives, rows
from support.sampling import one_in

if TYPE_CHECKING:
    from support.bylines import Printed

READ = 0.98


def faults(printed: Printed) -> list[str]:
    """What of a printed row is not read back."""
    folded = fold(printed.text)
    row = read_row(folded, printed.text)
    said = [
        folded[p.value_start : p.value_end].strip(" ()[]|-")
        for p in row.parts
        if p.role == "origin" and p.value_end > p.value_start
    ]
    writers = {name for p in row.parts if p.role in ("author", "reporter") for name in p.names}
    editors = {name for p in row.parts if p.role in ("editor", "duty_editor") for name in p.names}
    days = {p.date.value.date().isoformat() for p in row.parts if p.date}
    out = [] if row.is_byline else ["no row"]
    if (said[0] if said else None) != (printed.origin and fold(printed.origin)):
        out.append(f"origin {said}")
    if days != ({"2024-05-18"} if printed.day else set()):
        out.append(f"date {days}")
    if writers != set(printed.names):
        out.append(f"authors {writers}")
    if editors != set(printed.editors):
        out.append(f"editors {editors}")
    return out


@pytest.mark.parametrize("count", one_in(2, [500, 2000]))
def test_rows_are_read_back(count: int) -> None:
    """Of rows in more than 40 layouts, labels, separators, widths and scripts mixed, 98 % are read without a fault."""
    assert len(LAYOUTS) >= 40
    bad = [(printed.text, printed.layout, found) for printed in rows(count) if (found := faults(printed))]
    assert len(bad) <= count * (1 - READ), bad[:20]


@pytest.mark.parametrize("count", one_in(2, [1250, 5000]))
def test_no_sentence_is_read_as_a_row(count: int) -> None:
    """Of thousands of sentences that hold labels, dates and names none is a byline row."""
    taken = [text for text in negatives(count) if read_row(fold(text), text).is_byline]
    assert taken == []
