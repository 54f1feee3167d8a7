"""What the blocks of the tree say of the body's lines: items of lists, quotations, preformatted text.

A block that holds the whole body is layout of the page and says nothing of its lines: articles stand in list items, in quotations (to
be set in) and in ``<pre>`` (to be set as typed).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.fields.grammar.numbering import number_of
from policytext.models.page import Mark, around, below

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.page import Page
    from policytext.page.layout import BodyLine

__all__ = ["Item", "Markup", "ordinal_marker"]

_LIST, _QUOTE, _PRE = int(Mark.LIST), int(Mark.QUOTE), int(Mark.PRE)
_ASKED = _LIST | _QUOTE | _PRE
_LISTS = frozenset(("ol", "ul", "dl", "menu", "dir"))
_ITEMS = frozenset(("li", "dd", "dt"))
_PRES = frozenset(("pre", "listing", "xmp", "plaintext"))
_OWN_NUMBER = re.compile(r"[(（\[【]?(?:\d{1,3}|[a-zA-Z])[.、．)）\]】]|[①-⑳⑴-⒛•·●○◆■]")
_HAN = re.compile("[\u3400-\u9fff]")
_MOST_ROMAN = 3999
"""The greatest number that Roman numerals without a bar above them write; beyond it browsers show digits."""
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Item(NamedTuple):
    """The item that a line stands in."""

    marker: str
    level: int
    continues: bool


class Markup:
    """Answers for the lines of one body, asked in their order.

    Args:
        page: The page.
        body: The body's lines.
    """

    def __init__(self, page: Page, body: Sequence[BodyLine]) -> None:
        self._page = page
        self._seen: set[int] = set()  # items that a line stood in
        self._ordinals: dict[int, int] = {}
        self._kinds: dict[int, str] = {}
        # In a dump there is one node, and marks say all that there is to say.
        self._tree = page.form == "html" and any(line.marks & _ASKED for line, _, _ in body)
        self._inside: list[bool] = []
        self._holder = 0
        if self._tree:
            self._holder = around(page.nodes, sorted({line.node for line, _, _ in body}))
            self._inside = below(page.nodes, self._holder)

    def item(self, line: BodyLine) -> Item | None:
        """The item that the line stands in, ``None`` where it is in no list of the body."""
        if not line.line.marks & _LIST:
            return None
        if not self._tree:
            return Item("", 1, continues=False)
        nodes = self._page.nodes
        node = self._within(line.line.node, _ITEMS)
        if node < 0:
            return None
        level, at = 0, nodes[node].parent
        # The list that is all of the body counts, too.
        while at >= 0 and self._inside[at]:
            level += nodes[at].tag in _LISTS
            at = nodes[at].parent
        continues = node in self._seen
        self._seen.add(node)
        marker = "" if continues else self._marker(node, line.text)
        return Item(marker, max(level, 1), continues)

    def quoted(self, line: BodyLine) -> bool:
        """Whether the line stands in a quotation."""
        if not line.line.marks & _QUOTE:
            return False
        return not self._tree or self._within(line.line.node, ("blockquote",)) >= 0

    def code(self, line: BodyLine) -> int:
        """The node of the preformatted text that the line stands in, -1 where it is in none. Preformatted Chinese is prose."""
        if not line.line.marks & _PRE or not self._tree or len(_HAN.findall(line.text)) * 2 > len(line.text):
            return -1
        return self._within(line.line.node, _PRES)

    def _within(self, node: int, tags: frozenset[str] | tuple[str, ...]) -> int:
        """The nearest of these around a node that does not hold all of the body; -1 where there is none."""
        nodes = self._page.nodes
        while node != self._holder and node > 0:
            if nodes[node].tag in tags:
                return node
            node = nodes[node].parent
        return -1

    def _marker(self, node: int, text: str) -> str:
        """The number of an item in an ordered list."""
        nodes = self._page.nodes
        parent = self._list_of(node)
        if nodes[node].tag != "li" or parent < 0 or nodes[parent].tag != "ol":
            return ""
        # Authors number by hand within <ol>, and hide the list's own numbers by a style sheet.
        if number_of(text) is not None or _OWN_NUMBER.match(text):
            return ""
        # Most pages have no ordered list in the body, so its items are counted when one is met.
        if not self._ordinals:
            self._number_items()
        return ordinal_marker(self._ordinals[node], self._kinds.get(parent, "1"))

    def _list_of(self, node: int) -> int:
        nodes = self._page.nodes
        node = nodes[node].parent
        while node >= 0 and nodes[node].tag not in _LISTS:
            node = nodes[node].parent
        return node

    def _number_items(self) -> None:
        """Count the items of all ordered lists; only those that hold text have a node."""
        starts: dict[int, int] = {}
        values: dict[int, int] = {}
        for ref in self._page.refs:
            if ref.kind == "list":
                start, _, kind = ref.value.partition(" ")
                starts[ref.node] = int(start) if start else 1
                self._kinds[ref.node] = kind
            elif ref.kind == "item":
                values[ref.node] = int(ref.value)
        following: dict[int, int] = {}
        for node, (_, tag, _) in enumerate(self._page.nodes):
            if tag == "li":
                parent = self._list_of(node)
                value = values.get(node, following.get(parent, starts.get(parent, 1)))
                self._ordinals[node] = value
                following[parent] = value + 1


def ordinal_marker(number: int, kind: str) -> str:
    """The marker that a browser shows for an item of an ordered list.

    Args:
        number: The item's number.
        kind: The list's ``type``: ``1``, ``a``, ``A``, ``i``, ``I``; anything else is ``1``.

    >>> ordinal_marker(3, "1"), ordinal_marker(28, "a"), ordinal_marker(14, "I")
    ('3.', 'ab.', 'XIV.')
    """
    shown = str(number)
    if kind in ("a", "A") and number > 0:
        shown, rest = "", number
        while rest:
            rest, digit = divmod(rest - 1, 26)
            shown = chr(ord("a") + digit) + shown
    elif kind in ("i", "I") and 0 < number <= _MOST_ROMAN:
        shown, rest = "", number
        for value, letters in _ROMAN:
            times, rest = divmod(rest, value)
            shown += letters * times
    return f"{shown.upper() if kind.isupper() else shown}."
