"""What the library reaches on labelled pages, and the figures it must not fall below.

Three sets: our own pages in ``tests/floor_pages``, which travel with the repository, and two sets of pages of others beside it, read
where they are there. One code scores them all.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import policytext
from policytext import Document
from support.cases import SHARED
from support.scoring import score

__all__ = [
    "FLOOR",
    "OWN",
    "SETS",
    "TOLERANCE",
    "document",
    "fingerprint",
    "folders",
    "forms",
    "labels",
    "measure",
    "seal",
]

FLOOR = Path(__file__).resolve().parents[1] / "floor.json"
OWN = Path(__file__).resolve().parents[1] / "floor_pages"
SETS: dict[str, tuple[Path, str, tuple[str, ...]]] = {
    "own": (OWN, "labels.json", ("html", "dump")),
    "pages": (SHARED / "pages", "meta.json", ("html", "dump", "flattened")),
    "pages-2": (SHARED / "pages-2" / "article", "meta.json", ("html", "dump")),
}
"""Where the folders of a set are, what their labels are called, in which forms they are read."""
TOLERANCE = 0.002
_FLAT = str.maketrans("，：；？！（）％　", ",:;?!()% ")
"""The punctuation of the founding dumps, flattened before we got them."""


def forms() -> list[tuple[str, str]]:
    """Every set in every of its forms."""
    return [(name, form) for name, (_, _, some) in SETS.items() for form in some]


@cache
def folders(name: str) -> tuple[Path, ...]:
    """The labelled pages of a set, one folder a page; none where they are not here."""
    root, file, _ = SETS[name]
    return tuple(sorted(path.parent for path in root.glob(f"*/{file}")))


def labels(name: str, folder: Path) -> dict[str, Any]:
    """What a reader of the page found on it."""
    found: dict[str, Any] = json.loads((folder / SETS[name][1]).read_text(encoding="utf-8"))
    return found


def fingerprint(name: str) -> str:
    """SHA-256 over pages and labels: figures of another set are not comparable."""
    digest = hashlib.sha256()
    for folder in folders(name):
        for file in ("page.html", "dump.txt", SETS[name][1]):
            if (folder / file).exists():
                digest.update(f"{folder.name}/{file}\n".encode())
                digest.update((folder / file).read_bytes())
    return digest.hexdigest()


def seal(floor: dict[str, Any]) -> str:
    """SHA-256 over all else that the file says, so that a figure changed by hand shows."""
    rest = {key: value for key, value in floor.items() if key != "seal"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@cache
def document(name: str, folder: Path, form: str) -> Document | None:
    """The page in this form, read once for all tests; ``None`` where it has no such form."""
    path = folder / ("page.html" if form == "html" else "dump.txt")
    if not path.exists():
        return None
    url = labels(name, folder).get("url")
    if form == "html":
        return policytext.parse(path.read_bytes(), url=url)
    text = path.read_text(encoding="utf-8")
    return policytext.parse(text.translate(_FLAT) if form == "flattened" else text, url=url)


@cache
def measure(name: str, form: str) -> dict[str, float]:
    """The figures of a set in one form."""
    read = ((document(name, folder, form), labels(name, folder)) for folder in folders(name))
    return score((doc, gold) for doc, gold in read if doc is not None)
