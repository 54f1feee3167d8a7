"""Template families: recognised by their markup whatever the host, and read the better for it, never the worse.

The pages in ``fixtures/families`` are synthetic: our own sentences in markup rebuilt after the template. What each of them gives
is checked with all other fixtures (``tests/test_pages.py``).
"""

from __future__ import annotations

import re

import pytest

import policytext
from policytext import Source
from policytext.sources import SOURCES, find_source
from support.cases import fixture_cases

CASES = {case.name.removeprefix("families/"): case for case in fixture_cases("families")}
FAMILIES = sorted(source.key for source in SOURCES if source.markup)
SENTENCES = (
    "近日，青禾市水务局组织技术人员对禾水河沿线的十二处泵站逐一检修，更换老化电缆三百余米。",
    "检修人员每天早上六点出发，赶在气温升高之前完成露天作业，下午再回到站房核对仪表读数。",
    "据介绍，全部检修将于六月底前完成，届时沿线三个乡镇的农田灌溉用水可以得到保障。",
)


def html(name: str) -> str:
    """The page of a case."""
    page = CASES[name].html
    assert page is not None
    return page.decode("utf-8")


def test_every_family_has_a_page() -> None:
    """No family goes without a page that it is recognised on."""
    assert {case.expected["source"] for case in CASES.values()} == set(FAMILIES)


@pytest.mark.parametrize("key", FAMILIES)
def test_a_dump_is_not_recognised_by_markup(key: str) -> None:
    """A dump has no markup, and words that name the system are no evidence."""
    assert (
        policytext.parse("\n".join(("青禾市检修泵站", f"本站使用 {key} 搭建。", *SENTENCES))).source
        == "generic"
    )


@pytest.mark.parametrize(
    "head",
    [
        '<div class="trs_editor_box">',
        '<div class="my-trs_editor">',
        '<div id="vsb_content_box">',
        '<div id="x" class="ucapcontent">',
        "<!-- the enpcontent of this page -->",
        '<meta name="generator" content="My WordPress export">',
    ],
)
def test_names_that_only_look_like_it_are_not_enough(head: str) -> None:
    """Negative: a sign is a whole name of a block, the beginning of a comment or of a value, not a part of one."""
    page = f"<html><head><title>青禾市检修泵站</title></head><body>{head}" + "".join(
        f"<p>{s}</p>" for s in SENTENCES
    )
    assert policytext.parse(page).source == "generic"


def test_a_host_is_closer_than_a_template() -> None:
    """A site that we know stays that site, whatever system its page is made with."""
    page = html("trs")
    assert policytext.parse(page, url="http://news.gscn.com.cn/1.html").source == "gscn"


def test_the_text_block_is_closer_than_the_tags_of_the_head() -> None:
    """Government tags stand on pages of any system; the block around the text names the system."""
    page = html("gov_portal").replace('<div id="zoom">', '<div id="zoom" class="TRS_Editor">')
    assert policytext.parse(page).source == "trs"


PLACED = ("weixin", "trs", "hanweb", "ucap", "founder", "vsb", "webplus", "wordpress", "zblog", "gov_portal")


@pytest.mark.parametrize("name", PLACED)
def test_an_empty_place_makes_no_page_worse(name: str) -> None:
    """Where the template's block is empty and the text stands elsewhere, the page is searched like any other."""
    doc = policytext.parse(
        "<html><head><title>青禾市检修泵站</title></head><body><h1>青禾市检修泵站</h1><p>2023-05-08 来源：青禾日报</p>"
        + "".join(_empty(sign) for sign in find_source(name).body)
        + '<div class="wz">' + "".join(f"<p>{s}</p>" for s in SENTENCES) + "</div></body></html>",
        source=name,
    )  # fmt: skip
    assert doc.text.split("\n") == list(SENTENCES)


@pytest.mark.parametrize("name", PLACED)
def test_a_teaser_in_the_place_does_not_hide_the_text(name: str) -> None:
    """A block elsewhere that holds less than a third of what the search finds is not believed."""
    teaser = _empty(find_source(name).body[0], "<p>每周一至周五开放。</p>")
    doc = policytext.parse(
        "<html><head><title>青禾市检修泵站</title></head><body><h1>青禾市检修泵站</h1><p>2023-05-08 来源：青禾日报</p>"
        f'<div class="wz">{"".join(f"<p>{s}</p>" for s in SENTENCES)}</div><div class="side"><ul>'
        "<li><a>禾水河大桥完成桩基施工</a></li><li><a>市图书馆延长开放时间</a></li><li><a>春季植树动员会召开</a></li>"
        f"</ul>{teaser}</div></body></html>",
        source=name,
    )
    assert doc.text.split("\n") == list(SENTENCES)


@pytest.mark.parametrize("name", PLACED)
def test_a_text_that_runs_on_behind_the_block_is_whole(name: str) -> None:
    """Where the block holds the lead only and the text goes on beside it, nothing is lost: over-removal is the worse error."""
    lead = _empty(find_source(name).body[0], f"<p>{SENTENCES[0]}</p>")
    doc = policytext.parse(
        "<html><head><title>青禾市检修泵站</title></head><body><h1>青禾市检修泵站</h1><p>2023-05-08 来源：青禾日报</p>"
        f'<div class="wz">{lead}<p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p></div></body></html>',
        source=name,
    )
    assert doc.text.split("\n") == list(SENTENCES)


@pytest.mark.parametrize("name", PLACED)
def test_headline_and_byline_inside_the_block_are_fields(name: str) -> None:
    """Some templates put the head of the article into the block of the text; the addressees below it are text."""
    inner = (
        "<h1>青禾市检修禾水河沿线泵站</h1><p>2023-05-08 09:12 来源：青禾日报</p><p>字号：[大 中 小] 打印</p><p>各乡镇人民政府：</p>"
        + "".join(f"<p>{s}</p>" for s in SENTENCES)
    )
    doc = policytext.parse(
        "<html><head><title>青禾市检修禾水河沿线泵站_青禾网</title></head><body><div><a>首页</a> <a>新闻</a></div>"
        f"{_empty(find_source(name).body[0], inner)}<div>青ICP备00000000号</div></body></html>",
        source=name,
    )
    assert doc.text.split("\n") == ["各乡镇人民政府：", *SENTENCES]
    assert (doc.title, doc.origin) == ("青禾市检修禾水河沿线泵站", "青禾日报")


@pytest.mark.parametrize("name", PLACED)
def test_frame_at_the_end_of_the_block_is_no_text(name: str) -> None:
    """Some templates put tools, neighbours and related links into the block of the text; signature and files before them stay."""
    closing = ("附件：泵站检修安排表.doc", "青禾市水务局", "2023年5月8日")
    inner = "".join(f"<p>{s}</p>" for s in (*SENTENCES, *closing)) + (
        "<p>分享到：微信 微博</p><p>[打印] [关闭]</p><h3>相关阅读</h3><ul><li><a>春季植树动员会召开</a></li>"
        "<li><a>禾水河大桥完成桩基施工</a></li><li><a>市图书馆延长开放时间</a></li></ul>"
    )
    doc = policytext.parse(
        "<html><head><title>青禾市检修泵站</title></head><body><h1>青禾市检修泵站</h1><p>2023-05-08 来源：青禾日报</p>"
        f"<div>{_empty(find_source(name).body[0], inner)}</div></body></html>",
        source=name,
    )
    assert doc.text.split("\n") == [*SENTENCES, *closing]


@pytest.mark.parametrize("name", PLACED)
def test_a_table_at_the_end_of_the_block_is_text(name: str) -> None:
    """Negative: short cells behind the last sentence are the author's, they stand in the author's block."""
    cells = "".join(f"<tr><td>{i}</td><td>泵站{i}</td><td>{i}日停水</td></tr>" for i in range(1, 9))
    inner = "".join(f"<p>{s}</p>" for s in SENTENCES) + f"<table>{cells}</table>"
    doc = policytext.parse(
        "<html><head><title>青禾市检修泵站</title></head><body><h1>青禾市检修泵站</h1><p>2023-05-08 来源：青禾日报</p>"
        f"<div>{_empty(find_source(name).body[0], inner)}</div><p>责任编辑：苏禾</p></body></html>",
        source=name,
    )
    assert doc.text.endswith("8\t泵站8\t8日停水")


def _empty(sign: str, inner: str = "") -> str:
    """Markup that has this place."""
    if sign.startswith("comment:"):
        first, last = sign[8:].split("|")
        return f"<!--{first}-->{inner}<!--{last}-->"
    if sign[0] == "#":
        return f'<div id="{sign[1:]}">{inner}</div>'
    return f'<div class="{sign[1:]}">{inner}</div>' if sign[0] == "." else f"<{sign}>{inner}</{sign}>"


def test_the_place_between_two_comments() -> None:
    """Comments part what no block does: a teaser in the same block stays outside."""
    page = (
        "<html><head><title>青禾市检修泵站</title></head><body><h1>青禾市检修泵站</h1><p>2023-05-08 来源：青禾日报</p>"
        "<div><!--enpcontent-->" + "".join(f"<p>{s}</p>" for s in SENTENCES) + "<!--/enpcontent--></div>"
        "<div><p>责任编辑：苏禾</p></div></body></html>"
    )
    assert policytext.parse(page).text.split("\n") == list(SENTENCES)


def test_an_unclosed_comment_is_no_place() -> None:
    """Negative: the first comment alone says nothing; the page is read as ever."""
    page = html("founder").replace("<!--/enpcontent-->", "")
    assert policytext.parse(page).text.split("\n") == CASES["founder"].expected["body"]


@pytest.mark.parametrize(
    "source", [source for source in SOURCES if source.markup], ids=lambda source: source.key
)
def test_signs_are_well_formed(source: Source) -> None:
    """Every sign is of a form that the recogniser knows, in lower case, so that it can be found at all."""
    for sign in source.markup:
        assert sign == sign.lower()
        assert re.fullmatch(r"[#.][\w-]+|comment:[^|]+|meta:[\w:.-]+(?:=.+)?", sign)
    for place in source.body:
        assert place == place.lower()
        assert re.fullmatch(r"[#.][\w-]+|[a-z]+|comment:[^|]+\|[^|]+", place)
