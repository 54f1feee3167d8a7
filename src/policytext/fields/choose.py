"""All fields of a page: candidates weighed, winners chosen, losers remembered, and what the lines they stand on are.

What is displayed near the headline wins over the official page tags, these over JSON-LD and OpenGraph, these over the
address. What a source's own rules read (``hints``) wins over all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from policytext.fields.candidates.candidate import Candidate
from policytext.fields.candidates.zones import gather
from policytext.fields.grammar.byline_labels import EDITOR_ROLES, LABELS, WRITER_ROLES
from policytext.fields.grammar.names import is_name, is_organisation, looks_person
from policytext.fields.grammar.origin import clean_origin, looks_origin, origin_kind
from policytext.fields.metadata import by_name, statements
from policytext.fields.site import read_site
from policytext.fields.witnesses import (
    addresses,
    publication_dates,
    read_sheet,
    site_names,
    stated,
    stated_dates,
    stated_keywords,
    stated_people,
)
from policytext.models.fields import Credit, Field
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policytext.fields.candidates.candidate import Candidates
    from policytext.fields.headline.title import FoundTitle
    from policytext.models.document import SiteInfo
    from policytext.models.page import Meta
    from policytext.models.spans import Span
    from policytext.page.layout import Layout, Proposal
    from policytext.page.view import View

    Head = Mapping[str, Sequence[Meta]]

__all__ = ["FieldSet", "read_fields"]

_COMMON = ("shared/", "generic/")
"""Rules of all sources: they know a form, where a source's own rule knows its page."""
_ANNOUNCED = 0.75
"""A labelled origin is believed as much, whatever it is called."""
_FLOOR = 0.22
"""An origin that is believed less than that is a guess: a column, a place, a button nobody knows."""
_REACH = 14
"""Lines below the text that may still name its editors."""
_OTHERS = 5
"""Losing candidates that a field remembers."""
_FRAME = 40
"""Lines at the end of the page in which its owner is named."""
_OF_A_PAGE = 0.86
"""An origin with less evidence may have its column glued to it; a label with a known medium has more."""


class FieldSet(NamedTuple):
    """The fields of a page."""

    fields: tuple[Field[Any], ...]
    """One a name, in the order of `Document`'s attributes."""
    credits: tuple[Credit, ...]
    """Everybody named, in the order of the page."""
    site: SiteInfo
    """What the frame says of the owner."""
    claims: list[Proposal]
    """Lines spent on fields, in ``View.text``, for the resolver."""


def read_fields(
    view: View,
    layout: Layout,
    headline: FoundTitle,
    hints: Sequence[Field[Any]] = (),
    *,
    url: str | None = None,
    site: str | None = None,
    claimed_lines: frozenset[int] = frozenset(),
    labels: Mapping[str, str] = LABELS,
) -> FieldSet:
    """All fields of a page.

    Args:
        view: The page.
        layout: Where its body is.
        headline: What `find_title` found.
        hints: What a source's own rules read; they win, in their order.
        url: Where the page came from, if known.
        site: Name of the site, where the source knows it.
        claimed_lines: Lines that a rule speaks for already: a source's byline row, a notice of right.
        labels: Label without blanks → role; with those of the page's source.
    """
    found = gather(view, layout, headline, claimed_lines, labels)
    if layout.first >= layout.last:
        # The places of bare words are told by the text: without one they are buttons, and titles beside their days.
        found.origins = list(filter(_is_labelled, found.origins))
    below = view.lines[min(layout.last + _REACH, len(view.lines)) - 1] if view.lines else None
    read = [view.source_span(item.start, item.end) for item in found.claims]
    hints = [hint for hint in hints if not _is_read(hint, read)]
    chooser = _Chooser(view, hints, view.source_span(below.start, below.end).end if below else 0)
    head = by_name(view.page)
    # Where the last line of the text begins: a credit glued to it is one below the text.
    border = view.lines[layout.last - 1].start if 0 < layout.last <= len(view.lines) else len(view.text)
    chooser.choose("title", _titles(headline))
    chooser.choose("subtitle", found.subtitles)
    address = url or next((s.value for s in statements(head, "url")), None)
    read_sheet(view, layout, headline.line, found)
    chooser.choose("published", publication_dates(found, head, address))
    chooser.choose("modified", [*found.modified, *stated_dates(head, "modified", "updated")])
    _choose_people(chooser, view, found, head, headline, border)
    chooser.choose("breadcrumb", found.crumbs)
    publishers = site_names(view, head, site, found.crumbs)
    text = view.text[view.lines[layout.first].start : border] if layout.first < layout.last else ""
    site_name = publishers[0].value if publishers else None
    words = stated_keywords(head, (headline.text or "") + text, site_name)
    chooser.choose("keywords", [*found.keywords, *words])
    chooser.choose("publisher", publishers)
    chooser.choose("description", stated(head, "description"))
    chooser.choose("url", addresses(head, url))
    frame = view.lines[max(layout.last, len(view.lines) - _FRAME) :]
    return FieldSet(
        tuple(chooser.fields), tuple(c[0] for c in found.credits), read_site(head, frame), found.claims
    )


def _choose_people(
    chooser: _Chooser, view: View, found: Candidates, head: Head, headline: FoundTitle, border: int
) -> None:
    """The origin, and authors and editors: a name that is the origin, or an editor's, is no author's."""
    editors = _people(found, EDITOR_ROLES) or _entered(found)
    origins = _origins(found, head)
    chooser.choose("origin", origins)
    origin = chooser.value("origin")
    authors = _authors(found, headline, origin, border) or _disguised(origins, origin)
    if not authors:
        taken = {name for item in editors for name in item.value}
        authors = stated_people(view, head, "authors", taken | {origin})
    chooser.choose("authors", authors)
    chooser.choose("editors", editors or stated_people(view, head, "editors", {origin}))


def _is_read(hint: Field[Any], read: Sequence[Span]) -> bool:
    """Whether the grammar has read the very row that a rule of all sources took for a field: it tells 一审 from 编辑."""
    span = hint.span
    if span is None or not hint.rule.startswith(_COMMON):
        return False
    return any(row.start <= span.start and span.end <= row.end for row in read)


class _Chooser:
    """Winners by score; hints first."""

    def __init__(self, view: View, hints: Sequence[Field[Any]], reach: int) -> None:
        self.view = view
        self.reach = reach
        self.hints: dict[str, list[Field[Any]]] = {}
        for hint in hints:
            self.hints.setdefault(hint.name, []).append(hint)
        self.fields: list[Field[Any]] = []

    def value(self, name: str) -> Any:
        return next((item.value for item in self.fields if item.name == name), None)

    def choose(self, name: str, candidates: Iterable[Candidate]) -> None:
        """Set a field to the best candidate; the others stay with it."""
        hints = self.hints.get(name, [])
        # A source's own rule knows its page; a rule that all sources share knows a form, as we do here.
        items = [hint for hint in hints if not hint.rule.startswith(_COMMON)]
        weak = [hint for hint in hints if hint.rule.startswith(_COMMON)]
        if name in ("authors", "editors"):
            weak = [hint for hint in weak if self._names_near(hint)]
        # Among equals the first: they come in the order of the page.
        ranked = sorted([found for found in candidates if found.value], key=lambda found: -found.score)
        items += [self._field(name, found) for found in ranked[: _OTHERS + 1]]
        items += weak
        if len(items) > 1:
            self.fields.append(items[0].with_others(tuple(items[1 : _OTHERS + 1])))
        else:
            self.fields += items

    def _names_near(self, hint: Field[Any]) -> bool:
        """Whether what a shared rule took are names, near the text: far below it others are named."""
        near = hint.span is None or hint.span.start < self.reach
        return near and all(is_name(fold(item)) for item in hint.value)

    def _field(self, name: str, found: Candidate) -> Field[Any]:
        value, start, end, rule, score, evidence = found
        if start >= 0:
            span, raw = self.view.source_span(start, end), self.view.text[start:end]
        else:
            span, raw = (
                None,
                " ".join(value) if isinstance(value, tuple) else str(getattr(value, "raw", value)),
            )
        return Field(name, value, raw, span, rule, round(min(1.0, score), 3), (), evidence)


def _titles(headline: FoundTitle) -> list[Candidate]:
    if headline.text is None:
        return []
    sure = headline.confidence
    out = [Candidate(headline.text, headline.start, headline.end, headline.rule, sure, headline.evidence)]
    out += [
        Candidate(text, -1, -1, rule, min(score, sure - 0.01), evidence)
        for text, rule, score, evidence in headline.others
    ]
    return out


def _is_labelled(candidate: Candidate) -> bool:
    return any(name.startswith("labelled ") for name in candidate.evidence)


def _origins(found: Candidates, head: Head) -> list[Candidate]:
    names = dict.fromkeys(name for credit, *_ in found.credits for name in credit.names)
    joined = "".join(fold(name) for name in names)
    columns = _columns(found)
    writers = {fold(statement.value) for statement in statements(head, "authors")}
    out: list[Candidate] = []
    for candidate in found.origins:
        value, score = candidate.value, candidate.score
        if fold(value) in writers and origin_kind(value) == "unknown word" and score < _ANNOUNCED:
            # A word beside the date may be an account or a writer; the head says that it is the writer.
            continue
        if score < _OF_A_PAGE and candidate.rule == "generic/byline":
            value = _without_columns(value, columns)
        # 记者 某某 of the same row: a name of a credit is no paper, nor is a part of several names.
        if value in names or (names and fold(value).replace(" ", "") in joined):
            continue
        if score >= _FLOOR:
            out.append(candidate._replace(value=value, score=score))
    return [*out, *_stated_origins(head)]


def _stated_origins(head: Head) -> list[Candidate]:
    """What the head says of the origin, as far as it looks like one: templates leave their own words in the tag."""
    out: list[Candidate] = []
    for statement in statements(head, "origin"):
        value = clean_origin(statement.value)
        score = looks_origin(fold(value), labelled=True)
        if score and not value.isascii():
            out.append(Candidate(value, -1, -1, statement.rule, statement.confidence * score))
    return out


def _columns(found: Candidates) -> set[str]:
    """The columns that the page shows its place by."""
    return {part for crumb in found.crumbs for part in crumb.value if len(part) >= 2}


def _without_columns(value: str, columns: Iterable[str]) -> str:
    """An origin without the column that is glued to it: inline elements have no blank between them."""
    for column in columns:
        if len(value) > len(column) + 1 and value.endswith(column):
            value = value[: -len(column)]
        elif len(value) > len(column) + 1 and value.startswith(column):
            value = value[len(column) :]
    return value


def _people(found: Candidates, roles: frozenset[str]) -> list[Candidate]:
    """All names of these roles as one candidate: a text has one list of authors, spread over several lines."""
    chosen = [item for item in found.credits if item[0].role in roles]
    if not chosen:
        return []
    names = tuple(dict.fromkeys(name for credit, *_ in chosen for name in credit.names))
    _, start, end, rule = chosen[0]
    return [Candidate(names, start, end, rule, 0.9)]


def _entered(found: Candidates) -> list[Candidate]:
    """录入：某某, where nobody else edited: who keyed a text in made it ready, and such systems have no other place for an editor.

    发布人 and 上传 stay credits of their own: they publish what others edited.
    """
    chosen = [item for item in found.credits if item[0].role == "issuer" and "录入" in fold(item[0].raw)]
    if not chosen:
        return []
    names = tuple(dict.fromkeys(name for credit, *_ in chosen for name in credit.names))
    _, start, end, rule = chosen[0]
    return [Candidate(names, start, end, rule, 0.5)]


def _authors(found: Candidates, headline: FoundTitle, origin: str | None, border: int) -> list[Candidate]:
    writers = _writers(found, border)
    named = dict.fromkeys(name for credit, *_ in writers for name in credit.names)
    # The paper is no author, nor is an office that is a part of its name.
    names = tuple(
        name for name in named if name != origin and not (origin and name in origin and is_organisation(name))
    )
    if names:
        _, start, end, rule = writers[0]
        return [Candidate(names, start, end, rule, 0.9)]
    return _named_by_headline(headline) if found.empty_author else []


def _writers(found: Candidates, border: int) -> list[tuple[Credit, int, int, str]]:
    """The credits of those who wrote: announced ones, and bare names only where there are none."""
    bare = [item for item in found.credits if item[3] == "generic/name-line"]
    announced = [item for item in found.credits if item[3] != "generic/name-line"]
    writers = [item for item in announced if item[0].role in WRITER_ROLES]
    return _without_later_authors(writers, border) or bare


def _without_later_authors(
    writers: list[tuple[Credit, int, int, str]], border: int
) -> list[tuple[Credit, int, int, str]]:
    """The writers, but for 作者 below the text where 作者 stands at its head too: that one heads somebody else's post."""
    roles = {credit.role for credit, start, _, _ in writers if start < border}
    if "author" not in roles:
        return writers
    return [item for item in writers if item[1] < border or not _is_labelled_author(item)]


def _is_labelled_author(item: tuple[Credit, int, int, str]) -> bool:
    return item[0].role == "author" and item[3] == "generic/byline"


def _named_by_headline(headline: FoundTitle) -> list[Candidate]:
    """The label of the author stands there without a value, and the headline names somebody: 某某：…."""
    if not headline.text:
        return []
    head = fold(headline.text)
    at = head.find(":")
    if not 1 < at < 5 or not is_name(head[:at]):
        return []
    start = headline.start
    end = start + at if start >= 0 else -1
    return [Candidate((headline.text[:at],), start, end, "generic/title-author", 0.4)]


def _disguised(origins: Sequence[Candidate], origin: str | None) -> list[Candidate]:
    """来源：某某 where 某某 is a person and something else is the origin: forms have no other place for the author."""
    for item in origins:
        if item.value != origin and item.rule == "generic/byline" and looks_person(fold(item.value)):
            return [item._replace(value=(item.value,), score=0.4)]
    return []
