"""The tools that judge the tests find what they work on."""

from __future__ import annotations

from tools.faults import FAULTS
from tools.plant_faults import LIBRARY


def test_every_planted_fault_has_its_place() -> None:
    """A fault whose place is gone from the library would be planted nowhere, and no longer show that a test sees it."""
    stale = [
        fault.name
        for fault in FAULTS
        if (LIBRARY / fault.file).read_text(encoding="utf-8").count(fault.old) != 1
    ]
    assert stale == []
