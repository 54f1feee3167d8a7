"""A set of sources, sorted by how a page is recognised as one of theirs."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from policytext.errors import UsageError
from policytext.rules import Source

__all__ = ["Catalogue", "Signs"]


class Signs(NamedTuple):
    """What sources are recognised by, sorted by where it is looked for; each in the order of the sources.

    ``initials`` are the first characters of the comments, so that most comments cost one look.
    """

    text: list[tuple[Source, tuple[re.Pattern[str], ...]]]
    blocks: list[tuple[str, Source]]
    comments: list[tuple[str, Source]]
    initials: str
    metas: dict[str, list[tuple[str, Source]]]


class Catalogue:
    """Sources by key and by host. Of two that fit, the first wins."""

    def __init__(self, sources: tuple[Source, ...], generic: Source) -> None:
        self.sources = sources
        self.generic = generic
        self._by_key: dict[str, Source] = {}
        self._by_host: dict[str, Source] = {}
        # A user's own sources stand before the built-in ones, so theirs win.
        for source in (*sources, generic):
            self._by_key.setdefault(source.key, source)
            for host in source.hosts:
                self._by_host.setdefault(host, source)

    def find(self, url_or_key: object) -> Source:
        """The source of this key, or of this URL's host; the generic one for a host that nobody described.

        Raises:
            UsageError: ``unknown_source``: no source has this key; ``wrong_type``: not a text.
        """
        if not isinstance(url_or_key, str):
            kind = type(url_or_key).__name__
            raise UsageError(
                "wrong_type", f"find_source takes a key or a URL as str, such as 'gscn', not {kind}"
            )
        # Keys have neither slash nor full stop, hosts have one at least.
        if "/" not in url_or_key and "." not in url_or_key:
            try:
                return self._by_key[url_or_key]
            except KeyError:
                known = ", ".join(sorted(self._by_key))
                raise UsageError(
                    "unknown_source", f"no source is called {url_or_key!r}; known are: {known}"
                ) from None
        return self.at(url_or_key) or self.generic

    def at(self, url: str) -> Source | None:
        """The source that answers for the host of an address (with or without ``http://``), or for a domain above it."""
        host = url.split("//", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0].lower()
        parts = host.split(".")
        # From the whole host upwards; the last part alone (cn) is nobody's.
        for start in range(len(parts) - 1):
            source = self._by_host.get(".".join(parts[start:]))
            if source is not None:
                return source
        return None

    @cached_property
    def signs(self) -> Signs:
        """What pages are recognised by beside their address. Sorted when first asked for; twice in a race, alike."""
        text: list[tuple[Source, tuple[re.Pattern[str], ...]]] = []
        blocks: list[tuple[str, Source]] = []
        comments: list[tuple[str, Source]] = []
        metas: dict[str, list[tuple[str, Source]]] = {}
        for source in self.sources:
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
        return Signs(text, blocks, comments, initials, metas)
