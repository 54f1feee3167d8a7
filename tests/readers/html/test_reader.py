"""The HTML reader: law 2 (white space is all that changes), lines, marks, statements, and the hazards of libxml2."""

from __future__ import annotations

import re

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytext.models.page import Mark, Meta, Page
from policytext.readers.html.clean import clean, keep_brackets
from policytext.readers.html.reader import read_html
from policytext.readers.sniff import looks_like_html
from support.cases import SHARED
from support.sampling import examples

PAGES = SHARED / "pages"
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")


def bare(text: str) -> str:
    """Without white space, and without the characters that no document may hold."""
    return ILLEGAL.sub("", "".join(text.split()))


def tree_text(text: str) -> str:
    """The text of the tree of the cleaned page: what the reader must give, white space aside."""
    data = keep_brackets(clean(text)[0], [])
    if not data.strip():
        return ""
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        return str(lxml.html.document_fromstring(data, parser=parser).xpath("string()"))
    except lxml.etree.ParserError:
        return ""


def lines(page: Page, *, hide: int = 0) -> list[str]:
    """The runs' texts, without those that bear a mark of ``hide``."""
    return [run.span.cut(page.text) for run in page.runs if not run.marks & hide]


def marks(page: Page, line: str) -> int:
    """The marks of the run that reads ``line``."""
    return next(run.marks for run in page.runs if run.span.cut(page.text) == line)


def check_frame(page: Page) -> None:
    """What holds of every page: runs in order and trimmed, only white space between them, nodes before their children."""
    at = 0
    for run in page.runs:
        assert run.start >= at
        assert run.end > run.start
        assert not page.text[at : run.start].strip()
        text = page.text[run.start : run.end]
        assert text == text.strip()
        assert 0 <= run.link <= run.end - run.start
        assert 0 <= run.node < len(page.nodes)
        at = run.end
    assert not page.text[at:].strip()
    assert all(node.parent < index for index, node in enumerate(page.nodes))
    assert not ILLEGAL.search(page.text)


# ---------------------------------------------------------------- wild


@pytest.mark.skipif(not PAGES.is_dir(), reason="the shared pages are not here")
def test_wild_pages_keep_the_text_of_the_tree() -> None:
    """Of saved pages nothing but white space changes: scripts, styles and title are there, in their order."""
    from policytext.encoding.decode import decode

    checked = 0
    for path in sorted(PAGES.glob("*/page.html")):
        text = decode(path.read_bytes()).text
        page = read_html(text)
        check_frame(page)
        whole, tree = bare(page.text), bare(tree_text(text))
        # The tree ends at </html> and at 256 levels, this reader does not.
        assert whole.startswith(tree), path.parent.name
        checked += 1
    assert checked


# ---------------------------------------------------------------- synthetic: the laws

TAGS = [
    "p",
    "div",
    "span",
    "b",
    "a",
    "td",
    "tr",
    "table",
    "li",
    "ul",
    "h2",
    "script",
    "style",
    "br",
    "pre",
    "title",
    "i",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ['<div class="a b" id=c>', '<span style="display:none">', "<p align=right>", "<!-- x -->", "<!--"]
    ),
    st.sampled_from(
        [
            "&nbsp;",
            "&lt;",
            "&amp;",
            "&#20013;",
            "&#0;",
            "&#1;",
            "　",
            "\n",
            "  ",
            "\x01",
            "\x00",
            "<通知>",
            "<",
        ]
    ),
    st.text(alphabet="市政府关于印发的通知，。abc 12\n\t", max_size=12),
    st.text(max_size=5),
)


@settings(max_examples=examples(300))
@given(st.lists(PIECES, max_size=30))
def test_any_markup_keeps_the_text_of_the_tree(pieces: list[str]) -> None:
    """Whatever the markup, the page's text is the tree's, and its runs tile it."""
    text = "<html><body>" + "".join(pieces)
    page = read_html(text)
    check_frame(page)
    assert bare(page.text) == bare(tree_text(text))


@settings(max_examples=examples(200))
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Any ``str``, surrogates and control characters included, gives a page that can be encoded."""
    page = read_html(text)
    check_frame(page)
    page.text.encode()


# ---------------------------------------------------------------- synthetic: lines and white space


def test_lines_end_at_blocks_and_breaks() -> None:
    """Blocks and ``<br>`` end a line; inline elements do not, and their join adds no space."""
    page = read_html(
        "<div>各县（市、区）<b>人民政府</b>：<br>现将<span>有关</span>事项<p>通知如下</p>特此</div>"
    )
    assert lines(page) == ["各县（市、区）人民政府：", "现将有关事项", "通知如下", "特此"]
    assert page.text == "\n".join(lines(page))


def test_line_break_in_the_source_is_no_space_between_han() -> None:
    """A line break in the source vanishes between CJK characters and is a space between words."""
    assert lines(read_html("<p>加强\n   组织领导，\r\n落实责任 to\n do 甲\n乙</p>")) == [
        "加强组织领导，落实责任 to do 甲乙"
    ]


def test_spaces_between_han_stay() -> None:
    """A space without a line break is text: names of two characters are set with one."""
    assert lines(read_html("<p>张 三  李　四</p>")) == ["张 三 李　四"]


def test_wide_blanks_stay_outside_the_run() -> None:
    """The indent of a paragraph is kept in the text and is no part of the run."""
    page = read_html("<p>　　第一条&nbsp;为了规范</p>")
    assert page.text == "　　第一条\xa0为了规范"
    assert lines(page) == ["第一条\xa0为了规范"]


def test_table_cells_are_joined_by_tabs() -> None:
    """Cells of a row are runs with a tab between them; rows are lines."""
    page = read_html(
        "<table><tr><td>索引号</td><td>甲001</td></tr><tr><td>日期</td><td></td></tr></table><p>正文</p>"
    )
    assert page.text == "索引号\t甲001\n日期\n正文"
    assert marks(page, "甲001") & Mark.TABLE
    assert not marks(page, "正文") & Mark.TABLE


def test_pre_keeps_its_lines() -> None:
    """In ``<pre>`` every line of the source is a line of the page."""
    page = read_html("<pre>第一行  甲\n第二行\r\n第三行</pre>")
    assert lines(page) == ["第一行  甲", "第二行", "第三行"]
    assert all(run.marks & Mark.PRE for run in page.runs)


# ---------------------------------------------------------------- synthetic: marks, links, nodes


def test_invisible_text_is_marked() -> None:
    """Hidden by style, attribute or element is marked, below as well; ``aria-hidden`` is displayed."""
    page = read_html(
        "<div style='Display : NONE'><p>甲</p></div><p hidden>乙</p><p style='visibility:hidden'>丙</p>"
        "<template><p>丁</p></template><iframe>戊</iframe><video>己</video><p aria-hidden=true>庚</p>"
        "<input type=hidden value=辛><noscript>壬</noscript><script>var 癸</script><style>p{}</style>"
    )
    hidden = [run.span.cut(page.text) for run in page.runs if run.marks & Mark.HIDDEN]
    assert hidden == ["甲", "乙", "丙", "丁", "戊", "己"]
    assert not marks(page, "庚") & Mark.HIDDEN
    assert marks(page, "壬") & Mark.NOSCRIPT
    assert [run.span.cut(page.text) for run in page.runs if run.marks & Mark.SCRIPT] == ["var 癸", "p{}"]


def test_line_split_by_something_invisible_goes_on() -> None:
    """Text behind a hidden span or a script of the same line is marked as its continuation, and only there."""
    page = read_html(
        "<p>印发<span style='display:none'>xx</span>方案<script>a()</script>的</p><p>通知<script src=a></script>全文</p>"
    )
    shown = [
        (run.span.cut(page.text), bool(run.marks & Mark.CONTINUED)) for run in page.runs if not run.marks & 3
    ]
    assert shown == [("印发", False), ("方案", True), ("的", True), ("通知全文", False)]


def test_strong_means_all_of_the_line() -> None:
    """A line is strong when all of it is bold, by tag or style."""
    page = read_html(
        "<p><b>一、</b><strong>总则</strong></p><p><b>二、</b>目标</p><p style='font-weight:bold'>三、任务</p>"
    )
    assert marks(page, "一、总则") & Mark.STRONG
    assert not marks(page, "二、目标") & Mark.STRONG
    assert marks(page, "三、任务") & Mark.STRONG


def test_sides_are_inherited_and_overridden() -> None:
    """Alignment comes down from the blocks around, the innermost wins; a table's own place is no alignment."""
    page = read_html(
        "<div align=center><p>标题</p><p style='text-align:right'>落款</p><p align=left>正文</p></div>"
        "<table align=center><tr><td>表</td></tr></table><center>居中</center>"
    )
    assert marks(page, "标题") & Mark.CENTER
    assert marks(page, "落款") & (Mark.CENTER | Mark.RIGHT) == Mark.RIGHT
    assert not marks(page, "正文") & (Mark.CENTER | Mark.RIGHT)
    assert not marks(page, "表") & Mark.CENTER
    assert marks(page, "居中") & Mark.CENTER


def test_links_are_counted() -> None:
    """``link`` is how much of a run stands in links, across blocks inside a link too."""
    page = read_html(
        "<li><a href=x>首页</a></li><p>见<a href=y> 附件 </a>。</p><a href=z><div>图</div>说明</a>尾"
    )
    assert [(run.span.cut(page.text), run.link) for run in page.runs] == [
        ("首页", 2),
        ("见 附件 。", 2),
        ("图", 1),
        ("说明尾", 2),
    ]


def test_path_names_classes_and_ids() -> None:
    """A run knows its place in the tree; the identifier comes first, classes follow with dots."""
    page = read_html('<div id="Main" class="Article  wide"><p class=txt>正文</p></div>')
    assert page.path(page.runs[0]) == "html/body/div[main.article.wide]/p[.txt]"


def test_block_marks() -> None:
    """Every mark of `Mark` that comes from an element's name is set."""
    page = read_html(
        "<title>题</title><h1>一</h1><ul><li>二</li></ul><figure><figcaption>三</figcaption></figure><nav>四</nav>"
        "<blockquote>五</blockquote><form><p>页</p><div><form><button>六</button></form></div></form><p>七</p>"
        "<svg><title>八</title></svg>"
    )
    want = {
        "题": Mark.TITLE,
        "一": Mark.HEADING,
        "二": Mark.LIST,
        "三": Mark.CAPTION,
        "四": Mark.FRAME,
        "五": Mark.QUOTE,
        "六": Mark.FORM,
        "七": Mark.PARAGRAPH,
        "八": Mark.HIDDEN,
    }
    for line, mark in want.items():
        assert marks(page, line) & mark, line
    assert not marks(page, "页") & Mark.FORM
    assert not marks(page, "八") & Mark.TITLE


# ---------------------------------------------------------------- synthetic: statements


def test_statements_of_the_head() -> None:
    """Meta tags by any of their keys, canonical link and times are read in the order of the page."""
    page = read_html(
        "<meta charset=utf-8><meta content=' 市 政府\n网 ' name=SiteName><meta property=og:title content=题>"
        "<link rel=canonical href=http://example.cn/a><link rel=stylesheet href=b><time datetime=2024-02-03>二月</time>"
    )
    assert list(page.meta) == [
        Meta("meta", "charset", "utf-8"),
        Meta("meta", "sitename", "市 政府 网"),
        Meta("meta", "og:title", "题"),
        Meta("link", "canonical", "http://example.cn/a"),
        Meta("attr", "time/datetime", "2024-02-03"),
    ]


def test_a_comment_stands_before_the_line_it_opens() -> None:
    """The place of a comment is the length of the text in front of it: between the two lines it stands between."""
    page = read_html("<p>甲甲</p><!--begin--><p>乙乙</p><!--end--><p>丙</p>")
    assert page.text.split("\n") == ["甲甲", "乙乙", "丙"]
    cut = {name: (page.text[:at].split(), page.text[at:].split()) for at, name in page.comments}
    assert cut == {"begin": (["甲甲"], ["乙乙", "丙"]), "end": (["甲甲", "乙乙"], ["丙"])}


def test_property_comment_and_place_of_comments() -> None:
    """A property comment becomes statements; a short comment is kept with its place; conditional ones are not."""
    page = read_html(
        "<!--enpproperty <articleid>77</articleid><date>2024-01-02 03:04:05.0</date><author></author>/enpproperty-->"
        "<p>上</p><!--enpcontent--><p>正文</p><!--/enpcontent--><!--[if IE]><p>旧</p><![endif]-->"
    )
    assert page.meta == (Meta("comment", "articleid", "77"), Meta("comment", "date", "2024-01-02 03:04:05.0"))
    assert [text for _, text in page.comments] == ["enpcontent", "/enpcontent"]
    (begin, _), (end, _) = page.comments
    assert page.text[begin:end].strip() == "正文"
    assert "旧" not in page.text


def test_jsonld_of_an_article() -> None:
    """Headline, dates and names of an article are read, in a graph or a list as well."""
    page = read_html(
        '<script type="application/ld+json">{"@graph":[{"@type":"Person","name":"无"},{"@type":["NewsArticle"],'
        '"headline":"题","datePublished":"2024-01-02","author":[{"name":"张三"},"李四"],"publisher":{"name":"某报"}}]}</script>'
    )
    assert [(m.name, m.value) for m in page.meta] == [
        ("headline", "题"),
        ("datepublished", "2024-01-02"),
        ("author.name", "张三"),
        ("author.name", "李四"),
        ("publisher.name", "某报"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "[" * 5000,
        '{"@type":"Article","n":' + "9" * 10_000 + "}",
        '{"@type":"Article" , }',
        '{"@type":"Article","headline":["a",{},null],"author":[[]],"datePublished":{}}',
        '{"@type":"Article","headline":"\\ud800"}',
        "NaN",
    ],
)
def test_hostile_jsonld_says_nothing_harmful(body: str) -> None:
    """JSON-LD that is deep, broken or of the wrong types raises nothing and gives only text."""
    page = read_html(f'<script type="application/ld+json">{body}</script><p>文</p>')
    assert all(isinstance(m.value, str) and m.value.encode() for m in page.meta)
    assert "文" in lines(page)


# ---------------------------------------------------------------- hazards: nothing is cut silently


@pytest.mark.parametrize(
    "tag", ["div", "font", "b", "span", "table><tr><td", "ul><li", "blockquote", "svg", "h1"]
)
@pytest.mark.parametrize("depth", [300, 5000])
def test_depth_loses_nothing(tag: str, depth: int) -> None:
    """Unclosed elements, some hundred or some thousand, keep the text inside and after; flattening is noted."""
    page = read_html("<p>前</p>" + f"<{tag}>" * depth + "<p>里</p>" + "</i>" * 100 + "<p>后</p>")
    assert lines(page) == ["前", "里", "后"]
    assert any(note.startswith("depth") for note in page.notes) == (depth * len(tag.split("><")) >= 595)


def test_text_after_the_end_is_read() -> None:
    """What follows ``</html>``, a second document included, belongs to the page."""
    page = read_html(
        "<html><body><p>甲</p></body></html><p>乙</p><html><head><title>题</title></head><body>丙</body></html>"
    )
    assert lines(page) == ["甲", "乙", "题", "丙"]


def test_large_nodes_are_read() -> None:
    """A text node, comment, script or attribute over 10 MB does not end the page."""
    big = "政策" * 2_000_000
    assert lines(read_html(f"<p>{big}</p><p>后</p>"))[-1] == "后"
    long = "x" * 10_500_000
    for fragment in (
        f"<!--{long}-->",
        f"<script>{long}</script>",
        f"<img src='data:{long}'>",
        f"<p class='{long}'>",
    ):
        assert lines(read_html(fragment + "<p>后</p>"))[-1] == "后"


def test_odd_characters_cost_only_themselves() -> None:
    """Lone surrogates, NUL and controls go or become U+FFFD, with a note; what follows stays."""
    page = read_html("<p>甲\ud800乙\ud83d\ude00\x00丙\x01\x0b丁&#1;&#xD800;</p><p>后</p>")
    assert lines(page)[1] == "后"
    assert lines(page)[0].startswith("甲\ufffd乙😀丙")
    assert {note.split(":")[0] for note in page.notes} >= {"surrogates", "controls"}


def test_words_in_angle_brackets_are_text() -> None:
    """Chinese in angle brackets is text, closing and declaration forms too."""
    page = read_html("<p>根据<通知>和<<意见>>，</通知><!公告>2<3且5>4</p>")
    assert lines(page) == ["根据<通知>和<<意见>>，</通知><!公告>2<3且5>4"]
    assert any(note.startswith("brackets") for note in page.notes)


def test_declarations_and_entities_are_not_expanded() -> None:
    """An XML declaration that names an encoding is ignored, a bomb of entities is not expanded."""
    bomb = "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    page = read_html(
        f'<?xml version="1.0" encoding="gbk"?><!DOCTYPE html [<!ENTITY a "aaaa">{bomb}]><p>&j;文</p>'
    )
    assert lines(page) == ["&j;文"]


def test_many_attributes_are_capped() -> None:
    """An element of 50,000 attributes is read with the first of them; its text and what follows stay."""
    page = read_html("<p id=x " + " ".join(f"a{i}=1" for i in range(50_000)) + ">文</p><p>后</p>")
    assert lines(page) == ["文", "后"]
    assert page.nodes[page.runs[0].node].ident == "x"
    assert any(note.startswith("attributes") for note in page.notes)


@pytest.mark.parametrize(
    ("end", "line"),
    [
        ("<!-- 未完", "正文"),
        ("<a href='http://exa", "正文"),
        ("<script>var a", "var a"),
        ("<textarea>框", "框"),
        ("<title>题", "题"),
    ],
)
def test_page_that_ends_inside_something_is_noted(end: str, line: str) -> None:
    """A page cut off inside a comment, a tag or a raw element says so, and no mark of ours is left in the text."""
    page = read_html("<p>正文</p>" + end)
    assert lines(page)[-1] == line
    assert any(note.startswith("unclosed") for note in page.notes)
    check_frame(page)


def test_whole_page_has_no_notes() -> None:
    """An ordinary page is read without remark."""
    assert read_html("<html><head><title>题</title></head><body><p>正文</p></body></html>\n").notes == ()


@pytest.mark.parametrize("text", ["", " \n", "<!-- x -->", "<!DOCTYPE html>", "<", "&", "<?php echo 1; ?>"])
def test_degenerate_input_gives_a_page(text: str) -> None:
    """Input without an element gives a page, at most with the characters it has."""
    page = read_html(text)
    check_frame(page)
    assert page.form == "html"


# ---------------------------------------------------------------- sniffing


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html></html>",
        "\ufeff\n<HTML><BODY>文",
        "<!-- 保存于 --><html><p>文",
        "<p>第一段</p><p>第二段</p>",
        "<div class=a>文</div>",
        '<?xml version="1.0"?>\n<html xmlns="x">',
        "标题 <table><tr><td>甲</td><td>乙</td></tr></table>",
    ],
)
def test_markup_is_recognised(text: str) -> None:
    """Documents and fragments are HTML."""
    assert looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "关于印发方案的通知\n各县区人民政府：",
        "PM2.5<35微克，<<关于印发的通知>>，<附件1>，if(a<b&&c>d)",
        "网页用<div>和</p>标签排版，" + "正文内容继续说明。" * 30,
        "第一段落文字。<br>第二段落文字。" + "后面还有许多文字。" * 60,
    ],
)
def test_text_that_mentions_markup_stays_text(text: str) -> None:
    """A ``<`` , words in angle brackets or a stray tag make no page."""
    assert not looks_like_html(text)


def test_an_unclosed_title_does_not_take_the_page() -> None:
    """A title whose end tag is damaged ends at the next tag, and the reader says so."""
    page = read_html("<html><head><title>防汛通知</tle></head><body><p>各县区要加强值守。</p></body></html>")
    shown = [page.text[run.start : run.end] for run in page.runs if not run.marks & Mark.TITLE]
    assert "各县区要加强值守。" in shown
    assert any(note.startswith("title:") for note in page.notes)
