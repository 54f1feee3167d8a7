"""The typed document that `policytext.parse` returns."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Literal, overload

from attrs import field, frozen
from attrs import fields as attributes

from policytext.errors import UsageError
from policytext.models.blocks import Block, Clause, Measure, Section
from policytext.models.brief import describe, shown
from policytext.models.citations import Reference, Region
from policytext.models.fields import FIELD_NAMES, Credit, DateField, DateValue, Field, ListField, TextField
from policytext.models.find import find_cited
from policytext.models.later import MadeLater
from policytext.models.ledger import Piece, Removal, RuleCount, check_partition
from policytext.models.official import Official, Part
from policytext.models.page import Page
from policytext.models.pager import Pager, find_pager
from policytext.models.record import Scalar, to_record
from policytext.models.references import (
    Attachment,
    Image,
    Link,
    find_attachments,
    find_images,
    find_links,
)
from policytext.models.render import to_markdown
from policytext.models.script import ScriptReport
from policytext.models.serial import from_dict, to_dict
from policytext.models.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from attrs import Attribute

__all__ = ["Document", "PageKind", "SiteInfo"]


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
        domain: SiteDomain of the page tags.
        column: The column the page stands in (ColumnName).
        column_type: What such a column holds (ColumnType: 政策文件 政策解读 工作动态 …), as the tag says; several in one tag stay one text.
    """

    name: str | None = None
    icp: str | None = None
    police_no: str | None = None
    id_code: str | None = None
    sponsor: str | None = None
    organizer: str | None = None
    contacts: tuple[str, ...] = field(default=(), repr=shown)
    domain: str | None = None
    column: str | None = None
    column_type: str | None = None


PageKind = Literal["article", "official", "list", "forum", "login", "error", "empty", "spam"]
"""What a page is: an article, an official document, an index, a thread, a log-in, a message that something is not there, nothing
at all, or a page of a site that was broken into."""


def _partitioned(document: Document, _: Attribute[tuple[Piece, ...]], pieces: tuple[Piece, ...]) -> None:
    check_partition(pieces, len(document.page.text))


@frozen
class Document(MadeLater):
    """One page, read. Frozen, hashable, comparable, picklable.

    ``text``, ``blocks`` and the fields are what a reader wants; ``pieces`` is the ledger that answers for them:
    every code point of ``page.text`` is in exactly one piece. A broken ledger cannot be built.

    ``pages`` is where each page stands in ``page.text``, if the document was put together of several by `policytext.join`.
    Absent is ``None`` or an empty tuple. An editor is never an author, and no date is finer than the page gave it.
    """

    page: Page
    pieces: tuple[Piece, ...] = field(validator=_partitioned)
    blocks: tuple[Block, ...] = ()
    kind: PageKind = "article"
    # The names from here on to `url` are those of the fields; `Document.field` tells where each was read.
    title: str | None = None
    subtitle: str | None = None
    published: DateValue | None = None
    modified: DateValue | None = None
    origin: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    breadcrumb: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    description: str | None = None
    url: str | None = None
    source: str = "generic"
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    clauses: tuple[Clause, ...] = ()
    references: tuple[Reference, ...] = ()
    regions: tuple[Region, ...] = ()
    official: Official | None = None
    parts: tuple[Part, ...] = ()
    site: SiteInfo = SiteInfo()
    script: ScriptReport = field(default=ScriptReport("none"))
    fields: tuple[Field[Any], ...] = ()
    notes: tuple[str, ...] = ()
    pages: tuple[Span, ...] = ()

    def __attrs_post_init__(self) -> None:
        # What the resolver makes is bound already; pieces made by hand or read from JSON are not.
        if any(piece.loose(self.page.text) for piece in self.pieces):
            object.__setattr__(self, "pieces", tuple(piece.of(self.page.text) for piece in self.pieces))

    @property
    def text(self) -> str:
        """The body: the blocks' text, one block a line."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def removed(self) -> tuple[Removal, ...]:
        """What is in neither text nor fields, in order of place: each with its text, its rule and its span."""
        # Made when asked for: on most pages this is most of the page, and few callers read it.
        # Made when asked for: on most pages this is most of the page, and few callers read it.
        text = self.page.text
        return tuple(
            Removal(piece.span.cut(text), str(piece.rule), piece.span)
            for piece in self.pieces
            if piece.role == "boilerplate"
        )

    @property
    def images(self) -> tuple[Image, ...]:
        """The images of the body: absolute address, alt, caption, place. The text does not change by them."""
        return tuple(find_images(self.page, self.blocks, self.url, self.pages))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links in the body's text: absolute address, what is linked, place."""
        return tuple(find_links(self.page, self.blocks, self.url, self.pages))

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files that the text, or what stands right below it, leads to; each once, with the name the document gives to it."""
        names = self.official.attachment_notes if self.official else ()
        return tuple(find_attachments(self.page, self.blocks, self.url, self.pages, names))

    @property
    def pager(self) -> Pager | None:
        """What the page's own pager says of the parts of the article; ``None`` where it shows none, or only one part."""
        return find_pager(self.page, self.blocks, self.url)

    def audit(self) -> dict[str, RuleCount]:
        r"""Per rule, how many pieces it removed and how many code points they have; the largest first.

        >>> import policytext
        >>> text = "各村要加强值守，险情及时报告，确保群众安全。\n各乡镇要备足抢险物资，组织专业队伍。\n"
        >>> policytext.parse(f"青禾市部署防汛工作\n2024-05-06\n{text}分享到：微信 微博\n").audit()
        {'shared/share-bar': RuleCount(removals=1, characters=10)}
        """
        found: dict[str, RuleCount] = {}
        for piece in self.pieces:
            if piece.role == "boilerplate" and piece.rule is not None:
                count, size = found.get(piece.rule, (0, 0))
                found[piece.rule] = RuleCount(count + 1, size + piece.span.end - piece.span.start)
        # Equal sizes by name, so that two runs list the rules alike.
        return dict(sorted(found.items(), key=lambda item: (-item[1].characters, item[0])))

    @overload
    def field(self, name: TextField) -> Field[str] | None: ...
    @overload
    def field(self, name: DateField) -> Field[DateValue] | None: ...
    @overload
    def field(self, name: ListField) -> Field[tuple[str, ...]] | None: ...
    @overload
    def field(self, name: str) -> Field[Any] | None: ...
    def field(self, name: str) -> Field[Any] | None:
        """Value, raw text, span, rule and losing candidates of a field; ``None`` where the page gives none.

        Args:
            name: Name of an attribute that is read from the page, such as ``"published"`` or ``"official.doc_number"``.

        Raises:
            UsageError: ``unknown_field``: there is no such field; the message names the nearest.
        """
        # A page has some twenty fields: a search is cheaper than a mapping kept in every document.
        found = next((item for item in self.fields if item.name == name), None)
        if found is None and name not in _FIELDS:
            raise UsageError("unknown_field", _no_field(name))
        return found

    def __repr__(self) -> str:
        return describe(self)

    def find(self, citation: str) -> tuple[Block, ...]:
        """The blocks that a citation names: ``第五条``, ``第五条第二款``, ``3.2``, ``三、（二）``; empty where there is no such part.

        Digits may be Han or Arabic. A section is found with all that stands below it.
        """
        return find_cited(self, citation)

    def to_record(self, *, text: bool = True, audit: bool = False) -> dict[str, Scalar]:
        """The document as one flat record: scalars and lists of scalars, the fields of `policytext.records.FIELDS`.

        Args:
            text: Whether ``text`` is filled; a table of fields alone is a tenth of the size.
            audit: Whether ``audit_rules``, ``audit_removals`` and ``audit_characters`` are filled.
        """
        return to_record(self, text=text, audit=audit)

    def to_dict(self, *, ledger: bool = True) -> dict[str, Any]:
        """The document as JSON-ready dictionaries, lists and texts; `from_dict` brings it back without loss.

        Args:
            ledger: ``False`` leaves out the page and its pieces. That is a tenth of the size, and no way back.
        """
        return to_dict(self, ledger=ledger)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """The document that `to_dict` made ``data`` of. The ledger is checked again.

        Raises:
            UsageError: ``malformed``: not what `to_dict` makes.
        """
        return from_dict(cls, data)

    def to_markdown(self, *, links: bool = False, images: bool = False) -> str:
        """Headline, a line of facts and the blocks, as CommonMark with tables.

        Args:
            links: Write the links of the text.
            images: Write the images of the body, where they stand.
        """
        return to_markdown(self, links=links, images=images)

    def _repr_html_(self) -> str:
        """The page for a notebook: fields, the body as an article, removed parts folded in place under their rules."""
        from policytext.views import page_fragment  # noqa: PLC0415 - a value shows itself; views stand above the values

        return page_fragment(self)


# What is read and judged; `text`, `kind` and the like follow from the whole page, so they have no span to show.
_FIELDS = (*FIELD_NAMES, *(f"official.{item.name}" for item in attributes(Official)))


def _no_field(name: object) -> str:
    known = ", ".join(_FIELDS)
    if not isinstance(name, str):
        return f"field takes the name of a field, not {type(name).__name__}; fields are: {known}"
    # The commonest slip is another spelling of the same name, so the nearest is said first.
    near = get_close_matches(name.lower(), _FIELDS, 1)
    if near:
        return f"there is no field {name!r}; did you mean {near[0]!r}? Fields are: {known}"
    if name in {item.name for item in attributes(Document)}:
        return f"doc.{name} is an attribute without a field of its own; fields are: {known}"
    return f"there is no field {name!r}; fields are: {known}"
