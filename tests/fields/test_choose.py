"""All fields of small pages: as HTML, as the dump of it, with the frame around it. The articles are our own writing."""

from __future__ import annotations

import pytest

import policytext
from policytext.models.document import Document

BODY = (
    "为做好今年的防汛工作，某县水务局近日组织人员对全县十二座小型水库进行了逐一检查，重点查看溢洪道、放水设施和坝体渗漏情况。",
    "检查组要求各水库管理单位落实值班制度，备足编织袋、块石等抢险物资，发现险情第一时间上报，不得迟报、漏报。",
    "据介绍，今年汛期全县计划新增雨量监测点三十处，监测数据将实时传送到县防汛指挥部，为群众转移争取时间。",
)
MENU = ("首页", "要闻动态", "政务公开", "政务服务", "互动交流")
TITLE = "某县水务局开展小型水库汛前检查"


def html(
    above: str = "",
    row: str = "<p class='info'>发布时间：2021-03-04 10:20　来源：某县水务局</p>",
    below: str = "",
    head: str = "",
    last: str = "",
) -> str:
    """A page in a plain markup of a government site."""
    paragraphs = "".join(f"<p>{text}</p>" for text in (*BODY[:-1], BODY[-1] + last))
    menu = "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(MENU))
    return (
        f"<html><head><title>{TITLE}_某县人民政府</title>{head}</head><body><ul>{menu}</ul>{above}<h1>{TITLE}</h1>{row}"
        f"<div class='content'>{paragraphs}</div>{below}<div><a href='/x'>上一篇：某县召开春季造林会议</a></div>"
        "<div>主办：某县人民政府办公室　晋ICP备05001234号-1</div></body></html>"
    )


def dump(
    above: str = "",
    row: str = "发布时间：2021-03-04 10:20　来源：某县水务局",
    below: str = "",
    last: str = "",
) -> str:
    """The same page as a plain dump."""
    lines = (
        *(f"  • {word}" for word in MENU),
        above,
        TITLE,
        row,
        *BODY[:-1],
        BODY[-1] + last,
        below,
        "上一篇：某县召开春季造林会议",
        "主办：某县人民政府办公室　晋ICP备05001234号-1",
    )
    return "\n\n".join(line for line in lines if line)


def both(**parts: str) -> tuple[Document, Document]:
    """The page and its dump, read."""
    marked = {
        name: "".join(f"<p>{line}</p>" for line in text.split("\n")) if name != "last" else text
        for name, text in parts.items()
    }
    return policytext.parse(html(**marked)), policytext.parse(dump(**parts))


def test_a_plain_page_gives_its_fields_in_both_forms() -> None:
    """Title, date to the minute, origin; the byline is spent, the body stays whole."""
    for doc in both():
        assert doc.title == TITLE
        assert doc.published is not None
        assert doc.published.isoformat() == "2021-03-04T10:20:00+08:00"
        assert doc.origin == "某县水务局"
        assert (doc.authors, doc.editors) == ((), ())
        assert doc.text == "\n".join(BODY)


@pytest.mark.parametrize(
    ("row", "date", "origin"),
    [
        ("2021年03月04日10:20 某华网", "2021-03-04T10:20:00+08:00", "某华网"),
        ("21-03-04 10:20 来源:某县融媒 编辑:赵小河", "2021-03-04T10:20:00+08:00", "某县融媒"),
        ("2021-03-04 00:00:00 来源：某某日报 浏览：33 字号：大 中 小", "2021-03-04", "某某日报"),
        ("更新时间：2021-03-09\n发布日期：2021-03-04\n稿源：某某日报", "2021-03-04", "某某日报"),
        ("某县发布\n发布时间：2021/03/04", "2021-03-04", "某县发布"),
        ("来源：\n某某日报\n2021-03-04", "2021-03-04", "某某日报"),
    ],
)
def test_bylines_of_many_makes(row: str, date: str, origin: str) -> None:
    """One row or several lines, labels or none: the same fields; 更新 is no publication."""
    for doc in both(row=row):
        assert doc.published is not None
        assert doc.published.isoformat() == date
        assert doc.origin == origin
        assert doc.title == TITLE


@pytest.mark.parametrize(
    ("below", "last", "authors", "editors"),
    [
        ("（责任编辑：赵小河 PK155）", "", (), ("赵小河",)),
        ("责编：赵小河、钱大江 审核：孙一山", "", (), ("赵小河", "钱大江")),
        ("□ 本报记者 赵小河", "", ("赵小河",), ()),
        ("某某日报社全媒体记者　赵小河", "", ("赵小河",), ()),
        ("", "（赵小河 钱大江）", ("赵小河", "钱大江"), ()),
        ("", "（记者 赵小河）", ("赵小河",), ()),
        ("作者 赵小河 钱大江\n编辑 孙一山 | 排版 李二水", "", ("赵小河", "钱大江"), ("孙一山",)),
        ("【责任编辑：系统管理员】", "", (), ()),
        ("", "（完）", (), ()),
    ],
)
def test_credits_below_the_text(
    below: str, last: str, authors: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    """An editor is never an author; a bracket behind the last sentence is, where it holds names."""
    for doc in both(below=below, last=last):
        assert (doc.authors, doc.editors) == (authors, editors)


def test_dates_of_other_texts_are_not_the_publication() -> None:
    """A page that gives no date has none, whatever its related list and its comments say."""
    below = "相关阅读\n某县完成春灌\n2020-01-02\n网友评论\n路人甲 2020-02-03 11:11"
    for doc in both(row="来源：某县水务局", below=below):
        assert doc.published is None
        assert doc.origin == "某县水务局"


def test_what_is_displayed_wins_over_the_head() -> None:
    """Templates copy tags; the losers are remembered, best first."""
    head = "<meta name='PubDate' content='2019-01-01 08:00'><meta name='ContentSource' content='某市政府网'><meta name='Author' content='王小五'>"
    doc = policytext.parse(html(head=head))
    assert doc.published is not None
    assert doc.published.isoformat() == "2021-03-04T10:20:00+08:00"
    assert doc.origin == "某县水务局"
    field = doc.field("published")
    assert field is not None
    assert [other.rule for other in field.others] == ["meta/pubdate"]
    assert doc.authors == ()


def test_the_head_speaks_where_nothing_is_displayed() -> None:
    """PubDate, ContentSource and Keywords of the official page tags fill what the page does not show."""
    head = "<meta name='PubDate' content='2021-03-04 10:20'><meta name='ContentSource' content='某县水务局'><meta name='Keywords' content='防汛,水库'>"
    doc = policytext.parse(html(row="", head=head))
    assert doc.published is not None
    assert doc.published.isoformat() == "2021-03-04T10:20:00+08:00"
    assert (doc.origin, doc.keywords) == ("某县水务局", ("防汛", "水库"))
    field = doc.field("origin")
    assert field is not None
    assert (field.rule, field.span) == ("meta/contentsource", None)


def test_an_address_gives_a_day_and_no_more() -> None:
    """The day in the address is the last resort."""
    doc = policytext.parse(html(row=""), url="http://www.example.gov.cn/art/20210304/1.html")
    assert doc.published is not None
    assert (doc.published.isoformat(), doc.published.precision) == ("2021-03-04", "day")


def test_spans_lead_to_what_was_read() -> None:
    """A field's span cuts its raw text out of the page."""
    for doc in both():
        for name in ("title", "published", "origin"):
            field = doc.field(name)
            assert field is not None
            assert field.span is not None
            assert field.span.cut(doc.page.text) == field.raw


def test_a_breadcrumb_is_taken_and_spent() -> None:
    """Label and arrows; the headline at its end is no column."""
    for doc in both(above=f"您当前的位置：首页 > 要闻动态 > {TITLE}"):
        assert doc.breadcrumb == ("首页", "要闻动态")
        assert doc.title == TITLE


def test_original_title_is_the_subtitle() -> None:
    """原标题：… below the byline."""
    for doc in both(row="2021-03-04 10:20 来源：某县水务局\n原标题：十二座水库过了一遍"):
        assert doc.subtitle == "十二座水库过了一遍"
        assert doc.text == "\n".join(BODY)


def test_a_page_that_begins_with_prose_has_no_title() -> None:
    """No headline is displayed and no head states one: none is made up."""
    doc = policytext.parse("\n".join(BODY))
    assert doc.title is None
    assert doc.published is None


@pytest.mark.parametrize(
    "line",
    [
        "来源地监测：全县共设三十处监测点，覆盖所有乡镇。",
        "咨询电话：0351-1234567",
        "记者从县防汛办获悉，今年雨量偏多。",
        "一、编辑：各乡镇于2021年4月1日前完成名册编辑工作。",
    ],
)
def test_lines_of_the_body_are_not_spent(line: str) -> None:
    """A label in a sentence, a public telephone number and a heading stay in the body."""
    text = html().replace(f"<p>{BODY[1]}</p>", f"<p>{BODY[1]}</p><p>{line}</p>")
    assert line in policytext.parse(text).text


def test_forum_posts_end_with_their_own_row() -> None:
    """Who posted and when stands below the post; who answered is nobody's author."""
    below = "海边的人 发表于 2021-03-04 10:20:11\n路人 发表于 2021-03-05 09:00:00"
    for doc in both(row="", below=below):
        assert doc.authors == ("海边的人",)
        assert doc.published is not None
        assert doc.published.isoformat() == "2021-03-04T10:20:11+08:00"


NOTICE = (
    "某政办发〔2021〕12号",
    "各乡镇人民政府，县直各部门：",
    "为做好今年的防汛工作，经县人民政府同意，现就小型水库汛前检查有关事项通知如下，请结合实际认真贯彻落实。",
    "一、检查时间",
    "时间：2021年3月10日至3月20日",
    "截止日期：2021年3月25日",
    "二、报送要求",
    "各单位于检查结束后三日内将检查情况书面报送县防汛办，联系人和联系方式如下，逾期未报的将予以通报。",
    "联系人：赵小河　联系电话：0351-1234567",
    "来源地信息：由各乡镇填写。",
    "附件：1.小型水库名单",
    "某县人民政府办公室",
    "2021年3月4日",
    "（此件公开发布）",
    "抄送：县委办公室，县人大常委会办公室。",
)


def test_no_line_of_an_official_document_is_spent_on_a_field() -> None:
    """Number, addressees, dates of the matter, contact, attachment, signature and signing date are the document."""
    title = "某县人民政府办公室关于开展小型水库汛前检查的通知"
    page = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>发布日期：2021-03-05</p><div class='content'>"
        + "".join(f"<p>{line}</p>" for line in NOTICE)
    )
    for source in (page + "</div></body></html>", "\n\n".join((title, "发布日期：2021-03-05", *NOTICE))):
        doc = policytext.parse(source)
        spent = "\n".join(piece.span.cut(doc.page.text) for piece in doc.pieces if piece.role == "field")
        assert [line for line in NOTICE if line in [text.strip() for text in spent.splitlines()]] == []
        assert doc.published is not None
        assert doc.published.isoformat() == "2021-03-05"
        assert doc.authors == ()


def test_a_signing_date_is_not_the_publication() -> None:
    """Where only the signature is dated, the page gives no publication date."""
    doc = policytext.parse("\n\n".join(("某县人民政府办公室关于开展小型水库汛前检查的通知", *NOTICE)))
    assert doc.published is None


def test_the_day_of_the_visit_is_not_the_publication() -> None:
    """Frames show today's date above the headline; the byline below it is the text's own."""
    for doc in both(above="2024年5月20日 星期一", row="2021-03-04 某华网"):
        assert doc.published is not None
        assert doc.published.isoformat() == "2021-03-04"


def test_an_address_corroborates() -> None:
    """Of two displayed days the one that the address names is believed."""
    url = "http://www.example.gov.cn/t20210304_77.html"
    doc = policytext.parse(html(row="<p>2021-02-01 某某工作专题</p><p>2021-03-04 某华网</p>"), url=url)
    assert doc.published is not None
    assert doc.published.isoformat() == "2021-03-04"


def test_a_tag_alone_names_no_author() -> None:
    """What a content system writes into the author's tag is believed where the page shows the name, or a list for readers gives it."""
    tag = "<meta name='author' content='孙小谷'>"
    listed = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"孙小谷"}}</script>'
    assert policytext.parse(html(head=tag)).authors == ()
    assert policytext.parse(html(head=tag, below="<div>孙小谷的文章</div>")).authors == ("孙小谷",)
    assert policytext.parse(html(head=listed)).authors == ("孙小谷",)


def test_the_head_says_which_word_beside_a_date_is_the_writer() -> None:
    """A handle in front of the date may be an account's or a writer's name; where JSON-LD calls it the author, it is no origin."""
    listed = '<script type="application/ld+json">{"@type":"Article","author":{"name":"私语川流"}}</script>'
    row = "<p>私语川流 2021-03-04 10:20</p>"
    doc = policytext.parse(html(row=row, head=listed))
    assert (doc.origin, doc.authors) == (None, ("私语川流",))
    assert policytext.parse(html(row=row)).origin == "私语川流"


def test_who_keyed_a_text_in_is_its_editor_only_where_nobody_else_is() -> None:
    """录入 beside 责任编辑 is a credit of its own."""
    for doc in both(row="录入：孙小谷　发布时间：2021-03-04　来源：某县水务局"):
        assert doc.editors == ("孙小谷",)
    for doc in both(row="录入：孙小谷　责任编辑：周大田　发布时间：2021-03-04"):
        assert doc.editors == ("周大田",)


def test_an_account_row_may_name_its_writer_by_a_handle() -> None:
    """原创, a handle, the account: but somebody whom the text names as its author is the author."""
    for doc in both(row="原创 山间小路 青禾读书"):
        assert (doc.origin, doc.authors) == ("青禾读书", ("山间小路",))
    for doc in both(row="原创 山间小路 青禾读书\n文/周大田"):
        assert (doc.origin, doc.authors) == ("青禾读书", ("周大田",))


def test_a_clause_or_a_caption_below_the_headline_is_no_account() -> None:
    """Short lines of a text are no names of accounts, nor is what a picture shows."""
    for line in ("走出几百米才发现", "孙小谷指挥乐团练习", "• 我要分享"):
        for doc in both(row=f"2021-03-04 10:20\n{line}"):
            assert doc.origin is None


def test_a_press_release_of_hong_kong_is_stamped_at_its_end() -> None:
    """The day, and the clock on the line below."""
    for doc in both(row="", below="完\n2021年3月4日（星期四）\n香港時間10時20分"):
        assert doc.published is not None
        assert doc.published.isoformat().startswith("2021-03-04T10:20")


def test_a_row_in_the_last_bracket_is_read_whole() -> None:
    """（来源：… 作者：… 编辑：…） behind the last sentence."""
    for doc in both(row="2021-03-04", last="（来源：青禾日报 作者：孙小谷 编辑：周大田）"):
        assert (doc.origin, doc.authors, doc.editors) == ("青禾日报", ("孙小谷",), ("周大田",))


def test_a_label_over_its_value_is_read_among_paragraphs_but_not_in_a_notice() -> None:
    """Rows set as paragraphs count as the text's first lines; 时间： there may be a meeting's."""
    for doc in both(row="来源：\n青禾日报\n发布日期：\n2021-03-04"):
        assert doc.origin == "青禾日报"
        assert doc.published is not None
    doc = policytext.parse(
        html(row="").replace(f"<p>{BODY[0]}", f"<p>时间：</p><p>2021年3月9日</p><p>{BODY[0]}")
    )
    assert doc.published is None
