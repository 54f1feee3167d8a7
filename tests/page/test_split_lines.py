"""What stands between the parts of a line is taken out of the text that rules see, and leads back to the page."""

from __future__ import annotations

import pytest

from policytext.models.page import Mark, Page, Run
from policytext.models.script import Change, NormalizedText
from policytext.models.spans import Span
from policytext.page.displayed_repair import repair_displayed
from policytext.page.split_lines import rejoin
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_end_amid_a_sentence(end: str) -> None:
    """It goes, whichever it is, also where the repair would make U+000A of it."""
    page = read_dump(
        f"青禾县为了做好汛期的各项工作，根据{end}《防汛条例》{end}，制定本办法。{end}各乡镇{end}，应当执行。"
    )
    joined = rejoin(page, repair_displayed(page)).text
    assert joined.text == "青禾县为了做好汛期的各项工作，根据《防汛条例》，制定本办法。\n各乡镇，应当执行。"
    assert joined.replay() == joined.text


def test_hidden_text_within_a_line() -> None:
    """What is not displayed goes with the line end that the reader set before it, and is told as a piece of its own."""
    page = read_html("<p>青禾县<span style='display:none'>草稿</span>召开会议。</p>")
    joined = rejoin(page, repair_displayed(page))
    assert joined.text.text == "青禾县召开会议。"
    assert [span.cut(page.text) for span in joined.inner] == ["草稿"]


def test_nothing_to_join() -> None:
    """A page of whole lines comes back as it is."""
    page = read_dump("青禾县召开会议。\n各乡镇参加。")
    repaired = repair_displayed(page)
    assert rejoin(page, repaired).text is repaired


def made(text: str, *runs: tuple[int, int, int]) -> Page:
    """A page of these runs: start, end, marks."""
    return Page(text, "text", tuple(Run(start, end, 0, marks, 0) for start, end, marks in runs))


def unrepaired(found: Page) -> NormalizedText:
    """Its text, as it stands."""
    return NormalizedText(found.text, found.text)


def test_a_line_end_within_a_sentence_goes() -> None:
    """A run that goes on with the line before: the line end between the two is taken out, and nothing else."""
    found = made("县里印发\n《办法》，", (0, 4, 0), (5, 10, int(Mark.CONTINUED)))
    joined = rejoin(found, unrepaired(found))
    assert joined.text.text == "县里印发《办法》，"
    assert [change.kind for change in joined.text.changes] == ["join"]
    assert joined.inner == frozenset()


def test_hidden_text_within_a_line_is_recorded() -> None:
    """What is hidden between two parts of a line leaves the text and is told, so that the ledger can give it a piece."""
    found = made("县里**印发", (0, 2, 0), (2, 4, int(Mark.HIDDEN)), (4, 6, int(Mark.CONTINUED)))
    joined = rejoin(found, unrepaired(found))
    assert joined.text.text == "县里印发"
    assert joined.inner == frozenset({Span(2, 4)})


def test_hidden_text_between_lines_is_not_inner() -> None:
    """Negative: hidden text before a line of its own stands inside no line."""
    found = made("县里**\n印发", (0, 2, 0), (2, 4, int(Mark.HIDDEN)), (5, 7, 0))
    joined = rejoin(found, unrepaired(found))
    assert joined.text is not None
    assert joined.text.changes == ()
    assert joined.inner == frozenset()


def test_a_deletion_that_overlaps_a_repair_is_not_made() -> None:
    """A repair that reaches out of the deletion stays, the deletion is left out, and the others are made."""
    text = "甲乙\n丙丁\n戊"
    found = made(text, (0, 2, 0), (3, 5, int(Mark.CONTINUED)), (6, 7, int(Mark.CONTINUED)))
    repaired = NormalizedText("甲乙 丙丁\n戊", text, (Change("white-space", Span(1, 3), "乙\n", "乙 "),))
    joined = rejoin(found, repaired).text
    assert [change.kind for change in joined.changes] == ["white-space", "join"]
    assert joined.text == joined.replay() == "甲乙 丙丁戊"
