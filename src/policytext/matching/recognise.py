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
    for name in _SELF:
        own = view.page.meta_value(name)
        if own and "//" in own:
            source = catalogue.at(own)
            if source is not None:
                return source
    named = _by_signature(view, catalogue)
    if named is not None:
        return named
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
