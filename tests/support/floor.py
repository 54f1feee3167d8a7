"""What the library reaches on the labelled pages beside the repository, and the figures it must not fall below.

The scoring is that of the pages' owners: their script is loaded by its path, so a floor means what their table means.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import logging
import warnings
from functools import cache
from pathlib import Path
from typing import Any

import policytext
from support.cases import SHARED

__all__ = ["FIGURES", "FLOOR", "FORMS", "TOLERANCE", "fingerprint", "folders", "measure", "seal"]

FLOOR = Path(__file__).resolve().parents[1] / "floor.json"
FORMS = ("html", "dump", "flattened")
FIGURES = ("precision", "recall", "f", "f95", "title", "date", "date_wrong", "source", "authors", "editors")
"""Of these ``date_wrong`` is the better the lower."""
TOLERANCE = 0.002
_SCORER = SHARED / "eval" / "evaluate.py"
_FLAT = str.maketrans("，：；？！（）％　", ",:;?!()% ")
"""The punctuation of the founding dumps, as the scorer flattens it."""


def folders() -> list[Path]:
    """The labelled pages; none where they are not beside the repository."""
    return sorted(path.parent for path in (SHARED / "pages").glob("*/page.html")) if _SCORER.exists() else []


def fingerprint() -> str:
    """SHA-256 over pages, labels and scorer: figures of another set are not comparable."""
    digest = hashlib.sha256(_SCORER.read_bytes())
    for folder in folders():
        for name in ("page.html", "dump.txt", "meta.json"):
            digest.update(f"{folder.name}/{name}\n".encode())
            digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def seal(floor: dict[str, Any]) -> str:
    """SHA-256 over all else that the file says, so that a figure changed by hand shows."""
    rest = {key: value for key, value in floor.items() if key != "seal"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@cache
def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("_floor_scorer", _SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # The script silences warnings and logging for its own process; ours keeps its settings.
    before = logging.root.manager.disable
    with warnings.catch_warnings():
        spec.loader.exec_module(module)
    logging.disable(before)
    return module


def _parse(folder: Path, form: str, url: str | None) -> policytext.Document:
    if form == "html":
        return policytext.parse((folder / "page.html").read_bytes(), url=url)
    text = (folder / "dump.txt").read_text(encoding="utf-8")
    return policytext.parse(text.translate(_FLAT) if form == "flattened" else text, url=url)


@cache
def measure(form: str) -> dict[str, float]:
    """The figures of one form of the pages, as the scorer's table has them."""
    scorer = _scorer()
    means: dict[str, list[float]] = {name: [] for name in FIGURES}
    names: dict[str, list[tuple[int, int, int]]] = {"authors": [], "editors": []}
    for folder in folders():
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        doc = _parse(folder, form, meta.get("url"))
        if meta.get("gold_text"):
            precision, recall, f = scorer.prf(doc.text, meta["gold_text"])
            for name, value in (("precision", precision), ("recall", recall), ("f", f), ("f95", f >= 0.95)):
                means[name].append(value)
        wanted = scorer.day(meta.get("gold_date"))
        if wanted:
            got = scorer.day(doc.published and doc.published.isoformat())
            means["date"].append(got == wanted)
            means["date_wrong"].append(got not in (None, wanted))
        for name, value in (("title", doc.title), ("source", doc.origin)):
            if meta.get(f"gold_{name}"):
                means[name].append(scorer.fold(value or "") == scorer.fold(meta[f"gold_{name}"]))
        for name, people in (("authors", doc.authors), ("editors", doc.editors)):
            if f"gold_{name}" in meta:
                found, gold = {scorer.fold(x) for x in people}, {scorer.fold(x) for x in meta[f"gold_{name}"]}
                names[name].append((len(found & gold), len(found), len(gold)))
    figures = {name: sum(values) / len(values) for name, values in means.items() if values}
    for name, counts in names.items():
        hit, given, true = (sum(column) for column in zip(*counts, strict=True))
        figures[name] = 2 * hit / (given + true)
    return {name: round(figures[name], 4) for name in FIGURES}
