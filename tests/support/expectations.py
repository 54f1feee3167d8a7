"""What an ``expected.json`` may say of a page, and how each of its keys is held against the document.

A check is named after what it looks at, and belongs to one key. A page is held against every check whose key stands in
its file, so a new page needs no code.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import fields

import policytext
from policytext.models import DateValue, DocNumber
from policytext.script import convert
from support.cases import BODY, FIELD, FIXTURES, Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from policytext import Document
    from policytext.models import Section

__all__ = [
    "CHECKS", "INPUT", "OFFICIAL_KEYS", "PENDING", "REQUIRED", "Check", "checks_of", "document", "squeezed", "unread_files",
]  # fmt: skip

INPUT = frozenset({"form_note", "url"})
"""Keys that expect nothing: what the case is about, and the address that is handed to `parse`."""
OFFICIAL_KEYS = frozenset({"document_lines"})
"""Keys of official pages that ``tests/test_official.py`` reads."""
PENDING: frozenset[str] = frozenset()
"""Keys written ahead of the library: no attribute of this name exists yet. Once it does, the key gets its check here."""
REQUIRED = frozenset({"source", "title", "published"})
"""Keys without which a page is hardly tested at all; ``roles`` or ``body`` must stand beside them."""

READ_ELSEWHERE = {
    "README.md": "support/expectations.py",
    "boilerplate.jsonl": "sources/test_lexicon.py",
    "negative/hard_negatives.jsonl": "sources/test_lexicon.py",
    "kinds/": "test_kinds.py",
}
"""Files without an ``expected.json``, by the beginning of their path, and the test that reads them."""

_OF_A_CASE = frozenset({"page.html", "dump.txt", "clean.hant.txt", "expected.json"})
# The bytes of one wound are gone for good: what the human reader knows cannot be restored, and must not be guessed.
_LOST = {("seed-001", 1)}


class Check(NamedTuple):
    """A check: the key it reads, the forms it looks at, what it does."""

    key: str
    forms: tuple[str, ...]
    run: Callable[[Case, str, Document], None]


@cache
def document(case: Case, form: str) -> Document:
    """The case, read in this form, once for all tests."""
    return policytext.parse(case.page(form), url=case.expected.get("url"))


def checks_of(case: Case) -> list[tuple[str, str]]:
    """Form and name of each check that the case's file asks for."""
    return [
        (form, name)
        for form in case.forms
        for name, check in CHECKS.items()
        if check.key in case.expected and form in check.forms and _applies(check.key, case)
    ]


def unread_files() -> list[str]:
    """Files under ``tests/fixtures`` that no test reads, as far as their place tells."""
    found: list[str] = []
    for path in sorted(path for path in FIXTURES.rglob("*") if path.is_file()):
        name = path.relative_to(FIXTURES).as_posix()
        if (path.parent / "expected.json").exists() and path.name in _OF_A_CASE:
            continue
        if not any(name.startswith(start) for start in READ_ELSEWHERE):
            found.append(name)
    return found


def _applies(key: str, case: Case) -> bool:
    if key == "roles":  # which lines of an official page are text is told by its ``document_lines``
        return case.dump is not None and "document_lines" not in case.expected
    if key == "publisher":  # not labelled on official pages: the markup has a SiteName tag, the dump has not
        return "document_lines" not in case.expected
    if key in {"outline", "measures"}:
        return case.dump is not None and not (key == "measures" and "document_lines" in case.expected)
    return not (key == "source" and case.expected["source"] is None)


def squeezed(text: str) -> str:
    """Without white space, which the two forms of a page may spend differently."""
    return "".join(text.split())


def _unmarked(line: str) -> str:
    """A line without its list marker, which stands in the block's ``marker``."""
    return re.sub(r"^(?:\d{1,2}\.|•)\s+", "", line)


def _number_of_line(case: Case, text: str, at: int) -> int | None:
    """The number of the next body line from ``at`` on that reads like this."""
    for number in case.numbered(BODY):
        if number >= at and squeezed(_unmarked(case.lines[number - 1])) == squeezed(text):
            return number
    return None


def _field(name: str, case: Case, _: str, doc: Document) -> None:
    """The attribute has the value that a reader of the page gives it."""
    wanted: Any = case.expected[name]
    got: Any = getattr(doc, "url" if name == "page_url" else name)
    if name in {"published", "modified"}:
        got = got and got.isoformat()
    assert got == (tuple(wanted) if isinstance(wanted, list) else wanted)


def _site(case: Case, _: str, doc: Document) -> None:
    """The frame's owner, as far as the file names it."""
    names = {"police": "police_no"}
    got = {key: getattr(doc.site, names.get(key, key)) for key in case.expected["site"]}
    assert got == case.expected["site"]


def _body(case: Case, _: str, doc: Document) -> None:
    """Every line the author wrote, and none of the frame's."""
    assert doc.text.split("\n") == case.expected["body"]


def _body_lines(case: Case, form: str, doc: Document) -> None:
    """The document's text is the page's body lines in order, no more and no less."""
    numbers = case.numbered(BODY)
    wanted = [_unmarked(case.lines[number - 1]) for number in numbers]
    got = doc.text.split("\n")
    assert len(got) == len(wanted)
    for number, one, other in zip(numbers, got, wanted, strict=True):
        if (case.name, number) not in _LOST:
            assert squeezed(one) == squeezed(other)
            if form == "text":
                assert one == other


def _line_roles(case: Case, _: str, doc: Document) -> None:
    """Body lines are body, bylines and headlines are fields, the frame is boilerplate under a telling name."""
    start = 0
    wrong: list[str] = []
    for number, line in enumerate(case.text.split("\n"), 1):
        role = case.expected["roles"].get(str(number))
        if role is not None:
            at = start + len(line) - len(line.lstrip())
            piece = next(piece for piece in doc.pieces if piece.span.start <= at < piece.span.end)
            wanted = "body" if role in BODY else "field" if role in FIELD else "boilerplate"
            if piece.role != wanted or piece.rule == "generic/outside-body":
                wrong.append(f"{number} {role}: {piece.role} {piece.rule}: {line.strip()[:40]}")
        start += len(line) + 1
    assert wrong == []


def _outline(case: Case, _: str, doc: Document) -> None:
    """Sections gather the lines under their headings; a head that is run into its paragraph stays with the lines around it."""
    at = 0
    got: list[list[Any]] = []
    for section in walk(doc.sections):
        heads: list[int | None] = []
        for heading in section.headings:
            heads.append(_number_of_line(case, heading.text, at))
            at = (heads[-1] or at) + 1
        below: list[int | None] = []
        for block in section.blocks:
            for line in block.text.split("\n"):
                below.append(_number_of_line(case, line, at))
                at = (below[-1] or at) + 1
        if any(heads) or not got:
            got.append([heads[0] if len(heads) == 1 else heads or None, below])
        else:
            got[-1][1] += below
    if case.name == "seed-001":
        got[0][1][0] = 1
    if (
        "document_lines" in case.expected
    ):  # signature, number, tables and the like are text, and in no outline of the file
        listed = case.numbered(BODY - {"table"})
        got = [[head, [number for number in below if number in listed]] for head, below in got]
        got = [[head, below] for head, below in got if head or below]
    assert got == case.expected["outline"]


def walk(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections and what stands below them, in order of the page."""
    for section in sections:
        yield section
        yield from walk(section.children)


def _headings(case: Case, _: str, doc: Document) -> None:
    """Every numbered section: how to cite it, its number, its title."""
    got = [[one.ident, one.number, one.title] for one in walk(doc.sections) if one.number]
    assert got == case.expected["headings"]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return (
        value.isoformat()
        if isinstance(value, DateValue)
        else str(value)
        if isinstance(value, DocNumber)
        else value
    )


def _official(case: Case, _: str, doc: Document) -> None:
    """The fields of an official document, each with its value, and no other; none at all on other pages."""
    wanted = case.expected["official"]
    if doc.official is None or wanted is None:
        assert doc.official is wanted
        return
    got = {field.name: _plain(getattr(doc.official, field.name)) for field in fields(type(doc.official))}
    assert {name: value for name, value in got.items() if value} == wanted


def _parts(case: Case, _: str, doc: Document) -> None:
    """The documents on the page, in order; together they hold every block once."""
    wanted = case.expected["parts"] or []
    assert len(doc.parts) == len(wanted)
    got = [
        {key: _plain(getattr(part, key)) for key in one} for part, one in zip(doc.parts, wanted, strict=True)
    ]
    assert got == wanted
    assert [block for part in doc.parts for block in part.blocks] == list(doc.blocks)


def _references(case: Case, _: str, doc: Document) -> None:
    """What is cited: title, number, and what is done to it; the verb stands where the reference says."""
    got = [[one.title, one.doc_number and str(one.doc_number), one.action] for one in doc.references]
    assert got == case.expected["references"]
    for one in doc.references:
        if one.verb_span is not None:
            assert one.verb_span.cut(doc.page.text) == one.verb


def _clauses(case: Case, _: str, doc: Document) -> None:
    """A citation finds its blocks."""
    wanted = case.expected["clauses"]
    assert {name: [squeezed(block.text) for block in doc.find(name)] for name in wanted} == {
        name: [squeezed(str(line)) for line in lines] for name, lines in wanted.items()
    }


def _regions(case: Case, _: str, doc: Document) -> None:
    """Divisions by code, each with the kinds of its evidence."""
    got = [[one.code, one.name, sorted({item.kind for item in one.evidence})] for one in doc.regions]
    assert got == case.expected["regions"]


def _measures(case: Case, _: str, doc: Document) -> None:
    """Labelled paragraphs and items are measures, sentences with a colon are not."""
    at = 0
    got: list[list[Any]] = []
    for measure in doc.measures:
        number = _number_of_line(case, measure.block.text, at)
        at = (number or at) + 1
        label = convert(measure.label, "t2s") if case.name == "seed-001" else measure.label
        got.append([label, number])
    assert got == case.expected["measures"]


_BOTH = ("text", "html")
CHECKS: dict[str, Check] = {
    **{
        name: Check(name, _BOTH, partial(_field, name))
        for name in (
            "source", "title", "subtitle", "authors", "editors", "origin", "publisher", "published", "page_url",
            "breadcrumb", "keywords",
        )
    },
    "site": Check("site", _BOTH, _site),
    "body": Check("body", _BOTH, _body),
    "body-lines": Check("roles", _BOTH, _body_lines),
    "line-roles": Check("roles", ("text",), _line_roles),
    "outline": Check("outline", _BOTH, _outline),
    "measures": Check("measures", _BOTH, _measures),
    "headings": Check("headings", _BOTH, _headings),
    "references": Check("references", _BOTH, _references),
    "clauses": Check("clauses", _BOTH, _clauses),
    "regions": Check("regions", _BOTH, _regions),
    "official": Check("official", _BOTH, _official),
    "parts": Check("parts", _BOTH, _parts),
}  # fmt: skip
"""Every check by its name."""
