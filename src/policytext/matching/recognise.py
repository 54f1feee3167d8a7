"""Which source a page is of: by the host it came from, then by what it says of itself, then by its signature and markup."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from policytext.sources import GENERIC, SOURCES, find_source

if TYPE_CHECKING:
    from policytext.models.page import Page
    from policytext.page.view import View
    from policytext.rules import Source

__all__ = ["recognise"]

_SELF = ("canonical", "og:url", "url")


class _Signs(NamedTuple):
    """What sources are recognised by, sorted by where it is looked for; each in the order of the sources.

    ``initials`` are the first characters of the comments, so that most comments cost one look.
    """

    text: list[tuple[Source, tuple[re.Pattern[str], ...]]]
    blocks: list[tuple[str, Source]]
    comments: list[tuple[str, Source]]
    initials: str
    metas: dict[str, list[tuple[str, Source]]]


_signs: _Signs | None = None
_lock = Lock()


def _known() -> _Signs:
    global _signs  # noqa: PLW0603 - built once, read-only afterwards
    if _signs is None:
        with _lock:
            if _signs is None:
                _signs = _sorted_signs()
    return _signs


def _sorted_signs() -> _Signs:
    text: list[tuple[Source, tuple[re.Pattern[str], ...]]] = []
    blocks: list[tuple[str, Source]] = []
    comments: list[tuple[str, Source]] = []
    metas: dict[str, list[tuple[str, Source]]] = {}
    for source in SOURCES:
        if source.signature:
            text.append((source, tuple(re.compile(pattern) for pattern in source.signature)))
        for sign in source.markup:
            where, _, rest = sign.partition(":")
            if where == "meta":
                name, _, start = rest.partition("=")
                metas.setdefault(name, []).append((start, source))
            elif where == "comment":
                comments.append((rest, source))
            else:
                # Idents are joined by line ends: an id begins its line, a class follows a full stop.
                blocks.append(("\n" + sign[1:] if sign[0] == "#" else sign, source))
    initials = "".join({start[0] + start[0].upper() for start, _ in comments})
    return _Signs(text, blocks, comments, initials, metas)


def recognise(view: View, url: str | None, *, glossed: bool) -> Source:
    """The source of a page.

    Args:
        view: The page; its short lines carry their shadow already.
        url: Where the page came from, if the caller knows.
        glossed: Whether the page's characters carried pinyin glosses, the signature of the mirrors.
    """
    if url:
        source = find_source(url if "/" in url else "//" + url + "/")
        if source is not GENERIC:
            return source
    for name in _SELF:
        own = view.page.meta_value(name)
        if own and "//" in own:
            source = find_source(own)
            if source is not GENERIC:
                return source
    named = _by_signature(view)
    if named is not None:
        return named
    if glossed:
        return find_source("pinyin_mirror")
    return _by_markup(view.page) or GENERIC


def _by_signature(view: View) -> Source | None:
    shadow = view.shadow
    best: Source | None = None
    for source, patterns in _known().text:
        if not all(pattern.search(shadow) for pattern in patterns):
            continue
        # A site that names itself is closer than the family whose frame it uses.
        if best is None or (source.hosts and not best.hosts):
            best = source
    if best is not None and not best.hosts:
        # The frame is a family's. The page's own addresses in it may name a site that we know.
        for found in re.finditer(r"https?://[\w.-]+/", shadow):
            site = find_source(found.group())
            if site is not GENERIC and site.family is best:
                return site
    return best


def _by_markup(page: Page) -> Source | None:
    """The family whose template the markup is of.

    Names of blocks are closest to the text, comments of the system come next; what the head states may be
    said on any system (the tags of government sites), so it comes last, and a value tells more than a name.
    """
    signs = _known()
    if len(page.nodes) > 1:
        idents = "\n".join(["", *[node[2] for node in page.nodes], ""])
        for name, source in signs.blocks:
            if name in idents and (name + "." in idents or name + "\n" in idents):
                return source
    for _, comment in page.comments:
        if comment[0] in signs.initials:
            folded = comment.lower()
            for start, source in signs.comments:
                if folded.startswith(start):
                    return source
    plain: Source | None = None
    for item in page.meta:
        for start, source in signs.metas.get(item.name, ()):
            if start and item.value[: len(start)].lower() == start:
                return source
            if not start and plain is None:
                plain = source
    return plain
