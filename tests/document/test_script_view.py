"""The script of a document and the conversion of its text."""

from __future__ import annotations

from typing import Any

import pytest

import policytext
from policytext.document.script_view import rewriter
from policytext.models.script import ScriptReport
from policytext.script import convert

HANS = (
    "乾清宫前的石阶今年完成修缮\n"
    "2021-03-04 10:20 来源：云岭日报\n"
    "乾清宫前的石阶经过两年修缮，昨天重新对游人开放，参观者需要提前一天在网上预约，每天限额三千人。\n"
    "修缮期间共更换石料四十余块，工匠们沿用旧法，用糯米灰浆填缝，再以麻布反复擦拭，直到看不出新旧的分界。\n"
)
HANT = (
    "縣圖書館延長開放時間\n"
    "2021-03-04 10:20 來源：雲嶺日報\n"
    "縣圖書館從下個月起延長開放時間，每天晚上九點閉館，週末增設兒童閱覽專場，讀者憑證即可入場，無須另外登記。\n"
    "館長說，延長開放以後需要增加三名管理員，經費由縣政府補助一半，其餘由社會各界認捐，不足的部分明年再議。\n"
)


def test_a_text_in_the_target_script_is_left_alone() -> None:
    """Converting twice is not the same as once (乾清宮 → 乾清宫 → 干清宫): Simplified asked for hans stays as it stands."""
    doc = policytext.parse(HANS, script="hans")
    assert doc.text == policytext.parse(HANS).text
    assert doc.title == "乾清宫前的石阶今年完成修缮"
    assert policytext.parse(HANT, script="hant").text == policytext.parse(HANT).text


@pytest.mark.parametrize(
    ("script", "target", "converted"),
    [
        ("hans", "hans", False), ("hant", "hant", False), ("none", "hans", False), ("none", "hant", False),
        ("hans", "hant", True), ("hant", "hans", True), ("mixed", "hans", True), ("mixed", "hant", True),
    ],
)  # fmt: skip
def test_what_is_converted_into_what(script: Any, target: Any, converted: bool) -> None:
    """The other script and a mixture are converted, the target script itself and what shows none are not."""
    assert (rewriter(lambda: ScriptReport(script), target) is not None) is converted


@pytest.mark.parametrize(("page", "script", "word"), [(HANT, "hans", "县图书馆"), (HANS, "hant", "雲嶺")])
def test_text_and_fields_are_converted_together(page: str, script: str, word: str) -> None:
    """The other script: blocks, title and origin are converted, the ledger and the raw value stay as displayed."""
    doc = policytext.parse(page, script=script)  # type: ignore[arg-type]
    assert word in doc.text + (doc.origin or "")
    plain = policytext.parse(page)
    assert doc.title == convert(plain.title or "", "t2s" if script == "hans" else "s2t")
    assert doc.origin == convert(plain.origin or "", "t2s" if script == "hans" else "s2t")
    assert doc.page.text == page
    found = doc.field("title")
    assert found is not None
    assert found.raw in page


def test_damage_is_not_converted() -> None:
    """What is left of lost bytes is no text: it stands in the converted document as it stood on the page."""
    page = HANT + "\n當(dāng)?shù)卣杆夙憫?yīng)，采取措施。"
    doc = policytext.parse(page, script="hans")
    assert doc.script.unrecoverable
    for wound in doc.script.unrecoverable:
        assert wound.text in doc.text
