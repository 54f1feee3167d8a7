"""Pages end to end: every folder of ``tests/fixtures`` with an ``expected.json``, and the founding pages.

Each key of the file is a test of its own, so that a wrong date does not hide a right title. What the keys mean stands in
``tests/fixtures/README.md``, how they are checked in ``support/expectations.py``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import policytext
from support.cases import FIXTURES, Case, every_case, fixture_cases, read_case, seed_cases
from support.expectations import (
    CHECKS,
    INPUT,
    OFFICIAL_KEYS,
    PENDING,
    READ_ELSEWHERE,
    REQUIRED,
    checks_of,
    document,
    squeezed,
    unread_files,
)
from tools.check_fixtures import check as complaints

CASES = every_case()
SEEDS = seed_cases()
TWINS = [case for case in CASES if len(case.forms) == 2]
KNOWN = {check.key for check in CHECKS.values()} | INPUT | OFFICIAL_KEYS | PENDING


def _ids(value: object) -> str:
    return value.name if isinstance(value, Case) else str(value)


@pytest.mark.parametrize(
    ("case", "form", "name"),
    [(case, form, name) for case in (*CASES, *SEEDS) for form, name in checks_of(case)],
    ids=_ids,
)
def test_page(case: Case, form: str, name: str) -> None:
    """The page gives what its file says under this key."""
    CHECKS[name].run(case, form, document(case, form))


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_every_key_is_read(case: Case) -> None:
    """A key that nobody checks is a slip of the pen, and a page without a body labelled is hardly tested."""
    assert sorted(case.expected.keys() - KNOWN) == []
    assert sorted(REQUIRED - case.expected.keys()) == []
    assert case.expected.keys() & {"roles", "body"}


def test_pending_keys_are_ahead_of_the_library() -> None:
    """Once `Document` has an attribute of that name, the key moves from ``PENDING`` to ``CHECKS``."""
    assert [key for key in PENDING if hasattr(policytext.Document, key)] == []


def test_no_fixture_is_left_unread() -> None:
    """A file that belongs to no case and to no other test is read by nobody: a folder wants its ``expected.json``."""
    assert unread_files() == []


@pytest.mark.parametrize("start", READ_ELSEWHERE)
def test_who_reads_elsewhere_is_there(start: str) -> None:
    """Each place that is read by another test exists, and so does the test, which names the place."""
    assert (FIXTURES / start).exists()
    reader = FIXTURES.parent / READ_ELSEWHERE[start]
    assert Path(start).name in reader.read_text(encoding="utf-8")


def _other(value: Any) -> Any:
    """A value that is not this one, of a type that the key may have."""
    if isinstance(value, dict):
        return {key: _other(item) for key, item in value.items()} or {"1": "riddle"}
    return [*value, ["riddle", []]] if isinstance(value, list) else "riddle"


@pytest.mark.parametrize("name", CHECKS)
def test_a_wrong_expectation_is_found(name: str, tmp_path: Path) -> None:
    """Change the key's value in a copy of a fixture, as a slip of the pen would: the check says so."""
    key = CHECKS[name].key
    case, form = next((case, form) for case in CASES for form, other in checks_of(case) if other == name)
    changed = {**case.expected, key: _other(case.expected[key])}
    (tmp_path / "expected.json").write_text(json.dumps(changed), encoding="utf-8")
    if case.html is not None:
        (tmp_path / "page.html").write_bytes(case.html)
    if case.dump is not None:
        (tmp_path / "dump.txt").write_bytes(case.dump.encode())
    wrong = read_case(tmp_path, case.name)
    with pytest.raises(AssertionError):
        CHECKS[name].run(wrong, form, document(wrong, form))


@pytest.mark.parametrize("case", [case for case in TWINS if "roles" in case.expected], ids=_ids)
def test_the_fixture_is_whole(case: Case) -> None:
    """Every displayed line has a role, and the dump is the twin of the page; else the fixture tests nothing."""
    assert complaints(FIXTURES / case.name) == []


@pytest.mark.parametrize("case", SEEDS, ids=_ids)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_bytes_and_text_give_the_same(case: Case, encoding: str) -> None:
    """A dump reads alike as text, as UTF-8 bytes and as GB18030 bytes."""
    doc = document(case, "text")
    other = policytext.parse(case.text.encode(encoding))
    assert other.page.text == case.dump
    assert (other.blocks, other.fields, other.pieces) == (doc.blocks, doc.fields, doc.pieces)


# Law 4: twins.

MARKUP_BORNE = frozenset({"generic/script", "generic/hidden", "generic/head-title"})


@pytest.mark.parametrize("case", TWINS, ids=_ids)
def test_twins_have_the_same_text(case: Case) -> None:
    """The same page as HTML and as a dump gives the same text."""
    assert squeezed(document(case, "text").text) == squeezed(document(case, "html").text)


@pytest.mark.parametrize("case", [c for c in TWINS if "document_lines" not in c.expected], ids=_ids)
def test_twins_have_the_same_blocks(case: Case) -> None:
    """The same page as HTML and as a dump gives the same blocks' text."""
    texts = [[squeezed(block.text) for block in document(case, form).blocks] for form in case.forms]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("case", [c for c in TWINS if "document_lines" not in c.expected], ids=_ids)
def test_twins_name_the_same_rules(case: Case) -> None:
    """The same page as HTML and as a dump loses its frame to the same text-borne rules."""
    text, html = (
        {piece.rule for piece in document(case, form).pieces if piece.rule} - MARKUP_BORNE
        for form in case.forms
    )
    assert text == html


def test_the_groups_are_there() -> None:
    """Each of the four founding sites, the official pages, the families and the pages from nowhere known have cases."""
    for group in ("nmdljs", "shanxidayuan", "gscn", "pinyin_mirror", "official", "families", "generic"):
        assert fixture_cases(group)
