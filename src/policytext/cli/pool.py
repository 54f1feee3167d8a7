"""Processes that read pages. Results come in the order of the inputs, whatever single pages do to a process."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import connection, parent_process
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policytext.cli.inputs import Input
    from policytext.cli.work import Result

__all__ = ["Reader", "read_pages"]

_CHUNK = 8
"""Pages of one task: so few that progress is steady, so many that sending them costs nothing beside reading them."""
_AHEAD = 4
"""Tasks a process has waiting. Inputs are read no further ahead, so a corpus never stands in memory."""


class Reader(Protocol):
    """What reads a page: `policytext.cli.work.Worker`. It goes to the processes as it is."""

    def __call__(self, page: Input) -> Result:
        """Read a page; whatever is wrong with it, there is a result."""
        raise NotImplementedError

    def failed(self, page: Input, code: str, message: str) -> Result:
        """The result of a page that gave none."""
        raise NotImplementedError


def read_pages(reader: Reader, inputs: Iterable[Input], jobs: int) -> Iterator[Result]:
    """The results of the inputs, in their order.

    A process that dies over a page (the system ended it for its memory, say) costs that page only: what was under way is read again,
    each page in a process of its own, and the page that no process survives is a result with the error ``crashed``.
    """
    if jobs == 1:
        yield from map(reader, inputs)
        return
    tasks = _Tasks(reader, inputs)
    while not tasks.ended:
        with _pool(jobs) as pool:
            try:
                yield from tasks.run(pool, jobs * _AHEAD)
            except BrokenProcessPool:
                pass
            finally:
                tasks.cancel()
        yield from tasks.left()


class _Tasks:
    """What waits, what is under way, and what a broken pool left."""

    def __init__(self, reader: Reader, inputs: Iterable[Input]) -> None:
        self.reader = reader
        self.ended = False
        self._rest = iter(inputs)
        # A task that is taken up as the pool breaks has no future.
        self._chunks: deque[list[Input]] = deque()
        self._futures: deque[Future[list[Result]]] = deque()

    def run(self, pool: ProcessPoolExecutor, ahead: int) -> Iterator[Result]:
        """Read all that is left, so many tasks at a time."""
        while True:
            while len(self._futures) < ahead and (chunk := list(islice(self._rest, _CHUNK))):
                self._chunks.append(chunk)
                self._futures.append(pool.submit(_read_chunk, self.reader, chunk))
            if not self._futures:
                break
            # The oldest is waited for first: results come in order, however long single pages take.
            results = self._futures[0].result()
            self._chunks.popleft()
            self._futures.popleft()
            yield from results
        self.ended = True

    def cancel(self) -> None:
        """Begin nothing more."""
        for future in self._futures:
            future.cancel()

    def left(self) -> Iterator[Result]:
        """Results of what was under way as the pool broke: of tasks that were done, and of the others page by page."""
        while self._chunks:
            chunk = self._chunks.popleft()
            future = self._futures.popleft() if self._futures else None
            done = future is not None and not future.cancelled() and future.exception() is None
            yield from future.result() if future is not None and done else _read_alone(self.reader, chunk)


def _read_chunk(reader: Reader, pages: list[Input]) -> list[Result]:
    return [reader(page) for page in pages]


def _read_alone(reader: Reader, pages: list[Input]) -> Iterator[Result]:
    """Read pages one by one in a process that is made anew when one of them has ended it."""
    rest = deque(pages)
    while rest:
        with _pool(1) as pool:
            try:
                while rest:
                    result = pool.submit(reader, rest[0]).result()
                    rest.popleft()
                    yield result
            except BrokenProcessPool:
                yield reader.failed(
                    rest.popleft(),
                    "crashed",
                    "the process that read the page was ended, most likely for its memory",
                )


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_begin)


def _begin() -> None:
    """Ctrl-C reaches all processes of a terminal, but it is the first one's to answer; what ends that one ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        # A process that waits for work does not see that nobody is left to give it.
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
