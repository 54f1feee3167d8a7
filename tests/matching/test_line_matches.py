"""What a line matches, asked by name."""

from __future__ import annotations

import pytest

from policytext.matching.matcher import Matcher
from policytext.models.script import NormalizedText
from policytext.page.view import build_view
from policytext.readers.dump.reader import read_dump
from policytext.rules import opener
from policytext.sources import SHARED


def asked(line: str, sign: str) -> tuple[bool, bool]:
    """Whether a line under an opener of this sign opens a block of frame, and whether it ends the body for sure."""
    rule = opener("own/end", line, keys=(line,), sign=sign)  # type: ignore[arg-type]
    view = build_view(read_dump(line), NormalizedText(line, line))
    found = Matcher((rule,)).run(view)
    return found.opens_frame(0), found.ends_for_sure(0)


@pytest.mark.parametrize(
    ("sign", "answers"), [("weak", (False, False)), ("opener", (True, False)), ("strong", (True, True))]
)
def test_the_sign_of_an_opener_decides(sign: str, answers: tuple[bool, bool]) -> None:
    """A weak opener opens nothing by itself, a strong one ends the body whatever follows."""
    assert asked("相关新闻", sign) == answers


def test_a_line_without_a_match_answers_no() -> None:
    """Running text matches nothing: no question about it is answered with yes."""
    line = "检修人员每天早上六点出发，赶在气温升高之前完成露天作业。"
    found = Matcher(SHARED).run(build_view(read_dump(line), NormalizedText(line, line)))
    assert not found.opens_frame(0)
    assert not found.ends_for_sure(0)
    assert not found.is_boilerplate(0)
    assert found.rules() == set()
