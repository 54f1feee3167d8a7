"""When a repeated line is frame."""

from __future__ import annotations

import pytest

from policytext.learning.frame import _is_beside


@pytest.mark.parametrize(
    ("seen", "within", "documents", "beside"),
    [(3, 1, 6, True), (2, 1, 4, False), (3, 1, 7, False), (4, 2, 6, True), (4, 3, 6, False)],
)
def test_a_line_stands_outside_the_text(seen: int, within: int, documents: int, beside: bool) -> None:
    """On three documents or more, on half of all, and in at most half of those amid the text."""
    assert _is_beside(seen, within, documents) is beside
