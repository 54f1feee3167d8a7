"""What a careful reader knows: what papers, offices, places and people are called."""

from __future__ import annotations

from typing import Final

__all__ = ["SURE"]

SURE: Final = 0.9
"""Score of a table from which on a word is what the table is about, whatever else is said of it."""
