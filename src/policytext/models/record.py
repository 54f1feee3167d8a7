"""A document as one flat record: scalars and lists of scalars, the same fields whatever the page. Absent is ``None``.

Engines that hold tables (pandas, Arrow, Spark, Parquet) take it as it is. A date is given three times, because engines
treat them differently: as ISO text as far as the page gave it, as a plain day that no time zone can move, and how fine it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from policytext.models.blocks import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policytext.models.document import Document
    from policytext.models.fields import DateValue

__all__ = ["FIELDS", "RecordField", "RecordType", "Scalar", "empty_record", "to_record"]

RecordType = Literal["string", "date", "integer", "number", "strings", "integers"]
Scalar = str | int | float | list[str] | list[int] | None


class RecordField(NamedTuple):
    """A field of every record."""

    name: str
    type: RecordType
    """``string``, ``integer``, ``number``; ``date``: text of the form ``2024-05-06``; ``strings``, ``integers``: lists."""
    meaning: str


FIELDS: tuple[RecordField, ...] = (
    # Of the input, not of the page: a table of a crawl has a row for each input, read or not.
    RecordField("location", "string", "where the page was read, as the command or the caller names it"),
    RecordField("error", "string", "code of the error where the input is not a page; every other field of the page is null then"),
    RecordField("message", "string", "what is wrong, and what to do"),
    RecordField("url", "string", "where the page came from, or says that it is"),
    RecordField("source", "string", "key of the source that was used"),
    RecordField("kind", "string", "what the page is: article, official, list, forum, login, error, empty, spam …"),
    RecordField("title", "string", "headline as displayed"),
    RecordField("subtitle", "string", "副题 or 原标题"),
    RecordField("published", "string", "date of publication, ISO 8601 as far as the page gave it, with +08:00 where it has a time"),
    # A column of its own: engines sort and filter by days, and a text such as 2024-05 is not a date to them.
    RecordField("published_on", "date", "its day in China; null where the page gives no day"),
    RecordField("published_precision", "string", "year, month, day, minute or second"),
    RecordField("modified", "string", "date of the last change, likewise"),
    RecordField("modified_on", "date", "its day in China"),
    RecordField("modified_precision", "string", "year, month, day, minute or second"),
    RecordField("origin", "string", "来源 as displayed"),
    RecordField("publisher", "string", "the site or body that publishes"),
    RecordField("authors", "strings", "names; an editor is never an author"),
    RecordField("editors", "strings", "names"),
    RecordField("credit_roles", "strings", "role of everybody named, one for each of credit_names"),
    RecordField("credit_names", "strings", "everybody named, in the order of the page"),
    RecordField("breadcrumb", "strings", "面包屑"),
    RecordField("keywords", "strings", "as displayed or stated"),
    RecordField("description", "string", "what the head says the page is about"),
    RecordField("text", "string", "the body, one block a line; null where it was not asked for"),
    # Figures by which a run is watched: where they fall a template has changed.
    RecordField("characters", "integer", "code points of the body"),
    RecordField("blocks", "integer", "blocks of the body"),
    RecordField("headings", "strings", "headings of the body"),
    RecordField("images", "strings", "addresses of the body's images"),
    RecordField("links", "strings", "addresses of the links in the body's text"),
    RecordField("attachments", "strings", "addresses of the files the document leads to"),
    RecordField("attachment_names", "strings", "what is linked, one for each of attachments"),
    RecordField("doc_number", "string", "发文字号"),
    RecordField("issuers", "strings", "发文机关"),
    RecordField("index_no", "string", "索引号"),
    RecordField("category", "string", "主题分类"),
    RecordField("document_kind", "string", "文种: 通知 意见 办法 …"),
    RecordField("addressees", "strings", "主送机关"),
    RecordField("signed_on", "date", "成文日期"),
    RecordField("effective_on", "date", "day from which it holds"),
    RecordField("status", "string", "有效性 as displayed"),
    RecordField("parts", "strings", "kinds of the documents on the page: letter, issued, attachment …"),
    RecordField("site_name", "string", "name of the site, as its frame says"),
    RecordField("site_icp", "string", "ICP licence number"),
    RecordField("site_id_code", "string", "网站标识码"),
    RecordField("script", "string", "hans, hant, mixed or none: what the page is written in"),
    RecordField("encoding", "string", "encoding that was used; null where text came in"),
    RecordField("form", "string", "html or text"),
    RecordField("notes", "strings", "what the reader should know; each begins with a stable word"),
    RecordField("page_characters", "integer", "code points of the page, scripts and styles included"),
    RecordField("displayed_characters", "integer", "code points of what the page displays"),
    RecordField("kept_share", "number", "share of the displayed characters that are body, 0 to 1; null where nothing is displayed"),
    RecordField("removals", "integer", "pieces that were removed"),
    RecordField("removed_characters", "integer", "code points that were removed"),
    RecordField("repairs", "integer", "places where damage was repaired or a gloss taken out"),
    RecordField("wounds", "integer", "places where damage was left as found"),
    RecordField("audit_rules", "strings", "names of the rules that removed something; null where no audit was asked for"),
    RecordField("audit_removals", "integers", "how many pieces each removed, one for each of audit_rules"),
    RecordField("audit_characters", "integers", "how many code points each removed"),
    # From here on what came later: readers may rely on the order of those above.
    RecordField("site_column", "string", "the site's column that the page stands in (ColumnName)"),
    RecordField("site_column_type", "string", "what such a column holds (ColumnType): 政策文件, 政策解读, …"),
    RecordField("doc_number_code", "string", "机关代字 of the number, or what counts: 国办发, 青禾市人民政府令"),
    RecordField("doc_number_year", "integer", "year of the number; null where orders are counted through"),
    RecordField("doc_number_serial", "integer", "the number itself"),
    RecordField("secrecy", "string", "密级和保密期限 as displayed"),
    RecordField("urgency", "string", "紧急程度 as displayed"),
    RecordField("signed_off_by", "strings", "签发人"),
    RecordField("attachment_notes", "strings", "附件说明: names of the attachments as the document gives them"),
    RecordField("signature", "strings", "发文机关署名; of an order, the person"),
    RecordField("note", "string", "附注 without its brackets"),
    RecordField("cc", "strings", "抄送"),
    RecordField("printed_by", "string", "印发机关"),
    RecordField("printed_on", "date", "印发日期"),
    RecordField("subject_words", "strings", "主题词"),
    RecordField("expires_on", "date", "day to which it holds"),
    RecordField("repealed_on", "date", "day on which it was repealed"),
    RecordField("part_titles", "strings", "titles of the documents on the page, one for each of parts; empty where it shows none"),
    RecordField("reference_titles", "strings", "titles of the documents that the text cites"),
    RecordField("reference_numbers", "strings", "their numbers, one for each of reference_titles; empty where none is given"),
    RecordField("reference_actions", "strings", "what the text does to them: based_on, repeals, amends, issues, forwards, interprets; empty where it names them only"),
    RecordField("region_codes", "strings", "codes of the divisions that the page is from (GB/T 2260)"),
    RecordField("region_names", "strings", "their names, one for each of region_codes"),
)  # fmt: skip
"""Name, type and meaning of every field, in order. New ones come at the end; none changes its type."""

# What no reader of the page sees counts neither as kept nor as removed.
_UNDISPLAYED = frozenset({"generic/script", "generic/hidden", "generic/head-title", "generic/markup"})


def empty_record() -> dict[str, Scalar]:
    """A record without a value: every field is ``None``."""
    return dict.fromkeys((field.name for field in FIELDS), None)


def to_record(document: Document, *, text: bool = True, audit: bool = False) -> dict[str, Scalar]:
    """The document as a flat record; see `Document.to_record`."""
    record = empty_record()
    record.update(_fields(document))
    record.update(_official(document))
    record.update(_figures(document))
    if text:
        record["text"] = document.text
    if audit:
        # Three lists of one length: column stores have lists of scalars everywhere, maps hardly anywhere.
        rows = document.audit()
        record["audit_rules"] = list(rows)
        record["audit_removals"] = [row.removals for row in rows.values()]
        record["audit_characters"] = [row.characters for row in rows.values()]
    return record


def _day(date: DateValue | None) -> str | None:
    # 2024年5月 is not a day; the first of May would be made up.
    return date.value.date().isoformat() if date and date.precision not in ("year", "month") else None


def _date(name: str, date: DateValue | None) -> Iterator[tuple[str, Scalar]]:
    yield name, date.isoformat() if date else None
    yield f"{name}_on", _day(date)
    yield f"{name}_precision", date.precision if date else None


def _fields(document: Document) -> dict[str, Scalar]:
    people = [(credit.role, name) for credit in document.credits for name in credit.names]
    attachments = document.attachments
    return {
        **{
            name: getattr(document, name)
            for name in ("url", "source", "kind", "title", "subtitle", "origin", "publisher", "description")
        },
        **{
            name: list(getattr(document, name))
            for name in ("authors", "editors", "breadcrumb", "keywords", "notes")
        },
        **dict(_date("published", document.published)),
        **dict(_date("modified", document.modified)),
        # Two lists of one length, since a cell of a table holds scalars or lists of them, no pairs.
        "credit_roles": [role for role, _ in people],
        "credit_names": [name for _, name in people],
        "headings": [block.text for block in document.blocks if isinstance(block, Heading)],
        # Addresses alone: who needs captions and places reads the document.
        "images": [image.address for image in document.images],
        "links": [link.address for link in document.links],
        "attachments": [item.address for item in attachments],
        "attachment_names": [item.text for item in attachments],
        "site_name": document.site.name,
        "site_icp": document.site.icp,
        "site_id_code": document.site.id_code,
        "site_column": document.site.column,
        "site_column_type": document.site.column_type,
        "script": document.script.script,
        "encoding": document.page.encoding,
        "form": document.page.form,
    }


def _official(document: Document) -> dict[str, Scalar]:
    found = document.official
    cited: dict[str, Scalar] = {
        "reference_titles": [item.title for item in document.references],
        # One for each title, so that the lists can be read side by side: a list of scalars has no gaps in every engine.
        "reference_numbers": [str(item.doc_number or "") for item in document.references],
        "reference_actions": [str(item.action or "") for item in document.references],
        "region_codes": [item.code for item in document.regions],
        "region_names": [item.name for item in document.regions],
    }
    if found is None:
        return cited
    number = found.doc_number
    return {
        **cited,
        "doc_number_code": number.code if number else None,
        "doc_number_year": number.year if number else None,
        "doc_number_serial": number.serial if number else None,
        "secrecy": found.secrecy,
        "urgency": found.urgency,
        "signed_off_by": list(found.signed_off_by),
        "attachment_notes": list(found.attachment_notes),
        "signature": list(found.signature),
        "note": found.note,
        "cc": list(found.cc),
        "printed_by": found.printed_by,
        "printed_on": _day(found.printed_on),
        "subject_words": list(found.keywords),
        "expires_on": _day(found.expires_on),
        "repealed_on": _day(found.repealed_on),
        "part_titles": [part.title or "" for part in document.parts],
        "doc_number": str(found.doc_number) if found.doc_number else None,
        "issuers": list(found.issuers),
        "index_no": found.index_no,
        "category": found.category,
        "document_kind": found.kind,
        "addressees": list(found.addressees),
        "signed_on": _day(found.signed_on),
        "effective_on": _day(found.effective_on),
        "status": found.status,
        "parts": [str(part.kind) for part in document.parts],
    }


def _figures(document: Document) -> dict[str, Scalar]:
    sizes = {"body": 0, "field": 0, "boilerplate": 0}
    unseen = 0
    for piece in document.pieces:
        size = piece.span.end - piece.span.start
        sizes[piece.role] += size
        unseen += size if piece.rule in _UNDISPLAYED else 0
    # The share is that of what a reader sees: most of a page's characters are scripts.
    displayed = len(document.page.text) - unseen
    return {
        "characters": len(document.text),
        "blocks": len(document.blocks),
        "page_characters": len(document.page.text),
        "displayed_characters": displayed,
        "kept_share": round(sizes["body"] / displayed, 4) if displayed else None,
        "removals": len(document.removed),
        "removed_characters": sizes["boilerplate"],
        "repairs": len(document.script.changes),
        "wounds": len(document.script.unrecoverable),
    }
