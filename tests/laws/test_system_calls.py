"""Law 7 from below: libxml2's own files and sockets raise no audit event, so the system calls themselves are looked at."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from laws.system_calls_child import BEGIN, CANARY, END

CHILD = Path(__file__).with_name("system_calls_child.py")
STRACE = shutil.which("strace")


def traced(log: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command under strace: what concerns files, addresses and processes goes into the log."""
    options = ("-f", "-qq", "-e", "trace=%file,%network,%process", "-e", "signal=none", "-o", str(log))
    return subprocess.run(
        [str(STRACE), *options, *command], capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.skipif(STRACE is None, reason="strace is not installed, so system calls are not looked at here")
def test_parsing_makes_no_call_for_files_addresses_or_processes(tmp_path: Path) -> None:
    """Between the first small calls and the end nothing is opened, connected to or started, and no canary sings."""
    log = tmp_path / "log"
    if traced(log, sys.executable, "-c", "pass").returncode:
        pytest.skip("strace may not trace here")
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.0)
        done = traced(log, sys.executable, str(CHILD), str(secret), str(server.getsockname()[1]))
        assert done.returncode == 0, done.stderr[-2000:]
        with pytest.raises(BlockingIOError):
            server.accept()
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    begin, end = (next(at for at, line in enumerate(lines) if mark in line) for mark in (BEGIN, END))
    assert begin > 100, "the log holds no calls, so it proves nothing"
    assert lines[begin + 1 : end] == []
