"""Several pages of one article: one text, one headline, and the ledger of each page."""

from __future__ import annotations

import pytest

import policytext
from policytext import Document, Span, join, parse
from policytext.errors import UsageError

PARAGRAPHS = (
    "三月中旬以来，青禾市降水偏少，部分灌区墒情不足，市水利局近日联合印发通知，提出四条措施。",
    "统一调度东河、西河两座水库，按照先生活、后生产的次序制定用水计划，每周公布一次可供水量。",
    "三月底前完成干渠清淤和机电井检修，对去年水毁的十二处渠段逐一销号，确保水送得到田头。",
    "群众用水遇到困难，可以拨打服务热线电话0900-1234567，接到来电后两个工作日内答复。",
)
TITLE = "青禾市出台四条措施保障春耕用水"


def part(number: int, texts: str, *, total: int = 2, tail: str = "") -> Document:
    """A part of the article as a page of its own, with the frame that all of them have."""
    pager = " ".join(
        f"<b>{n}</b>" if n == number else f'<a href="{"1024" if n == 1 else f"1024_{n}"}.html">{n}</a>'
        for n in range(1, total + 1)
    )
    return parse(
        f"""<html><head><title>{TITLE}-青禾新闻网</title></head><body><div class="nav"><img src="/logo.png"><a href="/">首页</a> <a href="/yw/">要闻</a></div>
<div class="main"><h1>{TITLE}</h1><div>2024-03-18 09:20 来源：青禾日报 记者：王小禾</div><div class="content">{texts}</div>{tail}
<div class="pager">{pager} <a href="1024_{number + 1}.html">下一页</a></div></div>
<div class="foot">青禾新闻网版权所有，未经书面授权，不得转载</div></body></html>""",
        url=f"http://www.qinghe.example/n/1024{'' if number == 1 else f'_{number}'}.html",
    )


def paragraphs(*texts: str) -> str:
    """Paragraphs of a page."""
    return "".join(f"<p>{text}</p>" for text in texts)


FIRST = part(1, paragraphs("一、统筹调度水源", *PARAGRAPHS[:2]))
SECOND = part(2, paragraphs("二、抢修灌溉设施", *PARAGRAPHS[2:]), tail="<div>（编辑：李小麦）</div>")


def test_text_and_fields_of_all_parts() -> None:
    """The text goes on, the headline is there once, and an editor that the last page names is the article's."""
    doc = join([FIRST, SECOND])
    assert doc.text == f"{FIRST.text}\n{SECOND.text}"
    assert (doc.title, doc.origin, doc.authors, doc.editors) == (TITLE, "青禾日报", ("王小禾",), ("李小麦",))
    assert doc.url == "http://www.qinghe.example/n/1024.html"
    assert [section.ident for section in doc.sections] == ["1", "2"]
    assert doc.notes[-1] == "joined: 2 pages"


def test_the_ledger_is_kept_page_by_page() -> None:
    """Each page's pieces stand in its place; frame that is on every page is removed on every page, under the same rules."""
    doc = join([FIRST, SECOND])
    assert "".join(piece.text for piece in doc.pieces) == doc.page.text
    for page, given in zip(doc.pages, (FIRST, SECOND), strict=True):
        assert page.cut(doc.page.text) == given.page.text
        mine = [
            (piece.role, piece.rule)
            for piece in doc.pieces
            if page.contains(Span(*piece.span[:1], *piece.span[:1]))
        ]
        assert mine == [(piece.role, piece.rule) for piece in given.pieces]
    assert len(doc.removed) == len(FIRST.removed) + len(SECOND.removed)


def test_spans_lead_to_the_joined_page() -> None:
    """Blocks and fields of a later part lead to where they stand now."""
    doc = join([FIRST, SECOND])
    for block in doc.blocks:
        assert "".join(span.cut(doc.page.text) for span in block.spans) == block.text
    editors = doc.field("editors")
    assert editors is not None
    assert editors.span is not None
    assert "李小麦" in editors.span.cut(doc.page.text)


def test_what_is_repeated_stands_once() -> None:
    """An editor's note at the head of each part, a headline that the text begins with, and a line at the end of each are there once."""
    note, end = (
        "编者按：本报今起刊发春耕用水系列报道，敬请关注各地做法。",
        "欢迎各地来信反映春耕用水中的困难和办法。",
    )
    one = part(1, paragraphs(note, *PARAGRAPHS[:2], end))
    two = part(2, paragraphs(note, *PARAGRAPHS[2:], end))
    doc = join([one, two])
    assert [doc.text.count(text) for text in (note, end, *PARAGRAPHS)] == [1] * 6
    repeated = [item.text.strip() for item in doc.removed if item.rule == "generic/repeated-on-parts"]
    assert sorted(repeated) == sorted([note, end])
    assert "".join(piece.text for piece in doc.pieces) == doc.page.text


def test_a_sentence_over_two_pages_is_one_paragraph() -> None:
    """Parted behind a comma or between two words, it is whole again; the ledger, and the frame between, stay as they were."""
    whole = PARAGRAPHS[1]
    for cut in (whole.index("，") + 1, whole.index("用水计划")):
        head, tail = PARAGRAPHS[2][:40] + whole[:cut], whole[cut:]
        one, two = part(1, paragraphs(PARAGRAPHS[0], head)), part(2, paragraphs(tail, PARAGRAPHS[3]))
        doc = join([one, two])
        assert [block.text for block in doc.blocks] == [PARAGRAPHS[0], head + tail, PARAGRAPHS[3]]
        assert "".join(span.cut(doc.page.text) for span in doc.blocks[1].spans) == head + tail
        assert "".join(piece.text for piece in doc.pieces) == doc.page.text
        assert doc.images == ()
        assert len(doc.removed) == len(one.removed) + len(two.removed)
        view = doc._repr_html_()
        assert view.count("<div>青禾新闻网版权所有") == 2
        assert Document.from_dict(doc.to_dict()) == doc


@pytest.mark.parametrize(
    ("end", "begin"),
    [
        ("青禾日报记者 王小禾", PARAGRAPHS[2]),
        (PARAGRAPHS[1], PARAGRAPHS[2]),
        ("各县区报送的灌溉用水计划汇总表和渠道清淤进度表附在文后供各地参照执行", "二、加快清淤检修，各县区按期完成。"),
        ("各县区报送的灌溉用水计划汇总表和渠道清淤进度表附在文后供各地参照执行", "附表"),
    ],
)  # fmt: skip
def test_what_ends_without_a_mark_and_does_not_go_on(end: str, begin: str) -> None:
    """Negative: a signature, a whole sentence, and what stands before a counted paragraph or a heading stay by themselves."""
    doc = join([part(1, paragraphs(PARAGRAPHS[0], end)), part(2, paragraphs(begin, PARAGRAPHS[3]))])
    assert not [block for block in doc.blocks if begin in block.text and end in block.text]


def test_the_same_page_twice_is_there_once() -> None:
    """No text is lost where parts are the same."""
    assert join([FIRST, FIRST, FIRST]).text == FIRST.text


def test_images_of_the_frame_between_are_none() -> None:
    """Between the text of two pages stand the foot of the one and the head of the other; what is in them is no part of the article."""
    assert join([FIRST, SECOND]).images == ()
    assert join([part(1, "<img src=a.jpg>" + paragraphs(*PARAGRAPHS[:2])), SECOND]).images[0].address == (
        "http://www.qinghe.example/n/a.jpg"
    )


def test_there_and_back() -> None:
    """A joined document is a document like any other."""
    doc = join([FIRST, SECOND])
    assert Document.from_dict(doc.to_dict()) == doc
    assert TITLE in doc.to_markdown()
    assert join([doc]) is doc


def test_nothing_is_refused() -> None:
    """No document is no article; empty pages add nothing."""
    with pytest.raises(UsageError, match="one at least"):
        join([])
    assert join([FIRST, parse("")]) is FIRST


def test_dumps_are_joined() -> None:
    """Dumps are joined like pages."""
    dumps = [parse(f"{TITLE}\n2024-03-18\n" + "\n".join(texts)) for texts in (PARAGRAPHS[:2], PARAGRAPHS[2:])]
    assert join(dumps).text == "\n".join(PARAGRAPHS)


def test_the_pager_of_a_page() -> None:
    """Current part, number of parts, addresses and the one that follows."""
    pager = FIRST.pager
    assert pager is not None
    assert (pager.current, pager.total) == (1, 2)
    assert [(item.number, item.address) for item in pager.addresses] == [
        (2, "http://www.qinghe.example/n/1024_2.html")
    ]
    assert pager.following == "http://www.qinghe.example/n/1024_2.html"


@pytest.mark.parametrize(
    ("pager", "current", "total", "following"),
    [
        ("共3页：<a href=#>上一页</a> <b>1</b> <a href=b.html>2</a> <a href=c.html>3</a> <a href=b.html>下一页</a>", 1, 3, "b.html"),
        ("[1] <a href=b.html>[2]</a> <a href=c.html>[3]</a>", 1, 3, "b.html"),
        ("<a href=a.html>1</a> <a href=javascript:;>2</a> <a href=c.html>3</a>", 2, 3, "c.html"),
        ("第2页/共5页 <a href=a.html>上一页</a> <a href=c.html>下一页</a>", 2, 5, "c.html"),
        ("<a href=a.html>首页</a> <a href=a.html>上一页</a> <a href=a.html>1</a> 2", 2, 2, None),
        ('<script>createPageHTML(3, 0, "t2024_88", "html");</script>', 1, 3, "t2024_88_1.html"),
    ],
)  # fmt: skip
def test_pagers(pager: str, current: int, total: int, following: str | None) -> None:
    """Numbers beside each other, steps with a count, and the pager that government sites write by a script."""
    found = parse(f"<h1>{TITLE}</h1><div>{paragraphs(*PARAGRAPHS)}</div><div>{pager}</div>").pager
    assert found is not None
    assert (found.current, found.total, found.following) == (current, total, following)


@pytest.mark.parametrize(
    "foot",
    [
        "上一篇：<a href=a.html>青禾市公布春季植树计划</a> 下一篇：<a href=b.html>东乡镇第一场春灌开闸</a>",
        "注<a href=a.html>[1]</a>",
        '<script>createPageHTML(1, 0, "t2024_88", "html");</script>',
        "",
    ],
)
def test_no_pager(foot: str) -> None:
    """Neighbouring articles, a footnote and a pager of one page are none."""
    assert parse(f"<h1>{TITLE}</h1><div>{paragraphs(*PARAGRAPHS)}</div><div>{foot}</div>").pager is None


def test_a_dump_has_no_pager() -> None:
    """Text without addresses leads nowhere."""
    assert (
        policytext.parse(f"{TITLE}\n2024-03-18\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n1 2 3 下一页\n").pager
        is None
    )
