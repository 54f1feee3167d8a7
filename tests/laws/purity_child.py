"""Run by test_purity.py in a process of its own: ``STEP=3 python purity_child.py MODE``. Prints a digest, or fails.

An audit hook cannot be taken away again, and what is loaded by a first call can be seen in a fresh process only.
"""

from __future__ import annotations

import codecs
import decimal
import gc
import hashlib
import json
import locale
import logging
import multiprocessing
import os
import pickle
import random
import signal
import sys
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import policytext

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
FORBIDDEN = ("open", "os.", "socket.", "subprocess.", "shutil.", "import", "ctypes.", "sqlite3.", "urllib.", "tempfile.",
             "mmap.", "signal.", "syslog.", "winreg.", "msvcrt.", "pty.", "fcntl.", "glob.", "pathlib.", "builtins.input")  # fmt: skip
WORKERS = 8
OWN = policytext.Source(key="qinghe", hosts=("qinghe.example",))
STEP = int(os.environ.get("STEP", "1"))
"""What is compared in many ways is every so-and-so-many-th job; the world outside must stay untouched by three times as many."""


def pages() -> list[bytes]:
    """Every fixture page, as HTML and as dump, in UTF-8 and some in GB18030."""
    raw = [path.read_bytes() for path in sorted(FIXTURES.glob("*/*/*")) if path.suffix in (".html", ".txt")]
    assert len(raw) > 30
    return raw + [text.decode().encode("gb18030", "replace") for text in raw[:8]]


def jobs(step: int = STEP) -> list[tuple[str, Any]]:
    """What is called: every page as it stands, some converted both ways, and all the other public calls."""
    raw = pages()
    # A codec that no other page needs: the page chooses it, and yet nothing may be imported for it.
    rare = "<meta charset=koi8-r><p>Село посадило лес.</p>".encode("koi8-r")
    out: list[tuple[str, Any]] = [("parse", page) for page in (rare, *raw)]
    out += [(script, page) for page in raw[::4] for script in ("hans", "hant")]
    texts = [page.decode("utf-8", "replace")[:2000] for page in raw[:12]]
    out += [(call, text) for call in ("normalize", "detect", "parser") for text in texts]
    out += [
        ("find", name) for name in ("gscn", "http://gansu.gscn.com.cn/1.html", "https://nowhere.example/")
    ]
    return out[::step]


def run(job: tuple[str, Any]) -> str:
    """One call, its result as a digest."""
    kind, value = job
    if kind == "normalize":
        normalized = policytext.normalize(value)
        result: Any = [normalized.text, repr(normalized.changes), repr(normalized.report)]
    elif kind == "detect":
        result = repr(policytext.detect_script(value))
    elif kind == "find":
        found = policytext.find_source(value)
        result = [repr(found), repr(policytext.check_source(found))]
    elif kind == "parser":
        parser = pickle.loads(pickle.dumps(policytext.Parser(sources=(OWN,), script="hans", keep="all")))  # noqa: S301
        doc = parser.parse(value, url="https://qinghe.example/1.html")
        result = [doc.source, doc.text, repr(doc), repr(parser)]
    else:
        doc = policytext.parse(value, script=None if kind == "parse" else kind)  # type: ignore[arg-type]
        back = policytext.Document.from_dict(doc.to_dict())
        assert back == doc
        assert hash(back) == hash(doc)
        result = [
            doc.to_dict(),
            doc.to_markdown(),
            doc._repr_html_(),
            repr(doc.audit()),
            repr(doc.field("title")),
        ]
        result += [repr(doc.removed), repr(doc.images), repr(doc.links), repr(doc.attachments)]
    return hashlib.sha256(json.dumps(result, sort_keys=True).encode()).hexdigest()


def warm_up() -> None:
    """One small call of each kind: everything that is loaded lazily may be loaded now, and never again."""
    for kind in ("parse", "hans", "hant"):
        run((kind, "<p>關於開展春季植樹的通知</p><p>各村要在三月底前(dǐ)完成補植，並做好管護。</p>".encode()))
        run((kind, "关于开展春季植树的通知\n各村要在三月底前完成补植，并做好管护。\n".encode()))
    run(("normalize", "當(dāng)地時(shí)間，鏍囬鏄犲皠"))
    run(("detect", "当地时间"))
    run(("parser", "当地时间"))
    run(("find", "gscn"))


def state() -> dict[str, Any]:
    """What a library without side effects leaves as it was."""
    root = logging.getLogger()
    return {
        "directory": os.getcwd(),  # noqa: PTH109 - as the system tells it
        "environment": dict(os.environ),
        "files": sorted(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else None,  # noqa: PTH112, PTH208
        "locale": locale.setlocale(locale.LC_ALL),
        "random": random.getstate(),
        "recursion": sys.getrecursionlimit(),
        "switch": sys.getswitchinterval(),
        "warnings": list(warnings.filters),
        "log": (root.level, list(root.handlers)),
        "garbage": (gc.isenabled(), gc.get_threshold()),
        "signals": [signal.getsignal(number) for number in sorted(signal.valid_signals())],
        "threads": threading.active_count(),
        "trace": (sys.gettrace(), sys.getprofile(), sys.excepthook is sys.__excepthook__),
        "codecs": [codecs.lookup_error(name) for name in ("strict", "ignore", "replace", "surrogateescape")],
        "decimal": str(decimal.getcontext()),
        "modules": sorted(sys.modules),
        "streams": (sys.stdin, sys.stdout, sys.stderr),
        "path": (list(sys.path), list(sys.meta_path)),
    }


def total(digests: list[str]) -> str:
    """One digest for all."""
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def backwards() -> str:
    """The last one first: no call leaves a trace in the next."""
    return total([run(job) for job in reversed(jobs())][::-1])


def threads() -> str:
    """From eight threads at once, the very first calls included, while the interpreter switches as often as it can."""
    sys.setswitchinterval(1e-5)
    work = jobs()
    start = threading.Barrier(WORKERS)

    def share(number: int) -> list[tuple[int, str]]:
        start.wait()
        # Each thread does a third of the jobs, from a place of its own, so that every job is done by two or more.
        order = [(number * len(work) // WORKERS + step) % len(work) for step in range(len(work) // 3 + 1)]
        return [(index, run(work[index])) for index in order]

    with ThreadPoolExecutor(WORKERS) as pool:
        found = [pair for part in pool.map(share, range(WORKERS)) for pair in part]
    digests: dict[int, set[str]] = {}
    for index, digest in found:
        digests.setdefault(index, set()).add(digest)
    assert [index for index, seen in digests.items() if len(seen) > 1] == []
    return total([digests[index].pop() for index in range(len(work))])


def processes(method: str) -> str:
    """In a pool of two processes."""
    if method == "fork":
        warm_up()
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        return total(list(pool.map(run, jobs(), chunksize=8)))


def forked() -> str:
    """Forked again and again while threads parse: a lock that one of them holds would never be given back in the child."""
    # Python itself warns of it since 3.12; what is shown here is that this library is no reason to.
    warnings.simplefilter("ignore", DeprecationWarning)
    work = jobs()
    expected = [run(job) for job in work]
    stop = threading.Event()

    def keep_on() -> None:
        while not stop.is_set():
            for job in work:
                run(job)

    statuses: list[int] = []
    with ThreadPoolExecutor(4) as pool:
        for _ in range(4):
            pool.submit(keep_on)
        for number in range(12):
            child = os.fork()
            if child == 0:
                # A child that waits for a lock is ended by the signal, and its status says so.
                signal.alarm(60)
                at = number % len(work)
                os._exit(0 if run(work[at]) == expected[at] else 1)
            statuses.append(os.waitpid(child, 0)[1])
        stop.set()
    assert statuses == [0] * 12
    return total(expected)


def alike(*ways: Callable[[], str]) -> str:
    """What all of them give: several ways in one process, whose start costs as much as their work."""
    digests = {way() for way in ways}
    assert len(digests) == 1
    return digests.pop()


def audited() -> str:
    """With an audit hook that fails on any touch of the world outside, armed after the first small calls."""
    every = max(1, STEP // 3)
    work = jobs(every)
    warm_up()
    armed = False
    seen: list[str] = []

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if armed and event.startswith(FORBIDDEN):
            seen.append(f"{event} {args!r:.200}")

    sys.addaudithook(hook)
    before = state()
    armed = True
    digests = [run(job) for job in work]
    armed = False
    after = state()
    assert seen == [], seen[:5]
    assert before == after, [key for key, value in before.items() if after[key] != value]
    armed = True
    Path(__file__).exists()
    with open(__file__, encoding="utf-8"):  # noqa: PTH123 - the hook must be seen to work
        pass
    armed = False
    assert seen, "the hook hears nothing, so it proves nothing"
    return total(digests[:: STEP // every])


MODES: dict[str, Callable[[], str]] = {
    "backwards": backwards,
    "threads": threads,
    "spawned": lambda: processes("spawn"),
    "forked": lambda: alike(*(partial(processes, method) for method in ("fork", "forkserver")), forked),
    "audited": audited,
}

if __name__ == "__main__":
    print(MODES[sys.argv[1]]())
