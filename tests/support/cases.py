"""Page cases: our own fixtures in the repository, and the founding pages where they lie beside it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

__all__ = [
    "BODY",
    "FIELD",
    "FIXTURES",
    "SHARED",
    "Case",
    "every_case",
    "fixture_cases",
    "read_case",
    "seed_cases",
]

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
SHARED = ROOT.parent / "shared"

BODY = frozenset({"paragraph", "heading", "list_item", "table"})
FIELD = frozenset({"title", "subtitle", "byline", "breadcrumb", "signature", "credit"})
OFFICIAL = frozenset(
    {"doc_number", "addressees", "attachment_note", "attachment_head", "signing_date", "note", "cc", "print"}
)
"""Roles of lines that belong to an official document; they are body, its journalist's signature is not."""


@frozen(eq=False)
class Case:
    """One page and what it must give. ``roles`` counts the dump's lines from 1."""

    name: str
    dump: str | None = field(repr=False)
    expected: dict[str, Any] = field(repr=False)
    html: bytes | None = field(default=None, repr=False)
    clean: str | None = field(default=None, repr=False)

    @property
    def forms(self) -> tuple[str, ...]:
        """``text`` and ``html``, as far as the case has them."""
        return tuple(form for form, page in (("text", self.dump), ("html", self.html)) if page is not None)

    def page(self, form: str) -> str | bytes:
        """The page in this form, as a caller would hand it over."""
        page = self.dump if form == "text" else self.html
        assert page is not None, f"{self.name} has no {form}"
        return page

    @property
    def text(self) -> str:
        """The dump."""
        assert self.dump is not None, f"{self.name} has no dump"
        return self.dump

    @property
    def lines(self) -> list[str]:
        """The dump's lines, without outer blanks; for a mirror without its glosses."""
        return [line.strip() for line in (self.clean or self.text).split("\n")]

    def numbered(self, roles: frozenset[str]) -> list[int]:
        """Numbers of the lines with one of these roles."""
        return [int(number) for number, role in self.expected["roles"].items() if role in roles]


def read_case(folder: Path, name: str) -> Case:
    """The case in this folder: ``expected.json`` beside ``page.html``, ``dump.txt`` or both."""
    found = {path.name: path for path in folder.iterdir()}
    if not found.keys() & {"page.html", "dump.txt"}:
        raise AssertionError(f"{name} expects something of no page")
    text = {
        key: found[key].read_bytes().decode("utf-8") if key in found else None
        for key in ("dump.txt", "clean.hant.txt")
    }
    return Case(
        name,
        text["dump.txt"],
        json.loads(found["expected.json"].read_text(encoding="utf-8")),
        found["page.html"].read_bytes() if "page.html" in found else None,
        text["clean.hant.txt"],
    )


@cache
def every_case() -> tuple[Case, ...]:
    """Every folder under ``tests/fixtures`` that holds an ``expected.json``, however deep."""
    folders = sorted(path.parent for path in FIXTURES.rglob("expected.json"))
    assert folders, f"no fixtures in {FIXTURES}"
    return tuple(read_case(folder, folder.relative_to(FIXTURES).as_posix()) for folder in folders)


def fixture_cases(*groups: str) -> list[Case]:
    """The cases of these folders of ``tests/fixtures``; an empty folder is an error, never an empty test."""
    cases = [case for group in groups for case in every_case() if case.name.startswith(f"{group}/")]
    for group in groups:
        if not any(case.name.startswith(f"{group}/") for case in cases):
            raise AssertionError(f"no fixtures in {FIXTURES / group}")
    return cases


def seed_cases() -> list[Case]:
    """The four founding pages with their gold; none where they are not beside the repository."""
    folder = SHARED / "seeds"
    cases: list[Case] = []
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        gold["authors"] = [gold["author"]] if gold["author"] else []
        gold["editors"] = [gold["editor"]] if gold["editor"] else []
        gold["page_url"] = gold.pop("url")
        hant = path.with_name(path.stem + ".hant.txt")
        clean = hant.read_text(encoding="utf-8") if hant.exists() else None
        dump = (folder / gold["file"]).read_text(encoding="utf-8")
        cases.append(Case(f"seed-{path.stem}", dump, gold, None, clean))
    return cases
