"""关键词, 标签: the words a page files itself under."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["split_keywords"]

_CUT: Final = re.compile(r"[,，、;；|/#\t]+|\s{2,}")
_BLANK: Final = re.compile(r"\s+")
_MANY: Final = 30


def split_keywords(text: str) -> tuple[str, ...]:
    """The keywords of a list, in order, without repeats.

    Commas, 、 and their kin divide; blanks divide only where nothing else does. Parts over 30 characters are sentences,
    not keywords, and are left out.
    """
    parts = [part.strip() for part in _CUT.split(text)]
    parts = [part for part in parts if part]
    if len(parts) == 1:
        parts = [part for part in _BLANK.split(parts[0]) if part]
    return tuple(dict.fromkeys(part for part in parts if len(part) <= 30))[:_MANY]
