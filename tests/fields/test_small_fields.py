"""Origin, breadcrumb, keywords, site, metadata: one datum each."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.breadcrumb import read_breadcrumb, split_breadcrumb
from policytext.fields.grammar.keywords import split_keywords
from policytext.fields.grammar.origin import clean_origin, is_region, looks_origin
from policytext.fields.metadata import by_name, dates, statements
from policytext.fields.site import read_site
from policytext.models.page import Meta, Page
from policytext.models.script import NormalizedText
from policytext.page.shadow import fold
from policytext.page.view import build_view
from policytext.readers.dump.reader import read_dump


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("《某财周刊》", "某财周刊"),
        (" 某某网 | ", "某某网"),
        ("某国新闻网参与互动", "某国新闻网"),
        ("某报【", "某报"),
        ("某市）", "某市"),
        ("21世纪某报", "21世纪某报"),
    ],
)
def test_an_origin_is_cleaned(text: str, value: str) -> None:
    """Brackets around it, bars and glued buttons go; the name stays as displayed."""
    assert clean_origin(text) == value


def test_places_and_buttons_are_no_origin() -> None:
    """来自甘肃 says where the account sits; 分享 is a button; a labelled unknown word is believed."""
    assert is_region("甘肃")
    assert is_region("内蒙古自治区")
    assert not is_region("甘肃日报")
    assert looks_origin("分享到", labelled=False) == 0.0
    assert looks_origin("甘肃省", labelled=True) == 0.0
    assert looks_origin("某某晚报", labelled=False) > looks_origin("张小三", labelled=False)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "您当前的位置 : 某省某网 >> 某省新闻 >> 市州播报 >> 某州",
            ("某省某网", "某省新闻", "市州播报", "某州"),
        ),
        ("首页 / 科技 / 正文", ("首页", "科技")),
        ("當前位置:首頁 » 知識產權", ("首頁", "知識產權")),
        ("某民网>>文化", ("某民网", "文化")),
        ("首页 - 新闻动态", ("首页", "新闻动态")),
        ("某华网  正文", ("某华网",)),
        ("> 某省要闻", ("某省要闻",)),
    ],
)
def test_a_path_of_columns(line: str, parts: tuple[str, ...]) -> None:
    """Arrows of every kind; 正文 is no column."""
    crumb = read_breadcrumb(line, fold(line))
    assert crumb is not None
    assert crumb.parts == parts


def test_the_headline_is_no_column() -> None:
    """A path that ends with the headline ends before it."""
    line = "首页 > 要闻 > 某县召开春季造林工作会议"
    crumb = read_breadcrumb(line, fold(line), "某县召开春季造林工作会议")
    assert crumb is not None
    assert crumb.parts == ("首页", "要闻")
    assert split_breadcrumb("某省某网 >> 某州") == ("某省某网", "某州")


@pytest.mark.parametrize(
    "line",
    [
        "某州地处黄河上游，位置重要，是节点城市。",
        "申报流程：提交申请 > 材料审核 > 现场核查 > 公示",
        "首页 | 时事 | 生活 | 财经",
        "5 > 3",
        "更多>>更多精彩内容请继续关注某某网站的后续报道，谢谢大家的支持与厚爱",
    ],
)
def test_what_is_no_path(line: str) -> None:
    """Prose with 位置, steps of a procedure, menus, a sum."""
    crumb = read_breadcrumb(line, fold(line))
    assert crumb is None or not crumb.parts or line.startswith("5")


def test_keywords_divide_by_commas_before_blanks() -> None:
    """Blanks divide only where nothing else does; repeats go."""
    assert split_keywords("防汛，抢险 救灾，防汛") == ("防汛", "抢险 救灾")
    assert split_keywords("防汛 抢险\xa0救灾") == ("防汛", "抢险", "救灾")
    assert split_keywords(" ， ") == ()


def test_the_frame_tells_the_owner() -> None:
    """Licence numbers, site code, sponsor and contacts come out of the footer."""
    text = "主办：某县人民政府办公室 承办：某县大数据中心\n晋ICP备05001234号-1 晋公网安备 14010502000123号\n网站标识码：1401050001\n联系电话：0351-1234567"
    page = read_dump(text)
    view = build_view(page, NormalizedText(text=text, source=text))
    site = read_site(by_name(page), view.lines)
    assert site.icp == "晋ICP备05001234号-1"
    assert site.police_no == "晋公网安备 14010502000123号"
    assert site.id_code == "1401050001"
    assert (site.sponsor, site.organizer) == ("某县人民政府办公室", "某县大数据中心")
    assert site.contacts == ("联系电话：0351-1234567",)


def test_official_tags_come_before_opengraph() -> None:
    """PubDate and ContentSource of the official page tags lead; a value said twice is said once."""
    page = Page(
        "x",
        meta=(
            Meta("meta", "article:published_time", "2021-03-05T00:00:00+08:00"),
            Meta("meta", "pubdate", "2021-03-04 10:20"),
            Meta("meta", "contentsource", "某县水务局"),
            Meta("meta", "source", "某县水务局"),
            Meta("meta", "author", ""),
        ),
    )
    head = by_name(page)
    found = [(hit.dated("").isoformat(), stated.rule) for hit, stated in dates(head)]
    assert found == [
        ("2021-03-04T10:20:00+08:00", "meta/pubdate"),
        ("2021-03-05", "meta/article-published-time"),
    ]
    assert [item.value for item in statements(head, "origin")] == ["某县水务局"]
    assert list(statements(head, "authors")) == []
