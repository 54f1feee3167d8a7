"""The headline: the line that is displayed as one, before what ``<title>`` and meta tags say.

Lines between the top of the page and the first paragraph are weighed by the evidence of `policytext.fields.headline.evidence` and of
`policytext.fields.headline.stated_titles`. A page that begins with prose has no headline, and gets none.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.headline.continuation import run_on
from policytext.fields.headline.evidence import HEADING, Scale, is_prose, row_lines, title_span
from policytext.fields.headline.stated_titles import inside, stated_titles, strip_site, title_key
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from policytext.fields.grammar.rows import Row
    from policytext.fields.headline.stated_titles import Stated
    from policytext.page.layout import Layout
    from policytext.page.view import View

__all__ = ["FoundTitle", "find_title"]

_HEAD_LINES: Final = 40
_CLOSER: Final = 5
_BODY: Final = 3000
_CLEAR: Final = 3.6


class FoundTitle(NamedTuple):
    """What was found. ``text`` is ``None`` where the page has no title; ``line`` where none is displayed."""

    text: str | None = None
    line: int | None = None
    rule: str = "generic/title"
    confidence: float = 0.0
    start: int = -1
    """Start of the title in ``View.text``; -1 where it is not displayed."""
    end: int = -1
    extra: tuple[int, ...] = ()
    """Further lines that the title runs on to."""
    others: tuple[tuple[str, str, float], ...] = ()
    """Losing candidates: text, rule, confidence."""
    rows: Mapping[int, Row] = MappingProxyType({})
    """Rows that were read on the way, by line number, so that nobody reads them twice."""


def find_title(view: View, core: Layout, skip: Collection[int] = ()) -> FoundTitle:
    """The page's headline.

    Args:
        view: The page.
        core: Where running text was found; ``first == last`` where none was.
        skip: Lines that are no headline for certain: a header table's.

    Returns:
        See `FoundTitle`. Cost: the lines above the text once, a closer look at half a dozen of them.
    """
    lines = view.lines
    claims = stated_titles(view)
    if not lines:
        return _undisplayed(view, claims)
    has_body = core.last > core.first
    first = core.first if has_body else min(len(lines), _HEAD_LINES)
    rows: dict[int, Row] = {}
    anchors = row_lines(lines, rows, first, min(core.last, len(lines)) if has_body else first)
    stop = first
    limit = min(len(lines), first + 6, core.last if has_body else len(lines))
    while stop < limit and not is_prose(lines[stop]):
        stop += 1
    if stop == limit:
        stop = first
    scale = Scale(view, stop, claims, anchors, rows)
    # Where the text seems to begin above the byline row, the headline stands right above the row, if anywhere.
    inner = {at - step for at in anchors for step in (1, 2, 3) if at > stop and at - step >= stop}
    near = min([max(0, first - 26), *(max(0, at - 6) for at in anchors)])
    heads = "\n".join(claim.text[:80] for claim in claims)
    cheap: list[tuple[float, int, Stated | None, float, str]] = []
    for index in (*range(max(0, first - 400), stop), *sorted(inner)):
        line = lines[index]
        size = line.end - line.start
        if not 3 <= size <= 130 or index in skip:
            continue
        # Far up, and where a line is a link, only what the head repeats or a heading holds can be a headline.
        distant = index < near or (line.link * 2 > size and index < stop - 4)
        if distant and not line.marks & HEADING and line.text[:4] not in heads:
            continue
        weight = scale.cheap(line)
        if weight is not None:
            cheap.append(weight)
    cheap.sort(key=lambda item: (-item[0], -item[1]))
    body = ""
    if has_body and cheap:
        start = lines[min(first + 1, core.last - 1)].start
        body = view.text[start : min(start + _BODY, lines[min(core.last, len(lines)) - 1].end)]
        body = "".join(body.split())
    scored: list[tuple[float, int, Stated | None, float]] = []
    if len(cheap) > 1 and cheap[0][0] - cheap[1][0] > _CLEAR:
        del cheap[1:]
    for value, index, claim, matched, key in cheap[:_CLOSER]:
        dear = scale.dear(lines[index], key, matched, body)
        if dear is not None:
            scored.append((value + dear, index, claim, matched))
    if not scored:
        return _undisplayed(view, claims)
    scored.sort(key=lambda item: (-item[0], -item[1]))
    value, index, claim, matched = scored[0]
    if value < 2.0:
        found = _undisplayed(view, claims)
        if found.text or value < 1.4:
            return found
    return _displayed(view, index, claim, matched, value, claims, scored[1:4])._replace(rows=rows)


def _displayed(
    view: View,
    index: int,
    claim: Stated | None,
    matched: float,
    value: float,
    claims: Sequence[Stated],
    losers: Sequence[tuple[float, int, Stated | None, float]],
) -> FoundTitle:
    line = view.lines[index]
    start, end = title_span(line)
    text = line.text[start:end]
    key = title_key(line.fold[start:end])
    text, extra = run_on(view, index, text, key, claims)
    if not extra and claim is not None and matched < 1.0 and key not in claim.key:
        within = inside(line, claim)
        if within is not None:
            start, end = within
            text = line.text[start:end]
    others = tuple(
        (view.lines[at].text, "generic/title", min(0.5, score / 10))
        for score, at, _, _ in losers
        if score > 2.0
    )
    others += tuple((other.text, other.rule, 0.4) for other in claims if other.key != key)
    return FoundTitle(
        " ".join(text.split(" ")).strip(),
        index,
        "generic/title",
        min(1.0, value / 8),
        line.start + start,
        line.start + end,
        extra,
        others[:6],
    )


def _undisplayed(view: View, claims: Sequence[Stated]) -> FoundTitle:
    """The title from the head alone: site names behind it go where another tag or their form shows them."""
    best: tuple[str, str] | None = None
    names = {
        title_key(fold(item.value))
        for item in view.page.meta
        if item.name in ("sitename", "og:site_name", "application-name", "publisher.name", "columnname")
        and item.value
    }
    for claim in claims:
        if claim.rule == "dump/first-line":
            continue
        if claim.rule == "table/title":
            return FoundTitle(claim.text, None, claim.rule, 0.7)
        if claim.rule != "head/title":
            text = claim.text
            return FoundTitle(strip_site(text, names), None, claim.rule, 0.6)
        if best is None:
            best = strip_site(claim.text, names), claim.rule
    if best is None or not best[0] or len(title_key(fold(best[0]))) < 4:
        return FoundTitle()
    return FoundTitle(best[0], None, best[1], 0.5)
