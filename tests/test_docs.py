"""The documentation says what the code says: links, rules, steps, attributes, names."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import fields

import policytext
from policytext.fields.grammar.byline_labels import ROLES
from policytext.rules import FIELD_GROUPS
from policytext.script.repair.steps import STEPS

ROOT = Path(__file__).resolve().parents[1]
TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


HOME = "https://github.com/policytext/policytext/blob/main/"
"""Where the links of the README lead, so that they work on a package index as well."""


def test_the_readmes_links_work_on_an_index() -> None:
    """The READMEs link by whole addresses, those of the project's own URLs."""
    text = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))
    assert re.findall(r"\]\((?!https?:|#)[^)]*\)", text) == []
    assert HOME.removesuffix("/blob/main/") in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_every_page_is_in_the_manual() -> None:
    """The navigation of the site lists each page once, and lists no page that is not there."""
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = re.findall(r"([\w/-]+\.md)", nav)
    assert sorted(listed) == sorted(
        str(path.relative_to(ROOT / "docs").as_posix()) for path in (ROOT / "docs").rglob("*.md")
    )


def test_pictures_are_small() -> None:
    """A picture is at most 150 kB, and some page shows it."""
    pictures = list((ROOT / "docs" / "pictures").glob("*"))
    texts = "".join(path.read_text(encoding="utf-8") for path in TEXTS)
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > 150_000 or path.name not in texts] == []


def read(name: str) -> str:
    """One page of the documentation."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_there_is_documentation() -> None:
    """The pages the README promises exist, so the checks below check something."""
    assert len(TEXTS) >= 12


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every link to a file of the repository, relative or by its address there, names a file that is there."""
    # An address in the repository is as good as a path from its root.
    text = path.read_text(encoding="utf-8").replace(f"]({HOME}", f"]({ROOT.as_posix()}/")
    targets = re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", text)
    assert [target for target in targets if target and not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_paths_that_are_named_exist(path: Path) -> None:
    """A module or test that a page names in code style is there."""
    named = set(
        re.findall(
            r"`((?:tests|sources|docs|script|fields|readers)/[\w./]+|\w+\.py)`",
            path.read_text(encoding="utf-8"),
        )
    )
    house = ROOT / "src" / "policytext"
    missing = [
        name for name in named if not any((base / name).exists() for base in (ROOT, house, house / "sources"))
    ]
    assert sorted(set(missing) - {"sources/qinghe.py"}) == []


def test_the_list_of_rules_is_complete() -> None:
    """``docs/rules.md`` ends with the list of rules as they are."""
    spec = importlib.util.spec_from_file_location("list_rules", ROOT / "docs" / "list_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert read("rules.md").partition(module.MARK)[2] == module.listing(), (
        "run python docs/list_rules.py --write"
    )


def test_the_field_groups_are_listed() -> None:
    """Every named group that a pattern may have is explained."""
    assert [name for name in FIELD_GROUPS if f"`{name}`" not in read("rules.md")] == []


def test_every_step_of_the_normalizer_is_listed_in_order() -> None:
    """The table of steps is the list of steps."""
    assert re.findall(r"^\| `([\w-]+)` \|", read("script.md"), re.MULTILINE) == [step.name for step in STEPS]


def test_every_public_name_and_attribute_is_listed() -> None:
    """The reference names every public name, every attribute of a document and every argument of the functions."""
    text = read("api.md")
    names = {item.name for item in fields(policytext.Document)} | {
        "text",
        "removed",
        "audit",
        *policytext.__all__,
    }
    assert [name for name in sorted(names) if not re.search(rf"`{name}\b", text)] == []


def test_every_word_that_begins_a_note_is_listed() -> None:
    """The reference explains the first word of every note that decoder, readers and engine make."""
    house = ROOT / "src" / "policytext"
    made: set[str] = set()
    for name in (
        "encoding/decode.py",
        "readers/html/reader.py",
        "readers/html/clean.py",
        "locate/page_kind.py",
        "document/build.py",
    ):
        text = (house / name).read_text(encoding="utf-8")
        made.update(
            re.findall(r"""(?:notes\.append\(|Kind\(\(|\(|\[|, )\s*f?"([a-z]+(?: [a-z]+)?): """, text)
        )
    assert len(made) > 10
    assert [word for word in sorted(made) if f"`{word}`" not in read("api.md")] == []


def test_every_role_is_in_the_glossary() -> None:
    """Each role that a credit can have is in the glossary, Chinese and English."""
    people = [role for role in ROLES if f"`{role}`" in read("glossary.md")]
    assert {
        "author",
        "reporter",
        "correspondent",
        "editor",
        "duty_editor",
        "photographer",
        "reviewer",
    } <= set(people)


def test_the_sample_page_is_shown() -> None:
    """The README's first command works on the sample: every field, every block, every removal with its rule."""
    script, page = ROOT / "docs" / "show.py", ROOT / "docs" / "sample.html"
    done = subprocess.run(
        [sys.executable, str(script), str(page)], capture_output=True, check=True, timeout=120
    )
    shown = done.stdout.decode("utf-8")
    doc = policytext.parse(page.read_bytes())
    assert done.stderr == b""
    assert "joined are the page: yes" in shown
    assert [item.rule for item in doc.removed if f"  {item.rule} " not in shown] == []
    assert doc.title == "青禾市出台四条措施保障春耕用水"
    assert "0900-1234567" in doc.text
    assert "0900-7654321" not in doc.text
    assert [type(block).__name__ for block in doc.blocks] == [
        "Paragraph",
        *["Heading", "Paragraph"] * 4,
        "Paragraph",
    ]
    assert doc.authors == ("王小禾",)
    assert doc.editors == ("李小麦",)


@pytest.mark.parametrize("name", ["limits.md", "at-scale.md", "command.md", "recipes/index.md"])
def test_the_chinese_pages_say_the_same_figures(name: str) -> None:
    """Each table of a page has as many rows in Chinese, and in each the same figures, options and names of files."""
    chinese = read(f"zh/{name.replace('/index', '')}")
    same = [
        [
            sorted(re.findall(r"[a-z_]+\.py\b|(?<![\w-])--?[a-z]+|\d*\.?\d+(?:,\d{3})*(?:\.\d+)?", row))
            for row in rows
        ]
        for rows in (re.findall(r"^\|.*", text, re.MULTILINE) for text in (read(name), chinese))
    ]
    assert same[0]
    assert same[0] == same[1]


def test_every_how_to_is_there_in_chinese() -> None:
    """The Chinese manual has a section for each English how-to page, with as many examples to type as these have."""
    pages = sorted((ROOT / "docs" / "how-to").glob("*.md"))
    sections = re.findall(r"^## ", read("zh/how-to.md"), re.MULTILINE)
    # Teaching it a site, by hand and by learning, are pages of their own in English.
    assert len(sections) == len(pages) + 2
