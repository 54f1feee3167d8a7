"""What markup says beside the text: head statements, publishing systems' comments, JSON-LD, inline styles.

Everything here answers with `Meta` or plain bits and never raises, whatever the page holds.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from policytext.models.page import Mark, Meta
from policytext.readers.html.clean import legal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policytext.readers.html.compose import Columns

__all__ = ["ALIGNED", "BLOCK", "jsonld_meta", "read_comment", "style_bits", "tag_meta"]

BLOCK = 1 << 24
"""Bit of `style_bits`: the element is displayed as a block, whatever its name."""
ALIGNED = 1 << 25
"""Bit of `style_bits`: the style sets the alignment (to the left, where neither CENTER nor RIGHT is there)."""

_STYLES: tuple[tuple[str, int], ...] = (
    (r"display:none|visibility:(?:hidden|collapse)", int(Mark.HIDDEN)),
    (r"display:(?:block|flex|grid|list-item|table(?![a-z-]))", BLOCK),
    (r"text-align:(?:-webkit-|-moz-)?center", int(Mark.CENTER) | ALIGNED),
    (r"text-align:(?:-webkit-|-moz-)?(?:right|end)", int(Mark.RIGHT) | ALIGNED),
    (r"text-align:(?:left|start|justify)", ALIGNED),
    (r"font-weight:(?:bold|[6-9]00)", int(Mark.STRONG)),
)
# One search for all: a declaration is one of them at most, and what it begins with is found at once.
_STYLE = re.compile(f";(?:{'|'.join(f'({form})' for form, _ in _STYLES)})")
_MAX_STYLE = 2000
_MAX_VALUE = 100_000


def style_bits(style: str) -> int:
    """The bits of `Mark` an inline style sets, with `BLOCK` and `ALIGNED`. Style sheets are not read."""
    bits = 0
    for found in _STYLE.finditer(";" + "".join(style[:_MAX_STYLE].lower().split())):
        bits |= _STYLES[(found.lastindex or 1) - 1][1]
    return bits


def _value(text: str) -> str:
    return " ".join(legal(text[:_MAX_VALUE]).split())


def tag_meta(tag: str, attrib: Mapping[str, str]) -> Meta | None:
    """The statement of a ``<meta>``, ``<link rel=canonical>``, ``<base>`` or ``<time>`` tag."""
    if tag == "meta":
        for key in ("name", "property", "itemprop", "http-equiv"):
            if key in attrib:
                return Meta("meta", attrib[key].strip().lower(), _value(attrib.get("content", "")))
        return Meta("meta", "charset", _value(attrib["charset"])) if "charset" in attrib else None
    if tag == "time":
        return Meta("attr", "time/datetime", _value(attrib["datetime"])) if "datetime" in attrib else None
    if "href" not in attrib:
        return None
    if tag == "base":
        return Meta("link", "base", _value(attrib["href"]))
    rel = attrib.get("rel", "").strip().lower()
    return Meta("link", rel, _value(attrib["href"])) if rel == "canonical" else None


_PROPERTY = re.compile(r"<([a-zA-Z][a-zA-Z0-9_-]{0,30})>([^<]{0,2000})</\1>")
_MAX_COMMENT = 20_000
_MAX_KEPT = 120
"""The longest comment that is kept: systems mark the body by short ones."""


def read_comment(text: str, columns: Columns) -> None:
    """A comment into ``columns``: the statements of a publishing system, or a short one with its place."""
    if "enpproperty" in text:
        columns.meta.extend(_comment_meta(text))
        return
    text = text.strip()
    if text and len(text) <= _MAX_KEPT and text[0] not in "[<":
        columns.comments.append((len(columns.texts), legal(text)))


def _comment_meta(comment: str) -> list[Meta]:
    """The statements of an ``<enpproperty>`` comment, as the Founder publishing system writes it into its pages."""
    return [
        Meta("comment", name.lower(), _value(value))
        for name, value in _PROPERTY.findall(comment[:_MAX_COMMENT])
        if value.strip()
    ]


_MAX_JSON = 200_000
"""Code points of a JSON-LD script that is read: many times what an article has, its whole text stated."""
_MAX_DEPTH = 40
"""Far above what describes an article, far below where the parser of JSON gives up."""
_MAX_ITEMS = 2000
"""Statements of one script that are looked at: some pages list all articles of a site."""
_ARTICLE = re.compile(r"(?:Article|Posting|Report|WebPage)$")
_PLAIN_KEYS = (
    "headline",
    "datePublished",
    "dateModified",
    "description",
    "articleSection",
    "keywords",
    "url",
)
_NAMED_KEYS = ("author", "creator", "editor", "publisher", "sourceOrganization")
_BRACKETS = re.compile(r"[\[\]{}]")
_LONG_NUMBER = re.compile(r"[0-9]{40}")


def jsonld_meta(text: str) -> list[Meta]:
    """The statements of a JSON-LD script on an article; names are flattened: ``author.name``, ``publisher.name``.

    Only articles, postings, reports and web pages are read. Input that is no JSON, nested over 40 deep, or longer
    than 200,000 code points says nothing.
    """
    text = text.strip()
    if len(text) > _MAX_JSON or _depth(text) > _MAX_DEPTH or _LONG_NUMBER.search(text):
        return []
    try:
        found = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return []
    return [meta for item in _articles(found) for meta in _statements(item)]


def _depth(text: str) -> int:
    # Brackets inside strings count as well: more than 40 of them in one direction is no article either.
    deepest = depth = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _articles(found: Any) -> Iterator[dict[str, Any]]:
    waiting = [found]
    seen = 0
    while waiting and seen < _MAX_ITEMS:
        item = waiting.pop()
        seen += 1
        if isinstance(item, list):
            waiting.extend(reversed(item[:_MAX_ITEMS]))
        elif isinstance(item, dict):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                yield item
            waiting.append(item.get("@graph"))


def _statements(item: dict[str, Any]) -> Iterator[Meta]:
    for key in _PLAIN_KEYS:
        value = item.get(key)
        values = value if isinstance(value, list) else [value]
        for one in values[:_MAX_DEPTH]:
            if isinstance(one, str) and one.strip():
                yield Meta("jsonld", key.lower(), _safe(one))
    for key in _NAMED_KEYS:
        value = item.get(key)
        values = value if isinstance(value, list) else [value]
        for one in values[:_MAX_DEPTH]:
            name = one.get("name") if isinstance(one, dict) else one
            if isinstance(name, str) and name.strip():
                yield Meta("jsonld", f"{key.lower()}.name", _safe(name))


def _safe(text: str) -> str:
    # An escape such as \ud800 makes a lone surrogate out of valid JSON.
    return _value(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
