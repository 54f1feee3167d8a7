"""Self-check of the page fixtures: ``python tests/tools/check_fixtures.py [folder ...]``.

Two things make a fixture worth its place: every displayed line of the dump has a role, and the dump is the
twin of the page: the displayed lines of the one are the lines of the other. A fixture that breaks either
tests nothing.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import zip_longest
from pathlib import Path
from typing import Any

import lxml.html

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
KEYS = frozenset(
    re.findall(
        r"\w+",
        "source form_note url title subtitle authors editors origin publisher published page_url keywords "
        "breadcrumb roles ",
    )
)
BODY = frozenset({"paragraph", "heading", "list_item"})
ROLES = BODY | frozenset(
    re.findall(
        r"\w+",
        "title subtitle byline breadcrumb signature counter related repeat reprint_notice comment_form "
        "comment contact follow copyright share site_name site_footer summary nav credit tags doc_number "
        "addressees attachment_note note signing_date cc print table official_header caption dateline "
        "attachment_head ",
    )
)
MARKER = re.compile(r"^\s*(?:\d+\. |• )")
# A table row is one line of the dump, so its cells are inline here.
INLINE = frozenset({"a", "b", "em", "i", "input", "img", "label", "span", "strong", "td", "time"})
NOT_DISPLAYED = frozenset({"script", "style", "title", "head", "template", "noscript"})


def cases() -> list[Path]:
    """Every folder that holds a page fixture with its twin, in a fixed order."""
    return sorted(path.parent for path in FIXTURES.glob("*/*/dump.txt"))


def visible(node: lxml.html.HtmlElement) -> str:
    """The displayed text below ``node``, a line a block; without scripts, the title and what is hidden."""
    if not isinstance(node.tag, str) or node.tag in NOT_DISPLAYED or node.get("hidden") is not None:
        return ""
    if re.search(r"display\s*:\s*none", node.get("style") or ""):
        return ""
    if node.tag == "br":
        return "\n"
    edge = "" if node.tag in INLINE else "\n"
    inner = "".join(visible(child) + (child.tail or "").replace("\n", " ") for child in node)
    return edge + (node.text or "").replace("\n", " ") + inner + edge


def squeeze(text: str) -> str:
    """``text`` without any white space."""
    return "".join(text.split())


def check(folder: Path) -> list[str]:
    """What is wrong with one fixture; empty where nothing is."""
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    dump = (folder / "dump.txt").read_bytes().decode("utf-8")
    lines = dump.split("\n")
    roles = {int(number): role for number, role in expected["roles"].items()}
    wrong = [f"missing key {key}" for key in sorted(KEYS - expected.keys())]
    wrong += [f"unknown role {role}" for role in sorted(set(roles.values()) - ROLES)]
    displayed = {number for number, line in enumerate(lines, 1) if line.strip()}
    wrong += [f"line {number} has no role" for number in sorted(displayed - roles.keys())]
    wrong += [
        f"line {number} is blank or absent and has a role" for number in sorted(roles.keys() - displayed)
    ]

    def body(number: object) -> bool:
        return isinstance(number, int) and roles.get(number) in BODY

    outlined: list[int] = []
    for heads, rows in expected.get("outline", []):
        some = [] if heads is None else [heads] if isinstance(heads, int) else heads
        wrong += [f"outline: line {n} is no heading" for n in some if roles.get(n) != "heading"]
        outlined += [*some, *rows]
    if outlined and outlined != [number for number in sorted(roles) if body(number)]:
        wrong.append("the outline is not the body")
    clean = folder / "clean.hant.txt"
    bare = clean.read_bytes().decode("utf-8").split("\n") if clean.exists() else lines
    if len(bare) != len(lines):
        wrong.append("clean.hant.txt has another number of lines")
    for label, number in expected.get("measures", []):
        if not body(number) or not MARKER.sub("", bare[number - 1]).strip().startswith(label):
            wrong.append(f"measure {label} does not begin line {number}")
    for number in expected.get("document_lines", []):
        if number not in displayed:
            wrong.append(f"document line {number} is blank")

    page = (folder / "page.html").read_bytes().decode("utf-8")
    if "reconstructed markup" not in page[:200]:
        wrong.append("page.html does not say that it is reconstructed")
    tree = lxml.html.document_fromstring(page)
    shown = [squeeze(line) for line in visible(tree.find("body")).split("\n") if line.strip()]
    told = [squeeze(MARKER.sub("", line)) for line in lines if line.strip()]
    pairs = zip_longest(shown, told, fillvalue="(nothing)")
    unlike = next(((one, two) for one, two in pairs if one != two), None)
    if unlike:
        wrong.append(f"twins differ: html {unlike[0][:40]!r}, dump {unlike[1][:40]!r}")
    return wrong


def main(names: list[str]) -> int:
    """Check the named folders, or all; print what is wrong; 1 where anything is."""
    folders = [Path(name).resolve() for name in names] or cases()
    bad = 0
    for folder in folders:
        for line in check(folder):
            bad += 1
            print(f"{folder.relative_to(FIXTURES)}: {line}")
    print(f"{len(folders)} fixtures, {bad} complaints")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
