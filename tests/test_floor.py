"""The floor: what the library reached on labelled pages it must reach tomorrow. Figures can only rise.

Our own pages travel with the repository, so a clean clone fails when quality falls; pages of others, in the wild, are measured where
they lie beside it.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import warnings
from collections import Counter
from typing import Any

import pytest

from support.cases import SHARED
from support.floor import (
    FLOOR,
    SETS,
    TOLERANCE,
    document,
    fingerprint,
    folders,
    forms,
    labels,
    measure,
    seal,
)
from support.scoring import FIGURES, day, fold, prf

HOLDS: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8"))
SCORER = SHARED / "eval" / "evaluate.py"


def test_the_floor_was_not_changed_by_hand() -> None:
    """The file is written by its tool only, which lowers no figure without a reason that stays in the file."""
    assert HOLDS["seal"] == seal(HOLDS)


def test_the_floor_is_whole() -> None:
    """Every set in every form has its figures, so none can be dropped instead of reached."""
    assert {name: sorted(held["figures"]) for name, held in HOLDS["sets"].items()} == {
        name: sorted(some) for name, (_, _, some) in SETS.items()
    }
    common = set(FIGURES) - {"subtitle", "kind", "no_text"}
    for name, held in HOLDS["sets"].items():
        for figures in held["figures"].values():
            assert set(figures) == (set(FIGURES) if name == "own" else common)


def test_every_lowered_figure_has_its_reason() -> None:
    """What was lowered says from where, to where and why."""
    for held in HOLDS["sets"].values():
        assert all(item["why"] and item["from"] != item["to"] for item in held["lowered"].values())


def test_our_own_pages_are_those_of_the_floor() -> None:
    """They travel with the repository: they are here, and a change to one of them is followed by a new floor."""
    assert fingerprint("own") == HOLDS["sets"]["own"]["pages"], (
        "run tests/tools/set_floor.py --write after a change to tests/floor_pages"
    )


def test_our_own_pages_are_many_and_of_many_kinds() -> None:
    """At least 40 articles and 15 other pages, every kind among them; labels are whole."""
    gold = [labels("own", folder) for folder in folders("own")]
    kinds = Counter(label["gold_kind"] for label in gold)
    assert kinds["article"] >= 40
    assert kinds.total() - kinds["article"] >= 15
    assert kinds.keys() >= {"article", "list", "login", "error", "empty", "forum", "spam"}
    keys = {"title", "subtitle", "text", "date", "source", "authors", "editors", "kind"}
    assert [label for label in gold if not {f"gold_{key}" for key in keys} <= label.keys()] == []


@pytest.mark.parametrize("folder", folders("own"), ids=lambda folder: folder.name)
def test_labels_are_on_the_page(folder: Any) -> None:
    """Guards the labels: what they say stands on the page, so that no figure measures a slip of the pen."""
    gold = labels("own", folder)
    for form in ("html", "dump"):
        doc = document("own", folder, form)
        if doc is None:
            continue
        shown = fold(doc.page.text)
        lines = [line for line in (gold["gold_text"] or "").split("\n") if line]
        values = [
            *lines,
            gold["gold_title"],
            gold["gold_source"],
            *gold["gold_authors"],
            *gold["gold_editors"],
        ]
        squeezed = "".join(shown.split("|"))
        assert [value for value in values if value and fold(value).replace("|", "") not in squeezed] == []


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize(("group", "form"), forms())
def test_no_figure_falls(group: str, form: str, name: str) -> None:
    """As HTML, as dumps, and as dumps whose punctuation was flattened: within the tolerance no figure is below its floor."""
    held = HOLDS["sets"][group]
    if name not in held["figures"][form]:
        pytest.skip("the labels of this set have no such figure")
    if group != "own" and not folders(group):
        pytest.skip("the labelled pages are not beside the repository")
    if group != "own" and fingerprint(group) != held["pages"]:
        pytest.skip("the pages are not those the floor was measured on; see tests/tools/set_floor.py")
    got, floor = measure(group, form)[name], held["figures"][form][name]
    if name == "date_wrong":
        assert got <= floor + TOLERANCE
    else:
        assert got >= floor - TOLERANCE


@pytest.mark.skipif(
    not SCORER.exists(), reason="the script of the pages' owners is not beside the repository"
)
def test_the_scoring_is_that_of_the_pages_owners() -> None:
    """A floor means what their table means: same folding, same F, same day, on every labelled page."""
    spec = importlib.util.spec_from_file_location("_floor_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer: Any = importlib.util.module_from_spec(spec)
    # The script silences warnings and logging for its own process; ours keeps its settings.
    before = logging.root.manager.disable
    with warnings.catch_warnings():
        spec.loader.exec_module(scorer)
    logging.disable(before)
    for folder in folders("pages")[::4]:
        gold, doc = labels("pages", folder), document("pages", folder, "html")
        assert doc is not None
        assert prf(doc.text, gold["gold_text"]) == scorer.prf(doc.text, gold["gold_text"])
        assert fold(doc.page.text) == scorer.fold(doc.page.text)
        assert day(gold["gold_date"]) == scorer.day(gold["gold_date"])
