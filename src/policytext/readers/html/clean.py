"""What must be put right in the text of a page before libxml2 sees it.

libxml2 answers some input by dropping what follows, or by handing out characters that no other program accepts. Each
is handled here, behind a gate that costs an ordinary page next to nothing; whatever is changed is told in a note.

========================  ============================================================================
hazard                    answer
========================  ============================================================================
lone surrogate            pairs are joined, what stays alone is U+FFFD
C0, C1, U+FFFE/F          a space where Unicode calls it white space, otherwise left out
NUL, ``<![CDATA[``        what HTML makes of them (see `policytext.readers.html.raw_text`)
``&#0;`` ``&#xD800;``     U+FFFD, as HTML says; references to control characters are left out
``</通知>`` ``<!通知>``   no tags but text in angle brackets: kept as text
``[<!ENTITY ...>]``       the internal subset of a document type is left out
a tag with 4,097 things   those beyond the limit of attributes are left out (their number costs quadratic time in old versions)
great depth               see `flatten`; the reader asks for it when it meets it
========================  ============================================================================
"""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from policytext.models.limits import DEFAULT_LIMITS
from policytext.readers.html.raw_text import settle_raw_text

__all__ = ["FLATTEN_LEVELS", "clean", "flatten", "keep_brackets", "legal"]

_SPACE_CONTROLS = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029), " ")
_CONTROLS: dict[int, str | None] = {
    **dict.fromkeys((c for c in range(0xA0) if c < 0x20 or c >= 0x7F), None),
    0xFFFE: None,
    0xFFFF: None,
    **_SPACE_CONTROLS,
    **{ord(c): c for c in "\t\n\r"},
}

# Before 2.14 the tokenizer was not that of the HTML standard: it left out references to no character.
_OLD_PARSER = etree.LIBXML_VERSION < (2, 14)

_C1 = re.compile(b"\xc2[\x80-\x9f]")
_SPACED = bytes(0x20 if c in _SPACE_CONTROLS and c < 0x80 else c for c in range(0x100))
_ASCII_DROPPED = bytes(c for c in range(0x80) if _CONTROLS.get(c, "") is None)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BRACKETED = re.compile(rb"<(?=[/!?][\xe2-\xef])")

_REFERENCE_HEAD = re.compile(rb"&#([xX][0-9a-fA-F]{1,7}|[0-9]{1,8})")
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_MAX_DIGITS = 12

_SUBSET = re.compile(rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?<!doctype[^<>\[]{0,1000}(\[)", re.IGNORECASE)

_TITLE = re.compile(rb"<title(?:\s[^<>]{0,400})?>", re.IGNORECASE)
_TITLE_END = re.compile(rb"</title\s{0,20}>", re.IGNORECASE)
_TAG_OPEN = re.compile(rb"<[a-zA-Z][^\s<>/]{0,64}(?=[\s/])")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(rb"[^\s=\"'>/]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def legal(text: str) -> str:
    """``text`` without the characters no document may hold: white space stays white space, the rest goes."""
    # Printable is what none of them is; the look costs a tenth of the translation.
    return text if text.isprintable() else text.translate(_CONTROLS)


def clean(
    text: str, data: bytes | None = None, *, attributes: int = DEFAULT_LIMITS.attributes
) -> tuple[bytes, list[str]]:
    """The page as UTF-8 bytes that are safe to hand to libxml2, and notes on what was changed.

    Args:
        text: A page as decoded; any ``str`` at all.
        data: The same in UTF-8, if the caller has it.
        attributes: Of a longer tag no more attributes are kept.

    Returns:
        Bytes and notes. An ordinary page comes back as it is, encoded, without notes.
    """
    notes: list[str] = []
    try:
        data = data or text.encode()
    except UnicodeEncodeError:
        text, repaired = _join_surrogates(text)
        if repaired:
            notes.append(f"surrogates: {repaired} lone surrogates became U+FFFD")
        data = text.encode()
    data = settle_raw_text(data)
    # On bytes, where it costs a fiftieth of what translating the text does; `legal` knows the rest, line by line.
    fit = data.translate(_SPACED, _ASCII_DROPPED)
    if b"\xc2" in fit and _C1.search(fit):
        fit = _C1.sub(b"", fit.replace("\x85".encode(), b" "))
    if fit != data:
        data = fit
        notes.append("controls: control characters were left out")
    if _OLD_PARSER and b"&#" in data and any(_is_bad(ref) for ref in set(_REFERENCE_HEAD.findall(data))):
        data = _REFERENCE.sub(_repair_reference, data)
        notes.append("references: character references to no character were replaced")
    if b"<!ENTITY" in data[:2048]:
        data = _drop_subset(data, notes)
    if _OLD_PARSER:
        data = keep_brackets(data, notes)
    if b"</title>" not in data and b"</TITLE>" not in data:
        data = _close_title(data, notes)
    return _shorten_tags(data, notes, attributes), notes


def _close_title(data: bytes, notes: list[str]) -> bytes:
    """End a ``<title>`` that nothing ends at the next tag: a parser would take all of the page for it."""
    opened = _TITLE.search(data)
    if opened is None or _TITLE_END.search(data, opened.end()):
        return data
    at = data.find(b"<", opened.end())
    if at < 0:
        return data
    notes.append("title: an unclosed <title> was ended at the next tag")
    return data[:at] + b"</title>" + data[at:]


def keep_brackets(data: bytes, notes: list[str]) -> bytes:
    """``</通知>`` and ``<!通知>`` as text. A parser of today reports them as comments, so the reader asks for this only then."""
    data, count = _BRACKETED.subn(b"&lt;", data)
    if count:
        notes.append("brackets: text in angle brackets was kept as text")
    return data


def _join_surrogates(text: str) -> tuple[str, int]:
    # Two surrogates that stand as a pair are one character that was split on the way.
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _SURROGATE.subn("\ufffd", joined)


def _value(reference: bytes) -> int:
    if len(reference) > _MAX_DIGITS:
        return 0x110000
    return int(reference[1:], 16) if reference[:1] in b"xX" else int(reference)


def _is_bad(reference: bytes) -> bool:
    code = _value(reference)
    return (
        code < 0x20
        or 0x7F <= code < 0xA0
        or 0xD800 <= code < 0xE000
        or code in (0xFFFE, 0xFFFF)
        or code > 0x10FFFF
    ) and code not in (9, 10, 13)


def _repair_reference(match: re.Match[bytes]) -> bytes:
    hexadecimal, decimal = match.groups()
    reference = (b"x" + hexadecimal.lstrip(b"0")) if hexadecimal else decimal.lstrip(b"0")
    reference = {b"x": b"0", b"": b"0"}.get(reference, reference)
    if not _is_bad(reference):
        return match[0]
    code = _value(reference)
    if 0x80 <= code < 0xA0:
        # HTML reads these as windows-1252, because the authors of such pages meant that.
        return bytes([code]).decode("cp1252", "ignore").encode()
    if code == 0 or code > 0xFFFF or 0xD800 <= code < 0xE000:
        return "\ufffd".encode()
    return b" " if chr(code).isspace() else b""


def _drop_subset(data: bytes, notes: list[str]) -> bytes:
    match = _SUBSET.match(data)
    end = data.find(b"]>", match.end()) if match else -1
    if match is None or end < 0:
        return data
    notes.append("doctype: the internal subset of the document type was left out")
    return data[: match.start(1)] + data[end + 1 :]


def _shorten_tags(data: bytes, notes: list[str], most: int) -> bytes:
    # An attribute takes two bytes at least. Only where a whole window holds no ">" can a tag be that long, so that an ordinary page costs
    # one find a window.
    window = 2 * most
    out: list[bytes] = []
    copied = at = 0
    size = len(data)
    while at < size:
        close = data.find(b">", at, at + window)
        if close >= 0:
            at += window
            continue
        close = data.find(b">", at)
        close = size if close < 0 else close
        begin = max(copied, data.rfind(b">", copied, at) + 1)
        tag = _TAG_OPEN.search(data, begin, close)
        if tag and close - tag.start() > window and not _quoted_close(data, tag.end(), close):
            attributes = data[tag.end() : close]
            few = _few_attributes(attributes, most)
            if few is not attributes:
                out += (data[copied : tag.end()], few)
                copied = close
        at = close + 1
    if not out:
        return data
    notes.append(f"attributes: of a tag with more than {most:,} the rest were not read")
    return b"".join(out) + data[copied:]


def _quoted_close(data: bytes, begin: int, close: int) -> bool:
    # An odd number of quotes says that this ">" stands inside a value; then the tag is left to libxml2.
    return close < len(data) and (data.count(b'"', begin, close) % 2 == 1)


def _few_attributes(attributes: bytes, most: int) -> bytes:
    # A long value (a data: address) is one attribute and does no harm; what costs is their number.
    if len(_QUOTED.sub(b"", attributes).split()) <= most:
        return attributes
    return b" " + b" ".join(islice(map(_whole, _ATTRIBUTE.finditer(attributes)), most))


def _whole(match: re.Match[bytes]) -> bytes:
    return match[0]


FLATTEN_LEVELS = 3

_PHRASE = re.compile(
    rb"</?(?:font|span|b|i|u|s|a|em|strong|big|small|tt|sub|sup|label|ins|del|o:p|st1:[a-z]{1,20})(?:[\s/][^<>]{0,4096})?>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(rb"</?([a-zA-Z][^\s<>/]{0,64})[^<>]{0,4096}>")
_LEFT = frozenset(
    b"html head body title meta link script style textarea template noscript iframe br hr".split(),
)


def flatten(data: bytes, level: int) -> bytes:
    """The page with fewer levels of nesting; no text is lost.

    Some hundred unclosed ``<font>`` are an everyday defect of old editors, and depth costs: every stray end tag is
    looked for through all open elements.

    Args:
        data: The page as `clean` gives it.
        level: 1 leaves out phrase elements (font, span, b ...); 2 turns every element into a line break;
            3 takes all markup for text.
    """
    if level == 1:
        return _PHRASE.sub(b"", data)
    if level == 2:
        return _ANY_TAG.sub(_line_break, data)
    return data.replace(b"<", b"&lt;")


def _line_break(match: re.Match[bytes]) -> bytes:
    return match[0] if match[1].lower() in _LEFT else b"<br>"
