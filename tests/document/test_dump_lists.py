"""Lists of dumps: which lines are items, their markers, and how deep they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policytext
from policytext.models.blocks import ListItem, Paragraph
from support.sampling import examples

HEAD = (
    "青禾市关于防汛的说明\n2024-05-06\n各县区要压实责任，加强巡查值守，确保群众安全，并做好以下各项工作。\n"
)
TAIL = "\n要求各单位认真落实，按时报送有关情况，不得迟报漏报，确保安全度汛。\n"
WORDS = (
    "加强巡查",
    "白天两次",
    "夜间三次",
    "备足物资",
    "编织袋",
    "救生衣",
    "落实责任",
    "转移群众",
    "值班值守",
    "报送情况",
)


def items(lines: str, *, markdown: bool = False) -> list[tuple[str, int, str]]:
    """Marker, level and text of the items that these lines give between two paragraphs."""
    head = f"# {HEAD}\n\n**要求**如下，\n\n## 事项\n\n" if markdown else HEAD
    doc = policytext.parse(head + lines + TAIL, form="text")
    return [(block.marker, block.level, block.text) for block in doc.blocks if isinstance(block, ListItem)]


SETTINGS = {
    "html2text": ("  1. 甲等\n\n    * 乙等\n    * 丙等\n\n  2. 丁等\n", ["1. 1", "* 2", "* 2", "2. 1"]),
    "inscriptis": ("  1. 甲等\n    1. 乙等\n    2. 丙等\n  2. 丁等\n", ["1. 1", "1. 2", "2. 2", "2. 1"]),
    "lynx": ("     * 甲等\n          + 乙等\n               o 丙等\n     * 丁等\n", ["* 1", "+ 2", "o 3", "* 1"]),
    "w3m": ("  • 甲等\n      □ 乙等\n      □ 丙等\n  • 丁等\n", ["• 1", "□ 2", "□ 2", "• 1"]),
    "bullets from the margin": ("- 甲等\n  - 乙等\n    - 丙等\n- 丁等\n", ["- 1", "- 2", "- 3", "- 1"]),
    "an inner list behind two items": ("- 甲等\n- 乙等\n  - 丙等\n- 丁等\n", ["- 1", "- 1", "- 2", "- 1"]),
    "tabs": ("\t1. 甲等\n\t\t• 乙等\n\t\t• 丙等\n\t2. 丁等\n", ["1. 1", "• 2", "• 2", "2. 1"]),
    "numbers set to the right": ("   9. 甲等\n  10. 乙等\n  11. 丙等\n      a. 丁等\n", ["9. 1", "10. 1", "11. 1", "a. 2"]),
    "brackets and letters within": ("  1. 甲等\n     (1) 乙等\n         iv. 丙等\n     (2) 丁等\n", ["1. 1", "(1) 2", "iv. 3", "(2) 2"]),
    "two lists apart": ("    * 甲等\n    * 乙等\n各镇另报下列各项情况，并抄送市水利局，不得迟报漏报：\n  * 丙等\n  * 丁等\n", ["* 1"] * 4),
}  # fmt: skip


@pytest.mark.parametrize("name", SETTINGS)
def test_levels_are_those_that_the_dump_shows(name: str) -> None:
    """Each extractor's way of setting lists in gives markers and levels, and no marker stays in the text."""
    lines, wanted = SETTINGS[name]
    found = items(lines)
    assert [f"{marker} {level}" for marker, level, _ in found] == wanted
    assert [text for _, _, text in found] == ["甲等", "乙等", "丙等", "丁等"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_levels_with_other_line_ends(end: str) -> None:
    """A list is the same however the dump's lines end."""
    head, lines = HEAD, SETTINGS["html2text"][0]
    doc = policytext.parse((head + lines + TAIL).replace("\n", end))
    found = [(item.marker, item.level, item.text) for item in doc.blocks if isinstance(item, ListItem)]
    assert found == items(lines)
    assert len(found) == 4


def test_markdown_shows_levels() -> None:
    """Of Markdown the numbers are kept as markers, the bullets are its marks and no text; bold words begin items as others do."""
    lines = "* 甲等\n    * **乙等**事项\n        1. 丙等\n        2. 丁等\n* 戊等\n"
    assert items(lines, markdown=True) == [
        ("", 1, "甲等"),
        ("", 2, "乙等事项"),
        ("1.", 3, "丙等"),
        ("2.", 3, "丁等"),
        ("", 1, "戊等"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "1. 加强巡查\n2. 备足物资\n",
        "(1) 加强巡查，不得脱岗。\n(2) 备足物资，随时调用。\n",
        "　　1. 加强巡查，不得脱岗。\n　　2. 备足物资，随时调用。\n",
        "a. 加强巡查，不得脱岗。\n",
        "- 加强巡查，这是破折号起头的一句话。\n",
        "    （1）加强巡查，不得脱岗。\n        （2）备足物资，随时调用。\n",
        "o 加强巡查\n  o 备足物资\n",
        "● 王小禾　石桥镇中心小学\n● 李小麦　石桥镇中心小学\n",
        "- 王小禾　石桥镇中心小学\n- 李小麦　石桥镇中心小学\n",
    ],
)
def test_what_people_number_by_hand_stays_in_the_text(lines: str) -> None:
    """Numbers and bullets at the margin, in full-width brackets or behind a paragraph's own indent are text; so is a dash that begins one sentence."""
    assert items(lines) == []
    text = policytext.parse(HEAD + lines + TAIL, form="text").text
    assert [line.strip() in text for line in lines.splitlines()] == [True] * len(lines.splitlines())


def test_markdown_of_a_dump_is_nested() -> None:
    """What a dump sets in is set in again."""
    doc = policytext.parse(HEAD + SETTINGS["html2text"][0] + TAIL)
    assert "1. 甲等\n   - 乙等\n   - 丙等\n2. 丁等\n" in doc.to_markdown()
    assert isinstance(doc.blocks[0], Paragraph)


@given(st.lists(st.integers(-3, 1), min_size=3, max_size=10), st.integers(2, 6), st.sampled_from("*-•+"))
@settings(max_examples=examples(100))
def test_levels_do_not_hang_on_the_width(steps: list[int], width: int, bullet: str) -> None:
    """A tree of items, set in by any width, comes back with its levels."""
    levels: list[int] = []
    for step in steps:
        levels.append(max(1, levels[-1] + step) if levels else 1)
    lines = "".join(
        f"{' ' * (width * level)}{bullet} {word}\n" for level, word in zip(levels, WORDS, strict=False)
    )
    assert items(lines) == [(bullet, level, word) for level, word in zip(levels, WORDS, strict=False)]
