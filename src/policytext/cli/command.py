"""The run: inputs to workers, results to the output, progress and a summary to standard error."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, deque
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from policytext.cli.inputs import Input, find_inputs
from policytext.cli.options import Options, read_options
from policytext.cli.outputs import open_output, write_whole
from policytext.cli.report import total_audit
from policytext.cli.work import Result, Worker
from policytext.errors import PolicytextError, UsageError
from policytext.learning import learn
from policytext.models.fields import FIELD_NAMES
from policytext.parsing import Parser
from policytext.rules import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["main"]

_CHUNK = 8
"""Pages of one task: so few that progress is steady, so many that sending them costs nothing beside reading them."""
_AHEAD = 4
"""Tasks a process has waiting. Inputs are read no further ahead, so a corpus never stands in memory."""
_TICK = 0.5
"""Seconds between two updates of the line that says how far the run is."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code (see ``policytext --help``)."""
    options = read_options(arguments)
    progress = _Progress(quiet=options.quiet)
    try:
        return _learn(options) if options.learn else _run(options, progress)
    except PolicytextError as error:
        print(f"policytext: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # `policytext … | head` has read enough: no error. Python would complain on standard error when it flushes at its end.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        progress.end()
        print("policytext: interrupted", file=sys.stderr)
        return 130


def _run(options: Options, progress: _Progress) -> int:
    worker = _worker(options)
    inputs = find_inputs(options.inputs, column=options.column, url_column=options.url_column)
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
    finished = False
    try:
        for result in _results(worker, waiting, options.jobs):
            output.write(result)
            progress.count(result)
        finished = True
    finally:
        # Interrupted or broken: what is written stays under its working name, for --resume.
        output.close(finished=finished)
    progress.end()
    return 1 if progress.errors else 0


def _learn(options: Options) -> int:
    """Learn a source from the pages, and write it as JSON."""
    pages: list[bytes | str] = []
    urls: list[str | None] = []
    unread = 0
    for page in find_inputs(options.inputs, column=options.column, url_column=options.url_column):
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
    if options.explain and options.explain not in FIELD_NAMES and "." not in options.explain:
        # Told once and at the start, not once a page.
        Parser().parse("").field(options.explain)
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


def _results(worker: Worker, inputs: Iterable[Input], jobs: int) -> Iterator[Result]:
    """Results in the order of the inputs."""
    if jobs == 1:
        yield from map(worker, inputs)
        return
    rest = iter(inputs)
    with ProcessPoolExecutor(jobs) as pool:
        running: deque[Future[list[Result]]] = deque()
        try:
            # The oldest task is waited for first: results come in the order of the inputs, however long single pages take.
            while True:
                while len(running) < jobs * _AHEAD and (chunk := list(islice(rest, _CHUNK))):
                    running.append(pool.submit(_chunk, worker, chunk))
                if not running:
                    break
                yield from running.popleft().result()
        finally:
            for future in running:
                future.cancel()


def _chunk(worker: Worker, inputs: list[Input]) -> list[Result]:
    return [worker(page) for page in inputs]


class _Progress:
    """What is told on standard error: how far, how fast, what failed; and a summary."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        # A log file would keep every state of a line that is written over on a terminal.
        self.live = not quiet and sys.stderr.isatty()
        self.begun = self.told = time.monotonic()
        self.pages = self.skipped = 0
        self.errors: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.rules: dict[str, tuple[int, int, int]] = {}

    def skipping(self, inputs: Iterable[Input], done: Any) -> Iterator[Input]:
        """The inputs that no earlier run wrote."""
        for page in inputs:
            if done(page.location):
                self.skipped += 1
            else:
                yield page

    def count(self, result: Result) -> None:
        """One more page."""
        self.pages += 1
        if result.error:
            self.errors[result.error[0]] += 1
            # Also with -q the first error is shown: exit code 1 without a word would leave one guessing.
            if not self.quiet or self.errors.total() == 1:
                self._clear()
                print(
                    f"policytext: {result.location}: {result.error[1]} [{result.error[0]}]", file=sys.stderr
                )
        elif result.kind:
            self.kinds[result.kind] += 1
        for rule, (count, size) in (result.audit or {}).items():
            pages, counts, sizes = self.rules.get(rule, (0, 0, 0))
            self.rules[rule] = pages + 1, counts + count, sizes + size
        now = time.monotonic()
        if self.live and now - self.told >= _TICK:
            self.told = now
            failed = f", {self.errors.total():,} errors" if self.errors else ""
            print(
                f"\r\x1b[K{self.pages:,} pages, {self._rate(now)}{failed}",
                end="",
                file=sys.stderr,
                flush=True,
            )

    def _rate(self, now: float) -> str:
        return f"{self.pages / max(now - self.begun, 1e-9):,.0f} a second"

    def _clear(self) -> None:
        if self.live:
            print("\r\x1b[K", end="", file=sys.stderr)

    def end(self) -> None:
        """The summary; none for a single page that went well."""
        self._clear()
        if self.quiet or (self.pages <= 1 and not self.errors and not self.skipped):
            return
        now = time.monotonic()
        print(f"{self.pages:,} pages in {now - self.begun:,.1f} s, {self._rate(now)}", file=sys.stderr)
        told = {"kinds": self.kinds, "errors": self.errors}
        for name, counts in told.items():
            if counts:
                rows = ", ".join(f"{key} {count:,}" for key, count in counts.most_common())
                print(f"{name}: {rows}", file=sys.stderr)
        if self.skipped:
            print(f"skipped: {self.skipped:,} that were there", file=sys.stderr)
        for line in total_audit(self.rules) if self.pages > 1 else ():
            print(line, file=sys.stderr)
