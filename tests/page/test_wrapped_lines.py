"""Hard-wrapped lines are rejoined where the whole page shows its width, and nowhere else."""

from __future__ import annotations

import textwrap

import pytest

import policytext
from policytext.models.page import Mark
from policytext.page.wrapped_lines import rejoin_wrapped
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html

PARAGRAPHS = (
    "青禾县水务局近日发布消息，今年汛期全县累计降雨量较常年偏多两成，部分中小河流水位上涨较快，各乡镇已提前转移低洼处的群众。",
    "县防汛指挥部要求，各乡镇要把值守责任落实到岗到人，对低洼易涝点逐一复查，发现险情先转移群众再组织抢护，确保人员安全。",
    "目前，全县三十六座水库运行平稳，沿河乡镇已备足沙袋、冲锋舟等物资，抢险队伍全部就位，二十四小时轮流值守。",
)
HEAD = "青禾县部署汛期值守工作\n2023-07-08 来源：青禾日报\n"


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """``text`` in lines of so many columns, every character two of them wide."""
    return textwrap.wrap(indent + text, columns // 2, drop_whitespace=False)


def dump(columns: int, *, indent: str = "", between: str = "\n") -> str:
    """A dump of the three paragraphs, wrapped."""
    return HEAD + between.join("\n".join(wrapped(text, columns, indent)) for text in PARAGRAPHS)


@pytest.mark.parametrize("columns", [36, 40, 48, 60, 76])
@pytest.mark.parametrize(("indent", "between"), [("　　", "\n"), ("", "\n\n"), ("", "\n")])
def test_paragraphs_of_a_wrapped_dump(columns: int, indent: str, between: str) -> None:
    """The body is the three paragraphs, each one line, and the title no line of the body."""
    doc = policytext.parse(dump(columns, indent=indent, between=between))
    assert doc.text.splitlines() == list(PARAGRAPHS)
    assert doc.title == "青禾县部署汛期值守工作"
    assert any(note.startswith("wrapped: ") for note in doc.notes)


@pytest.mark.parametrize("columns", [40, 60])
def test_a_page_wrapped_by_br(columns: int) -> None:
    """Lines that ``<br>`` ends are rejoined like those of a dump."""
    lines = [line for text in PARAGRAPHS for line in wrapped(text, columns, "　　")]
    doc = policytext.parse(
        f"<html><body><h1>青禾县部署汛期值守工作</h1><div>{'<br>'.join(lines)}</div></body></html>"
    )
    assert doc.text.splitlines() == list(PARAGRAPHS)


def test_latin_words_keep_the_blank_between_them() -> None:
    """A line that breaks between two Latin words is joined by a blank, one between Chinese characters by nothing."""
    text = (
        "Qinghe County said on Monday, after heavy rain, that all of its reservoirs were safe, and that people living\n"
        "along the river would be moved, if the water rose further, to schools and halls in the county town, where\n"
        "food, water and blankets had been stored in June, and that doctors from the county hospital, who had been\n"
        "on duty since Friday, would stay until the end of July."
    )
    page = read_dump(text)
    doc = policytext.parse(text, keep="all")
    assert len(rejoin_wrapped(page).runs) == 4
    assert doc.text == text.replace("\n", " ")


def test_items_and_headings_begin_lines() -> None:
    """A line with a number, and one that no full line stands before, is not joined to the one above."""
    text = HEAD + "\n".join(
        [
            *wrapped(PARAGRAPHS[0], 40, "　　"), "一、落实责任", *wrapped(PARAGRAPHS[1], 40, "　　"), "二、备足物资",
            *wrapped(PARAGRAPHS[2], 40, "　　"),
        ]
    )  # fmt: skip
    assert policytext.parse(text).text.splitlines() == [
        PARAGRAPHS[0], "一、落实责任", PARAGRAPHS[1], "二、备足物资", PARAGRAPHS[2],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "\n".join(f"青禾县第{number}中学举办春季运动会，师生参加" for number in "一二三四五六七"),
            marks=pytest.mark.xfail(
                strict=True, reason="titles of one length, each with a comma, look like a paragraph"
            ),
        ),
        "\n".join(
            f"青禾县{name}中学举办{'春季运动会，' * size}"
            for size, name in enumerate(("第一", "育才", "城关", "实验"), 1)
        ),
        "\n".join(PARAGRAPHS),
        "床前明月光，\n疑是地上霜，\n举头望明月，\n低头思故乡。",
        (
            "张小禾 | 青禾县第一中学教师，县先进工作者\n李小谷 | 青禾县第二中学教师，县先进工作者\n王小麦 | 青禾县第三中学教师，县先进工作者\n"
            "陈小溪 | 青禾县第四中学教师，县先进工作者"
        ),
    ],
    ids=[
        "titles of one length",
        "titles of many lengths",
        "paragraphs on long lines",
        "verses",
        "rows of cells",
    ],
)
def test_lines_that_are_lines(text: str) -> None:
    """Lists, verses, table rows and unwrapped paragraphs stay as they are."""
    page = read_dump(text)
    assert not any(run.marks & Mark.CONTINUED for run in rejoin_wrapped(page).runs)


def test_one_wide_line_among_few_says_that_the_page_is_not_wrapped() -> None:
    """Where lines are wider than the width most have, nothing is joined."""
    page = read_dump("\n".join([*wrapped(PARAGRAPHS[0], 40), PARAGRAPHS[1], PARAGRAPHS[2]]))
    assert rejoin_wrapped(page) is page


def test_blocks_of_their_own_are_not_wrapped_lines() -> None:
    """In HTML only lines of one block are compared: paragraphs that happen to have one width stay apart."""
    lines = wrapped(PARAGRAPHS[0] + PARAGRAPHS[1], 40)
    page = read_html("".join(f"<p>{line}</p>" for line in lines))
    assert rejoin_wrapped(page) is page


LONG = "沿线三个乡镇的护渠员分三班巡查，每班两人，遇到漂浮物随手清理，遇到渗漏当场上报，并在当天的记录上写明位置、时间和处理办法，月底由水务局汇总后"
WIDE = f"""云岭县护渠员上岗

   {LONG}
   公布。

   今年全县共招聘护渠员四十名，平均年龄四十六岁，大多是住在渠边的村民。

   上岗之前，他们参加了为期三天的培训，内容包括巡查、清淤和急救。

   县水务局还给每人配了一部电话和一件反光背心，夜里出门也看得见。
"""


def test_a_dump_of_few_wrapped_lines() -> None:
    """One line alone breaks off, but the page sets its paragraphs apart by empty lines: it goes on with the next."""
    doc = policytext.parse(WIDE)
    assert f"{LONG}公布。" in doc.text
    assert any(note.startswith("wrapped:") for note in doc.notes)


@pytest.mark.parametrize(
    "text",
    [
        WIDE.replace("公布。", "2024-05-06 09:12:30"),
        WIDE.replace("\n\n   上岗", "\n   上岗"),
        WIDE.replace(f"{LONG}\n", f"{LONG}：\n"),
    ],
    ids=["a date below a long headline", "paragraphs that are not set apart", "what announces a list"],
)
def test_a_long_line_that_is_one(text: str) -> None:
    """Negative: a long line without a stop is not always half of one."""
    assert not any(note.startswith("wrapped:") for note in policytext.parse(text).notes)
