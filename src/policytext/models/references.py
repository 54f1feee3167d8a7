"""What a document shows and leads to beside its text: images, links, attachments. The text is the same with and without.

They are read from `Page.refs`, so only pages that came as HTML have any. An image or attachment is the document's where it
stands among the lines of the body, or beside them in the block that holds the body; a link where its text is the body's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import urljoin

from attrs import field, frozen

from policytext.models.blocks import Block, Caption
from policytext.models.brief import shown
from policytext.models.find import han_number
from policytext.models.page import around, below
from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.models.page import Page, Ref

__all__ = ["Attachment", "Image", "Link", "absolute", "find_attachments", "find_images", "find_links"]

_FILE = re.compile(
    r"\.(pdf|docx?|wps|xlsx?|et|pptx?|dps|ofd|rtf|txt|csv|zip|rar|7z|mp3|mp4|jpe?g|png|tiff?)(?:[?#].*)?$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"附件|附表|附图")
"""How the text before a link calls a file, whatever its address ends in."""
_NUMBERED = re.compile("附件([0-9]{1,2}|[一二三四五六七八九十]{1,3})?")
_ICON = re.compile(r"filetypeimages|/icon_\w+\.gif", re.IGNORECASE)
"""Editors put a picture of the file's kind before the link to it."""
_LEADS = re.compile(r"(?!#|javascript:|mailto:|tel:|data:|about:)", re.IGNORECASE)
"""What leads to a page or a file; the others are places within the page, programs and mail."""
_TEXT_BLOCKS = frozenset(
    (
        "p",
        "li",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dd",
        "dt",
        "figcaption",
        "caption",
        "blockquote",
    )
)
"""Blocks that hold text and not an article."""


@frozen
class Image:
    """An image of the body.

    Attributes:
        address: Absolute where the page says or the caller knows where it came from; as it is written otherwise.
        alt: Its text, ``""`` where it has none.
        caption: The caption below it, ``None`` where there is none.
        span: Empty: the place of ``page.text`` where it stands.
        block: Index in ``doc.blocks`` of the block it stands in or behind; -1 at the head of the first.
    """

    address: str = field(repr=partial(shown, width=80))
    alt: str = field(repr=shown)
    caption: str | None = field(repr=shown)
    span: Span
    block: int


@frozen
class Link:
    """A link in the body's text.

    Attributes:
        address: Absolute, as of `Image`.
        text: What is linked, as it stands on the page.
        span: Its place in ``page.text``.
        block: Index in ``doc.blocks`` of the block it stands in.
    """

    address: str = field(repr=partial(shown, width=80))
    text: str = field(repr=shown)
    span: Span
    block: int


@frozen
class Attachment:
    """A file that the document leads to, in the body's text or right below it.

    Attributes:
        address: Absolute, as of `Image`.
        text: What is linked, as it stands on the page; often the file's name.
        kind: Its extension in small letters (``pdf``, ``docx``); ``""`` where the address shows none.
        span: Its place in ``page.text``.
        block: Index in ``doc.blocks`` of the block it stands in or behind.
        note: Which of ``doc.official.attachment_notes`` (附件说明) names it: by its name, or by its number where the link is called
            by nothing else (附件2). ``None`` where none does.
    """

    address: str = field(repr=partial(shown, width=80))
    text: str = field(repr=shown)
    kind: str
    span: Span
    block: int
    note: str | None = None


class _Body:
    """Where the blocks of a document stand on its page, or on its pages where it was joined."""

    def __init__(self, page: Page, blocks: Sequence[Block], pages: Sequence[Span]) -> None:
        self.page = page
        self.places = sorted(
            (span.start, span.end, index) for index, block in enumerate(blocks) for span in block.spans
        )
        self.starts = [start for start, _, _ in self.places]
        self.run_starts = [run.start for run in page.runs]
        self.ranges = list(self._ranges(pages or (Span(0, len(page.text)),)))
        self._inside: list[bool] | None = None

    def _ranges(self, pages: Sequence[Span]) -> Iterator[Span]:
        """Of each page, from the first to the last of its body's text."""
        for page in pages:
            low, high = bisect_left(self.starts, page.start), bisect_left(self.starts, page.end)
            if low < high:
                yield Span(self.places[low][0], max(end for _, end, _ in self.places[low:high]))

    def block_at(self, place: int) -> int:
        """The block that the place stands in or behind; -1 before the first."""
        index = bisect_right(self.starts, place) - 1
        return self.places[index][2] if index >= 0 else -1

    def block_before(self, place: int) -> int:
        """The block that begins before the place."""
        index = bisect_left(self.starts, place) - 1
        return self.places[index][2] if index >= 0 else -1

    def holds(self, ref: Ref) -> bool:
        """Whether the stretch is of the body's text."""
        index = bisect_right(self.starts, ref.start) - 1
        return index >= 0 and ref.start < self.places[index][1]

    def beside(self, ref: Ref) -> bool:
        """Whether it stands amid the body's lines, or in the block that holds them and next to one of them."""
        if not self.ranges:
            return False
        return self._amid(ref.start) or (ref.node >= 0 and self.inside[ref.node])

    def follows(self, place: int) -> bool:
        """Whether the place is not before the body."""
        return bool(self.ranges) and place >= self.ranges[0].start

    @property
    def inside(self) -> list[bool]:
        """Per block of the tree, whether it is the one that holds the body (of a page), or within it."""
        if self._inside is None:
            page = self.page
            self._inside = [False] * len(page.nodes)
            for area in self.ranges:
                low, high = bisect_left(self.starts, area.start), bisect_left(self.starts, area.end)
                nodes = {page.runs[self._run(start)].node for start in self.starts[low:high]}
                node = around(page.nodes, sorted(nodes))
                # The body may be one paragraph; the pictures beside it stand in the block around that.
                while page.nodes[node].tag in _TEXT_BLOCKS and page.nodes[node].parent >= 0:
                    node = page.nodes[node].parent
                self._inside = [a or b for a, b in zip(self._inside, below(page.nodes, node), strict=True)]
        return self._inside

    def captions(self, caption: Block, ref: Ref) -> bool:
        """Whether a caption is an image's: in a figure, that of the images of the figure only."""
        if not caption.spans or ref.node < 0:
            return True
        nodes = self.page.nodes
        node = self.page.runs[self._run(caption.spans[0].start)].node
        while node >= 0 and nodes[node].tag != "figcaption":
            node = nodes[node].parent
        figure = nodes[node].parent if node >= 0 else -1
        at = ref.node
        while at > figure:
            at = nodes[at].parent
        return at == figure or figure < 0

    def _run(self, place: int) -> int:
        return max(0, bisect_right(self.run_starts, place) - 1)

    def _amid(self, place: int) -> bool:
        index = bisect_right(self.ranges, place, key=lambda area: area.start) - 1
        return index >= 0 and place < self.ranges[index].end

    def lines_between(self, place: int) -> int:
        """How many displayed lines stand between the body and a place outside it; 0 inside."""
        if self._amid(place):
            return 0
        at = bisect_left(self.run_starts, place)
        bounds = (
            bisect_left(self.run_starts, edge)
            for area in self.ranges
            for edge in ((area.start,) if place < area.start else (area.end,))
        )
        return min((abs(at - bound) for bound in bounds), default=0)


def absolute(page: Page, url: str | None, written: str) -> str:
    """An address as it is written, absolute by the page's base element and by where the page came from."""
    base = page.meta_value("base")
    try:
        return urljoin(urljoin(url or "", base) if base else url or "", written)
    except ValueError:
        # Not an address at all, such as "http://[".
        return written


def find_images(
    page: Page, blocks: Sequence[Block], url: str | None, pages: Sequence[Span] = ()
) -> Iterator[Image]:
    """The images of the body, in order; see `Document.images`."""
    body = _Body(page, blocks, pages)
    for ref in page.refs:
        # In the block of the body, but not next to one of its lines: logos, codes to scan, pictures of other articles.
        if (
            ref.kind != "image"
            # An icon before a link to a file says nothing.
            or _ICON.search(ref.value)
            or not body.beside(ref)
            or body.lines_between(ref.start)
        ):
            continue
        at = body.block_before(ref.start)
        below_it = blocks[at + 1] if at + 1 < len(blocks) else None
        caption = below_it if isinstance(below_it, Caption) and body.captions(below_it, ref) else None
        yield Image(
            absolute(page, url, ref.value),
            ref.text,
            caption.text if caption else None,
            Span(ref.start, ref.start),
            at,
        )


def find_links(
    page: Page, blocks: Sequence[Block], url: str | None, pages: Sequence[Span] = ()
) -> Iterator[Link]:
    """The links of the body's text, in order; see `Document.links`."""
    body = _Body(page, blocks, pages)
    for ref in page.refs:
        if ref.kind == "link" and body.holds(ref) and _LEADS.match(ref.value):
            yield Link(
                absolute(page, url, ref.value),
                page.text[ref.start : ref.end],
                Span(ref.start, ref.end),
                body.block_at(ref.start),
            )


def find_attachments(
    page: Page,
    blocks: Sequence[Block],
    url: str | None,
    pages: Sequence[Span] = (),
    notes: Sequence[str] = (),
) -> Iterator[Attachment]:
    """The files that the document leads to, in order; see `Document.attachments`. ``notes`` are the names it gives to them."""
    body = _Body(page, blocks, pages)
    names = _Names(notes)
    seen: set[str] = set()
    for ref in page.refs:
        if (
            ref.kind != "link"
            or not body.follows(ref.start)
            or not body.beside(ref)
            or not _LEADS.match(ref.value)
        ):
            continue
        text = page.text[ref.start : ref.end]
        # Many systems hand out files by number (/download?id=7): then the name that is linked tells the kind.
        found = _FILE.search(ref.value) or _FILE.search(text.strip())
        address = absolute(page, url, ref.value)
        if (found is None and not _CALLED.match(text)) or address in seen:
            continue
        seen.add(address)
        kind = found[1].lower() if found else ""
        note = names.said_of(text)
        yield Attachment(address, text, kind, Span(ref.start, ref.end), body.block_at(ref.start), note)


class _Names:
    """The names that the document gives to its attachments, found by their letters: a list may have thousands."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._by_letters = {_letters(name): name for name in reversed(names)}
        self._lengths = sorted({len(key) for key in self._by_letters} - {0}, reverse=True)

    def said_of(self, text: str) -> str | None:
        """The name that the text of a link ends in, the longest such; a bare 附件2 is the second."""
        own = _letters(_FILE.sub("", text.strip()))
        for length in self._lengths:
            if name := self._by_letters.get(own[-length:]):
                return name
        number = _NUMBERED.fullmatch(own)
        if number is None or not self._names:
            return None
        at = han_number(number[1]) if number[1] else 1
        # 附件 without a number is the only one, or may be any.
        told = at <= len(self._names) and (number[1] or len(self._names) == 1)
        return self._names[at - 1] if at and told else None


def _letters(text: str) -> str:
    """What two spellings of one name share: letters and figures, of one width and in small letters."""
    return "".join(char for char in normalize("NFKC", text) if char.isalnum()).lower()
