"""What the attributes of an element do to the text in it: marks, and the name of its block.

Styles and classes come again and again on a page, so what was made of one is kept for the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policytext.models.page import Mark
from policytext.readers.html.elements import MARKS
from policytext.readers.html.head import ALIGNED, style_bits

__all__ = ["TELLING", "attribute_reader"]

TELLING = frozenset(("style", "hidden", "align", "itemprop"))
"""Attributes that may change what an element does."""

_HIDDEN = int(Mark.HIDDEN)
_SIDES = int(Mark.CENTER) | int(Mark.RIGHT)
_FROM_STYLE = _HIDDEN | int(Mark.STRONG) | _SIDES
_ALIGN = {"center": int(Mark.CENTER), "middle": int(Mark.CENTER), "right": int(Mark.RIGHT)}
_MAX_IDENT = 200


_Attributes = Mapping[str, str]


def attribute_reader() -> tuple[
    Callable[[_Attributes], int], Callable[[str, _Attributes, str, int], int], Callable[[_Attributes], str]
]:
    """Three functions for the attributes of a page.

    The first tells what they do to the line: HIDDEN, STRONG, the side it is set to (with `ALIGNED`), whether it is a
    block (`BLOCK`). The second gives the marks of a block: of its element and attributes, and of the element and the marks
    around it. The third gives `Node.ident`.
    """
    styles: dict[str, int] = {}
    idents: dict[str, str] = {"": ""}
    says_nothing = TELLING.isdisjoint

    def look(attrib: _Attributes) -> int:
        bits = 0
        if "style" in attrib:
            style = attrib["style"]
            known = styles.get(style)
            if known is None:
                known = styles[style] = style_bits(style)
            bits = known
        if "hidden" in attrib:
            bits |= _HIDDEN
        if "align" in attrib:
            bits |= ALIGNED | _ALIGN.get(attrib["align"].strip().lower(), 0)
        return bits

    def marks_of(tag: str, attrib: _Attributes, around: str, marks: int) -> int:
        if attrib and not says_nothing(attrib):
            bits = look(attrib)
            if tag == "table":
                bits &= ~_SIDES  # where the table stands, not its text
            elif bits & ALIGNED:
                marks &= ~_SIDES
            marks |= bits & _FROM_STYLE
        if tag in MARKS and (tag != "form" or around != "body"):
            marks |= MARKS[tag]
        return marks

    def name(attrib: _Attributes) -> str:
        ident = ""
        if "class" in attrib:
            names = attrib["class"]
            known = idents.get(names)
            if known is None:
                parts = names[:_MAX_IDENT].lower().split()
                known = idents[names] = "." + ".".join(parts) if parts else ""
            ident = known
        if "id" in attrib:
            ident = attrib["id"].strip()[:_MAX_IDENT].lower() + ident
        return ident

    return look, marks_of, name
