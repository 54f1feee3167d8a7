"""What is told on standard error: how far a run is, how fast, what failed; and a summary at its end."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from policytext.cli.report import total_audit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from policytext.cli.inputs import Input
    from policytext.cli.work import Result

__all__ = ["Progress"]

_SECONDS = 0.5
"""Between two updates of the line on a terminal."""
_SECONDS_OF_LOG = 60
"""The same where it is no terminal: a log file keeps every state of a line that is written over."""


class Progress:
    """Counts results, and tells of them. Without tqdm (``policytext[cli]``) there is no line that moves; all else is the same."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.begun = time.monotonic()
        self.pages = self.skipped = 0
        self.errors: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.rules: dict[str, tuple[int, int, int]] = {}
        self._bar: Any = None

    def begin(self) -> None:
        """Begin to tell; a run of one page has no progress."""
        if self.quiet:
            return
        try:
            from tqdm import tqdm  # noqa: PLC0415 - an extra
        except ImportError:
            return
        # No monitor thread: the pool forks.
        tqdm.monitor_interval = 0
        self._bar = tqdm(
            unit=" pages",
            file=sys.stderr,
            mininterval=_SECONDS if sys.stderr.isatty() else _SECONDS_OF_LOG,
            delay=_SECONDS,
            leave=False,
            dynamic_ncols=True,
        )

    def skipping(self, inputs: Iterable[Input], done: Callable[[str], bool]) -> Iterator[Input]:
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
                self._say(f"policytext: {result.location}: {result.error[1]} [{result.error[0]}]")
            if self._bar is not None:
                self._bar.set_postfix(errors=self.errors.total(), refresh=False)
        elif result.kind:
            self.kinds[result.kind] += 1
        for rule, (count, size) in (result.audit or {}).items():
            pages, counts, sizes = self.rules.get(rule, (0, 0, 0))
            self.rules[rule] = pages + 1, counts + count, sizes + size
        if self._bar is not None:
            self._bar.update()

    def _say(self, line: str) -> None:
        if self._bar is not None and sys.stderr.isatty():
            # Above the line that moves.
            self._bar.write(line, file=sys.stderr)
        else:
            print(line, file=sys.stderr)

    def end(self) -> None:
        """The summary; none for a single page that went well."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        if self.quiet or (self.pages <= 1 and not self.errors and not self.skipped):
            return
        seconds = time.monotonic() - self.begun
        rate = self.pages / max(seconds, 1e-9)
        print(f"{self.pages:,} pages in {seconds:,.1f} s, {rate:,.0f} a second", file=sys.stderr)
        for name, counts in (("kinds", self.kinds), ("errors", self.errors)):
            if counts:
                rows = ", ".join(f"{key} {count:,}" for key, count in counts.most_common())
                print(f"{name}: {rows}", file=sys.stderr)
        if self.skipped:
            print(f"skipped: {self.skipped:,} that were there", file=sys.stderr)
        for line in total_audit(self.rules) if self.pages > 1 else ():
            print(line, file=sys.stderr)
