"""Page cases: our own fixtures in the repository, and the founding pages where they lie beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import field, frozen

__all__ = ["BODY", "FIELD", "FIXTURES", "SHARED", "Case", "fixture_cases", "seed_cases"]

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
    dump: str = field(repr=False)
    expected: dict[str, Any] = field(repr=False)
    html: bytes | None = field(default=None, repr=False)
    clean: str | None = field(default=None, repr=False)

    @property
    def lines(self) -> list[str]:
        """The dump's lines, without outer blanks; for a mirror without its glosses."""
        return [line.strip() for line in (self.clean or self.dump).split("\n")]

    def numbered(self, roles: frozenset[str]) -> list[int]:
        """Numbers of the lines with one of these roles."""
        return [int(number) for number, role in self.expected["roles"].items() if role in roles]


def fixture_cases(*groups: str) -> list[Case]:
    """The cases of these folders of ``tests/fixtures``; an empty folder is an error, never an empty test."""
    cases: list[Case] = []
    for group in groups:
        found = sorted(path.parent for path in (FIXTURES / group).glob("*/expected.json"))
        if not found:
            raise AssertionError(f"no fixtures in {FIXTURES / group}")
        for folder in found:
            clean = folder / "clean.hant.txt"
            cases.append(
                Case(
                    f"{group}/{folder.name}",
                    (folder / "dump.txt").read_text(encoding="utf-8"),
                    json.loads((folder / "expected.json").read_text(encoding="utf-8")),
                    (folder / "page.html").read_bytes(),
                    clean.read_text(encoding="utf-8") if clean.exists() else None,
                )
            )
    return cases


def seed_cases() -> list[Case]:
    """The four founding pages with their gold; none where they are not beside the repository."""
    folder = SHARED / "seeds"
    cases: list[Case] = []
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        gold["authors"] = [gold["author"]] if gold["author"] else []
        gold["editors"] = [gold["editor"]] if gold["editor"] else []
        gold["page_url"] = gold["url"]
        hant = path.with_name(path.stem + ".hant.txt")
        clean = hant.read_text(encoding="utf-8") if hant.exists() else None
        dump = (folder / gold["file"]).read_text(encoding="utf-8")
        cases.append(Case(f"seed-{path.stem}", dump, gold, None, clean))
    return cases
