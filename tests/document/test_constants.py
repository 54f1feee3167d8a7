"""Each number that decides what a line of the body becomes, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.document.blocks import assemble
from policytext.document.build import _notes
from policytext.document.join import _goes_on
from policytext.document.markup import ordinal_marker
from policytext.document.outline import run_in_head
from policytext.document.script_view import script_report
from policytext.document.tables import _is_data, _rows_from
from policytext.models.blocks import Block, Heading, Paragraph
from policytext.models.fields import Field
from policytext.models.page import Mark
from policytext.models.script import NormalizedText
from policytext.models.spans import Span
from policytext.page.layout import BodyLine
from support.edges import Edge, at_the_edge, body_of, fake
from support.views import sentence, view_of, view_of_html

if TYPE_CHECKING:
    from collections.abc import Callable


def first_block(*lines: str) -> Block:
    """The first block of a dump of these lines."""
    view = view_of(*lines)
    return assemble(view, body_of(view))[0][0]


def marked(size: int) -> bool:
    """Whether an ``<h2>`` of so many code points is a heading."""
    view = view_of_html(f"<h2>{'植' * size}</h2><p>{sentence(60)}</p>")
    return isinstance(assemble(view, body_of(view))[0][0], Heading)


def unsure(confidence: float) -> bool:
    """Whether a headline of this confidence is noted."""
    title = Field("title", "植树", "植树", None, "generic/headline", confidence)
    notes = _notes(fake(text=""), (), (Paragraph("植树"),), (title,), 0)
    return any(note.startswith("headline") for note in notes)


def no_note_of_edges(size: int) -> bool:
    """Whether a piece of so many code points outside the body, with a stop in it, goes without a note."""
    piece = fake(span=Span(0, size), rule="generic/outside-body")
    notes = _notes(fake(text=sentence(size)), (piece,), (Paragraph("植树"),), (), 0)
    return not any(note.startswith("edges") for note in notes)


def hant(blanks: int) -> bool:
    """Whether a text is seen as Traditional whose characters stand behind so many commas."""
    text = "，" * blanks + "條例規定實施"
    view = view_of(text)
    return script_report(view, body_of(view), NormalizedText(text, text))().script == "hant"


def one_table(gap: int) -> bool:
    """Whether two cells so many code points apart are of one table."""
    cells = [BodyLine(fake(marks=int(Mark.TABLE), start=at, end=at + 1), "株", ()) for at in (0, gap + 1)]
    return len(_rows_from(fake(text="株" + "\t" * gap + "株"), cells, 0)[0]) == 2


def data(size: int) -> bool:
    """Whether rows whose cells are of so many code points are a table of data."""
    row = [fake(text="株" * size)] * 2
    return _is_data([row, row])


@at_the_edge(
    Edge("blocks._LONGEST_HEADING", 44, 45, lambda size: isinstance(first_block("一、" + "植" * size, sentence(60)), Heading)),
    Edge("blocks._LONGEST_HEADING plain", 44, 45, lambda size: isinstance(first_block("植" * size, sentence(60)), Heading)),
    Edge("blocks._LONGEST_MARKED", 90, 91, marked),
    Edge("build._UNSURE", 0.34, 0.35, unsure),
    Edge("build._PROSE", 59, 60, no_note_of_edges),
    Edge("join._RUNNING", 29, 30, lambda size: not _goes_on(Paragraph("植" * size), Paragraph("树的办法由各村自己定。"))),
    Edge("markup._MOST_ROMAN", 3999, 4000, lambda number: ordinal_marker(number, "I").startswith("M")),
    Edge("outline._LONGEST_ITEM", 44, 45, lambda size: run_in_head("（一）" + "植" * size)),
    Edge("outline._LONGEST_LABEL", 26, 27, lambda size: run_in_head("（一）" + "植" * size + "：各乡镇要把树苗送到村口。")),
    Edge("outline._HEAD_REACH", 112, 113, lambda size: run_in_head("（一）加强领导。（" + "植" * size + "）各地要落实") == ("（一）", "加强领导")),
    Edge("script_view._SAMPLE", 3994, 4000, hant),
    Edge("tables._APART", 40, 41, one_table),
    Edge("tables._LONG_CELL", 120, 121, data),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
