"""Each number that decides which line is the headline, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.fields.grammar.rows import read_row
from policytext.fields.headline.continuation import HEADING, _is_piece, _pieces, _run_around
from policytext.fields.headline.evidence import _WEIGHTS, named
from policytext.fields.headline.head_lines import (
    HeadOfPage,
    _above_paragraphs,
    head_of_page,
    lines_to_weigh,
)
from policytext.fields.headline.places import Places, is_buttons, is_dated_title, is_paragraph
from policytext.fields.headline.stated_titles import _in_table, _stated, table_title
from policytext.fields.headline.traits import _may_be_title, is_menu
from policytext.page.layout import Layout
from support.edges import Edge, at_the_edge, fake
from support.views import sentence, view_of, view_of_html

if TYPE_CHECKING:
    from collections.abc import Callable


ROW = "2024-05-06 来源：青禾日报"
LINES = (
    "青禾县公布今年成绩",
    "云岭乡带头栽下树苗",
    "各村的护林员都到场",
    "石门乡的树苗送村口",
    "枣林乡补植两千余株",
)


def lines_of_one_heading(count: int) -> object:
    """The other lines of a heading of so many lines."""
    return _pieces(view_of_html(f"<h1>{'<br>'.join(LINES[:count])}</h1>"), 1, LINES[1])[1]


def paragraph_in_reach(short: int) -> bool:
    """Whether a paragraph below so many short lines is where the text begins."""
    lines = view_of(*["青禾"] * short, sentence(40)).lines
    return not _above_paragraphs(lines, 0, 0, len(lines))[1]


def looked_at(above: int) -> bool:
    """Whether a heading so many lines above the text is looked at."""
    lines: list[Any] = [
        fake(start=0, end=10, link=0, marks=HEADING, index=at, text="青禾") for at in range(500)
    ]
    return any(
        line.index == 500 - above for line in lines_to_weigh(lines, HeadOfPage(500, 500, 474, [], set()), "")
    )


def dated(characters: int) -> bool:
    """Whether a month and so many characters are a headline."""
    line = view_of("2024年3月" + "植" * characters).lines[0]
    return is_dated_title(read_row(line.fold), line)


def places(*above: str) -> Places:
    """What stands where on a page with these lines above its byline row."""
    view = view_of(*above, ROW, sentence(60))
    count = len(above)
    return Places(view, count + 1, [count], {count: read_row(view.lines[count].fold)})


@at_the_edge(
    Edge("continuation._LONGEST", 60, 61, lambda size: _is_piece(fake(fold="植" * size))),
    Edge("continuation._SHORTEST", 3, 4, lambda size: not _is_piece(fake(fold="植" * size))),
    Edge("continuation._LINES", 3, 4, lambda count: _run_around(view_of(*["植树"] * 10), 0, lambda *_: True)[1] >= count),
    Edge("continuation._MOST", 4, 5, lines_of_one_heading),
    Edge("evidence._TELLING", 0.29, 0.301, lambda share: not named([("stated", share / _WEIGHTS["stated"])])),
    Edge("head_lines._HEAD_LINES", 40, 41, lambda count: head_of_page(view_of(*["青禾"] * count), Layout(), {}).first == count),
    Edge("head_lines._REACH", 5, 6, paragraph_in_reach),
    Edge("head_lines._HIGHEST", 400, 401, looked_at),
    Edge("places._LONG_PROSE", 59, 60, lambda size: not is_paragraph(view_of("植树，浇水，" + "植" * (size - 6)).lines[0])),
    Edge("places._BUTTONS", 40, 42, lambda size: is_buttons("收藏" * (size // 2))),
    Edge("places._REST", 6, 7, lambda size: is_buttons("收藏 收藏 收藏 " + "植" * size)),
    Edge("places._MATTER", 5, 6, lambda size: not dated(size)),
    Edge("places._TOPPED", 11, 12, lambda count: places("青禾县公布今年植树成绩", *["植"] * count).topped),
    Edge("places._SHORTEST_OVER", 1, 2, lambda size: 0 not in places("植" * size).above),
    Edge("places._SHORT", 3, 4, lambda size: 0 not in places("植" * size, "青禾县植树造林").above),
    Edge("stated_titles._CUTS", 32, 33, lambda count: len(_stated("_".join(f"植树{at}" for at in range(count + 1)), "own/title").ends) == count),
    Edge("stated_titles._TABLE_LINES", 119, 120, lambda count: table_title(view_of(*["植树"] * count, "标题：关于开展春季植树工作的通知"))),
    Edge("stated_titles._TABLE_AROUND", 12, 13, lambda count: _in_table(view_of("索引号：123", *["植树"] * (count - 1), "名称：植树"), count)),
    Edge("traits._OFFICE", 13, 14, lambda size: not _may_be_title("植" * size)),
    Edge("traits._ROW", 3, 4, lambda count: not is_menu(" ".join(("浇水", "植树", "护林", "造林")[:count]))),
    Edge("traits._MOST", 6, 7, lambda size: is_menu("浇水 护林 造林 " + "植" * size)),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
