"""The typed document that `policytext.parse` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from policytext.models.blocks import Block, Measure, Part, Section
from policytext.models.fields import Credit, DateValue, Field
from policytext.models.ledger import Piece, check_partition
from policytext.models.page import Page
from policytext.models.script import ScriptReport

if TYPE_CHECKING:
    from attrs import Attribute

__all__ = ["Document", "Official", "SiteInfo"]


@frozen
class SiteInfo:
    """What the page's frame says of its owner. Absent is ``None`` or empty.

    Attributes:
        name: Name of the site.
        icp: ICP licence number (工信部备案).
        police_no: 公安备案 number.
        id_code: 网站标识码 (SiteIDCode, 国办发〔2017〕47号 annex 2).
        sponsor: 主办.
        organizer: 承办.
        contacts: Telephone, mail and postal lines of the frame, as displayed.
    """

    name: str | None = None
    icp: str | None = None
    police_no: str | None = None
    id_code: str | None = None
    sponsor: str | None = None
    organizer: str | None = None
    contacts: tuple[str, ...] = ()


@frozen
class Official:
    """Fields of an official document (GB/T 9704-2012) and of the 信息公开 header table.

    Plain values; where each comes from is told by ``Document.field("official.<name>")``.
    """

    doc_number: str | None = None
    index_no: str | None = None
    category: str | None = None
    issuers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    signed_on: DateValue | None = None
    note: str | None = None
    cc: str | None = None


@frozen
class Document:
    """One page, read. Frozen, hashable, comparable, picklable.

    ``text``, ``blocks`` and the fields are what a reader wants; ``pieces`` is the ledger that answers for them:
    every code point of ``page.text`` is in exactly one piece. A broken ledger cannot be built.

    Absent is ``None`` or an empty tuple. An editor is never an author, and no date is finer than the page gave it.
    """

    page: Page
    pieces: tuple[Piece, ...] = field(repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    title: str | None = None
    subtitle: str | None = None
    published: DateValue | None = None
    origin: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    breadcrumb: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    url: str | None = None
    source: str = "generic"
    sections: tuple[Section, ...] = field(default=(), repr=False)
    measures: tuple[Measure, ...] = field(default=(), repr=False)
    parts: tuple[Part, ...] = field(default=(), repr=False)
    official: Official | None = None
    site: SiteInfo = SiteInfo()
    script: ScriptReport = field(default=ScriptReport("none"), repr=False)
    fields: tuple[Field[Any], ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    @pieces.validator
    def _partition(self, _attribute: Attribute[tuple[Piece, ...]], value: tuple[Piece, ...]) -> None:
        check_partition(value, len(self.page.text))

    @property
    def text(self) -> str:
        """The body: the blocks' text, one block a line."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def removed(self) -> tuple[Piece, ...]:
        """The boilerplate pieces, in order of place; ``piece.span.cut(doc.page.text)`` is their text."""
        return tuple(piece for piece in self.pieces if piece.role == "boilerplate")

    def field(self, name: str) -> Field[Any] | None:
        """Value, raw text, span, rule and losing candidates of a field; ``None`` where the page gives none.

        Args:
            name: Name of an attribute, such as ``"published"``, or ``"official.doc_number"``.
        """
        return next((item for item in self.fields if item.name == name), None)
