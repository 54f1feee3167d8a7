"""Processes that read pages: order, pages that end a process, and what becomes of the processes when the run ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from policytext.cli.inputs import Input
from policytext.cli.pool import read_pages
from support.cases import ROOT
from support.deadly import DEADLY, DeadlyReader

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and process groups of POSIX")


@pytest.mark.parametrize("deadly", [(), (0,), (21,), (3, 4, 39), tuple(range(16))])
def test_a_page_that_ends_its_process_costs_itself_only(deadly: tuple[int, ...]) -> None:
    """Every page has one result, in order; the deadly ones are errors, those beside them are read."""
    pages = [Input(str(number), DEADLY if number in deadly else "") for number in range(40)]
    found = list(read_pages(DeadlyReader(), iter(pages), 2))
    assert [result.location for result in found] == [page.location for page in pages]
    assert [int(result.location) for result in found if result.error] == list(deadly)


@pytest.mark.parametrize(
    ("sent", "whole_group", "code"),
    [(signal.SIGINT, True, 130), (signal.SIGTERM, False, 143), (signal.SIGKILL, False, -9)],
)
def test_no_process_is_left_behind(
    tmp_path: Path, sent: signal.Signals, whole_group: bool, code: int
) -> None:
    """However the run is ended, its processes end with it, and what was written can be gone on with."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3_000):
        (pages / f"{number:04}.txt").write_text(
            "青禾市部署防汛\n会议要求加强巡查值守，确保安全。\n" * 20, encoding="utf-8"
        )
    out = tmp_path / "corpus.jsonl"
    with subprocess.Popen(
        [sys.executable, "-m", "policytext", str(pages), "-o", str(out), "-j", "2", "-q"],
        start_new_session=True, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        # A shell's background job ignores Ctrl-C, and so would this one if the tests run in one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as run:  # fmt: skip
        partial = tmp_path / "corpus.jsonl.partial"
        while not (partial.exists() and partial.stat().st_size) and run.poll() is None:
            time.sleep(0.05)
        (os.killpg if whole_group else os.kill)(run.pid, sent)
        # Ends when nobody holds it open any more, the processes of the run included.
        _, told = run.communicate(timeout=60)
        assert run.returncode == code
    assert b"Traceback" not in told
    assert partial.exists()
    assert not out.exists()
