"""Where pages come from: files, folders, globs, standard input, and files that hold many pages.

What cannot be opened or is broken is an input with an error, so that it becomes a record and never ends a run.
"""

from __future__ import annotations

import glob
import gzip
import json
import os
import sys
import zlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from attrs import frozen

from policytext.errors import UsageError

__all__ = ["Input", "find_inputs"]

# In this order: of a corpus that has both, the markup tells more than the text made of it.
_COLUMNS = ("html", "content", "page", "text", "body")
_MANY = (".warc", ".warc.gz", ".warc.wet", ".warc.wet.gz", ".jsonl", ".jsonl.gz", ".parquet")


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


class _Row(NamedTuple):
    """A page among many in a file."""

    content: bytes | str | None
    url: str | None = None
    error: str | None = None


def find_inputs(
    names: tuple[str, ...],
    *,
    column: str | None = None,
    url_column: str = "url",
    output: str | None = None,
) -> Iterator[Input]:
    """The pages of these inputs, in order; files of a folder sorted, hidden ones left out.

    Args:
        names: Files, folders, globs, ``-``.
        column: The column of the page, in files of rows.
        url_column: The column of its address.
        output: Where results go. What a run has written into a folder of pages is not a page of it.

    Raises:
        UsageError: ``no_input``: a name is neither a file nor a folder nor matches one; ``wrong_call``: a file is input and output;
            ``no_column``: files of rows have no such column; ``missing_extra``.
    """
    written = _Written(output)
    begun = False
    for name in names:
        if name == "-":
            yield Input("-", sys.stdin.buffer.read())
            begun = True
            continue
        for path, error in _paths(name, written):
            if error is not None:
                yield Input(str(path), None, error=error)
            elif path.name.lower().endswith(_MANY):
                yield from _many(path, column, url_column, begun=begun)
            else:
                yield Input(str(path), path)
            begun = True


class _Written:
    """What the run writes, or an earlier one with the same output wrote."""

    def __init__(self, output: str | None) -> None:
        self._output = Path(os.path.abspath(output)) if output else None  # noqa: PTH100 - links stay as they are named

    def refuse(self, path: Path) -> None:
        """Nobody means to write over the page that is read."""
        if (
            self._output is not None
            and path.is_file()
            and self._output.exists()
            and path.samefile(self._output)
        ):
            raise UsageError("wrong_call", f"{path} is input and output")

    def holds(self, path: Path, folder: Path) -> bool:
        """Whether a file of a folder of pages is none of them but was written."""
        if self._output is None:
            return False
        path, folder = Path(os.path.abspath(path)), Path(os.path.abspath(folder))  # noqa: PTH100
        if path in (self._output, self._output.with_name(f"{self._output.name}.partial")):
            return True
        # An output folder within the pages; where it is theirs, or around them, all of them stand in it.
        return (
            self._output.is_relative_to(folder)
            and self._output != folder
            and path.is_relative_to(self._output)
        )


def _paths(name: str, written: _Written) -> list[tuple[Path, str | None]]:
    """Files of a name, each with what is wrong with it."""
    path = Path(name)
    if path.is_dir():
        return sorted(_files_below(path, written), key=lambda found: found[0])
    if path.exists():
        written.refuse(path)
        return [(path, None)]
    found = sorted(Path(item) for item in glob.glob(name, recursive=True) if Path(item).is_file())  # noqa: PTH207 - an absolute pattern is none of Path.glob's
    if not found:
        raise UsageError("no_input", f"{name}: there is no such file or folder, and nothing matches it")
    return [(item, None) for item in found if not written.holds(item, Path())]


def _files_below(folder: Path, written: _Written) -> Iterator[tuple[Path, str | None]]:
    """The files of a folder, and the folders that cannot be looked into: what they hold is missed, and that must be said."""
    shut: list[tuple[Path, str | None]] = []

    def note(error: OSError) -> None:
        shut.append((Path(str(error.filename)), f"{type(error).__name__}: {error.strerror}"))

    for place, folders, files in os.walk(folder, onerror=note):
        # Hidden ones are those of editors and systems.
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            # A link to nowhere is a page that is missed; a socket or a pipe is no page.
            if (
                not name.startswith(".")
                and (path.is_file() or path.is_symlink())
                and not written.holds(path, folder)
            ):
                yield path, None
    yield from shut


def _many(path: Path, column: str | None, url_column: str, *, begun: bool) -> Iterator[Input]:
    """The pages of a file of many.

    Args:
        path: The file.
        column: See `find_inputs`.
        url_column: See `find_inputs`.
        begun: Whether there were pages before: a file without the column is then one bad file among others.
    """
    name = path.name.lower()
    read = _warc if ".warc" in name else _parquet if name.endswith(".parquet") else _lines
    number = 0
    try:
        for number, row in enumerate(read(path, column, url_column), 1):
            yield Input(f"{path}#{number}", *row)
    except UsageError as error:
        # A missing extra or column is the caller's to mend: it would be the same error for every row. A broken file becomes a record.
        if error.code != "no_column" or not begun:
            raise
        yield Input(f"{path}#1", None, error=error.message)
    except (OSError, ValueError, EOFError, zlib.error) as error:
        yield Input(f"{path}#{number + 1}", None, error=f"{type(error).__name__}: {error}")


def _warc(path: Path, _column: str | None, _url_column: str) -> Iterator[_Row]:
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        raise UsageError("missing_extra", "WARC files need: pip install policytext[cli]") from None
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream):
                # Archives hold requests, images and robots.txt beside the pages. What was fetched bears HTTP's headers; a page that was
                # stored as it is, or made into text, has the archive's own only.
                fetched = record.rec_type == "response"
                if not fetched and record.rec_type not in ("resource", "conversion"):
                    continue
                headers = record.http_headers if fetched else record.rec_headers
                kind = (headers.get_header("Content-Type", "") if headers else "").lower()
                if "html" in kind or "text/plain" in kind or not kind:
                    yield _Row(
                        record.content_stream().read(), record.rec_headers.get_header("WARC-Target-URI")
                    )
        except ArchiveLoadFailed as error:
            raise ValueError(str(error)) from None


def _lines(path: Path, column: str | None, url_column: str) -> Iterator[_Row]:
    opener = gzip.open if path.suffix.lower() == ".gz" else open
    known = False
    with opener(path, "rb") as stream:
        for line in stream:
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                yield _Row(None, error=f"{type(error).__name__}: {error}")
                continue
            # Told for the first row; a later one without a page is a bad page and ends nothing.
            known = known or _column_of(row if isinstance(row, Mapping) else {}, column)
            yield _row(row, column, url_column)


def _parquet(path: Path, column: str | None, url_column: str) -> Iterator[_Row]:
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError("missing_extra", "Parquet files need: pip install policytext[cli]") from None
    with pq.ParquetFile(path) as file:
        held = file.schema_arrow.names
        _column_of(held, column)
        # Only these columns are read from the disk: a corpus has others, of screenshots for one.
        names = [name for name in (*_columns(column), url_column) if name in held]
        for batch in file.iter_batches(batch_size=256, columns=names):
            for row in batch.to_pylist():
                yield _row(row, column, url_column)


def _columns(column: str | None) -> tuple[str, ...]:
    return (column,) if column else _COLUMNS


def _column_of(held: Collection[str], column: str | None) -> bool:
    """Whether rows hold a page; ``True``, or an error that the caller has to see."""
    if any(name in held for name in _columns(column)):
        return True
    raise UsageError(
        "no_column", f"no column {' or '.join(_columns(column))}; name the one of the page with --column"
    )


def _row(row: Any, column: str | None, url_column: str) -> _Row:
    if not isinstance(row, Mapping):
        return _Row(None, error="the row is not an object")
    url = row.get(url_column)
    url = url if isinstance(url, str) and url else None
    for name in _columns(column):
        if isinstance(row.get(name), str | bytes):
            return _Row(row[name], url)
    return _Row(None, url, f"no page in column {' or '.join(_columns(column))}")
