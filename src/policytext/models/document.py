"""The typed document that `policytext.parse` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from policytext.models.blocks import Block, Measure, Section
from policytext.models.fields import Credit, DateValue, Field
from policytext.models.ledger import Piece, check_partition
from policytext.models.page import Page
from policytext.models.render import to_html, to_markdown
from policytext.models.script import ScriptReport
from policytext.models.serial import from_dict, to_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attrs import Attribute

__all__ = ["Document", "SiteInfo"]


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


def _partitioned(document: Document, _: Attribute[tuple[Piece, ...]], pieces: tuple[Piece, ...]) -> None:
    check_partition(pieces, len(document.page.text))


@frozen
class Document:
    """One page, read. Frozen, hashable, comparable, picklable.

    ``text``, ``blocks`` and the fields are what a reader wants; ``pieces`` is the ledger that answers for them:
    every code point of ``page.text`` is in exactly one piece. A broken ledger cannot be built.

    Absent is ``None`` or an empty tuple. An editor is never an author, and no date is finer than the page gave it.
    """

    page: Page
    pieces: tuple[Piece, ...] = field(repr=False, validator=_partitioned)
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
    site: SiteInfo = SiteInfo()
    script: ScriptReport = field(default=ScriptReport("none"), repr=False)
    fields: tuple[Field[Any], ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

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
            name: Name of an attribute, such as ``"published"``.
        """
        return next((item for item in self.fields if item.name == name), None)

    def to_dict(self) -> dict[str, Any]:
        """The document as JSON-ready dictionaries, lists and texts; `from_dict` brings it back without loss."""
        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """The document that `to_dict` made ``data`` of. The ledger is checked again.

        Raises:
            UsageError: ``malformed``: not what `to_dict` makes.
        """
        return from_dict(cls, data)

    def to_markdown(self) -> str:
        """Headline, a line of facts and the blocks, as CommonMark with tables."""
        return to_markdown(self)

    def _repr_html_(self) -> str:
        """The page for a notebook: removed parts greyed, the rule's name on hover."""
        return to_html(self)
