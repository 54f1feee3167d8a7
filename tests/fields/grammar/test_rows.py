"""Byline rows: parts, explained share, and the line between a row and a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.fields.grammar.rows import Row, read_row
from policytext.page.shadow import fold


def row(text: str) -> Row:
    """The row of a displayed line."""
    return read_row(fold(text), text)


def values(text: str) -> dict[str, str]:
    """Role to value, as displayed."""
    return {
        p.role: text[p.value_start : p.value_end].strip()
        for p in row(text).parts
        if p.role not in ("label", "widget")
    }


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("21-12-21 09:08 来源:某省某网-某某晚报 编辑:张一琴", {"date:published": "21-12-21 09:08", "origin": "某省某网-某某晚报", "editor": "张一琴"}),
        ("发布时间：2019-05-18 来源：某某学会", {"date:published": "2019-05-18", "origin": "某某学会"}),
        ("2019-09-26 12:11来源：某某时报网 作者：李在河", {"origin": "某某时报网", "author": "李在河", "date:published": "2019-09-26 12:11"}),
        ("2019-09-26 12:11来源：某某时报网作者：李在河", {"origin": "某某时报网", "author": "李在河", "date:published": "2019-09-26 12:11"}),
        ("發布時間：2020-03-12 20:19 來源：某某報", {"date:published": "2020-03-12 20:19", "origin": "某某報"}),
        ("来 源：某某日报　责　编：王小明", {"origin": "某某日报", "duty_editor": "王小明"}),
        ("时间：2024.05.11 来源：某某日报 作者：南一帆 分享到：", {"date:published": "2024.05.11", "origin": "某某日报", "author": "南一帆"}),
        ("成文日期：2021年3月4日 发布日期：2021年3月9日", {"date:signed": "2021年3月4日", "date:published": "2021年3月9日"}),
        ("更新时间：2022-09-15 11:42", {"date:updated": "2022-09-15 11:42"}),
        ("2022-09-15 11:42 更新", {"date:updated": "2022-09-15 11:42"}),
        ("发布日期：2016-11-22 浏览次数： 信息来源：省某委", {"date:published": "2016-11-22", "counter": "", "origin": "省某委"}),
        ("[作者: 刘一仓 　责任编辑: 杨二宇 ]", {"author": "刘一仓", "duty_editor": "杨二宇"}),
        ("编辑 周小褶 ｜ 排版 魏一蔚", {"editor": "周小褶", "producer": "魏一蔚"}),
        ("摄影/张小艳  编辑/苏小芳", {"photographer": "张小艳", "editor": "苏小芳"}),
        ("文丨某某特约评论员 韩小涵", {"author": "某某特约评论员 韩小涵"}),
        ("海边人 发表于 2005-9-15 11:46:00", {"author": "海边人", "date:published": "2005-9-15 11:46:00"}),
        ("由海边人张贴 @ 2005-06-14 03:25:55 (370) 共 11 篇评论", {"author": "海边人", "date:published": "2005-06-14 03:25:55"}),
        ("发布时间 2005/05/17 22:11:42 by seaman", {"date:published": "2005/05/17 22:11:42", "author": "seaman"}),
    ],
)  # fmt: skip
def test_the_parts_of_a_row(line: str, wanted: dict[str, str]) -> None:
    """Each label gets its own value and no more; the row as a whole is told as one."""
    assert values(line) == wanted
    assert row(line).is_byline


@pytest.mark.parametrize(
    "line",
    [
        "2018年12月28日 19:55 某京报",
        "2019年09月11日01:53  某浪科技   我有话说(1307人参与) 收藏本文",
        "（责任编辑： 黄小帅 ）",
        "发布时间：10-0812:00优质原创作者",
        "监 制：高小勇",
    ],
)
def test_a_row_may_hold_a_bare_word_or_nothing_but_a_credit(line: str) -> None:
    """A paper without a label, buttons, a counter, a lone credit: all of it is a row."""
    assert row(line).is_byline


@pytest.mark.parametrize(
    "line",
    [
        "来源可查、去向可追、责任可究，是进口冷链食品追溯管理的基本要求。",
        "编辑出版《某省年鉴》的单位应当于每年6月底前报送资料。",
        "记者从某小组办公室获悉:我省已建立常态化巡查工作制度",
        "12月6日,记者从会上获悉,盈利来源:不明的货物仍占三成",
        "咨询电话：0931-1234567 12345678",
        "会议时间：请各单位于8月前报名，逾期不再受理，具体安排另行通知。",
        "2021年3月4日，某县举行仪式，来自全县的代表参加了活动并发言。",
        "一、报名时间和地点",
        "地点：某区某路12号",
    ],
)
def test_a_sentence_is_no_row(line: str) -> None:
    """Labels and dates inside prose and notices do not make a byline row of it."""
    assert not row(line).is_byline


def test_long_lines_are_not_looked_at() -> None:
    """Over 240 characters nothing is read: paragraphs are no rows."""
    assert row("来源：某报" + "，" * 300).parts == ()


@given(st.text(alphabet="来源作者编辑记:：/|() 0123456789-年月日某报by\u3000", max_size=120))
def test_parts_stay_inside_their_line(text: str) -> None:
    """Whatever stands on a line, parts lie inside it and the unexplained rest is never more than the line."""
    found = row(text)
    assert 0 <= found.left <= len(text)
    for part in found.parts:
        assert 0 <= part.start <= part.value_start <= part.value_end <= len(text)


@given(st.text(alphabet="编辑作者:记、 \x1c\x85\r\t王小禾\u2028（)", max_size=40))
def test_no_name_is_empty(text: str) -> None:
    """Control characters that are white space to some and not to others leave no empty name behind."""
    assert all(name.strip() for part in row(text).parts for name in part.names)
