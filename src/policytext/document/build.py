"""The last step: the typed document from its ledger, its blocks and its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from policytext.document.clauses import find_clauses
from policytext.document.outline import find_measures, find_sections
from policytext.models.document import Document
from policytext.models.later import put_off
from policytext.models.official import Official, Part
from policytext.official.regions import find_regions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from policytext.fields.choose import FieldSet
    from policytext.models.blocks import Block
    from policytext.models.citations import Reference
    from policytext.models.document import PageKind
    from policytext.models.fields import Field
    from policytext.models.ledger import Piece
    from policytext.models.page import Page
    from policytext.models.script import ScriptReport
    from policytext.official.read import FoundOfficial, FoundPart

__all__ = ["build"]

_UNSURE = 0.35
"""Confidence of a headline under which the reader is told."""
_PROSE = 60
"""Code points from which a piece outside the body may be running text."""

# What follows from the blocks.
_OUTLINE: Mapping[str, Callable[[Document], object]] = {
    "sections": lambda document: find_sections(document.blocks),
    "measures": lambda document: find_measures(document.blocks, document.sections),
    "clauses": lambda document: find_clauses(document.blocks),
}


def build(
    page: Page,
    source: str,
    pieces: tuple[Piece, ...],
    blocks: tuple[Block, ...],
    found: FieldSet,
    script: Callable[[], ScriptReport],
    damaged: int,
    rewrite: Callable[[str], str] | None,
    kind: PageKind = "article",
    notes: tuple[str, ...] = (),
    official: FoundOfficial | None = None,
    references: tuple[Reference, ...] = (),
) -> Document:
    """Put the document together.

    Args:
        page: The page.
        source: Key of the source that was used.
        pieces: The ledger.
        blocks: The body, converted already.
        found: The fields, as displayed.
        script: Tells the script of the page, and what was repaired.
        damaged: Places whose damage was seen and left.
        rewrite: Script conversion of field values; ``raw`` of a field stays as displayed.
        kind: What the page is.
        notes: Why, and what else its places gave to say.
        official: What was read of an official document.
        references: What the text cites, as displayed.
    """
    fields, names = found.fields, found.credits
    if official is not None:
        fields = (*fields, *official.fields)
    if rewrite is not None:
        fields = _converted(fields, rewrite)
        names = tuple(evolve(item, names=_rewritten(item.names, rewrite)) for item in names)
        references = tuple(evolve(item, title=rewrite(item.title)) for item in references)
    # official.* and the like are attributes of models of their own.
    values: dict[str, Any] = {item.name: item.value for item in fields if "." not in item.name}
    if official is not None:
        stated = {item.name.removeprefix("official."): item.value for item in fields if "." in item.name}
        values["official"] = Official(**stated)
        values["parts"] = _parts(official.parts, blocks, rewrite)
    document = Document(
        page=page,
        pieces=pieces,
        blocks=blocks,
        kind="official" if official is not None and kind == "article" else kind,
        credits=names,
        source=source,
        references=references,
        regions=find_regions(page.text, found.site, fields),
        site=found.site,
        fields=fields,
        notes=(*page.notes, *notes, *_notes(page, pieces, blocks, fields, damaged)),
        **values,
    )
    return put_off(document, {**_OUTLINE, "script": lambda _: script()})


def _converted(fields: tuple[Field[Any], ...], rewrite: Callable[[str], str]) -> tuple[Field[Any], ...]:
    """The fields with their values in the script that was asked for; what they were read from stays as displayed."""
    return tuple(
        # An address is not text: converted it would lead elsewhere.
        item if item.name == "url" else evolve(item, value=_rewritten(item.value, rewrite))
        for item in fields
    )


def _parts(
    found: Sequence[FoundPart], blocks: Sequence[Block], rewrite: Callable[[str], str] | None
) -> tuple[Part, ...]:
    """The parts with their blocks: each block belongs to the part that it begins in."""
    out: list[Part] = []
    for part in found:
        inside = tuple(block for block in blocks if part.start <= block.spans[0].start < part.end)
        values = (part.title, part.signature, part.label, part.note)
        title, signature, label, note = _rewritten(values, rewrite) if rewrite is not None else values
        out.append(Part(part.kind, title, inside, signature, part.signed_on, label, note))
    return tuple(out)


def _rewritten(value: Any, rewrite: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return rewrite(value)
    if isinstance(value, tuple):
        return tuple(_rewritten(item, rewrite) for item in value)
    return value


def _notes(
    page: Page,
    pieces: Sequence[Piece],
    blocks: Sequence[Block],
    fields: Sequence[Field[Any]],
    damaged: int,
) -> list[str]:
    """What the reader should know. The first word tells the kind."""
    notes: list[str] = []
    if not blocks:
        notes.append("no body: nothing on the page reads like text")
    title = next((item for item in fields if item.name == "title"), None)
    if title is not None and title.confidence < _UNSURE:
        notes.append("headline: unsure, see field('title').others")
    # Long and with a full stop: should the edges of the body be wrong, this is where its text went.
    left = sum(
        piece.span.end - piece.span.start >= _PROSE and "。" in page.text[piece.span.start : piece.span.end]
        for piece in pieces
        if piece.rule == "generic/outside-body"
    )
    if left:
        notes.append(
            f"edges: {_places(left)} of running text outside the body, removed as generic/outside-body"
        )
    if damaged:
        notes.append(f"damage: {_places(damaged)} left as found, see script.unrecoverable")
    return notes


def _places(count: int) -> str:
    return f"{count} place{'s' if count > 1 else ''}"
