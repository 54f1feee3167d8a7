"""How the blocks of a page are called: by the path of tags, ids and classes, with the numbers in names left open.

``#content_10423`` and ``#content_10424`` are one place of one template; both are ``#content_*``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.page import Node

__all__ = ["block_paths", "open_name"]

_DIGITS = re.compile(r"\d+")
# What cannot stand in a place of `Source.body`.
_ODD = re.compile(r"[^\w*-]")


def open_name(name: str) -> str:
    """A name of a block with its numbers left open.

    >>> open_name("content_10423")
    'content_*'
    """
    return _DIGITS.sub("*", name)


def block_paths(nodes: Sequence[Node]) -> list[str]:
    """Per block its path from the root, such as ``"html/body/div#main.left/p"``.

    Ids and classes of odd characters are left out: a source could not be written with them.
    """
    out: list[str] = []
    for parent, tag, ident in nodes:
        step = tag + _named(ident)
        out.append(f"{out[parent]}/{step}" if parent >= 0 and out[parent] else step)
    return out


def _named(ident: str) -> str:
    if not ident:
        return ""
    first, *classes = ident.split(".")
    names = [f"#{open_name(first)}"] if first else []
    names += [f".{open_name(name)}" for name in classes if name]
    return "".join(name for name in names if not _ODD.search(name[1:]))
