"""Where everything is: headline, body, and what the page is. The room's front door."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policytext.fields.headline.title import find_title
from policytext.locate.core import find_core
from policytext.locate.drift import drift_note
from policytext.locate.edges import extend_to_edges, short_body
from policytext.locate.page_kind import Kind, find_kind
from policytext.locate.verses import verses
from policytext.page.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Collection

    from policytext.fields.headline.title import FoundTitle
    from policytext.matching.line_matches import LineMatches
    from policytext.models.document import PageKind
    from policytext.page.view import View
    from policytext.rules import Source

__all__ = ["Located", "locate"]

_REMARK = 150
"""Code points that a remark of the site's has at most: a note above the page, a sentence in its foot."""
_FEWEST = 5
"""Short lines below a headline that are more of a text than such a remark."""


class Located(NamedTuple):
    """What was found: the places of the page, its headline, what it is, and what a reader should know about both."""

    layout: Layout
    headline: FoundTitle
    kind: PageKind
    notes: tuple[str, ...]


def locate(
    view: View,
    matches: LineMatches,
    source: Source,
    official: tuple[int, FoundTitle] | None = None,
    table: Collection[int] = (),
) -> Located:
    """Find the body and the headline.

    Args:
        view: The page.
        matches: What the lines match.
        source: Its source, for the places it declares.
        official: Head of an official document: the line its text begins with, and its headline.
        table: Lines of its header table.

    Returns:
        A layout without lines where the page has no text of its own; the notes say why.
    """
    core = find_core(view, matches, source.body, official[0] if official else None)
    if official:
        headline = official[1]
    else:
        headline = find_title(view, Layout(core.first, core.last) if core else Layout(), table)
    notes: tuple[str, ...] = ()
    layout = extend_to_edges(view, core, matches, headline.line) if core else Layout(title=headline.line)
    if not official and headline.line is not None and layout.first < headline.line < layout.last:
        # What was taken for the headline is a heading of the text: the headline stands above all of it.
        headline = find_title(view, Layout(layout.first, layout.last), table)
        layout = layout._replace(title=headline.line)
    if layout.first == layout.last or _is_astray(view, layout, matches):
        # Nothing reads like text, or nothing but the headline, or what does is a remark of the site's.
        short = short_body(view, matches, headline.line)
        if short and (layout.first == layout.last or short.last - short.first >= _FEWEST):
            layout = short
            notes = ("body: short lines only, kept from the byline to the first line of frame",)
    below_byline = _verses_elsewhere(view, layout, matches)
    if below_byline is not None:
        headline = official[1] if official else find_title(view, below_byline, table)
        layout = below_byline._replace(title=headline.line)
        notes = ("body: short lines only, kept from the byline to the first line of frame",)
    kind = find_kind(view, layout, matches, headline.line)
    if below_byline is not None and kind.name == "list":
        # Short lines below a byline are what the page is about, and no index.
        kind = Kind()
    if kind.bodyless:
        if not kind.message_is_title:
            headline = find_title(view, Layout(kind.below, kind.below + (kind.below > 0)))
        layout, notes = Layout(title=headline.line), ()
    name = "official" if official and kind.name == "article" else kind.name
    drift = drift_note(source, matches, view.page.form, placed=core is not None and core.declared)
    return Located(layout, headline, name, (*kind.notes, *notes, *drift))


def _is_astray(view: View, layout: Layout, matches: LineMatches) -> bool:
    """Whether the little that reads like text stands above the headline, or below where the page says that the text is over.

    A poem, a table, a post with a clause a line have no sentence; the page around them often has one.
    """
    title = layout.title
    if title is None:
        return False
    body = view.lines[layout.first : layout.last]
    # Long pages have one line as long as that, if no more.
    if any(line.end - line.start > _REMARK for line in body) or sum(map(len, body)) > _REMARK:
        return False
    if layout.last <= title:
        return True
    return any(matches.is_boilerplate_that_ends(index) for index in range(title + 1, layout.first))


def _verses_elsewhere(view: View, layout: Layout, matches: LineMatches) -> Layout | None:
    """The lines of a text without a sentence, where nothing reads like text, or only a remark behind what says that they are over."""
    if view.page.form != "text" or sum(map(len, view.lines[layout.first : layout.last])) > _REMARK:
        return None
    found = verses(view, matches)
    if found is None or layout.first >= layout.last:
        return found
    over = any(matches.says_end(index) for index in range(found.last, layout.first))
    return found if over else None
