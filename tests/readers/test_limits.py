"""A page of more lines than any page has is refused with a clear error, before it takes gigabytes."""

from __future__ import annotations

import pytest

import policytext
from policytext.errors import InputError
from policytext.readers.limits import MAX_LINES, check_lines


def test_the_edge() -> None:
    """So many lines are read, and not one more."""
    check_lines(MAX_LINES)
    with pytest.raises(InputError) as raised:
        check_lines(MAX_LINES + 1)
    assert raised.value.code == "too_large"


@pytest.mark.parametrize("form", ["html", "text"])
def test_both_readers(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are counted in HTML, line breaks and paragraphs alike, and in dumps; blank ones do not count."""
    for module in ("readers.limits", "readers.html.compose", "readers.dump.reader"):
        monkeypatch.setattr(f"policytext.{module}.MAX_LINES", 100)
    many = {"html": "<p>段<br>落" * 60, "text": "段\n" * 101}[form]
    few = {"html": "<p>段<br><br> <p> " * 100, "text": "段\n\n\n" * 100}[form]
    with pytest.raises(InputError):
        policytext.parse(many, form=form)  # type: ignore[arg-type]
    assert len(policytext.parse(few, form=form).page.runs) == 100  # type: ignore[arg-type]
