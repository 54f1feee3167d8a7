"""Pages that many tests read, read once: `parse` is pure, and a `Document` cannot be changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import policytext

if TYPE_CHECKING:
    from pathlib import Path

    from policytext import Document
    from policytext.models.script import Target

__all__ = ["read", "read_text"]


@cache
def read(path: Path, script: Target | None = None) -> Document:
    """The page in this file, as its bytes stand."""
    return policytext.parse(path.read_bytes(), script=script)


@cache
def read_text(path: Path) -> Document:
    """The page in this file as text with its line ends at LF, in the form that the file's name tells."""
    return policytext.parse(
        path.read_text(encoding="utf-8"), form="html" if path.suffix == ".html" else "text"
    )
