"""Learned sources on whole synthetic sites, where their generator is beside the repository."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import policytext
from support.sampling import one_in

if TYPE_CHECKING:
    from collections.abc import Callable

GENERATOR = Path(__file__).resolve().parents[3] / "shared" / "sitegen" / "sitegen.py"
pytestmark = pytest.mark.skipif(
    not GENERATOR.is_file(), reason="the generator of sites is not beside the repository"
)

SITES = (1, 4, 9, 16)
"""With series, advertisements, two templates, and without names of blocks."""


@cache
def generator() -> Any:
    """The generator as a module."""
    spec = importlib.util.spec_from_file_location("sitegen", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def site(number: int) -> list[dict[str, Any]]:
    """Twenty pages of a site."""
    return list(generator().make_site("A", number, pages=20)[1])


def cut_lines(page: dict[str, Any], source: policytext.Source, form: str) -> set[str]:
    """Lines of the gold body that are not in the text."""
    fold = generator().fold
    text = policytext.parse(page[form], source=source).text
    got, whole = {fold(line) for line in text.split("\n")}, fold(text)
    gold = {fold(line["text"]) for line in page["gold"]["lines"] if line["role"] == "body"}
    return {line for line in gold if line not in got and line not in whole}


@pytest.mark.parametrize(
    ("number", "form"),
    one_in(
        2,
        [
            (number, form)
            for turn, form in enumerate(("html", "dump"))
            for number in (*SITES[turn:], *SITES[:turn])
        ],
    ),
)
def test_learning_takes_no_line_of_the_text(number: int, form: str) -> None:
    """Law 6: on the pages it was learned from and on others, nothing goes that the generic reading keeps."""
    pages = site(number)
    learned = policytext.learn([page[form] for page in pages[::2]], key="site")
    generic = policytext.find_source("generic")
    for page in pages:
        assert cut_lines(page, learned, form) <= cut_lines(page, generic, form)


def test_learning_helps() -> None:
    """On pages not learned from the text is nearer to the gold than by the generic reading, over all sites."""
    score: Callable[[str, str], float] = generator().f_score
    gain = 0.0
    for number in SITES:
        pages = site(number)
        learned = policytext.learn([page["html"] for page in pages[::2]], key="site")
        for page in pages[1::2]:
            gold = page["gold"]["text"]
            with_it, without = (
                policytext.parse(page["html"], source=source).text for source in (learned, "generic")
            )
            gain += score(with_it, gold) - score(without, gold)
    assert gain > 0
