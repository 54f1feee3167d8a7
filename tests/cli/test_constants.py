"""Each number of the command that shows in what it writes, at its edge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policytext.cli.outputs import _Folder, _Parquet
from policytext.cli.report import audit_report
from support.edges import Edge, at_the_edge, fake

if TYPE_CHECKING:
    from collections.abc import Callable


def whole_name(size: int) -> bool:
    """Whether a file is called as the page, whose name has so many bytes."""
    name = "a" * size
    return _Folder._path(fake(folder=Path("out"), suffix=".md"), name) == Path("out") / f"{name}.md"


def waits(rows: int) -> bool:
    """Whether so many rows wait for more before they are written."""
    written: list[bool] = []
    sheet = fake(rows=[None] * (rows - 1), _flush=lambda: written.append(True))
    _Parquet.write(sheet, fake(record=None))
    return not written


def shown_whole(size: int) -> bool:
    """Whether a removal of so many letters stands in the report as it is."""
    removed = fake(text="a" * size, rule="own/menu")
    doc = fake(
        audit=lambda: {"own/menu": (1, size)}, removed=(removed,), pieces=(), page=fake(text=""), notes=()
    )
    return "…" not in audit_report(doc)


@at_the_edge(
    Edge("outputs._LONGEST_NAME", 220, 221, whole_name),
    Edge("outputs._BATCH", 255, 256, waits),
    Edge("report._WIDTH", 92, 93, shown_whole),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[float], object], last: float, beyond: float) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
