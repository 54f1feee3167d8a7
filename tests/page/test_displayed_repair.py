"""Only what is displayed is repaired, and what was repaired leads back to its place on the page."""

from __future__ import annotations

from unittest.mock import patch

from policytext.models.script import NormalizedText
from policytext.page import displayed_repair
from policytext.page.displayed_repair import repair_displayed
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html
from policytext.script.normalize import repair

GLOSSED = "青禾縣裡召開(kāi)會(huì)議，研究防汛工作。各鄉(xiāng)鎮(zhèn)要實(shí)行專(zhuān)人值守。"


def test_scripts_are_not_looked_at() -> None:
    """The repair sees the displayed text and the title, and nothing of scripts, styles and hidden text."""
    seen: list[str] = []
    page = read_html(
        "<title>标题</title><style>p{}</style><p>第一段</p><script>var a='xiàn'</script>"
        "<p>第二段</p><p>第三段</p><div style='display:none'>草稿</div>"
    )

    def watched(text: str, *, most: int | None) -> NormalizedText:
        seen.append(text)
        return repair(text, most=most)

    with patch.object(displayed_repair, "repair", watched):
        repair_displayed(page)
    assert seen == ["标题\n第一段\n第二段\n第三段"]


def test_changes_lead_back_over_scripts() -> None:
    """Replaying the changes on the page's text gives the repaired text, and each change stands where it says."""
    page = read_html(f"<script>var wide='(kāi)'</script><p>{GLOSSED}</p><script>x</script><p>{GLOSSED}</p>")
    done = repair_displayed(page)
    assert done.replay() == done.text
    assert [change.before for change in done.changes][:2] == ["(kāi)", "(huì)"]
    assert all(change.span.cut(page.text) == change.before for change in done.changes)
    assert done.report.glosses == done.changes
    assert "var wide='(kāi)'" in done.text


def test_nothing_to_do_gives_the_text_itself() -> None:
    """A page without damage comes back as it is, not as a copy."""
    page = read_html("<script>é</script><p>青禾县召开会议。</p>")
    done = repair_displayed(page)
    assert done.text is page.text
    assert not done.changes


def test_a_dump_is_repaired_as_a_whole() -> None:
    """All of a dump is displayed."""
    page = read_dump(GLOSSED)
    assert "kāi" not in repair_displayed(page).text


def test_damage_that_is_left_is_placed_on_the_page() -> None:
    """What could not be repaired is reported with its place on the page, behind a script."""
    page = read_html("<script>var a=1</script><p>家園，當(dāng)?shù)卣杆夙憫?yīng)，采取措施</p>")
    done = repair_displayed(page)
    assert [wound.text for wound in done.wounds] == ["?shù)卣杆夙憫?yīng)"]
    assert all(wound.span.cut(page.text) == wound.text for wound in done.wounds)
