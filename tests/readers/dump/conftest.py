"""Dumps of other makers that are not read as their page is, by name; what is mended is struck from the list."""

from __future__ import annotations

from pathlib import Path

import pytest

KNOWN = frozenset((Path(__file__).parent / "known_failures.txt").read_text(encoding="utf-8").split("\n"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them as known failures."""
    for item in items:
        if item.path.name == "test_dumpers.py" and item.name in KNOWN:
            # Its own mark is strict: it is read well in one form and not in the other.
            item.own_markers = [mark for mark in item.own_markers if mark.name != "xfail"]
            item.add_marker(
                pytest.mark.xfail(reason="a dump of another maker, see known_failures.txt", strict=False)
            )
