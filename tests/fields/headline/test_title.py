"""The headline: displayed before stated, over several lines, and refused where there is none."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.official_words import DOC_NUMBER
from policytext.fields.headline.stated_titles import stated_titles, strip_site, title_key
from policytext.fields.headline.title import FoundTitle, find_title
from policytext.locate.core import find_core
from policytext.matching.line_matches import LineMatches
from policytext.models.page import Page
from policytext.models.script import NormalizedText
from policytext.page.layout import Layout
from policytext.page.shadow import fold
from policytext.page.view import View, build_view
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html

TEXT = (
    "入夏以来，某市图书馆把闭馆时间延长到晚上九点，并在阅览区增设了一百二十个座位，方便附近的居民和学生前来看书纳凉。",
    "馆长介绍说，延时开放的两个月里，每天晚上都有三百多人次进馆，最受欢迎的是儿童绘本区和地方文献室，周末更是一座难求。",
    "图书馆还请来退休教师和大学生志愿者，每周三和周六晚上给孩子们讲故事，家长可以在公众号上提前一天预约名额。",
)
TITLE = "某市图书馆夏夜延时开放受欢迎"


def view_of(page: Page) -> View:
    """The page as rules see it, nothing repaired."""
    return build_view(page, NormalizedText(text=page.text, source=page.text))


def found_in(page: Page) -> FoundTitle:
    """The headline of a page."""
    view = view_of(page)
    core = find_core(view, LineMatches())
    return find_title(view, Layout(core.first, core.last) if core else Layout(0, 0))


def in_html(head: str, body: str) -> FoundTitle:
    """The headline of an HTML page whose text follows ``body``."""
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    return found_in(read_html(f"<html><head>{head}</head><body>{body}<div>{text}</div></body></html>"))


def in_dump(*above: str) -> FoundTitle:
    """The headline of a dump whose text follows ``above``."""
    return found_in(read_dump("\n\n".join((*above, *TEXT))))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{TITLE}_本地_某某新闻网</title>", f"<h1>某某新闻网</h1><div>{TITLE}</div>"),
        (
            f"<title>{TITLE}-某市图书馆</title>",
            f"<div class='title'>{TITLE}</div><div>2021-07-05 来源：某某晚报</div>",
        ),
        (f"<title>某某新闻网 | {TITLE}</title>", f"<h2>{TITLE}</h2>"),
        ("<title>某某新闻网</title>", f"<h1>{TITLE}</h1><p>2021-07-05 10:20</p>"),
        ("", f"<table><tr><td>{TITLE}</td></tr></table><p>2021年07月05日 某某晚报</p>"),
        (f"<meta name='ArticleTitle' content='{TITLE}'>", f"<p>{TITLE}</p>"),
        (f"<title>{TITLE}</title>", f"<div>主题：{TITLE}</div><div>作者：海边人 时间：2021-07-05</div>"),
    ],
)
def test_the_displayed_headline(head: str, body: str) -> None:
    """Markup, <title>, tags or the byline row below: each is enough to find the line."""
    found = in_html(head, body)
    assert found.text == TITLE
    assert found.line is not None


@pytest.mark.parametrize(
    "above",
    [
        (TITLE, "2021-07-05 10:20 来源：某某晚报"),
        ("首页", "新闻", "专题", TITLE, "某某晚报", "2021-07-05 10:20"),
        (f"{TITLE}_本地_某某新闻网", "首页", "新闻", TITLE, "2021-07-05"),
        ("您的位置：首页 > 本地", TITLE, "[打印] [收藏]"),
        (f"{TITLE}\t\t    2021-07-05 10:20:30",),
        ("首页 | 新闻 | 专题", f"主题: {TITLE}", "楼层： 第 1 楼 时间：2021-07-05 10:20:30"),
        ("网站导航", TITLE, "发布时间：2021-07-05", "分享到", "微信", "微博"),
    ],
)
def test_the_headline_of_a_dump(above: tuple[str, ...]) -> None:
    """Above the byline row, above the text, or with its date behind a gap."""
    assert in_dump(*above).text == TITLE


def test_no_headline_is_made_up() -> None:
    """A page that begins with prose has none; neither has an empty one."""
    assert in_dump() == FoundTitle()
    assert found_in(read_dump("")).text is None


@pytest.mark.parametrize(
    "above",
    [
        ("2021-07-05 10:20 来源：某某晚报",),
        ("首页 > 本地 > 正文",),
        ("某政办发〔2021〕12号",),
        ("分享到",),
        ("来源：某某晚报 作者：赵小河",),
    ],
)
def test_rows_paths_and_numbers_are_no_headlines(above: tuple[str, ...]) -> None:
    """What has a role of its own above the text is not taken for the headline."""
    assert in_dump(*above).line is None


def test_the_head_speaks_where_no_line_does() -> None:
    """Without a displayed headline the tag is believed, and the site's name behind it goes."""
    found = in_html(
        f"<title>{TITLE}_某某新闻网</title><meta property='og:site_name' content='某某新闻网'>", ""
    )
    assert (found.text, found.line, found.rule) == (TITLE, None, "head/title")


def test_a_headline_over_two_lines_as_the_head_states_it() -> None:
    """Both lines together are the title; both are spent."""
    found = in_html(
        f"<title>{TITLE} 每晚三百人次</title>", f"<h1>{TITLE}<br>每晚三百人次</h1><p>2021-07-05</p>"
    )
    assert found.text == f"{TITLE} 每晚三百人次"
    assert found.line is not None
    assert len(found.extra) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("某市人民政府办公室关于印发某市公共图书馆", "延时开放工作方案的通知", "某政办发〔2021〕12号"),
        ("某市人民政府关于做好公共文化场馆", "暑期开放工作的意见", "2021-07-05"),
    ],
)
def test_an_official_headline_over_two_lines(lines: tuple[str, str, str]) -> None:
    """机关 + 关于 + matter + 文种, broken where the line was full."""
    assert in_dump(*lines).text == lines[0] + lines[1]


def test_the_header_table_states_the_title() -> None:
    """标题： of the 信息公开 table says how far a title runs."""
    title = "某市文化局关于延时开放的公告"
    found = in_dump(f"标　　题：\t\t{title}", "发文字号：某文〔2021〕3号", "某市文化局关于延时", "开放的公告")
    assert (found.text or "").replace(" ", "") == title


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("某政办发〔2021〕12号", True),
        ("（第12号）", True),
        ("2021年第3号", True),
        ("关于第12号提案的答复", False),
    ],
)
def test_document_numbers(text: str, verdict: bool) -> None:
    """文号 in its forms, and a title that holds one."""
    assert (DOC_NUMBER.fullmatch(fold(text)) is not None) is verdict


def test_site_names_go_by_evidence() -> None:
    """What the site calls itself, or what is formed like a site's name; the rest of a title stays."""
    assert strip_site("甲 - 乙地新闻网", set()) == "甲 - 乙地新闻网"
    assert strip_site(f"{TITLE} - 乙地新闻网", set()) == TITLE
    assert strip_site(f"{TITLE} - 一座城的夏天", set()) == f"{TITLE} - 一座城的夏天"
    assert strip_site(f"{TITLE} - 一座城的夏天", {title_key(fold("一座城的夏天"))}) == TITLE


def test_what_the_head_states_comes_in_order() -> None:
    """<title> first, then the tags."""
    page = read_html(f"<title>{TITLE}_某网</title><meta property='og:title' content='{TITLE}'><p>x</p>")
    assert [item.rule for item in stated_titles(view_of(page))] == ["head/title", "meta/og-title"]


@pytest.mark.parametrize("sign", ["-", "_", "|", " - ", "·"])
def test_a_title_of_many_separators_is_read_in_one_pass(sign: str) -> None:
    """A hundred thousand separators are looked at once each; looked at against each other they would take minutes."""
    page = read_html(f"<title>{'青禾' + sign * 100_000}某网</title><p>x</p>")
    assert [item.rule for item in stated_titles(view_of(page))] == ["head/title"]
