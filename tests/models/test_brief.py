"""How values show themselves in a ``repr``."""

from __future__ import annotations

from policytext.models.brief import shown


def test_a_text_is_cut_at_forty() -> None:
    """Forty code points are shown whole, of a longer text forty and how many there are."""
    assert shown("禾" * 40) == repr("禾" * 40)
    assert shown("禾" * 41) == repr("禾" * 40) + "… (41)"
