"""Sources as plain data: there and back, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

import policytext
from policytext.errors import UsageError
from policytext.rules.serial import FORMAT
from policytext.sources import SOURCES


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.key)
def test_every_source_goes_there_and_back(source: policytext.Source) -> None:
    """All built-in sources, families and fields included, survive JSON."""
    assert policytext.Source.from_dict(json.loads(json.dumps(source.to_dict()))) == source


def test_nothing_is_null() -> None:
    """TOML has no null: what is absent is left out."""
    assert "null" not in json.dumps([source.to_dict() for source in SOURCES])


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (None, "malformed", "mapping"),
        ({}, "malformed", "key"),
        ({"key": "a", "format": FORMAT + 1}, "later_format", f"format {FORMAT + 1}"),
        ({"key": "a", "format": "x"}, "malformed", "format"),
        ({"key": "a", "colour": "red"}, "malformed", "colour"),
        ({"key": "a", "rules": "x"}, "malformed", "rules"),
        ({"key": "a", "rules": [3]}, "malformed", "rules[0]"),
        ({"key": "a", "rules": [{"name": "a/b"}]}, "malformed", "rules[0]"),
        ({"key": "a", "rules": [{"name": "a/b", "kind": "line", "pattern": "("}]}, "bad_rule", "a/b"),
        ({"key": "a", "evidence": [{"subject": "x"}]}, "malformed", "evidence[0]"),
        ({"key": "a", "family": "tougao"}, "malformed", "family"),
        ({"key": "a", "body": "#x"}, "bad_source", "body"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_place(data: Any, code: str, said: str) -> None:
    """The error says where the data is wrong; a later format by its number."""
    with pytest.raises(UsageError) as caught:
        policytext.Source.from_dict(data)
    assert (caught.value.code, said in caught.value.message) == (code, True), caught.value.message
