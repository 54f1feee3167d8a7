"""What the head says, as candidates: official page tags, OpenGraph, JSON-LD, the comments of publishing systems.

The official tags are those of 政府网站发展指引 (国办发〔2017〕47号), annex 2: SiteName, ArticleTitle, PubDate, ContentSource, Keywords,
Author, ColumnName … Nothing here is believed before what is displayed: templates copy tags from page to page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.dates import parse_date
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policytext.fields.grammar.dates import DateHit
    from policytext.models.page import Meta, Page

__all__ = ["Statement", "by_name", "dates", "statements"]


class Statement(NamedTuple):
    """A value of the head, the rule that read it, and how far it is believed (0 to 1)."""

    value: str
    rule: str
    confidence: float


# field -> names, the most trustworthy first.
_NAMES: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    "published": (
        ("pubdate", 0.85), ("article:published_time", 0.8), ("datepublished", 0.8), ("publishdate", 0.8), ("pubtime", 0.8),
        ("publish_time", 0.75), ("weibo: article:create_at", 0.75), ("og:published_time", 0.75), ("og:release_date", 0.75),
        ("bytedance:published_time", 0.75), ("article:create_at", 0.7), ("og:pubdate", 0.7), ("dc.date", 0.65),
        ("dcterms.created", 0.65), ("firstpublished", 0.7), ("publication_date", 0.7), ("_pubtime", 0.75),
        ("apub:time", 0.7), ("article.published", 0.7), ("releasedate", 0.65), ("published", 0.6), ("createtime", 0.6),
        ("pubdatetime", 0.75), ("date", 0.5), ("time/datetime", 0.45),
    ),
    "modified": (
        ("article:modified_time", 0.8), ("datemodified", 0.75), ("og:updated_time", 0.7), ("dcterms.modified", 0.65),
        ("lastmodified", 0.6), ("updatetime", 0.6),
    ),
    "origin": (
        ("contentsource", 0.75), ("source", 0.65), ("og:article:source", 0.6), ("mediaid", 0.6), ("sourcename", 0.6),
        ("copyfrom", 0.6), ("source-name", 0.6),
    ),
    "authors": (
        ("author", 0.5), ("author.name", 0.5), ("article:author", 0.5), ("og:article:author", 0.45),
        ("dc.creator", 0.45), ("reporter", 0.6), ("creator.name", 0.45),
    ),
    "editors": (("editor", 0.6), ("editor.name", 0.6), ("articleeditor", 0.6), ("charge_editor", 0.6), ("dutyeditor", 0.6)),
    "keywords": (("keywords", 0.6), ("news_keywords", 0.6), ("article:tag", 0.5), ("tags", 0.4)),
    "publisher": (("sitename", 0.9), ("og:site_name", 0.8), ("publisher.name", 0.7), ("application-name", 0.5)),
    "description": (("description", 0.6), ("og:description", 0.55), ("dc.description", 0.5)),
    "url": (("canonical", 0.9), ("og:url", 0.85), ("url", 0.5)),
}  # fmt: skip


def by_name(page: Page) -> dict[str, list[Meta]]:
    """The head's statements, by name."""
    out: dict[str, list[Meta]] = {}
    for item in page.meta:
        if item.value:
            out.setdefault(item.name, []).append(item)
    return out


def statements(head: Mapping[str, Sequence[Meta]], field: str) -> Iterator[Statement]:
    """What the head says of a field, the most trustworthy first, each distinct value once."""
    if not head:
        return
    seen: set[str] = set()
    for name, confidence in _NAMES[field]:
        for item in head.get(name, ()):
            value = item.value.strip()
            if value and value not in seen:
                seen.add(value)
                yield Statement(value, f"{item.kind}/{_slug(name)}", confidence)


def dates(
    head: Mapping[str, Sequence[Meta]], field: str = "published"
) -> Iterator[tuple[DateHit, Statement]]:
    """The dates that the head gives for ``published`` or ``modified``."""
    for statement in statements(head, field):
        hit = parse_date(fold(statement.value[:60]))
        if hit is not None:
            yield hit, statement


def _slug(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name).strip("-").replace("--", "-")
