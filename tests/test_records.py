"""Records and dictionaries as they are handed on: one schema whatever the page, valid, JSON-ready, back without loss."""

from __future__ import annotations

import importlib.util
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policytext
from laws.strategies import html_pages, pages
from policytext import Document
from policytext.records import FIELDS, empty_record, error_record
from support.cases import FIXTURES, ROOT
from support.reading import read
from support.sampling import examples, one_in

if TYPE_CHECKING:
    from pathlib import Path

jsonschema = pytest.importorskip("jsonschema", reason="validates the schemas")

CASES = sorted([*FIXTURES.glob("*/*/page.html"), *FIXTURES.glob("kinds/*")])
SAMPLE = (ROOT / "docs" / "sample.html").read_bytes()
PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,), "date": (str,), "integer": (int,), "number": (float, int), "strings": (list,), "integers": (list,),
}  # fmt: skip


def schema(name: str) -> Any:
    """A validator of a schema of the package."""
    found = json.loads(files("policytext").joinpath("schemas", name).read_text(encoding="utf-8"))
    kind = jsonschema.Draft202012Validator
    kind.check_schema(found)
    return kind(found)


RECORD, DOCUMENT = schema("record.schema.json"), schema("document.schema.json")


def holds(doc: Document) -> None:
    """Record and dictionary of a document are valid, and the dictionary leads back."""
    for record in (doc.to_record(), doc.to_record(text=False, audit=True)):
        assert list(record) == [field.name for field in FIELDS]
        for field in FIELDS:
            value = record[field.name]
            assert value is None or isinstance(value, PYTHON[field.type])
        RECORD.validate(json.loads(json.dumps(record)))
    flat = json.loads(json.dumps(doc.to_dict()))
    DOCUMENT.validate(flat)
    assert Document.from_dict(flat) == doc
    DOCUMENT.validate(doc.to_dict(ledger=False))


@pytest.mark.parametrize("path", one_in(3, CASES), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_fixtures_are_valid(path: Path) -> None:
    """Every fixture of every kind gives a valid record and a valid dictionary."""
    holds(read(path))


@settings(max_examples=examples(60))
@given(html_pages() | pages() | st.text(st.characters(categories=("L", "N", "P", "Z", "Cs")), max_size=80))
def test_any_document_is_valid(text: str) -> None:
    """The same for any text at all, lone and paired surrogates included."""
    holds(policytext.parse(text))


def test_paired_surrogates_survive() -> None:
    """Two lone surrogates side by side, which JSON reads back as one character, come back as two."""
    text = "关于\ud83d\ude00植树的通知\n各村要在三月底前完成补植\ud83d\ude00，并做好管护。\n"
    doc = policytext.parse(text)
    assert len(json.loads(json.dumps("\ud83d\ude00"))) == 1
    assert Document.from_dict(json.loads(json.dumps(doc.to_dict()))) == doc
    assert Document.from_dict(doc.to_dict()) == doc


def test_the_schemas_are_made_of_the_code() -> None:
    """The files in the package are what the tool makes of fields and models."""
    spec = importlib.util.spec_from_file_location(
        "make_schemas", ROOT / "tests" / "tools" / "make_schemas.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in module.SCHEMAS:
        text = files("policytext").joinpath("schemas", name).read_text(encoding="utf-8")
        assert text == module.written(name), "run python tests/tools/make_schemas.py"


def test_what_a_record_says() -> None:
    """Headline, dates in three forms, people, figures and audit of the sample page."""
    doc = policytext.parse(SAMPLE, url="http://www.qinghe.example/a.html")
    record = doc.to_record(audit=True)
    assert record["title"] == "青禾市出台四条措施保障春耕用水"
    assert (record["published"], record["published_on"], record["published_precision"]) == (
        "2024-03-18T09:20:00+08:00",
        "2024-03-18",
        "minute",
    )
    assert record["modified"] is None
    assert (record["authors"], record["editors"]) == (["王小禾"], ["李小麦"])
    assert (
        dict(zip(_list(record["credit_names"]), _list(record["credit_roles"]), strict=True))["李小麦"]
        == "editor"
    )
    assert record["text"] == doc.text
    assert record["characters"] == len(doc.text)
    assert record["removals"] == len(doc.removed) == sum(_list(record["audit_removals"]))
    assert record["audit_rules"] == list(doc.audit())
    assert 0 < float(str(record["kept_share"])) < 1
    assert doc.to_record(text=False)["text"] is None


def _list(value: object) -> list[Any]:
    assert isinstance(value, list)
    return value


def test_a_coarse_date_has_no_day() -> None:
    """A month is no day, so the column of days stays empty and the text says as much as the page does."""
    doc = policytext.parse(
        "青禾市植树规划\n发布日期：2018-12\n各村要在三月底前完成补植，并做好管护，确保成活。\n"
    )
    record = doc.to_record()
    assert (record["published"], record["published_on"], record["published_precision"]) == (
        "2018-12",
        None,
        "month",
    )


def test_an_error_is_a_record() -> None:
    """What could not be read has a row of the same fields."""
    record = error_record("a.png", "binary", "skip it")
    assert set(record) == set(empty_record())
    assert (record["location"], record["error"], record["message"]) == ("a.png", "binary", "skip it")
    RECORD.validate(record)


def test_what_an_older_version_wrote_is_read() -> None:
    """A key that is missing has its default; what every document needs is asked for."""
    doc = policytext.parse(SAMPLE)
    old = {
        key: value
        for key, value in doc.to_dict().items()
        if key not in ("kind", "modified", "links", "parts")
    }
    assert Document.from_dict(old) == doc
    with pytest.raises(policytext.PolicytextError, match="pieces"):
        Document.from_dict({key: value for key, value in old.items() if key != "pieces"})


def test_official_fields_are_columns() -> None:
    """What an official document says of itself, what it cites and where it is from stands in flat columns, lists side by side."""
    text = (
        "青禾市人民政府关于印发《青禾市节水办法》的通知\n青政发〔2024〕3号\n各区人民政府：\n根据《中华人民共和国水法》，市政府制定了《青禾市节水办法》（青府令〔2024〕1号），现印发给你们。\n"
        "本办法自2024年6月1日起施行，有效期至2029年5月31日。\n青禾市人民政府\n2024年5月6日\n（此件公开发布）\n抄送：市委办公室，市人大常委会办公室。\n青禾市人民政府办公室　　2024年5月7日印发\n"
    )
    record = policytext.parse(text).to_record()
    wanted = {
        "doc_number_code": "青政发", "doc_number_year": 2024, "doc_number_serial": 3, "signature": ["青禾市人民政府"], "note": "此件公开发布",
        "cc": ["市委办公室", "市人大常委会办公室"], "printed_by": "青禾市人民政府办公室", "printed_on": "2024-05-07", "expires_on": "2029-05-31",
    }  # fmt: skip
    assert {name: record[name] for name in wanted} == wanted
    assert record["reference_titles"] == ["青禾市节水办法", "中华人民共和国水法", "青禾市节水办法"]
    assert record["reference_actions"] == ["issues", "based_on", "issues"]
    assert record["reference_numbers"] == ["", "", "青府令〔2024〕1号"]
