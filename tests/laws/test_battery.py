"""The battery of hostile input, through decoder and reader: nothing raises, nothing that must stay is lost.

A bounded share of the cases: all that are small, of every kind. The whole of it, with time and memory, is run by the battery's own
runner.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

from policytext.encoding.decode import decode
from policytext.errors import InputError
from policytext.models.page import Mark
from policytext.readers.html.reader import read_html
from policytext.readers.sniff import looks_like_html
from support.cases import SHARED

if TYPE_CHECKING:
    from types import ModuleType

BATTERY = SHARED / "battery" / "make_battery.py"
LARGEST = 200_000
HEAVY = re.compile(
    r"size-|wide-|bin-gzbomb|bin-zlibbomb|plain-1m|.*-(?:100000|1000000)$|entity-quadratic|redos-"
)
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def load() -> ModuleType | None:
    """The battery's generator, ``None`` where it is not here."""
    if not BATTERY.is_file():
        return None
    spec = importlib.util.spec_from_file_location("make_battery", BATTERY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


MAKER = load()
CASES: list[dict[str, Any]] = [] if MAKER is None else [c for c in MAKER.CASES if not HEAVY.match(c["id"])]
CASES += [] if MAKER is None else [c for c in MAKER.CASES if c["kind"] == "redos"][::6]


def displayed(data: bytes | str, transport: str | None) -> str | None:
    """What the page displays, ``None`` where the input is refused."""
    try:
        text = decode(data, encoding=transport).text if isinstance(data, bytes) else data
    except InputError:
        return None
    if not looks_like_html(text):
        return text
    page = read_html(text)
    assert not ILLEGAL.search(page.text)
    return "\n".join(
        run.span.cut(page.text) for run in page.runs if not run.marks & (Mark.SCRIPT | Mark.HIDDEN)
    )


@pytest.mark.skipif(MAKER is None, reason="the shared battery is not here")
@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_battery(case: dict[str, Any]) -> None:
    """The case's sentences survive, nothing forbidden is displayed, and a refusal is one the case allows."""
    assert MAKER is not None
    data = MAKER.build(case)
    if len(data) > LARGEST:
        pytest.skip("too large for a unit test")
    transport = case["transport"]
    text = displayed(data, None if transport == "iso-8859-1" else transport)
    if text is None:
        assert "clear error" in case["accept"]
        return
    assert not [word for word in case["forbid"] if word in text]
    flat = "".join(text.split())
    kept = [sentence for sentence in case["sentinels"] if "".join(sentence.split()) in flat]
    assert len(kept) >= case["min_frac"] * len(case["sentinels"]) - 1e-9
