"""The run: inputs to workers, results to the output, progress and a summary to standard error."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from policytext.cli.inputs import Input, find_inputs
from policytext.cli.options import Options, read_options
from policytext.cli.outputs import open_output, write_whole
from policytext.cli.pool import read_pages
from policytext.cli.progress import Progress
from policytext.cli.work import Worker
from policytext.errors import PolicytextError, UsageError
from policytext.learning import learn
from policytext.parsing import Parser
from policytext.rules import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["main"]


class _Terminated(KeyboardInterrupt):
    """The system asks the run to end, as Ctrl-C does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code (see ``policytext --help``)."""
    options = read_options(arguments)
    progress = Progress(quiet=options.quiet)
    try:
        with _told_to_end():
            return _learn(options) if options.learn else _run(options, progress)
    except PolicytextError as error:
        print(f"policytext: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # `policytext … | head` has read enough: no error.
        _forget_output()
        return 0
    except OSError as error:
        # Inputs that cannot be read are results, so what is left are outputs.
        progress.end()
        name = error.filename or options.output or "standard output"
        print(f"policytext: {name}: {error.strerror or error} [unwritable]", file=sys.stderr)
        _forget_output()
        return 3
    except KeyboardInterrupt as stop:
        progress.end()
        print("policytext: interrupted", file=sys.stderr)
        return 143 if isinstance(stop, _Terminated) else 130


@contextmanager
def _told_to_end() -> Iterator[None]:
    """Take the system's request to end for an interruption: what is written stays to be resumed, and no process is left behind."""

    def end(*_: object) -> None:
        raise _Terminated

    # Only there Python lets handlers be set.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _forget_output() -> None:
    """Let what waits for standard output go: Python writes it out at its end, and would complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(options: Options, progress: Progress) -> int:
    worker = _worker(options)
    inputs = _inputs(options)
    # Two are enough to know whether there are several; the rest of a corpus is not looked up before it is read.
    first = list(islice(inputs, 2))
    if not first:
        raise UsageError("no_input", "there is no page in what was named")
    many = len(first) > 1
    if many and options.url:
        raise UsageError("wrong_call", "--url is the address of one page; several are named")
    output = open_output(options, many=many)
    waiting: Iterable[Input] = chain(first, inputs)
    if options.resume:
        waiting = progress.skipping(waiting, output.done)
    if many:
        progress.begin()
    finished = False
    try:
        for result in read_pages(worker, waiting, options.jobs):
            output.write(result)
            progress.count(result)
        finished = True
    finally:
        # Interrupted or broken: what is written stays under its working name, for --resume.
        output.close(finished=finished)
    progress.end()
    return 1 if progress.errors else 0


def _inputs(options: Options) -> Iterator[Input]:
    return find_inputs(
        options.inputs, column=options.column, url_column=options.url_column, output=options.output
    )


def _learn(options: Options) -> int:
    """Learn a source from the pages, and write it as JSON."""
    pages: list[bytes | str] = []
    urls: list[str | None] = []
    unread = 0
    for page in _inputs(options):
        try:
            content = page.content.read_bytes() if isinstance(page.content, Path) else page.content
        except OSError as error:
            content = None
            page = evolve(page, error=str(error))  # noqa: PLW2901 - the same page, with its error
        if content is None:
            unread += 1
            print(f"policytext: {page.location}: {page.error} [unreadable]", file=sys.stderr)
            continue
        pages.append(content)
        urls.append(page.url)
    source = learn(pages, key=str(options.learn), urls=urls)
    text = json.dumps(source.to_dict(), ensure_ascii=False, indent=1) + "\n"
    if options.output:
        write_whole(Path(options.output), text)
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))
    if not options.quiet:
        print(f"learned {len(source.rules)} rules from {len(pages):,} pages", file=sys.stderr)
    return 1 if unread else 0


def _worker(options: Options) -> Worker:
    if options.explain:
        # Told once and at the start, not once a page.
        Parser().parse("").field(options.explain)
    if options.encoding:
        Parser().parse(b"", encoding=options.encoding)
    files = [name for name in options.source if name.lower().endswith((".toml", ".json"))]
    keys = [name for name in options.source if name not in files]
    if len(keys) > 1:
        raise UsageError("wrong_call", "--source names one key; several are given")
    sources = tuple(source for name in files for source in _sources(Path(name)))
    script: Any = options.script
    keep: Any = options.keep
    parser = Parser(sources=sources, script=script, keep=keep)
    if keys:
        # An unknown key fails here, not on every page.
        parser.parse("", source=keys[0])
    return Worker(parser, options, keys[0] if keys else None)


def _sources(path: Path) -> list[Source]:
    """The sources of a file: one, or a list under ``sources``."""
    try:
        if path.suffix.lower() == ".json":
            data = json.loads(path.read_text(encoding="utf-8"))
        else:
            data = _toml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError("no_input", f"{path}: {error.strerror or error}") from None
    except ValueError as error:
        raise UsageError("bad_source", f"{path}: {error}") from None
    try:
        return [Source.from_dict(item) for item in data.get("sources", [data])]
    except AttributeError:
        raise UsageError(
            "bad_source", f"{path}: a source is a table, or a list of tables under 'sources'"
        ) from None


def _toml(text: str) -> Any:
    try:
        import tomllib  # noqa: PLC0415 - from Python 3.11 on
    except ImportError:
        raise UsageError(
            "missing_extra", "TOML needs Python 3.11 or later; write the source as JSON"
        ) from None
    return tomllib.loads(text)
