"""The blocks a document's text is made of, its outline and its measures."""

from __future__ import annotations

from attrs import field, frozen

from policytext.models.brief import counted, shown
from policytext.models.spans import Span
from policytext.models.tables import Cell, as_cells, grid

__all__ = [
    "Block",
    "Caption",
    "Clause",
    "Code",
    "Heading",
    "ListItem",
    "Measure",
    "Paragraph",
    "Quote",
    "Section",
    "Table",
]


@frozen
class Block:
    """A piece of displayed text.

    Attributes:
        text: As it should be read: white space trimmed, glosses gone, converted where that was asked for.
        spans: Where it stands in ``Page.text``, half-open, in order. More than one where something was taken out.
    """

    text: str = field(repr=shown)
    spans: tuple[Span, ...] = field(default=(), repr=False)


@frozen
class Paragraph(Block):
    """Running text."""


@frozen
class Heading(Block):
    """A heading of the body. The document's own title is not a block.

    Attributes:
        level: 1 is the highest that occurs on the page.
        number: The numbering as written (``一、``, ``（二）``, ``第三章``), ``None`` where there is none.
        title: ``text`` without the number.
    """

    level: int = 1
    number: str | None = None
    title: str = field(default="", repr=False)


@frozen
class ListItem(Block):
    """A line of an item of a list.

    Attributes:
        marker: ``1.``, ``b.``, ``•`` ... as displayed; it is not part of ``text``. The bullets of an HTML list are left out, since style
            sheets take them away more often than not; so are its numbers where the text bears its own.
        level: 1 is the outermost list. Of a dump it is what the dump shows by setting in.
        continues: Whether it goes on with the item of the line before, as a second paragraph of it.
    """

    marker: str = ""
    level: int = 1
    continues: bool = False


@frozen
class Table(Block):
    """A table; ``text`` holds one displayed line of cells a line, set apart by a tab.

    Attributes:
        rows: The cells, row by row, each where it begins. A text given for one is a cell of one column and row.
    """

    rows: tuple[tuple[Cell, ...], ...] = field(default=(), repr=counted, converter=as_cells)

    def grid(self, *, repeat: bool = True) -> tuple[tuple[str, ...], ...]:
        """The text of every place of the table, rows of one length, ready for a data frame; ``""`` where there is no cell.

        Args:
            repeat: Whether the text of a cell that takes several places stands in each of them; otherwise in the first.
        """
        return tuple(
            tuple(slot.cell.text if slot and (repeat or slot.first) else "" for slot in row)
            for row in grid(self.rows)
        )


@frozen
class Code(Block):
    """Preformatted text that is not prose, such as a program or figures set in columns.

    Attributes:
        code: Its lines with their indents and empty lines, as displayed; ``text`` has the lines alone, as of any block.
    """

    code: str = field(default="", repr=shown)


@frozen
class Caption(Block):
    """What stands under a picture or over a table."""


@frozen
class Quote(Block):
    """A block quotation."""


@frozen
class Section:
    """A stretch of the document under one heading.

    Attributes:
        headings: The heading's lines; none for what stands before the first heading.
        blocks: What follows, up to the next heading of any level.
        children: Sections of the next lower level.
        number: Numbering of the heading as written, ``None`` where there is none.
        title: The heading's text without the number, lines joined by one space; ``""`` without heading.
        level: Depth in the outline, 1 is the highest; 0 for the stretch before the first heading.
        ident: For citing: the ordinals of the numbered headings from the outermost on (``3.2`` is 三、（二）); ``""`` without number.
    """

    headings: tuple[Heading, ...] = field(default=(), repr=counted)
    blocks: tuple[Block, ...] = field(default=(), repr=counted)
    children: tuple[Section, ...] = field(default=(), repr=counted)
    number: str | None = None
    title: str = field(default="", repr=shown)
    level: int = 0
    ident: str = ""


@frozen
class Measure:
    """A measure of a policy text: a label set off by a colon or a wide space, and what it says.

    Attributes:
        label: What comes before the colon or gap.
        text: What follows.
        block: The block it was read from.
        number: Its numbering as written, ``None`` where there is none.
        section: `Section.ident` of the section it stands in; ``""`` outside numbered sections.
    """

    label: str = field(repr=shown)
    text: str = field(repr=shown)
    block: Block = field(repr=False)
    number: str | None = None
    section: str = ""


@frozen
class Clause:
    """An article of a legal text, or a part of one: 条, 款 (a paragraph), 项 （一）, 目 1.

    Attributes:
        ident: For citing: ``第五条``, ``第五条第二款``, ``第五条第二款第一项``.
        first: Its first block in ``Document.blocks``.
        last: One behind its last block.
    """

    ident: str
    first: int
    last: int
