"""Law 2, for dumps: the dump reader changes nothing and its runs are what is displayed. For HTML see test_reader_html.py."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from laws.strategies import pages
from policytext.models.page import Mark
from policytext.readers.dump.reader import read_dump


@given(st.one_of(st.text(), pages()))
@example("一\r\n二\x0b三\x0c四\x1c五\x85六\u2028七\u2029八\n")
@example("\ufeff　　标题\n\n\n\t正文。 \n")
@example("\ud800\x00")
def test_a_dump_is_kept_to_the_letter(text: str) -> None:
    """Text in, the same text out: no trimming, no other line ends, no normal form, no dropped byte order mark."""
    assert read_dump(text).text == text


@given(st.one_of(st.text(), pages()))
def test_runs_are_what_is_displayed(text: str) -> None:
    """Runs are in order, trimmed, not empty, and what lies between them is white space."""
    page = read_dump(text)
    at = 0
    for run in page.runs:
        assert at <= run.start < run.end <= len(text)
        assert text[at : run.start].strip() == ""
        shown = text[run.start : run.end]
        assert shown == shown.strip()
        assert "\n" not in shown
        assert run.node == 0
        assert 0 <= run.link <= run.end - run.start
        at = run.end
    assert text[at:].strip() == ""
    assert page.form == "text"


@given(st.lists(st.text("县里通知，印发：12。年月"), min_size=1))
def test_plain_lines_have_no_marks(lines: list[str]) -> None:
    """Text without marks of Markdown gives runs without marks but the one of a line that goes on."""
    for run in read_dump("\n".join(lines)).runs:
        assert run.marks & ~Mark.CONTINUED == run.link == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_a_run_whatever_ends_it(end: str) -> None:
    """LF, CR LF and CR alone part lines, and none of them is in a run."""
    page = read_dump(f"县里通知{end}印发文件{end}")
    assert [run.span.cut(page.text) for run in page.runs] == ["县里通知", "印发文件"]
