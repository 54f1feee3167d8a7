"""The last step: the typed document from its ledger, its blocks and its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from policytext.models.document import Document
from policytext.outline import find_measures, find_sections

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext.fields.read import FieldSet
    from policytext.models.blocks import Block
    from policytext.models.ledger import Piece
    from policytext.models.page import Page
    from policytext.models.script import ScriptReport

__all__ = ["build"]


def build(
    page: Page,
    source: str,
    pieces: tuple[Piece, ...],
    blocks: tuple[Block, ...],
    found: FieldSet,
    script: ScriptReport,
    rewrite: Callable[[str], str] | None,
    kind: tuple[str, ...] = (),
) -> Document:
    """Put the document together.

    Args:
        page: The page.
        source: Key of the source that was used.
        pieces: The ledger.
        blocks: The body, converted already.
        found: The fields, as displayed.
        script: Script of the page, and what was repaired.
        rewrite: Script conversion of field values; ``raw`` of a field stays as displayed.
        kind: What the page is when it is no article (see `policytext.kinds`), for the notes.
    """
    fields, names = found.fields, found.credits
    if rewrite is not None:
        fields = tuple(evolve(item, value=_rewritten(item.value, rewrite)) for item in fields)
        names = tuple(evolve(item, names=_rewritten(item.names, rewrite)) for item in names)
    values: dict[str, Any] = {item.name: item.value for item in fields}
    return Document(
        page=page,
        pieces=pieces,
        blocks=blocks,
        credits=names,
        source=source,
        sections=find_sections(blocks),
        measures=find_measures(blocks),
        site=found.site,
        script=script,
        fields=fields,
        notes=(*page.notes, *kind, *_notes(blocks, script)),
        **values,
    )


def _rewritten(value: Any, rewrite: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return rewrite(value)
    if isinstance(value, tuple):
        return tuple(_rewritten(item, rewrite) for item in value)
    return value


def _notes(blocks: tuple[Block, ...], script: ScriptReport) -> list[str]:
    notes: list[str] = []
    if not blocks:
        notes.append("no body: nothing on the page reads like text")
    if script.unrecoverable:
        count = len(script.unrecoverable)
        notes.append(f"damage: {count} place{'s' if count > 1 else ''} left as found, see script.unrecoverable")
    return notes
