"""The blocks that are open where the parser stands, and the nodes of `Page` that are made of them.

A third of a page's blocks hold no text, so a node is made when the first line needs it, and with it the nodes around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.readers.html.attributes import AttributeReader
from policytext.readers.html.references import LAID_OUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policytext.readers.html.compose import Columns

__all__ = ["AROUND", "MARKS", "NODE", "TAG", "Block", "Nodes"]

Block = list[Any]
"""An open block: a list with the five places below. An instance of a class takes three times as long to make."""
TAG, ATTRIB, AROUND, NODE, MARKS = range(5)
"""Element, attributes, the block around it, its node (-1 until a line needs one), its marks (from then on)."""


class Nodes:
    """Makes the nodes of a page."""

    __slots__ = ("_columns", "attributes")

    def __init__(self, columns: Columns, attributes: AttributeReader) -> None:
        self._columns = columns
        self.attributes = attributes

    def root(self) -> Block:
        """The block around all others, with node 0."""
        self._columns.add_node(-1, "html", "")
        return ["html", {}, None, 0, 0]

    def name_root(self, attrib: Mapping[str, str]) -> None:
        """What the attributes of ``<html>`` say, as long as no other node was made."""
        if len(self._columns.tags) == 1:
            self._columns.idents[0] = self.attributes.name(attrib)

    def make(self, wanted: Block) -> None:
        """Make the node of a block, and of those around it that have none."""
        columns, attributes = self._columns, self.attributes
        chain = [wanted]
        while chain[-1][AROUND][NODE] < 0:
            chain.append(chain[-1][AROUND])
        for block in reversed(chain):
            tag, attrib, around, _, _ = block
            block[MARKS] = attributes.marks(tag, attrib, around[TAG], around[MARKS])
            block[NODE] = columns.add_node(around[NODE], tag, attributes.name(attrib) if attrib else "")
            if attrib and tag in LAID_OUT:
                columns.laid_out.append((block[NODE], tag, attrib))

    def part(self, block: Block, mark: int) -> Block:
        """A part of ``block`` that is not displayed, or not in its line: the same node, and one mark more."""
        if block[NODE] < 0:
            self.make(block)
        return ["", {}, block, block[NODE], block[MARKS] | mark]

    def name_blocks(self, refs: list[list[Any]]) -> None:
        """Of references that know their block, put its node in place of it, or that of the next block around that has one."""
        known: dict[int, int] = {}
        for row in refs:
            block = row[3]
            if block.__class__ is not list:
                continue
            around, passed = block, []
            while around[NODE] < 0 and id(around) not in known:
                passed.append(id(around))
                around = around[AROUND]
            node: Any = known.get(id(around), around[NODE])
            known.update(dict.fromkeys(passed, node))
            row[3] = node
