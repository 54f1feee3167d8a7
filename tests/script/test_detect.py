"""Detection of the script: lines, titles, mixtures, regions, and text that shows nothing."""

from __future__ import annotations

import random

import pytest

from policytext.script.conversion.convert import convert
from policytext.script.conversion.tables import dictionary
from policytext.script.detect import detect_script, hans_only, hant_only, script_counts
from support.cases import SHARED

HANS = """
国务院办公厅关于进一步加强乡村医疗卫生服务体系建设的意见
各省、自治区、直辖市人民政府，国务院各部委、各直属机构
本报讯 记者从市发展改革委获悉，今年以来全市重点项目进展顺利
他认为，数字经济的发展离不开基础设施的完善
会议强调，要坚持问题导向，压实责任，确保各项任务落到实处
""".split("\n")[1:-1]
HANT = """
行政院會今日通過修正草案，將送請立法院審議
本報訊 記者從主管機關獲悉，今年觀光人數創下歷史新高
他認為，數位經濟的發展離不開基礎設施的完善
政府發言人表示，有關措施將於下月起分階段實施
這座城市擁有三百年的歷史，保留著許多傳統建築
""".split("\n")[1:-1]


@pytest.mark.parametrize("line", HANS)
def test_simplified_lines(line: str) -> None:
    """Shows that Simplified lines are told, and their first twenty characters too."""
    assert detect_script(line).script == "hans"
    assert detect_script(line[:20]).script == "hans"


@pytest.mark.parametrize("line", HANT)
def test_traditional_lines(line: str) -> None:
    """Shows that Traditional lines are told, and their first twenty characters too."""
    assert detect_script(line).script == "hant"
    assert detect_script(line[:20]).script == "hant"


@pytest.mark.parametrize("text", ["", "policy 2024-05-01", "人口工作", "，。！", "后里台干", "12345"])
def test_nothing_to_tell(text: str) -> None:
    """Negative: shows that characters of both scripts, and no Han text at all, give no script."""
    assert detect_script(text).script == "none"


def test_mixed() -> None:
    """Shows that two scripts in earnest are mixed, and that a name or two of the other script are not."""
    page = HANS[0] + HANT[0]
    assert detect_script(page).script == "mixed"
    assert detect_script("".join(HANS) + "作者：陳").script == "hans"
    assert detect_script("".join(HANT) + "（云计算）").script == "hant"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("我哋喺香港住咗好耐，佢嘅說話好啱", "hk"),
        ("衞生署表示，綫路已經恢復", "hk"),
        ("牠們受到汙染，消息已經洩漏", "tw"),
        ("國務院發佈通知，裡面的內容", None),
        ("一碗牛肉麵，這裡的麵很好", None),
        ("污染物的排放標準，在這裏說明", None),
        ("这里的面很好", None),
    ],
)
def test_region(text: str, region: str | None) -> None:
    """Shows that a region is given on two different characters of its standard, and on nothing less."""
    assert detect_script(text).region == region


def test_counts() -> None:
    """Shows that the counts add up: Han characters, and those of one script only."""
    report = detect_script("國家abc家国，𠀀")
    assert (report.han_count, report.hans_count, report.hant_count) == (4, 1, 1)
    assert script_counts("牠哋")[2:] == (2, 1, 1)


def test_sample() -> None:
    """Shows that a sample of a long text tells the same script with fewer characters counted."""
    text = "\n".join(HANT) * 400
    whole, sample = detect_script(text), detect_script(text, sample=8192)
    assert sample.script == whole.script == "hant"
    assert 0 < sample.han_count <= 8192 < whole.han_count
    assert detect_script(HANT[0], sample=8192) == detect_script(HANT[0])


def test_sets_are_apart() -> None:
    """Shows that no character counts for both scripts and that what both scripts write counts for neither."""
    assert hans_only().isdisjoint(hant_only())
    for char in "后里台干云面着著乾于丑几只松借系表吃床群峰":
        assert char not in hans_only() | hant_only(), char


def _lines(words: list[str]) -> list[str]:
    pick = random.Random(4)  # noqa: S311 - not a secret
    lines = []
    for _ in range(2000):
        line = ""
        while sum(char in convertible for char in line) < 10:
            line += pick.choice(words)
        lines.append(line)
    return lines


convertible = frozenset(dictionary("STCharacters")) | frozenset(dictionary("TSCharacters"))


@pytest.mark.parametrize("script", ["hans", "hant"])
def test_lines_of_ten_convertible_characters(script: str) -> None:
    """Synthetic: shows at least 99 of 100 right on lines of words that hold ten convertible characters."""
    phrases = dictionary("STPhrases")
    words = list(phrases) if script == "hans" else [value.split()[0] for value in phrases.values()]
    other = hant_only() if script == "hans" else hans_only()
    lines = _lines([word for word in words if other.isdisjoint(word)])
    assert sum(detect_script(line).script == script for line in lines) >= 0.99 * len(lines)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared pages are not here")
def test_lines_of_pages() -> None:
    """Wild: shows at least 99 of 100 right on the long lines of real documents, and of the same in Traditional."""
    lines = [
        line
        for path in sorted((SHARED / "official").glob("*/dump.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if sum(char in convertible for char in line) >= 10
    ]
    assert len(lines) > 500
    assert sum(detect_script(line).script == "hans" for line in lines) >= 0.99 * len(lines)
    for config in ("s2t", "s2tw", "s2hk"):
        assert sum(detect_script(convert(line, config)).script == "hant" for line in lines) >= 0.99 * len(
            lines
        )
