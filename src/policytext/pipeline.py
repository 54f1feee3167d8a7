"""The road: a page in, a document out. Read `read` from top to bottom to know what happens, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.document.blocks import assemble
from policytext.document.build import build
from policytext.document.script_view import rewriter, script_report
from policytext.fields.choose import read_fields
from policytext.fields.grammar.byline_labels import labels_with
from policytext.ledger.claims import claim
from policytext.ledger.resolve import resolve
from policytext.ledger.rule_fields import fields_from_rules
from policytext.ledger.spare import keep_rows_of_the_text
from policytext.locate.locate import locate
from policytext.matching.matcher import matcher
from policytext.matching.recognise import recognise
from policytext.models.limits import DEFAULT_LIMITS
from policytext.official.headline import official_start
from policytext.official.read import read_official
from policytext.official.references import cited_lines, find_references
from policytext.official.register import read_register, table_claims
from policytext.page.displayed_repair import repair_displayed
from policytext.page.hidden_article import show_hidden_article
from policytext.page.split_lines import rejoin
from policytext.page.view import build_view
from policytext.page.wrapped_lines import rejoin_wrapped
from policytext.sources import SHARED

if TYPE_CHECKING:
    from policytext.models.document import Document
    from policytext.models.limits import Limits
    from policytext.models.page import Page
    from policytext.models.script import Target
    from policytext.rules import Source
    from policytext.sources import Catalogue

__all__ = ["read"]


def read(
    page: Page,
    *,
    url: str | None,
    source: Source | None,
    sources: Catalogue,
    target: Target | None,
    keep_all: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """Read a page.

    Args:
        page: What a reader made of the input.
        url: Where it came from, if known.
        source: The source to use; ``None`` to find it.
        sources: Where to find it.
        target: Script to convert to; ``None`` to keep the page's own.
        keep_all: Make blocks of all that is displayed, not of the body only.
        limits: How many repairs and cells of tables there may be.
    """
    page = rejoin_wrapped(show_hidden_article(page))
    # What is damaged is repaired first, and everything below works on the repaired text; `View` leads back.
    repaired = repair_displayed(page, most=limits.changes)
    glosses = repaired.report.glosses if repaired.changes else ()
    joined = rejoin(page, repaired)
    view = build_view(page, joined.text, joined.inner)

    # Matches: what lines look like. Places: where they stand. Only both together make a claim.
    # A source that the call names is not doubted: a saved page may have lost all that tells it.
    source = source or recognise(view, url, sources, glossed=bool(glosses))
    rules = matcher(source, SHARED)
    matches = rules.run(view)
    register = read_register(view)
    layout, headline, kind, notes = locate(
        view, matches, source, official_start(view, register), register.lines if register else ()
    )
    official = read_official(view, layout, headline, register, matches)
    # A rule may name a field only where its match holds: 来源 amid a paragraph says nothing of the page.
    claims = claim(view, rules, matches, layout, headline.text)
    hints = fields_from_rules(view, claims.applied)
    found = read_fields(
        view,
        layout,
        headline,
        hints,
        url=url,
        site=source.name,
        claimed_lines=claims.claimed_lines(),
        labels=labels_with(source.all_labels()),
    )

    # Fields first, then named rules, then what is outside the body; the rest is the body.
    rows = keep_rows_of_the_text(view, layout, found.claims)
    table = table_claims(view, register, headline)
    pieces, body = resolve(
        view,
        layout,
        (*table, *claims.fields, *rows, *claims.proposals),
        glosses,
        keep={*matches.lines_of_text(), *(official.lines if official else ())},
        keep_all=keep_all,
    )

    # Judged by the body: a menu in Simplified characters does not make its article one.
    script = script_report(view, body, repaired)
    rewrite = rewriter(script, target)
    blocks, beyond = assemble(view, body, rewrite, cells=limits.cells)
    references = find_references(view, cited_lines(view, headline, body), official=official is not None)
    damaged = len(repaired.wounds)
    told = (*notes, *(official.notes if official else ()), *beyond)
    return build(
        page, source.key, pieces, blocks, found, script, damaged, rewrite, kind, told, official, references
    )
