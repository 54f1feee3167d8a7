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
_TELLING = (b"\x00", _CDATA, b"<plaintext", b"<PLAINTEXT")
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
    if not any(sign in data for sign in _TELLING):
        return data
    out: list[bytes] = []
    at = copied = 0
    framed = False
    opened: Counter[bytes] = Counter()
    inside: list[bytes] = []  # the drawings and formulas that are open, and their parts that hold HTML again
    while True:
        token = _TOKEN.search(data, at)
        foreign = bool(inside) and inside[-1] in _FOREIGN
        begin = token.start() if token else len(data)
        out.append(_nulls(data[copied:begin], foreign=foreign))
        copied = at = begin
        if token is None:
            return b"".join(out)
        at = token.end()
        kind = token.lastgroup or ""
        name = token[kind].lower()
        if kind == "open" and (inside or name in _FOREIGN):
            inside.append(name)
            opened[name] += 1
        elif kind == "close" and opened[name]:
            while opened[name]:
                last = inside.pop()
                opened[last] -= 1
                if last == name:
                    break
        elif kind == "frames":
            framed = True
        elif name == b"plaintext" and (foreign or framed):
            # By a name that nobody knows it is an element without a meaning, which is what HTML makes of it.
            out.append(b"<plain-text")
            copied = at
        elif kind == "cdata" and foreign:
            end = data.find(b"]]>", at)
            text = data[at : _end(data, end)]
            out.append(_nulls(text.replace(b"&", b"&amp;").replace(b"<", b"&lt;"), foreign=True))
            copied = at = end + 3 if end >= 0 else len(data)
        elif kind == "comment":
            at = _end(data, data.find(b"-->", at))
        elif (kind == "raw" or name == b"title") and not foreign:
            found = _RAW_END[name].search(data, at) if name in _RAW_END else None
            at = found.start() if found else len(data)
            out.append(_nulls(data[copied:at], foreign=True))
            copied = at


def _end(data: bytes, found: int) -> int:
    return found if found >= 0 else len(data)


def _nulls(data: bytes, *, foreign: bool) -> bytes:
    return data.replace(b"\x00", _REPLACEMENT if foreign else b"")
