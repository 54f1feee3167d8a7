"""The laws of the normalizer: twice is once, the record replays, nothing happens without a record, and threads agree."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policytext.script.conversion.tables import candidates
from policytext.script.normalize import normalize, repair
from policytext.script.repair.steps import STEPS
from script.damage import damage
from support.sampling import ALL_OR_SOME, examples

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = {step.name for step in STEPS} | {"t2s", "s2t", "tw2s", "hk2s", "s2tw", "s2hk"}

# Pieces that steps act on, glued without order: more telling than characters at random.
PIECES = [
    "乾清宮", "乾清宫", "乾淨", "於是", "皇后", "公里", "头发", "頭髮", "出現(xiàn)", "時(shí)", "開(kāi)", "會(huì)", "翟(zhái)志刚",
    "域?qū)嵤┝朔旨?jí)", "確?；颊吣軌虻玫郊皶r(shí)", "確?;颊吣軌虻玫郊皶r", "當(dāng)?shù)卣杆夙憫?yīng)", "?qū)", "?！", "?", "ÖÐ»ªÈËÃñ",
    "鍥藉姟闄㈠姙鍏", "锟斤拷", "，", ",", ";", ":", "全县,动员,参与,落实,秋收,秋种", "１２ＡＢ", "　", "\u00a0", "\u200b",
    "\u200d", "\ufe0f", "\ufeff", "⽬", "⻓", "\ue81e", "\ue123", "︰", "﹐", "ｶﾞ", "〜", "•", "○", "二", "二○二○年", "e\u0301",
    "\uf90a", "\u0301", "\r\n", "\r", "\x0b", "\x00", "\x85", "\ud83d", "\ude00", "\ufffd", "…", "...", "——", "――", "👨", "\n",
    "abc", "県", "著名", "看著", "麼", "么", "这",
]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(max_size=30))
TARGETS: tuple[Literal["hans", "hant"] | None, ...] = ("hans", "hant", None)
ALSO = ("strip-private", "ellipsis", "dashes")


@settings(max_examples=examples(80))
@given(TEXTS, st.sampled_from(["hans", "hant", None]), st.booleans(), st.sampled_from([None, "tw", "hk"]))
@example(text="乾清宮", to="hans", more=False, region=None)
def test_twice_is_once(text: str, to: str | None, more: bool, region: str | None) -> None:
    """Normalizing a normalized text changes nothing, whatever the call, as long as it is the same call."""
    call = {"to": to, "also": ALSO if more else (), "region": region}
    once = normalize(text, **call)  # type: ignore[arg-type]
    again = normalize(once.text, **call)  # type: ignore[arg-type]
    assert again.text == once.text
    assert again.changes == ()


@settings(max_examples=examples(80))
@given(TEXTS, st.sampled_from(["hans", "hant", None]))
def test_the_record_is_the_whole_truth(text: str, to: str | None) -> None:
    """Replayed, the changes give the result; they name steps, stand in order, and each changes something."""
    done = normalize(text, to)  # type: ignore[arg-type]
    assert done.replay() == done.text
    at = 0
    for change in done.changes:
        assert at <= change.span.start <= change.span.end
        assert change.span.cut(text) == change.before != change.after
        assert set(change.kind.split("+")) <= KINDS
        assert 0 < change.confidence <= 1
        at = change.span.end
    assert bool(done.changes) == (done.text != text)


@settings(max_examples=examples(60))
@given(TEXTS)
def test_repair_gives_valid_text_and_is_done_once(text: str) -> None:
    """No control characters and no lone surrogates are left; repairing again changes nothing."""
    done = repair(text)
    done.text.encode("utf-8")
    assert not any(char < " " and char not in "\t\n" for char in done.text)
    assert repair(done.text).text == done.text
    assert done.replay() == done.text


@settings(max_examples=examples(50))
@given(TEXTS)
def test_damage_that_is_left_is_not_touched(text: str) -> None:
    """No change touches a wound in the report, and the wound is cut from the input."""
    done = normalize(text)
    for wound in done.report.unrecoverable:
        assert wound.span.cut(text) == wound.text
        assert not any(c.span.start < wound.span.end and wound.span.start < c.span.end for c in done.changes)


@settings(max_examples=examples(50))
@given(TEXTS, st.data())
def test_the_map_back_covers_what_it_came_from(text: str, data: st.DataObject) -> None:
    """A part of the result leads to a part of the input; unchanged parts lead to themselves."""
    done = normalize(text)
    start = data.draw(st.integers(0, len(done.text)))
    end = data.draw(st.integers(start, len(done.text)))
    span = done.source_span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    if not any(c.span.start <= span.end and span.start <= c.span.end for c in done.changes):
        assert span.cut(text) == done.text[start:end]


def _words() -> Iterator[str]:
    for name in ("TSCharacters", "TSPhrases", "STCharacters", "TWVariantsRev", "HKVariantsRev", "STPhrases"):
        table = list(candidates(name).items())
        for key, value in table[:: 9 if name == "STPhrases" else 1]:
            yield from (key, value, value + key)


@pytest.mark.parametrize("step", ALL_OR_SOME)
@pytest.mark.parametrize("to", ["hans", "hant"])
def test_twice_is_once_for_every_word_of_the_dictionaries(to: str, step: int) -> None:
    """Keys, values and both glued, of all tables (of the largest every ninth): none changes a second time."""
    for word in islice(_words(), None, None, step):
        once = normalize(word, to).text  # type: ignore[arg-type]
        assert normalize(once, to).text == once, word  # type: ignore[arg-type]


def test_twice_is_once_for_damaged_text() -> None:
    """Glosses, wounds, placeholders and refused damage together, in both scripts."""
    text = "记者从会上了解到，全市将在相关区域实施分级管理。“要把安全放在第一位！”他说，确保患者能够得到及时治疗。"
    for seed in range(40):
        hurt = damage(text * 3, seed=seed, keep_private=seed % 2 == 0).text
        for to in TARGETS:
            once = normalize(hurt, to).text
            assert normalize(once, to).text == once


@pytest.mark.thorough
def test_eight_threads_agree_at_first_use() -> None:
    """In a fresh process eight threads start at once on damaged Traditional text; all get the same."""
    program = """
import threading
from policytext.script.normalize import normalize
text = "縣裡召開(kāi)會(huì)議，實(shí)行專(zhuān)人值守，相關區域?qū)嵤┓旨?jí)管理，確?；颊吣軌虻玫郊皶r(shí)治療。"
barrier, out = threading.Barrier(8), []
def work():
    barrier.wait()
    done = normalize(text)
    out.append((done.text, done.changes, done.report))
threads = [threading.Thread(target=work) for _ in range(8)]
[t.start() for t in threads]
[t.join() for t in threads]
assert len(out) == 8 and all(one == out[0] for one in out), out
assert "实施分级" in out[0][0], out[0][0]
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
