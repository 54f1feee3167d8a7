"""Law 7: same input, same output, in any order, in threads and processes; nothing outside is touched.

Each case is a fresh interpreter with warnings as errors; all must print the same digest of the same work.
"""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

CHILD = Path(__file__).with_name("purity_child.py")


USUAL, THOROUGH = 18, 3
"""One job in so many is compared."""


@pytest.fixture(name="digest")
def _digest(request: pytest.FixtureRequest) -> Callable[..., str]:
    """What the child of a mode prints, in the usual run or the thorough one."""
    return partial(_run, THOROUGH if request.config.getoption("--thorough") else USUAL)


@cache
def _run(step: int, mode: str, seed: str = "0") -> str:
    """What the child prints; its standard error must stay empty."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "STEP": str(step),
        "PYTHONWARNINGS": "error",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, str(CHILD), mode],
        capture_output=True,
        text=True,
        env=environment,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stderr == ""
    assert len(done.stdout.split()) == 1, "the library printed something"
    return done.stdout.strip()


def test_after_the_first_call_nothing_outside_is_touched(digest: Callable[..., str]) -> None:
    """An audit hook hears no file, socket, process or import, and the interpreter's settings are as they were."""
    assert digest("audited")


def test_neither_order_nor_hash_seed_matters(digest: Callable[..., str]) -> None:
    """The same work done backwards, and with texts hashed otherwise, gives the same: no call leaves a trace in the next, no result hangs on the order of a set."""
    assert digest("backwards", "1") == digest("audited")


def test_eight_threads_are_as_one(digest: Callable[..., str]) -> None:
    """Eight threads that race for the first call, and for every other, get what one gets."""
    assert digest("threads", "4294967295") == digest("audited")


@pytest.mark.parametrize(
    "ways",
    [
        "spawned",
        pytest.param("forked", marks=pytest.mark.skipif(sys.platform == "win32", reason="no fork")),
    ],
)
def test_processes_are_as_one(ways: str, digest: Callable[..., str]) -> None:
    """A process pool gets what one process gets, spawned cold, forked from a server or a warm parent; so does a child forked while threads parse."""
    assert digest(ways) == digest("audited")


def test_importing_loads_no_table() -> None:
    """`import policytext` opens no data file: the dictionaries are read by the first call that needs them."""
    code = (
        "import sys, lxml.etree, attrs\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        "import policytext\n"
        "print([name for name in opened if not name.endswith(('.py', '.pyc', '.so')) and '.pyc.' not in name])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == "[]"


def test_inputs_are_left_alone() -> None:
    """A bytearray or memoryview that goes in is not changed and not kept."""
    import policytext

    raw = bytearray("关于开展春季植树的通知\n各村要在三月底前完成补植，并做好管护。\n".encode())
    before = bytes(raw)
    doc = policytext.parse(raw)  # type: ignore[arg-type]
    assert raw == before
    raw[:] = b"x" * len(raw)
    assert doc == policytext.parse(before)
    assert copy.deepcopy(doc) == pickle.loads(pickle.dumps(doc)) == doc  # noqa: S301
