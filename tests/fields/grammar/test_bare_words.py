"""Words of a row that no label announces, and two that are glued."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.bare_words import glued_words
from policytext.fields.grammar.rows import read_row
from policytext.page.shadow import fold


def parts(text: str) -> list[tuple[str, str]]:
    """Role and value of each part of a displayed line."""
    row = read_row(fold(text), text)
    return [(part.role, text[part.value_start : part.value_end]) for part in row.parts]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("王小禾青禾发布", ["王小禾", "青禾发布"]),
        ("陈小溪南陵广播电视台", ["陈小溪", "南陵广播电视台"]),
        ("社会杭州日报", ["社会", "杭州日报"]),
    ],
)
def test_glued_words_are_parted(word: str, wanted: list[str]) -> None:
    """A writer or a column in front of a medium that has a whole name without them."""
    assert [word[part.start : part.end] for part in glued_words(word, word, 0, len(word))] == wanted


@pytest.mark.parametrize(
    "word",
    [
        "经济观察报",
        "社会新闻网",
        "健康中国网",
        "黄山日报",
        "温州广播电视台",
        "关于国庆假期值班的通报",
        "安吉发布",
        "高新区融媒体中心",
    ],
)
def test_one_name_stays_one(word: str) -> None:
    """Names of media that begin with a column, a place or what might be a surname; a headline that ends in 报."""
    assert glued_words(word, word, 0, len(word)) == ()


def test_the_badge_and_the_place_of_an_account_are_no_part_of_its_name() -> None:
    """发布于某省某报官方账号, as inline elements glue it."""
    line = "2024-05-18 16:56发布于湖北青禾日报官方账号"
    assert ("origin", "青禾日报") in parts(line)
    assert ("place", "发布于湖北") in parts(line)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("山间小路 于 2024-05-18 16:56:30 发布", ("author", "山间小路")),
        ("2024-05-18 青禾日報／王小禾報導", ("reporter", "王小禾")),
        ("2024-05-18 青禾日報｜王小禾 石桥報導", ("reporter", "王小禾")),
        ("供稿：石桥县融媒体中心 王小禾", ("author", "石桥县融媒体中心 王小禾")),
        ("分类：行业资讯　发布时间：2024-05-18", ("column", "行业资讯")),
        ("2024-05-18 编审：网管中心 浏览量：12", ("editor", "网管中心")),
    ],
)
def test_what_a_row_says_without_a_label_of_its_own(line: str, wanted: tuple[str, str]) -> None:
    """The word before 于 or 報導, an office between label and name, a column that is called like a medium."""
    found = [(role, value.strip()) for role, value in parts(line)]
    assert wanted in found


@pytest.mark.parametrize(
    "line", ["本次会议 于 2024-05-18 召开", "据新华社报道，汛期将至", "会议于2024年5月18日发布了公告"]
)
def test_a_sentence_with_such_words_names_nobody(line: str) -> None:
    """于 and 报道 in sentences."""
    assert all(not part.names for part in read_row(fold(line), line).parts)
