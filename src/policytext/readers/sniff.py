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
_HEAD = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,20}"
    r"<(?:!doctype\s+html|html[\s>/]|head[\s>]|body[\s>]|frameset[\s>]|meta\s|title>|svg[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html[\s>]|head>|body[\s>])[^<>]{0,500}", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"<(/?)(p|div|span|table|tr|td|th|tbody|ul|ol|li|dl|dd|dt|h[1-6]|br|hr|a|img|font|center|strong|b|script|style|"
    r"section|article|main|form|input|iframe|blockquote|pre|meta|link|title|textarea|select|button|em|i|noscript|"
    r"template|frameset|frame|header|footer|nav|svg)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"</[a-z][a-z0-9]{0,11}\s{0,20}>\s{0,200}\Z", re.IGNORECASE)
_TAIL = 400
_MIN_TAGS = 3


def looks_like_html(text: str) -> bool:
    """Whether ``text`` is markup rather than a text that may mention some.

    Args:
        text: What came in, decoded. The first 20,000 code points decide, or the last, where the first hold none.

    Returns:
        True for documents and for fragments made of elements. Text with a ``<``, with words in angle brackets, or
        with a stray tag or two stays text.
    """
    if "<" not in text:
        return False
    head = text.lstrip("\ufeff")[:_SAMPLE]
    if _HEAD.match(head):
        return True
    begin = text.find("<")
    sample = text[:_SAMPLE] if begin < _SAMPLE // 2 else text[begin : begin + _SAMPLE]
    if _is_made_of_tags(sample):
        return True
    # One endless element at the front tells nothing; that tags are its first and its last word does.
    return _BLOCK_TAG.match(head.lstrip()) is not None and _CLOSES.search(text[-_TAIL:]) is not None


def _is_made_of_tags(sample: str) -> bool:
    if _DOCUMENT.search(sample):
        return len(list(islice(_BLOCK_TAG.finditer(sample), _MIN_TAGS))) == _MIN_TAGS
    opened: set[str] = set()
    tags = closed = markup = 0
    starts = False  # the text begins with a tag
    whole = False  # and that tag closes itself or is a void one written so
    for match in _BLOCK_TAG.finditer(sample):
        if not tags:
            starts = not sample[: match.start()].strip()
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
    return tags >= _MIN_TAGS and closed > 1 and tags * 60 >= len(sample) - markup
