"""The road: a page in, a document out. Read `read` from top to bottom to know what happens, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.document.blocks import assemble
from policytext.document.build import build
from policytext.document.script_view import rewriter, script_report
from policytext.fields.choose import read_fields
from policytext.fields.headline.title import find_title
from policytext.ledger.claims import claim, spare
from policytext.ledger.resolve import resolve
from policytext.ledger.rule_fields import hints_of
from policytext.locate.core import find_core
from policytext.locate.edges import settle, short_body
from policytext.locate.page_kind import find_kind
from policytext.matching.line_matches import matcher
from policytext.matching.recognise import recognise
from policytext.models.page import UNSEEN
from policytext.models.script import NormalizedText
from policytext.official.headline import find_official_head, official_title
from policytext.page.hidden_article import reveal
from policytext.page.layout import Layout
from policytext.page.split_lines import join
from policytext.page.view import build_view
from policytext.script.normalize import repair
from policytext.sources import SHARED

if TYPE_CHECKING:
    from policytext.document.script_view import Target
    from policytext.models.document import Document
    from policytext.models.page import Page
    from policytext.rules import Source

__all__ = ["read"]


def read(
    page: Page, *, url: str | None, source: Source | None, target: Target | None, keep_all: bool = False
) -> Document:
    """Read a page.

    Args:
        page: What a reader made of the input.
        url: Where it came from, if known.
        source: The source to use; ``None`` to find it.
        target: Script to convert to; ``None`` to keep the page's own.
        keep_all: Make blocks of all that is displayed, not of the body only.
    """
    page = reveal(page)
    # What is damaged is repaired first, and everything below works on the repaired text; `View` leads back.
    repaired = _repaired(page)
    glosses = repaired.report.glosses if repaired.changes else ()
    joined = join(page, repaired)
    view = build_view(page, joined.text, joined.inner)

    # Forms: what lines look like. Places: where they stand. Only both together make a claim.
    if source is None:
        source = recognise(view, url, glossed=bool(glosses))
    rules = matcher(source, SHARED)
    forms = rules.run(view)
    official = find_official_head(view)
    core = find_core(view, forms, source.body, official.first if official else None)
    if official:
        headline = official_title(view, official)
    else:
        headline = find_title(view, Layout(core.first, core.last) if core else Layout(0, 0))
    notes: tuple[str, ...] = ()
    if core is None:
        layout, prose = Layout(0, 0, headline.line), 0
        short = short_body(view, forms, headline.line)
        if short is not None:
            layout, prose = short, short.first
            notes = ("body: short lines only, kept from the byline to the first line of frame",)
    else:
        layout, prose = settle(view, core, forms, headline.line)
    kind = find_kind(view, layout, forms, headline.line)
    if kind.bodyless:
        if not kind.spoken:
            headline = find_title(view, Layout(kind.below, kind.below + (kind.below > 0)))
        layout, prose, notes = Layout(0, 0, headline.line), 0, ()
    claims = claim(view, rules, forms, layout, prose, headline.text)
    hints = hints_of(view, claims.applied)
    found = read_fields(view, layout, headline, hints, url=url, site=source.name, spoken=claims.spoken())

    # Fields first, then named rules, then what is outside the body; the rest is the body.
    rows = spare(view, layout, prose, found.claims)
    pieces, body = resolve(
        view, layout, (*claims.fields, *rows, *claims.proposals), glosses, keep_all=keep_all
    )

    report = script_report(view, body, repaired)
    rewrite = rewriter(report, target)
    blocks = assemble(view, body, rewrite)
    return build(page, source.key, pieces, blocks, found, report, rewrite, (*kind.notes, *notes))


def _repaired(page: Page) -> NormalizedText:
    """The page's text, repaired. Of HTML most is script and style; what is displayed tells whether there is anything to do."""
    text = page.text
    if page.form == "html":
        shown = "\n".join([text[run.start : run.end] for run in page.runs if not run.marks & UNSEEN])
        found = repair(shown)
        if not found.changes and not found.wounds:
            return NormalizedText(text, text)
    return repair(text)
