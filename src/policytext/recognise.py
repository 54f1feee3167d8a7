"""Which source a page is of: by the host it came from, then by what it says of itself, then by its signature."""

from __future__ import annotations

import re
from threading import Lock
from typing import TYPE_CHECKING

from policytext.sources import GENERIC, SOURCES, find_source

if TYPE_CHECKING:
    from policytext.rules import Source
    from policytext.view import View

__all__ = ["recognise"]

_SELF = ("canonical", "og:url", "url")

_signatures: list[tuple[Source, tuple[re.Pattern[str], ...]]] | None = None
_lock = Lock()


def _compiled() -> list[tuple[Source, tuple[re.Pattern[str], ...]]]:
    global _signatures  # noqa: PLW0603 - built once, read-only afterwards
    if _signatures is None:
        with _lock:
            if _signatures is None:
                _signatures = [
                    (source, tuple(re.compile(pattern) for pattern in source.signature))
                    for source in SOURCES
                    if source.signature
                ]
    return _signatures


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
    return find_source("pinyin_mirror") if glossed else GENERIC


def _by_signature(view: View) -> Source | None:
    shadow = view.shadow
    best: Source | None = None
    for source, patterns in _compiled():
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
