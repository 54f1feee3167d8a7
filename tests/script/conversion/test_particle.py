"""The particle 著, on phrases of our own: at least 98 of 100 right, negatives among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from policytext.script.conversion.convert import convert
from policytext.script.conversion.particle import particles

PHRASES = [
    phrase
    for line in Path(__file__).with_name("particle_phrases.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for phrase in line.split()
]
NEGATIVES = [phrase for phrase in PHRASES if "著" in phrase]


def _wrong(phrases: list[str], config: str) -> list[tuple[str, str]]:
    got = ((phrase, convert(phrase.replace("着", "著"), config)) for phrase in phrases)
    return [(phrase, done) for phrase, done in got if done != convert(phrase, "t2s", overlay=False)]


def test_list_is_large_and_two_sided() -> None:
    """Shows that the figures below stand on enough phrases, and on enough in which 著 must stay."""
    assert len(set(PHRASES)) >= 300
    assert len(set(NEGATIVES)) >= 80


@pytest.mark.parametrize("config", ["t2s", "tw2s", "hk2s"])
def test_phrases(config: str) -> None:
    """Shows that 98 of 100 phrases come out as a Simplified dictionary writes them, whatever the region."""
    wrong = _wrong(PHRASES, config)
    assert len(wrong) <= 0.02 * len(PHRASES), wrong


def test_negatives() -> None:
    """Negative: shows that where 著 means to write or to be evident, 98 of 100 are left alone."""
    wrong = _wrong(NEGATIVES, "t2s")
    assert len(wrong) <= 0.02 * len(NEGATIVES), wrong


@pytest.mark.parametrize("phrase", [phrase for phrase in NEGATIVES if "着" not in phrase])
def test_simplified_text_is_left_alone(phrase: str) -> None:
    """Negative: shows that 著 of Simplified text, which has 着 beside it for the particle, stays."""
    simple = convert(phrase, "t2s", overlay=False)
    assert particles(simple) == simple


def test_authors_of_simplified_text() -> None:
    """Negative: shows that an unlisted word before 著 is an author where the text tells the two characters apart."""
    assert particles("沈从文著小说集") == "沈从文著小说集"
    assert particles("桌上有一本書，上面寫着沈從文著小說集") == "桌上有一本書，上面寫着沈從文著小說集"


def test_overlay_switch() -> None:
    """Shows that without the overlay the particle is left as the dictionaries leave it."""
    assert convert("看著書", "t2s", overlay=False) == "看著书"
    assert convert("看著書", "t2s") == "看着书"
