"""Which source a page is of: by the host it came from, then by what it says of itself, then by its signature and markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policytext.models.page import Page
    from policytext.page.view import View
    from policytext.rules import Source
    from policytext.sources._catalogue import Catalogue, Signs

__all__ = ["recognise"]

_SELF = ("canonical", "og:url", "url")


def recognise(view: View, url: str | None, catalogue: Catalogue, *, glossed: bool) -> Source:
    """The source of a page; the generic one where nothing tells it.

    Args:
        view: The page; its short lines carry their shadow already.
        url: Where the page came from, if the caller knows.
        catalogue: The sources to look among.
        glossed: Whether the page's characters carried pinyin glosses, the signature of the mirrors.
    """
    if url:
        source = catalogue.at(url)
        if source is not None:
            return source
    # A saved page often comes without its address, and still says where it is from.
    for name in _SELF:
        own = view.page.meta_value(name)
        if own and "//" in own:
            source = catalogue.at(own)
            if source is not None:
                return source
    named = _by_signature(view, catalogue)
    if named is not None:
        return named
    # A mirror keeps the original's frame, so this comes after what names a site.
    if glossed:
        return catalogue.find("pinyin_mirror")
    return _by_markup(view.page, catalogue.signs) or catalogue.generic


def _by_signature(view: View, catalogue: Catalogue) -> Source | None:
    shadow = view.shadow
    best: Source | None = None
    for source, patterns in catalogue.signs.text:
        if not all(pattern.search(shadow) for pattern in patterns):
            continue
        # A site that names itself is closer than the family whose frame it uses.
        if best is None or (source.hosts and not best.hosts):
            best = source
    if best is not None and not best.hosts:
        # The frame is a family's. The page's own addresses in it may name a site that we know.
        for found in re.finditer(r"https?://[\w.-]+/", shadow):
            site = catalogue.at(found.group())
            if site is not None and site.family is best:
                return site
    return best


def _by_markup(page: Page, signs: Signs) -> Source | None:
    """The family whose template the markup is of.

    Names of blocks are closest to the text, comments of the system come next; what the head states may be
    said on any system (the tags of government sites), so it comes last, and a value tells more than a name.
    """
    return _by_block_names(page, signs) or _by_comments(page, signs) or _by_head(page, signs)


def _by_block_names(page: Page, signs: Signs) -> Source | None:
    # A dump has the one node.
    if len(page.nodes) < 2:
        return None
    # One search over all names, joined, is many times as fast as one a node; a name ends at the next class or block.
    idents = "\n".join(["", *[node[2] for node in page.nodes], ""])
    for name, source in signs.blocks:
        if name in idents and (name + "." in idents or name + "\n" in idents):
            return source
    return None


def _by_comments(page: Page, signs: Signs) -> Source | None:
    for _, comment in page.comments:
        # Most comments are notes of a template's author: their first letter tells so, before they are copied.
        if comment[0] in signs.initials:
            folded = comment.lower()
            for start, source in signs.comments:
                if folded.startswith(start):
                    return source
    return None


def _by_head(page: Page, signs: Signs) -> Source | None:
    plain: Source | None = None
    for item in page.meta:
        for start, source in signs.metas.get(item.name, ()):
            if start and item.value[: len(start)].lower() == start:
                return source
            if not start and plain is None:
                plain = source
    return plain
