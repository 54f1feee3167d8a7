"""Whether a text is an official document: what of it was read, weighed together. One sign alone is met in news as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.official.draft import TEXT_RULE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.official.closing import Closing
    from policytext.official.draft import Draft
    from policytext.page.view import Line

__all__ = ["shows_official"]

_ARTICLE: Final = re.compile(r"第[一二三四五六七八九十]{1,3}条")
_COUNTED: Final = ("令", "公告", "通告")
"""Kinds whose numbers need no year."""
_FEW: Final = 2
"""Articles that a report on a law quotes."""


def shows_official(draft: Draft, kind: str | None, own: Closing | None, lines: Sequence[Line]) -> bool:
    """Whether two signs meet, of number, kind, addressees, signature, closing notes, articles.

    Args:
        draft: What was read.
        kind: 文种 of the headline.
        own: Signature and date of the page's own document.
        lines: Its lines.
    """
    named = own is not None and bool(own.names)
    signed = named and own is not None and own.date is not None
    addressed = "addressees" in draft
    closed = any(name in draft for name in ("note", "cc", "printed_on"))
    if signed and (addressed or closed):
        return True
    if _numbered(draft, kind) and (kind is not None or signed or addressed or closed):
        return True
    if kind is None:
        return False
    # A speech is signed by who gave it, and dated below its headline.
    if kind == "讲话":
        return signed or closed or "signed_on" in draft
    articles = sum(_ARTICLE.match(line.fold) is not None for line in lines)
    return signed or closed or (named and addressed) or articles > _FEW


def _numbered(draft: Draft, kind: str | None) -> bool:
    """Whether the text shows a number that only a document bears."""
    return any(
        one.value.year is not None or kind is not None or (one.value.code or "").endswith(_COUNTED)
        for one in draft.found.get("doc_number", ())
        if one.rule == TEXT_RULE
    )
