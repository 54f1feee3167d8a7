"""What stands between the parts of a line is taken out of the text that rules see, and leads back to the page."""

from __future__ import annotations

import pytest

from policytext.page.displayed_repair import repair_displayed
from policytext.page.split_lines import join
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_end_amid_a_sentence(end: str) -> None:
    """It goes, whichever it is, also where the repair would make U+000A of it."""
    page = read_dump(
        f"青禾县为了做好汛期的各项工作，根据{end}《防汛条例》{end}，制定本办法。{end}各乡镇{end}，应当执行。"
    )
    joined = join(page, repair_displayed(page)).text
    assert joined.text == "青禾县为了做好汛期的各项工作，根据《防汛条例》，制定本办法。\n各乡镇，应当执行。"
    assert joined.replay() == joined.text


def test_hidden_text_within_a_line() -> None:
    """What is not displayed goes with the line end that the reader set before it, and is told as a piece of its own."""
    page = read_html("<p>青禾县<span style='display:none'>草稿</span>召开会议。</p>")
    joined = join(page, repair_displayed(page))
    assert joined.text.text == "青禾县召开会议。"
    assert [span.cut(page.text) for span in joined.inner] == ["草稿"]


def test_nothing_to_join() -> None:
    """A page of whole lines comes back as it is."""
    page = read_dump("青禾县召开会议。\n各乡镇参加。")
    repaired = repair_displayed(page)
    assert join(page, repaired).text is repaired
