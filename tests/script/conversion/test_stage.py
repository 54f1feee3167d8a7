"""Without the overlay the engine gives what ``opencc-python-reimplemented`` gives, character for character."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytext.script.conversion.compile import compile_stage
from policytext.script.conversion.convert import convert
from policytext.script.conversion.stage import decide, runner
from policytext.script.conversion.tables import CONFIGS, DISTRIBUTION, SEPARATORS, candidates, dictionary
from script.differential import mixtures, words
from script.opencc_reference import reference
from support.sampling import ALL_OR_SOME, examples

ALL = sorted(CONFIGS)


def _differences(config: str, texts: list[str]) -> list[tuple[str, str, str]]:
    exact = reference(config)
    rows = ((text, exact(text), convert(text, config, overlay=False)) for text in texts)
    return [row for row in rows if row[1] != row[2]]


@pytest.mark.parametrize("step", ALL_OR_SOME)
@pytest.mark.parametrize("config", ALL)
def test_every_key_and_value(config: str, step: int) -> None:
    """Shows identity on every key and every candidate of every dictionary of the chain, alone and glued to the next.

    Glued without a separator, so that words compete across their seams.
    """
    pool = words(config)[::step]
    glued = ["".join(pool[at : at + 40]) for at in range(0, len(pool), 40)]
    # The regional chains begin with the dictionaries of s2t and t2s, which are walked whole there.
    assert _differences(config, pool[:: 1 if len(pool) < 20_000 else 11]) == []
    assert _differences(config, glued[:: 1 if config in {"s2t", "t2s"} else 3]) == []


@pytest.mark.parametrize("step", ALL_OR_SOME)
@pytest.mark.parametrize("config", ALL)
def test_mixtures(config: str, step: int) -> None:
    """Shows identity on random mixtures of keys, half keys, characters and other text (0.2 M characters each)."""
    assert _differences(config, list(mixtures(config, 700 // step, seed=20))) == []


@pytest.mark.parametrize("config", ALL)
def test_long_texts(config: str) -> None:
    """Shows identity on texts longer than the chunks that the engine works in, sparse and dense in turn."""
    parts = list(mixtures(config, 60, seed=5))
    long = "".join(part + "abc，" * (at % 400) for at, part in enumerate(parts))
    assert _differences(config, [long, long[1:], "字" * 700 + long]) == []


@pytest.mark.parametrize("config", ["t2s", "s2t", "tw2sp", "s2twp"])
@settings(max_examples=examples(60))
@given(data=st.data())
def test_any_composition(config: str, data: st.DataObject) -> None:
    """Shows identity on whatever Hypothesis composes of keys, characters and arbitrary text."""
    pool = words(config)
    part = st.one_of(st.sampled_from(pool), st.text(max_size=5), st.sampled_from("乾干著着后里发"))
    text = "".join(data.draw(st.lists(part, max_size=12)))
    assert convert(text, config, overlay=False) == reference(config)(text)


def test_chains_are_those_of_the_distribution() -> None:
    """Shows that the stages written down here are those of the distribution's configuration files."""
    folder = Path(str(metadata.distribution(DISTRIBUTION).locate_file("opencc/config")))

    def names(node: dict[str, object]) -> list[str]:
        if node["type"] == "txt":
            return [str(node["file"]).removesuffix(".txt")]
        inner = node["dicts"]
        assert isinstance(inner, list)
        return [name for each in inner for name in names(each)]

    for config in ALL:
        chain = json.loads((folder / f"{config}.json").read_text(encoding="utf-8"))["conversion_chain"]
        assert CONFIGS[config] == tuple(tuple(names(step["dict"])) for step in chain)


def test_separators_decide_nothing() -> None:
    """Shows why the text need not be cut at separators: no key that is kept, and no value of an earlier stage, has one."""
    for config in ALL:
        for group in CONFIGS[config]:
            for name in group:
                for key, value in candidates(name).items():
                    assert SEPARATORS.isdisjoint(key + value)
    assert len(candidates("STPhrases")) == len(dictionary("STPhrases")) - 5


def test_rule_is_longest_anywhere_not_forward() -> None:
    """Shows the rule on a made dictionary: the longest key wins wherever it stands, the leftmost among equals."""
    stage = compile_stage([{"甲乙": "12", "乙丙丁": "345", "丁戊": "67"}, {"甲": "a", "戊": "e"}])
    for run in (runner(stage), lambda text: decide(stage, text)):
        assert run("甲乙丙丁戊") == "a345e"
        assert run("甲乙丁戊") == "1267"
        assert run("甲乙丙") == "12丙"


def test_cluster_reaches_through_overlaps() -> None:
    """Shows that a chain of overlapping keys is decided as a whole, however long: parity alone decides it here."""
    stage = compile_stage([{"甲乙": "12", "乙甲": "34"}])
    run = runner(stage)
    for size in (1, 2, 3, 50, 51, 5000):
        text = ("甲乙" * size)[: size + 1]
        assert run(text) == decide(stage, text)


def test_nothing_to_do_gives_the_same_object() -> None:
    """Shows that a text without convertible characters costs no copy."""
    text = "国务院办公厅关于印发通知" * 40
    assert convert(text, "t2s") is text
    assert convert("", "t2s") == ""


def test_opencc_is_never_imported() -> None:
    """Shows that converting loads no module of the ambiguous name, in a fresh interpreter."""
    code = (
        "import sys; from policytext.script.conversion.convert import convert; convert('髮', 't2s'); convert('发', 's2twp');"
        "sys.exit(any(name.split('.')[0] == 'opencc' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_mixture_texts_do_mix() -> None:
    """Shows that the differential texts are of the kind promised: different, and full of convertible characters."""
    texts = list(islice(mixtures("s2t", 50, seed=1), 200))
    assert len(set(texts)) == 200
    assert sum(convert(text, "s2t", overlay=False) != text for text in texts) > 190
