"""Dates that only several lines together give."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.stacked_dates import stacked_date


@pytest.mark.parametrize(
    ("lines", "iso", "count"),
    [
        (("21", "2024年02月"), "2024-02-21", 2),
        (("21 /", "2024年02月", "来源：青禾日报"), "2024-02-21", 2),
        (("2020", "07/08", "16:37"), "2020-07-08T16:37:00+08:00", 3),
        (("05-18", "2024"), "2024-05-18", 2),
        (("05-18", "2024", "10:20"), "2024-05-18T10:20:00+08:00", 3),
    ],
)
def test_a_calendar_sheet_is_one_date(lines: tuple[str, ...], iso: str, count: int) -> None:
    """Day over month and year, year over day: lines that only together are a date."""
    found = stacked_date(lines)
    assert found is not None
    assert (found[0].dated("").isoformat(), found[1]) == (iso, count)


@pytest.mark.parametrize(
    "lines", [("1", "2"), ("2024-05-18", "10:20"), ("21", "云岭县"), ("12", "34", "56"), ()]
)
def test_figures_on_lines_of_their_own_are_no_sheet(lines: tuple[str, ...]) -> None:
    """Counters, page numbers, and a date that is whole by itself."""
    assert stacked_date(lines) is None
