"""What means something else than in running text: a NUL, ``<![CDATA[`` and ``<plaintext>`` in scripts, drawings, formulas and frames.

HTML leaves a NUL out of running text, but reads it as U+FFFD in the text of scripts, styles, titles and the like, and in ``<svg>`` and ``<math>``.
Only in these two is ``<![CDATA[...]]>`` text; libxml2 takes it for a comment. There, and behind a ``<frameset>``, ``<plaintext>`` is
a tag like any other, while libxml2 takes the rest of the page for its text. A page with none of them is not looked at.
"""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["settle_raw_text"]

_CDATA = b"<![CDATA["
_TELLING = (b"\x00", b"<plaintext", b"<PLAINTEXT")
_REPLACEMENT = "\ufffd".encode()
_TOKEN = re.compile(
    rb"<(?P<raw>script|style|textarea|xmp|iframe|noembed|noframes|plaintext)(?=[\s/>])"
    rb"|<(?P<open>svg|math|foreignobject|desc|title|m[inos]|mtext)(?=[\s/>])"
    rb"|<(?P<frames>frameset)(?=[\s/>])"
    rb"|</(?P<close>svg|math|foreignobject|desc|title|m[inos]|mtext)(?=[\s/>])|(?P<cdata><!\[CDATA\[)|(?P<comment><!--)",
    re.IGNORECASE,
)
_FOREIGN = (b"svg", b"math")
_RAW_END = {
    name: re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE)
    for name in b"script style title textarea xmp iframe noembed noframes".split()
}


def settle_raw_text(data: bytes) -> bytes:
    """The page with these three as HTML reads them; what else there is stays to the byte."""
    if any(sign in data for sign in _TELLING) or (_CDATA in data and _has_foreign(data)):
        return _Scan(data).settled()
    return data


def _has_foreign(data: bytes) -> bool:
    """Whether there is a drawing or a formula: elsewhere, as in most old pages' scripts, ``<![CDATA[`` is what libxml2 takes it for."""
    lower = data.lower()
    return any(b"<" + name in lower for name in _FOREIGN)


class _Scan:
    """One way through the bytes of a page, from one telling tag to the next."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._out: list[bytes] = []
        # What stands before `_copied` is in `_out`; what stands before `_at` is not looked at again.
        self._copied = self._at = 0
        self._framed = False
        # The drawings and formulas that are open, and their parts that hold HTML again; and how often each.
        self._inside: list[bytes] = []
        self._opened: Counter[bytes] = Counter()

    def settled(self) -> bytes:
        """All of the page, settled."""
        while token := _TOKEN.search(self._data, self._at):
            self._copy(token.start(), foreign=self._foreign())
            self._at = token.end()
            self._settle(token.lastgroup or "", token[token.lastgroup or 0].lower())
        self._copy(len(self._data), foreign=self._foreign())
        return b"".join(self._out)

    def _foreign(self) -> bool:
        return bool(self._inside) and self._inside[-1] in _FOREIGN

    def _copy(self, end: int, *, foreign: bool) -> None:
        self._out.append(_nulls(self._data[self._copied : end], foreign=foreign))
        self._copied = self._at = end

    def _settle(self, kind: str, name: bytes) -> None:
        foreign = self._foreign()
        if kind == "open" and (self._inside or name in _FOREIGN):
            self._inside.append(name)
            self._opened[name] += 1
        elif kind == "close":
            self._close(name)
        elif kind == "frames":
            self._framed = True
        elif kind == "cdata" and foreign:
            self._character_data()
        elif kind == "comment":
            self._at = _end(self._data, self._data.find(b"-->", self._at))
        elif name == b"plaintext" and (foreign or self._framed):
            # By a name that nobody knows it is an element without a meaning, which is what HTML makes of it.
            self._out.append(b"<plain-text")
            self._copied = self._at
        elif not foreign and (kind == "raw" or (kind == "open" and name == b"title")):
            found = _RAW_END[name].search(self._data, self._at) if name in _RAW_END else None
            self._copy(found.start() if found else len(self._data), foreign=True)

    def _close(self, name: bytes) -> None:
        while self._opened[name]:
            last = self._inside.pop()
            self._opened[last] -= 1
            if last == name:
                return

    def _character_data(self) -> None:
        end = self._data.find(b"]]>", self._at)
        text = self._data[self._at : _end(self._data, end)]
        self._out.append(_nulls(text.replace(b"&", b"&amp;").replace(b"<", b"&lt;"), foreign=True))
        self._copied = self._at = end + 3 if end >= 0 else len(self._data)


def _end(data: bytes, found: int) -> int:
    return found if found >= 0 else len(data)


def _nulls(data: bytes, *, foreign: bool) -> bytes:
    return data.replace(b"\x00", _REPLACEMENT if foreign else b"")
