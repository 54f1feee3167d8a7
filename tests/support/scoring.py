"""How a document is scored against the labels of its page: the definitions of the labelled pages' own table.

Body: precision, recall and F over the multisets of character 4-grams, after NFKC and without white space. Title, subtitle and source: equal
after the same folding. Date: the day. Authors and editors: F over sets of names, pooled over the pages. A test holds these functions
against the script of the pages' owners, where it lies beside the repository.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext import Document

__all__ = ["FIGURES", "day", "fold", "kind_of", "prf", "score"]

FIGURES = (
    "precision", "recall", "f", "f95", "title", "subtitle", "date", "date_wrong", "source", "authors", "editors", "kind",
    "no_text",
)  # fmt: skip
"""Of these ``date_wrong`` is the better the lower. ``no_text``: pages without an article that give none."""

# Decoders of GBK disagree on the dash and the middle dot.
_TWINS = str.maketrans("\u2015\u30fb", "\u2014\u00b7")


def fold(text: str) -> str:
    """NFKC, without white space, twin characters as one."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "").translate(_TWINS))


def _grams(text: str, n: int = 4) -> Counter[str]:
    folded = fold(text)
    if not folded:
        return Counter()
    return Counter(folded[at : at + n] for at in range(max(1, len(folded) - n + 1)))


def prf(out: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F of a body against the labelled one."""
    given, true = _grams(out), _grams(gold)
    hit = sum((given & true).values())
    precision = hit / sum(given.values()) if given else 0.0
    recall = hit / sum(true.values()) if true else 0.0
    return precision, recall, (2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def day(value: object) -> dt.date | None:
    """The day that a date or the text of one names, ``None`` where it names none."""
    match = re.search(r"(\d{4})\D{0,3}(\d{1,2})\D{0,3}(\d{1,2})", str(value or ""))
    if not match:
        return None
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        return None


def kind_of(doc: Document) -> str:
    """What the document says its page is; a document of an office is an article, too."""
    return "article" if doc.kind == "official" else doc.kind


def score(pairs: Iterable[tuple[Document, dict[str, Any]]]) -> dict[str, float]:
    """The figures of these documents against their labels, to four places; a figure without a label is left out."""
    means: dict[str, list[float]] = {name: [] for name in FIGURES}
    names: dict[str, list[tuple[int, int, int]]] = {"authors": [], "editors": []}
    for doc, labels in pairs:
        if labels.get("gold_text"):
            precision, recall, f = prf(doc.text, labels["gold_text"])
            for name, value in (("precision", precision), ("recall", recall), ("f", f), ("f95", f >= 0.95)):
                means[name].append(value)
        elif labels.get("gold_text") == "":
            means["no_text"].append(doc.text == "")
        wanted = day(labels.get("gold_date"))
        if wanted:
            got = day(doc.published and doc.published.isoformat())
            means["date"].append(got == wanted)
            means["date_wrong"].append(got not in (None, wanted))
        for name, given in (("title", doc.title), ("source", doc.origin)):
            if labels.get(f"gold_{name}"):
                means[name].append(fold(given or "") == fold(labels[f"gold_{name}"]))
        if "gold_kind" in labels:  # our own pages: every label is there, and what is absent is absent
            means["kind"].append(kind_of(doc) == labels["gold_kind"])
            if labels["gold_text"]:
                means["subtitle"].append(fold(doc.subtitle or "") == fold(labels["gold_subtitle"] or ""))
        for name, people in (("authors", doc.authors), ("editors", doc.editors)):
            if f"gold_{name}" in labels:
                found, gold = {fold(x) for x in people}, {fold(x) for x in labels[f"gold_{name}"] or ()}
                names[name].append((len(found & gold), len(found), len(gold)))
    figures = {name: sum(values) / len(values) for name, values in means.items() if values}
    for name, counts in names.items():
        hit, given_names, true = (
            (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
        )
        if given_names + true:
            figures[name] = 2 * hit / (given_names + true)
    return {name: round(figures[name], 4) for name in FIGURES if name in figures}
