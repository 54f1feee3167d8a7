"""Other witnesses: sheets of dates, 更新 alone, the site's name, keywords, lists of authors."""

from __future__ import annotations

import pytest

import policytext

TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "青禾市水务局近日发布消息，今年汛期全市累计降雨量较常年偏多两成，部分中小河流水位上涨较快。",
        "市防汛指挥部要求，各县区要把值守责任落实到岗到人，对低洼易涝点逐一复查，发现险情先转移群众。",
    )
)


def page(head: str = "", row: str = "", foot: str = "") -> policytext.Document:
    """A page with what is asked for in its head, below its headline and at its foot."""
    return policytext.parse(
        f"<html><head>{head}</head><body><h1>石桥镇夜巡河道</h1>{row}<div>{TEXT}</div>{foot}</body></html>",
        form="html",
    )


@pytest.mark.parametrize(
    ("row", "iso"),
    [
        ("<div>21</div><div>2024年02月</div>", "2024-02-21"),
        ("<div>2020</div><div>07/08</div><div>16:37</div>", "2020-07-08T16:37:00+08:00"),
    ],
)
def test_a_sheet_of_several_lines_is_the_date(row: str, iso: str) -> None:
    """Against a tag that says another time."""
    doc = page(row=row)
    assert doc.published is not None
    assert doc.published.isoformat() == iso


def test_updated_alone_is_the_date_and_says_so() -> None:
    """Its kind tells that it is not the first."""
    doc = page(row="<p>更新时间：2021-03-04 10:20</p>")
    assert doc.published is not None
    assert (doc.published.isoformat(), doc.published.kind) == ("2021-03-04T10:20:00+08:00", "updated")


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("<title>石桥镇夜巡河道_青禾新闻网</title>", "", "青禾新闻网"),
        ("", "<p>版权所有：青禾日报社 青ICP备00000001号</p>", "青禾日报社"),
        ("<meta name='SiteName' content='青禾市人民政府'>", "<p>版权所有：青禾日报社</p>", "青禾市人民政府"),
    ],
)
def test_the_site_is_named_by_title_foot_or_tag(head: str, foot: str, name: str) -> None:
    """The tag before the title, the title before the foot."""
    assert page(head, foot=foot).publisher == name


def test_keywords_of_the_site_are_none_of_the_article() -> None:
    """Nothing of them stands in the text; where one does, they are its own."""
    assert page("<meta name='keywords' content='青禾网,招聘,二手房'>").keywords == ()
    assert page("<meta name='keywords' content='石桥镇,河道,巡查'>").keywords == ("石桥镇", "河道", "巡查")


def test_all_authors_of_a_list_are_authors() -> None:
    """JSON-LD names them one by one."""
    people = ",".join(f'{{"@type":"Person","name":"{name}"}}' for name in ("王小禾", "陈思远"))
    doc = page(f'<script type="application/ld+json">{{"@type":"NewsArticle","author":[{people}]}}</script>')
    assert doc.authors == ("王小禾", "陈思远")
