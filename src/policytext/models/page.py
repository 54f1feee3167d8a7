"""A page: one string, the runs of text it is made of, and what its head says beside the text.

Both readers make it. A dump is a page whose runs carry no marks, so nobody downstream asks which form came in.
"""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - `models/serial.py` reads the declared types at run time
from enum import IntFlag
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import field, fields, frozen

from policytext.models.brief import counted
from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["UNSEEN", "Form", "Mark", "Meta", "Node", "Page", "Ref", "Run", "around", "below"]

Form = Literal["html", "text"]
RefKind = Literal["link", "image", "sup", "sub", "cell", "list", "item"]


class Mark(IntFlag):
    """What the markup says of a run of text. A dump's runs have none."""

    HIDDEN = 1
    """``display:none``, ``hidden``, ``<template>`` and the like: not displayed."""
    SCRIPT = 2
    """``<script>``, ``<style>``: text of the tree that is not text of the page."""
    TITLE = 4
    """The ``<title>`` of the head."""
    HEADING = 8
    """Inside ``<h1>`` to ``<h6>``; the level is in the node's tag."""
    STRONG = 16
    """All of the run is bold."""
    LIST = 32
    """Inside ``<li>``, ``<dd>`` or ``<dt>``."""
    TABLE = 64
    """Inside a table cell."""
    CAPTION = 128
    """Inside ``<figcaption>`` or ``<caption>``."""
    FORM = 256
    """Inside ``<form>``, ``<select>``, ``<button>``, ``<textarea>`` or ``<label>``."""
    FRAME = 512
    """Inside ``<nav>``, ``<header>``, ``<footer>`` or ``<aside>``."""
    PARAGRAPH = 1024
    """Inside ``<p>``."""
    CENTER = 2048
    """Set in the middle by an attribute or inline style."""
    RIGHT = 4096
    """Set to the right by an attribute or inline style, as signatures are."""
    QUOTE = 8192
    """Inside ``<blockquote>``."""
    NOSCRIPT = 16384
    """Inside ``<noscript>``: displayed only where scripts are off."""
    PRE = 32768
    """Inside ``<pre>``: white space is text."""
    GLOSS = 131072
    """Inside ``<rt>`` or ``<rp>``: the reading over a character, which is not part of the sentence."""
    CONTINUED = 65536
    """Goes on with the line of the last displayed run: only something invisible stands between the two."""


UNSEEN = int(Mark.HIDDEN | Mark.SCRIPT | Mark.TITLE | Mark.GLOSS)
"""Marks of what is not displayed, or not in its line, as a plain int: an IntFlag builds a new member at every "&"."""


class Node(NamedTuple):
    """A block element of the tree. Node 0 is the root; ``parent`` of the root is -1."""

    parent: int
    tag: str
    ident: str
    """``class`` and ``id`` as ``"id.class1.class2"`` (lower case), ``".class1"`` without ``id``; ``""`` where there
    is neither."""


class Run(NamedTuple):
    """One displayed line: the text between two block boundaries or ``<br>``, trimmed of white space.

    ``start`` and ``end`` are code points of ``Page.text``, half-open.
    """

    start: int
    end: int
    node: int
    """Index into ``Page.nodes`` of the innermost block element."""
    marks: int
    """Bits of `Mark` (a plain int, for speed)."""
    link: int
    """How many of the run's code points stand inside links."""

    @property
    def span(self) -> Span:
        """The run's place in ``Page.text``."""
        return Span(self.start, self.end)


class Ref(NamedTuple):
    """What the markup says of a place or a block beside its text. The text of a page is the same with and without."""

    kind: RefKind
    """``link``, ``image``, ``sup``, ``sub``: a stretch of text; ``cell``, ``list``, ``item``: a block of the tree."""
    start: int
    """Code points of ``Page.text``, half-open; an image takes none, a block is ``0, 0``."""
    end: int
    node: int
    """Index into ``Page.nodes`` of the block it stands in, or of the block itself; -1 where that is not kept."""
    value: str
    """The address as it is written; of a cell ``"COLUMNSxROWS"``, of a list ``start`` and ``type``, of an item its ``value``."""
    text: str = ""
    """``alt`` of an image."""


class Meta(NamedTuple):
    """A statement of the page's head or markup that is not displayed text.

    ``kind`` says where it was found: ``meta`` (name or property of a ``<meta>`` tag), ``link`` (``rel``),
    ``comment`` (``<enpproperty>`` and kin), ``jsonld``, ``attr`` (``time/datetime`` and kin).
    """

    kind: str
    name: str
    """Lower case."""
    value: str


def _ready(refs: tuple[Ref, ...] | Callable[[], tuple[Ref, ...]]) -> tuple[Ref, ...]:
    return refs if isinstance(refs, tuple) else refs()


@frozen
class Page:
    """What a reader made of the input.

    Attributes:
        text: The page as one string. A dump is kept to the letter; of HTML it is the text of the tree, scripts
            and styles included, in which only white space was changed.
        form: ``html`` or ``text``.
        runs: The displayed lines, in order, not overlapping. What lies between two runs is white space.
        nodes: The block elements the runs stand in; a dump has only the root.
        meta: Statements of the head, in the order of the page.
        comments: Short comments of the markup (``<!--enpcontent-->``), each with the length of ``text`` before it:
            a run that starts at or after that place comes after the comment or holds it.
        encoding: The encoding that was used, ``None`` where ``str`` came in.
        notes: What the decoder and the reader have to tell.

    What `seams` knows is the reader's, and no part of the value: a page that was stored or copied has none.
    """

    text: str = field(repr=counted)
    form: Form = "text"
    runs: tuple[Run, ...] = field(default=(), repr=counted)
    nodes: tuple[Node, ...] = field(default=(Node(-1, "", ""),), repr=False)
    meta: tuple[Meta, ...] = field(default=(), repr=False)
    comments: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    _refs: tuple[Ref, ...] | Callable[[], tuple[Ref, ...]] = field(
        default=(), repr=False, kw_only=True, eq=_ready, alias="refs"
    )
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    _seams: Callable[[int, int], tuple[int, ...]] | None = field(
        default=None, repr=False, kw_only=True, eq=False, alias="seams", metadata={"fact": False}
    )

    def seams(self, start: int, end: int) -> tuple[int, ...]:
        """Where inline elements meet within ``text[start:end]`` and no blank parts them, in order: ``青禾网|打印`` is two words."""
        return self._seams(start, end) if self._seams else ()

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Links, images and raised text in the order of the page, then what the markup says of cells and lists.

        Made when it is first asked for: who wants the text pays for nothing else.
        """
        refs = _ready(self._refs)
        object.__setattr__(self, "_refs", refs)
        return refs

    def __getstate__(self) -> tuple[object, ...]:
        _ = self.refs
        return tuple(
            getattr(self, item.name) if item.name != "_seams" else None for item in fields(type(self))
        )

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for item, value in zip(fields(type(self)), state, strict=True):
            object.__setattr__(self, item.name, value)

    def path(self, run: Run) -> str:
        """The run's place in the tree, from the root: ``"html/body/div#main.article/p"``; ``""`` in a dump."""
        parts: list[str] = []
        index = run.node
        while index >= 0:
            node = self.nodes[index]
            if node.tag:
                parts.append(node.tag + (f"[{node.ident}]" if node.ident else ""))
            index = node.parent
        return "/".join(reversed(parts))

    def meta_value(self, *names: str) -> str | None:
        """The first value of any of these names (lower case), in the order of the names."""
        for name in names:
            for item in self.meta:
                if item.name == name and item.value:
                    return item.value
        return None


def below(nodes: Sequence[Node], block: int) -> list[bool]:
    """Per block, whether it is ``block`` or stands inside it. Parents come before their children."""
    inside = [False] * len(nodes)
    inside[block] = True
    for index in range(block + 1, len(nodes)):
        inside[index] = inside[nodes[index].parent]
    return inside


def around(nodes: Sequence[Node], blocks: Sequence[int]) -> int:
    """The innermost block that holds all of these, one at least."""
    found = blocks[0]
    for other in blocks[1:]:
        node = other
        while node != found:
            if node > found:
                node = nodes[node].parent
            else:
                found = nodes[found].parent
    return found
