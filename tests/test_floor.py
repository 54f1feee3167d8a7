"""The floor: what the library reached on the labelled pages, in the wild, it must reach tomorrow. Figures can only rise."""

from __future__ import annotations

import json
from typing import Any

import pytest

from support.floor import FIGURES, FLOOR, FORMS, TOLERANCE, fingerprint, folders, measure, seal

HOLDS: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def comparable() -> None:
    """Skips where there is nothing to compare with."""
    if not folders():
        pytest.skip("the labelled pages are not beside the repository")
    if fingerprint() != HOLDS["pages"]:
        pytest.skip(
            "pages, labels or scorer are not those the floor was measured on; see tests/tools/set_floor.py"
        )


def test_the_floor_was_not_changed_by_hand() -> None:
    """The file is written by its tool only, which lowers no figure without a reason that stays in the file."""
    assert HOLDS["seal"] == seal(HOLDS)


def test_the_floor_is_whole() -> None:
    """Every figure of every form is there, so none can be dropped instead of reached."""
    assert {form: sorted(figures) for form, figures in HOLDS["figures"].items()} == {
        form: sorted(FIGURES) for form in FORMS
    }


def test_every_lowered_figure_has_its_reason() -> None:
    """What was lowered says from where, to where and why."""
    assert all(item["why"] and item["from"] != item["to"] for item in HOLDS["lowered"].values())


@pytest.mark.usefixtures("comparable")
@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("form", FORMS)
def test_no_figure_falls(form: str, name: str) -> None:
    """HTML, dumps, and dumps whose punctuation was flattened: within the tolerance no figure is below its floor."""
    got, floor = measure(form)[name], HOLDS["figures"][form][name]
    if name == "date_wrong":
        assert got <= floor + TOLERANCE
    else:
        assert got >= floor - TOLERANCE
