"""Line breaks that end no line, and pages on one line: what tells them, and what must not."""

from __future__ import annotations

import re

import pytest

import policytext
from policytext.page.shadow import fold_table
from policytext.readers.dump import line_breaks
from policytext.readers.dump.reader import read_dump

PROSE = (
    "会议强调，各乡镇要把防汛责任落实到人，对低洼地带逐户排查，发现险情先转移群众再组织抢护，确保不落一户。"
)
HEAD = "青禾县部署今年防汛工作\n2024-05-06 08:30\n"


def lines_of(dump: str) -> list[str]:
    """The lines of the text that is read from a dump."""
    return policytext.parse(dump).text.split("\n")


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        (
            ("根据", "《青禾县防汛条例》", "的规定，现通告如下："),
            "根据《青禾县防汛条例》的规定，现通告如下：",
        ),
        (
            ("近日，县里印发", "《青禾县防汛条例》", "（以下简称《条例》）。"),
            "近日，县里印发《青禾县防汛条例》（以下简称《条例》）。",
        ),
        (
            ("《青禾县防汛条例》", "已经县人民政府第9次常务会议通过，现予公布。"),
            "《青禾县防汛条例》已经县人民政府第9次常务会议通过，现予公布。",
        ),
    ],
)
def test_a_title_between_two_halves_of_a_sentence(pieces: tuple[str, ...], line: str) -> None:
    """A link in a sentence leaves three lines; they are one where the third begins as no line does."""
    assert line in lines_of(HEAD + PROSE + "\n" + "\n".join(pieces) + "\n" + PROSE)


@pytest.mark.parametrize(
    "below", ["的士司机王师傅说，今年的雨水比往年多得多。", "的确，今年的雨水比往年多得多。"]
)
def test_a_line_may_begin_so_behind_a_stop(below: str) -> None:
    """的 begins a word here, and the line before has ended."""
    assert below in lines_of(HEAD + PROSE + "\n" + below + "\n" + PROSE)


def test_titles_below_one_another_stay_apart() -> None:
    """A list of titles is no sentence."""
    titles = ["《青禾县防汛条例》", "《青禾县抗旱条例》", "《青禾县水库管理办法》"]
    read = read_dump("\n".join([HEAD + PROSE, "本次公布的文件如下：", *titles, PROSE]))
    assert {"《青禾县抗旱条例》"} < {read.text[run[0] : run[1]] for run in read.runs}
    assert not any(run.marks for run in read.runs)


NOTICE = "关于停水的通知 各位居民： 因管道检修，5月6日全天停水。 请提前储水，互相转告。 青禾县供水公司 2024年5月5日"


def test_a_short_page_on_one_line() -> None:
    """A notice of a few sentences whose line ends became blanks is read as lines."""
    read = read_dump(NOTICE)
    assert [read.text[run[0] : run[1]] for run in read.runs][:3] == [
        "关于停水的通知",
        "各位居民：",
        "因管道检修，5月6日全天停水。",
    ]


def test_a_paragraph_is_no_page() -> None:
    """A paragraph with a blank behind each stop, and none elsewhere, is one line."""
    text = "今年的雨水比往年多。 水库蓄水已过七成。 各乡镇加强了值守。 低洼地带的群众已经转移。"
    assert len(read_dump(text).runs) == 1


@pytest.mark.parametrize(
    "kept",
    [
        "青禾日报5月6日讯 今年的雨水比往年多。",
        "青禾日报5月6日讯（记者 王小明） 今年的雨水比往年多。",
        "青禾日报记者 王小明",
    ],
)
def test_blanks_that_end_no_line(kept: str) -> None:
    """Behind a dateline, and between 记者 and the name, a blank is one of the text's own."""
    page = f"青禾县部署防汛 {PROSE} {PROSE} {kept} {PROSE} {PROSE}".replace("  ", " ")
    read = read_dump(page * 2)
    assert kept in [read.text[run[0] : run[1]] for run in read.runs]


def test_patterns_see_both_scripts() -> None:
    """The table of Traditional forms holds what OpenCC knows for the characters of the patterns, and nothing else."""
    patterns = [value.pattern for value in vars(line_breaks).values() if isinstance(value, re.Pattern)]
    named = {char for pattern in patterns for char in pattern if "\u4e00" <= char <= "\u9fff"}
    table = fold_table()
    expected = {
        code: table[code]
        for code in range(0x4E00, 0xA000)
        if table[code] != code and chr(table[code]) in named
    }
    assert expected == line_breaks.ONE_SCRIPT
