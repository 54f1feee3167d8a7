"""One kind of evidence: what it adds to a sum, and why. Rows, candidates and headlines are each weighed by a table of them."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Evidence"]


class Evidence(NamedTuple):
    """A line of such a table; its name is the key."""

    weight: float
    why: str
