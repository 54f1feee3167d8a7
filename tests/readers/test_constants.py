"""Each number that decides what is read of a page, and how, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.readers.dump.line_breaks import _amid, _is_column, _is_piece, _stand_together, crowded
from policytext.readers.dump.markdown import looks_like_markdown
from policytext.readers.html.attributes import AttributeReader
from policytext.readers.html.clean import _value as value_of_reference
from policytext.readers.html.head import (
    _comment_meta,
    _value,
    jsonld_meta,
    read_comment,
    style_bits,
)
from policytext.readers.html.reader import read_html
from policytext.readers.html.references import _clean, _layout
from policytext.readers.sniff import _is_made_of_tags
from support.edges import Edge, at_the_edge, fake

if TYPE_CHECKING:
    from collections.abc import Callable


ARTICLE = '{"@type":"Article","headline":"植树"'


def comment_kept(size: int) -> object:
    """What is kept of a comment of so many code points."""
    columns: Any = fake(texts=[], comments=[], meta=[])
    read_comment("a" * size, columns)
    return columns.comments


def ident_whole(size: int) -> bool:
    """Whether an id of so many code points is kept as it is."""
    reader: Any = fake(_idents={})
    return AttributeReader.name(reader, {"id": "a" * size}) == "a" * size


def alternative_whole(size: int) -> bool:
    """Whether so many code points of an image's text are kept."""
    return len(read_html(f'<p>植<img src=a.png alt="{"树" * size}">').refs[0].text) == size


def breaks_off(size: int) -> bool:
    """Whether a line of so many code points with a comma breaks off within its sentence."""
    text = "县里，" + "植" * (size - 3) + "\n树苗"
    return _amid(text, [(0, size), (size + 1, size + 3)], 1)


def title_goes_on(size: int) -> bool:
    """Whether a title in its marks goes on with a line of so many code points."""
    text = "近日，" + "青" * (size - 3) + "\n《办法》"
    return _is_piece(text, [(0, size), (size + 1, size + 5)], 1)


def one_line_is_a_page(sentences: int) -> bool:
    """Whether one line of so many sentences of 13 code points, with a blank behind each, is a page."""
    text = "县里召开会议，部署防汛。 " * sentences
    return crowded(text, [(0, len(text) - 1)])


@at_the_edge(
    Edge("line_breaks._LINK", 16, 17, lambda size: _is_column((0, size))),
    Edge("line_breaks._NAME", 4, 5, lambda size: _stand_together("", "日报记者", "甲" * size, 0)),
    Edge("line_breaks._BEFORE_PIECE", 11, 12, lambda size: not breaks_off(size)),
    Edge("line_breaks._BEFORE_TITLE", 5, 6, lambda size: not title_goes_on(size)),
    Edge("line_breaks._CROWDED", 31, 30, one_line_is_a_page),
    Edge("markdown._MANY", 2, 3, lambda count: not looks_like_markdown("**植树** 浇水\n" * count)),
    Edge("markdown._LEAST", "**植树** 浇水", "**植树** [浇水](/1.html)", lambda text: not looks_like_markdown(text)),
    Edge("attributes._MAX_IDENT", 200, 201, ident_whole),
    Edge("clean._MAX_DIGITS", 12, 13, lambda size: value_of_reference(b"0" * (size - 1) + b"5") == 5),
    Edge("head._MAX_STYLE", 2000, 2001, lambda size: style_bits(" " * (size - 12) + "display:none")),
    Edge("head._MAX_VALUE", 100_000, 100_001, lambda size: len(_value("a" * size)) == size),
    Edge("head._MAX_COMMENT", 20_000, 20_001, lambda size: _comment_meta(" " * (size - 8) + "<a>b</a>")),
    Edge("head._MAX_KEPT", 120, 121, comment_kept),
    Edge("head._MAX_JSON", 200_000, 200_001, lambda size: jsonld_meta(ARTICLE + " " * (size - len(ARTICLE) - 1) + "}")),
    Edge("head._MAX_DEPTH", 40, 41, lambda depth: jsonld_meta(f'{ARTICLE},"a":{"[" * (depth - 1)}{"]" * (depth - 1)}}}')),
    Edge("references._MAX_ADDRESS", 4000, 4001, lambda size: len(_clean("a" * size)) == size),
    Edge("references._MAX_TEXT", 500, 501, alternative_whole),
    Edge("references._MOST", 1000, 1001, lambda columns: _layout("td", {"colspan": str(columns)})[1] == f"{columns}x1"),
    Edge("sniff._MIN_TAGS", 2, 3, lambda tags: not _is_made_of_tags("<i>植" * tags)),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
