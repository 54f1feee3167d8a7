"""Where results go: standard output, one file, or a folder with one file a page. A file is written whole or not at all.

What is not finished stands under the name with ``.partial`` behind it; the last step gives it its name.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from policytext.errors import UsageError

if TYPE_CHECKING:
    from policytext.cli.options import Options
    from policytext.cli.work import Result

__all__ = ["Output", "open_output", "write_whole"]

_SUFFIX = {"text": ".txt", "md": ".md", "html": ".html", "jsonl": ".jsonl"}
_LONGEST_NAME = 220
"""Bytes of a file's name without its suffix: file systems take 255, a Chinese character has three, ``.jsonl.partial`` fourteen."""
_BATCH = 256
"""Rows of a Parquet batch: columns compress better the more stand together, and these wait in memory."""


class Output(Protocol):
    """Takes results in the order they come."""

    def done(self, location: str) -> bool:
        """Whether an earlier run wrote this page; asked with ``--resume`` only."""
        raise NotImplementedError

    def write(self, result: Result) -> None:
        """Write a result."""

    def close(self, *, finished: bool) -> None:
        """End: give the file its name, or leave what there is to be resumed."""


def open_output(options: Options, *, many: bool) -> Output:
    """The output that the options ask for."""
    if options.output is None:
        return _Stream(sys.stdout.buffer, options.to, named=many)
    path = Path(options.output)
    if path.exists() and not path.is_file() and not path.is_dir():
        # A device or a pipe is written to as it is: under its name no other file must come to stand.
        if options.to == "parquet" or options.resume:
            raise UsageError("wrong_call", f"{path} is no file: Parquet and --resume need one")
        return _Stream(path.open("wb"), options.to, named=many)
    return _open_files(path.resolve() if path.is_symlink() else path, options, many=many)


def _open_files(path: Path, options: Options, *, many: bool) -> Output:
    """A file, or a folder of files."""
    if options.to == "parquet":
        return _Parquet(path)
    if options.to == "jsonl" and not path.is_dir():
        return _Lines(path, resume=options.resume)
    if many or path.is_dir() or str(options.output).endswith(("/", os.sep)):
        return _Folder(path, _SUFFIX[options.to])
    return _File(path)


def write_whole(path: Path, text: str) -> None:
    """Write a file under another name, and give it its own when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = _partial(path)
    try:
        partial.write_text(text, encoding="utf-8", errors="surrogatepass")
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _partial(path: Path) -> Path:
    return path.with_name(path.name + ".partial")


def _line(result: Result) -> str:
    return json.dumps(result.record, ensure_ascii=False) + "\n"


class _Stream:
    def __init__(self, stream: BinaryIO, to: str, *, named: bool) -> None:
        self.stream, self.lines, self.named = stream, to == "jsonl", named

    def done(self, location: str) -> bool:  # noqa: ARG002 - nothing is kept
        return False

    def write(self, result: Result) -> None:
        if self.lines:
            text = _line(result)
        elif result.error:
            return
        else:
            text = f"==> {result.location} <==\n{result.text}\n" if self.named else result.text
        # Always UTF-8, whatever the console's encoding: GBK has not all characters of a page.
        self.stream.write(text.encode("utf-8", "replace"))

    def close(self, *, finished: bool) -> None:  # noqa: ARG002
        try:
            self.stream.flush()
        finally:
            if self.stream is not sys.stdout.buffer:
                # What cannot be written was told by flush; a second error would hide it.
                with suppress(OSError):
                    self.stream.close()


class _File:
    def __init__(self, path: Path) -> None:
        self.path = path

    def done(self, location: str) -> bool:  # noqa: ARG002 - there is one page
        return self.path.exists()

    def write(self, result: Result) -> None:
        if result.error is None:
            write_whole(self.path, result.text)

    def close(self, *, finished: bool) -> None:
        pass


class _Folder:
    def __init__(self, folder: Path, suffix: str) -> None:
        self.folder, self.suffix = folder, suffix
        folder.mkdir(parents=True, exist_ok=True)

    def _path(self, location: str) -> Path:
        # No part may lead out of the folder, whatever an archive calls its pages.
        parts = [part for part in re.split(r"[\\/]+", location) if part not in ("", ".", "..")]
        safe = [re.sub(r'[<>:"|?*\x00-\x1f]', "_", part) for part in parts]
        name = safe[-1] if safe else "page"
        # The digest keeps two names apart that begin alike.
        raw = name.encode("utf-8", "replace")
        if len(raw) > _LONGEST_NAME:
            digest = hashlib.sha256(location.encode("utf-8", "surrogatepass")).hexdigest()[:12]
            name = raw[: _LONGEST_NAME - len(digest)].decode("utf-8", "ignore") + digest
        return self.folder.joinpath(*safe[:-1], name + self.suffix)

    def done(self, location: str) -> bool:
        return self._path(location).exists()

    def write(self, result: Result) -> None:
        if result.error is None:
            write_whole(self._path(result.location), _line(result) if result.record else result.text)

    def close(self, *, finished: bool) -> None:
        pass


class _Lines:
    def __init__(self, path: Path, *, resume: bool) -> None:
        self.path, self.partial = path, _partial(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.known: set[str] = set()
        if resume:
            self._take_up()
        self.stream = self.partial.open("ab" if resume else "wb")

    def _take_up(self) -> None:
        """Read which pages are there; a line that was cut off in the middle goes."""
        # A run that had ended is gone on with as well: new pages were put into the folder since.
        if not self.partial.exists() and self.path.exists():
            self.partial.write_bytes(self.path.read_bytes())
        if not self.partial.exists():
            return
        whole = 0
        with self.partial.open("rb") as stream:
            for line in stream:
                try:
                    self.known.add(json.loads(line)["location"])
                except (ValueError, KeyError, TypeError):
                    # What stands behind a broken line was written by nobody we know.
                    break
                whole += len(line)
        with self.partial.open("r+b") as stream:
            stream.truncate(whole)

    def done(self, location: str) -> bool:
        return location in self.known

    def write(self, result: Result) -> None:
        self.stream.write(_line(result).encode("utf-8", "replace"))

    def close(self, *, finished: bool) -> None:
        self.stream.close()
        if finished:
            self.partial.replace(self.path)


class _Parquet:
    def __init__(self, path: Path) -> None:
        try:
            import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

            from policytext.arrow import SCHEMA, from_records  # noqa: PLC0415
        except ImportError:
            raise UsageError("missing_extra", "Parquet files need: pip install policytext[cli]") from None
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path, self.partial = path, _partial(path)
        self.batch = from_records
        self.writer: Any = pq.ParquetWriter(self.partial, SCHEMA, compression="zstd")
        self.rows: list[Any] = []

    def done(self, location: str) -> bool:  # noqa: ARG002 - a file of columns cannot be gone on with
        return False

    def write(self, result: Result) -> None:
        self.rows.append(result.record)
        if len(self.rows) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        if self.rows:
            self.writer.write_batch(self.batch(self.rows))
            self.rows.clear()

    def close(self, *, finished: bool) -> None:
        # Without its foot a Parquet file cannot be read, so what is not whole leaves nothing to resume.
        whole = False
        try:
            if finished:
                self._flush()
            self.writer.close()
            whole = finished
        finally:
            if not whole:
                self.partial.unlink(missing_ok=True)
        if whole:
            self.partial.replace(self.path)
