"""The errors: one base, a stable code each, and they survive the way through a process pool."""

from __future__ import annotations

import copy
import gzip
import io
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from lxml.html import fromstring

import policytext
from policytext.errors import InputError, PolicytextError, UsageError
from policytext.rules import Source, line

if TYPE_CHECKING:
    from collections.abc import Callable

OWN = Source(key="own")
LIMIT = policytext.Limits().size


class Response:
    """What clients for the web return, as far as it matters here."""

    headers: ClassVar = {"Content-Type": "text/html"}
    content = b"<p>a</p>"


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"

CALLS: dict[str, tuple[type[PolicytextError], str, str, Callable[[], Any]]] = {
    "image": (InputError, "binary", "skip", lambda: policytext.parse(PNG)),
    "gzip": (InputError, "binary", "unpack", lambda: policytext.parse(gzip.compress("通知".encode()))),
    "too long": (InputError, "too_large", "32,000,000", lambda: policytext.parse("字" * (LIMIT + 1))),
    "too many bytes": (
        InputError,
        "too_large",
        "32,000,000",
        lambda: policytext.parse(b"a" * (LIMIT + 1)),
    ),
    "limit of a wrong type": (
        UsageError,
        "wrong_type",
        "an int",
        lambda: policytext.Limits(depth="600"),  # type: ignore[arg-type]
    ),
    "limit of a truth value": (UsageError, "wrong_type", "an int", lambda: policytext.Limits(blocks=True)),
    "limit below one": (UsageError, "bad_limit", "1 or more", lambda: policytext.Limits(cells=0)),
    "limits of a wrong type": (
        UsageError,
        "wrong_type",
        "Limits",
        lambda: policytext.Parser(limits=600),  # type: ignore[arg-type]
    ),
    "page is None": (UsageError, "wrong_type", "bytes or str", lambda: policytext.parse(None)),  # type: ignore[arg-type]
    "page is a list": (UsageError, "wrong_type", "bytes or str", lambda: policytext.parse(["通知"])),  # type: ignore[arg-type]
    "url": (UsageError, "wrong_type", "url", lambda: policytext.parse("通知", url=7)),  # type: ignore[arg-type]
    "source type": (UsageError, "wrong_type", "source", lambda: policytext.parse("通知", source=7)),  # type: ignore[arg-type]
    "source": (UsageError, "unknown_source", "gscn", lambda: policytext.parse("通知", source="nowhere")),
    "find_source": (UsageError, "unknown_source", "gscn", lambda: policytext.find_source("nowhere")),
    "script": (UsageError, "unknown_script", "hans", lambda: policytext.parse("通知", script="latin")),  # type: ignore[arg-type]
    "form": (UsageError, "unknown_form", "html", lambda: policytext.parse("通知", form="pdf")),  # type: ignore[arg-type]
    "keep": (UsageError, "unknown_keep", "body", lambda: policytext.parse("通知", keep="none")),  # type: ignore[arg-type]
    "encoding": (UsageError, "unknown_encoding", "WHATWG", lambda: policytext.parse(b"a", encoding="utf-99")),
    "normalize type": (UsageError, "wrong_type", "str", lambda: policytext.normalize(b"a")),  # type: ignore[arg-type]
    "normalize to": (UsageError, "unknown_script", "hans", lambda: policytext.normalize("通知", to="latin")),  # type: ignore[arg-type]
    "normalize region": (
        UsageError,
        "unknown_region",
        "tw",
        lambda: policytext.normalize("通知", region="sg"),  # type: ignore[arg-type]
    ),
    "normalize skip": (
        UsageError,
        "unknown_step",
        "There are",
        lambda: policytext.normalize("通知", skip=("nothing",)),
    ),
    "path": (UsageError, "wrong_type", ".read_bytes()", lambda: policytext.parse(Path("a.html"))),  # type: ignore[arg-type]
    "open file": (UsageError, "wrong_type", ".read()", lambda: policytext.parse(io.BytesIO(b"a"))),  # type: ignore[arg-type]
    "tree": (UsageError, "wrong_type", "tostring", lambda: policytext.parse(fromstring("<p>a</p>"))),  # type: ignore[arg-type]
    "response": (UsageError, "wrong_type", "page.content", lambda: policytext.parse(Response())),  # type: ignore[arg-type]
    "encoding type": (UsageError, "wrong_type", "encoding", lambda: policytext.parse(b"a", encoding=5)),  # type: ignore[arg-type]
    "find_source None": (UsageError, "wrong_type", "gscn", lambda: policytext.find_source(None)),  # type: ignore[arg-type]
    "detect_script bytes": (UsageError, "wrong_type", "decode", lambda: policytext.detect_script(b"x")),  # type: ignore[arg-type]
    "detect_script None": (UsageError, "wrong_type", "str", lambda: policytext.detect_script(None)),  # type: ignore[arg-type]
    "normalize skip type": (UsageError, "wrong_type", "names", lambda: policytext.normalize("x", skip=5)),  # type: ignore[arg-type]
    "normalize also type": (UsageError, "wrong_type", "names", lambda: policytext.normalize("x", also=None)),  # type: ignore[arg-type]
    "check_source": (UsageError, "wrong_type", "Source", lambda: policytext.check_source("gscn")),  # type: ignore[arg-type]
    "own sources": (UsageError, "wrong_type", "tuple of Source", lambda: policytext.Parser(sources="gscn")),
    "sources of one key": (UsageError, "bad_source", "own", lambda: policytext.Parser(sources=(OWN, OWN))),
    "parser script": (UsageError, "unknown_script", "hans", lambda: policytext.Parser(script="latin")),  # type: ignore[arg-type]
    "parser keep": (UsageError, "unknown_keep", "body", lambda: policytext.Parser(keep=None)),  # type: ignore[arg-type]
    "unknown field": (
        UsageError,
        "unknown_field",
        "'title'",
        lambda: policytext.parse("通知").field("titel"),
    ),
    "piece of no page": (
        UsageError,
        "no_page",
        "cut",
        lambda: policytext.Piece(policytext.Span(0, 1), "body").text,
    ),
    "hosts": (UsageError, "bad_source", "('a.example',)", lambda: Source(key="a", hosts="a.example")),
    "hosts as addresses": (
        UsageError,
        "bad_source",
        "host names",
        lambda: Source(key="a", hosts=("http://a.example/",)),
    ),
    "body": (UsageError, "bad_source", "('#x',)", lambda: Source(key="a", body="#x")),
    "body selector": (UsageError, "bad_source", "'.class'", lambda: Source(key="a", body=("div.content p",))),
    "markup selector": (UsageError, "bad_source", "meta:name", lambda: Source(key="a", markup=("div > p",))),
    "signature": (UsageError, "bad_source", "compile", lambda: Source(key="a", signature=("(",))),
    "source key": (UsageError, "bad_source", "short name", lambda: Source(key="a b")),
    "rules": (UsageError, "bad_source", "Rule", lambda: Source(key="a", rules=("a/b",))),
    "rule twice": (
        UsageError,
        "bad_source",
        "twice",
        lambda: Source(key="a", rules=(line("a/b", "x"), line("a/b", "x"))),
    ),
    "rule name": (UsageError, "bad_rule", "file/rule-name", lambda: line("Own Rule", "x")),
    "rule place": (UsageError, "bad_rule", "'head'", lambda: line("a/b", "x", place="top")),  # type: ignore[arg-type]
    "rule sign": (UsageError, "bad_rule", "'weak'", lambda: line("a/b", "x", sign="odd")),  # type: ignore[arg-type]
    "rule keys": (UsageError, "bad_rule", "('责编',)", lambda: line("a/b", "x", keys="责编")),  # type: ignore[arg-type]
    "rule key of blanks": (UsageError, "bad_rule", "plain space", lambda: line("a/b", "x", keys=("  ",))),
    "rule key with a wide blank": (
        UsageError,
        "bad_rule",
        "plain space",
        lambda: line("a/b", "x", keys=("责\u3000编",)),
    ),
    "rule pattern": (UsageError, "bad_rule", "compile", lambda: Source(key="a", rules=(line("a/b", "(x"),))),
    "rule group": (
        UsageError,
        "bad_rule",
        "origin",
        lambda: Source(key="a", rules=(line("a/b", "(?P<paper>x)"),)),
    ),
    "from_dict": (UsageError, "malformed", "to_dict", lambda: policytext.Document.from_dict({})),
}


@pytest.mark.parametrize("case", CALLS)
def test_every_error_says_what_is_wrong_and_what_to_do(case: str) -> None:
    """Each documented error comes with its class, its code and a message that names the way out."""
    kind, code, hint, call = CALLS[case]
    with pytest.raises(kind) as caught:
        call()
    assert caught.value.code == code
    assert hint in caught.value.message
    assert str(caught.value).endswith(f"[{code}]")


@pytest.mark.parametrize("case", CALLS)
def test_every_error_survives_pickling(case: str) -> None:
    """An error that cannot be pickled hangs the process pool it is raised in."""
    kind, _, _, call = CALLS[case]
    with pytest.raises(kind) as caught:
        call()
    for back in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):  # noqa: S301
        assert type(back) is kind
        assert (back.code, back.message, str(back)) == (
            caught.value.code,
            caught.value.message,
            str(caught.value),
        )


def test_one_except_catches_all() -> None:
    """Every error is a `PolicytextError`; the two kinds are `ValueError`s too, for callers that know nothing of us."""
    assert {kind for kind, _, _, _ in CALLS.values()} == {InputError, UsageError}
    assert issubclass(InputError, PolicytextError)
    assert issubclass(UsageError, PolicytextError)
    assert issubclass(InputError, ValueError)
    assert issubclass(UsageError, ValueError)


def test_every_code_is_documented() -> None:
    """The codes that the calls above give stand in the docstrings of the module."""
    documented = f"{InputError.__doc__} {UsageError.__doc__}"
    assert [code for _, code, _, _ in CALLS.values() if f"``{code}``" not in documented] == []
