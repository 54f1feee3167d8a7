"""Is it HTML, or a plain-text dump that some extractor made of a page?

Asked only where the caller did not say. A text about web pages mentions tags, and extractors leave a stray one
behind; a page or a fragment of one is *made* of tags. So a document's head decides at once, and otherwise the
known tags must be many for the text they stand in, or be closed in their order.
"""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["looks_like_html"]

_SAMPLE = 20_000
_XML = re.compile(r"\s*<\?xml[^<>]{0,200}>", re.IGNORECASE)
_COMMENT = re.compile(r"\s*<!--")
_HEAD = re.compile(
    r"\s*<(?:!doctype\s+html|html[\s>/]|head[\s>]|body[\s>]|frameset[\s>]|meta\s|title>|svg[\s>])",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html[\s>]|head>|body[\s>])[^<>]{0,500}", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"<(/?)(p|div|span|table|tr|td|th|tbody|ul|ol|li|dl|dd|dt|h[1-6]|br|hr|a|img|font|center|strong|b|script|style|"
    r"section|article|main|form|input|iframe|blockquote|pre|meta|link|title|textarea|select|button|em|i|noscript|"
    r"template|frameset|frame|header|footer|nav|svg)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_FIRST_TAG = re.compile(r"\s*" + _BLOCK_TAG.pattern, re.IGNORECASE)
_STARTS = re.compile(r"\s*<[a-z][\w:-]{0,30}[\s/>]", re.IGNORECASE)
# A tag that ends a line of the text: behind the end of a sentence, a colon, another tag, at the start of a line; and text goes on.
_BREAK = re.compile(
    r"(?:(?:(?<=[。！？；：…”）\n\u3000.!?:])|(?<=&nbsp;))</?|(?<=>)<)(?:br|p|div)(?:\s[^<>]*)?/?>(?=\s*[^\s<])",
    re.IGNORECASE,
)
_BREAK_EACH = 300
"""Code points a break at least, where the text may be on lines of its own."""
_CLOSES = re.compile(r"</[a-z][a-z0-9]{0,11}\s{0,20}>\s{0,200}\Z", re.IGNORECASE)
_TAIL = 400
_MIN_TAGS = 3


def looks_like_html(text: str) -> bool:
    """Whether ``text`` is markup rather than a text that may mention some.

    Args:
        text: What came in, decoded. The first 20,000 code points behind comments decide, or the last, where the first hold no tag.

    Returns:
        True for documents and for fragments made of elements. Text with a ``<``, with words in angle brackets, or
        with a stray tag or two stays text.
    """
    if "<" not in text:
        return False
    start = _behind_comments(text)
    if _HEAD.match(text, start):
        return True
    begin = text.find("<", start)
    if begin < 0:
        return False
    begin = start if begin - start < _SAMPLE // 2 else begin
    if _is_made_of_tags(text[begin : begin + _SAMPLE]):
        return True
    # One endless element at the front tells nothing; that tags are its first and its last word does.
    first = _FIRST_TAG.match(text, start)
    return first is not None and _CLOSES.search(text[-_TAIL:]) is not None


def _behind_comments(text: str) -> int:
    """Where the page begins behind a byte order mark, an XML declaration and comments, however long and many."""
    at = len(text) - len(text.lstrip("\ufeff"))
    declared = _XML.match(text, at)
    at = declared.end() if declared else at
    while (comment := _COMMENT.match(text, at)) is not None:
        end = text.find("-->", comment.end())
        if end < 0:
            break
        at = end + len("-->")
    return at


def _is_made_of_tags(sample: str) -> bool:
    if _DOCUMENT.search(sample):
        return len(list(islice(_BLOCK_TAG.finditer(sample), _MIN_TAGS))) == _MIN_TAGS
    opened: set[str] = set()
    tags = closed = markup = 0
    starts = _STARTS.match(sample) is not None  # the text begins with a tag
    whole = False  # and the first known tag closes itself or is a void one written so
    for match in _BLOCK_TAG.finditer(sample):
        if not tags:
            whole = "/" in match[0]
        tags += 1
        markup += match.end() - match.start()
        name = match[2].lower()
        if match[1]:
            closed += name in opened
            opened.discard(name)
        else:
            opened.add(name)
    if starts and (closed or whole or tags >= _MIN_TAGS):
        return True
    # An extractor's stray tags are one in some hundred characters; a fragment has one in some ten.
    if tags >= _MIN_TAGS and closed > 1 and tags * 60 >= len(sample) - markup:
        return True
    return _is_broken_by_tags(sample, len(sample) - markup)


def _is_broken_by_tags(sample: str, length: int) -> bool:
    """Whether tags, and not line ends, end the lines of a text: ``第一段。<br>第二段。`` and so on."""
    breaks = sum(1 for _ in _BREAK.finditer(sample))
    if not breaks:
        return False
    lines = [line for line in sample.splitlines() if line.strip()]
    plain = sum("<" not in line for line in lines)
    return plain * 2 <= breaks and (length <= breaks * _BREAK_EACH or (len(lines) == 1 and breaks > 1))
