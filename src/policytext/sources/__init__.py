"""The sources: one sorted tuple, and how a page finds its own."""

from __future__ import annotations

from policytext.rules import Source
from policytext.sources import (
    discuz,
    empirecms,
    enorth,
    founder,
    generic,
    gov_portal,
    gscn,
    hanweb,
    nmdljs,
    pinyin_mirror,
    shanxidayuan,
    shared_bars,
    shared_frame,
    tougao,
    trs,
    ucap,
    vsb,
    webplus,
    weixin,
    wordpress,
    zblog,
)
from policytext.sources._catalogue import Catalogue

__all__ = ["BUILT_IN", "ENGINE", "GENERIC", "SHARED", "SOURCES", "Catalogue", "catalogue", "find_source"]

GENERIC = generic.SOURCE
"""The source of pages from nowhere known."""

SOURCES: tuple[Source, ...] = (
    discuz.SOURCE,
    empirecms.SOURCE,
    enorth.SOURCE,
    founder.SOURCE,
    gov_portal.SOURCE,
    gscn.SOURCE,
    hanweb.SOURCE,
    nmdljs.SOURCE,
    pinyin_mirror.SOURCE,
    shanxidayuan.SOURCE,
    tougao.SOURCE,
    trs.SOURCE,
    ucap.SOURCE,
    vsb.SOURCE,
    webplus.SOURCE,
    weixin.SOURCE,
    wordpress.SOURCE,
    zblog.SOURCE,
)

ENGINE = generic.RULES
"""The rules of the engine itself, by name."""

SHARED = shared_bars.RULES + shared_frame.RULES
"""Rules that hold for every source, behind its own."""

BUILT_IN = Catalogue(SOURCES, GENERIC)
"""The library's own sources, ready to be searched."""


def find_source(url_or_key: str) -> Source:
    """The source of this key, or of this URL's host.

    Args:
        url_or_key: ``"gscn"``, or ``"http://gansu.gscn.com.cn/..."``. A host also answers for its subdomains.

    Returns:
        The source; the generic one for a URL whose host nobody described.

    Raises:
        UsageError: ``unknown_source``: no source has this key; ``wrong_type``: not a text.
    """
    return BUILT_IN.find(url_or_key)


def catalogue(own: tuple[Source, ...]) -> Catalogue:
    """These sources and, behind them, the library's own."""
    return Catalogue((*own, *SOURCES), GENERIC) if own else BUILT_IN
