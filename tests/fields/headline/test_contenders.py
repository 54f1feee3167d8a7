"""Which line wins: heads of dumps and of pages as farms, papers and offices lay them out."""

from __future__ import annotations

import pytest

import policytext

TITLE = "石桥镇夜巡河道"
TEXT = (
    "青禾市水务局近日发布消息，今年汛期全市累计降雨量较常年偏多两成，部分中小河流水位上涨较快。\n"
    "市防汛指挥部要求，各县区要把值守责任落实到岗到人，对低洼易涝点逐一复查，发现险情先转移群众。\n"
    "目前，全市三十六座中型以上水库运行平稳，沿河乡镇已备足沙袋、冲锋舟等物资。\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "首页 要闻 政务 民生 视频\n{}\n2016-09-14　来源：青禾晚报",
        "首页要闻政务民生视频\n{}\n04-20 18:10　来源：青禾晚报",
        "{}\n昨天09:27　来源：青禾晚报",
        "{}\n3小时前　来源：青禾晚报",
        "{}\n（喜迎丰收节）\n2016-09-14　来源：青禾晚报",
        "{}\n□ 孙小谷\n2016-09-14　来源：青禾晚报",
        "{}\n图为巡河现场。（孙小谷 摄）\n2016-09-14　来源：青禾晚报",
        "青禾晚报\n2016-09-14 10:20\n{}",
        "{}\n點閱數：318\n發布日期：112-10-06",
    ],
)
def test_menus_rows_captions_and_counters_are_no_headline(head: str) -> None:
    """The line between them is."""
    assert policytext.parse(head.format(TITLE) + "\n" + TEXT).title == TITLE


@pytest.mark.parametrize(
    "title", ["2024年3月全市环境空气质量通报", "2020年2月3日青禾市疫情通报", "青禾市疫情通报（2020年2月3日）"]
)
def test_a_headline_with_a_date_in_it_is_one(title: str) -> None:
    """It is no byline row, whatever stands above it."""
    doc = policytext.parse(f"首页 要闻 政务 民生 视频\n{title}\n2024-04-08　来源：青禾市生态环境局\n{TEXT}")
    assert doc.title == title


def test_a_headline_in_pieces_is_whole() -> None:
    """A heading over three lines of one block."""
    page = f"<h1>关于印发<br>《云岭县农村公路管护办法》的<br>通知</h1><p>2012-06-24　来源：青禾水务</p>{''.join(f'<p>{x}</p>' for x in TEXT.splitlines())}"
    assert policytext.parse(page, form="html").title == "关于印发《云岭县农村公路管护办法》的通知"


def test_a_page_without_running_text_has_its_headline() -> None:
    """A notice of short lines: the first says what it is, the day below it is its signature's."""
    doc = policytext.parse(
        "关于暂停办理业务的公告\n各位纳税人\n因系统升级\n3月5日至3月7日暂停办理各项业务\n请提前安排\n云岭县税务局\n2024年3月1日\n"
    )
    assert doc.title == "关于暂停办理业务的公告"


def test_the_evidence_is_told() -> None:
    """Winner and losers carry the names of what was weighed."""
    field = policytext.parse(f"{TITLE}\n山里通了自来水\n2016-09-14　来源：青禾晚报\n{TEXT}").field("title")
    assert field is not None
    assert any(item.startswith("over-row") for item in field.evidence)
    assert any(other.evidence for other in field.others)
