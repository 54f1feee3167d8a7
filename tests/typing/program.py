"""A user's whole program, for mypy --strict and pyright: an own source, pages in, rows and an audit out. Never run."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import policytext
from policytext import Parser, Source
from policytext.rules import field_line, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from policytext import Document, Removal, Span
    from policytext.models import DateValue, Field

QINGHE = Source(
    key="qinghe",
    name="青禾在线",
    hosts=("qinghe.example",),
    rules=(
        line("qinghe/slogan", r"\[青禾在线.{2,20}\]", keys=("青禾在线",), place="tail"),
        field_line(
            "qinghe/byline", r"青禾眼·(?P<author>.{2,4})·(?P<published>\d{4}-\d\d-\d\d)", keys=("青禾眼",)
        ),
    ),
)
PARSER = Parser(sources=(QINGHE,), script="hans")


def row(path: Path) -> dict[str, str | int | None]:
    """One page as plain values; what is no text becomes a row with its error."""
    try:
        doc: Document = PARSER.parse(path.read_bytes(), url=f"http://qinghe.example/{path.name}")
    except policytext.PolicytextError as error:
        return {"path": str(path), "error": error.code}
    when: DateValue | None = max((date for date in (doc.published, doc.modified) if date), default=None)
    title: Field[str] | None = doc.field("title")
    published: Field[DateValue] | None = doc.field("published")
    authors: Field[tuple[str, ...]] | None = doc.field("authors")
    place: Span | None = title.span if title else None
    return {
        "path": str(path),
        "kind": doc.kind,
        "title": title.value if title else None,
        "date": when.isoformat() if when else None,
        "rule": published.rule if published else None,
        "authors": "、".join(authors.value) if authors else None,
        "at": place.start if place else None,
        "text": doc.text,
    }


def rows(paths: Iterable[Path]) -> Iterator[dict[str, str | int | None]]:
    """All pages, over all cores."""
    with ProcessPoolExecutor() as pool:
        yield from pool.map(row, paths, chunksize=16)


def audit(documents: Iterable[Document]) -> list[tuple[str, int, Removal]]:
    """Per rule: how many code points it removed in all, and the longest removal."""
    sizes: Counter[str] = Counter()
    longest: dict[str, Removal] = {}
    for doc in documents:
        sizes.update({rule: count.characters for rule, count in doc.audit().items()})
        for item in doc.removed:
            longest[item.rule] = max(item, longest.get(item.rule, item), key=lambda found: len(found.text))
    return [(rule, size, longest[rule]) for rule, size in sizes.most_common()]


def problems() -> list[str]:
    """What of the own source does not work, in words."""
    return [str(problem) for problem in policytext.check_source(QINGHE)]
