"""What the tree says of the body's lines: tables with spans, lists within lists, quotations, preformatted text."""

from __future__ import annotations

import pytest

from policytext import Document, parse
from policytext.models import Code, ListItem, Paragraph, Quote, Table

TEXT = "三月中旬以来，青禾市降水偏少，部分灌区墒情不足，市水利局近日联合印发通知，提出四条措施。"


def read(markup: str) -> Document:
    """An article that holds this between two paragraphs."""
    head = "<h1>青禾市公布春耕用水计划</h1><p>2024-03-18 来源：青禾日报</p>"
    return parse(
        f"<html><body>{head}<div><p>{TEXT}</p><p>{TEXT}</p>{markup}<p>{TEXT}</p><p>{TEXT}</p></div></body></html>"
    )


def table(markup: str) -> Table:
    """The one table of such an article."""
    (found,) = (block for block in read(markup).blocks if isinstance(block, Table))
    return found


def items(markup: str) -> list[tuple[str, int, str, bool]]:
    """Marker, level, text of the items, and whether they go on."""
    blocks = read(markup).blocks
    return [
        (block.marker, block.level, block.text, block.continues)
        for block in blocks
        if isinstance(block, ListItem)
    ]


PLAN = """<table><tr><td colspan=4>全市供水计划表</td></tr>
<tr><th rowspan=2>乡镇</th><th colspan=2>水量</th><th>备注</th></tr><tr><th>一季</th><th>二季</th><td></td></tr>
<tr><td>东乡<br>（含西山）</td><td>10<sup>4</sup></td><td></td><td><p>按期</p></td></tr><tr><td rowspan=9>西乡</td><td>20</td><td>30</td><td></td></tr></table>"""


def test_cells_have_spans_breaks_and_empty_neighbours() -> None:
    """Cells come with their columns and rows, line breaks and headers; an empty cell keeps its place, also at the end of the table."""
    found = table(PLAN)
    assert [
        [(cell.text, cell.columns, cell.rows, cell.header) for cell in row] for row in found.rows
    ] == [
        [("全市供水计划表", 4, 1, False)],
        [("乡镇", 1, 2, True), ("水量", 2, 1, True), ("备注", 1, 1, True)],
        [("一季", 1, 1, True), ("二季", 1, 1, True), ("", 1, 1, False)],
        [("东乡\n（含西山）", 1, 1, False), ("104", 1, 1, False), ("", 1, 1, False), ("按期", 1, 1, False)],
        [("西乡", 1, 1, False), ("20", 1, 1, False), ("30", 1, 1, False), ("", 1, 1, False)],
    ]  # fmt: skip


def test_the_text_of_a_table_is_that_of_its_lines() -> None:
    """Spans change no text: a line of cells a line, empty cells left out, as a reader who knows no markup sees it."""
    assert table(PLAN).text.split("\n")[:4] == ["全市供水计划表", "乡镇\t水量\t备注", "一季\t二季", "东乡"]


def test_a_cell_knows_its_place() -> None:
    """A cell's spans lead to what stands in it on the page."""
    doc = read(PLAN)
    (found,) = (block for block in doc.blocks if isinstance(block, Table))
    for cell in (cell for row in found.rows for cell in row):
        assert [span.cut(doc.page.text) for span in cell.spans] == (
            cell.text.split("\n") if cell.text else []
        )


def test_markdown_of_a_table() -> None:
    """Columns stay columns under spans, a break is a break, raised text is raised."""
    assert (
        "| 全市供水计划表 |  |  |  |\n| --- | --- | --- | --- |\n| 乡镇 | 水量 |  | 备注 |\n|  | 一季 | 二季 |  |\n"
        "| 东乡<br>（含西山） | 10<sup>4</sup> |  | 按期 |\n"
    ) in read(PLAN).to_markdown()


def test_a_table_within_a_cell_is_lines_of_the_cell() -> None:
    """The outer table's cells count where the outer table has lines of its own."""
    inner = "<table><tr><td>一号</td><td>二号</td></tr></table>"
    found = table(f"<table><tr><td>水库</td><td>机组</td></tr><tr><td>东河</td><td>{inner}</td></tr></table>")
    assert [[cell.text for cell in row] for row in found.rows] == [["水库", "机组"], ["东河", "一号\n二号"]]


def test_cells_are_converted() -> None:
    """Script conversion reaches the cells."""
    page = f"<h1>青禾市公布用水計劃</h1><div><p>{TEXT}</p><table><tr><td>鄉鎮</td><td>水量</td></tr><tr><td>東鄉</td><td>10</td></tr></table><p>{TEXT}</p></div>"
    found = next(
        block for block in parse(page.replace("水", "水"), script="hant").blocks if isinstance(block, Table)
    )
    assert found.rows[1][0].text == "東鄉"


def test_the_cells_of_a_dump_are_those_of_its_lines() -> None:
    """A dump knows no spans: each line of the table is a row."""
    doc = parse(
        f"青禾市公布春耕用水计划\n2024-03-18\n{TEXT}\n| 乡镇 | 水量 |\n|---|---|\n| 东乡 | 10 |\n| 西乡 | 20 |\n{TEXT}\n"
    )
    (found,) = (block for block in doc.blocks if isinstance(block, Table))
    assert found.grid() == (("乡镇", "水量"), ("东乡", "10"), ("西乡", "20"))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>先东乡<li>后西乡</ol>", [("1.", 1), ("2.", 1)]),
        ("<ol start=3 type=a><li>先东乡<li>后西乡</ol>", [("c.", 1), ("d.", 1)]),
        ("<ol type=I><li>先东乡<li value=9>后西乡<li>再南乡</ol>", [("I.", 1), ("IX.", 1), ("X.", 1)]),
        ("<ul><li>先东乡<ol><li>上游<li>下游</ol><li>后西乡</ul>", [("", 1), ("1.", 2), ("2.", 2), ("", 1)]),
        ("<ol><li>1)先保东乡用水，后保西乡。<li>②后保南乡用水，再保北乡。</ol>", [("", 1), ("", 1)]),
        ("<dl><dt>东乡<dd>上游先用水</dl>", [("", 1), ("", 1)]),
    ],
)
def test_lists(markup: str, expected: list[tuple[str, int]]) -> None:
    """Ordered lists are counted by start, kind and value; a list in an item is a level deeper; a text's own number is its marker."""
    assert [found[:2] for found in items(markup)] == expected


def test_a_second_paragraph_goes_on_with_its_item() -> None:
    """What follows in an item, also behind a list in it, is no item of its own."""
    found = items(
        "<ol><li><p>每周公布一次</p><p>公布在政务网站<ul><li>县站</ul>和公告栏</li><li>按月核对</ol>"
    )
    assert found == [
        ("1.", 1, "每周公布一次", False),
        ("", 1, "公布在政务网站", True),
        ("", 2, "县站", False),
        ("", 1, "和公告栏", True),
        ("2.", 1, "按月核对", False),
    ]


@pytest.mark.parametrize("tags", ["<ul><li>|</li></ul>", "<blockquote>|</blockquote>", "<pre>|</pre>"])
def test_what_holds_the_whole_body_is_layout(tags: str) -> None:
    """An article inside a list item, a quotation or a preformatted block consists of paragraphs."""
    before, after = tags.split("|")
    page = (
        f"<h1>青禾市公布春耕用水计划</h1>{before}<div>{TEXT}</div><div>{TEXT}</div><div>{TEXT}</div>{after}"
    )
    assert {type(block) for block in parse(page).blocks} == {Paragraph}


def test_quotations() -> None:
    """Long and short lines of a quotation are quoted, and written as one."""
    doc = read(f"<blockquote><p>{TEXT}</p><p>节水就是增产。</p></blockquote>")
    assert [block.text for block in doc.blocks if isinstance(block, Quote)] == [TEXT, "节水就是增产。"]
    assert f"> {TEXT}\n>\n> 节水就是增产。\n" in doc.to_markdown()


def test_preformatted_text() -> None:
    """Code keeps its indents and empty lines beside its text; preformatted Chinese is prose."""
    doc = read("<pre>\n  def f(x):\n      return x\n\n  print(1)\n</pre><pre>水量按月公布。</pre>")
    (code,) = (block for block in doc.blocks if isinstance(block, Code))
    assert code.text == "def f(x):\nreturn x\nprint(1)"
    assert code.code == "  def f(x):\n      return x\n\n  print(1)"
    assert "\n```\n  def f(x):\n      return x\n\n  print(1)\n```\n" in doc.to_markdown()
    assert "水量按月公布。" in [block.text for block in doc.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("markup", [PLAN, "<ol><li>甲<ul><li>乙</ul></ol>", "<pre>x = 1</pre>"])
def test_there_and_back(markup: str) -> None:
    """Cells, levels and code survive `to_dict`."""
    doc = read(markup)
    assert Document.from_dict(doc.to_dict()) == doc
