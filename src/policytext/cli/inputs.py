"""Where pages come from: files, folders, globs, standard input, and files that hold many pages.

What cannot be opened or is broken is an input with an error, so that it becomes a record and never ends a run.
"""

from __future__ import annotations

import glob
import gzip
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from policytext.errors import UsageError

__all__ = ["Input", "find_inputs"]

# In this order: of a corpus that has both, the markup tells more than the text made of it.
_COLUMNS = ("html", "content", "page", "text", "body")
_MANY = (".warc", ".warc.gz", ".jsonl", ".jsonl.gz", ".parquet")


@frozen
class Input:
    """A page to be read.

    Attributes:
        location: What the page is called in records and messages: a path, with ``#N`` of the N-th page in it.
        content: The page; a path of which it is to be read by whoever reads the page; ``None`` with an error.
        url: Its address, where that is known.
        error: Why there is no content.
    """

    location: str
    content: bytes | str | Path | None
    url: str | None = None
    error: str | None = None


def find_inputs(
    names: tuple[str, ...], *, column: str | None = None, url_column: str = "url"
) -> Iterator[Input]:
    """The pages of these inputs, in order; files of a folder sorted, hidden ones left out.

    Raises:
        UsageError: ``no_input``: a name is neither a file nor a folder nor matches one.
    """
    for name in names:
        if name == "-":
            yield Input("-", sys.stdin.buffer.read())
            continue
        for path in _paths(name):
            if path.name.lower().endswith(_MANY):
                yield from _many(path, column, url_column)
            else:
                yield Input(str(path), path)


def _paths(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        # Sorted: a run over a folder gives the same file on every machine. Hidden ones are those of editors and systems.
        inside = (item for item in path.rglob("*") if item.is_file())
        return sorted(
            item for item in inside if not any(part.startswith(".") for part in item.relative_to(path).parts)
        )
    if path.exists():
        return [path]
    found = sorted(Path(item) for item in glob.glob(name, recursive=True) if Path(item).is_file())  # noqa: PTH207 - an absolute pattern is none of Path.glob's
    if not found:
        raise UsageError("no_input", f"{name}: there is no such file or folder, and nothing matches it")
    return found


def _many(path: Path, column: str | None, url_column: str) -> Iterator[Input]:
    read = (
        _warc if ".warc" in path.name.lower() else _parquet if path.suffix.lower() == ".parquet" else _lines
    )
    number = 0
    try:
        for number, (row, url) in enumerate(read(path, column, url_column), 1):
            yield Input(f"{path}#{number}", row, url)
    except UsageError:
        # A missing extra or column is the caller's to mend: it would be the same error for every row. A broken file becomes a record.
        raise
    except (OSError, ValueError, EOFError) as error:
        yield Input(f"{path}#{number + 1}", None, error=f"{type(error).__name__}: {error}")


def _warc(path: Path, _column: str | None, _url_column: str) -> Iterator[tuple[bytes, str | None]]:
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        raise UsageError("missing_extra", "WARC files need: pip install policytext[cli]") from None
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream):
                # Archives hold requests, images and robots.txt beside the pages.
                kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
                if record.rec_type == "response" and ("html" in kind or "text/plain" in kind or not kind):
                    yield record.content_stream().read(), record.rec_headers.get_header("WARC-Target-URI")
        except ArchiveLoadFailed as error:
            raise ValueError(str(error)) from None


def _lines(path: Path, column: str | None, url_column: str) -> Iterator[tuple[str, str | None]]:
    opener = gzip.open if path.suffix.lower() == ".gz" else open
    with opener(path, "rb") as stream:
        for line in stream:
            if line.strip():
                yield _row(json.loads(line), column, url_column)


def _parquet(path: Path, column: str | None, url_column: str) -> Iterator[tuple[Any, str | None]]:
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError("missing_extra", "Parquet files need: pip install policytext[cli]") from None
    file = pq.ParquetFile(path)
    # Only these columns are read from the disk: a corpus has others, of screenshots for one.
    names = [
        name
        for name in (column, url_column, *(() if column else _COLUMNS))
        if name in file.schema_arrow.names
    ]
    for batch in file.iter_batches(batch_size=256, columns=names):
        for row in batch.to_pylist():
            yield _row(row, column, url_column)


def _row(row: Any, column: str | None, url_column: str) -> tuple[Any, str | None]:
    if isinstance(row, Mapping):
        wanted = (column,) if column else _COLUMNS
        name = next((name for name in wanted if isinstance(row.get(name), str | bytes)), None)
        if name is not None:
            url = row.get(url_column)
            return row[name], url if isinstance(url, str) and url else None
    raise UsageError(
        "no_column",
        f"no column {' or '.join((column,) if column else _COLUMNS)} holds a page; name it with --column",
    )
