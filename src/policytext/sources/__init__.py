"""The sources: one sorted tuple, and how a page finds its own."""

from __future__ import annotations

from policytext.errors import UsageError
from policytext.rules import Source
from policytext.sources import (
    discuz,
    empirecms,
    enorth,
    founder,
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

__all__ = ["GENERIC", "SHARED", "SOURCES", "find_source"]

GENERIC = Source(key="generic")
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

SHARED = shared_bars.RULES + shared_frame.RULES
"""Rules that hold for every source, behind its own."""

_BY_KEY = {source.key: source for source in (*SOURCES, GENERIC)}
_BY_HOST = {host: source for source in SOURCES for host in source.hosts}


def find_source(url_or_key: str) -> Source:
    """The source of this key, or of this URL's host.

    Args:
        url_or_key: ``"gscn"``, or ``"http://gansu.gscn.com.cn/..."``. A host also answers for its subdomains.

    Returns:
        The source; the generic one for a URL whose host nobody described.

    Raises:
        UsageError: ``unknown_source``: no source has this key.
    """
    if "/" not in url_or_key and "." not in url_or_key:
        try:
            return _BY_KEY[url_or_key]
        except KeyError:
            known = ", ".join(sorted(_BY_KEY))
            raise UsageError(
                "unknown_source", f"no source is called {url_or_key!r}; known are: {known}"
            ) from None
    host = url_or_key.split("//", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0].lower()
    parts = host.split(".")
    for start in range(len(parts) - 1):
        source = _BY_HOST.get(".".join(parts[start:]))
        if source is not None:
            return source
    return GENERIC
