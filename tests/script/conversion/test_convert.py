"""Conversion as its users meet it: the switch, errors, threads, lengths."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib import metadata

import pytest
from hypothesis import strategies as st

from policytext.errors import PolicytextError, UsageError
from policytext.script.conversion import tables
from policytext.script.conversion.convert import LENGTH_CHANGING, convert
from policytext.script.conversion.tables import CONFIGS, char_map
from script.differential import mixtures

KEEPING = sorted(set(CONFIGS) - LENGTH_CHANGING)
TEXTS = st.text(
    st.one_of(st.sampled_from("发發髮干乾后後里裏著着網路软體资讯滑鼠，。 a"), st.characters(codec="utf-8")),
    max_size=60,
)


@pytest.mark.parametrize("overlay", [True, False])
@pytest.mark.parametrize("config", KEEPING)
def test_length_is_kept(config: str, overlay: bool) -> None:
    """Shows that eight configurations keep the length, so that offsets need no map."""
    for text in mixtures(config, 40, seed=2):
        assert len(convert(text, config, overlay)) == len(text)


def test_unknown_configuration() -> None:
    """Shows that a wrong name gives an error of ours that says which names there are, and survives pickling."""
    with pytest.raises(UsageError, match="s2twp") as caught:
        convert("文", "t2x")
    assert caught.value.code == "unknown_script"
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own
    with pytest.raises(UsageError):
        convert("文", ["t2s"])  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [b"\xe6", None, 7, ["文"]])
@pytest.mark.parametrize("config", ["t2s", "s2t", "tw2s", "t2tw"])
def test_wrong_type(wrong: object, config: str) -> None:
    """Shows that what is no text is refused with an error of ours."""
    with pytest.raises(UsageError) as caught:
        convert(wrong, config)  # type: ignore[arg-type]
    assert caught.value.code == "wrong_type"


def test_missing_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shows that absent dictionaries give an error of ours that says what to install."""

    def absent(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", absent)
    monkeypatch.setattr(tables, "_loaded", {})
    with pytest.raises(PolicytextError, match=tables.DISTRIBUTION) as caught:
        tables.dictionary("TSPhrases")
    assert caught.value.code == "no_dictionaries"


def test_first_use_from_eight_threads() -> None:
    """Shows that eight threads that meet an unbuilt engine all get the right text, in a fresh interpreter."""
    code = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
sys.setswitchinterval(1e-6)
from policytext.script.conversion.convert import convert
from policytext.script.detect import detect_script
gate = Barrier(8)
def work(number):
    gate.wait()
    return convert("他的头发干了", "s2twp"), convert("考驗著頭髮", "t2s"), detect_script("國家").script
with ThreadPoolExecutor(8) as pool:
    results = set(pool.map(work, range(8)))
assert results == {("他的頭髮幹了", "考验着头发", "hant")} or results == {("他的頭髮乾了", "考验着头发", "hant")}, results
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_surrogates_and_astral() -> None:
    """Shows that lone surrogates pass and that characters beyond the BMP are converted, with emoji beside them."""
    assert convert("\ud800髮\udfff", "t2s") == "\ud800发\udfff"
    text = "😀𫍢𧩙😀" * 100
    assert convert(convert("𧩙", "t2s"), "s2t") == "𧩙"
    assert convert(text, "t2s").count("😀") == 200
    assert "𧩙" not in convert(text, "t2s")


def test_char_map_is_one_to_one_character() -> None:
    """Shows that the map for same-length copies gives what a lone character converts to, for every character."""
    for config in ("t2s", "tw2s", "s2t"):
        table = char_map(config)
        assert table
        for source, target in table.items():
            assert convert(chr(source), config, overlay=False) == chr(target)


@pytest.mark.parametrize("config", ["t2s", "tw2s", "hk2s"])
def test_twice_is_once(config: str) -> None:
    """Shows that a converted text is left alone the second time, also where the dictionaries alone would go on."""
    for text in ("乾清宮", "乾隆皇帝", "魏徵", "射覆", "薴烯", "慰藉", "李祕書", "看著著名的著作"):
        once = convert(text, config)
        assert convert(once, config) == once
    assert convert(convert("乾清宮", overlay=False), overlay=False) == "干清宫"
