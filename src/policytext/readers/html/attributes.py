"""What the attributes of an element do to the text in it: marks, and the name of its block.

Styles and classes come again and again on a page, so what was made of one is kept for the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.models.page import Mark
from policytext.readers.html.elements import MARKS
from policytext.readers.html.head import ALIGNED, style_bits

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TELLING", "AttributeReader"]

TELLING = frozenset(("style", "hidden", "align", "itemprop"))
"""Attributes that may change what an element does."""

_HIDDEN = int(Mark.HIDDEN)
_SIDES = int(Mark.CENTER) | int(Mark.RIGHT)
_FROM_STYLE = _HIDDEN | int(Mark.STRONG) | _SIDES
_ALIGN = {"center": int(Mark.CENTER), "middle": int(Mark.CENTER), "right": int(Mark.RIGHT)}
_MAX_IDENT = 200


class AttributeReader:
    """Reads the attributes of one page."""

    __slots__ = ("_idents", "_styles")

    def __init__(self) -> None:
        self._styles: dict[str, int] = {}
        self._idents: dict[str, str] = {"": ""}

    def look(self, attrib: Mapping[str, str]) -> int:
        """What they do to the line: HIDDEN, STRONG, the side it is set to (with `ALIGNED`), whether it is a block (`BLOCK`)."""
        bits = 0
        if "style" in attrib:
            style = attrib["style"]
            known = self._styles.get(style)
            if known is None:
                known = self._styles[style] = style_bits(style)
            bits = known
        if "hidden" in attrib:
            bits |= _HIDDEN
        if "align" in attrib:
            bits |= ALIGNED | _ALIGN.get(attrib["align"].strip().lower(), 0)
        return bits

    def marks(self, tag: str, attrib: Mapping[str, str], around: str, marks: int) -> int:
        """The marks of a block: of its element and attributes, and of the element and the marks around it."""
        if attrib and not TELLING.isdisjoint(attrib):
            bits = self.look(attrib)
            if tag == "table":
                bits &= ~_SIDES  # where the table stands, not its text
            elif bits & ALIGNED:
                marks &= ~_SIDES
            marks |= bits & _FROM_STYLE
        if tag in MARKS and (tag != "form" or around != "body"):
            marks |= MARKS[tag]
        return marks

    def name(self, attrib: Mapping[str, str]) -> str:
        """`Node.ident`: id and classes."""
        ident = ""
        if "class" in attrib:
            names = attrib["class"]
            known = self._idents.get(names)
            if known is None:
                parts = names[:_MAX_IDENT].lower().split()
                known = self._idents[names] = "." + ".".join(parts) if parts else ""
            ident = known
        if "id" in attrib:
            ident = attrib["id"].strip()[:_MAX_IDENT].lower() + ident
        return ident
