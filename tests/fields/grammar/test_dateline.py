"""Datelines: who reports, and for whom."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.dateline import read_dateline
from policytext.page.shadow import fold


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("某华社巴黎12月9日电（记者唐小霁）法国9日再次", ("唐小霁",)),
        ("本报讯 （实习记者 樊小亮 张大超 记者惠小禾）13岁", ("樊小亮", "张大超", "惠小禾")),
        ("本站讯（职工通讯员 李小雯 刘会）为深入", ("李小雯", "刘会")),
        ("本报讯 记者张小三报道：近日，", ("张小三",)),
        ("（中央社記者林志一台北12日電）", ("林志一",)),
    ],
)
def test_reporters_in_a_dateline(text: str, names: tuple[str, ...]) -> None:
    """The bracket behind 讯 and 电, and the old 记者某某报道."""
    found = read_dateline(fold(text), text)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "text", ["近日，市民向本报（记者站）反映", "会议指出。（记者张小三）", "本报讯 近日，某市启动"]
)
def test_no_dateline_no_reporters(text: str) -> None:
    """A bracket behind a full sentence is no dateline."""
    found = read_dateline(fold(text), text)
    assert found is None or not found.names


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("新华社青禾5月6日电（记者王小禾、李麦秋）为深入", "新华社"),
        ("中新网云岭5月6日电 (王小禾 李麦秋)昨日", "中新网"),
        ("南陵广播电视台讯（记者 王小禾）为做好", "南陵广播电视台"),
        ("（中央社記者王小禾青禾6日電）市府", "中央社"),
        ("【青禾日报讯】近日，", "青禾日报"),
        ("本报讯（记者王小禾）近日", ""),
        ("这条短讯（记者注）说的是", ""),
    ],
)
def test_the_medium_of_a_dateline(text: str, medium: str) -> None:
    """Whom a dateline was wired for; 本报 names nobody, and a word with 讯 or 电 in it is none."""
    found = read_dateline(fold(text), text)
    assert (text[slice(*found.medium)] if found else "") == medium
