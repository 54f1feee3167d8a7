"""Official documents: no line of a document is lost, whatever frame stands around it, in a dump as in HTML."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

import policytext
from policytext import Document
from support.cases import Case, fixture_cases

CASES = fixture_cases("official")
FORMS = [(case, form) for case in CASES for form in ("text", "html")]
FRAME = frozenset({"nav", "share", "related", "site_footer"})
MAY_BE_FIELD = frozenset({"title", "doc_number", "byline", "official_header", "breadcrumb"})
FIELDS = (
    "title",
    "subtitle",
    "authors",
    "editors",
    "origin",
    "published",
    "page_url",
    "breadcrumb",
    "keywords",
)


def _ids(value: object) -> str:
    return value.name if isinstance(value, Case) else str(value)


@cache
def document(case: Case, form: str) -> Document:
    """The case, read in this form."""
    page = case.dump if form == "text" else case.html
    assert page is not None
    return policytext.parse(page, url=case.expected["url"])


def squeezed(text: str) -> str:
    """Without white space, which the two forms of a page may spend differently."""
    return "".join(text.split())


def roles_at(doc: Document, line: str, after: int) -> tuple[set[str], int]:
    """Roles of the pieces that hold a line, looked for behind ``after`` in the displayed text without white space."""
    shown = [(at, char) for at, char in enumerate(doc.page.text) if not char.isspace() and at >= after]
    text = "".join(char for _, char in shown)
    start = text.find(squeezed(line))
    assert start >= 0, f"not on the page: {line}"
    first, last = shown[start][0], shown[start + len(squeezed(line)) - 1][0]
    return {p.role for p in doc.pieces if p.span.start <= last and p.span.end > first}, last + 1


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_no_line_of_the_document_is_lost(case: Case) -> None:
    """Every line of the document is body; its headline and number may be fields; none is boilerplate."""
    doc = document(case, "text")
    wrong: list[str] = []
    start = 0
    for number, line in enumerate(case.dump.split("\n"), 1):
        role = case.expected["roles"].get(str(number))
        if number in case.expected["document_lines"]:
            low = start + len(line) - len(line.lstrip())
            high = start + len(line.rstrip())
            got = {p.role for p in doc.pieces if p.span.start < high and p.span.end > low}
            if got - ({"body", "field"} if role in MAY_BE_FIELD else {"body"}):
                wrong.append(f"{number} {role}: {got}: {line.strip()[:40]}")
        elif role in FRAME:
            low = start + len(line) - len(line.lstrip())
            got = {
                p.role for p in doc.pieces if p.span.start < start + len(line.rstrip()) and p.span.end > low
            }
            if got != {"boilerplate"}:
                wrong.append(f"{number} {role}: {got}: {line.strip()[:40]}")
        start += len(line) + 1
    assert wrong == []


@pytest.mark.parametrize(("case", "form"), FORMS, ids=_ids)
def test_document_lines_are_in_the_text(case: Case, form: str) -> None:
    """What belongs to the document, signature, date, notes and attachment list included, is in ``doc.text``, in order."""
    text = squeezed(document(case, form).text)
    at = 0
    missing: list[str] = []
    for number in case.expected["document_lines"]:
        if case.expected["roles"][str(number)] in MAY_BE_FIELD:
            continue
        line = squeezed(case.lines[number - 1])
        found = text.find(line, at)
        if found < 0:
            missing.append(f"{number}: {line[:40]}")
        else:
            at = found + len(line)
    assert missing == []


@pytest.mark.parametrize(("case", "form"), FORMS, ids=_ids)
def test_frame_is_not_in_the_text(case: Case, form: str) -> None:
    """Menus, tool bars, related links and footers are not in ``doc.text``."""
    lines = set(map(squeezed, document(case, form).text.split("\n")))
    frame = [case.lines[number - 1] for number in case.numbered(FRAME)]
    assert [line for line in frame if squeezed(line) in lines] == []


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize(("case", "form"), FORMS, ids=_ids)
def test_field(case: Case, form: str, name: str) -> None:
    """Each field has the value that a reader of the page gives it."""
    doc = document(case, form)
    wanted: Any = case.expected[name]
    got: Any = getattr(doc, "url" if name == "page_url" else name)
    if name == "published":
        got = got and got.isoformat()
    assert got == (tuple(wanted) if isinstance(wanted, list) else wanted)


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_twins(case: Case) -> None:
    """The same document as HTML and as a dump has the same text."""
    assert squeezed(document(case, "text").text) == squeezed(document(case, "html").text)
