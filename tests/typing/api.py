"""What users write, for mypy and pyright. Never run. Lines marked ``type: ignore`` must be refused by the checker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import policytext

if TYPE_CHECKING:
    from datetime import datetime

    from policytext import Document, NormalizedText, Removal, Source, Span


def read(raw: bytes) -> str | None:
    """Bytes or text in, typed values out; absent is ``None``."""
    doc: Document = policytext.parse(raw, url="http://www.example.org/a.html", script="hans")
    title: str | None = doc.title
    when: datetime | None = doc.published.value if doc.published else None
    authors: tuple[str, ...] = doc.authors
    headings: list[str] = [section.title for section in doc.sections]
    print(title, when, authors, headings, doc.site.icp, doc.script.script)
    return doc.published.isoformat() if doc.published else None


def audit(doc: Document) -> list[tuple[str, str]]:
    """The ledger and the fields' provenance."""
    removed: tuple[Removal, ...] = doc.removed
    found = doc.field("published")
    place: Span | None = found.span if found else None
    print(place, found.rule if found else "")
    return [(item.rule, item.text) for item in removed]


def convert(text: str) -> NormalizedText:
    """The normalizer alone."""
    source: Source = policytext.find_source("gscn")
    print(source.rules[0].name, policytext.detect_script(text).script)
    return policytext.normalize(text, to="hans")


def keep(doc: Document) -> Document:
    """To JSON values and back."""
    return policytext.Document.from_dict(doc.to_dict())


def catch(page: str) -> str:
    """One base for all errors, with a code."""
    try:
        return policytext.parse(page).text
    except policytext.PolicytextError as error:
        return error.code


def refused(doc: Document) -> None:
    """What the checker must not let pass."""
    doc.title.upper()  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    doc.title = "frozen"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    policytext.parse("页", script="latin")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    policytext.Parser(keep="none")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    policytext.parse(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
