"""The overlay: every entry earns its place, none hurts Simplified text, none is more than a word."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from attrs import evolve

from policytext.script.conversion.compile import compile_stage
from policytext.script.conversion.convert import convert
from policytext.script.conversion.overlay import amended, entries
from policytext.script.conversion.stage import decide
from policytext.script.conversion.tables import CONFIGS, candidates, dictionary
from policytext.script.data.overlay_data import FAMILIES, Family
from policytext.script.detect import hant_only
from support.cases import SHARED
from support.sampling import ALL_OR_SOME

ENTRIES = [(family, key, value) for family in FAMILIES for key, value in family.pairs()]
SKELETON = compile_stage([{}])
CASES = SHARED / "opencc" / "cases.jsonl"
FLOOR = {
    "t2s": 0.9,
    "tw2s": 0.9,
    "hk2s": 0.9,
    "s2t": 0.75,
    "s2tw": 0.75,
    "s2hk": 0.75,
    "t2tw": 0.9,
    "t2hk": 0.9,
}


@pytest.mark.parametrize(
    "family", FAMILIES, ids=lambda family: f"{family.dictionary}-{family.words.split()[0]}"
)
def test_entries_earn_their_place(family: Family) -> None:
    """Shows that every entry gives what it says, that without it (all others in place) something else would come out,
    and that every family gives a reason.
    """
    assert family.reason.endswith(".")
    names = {"TS": ("TSPhrases", "TSCharacters"), "ST": ("STPhrases", "STCharacters")}.get(
        family.dictionary, (family.dictionary,)
    )
    plain = {key: value for name in reversed(names) for key, value in candidates(name).items()}
    groups = [amended(name) for name in names]
    stage = evolve(SKELETON, groups=tuple((words, (*range(16, 0, -1),)) for words in groups))
    for key, value in family.pairs():
        assert decide(stage, key) == value
        words = groups[-1 if len(key) == 1 else 0]
        del words[key]
        if key in plain:
            words[key] = plain[key]
        assert decide(stage, key) != value, key
        words[key] = value


def test_entries_are_words() -> None:
    """Shows that entries are characters and words: no space, no punctuation, each once, length kept, mostly short.

    The few long ones are proverbs that the dictionary has already, with another value.
    """
    keys = Counter((family.dictionary, key) for family, key, _ in ENTRIES)
    assert [key for key, count in keys.items() if count > 1] == []
    for family, key, value in ENTRIES:
        assert len(key) == len(value)
        assert key.isalpha()
        if len(key) > 8:
            assert key in dictionary(f"{family.dictionary}Phrases")
    assert sum(len(key) <= 4 for _, key, _ in ENTRIES) > 0.9 * len(ENTRIES)


@pytest.mark.parametrize(
    ("config", "text", "right"),
    [
        ("t2s", "李祕書", "李秘书"),
        ("t2s", "廣東氾濫", "广东泛滥"),
        ("t2s", "今年釐清", "今年厘清"),
        ("t2s", "網上逕行公告", "网上径行公告"),
        ("s2t", "猪肉面临涨价", "豬肉面臨漲價"),
        ("s2t", "这周围", "這周圍"),
        ("s2t", "荔枝干预", "荔枝干預"),
        ("s2t", "规范围绕", "規範圍繞"),
    ],
)
def test_guards(config: str, text: str, right: str) -> None:
    """Negative: shows that a word of the overlay gives way where its last character begins another word."""
    assert convert(text, config) == right


@pytest.mark.parametrize("step", ALL_OR_SOME)
@pytest.mark.parametrize("config", ["tw2s", "hk2s"])
def test_regional_conversions_spare_simplified_text(config: str, step: int) -> None:
    """Negative: shows that from the regional forms every Simplified word and character comes out as from plain
    Traditional. What differs are the three variants of Taiwan that Simplified dictionaries list by mistake.
    """
    hant = hant_only()
    words = [
        key for name in ("STPhrases", "STCharacters") for key in dictionary(name) if hant.isdisjoint(key)
    ]
    assert len(words) > 45_000
    harmed = [
        word
        for word in words[::step]
        if convert(word, config) != convert(word, "t2s") and not set(word) & set("痺睪")
    ]
    assert harmed == []


@pytest.mark.parametrize(
    "text",
    [
        "什么怎么这么那么",
        "抬头看",
        "李秘书著名的著作成效显著",
        "一群人吃饭，抬着床",
        "才为核心",
        "打坏了玻璃",
        "沈醉和沈浮",
        "沈思豪",
        "[美]福山著，陈高华译",
        "萧乾在乾清宫",
    ],
)
@pytest.mark.parametrize("config", ["t2s", "tw2s", "hk2s"])
def test_simplified_stays(config: str, text: str) -> None:
    """Negative: shows that Simplified text, and names in it, are not touched in any configuration."""
    assert convert(text, config) == text


def test_mixed_text_keeps_its_simplified_part() -> None:
    """Negative: shows that a Traditional neighbour does not bring the damage back."""
    assert convert("什么時候抬頭，怎么說", "tw2s") == "什么时候抬头，怎么说"
    assert convert("什么時候抬頭，怎么說", "tw2s", overlay=False) != "什么时候抬头，怎么说"


def test_off_means_off() -> None:
    """Shows that without the overlay the dictionaries are read as they are."""
    assert entries("TSCharacters")
    assert candidates("TSCharacters").get("擡") is None
    assert amended("TSCharacters")["擡"] == "抬"
    assert convert("擡頭", overlay=False) == "擡头"


@pytest.mark.skipif(not CASES.exists(), reason="the conversion cases of OpenCC are not here")
def test_cases_of_opencc() -> None:
    """Wild: shows the floor of cases passed a configuration, and that no case that passed without the overlay fails."""
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    broken = []
    for line in CASES.read_text(encoding="utf-8").splitlines()[1:]:
        case = json.loads(line)
        config = case["config"]
        if config not in CONFIGS:
            continue
        right = convert(case["input"], config) == case["expected"]
        total[config] += 1
        passed[config] += right
        if not right and convert(case["input"], config, overlay=False) == case["expected"]:
            broken.append(case["id"])
    assert broken == []
    assert {
        config: passed[config] / total[config]
        for config in FLOOR
        if passed[config] < FLOOR[config] * total[config]
    } == {}


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("粉丝发布", "粉絲發布"),
        ("包括发送", "包括發送"),
        ("包括发型", "包括髮型"),
        ("照护发展", "照護發展"),
        ("展示了如何", "展示了如何"),
        ("了如指掌", "瞭如指掌"),
        ("参与制造", "參與製造"),
        ("平台风险", "平臺風險"),
        ("余某", "余某"),
        ("一只只", "一隻隻"),
    ],
)
def test_words_that_the_dictionary_cuts_wrongly(simplified: str, traditional: str) -> None:
    """A word that the dictionary finds across two words of the text gives way to these, and not to others."""
    assert convert(simplified, "s2t") == traditional
