"""The encoding a page declares in its first bytes: the prescan of the HTML standard, and the XML declaration.

Comments are skipped, attributes come in any order and quoting, ``http-equiv`` counts with ``content``. The standard
looks at 1,024 bytes; where they hold nothing, 65,536 are looked at, because old editors put their comments and scripts first.
"""

from __future__ import annotations

import re

__all__ = ["declared_label"]

_FIRST = 1024
"""Bytes in which the standard has browsers look."""
_FAR = 65_536
"""Bytes in which a label behind a screen of script still counts."""

_XML = re.compile(rb"<\?xml[^<>]{0,200}?encoding\s{0,10}=\s{0,10}[\"']([^\"'<>]{1,40})[\"']", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--(?:(?!-->|<!--).)*-->", re.DOTALL)
_META = re.compile(rb"<meta[\s/][^>]{0,1000}>?", re.IGNORECASE)
_NEXT = re.compile(rb"<(?:(!--)|(meta)(?=[\s/])|/?([a-zA-Z])|[!/?])", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?",
)
_CHARSET = re.compile(
    rb"charset\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|&quot;([^&\s]*)|([^\s;\"'&]+))", re.IGNORECASE
)


def declared_label(data: bytes) -> str | None:
    """The label the page gives, as it is written (lower case), ``None`` where there is none.

    Args:
        data: The page's bytes, in an encoding that holds ASCII as it is.
    """
    head = data[:_FAR]
    xml = _XML.match(head.lstrip()[:400])
    if b"harset" not in head and b"HARSET" not in head:
        return _text(xml[1]) if xml else None
    label = _scan(head[:_FIRST]) or (_scan_metas(head) if len(head) > _FIRST else None)
    if label is None and xml:
        label = xml[1]
    return _text(label) if label else None


def _text(label: bytes) -> str:
    return label.decode("ascii", "replace").strip().lower()


def _scan(head: bytes) -> bytes | None:
    at = 0
    while True:
        match = _NEXT.search(head, at)
        if match is None:
            return None
        at = match.end()
        if match[1]:
            # <!--> is a whole comment in browsers, so the end may begin within the mark.
            close = head.find(b"-->", at - 2)
            if close < 0:
                return None
            at = close + 3
        elif match[2]:
            attributes, at = _attributes(head, at)
            label = _label(attributes)
            if label:
                return label
        elif match[3]:
            _, at = _attributes(head, head_end(head, at))
        else:
            close = head.find(b">", at)
            if close < 0:
                return None
            at = close + 1


def _scan_metas(head: bytes) -> bytes | None:
    # Far from the top only meta tags are looked at; walking every tag would cost more than decoding.
    for match in _META.finditer(_COMMENT.sub(b"", head)):
        label = _label(_attributes(match[0], len("<meta"))[0])
        if label:
            return label
    return None


def head_end(head: bytes, at: int) -> int:
    """Where the name of a tag ends."""
    match = re.compile(rb"[^\s/>]*").match(head, at)
    return match.end() if match else at


def _attributes(head: bytes, at: int) -> tuple[dict[bytes, bytes], int]:
    found: dict[bytes, bytes] = {}
    while True:
        match = _ATTRIBUTE.match(head, at)
        if match is None:
            break
        value = match[2] or match[3] or match[4] or b""
        found.setdefault(match[1].lower(), value)
        at = match.end()
    close = head.find(b">", at)
    return found, len(head) if close < 0 else close + 1


def _label(attributes: dict[bytes, bytes]) -> bytes | None:
    if attributes.get(b"charset", b"").strip():
        return attributes[b"charset"].strip()
    content = attributes.get(b"content")
    if content is None or not attributes.get(b"http-equiv", b"content-typ").lower().startswith(
        b"content-typ"
    ):
        # Without http-equiv the standard ignores it; browsers of the time did not, and neither do pages.
        return None
    match = _CHARSET.search(content)
    return next((group for group in match.groups() if group), None) if match else None
