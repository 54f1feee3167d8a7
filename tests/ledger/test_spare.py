"""A paragraph of the text with a name in it is no row of names: what is read from it stays read, the paragraph stays text."""

from __future__ import annotations

import pytest

import policytext

HEAD = "云岭县三个小区停水\n2024-05-06 09:00 来源：云岭晚报\n"
TEXT = "5日，家住新桥小区的高先生来电反映，停水三天了，这么热的天，连洗脸水都没有。\n当天下午，记者赶到小区，几位老人正提着水桶从河边往回走。\n"


@pytest.mark.parametrize(
    "last",
    [
        "记者随后来到物业办公室，工作人员说，水泵烧了，最快后天恢复供水。(见习记者王小禾)",
        "会议还研究了其他事项。（记者 王小禾 李石门）",
        "截至发稿时，供水已经恢复。（王小禾）",
    ],
)
def test_a_last_paragraph_with_a_credit(last: str) -> None:
    """However short it is, and whatever follows: it ends in a stop and a name in brackets."""
    for foot in ("", "责任编辑：何山\n", "相关新闻\n老街修好石板路\n山里办起书屋\n"):
        assert last in policytext.parse(HEAD + TEXT + last + "\n" + foot).text


def test_a_row_below_the_text_goes() -> None:
    """Negative: a row of names has no clause and no stop."""
    assert "记者 王小禾 通讯员 何山" not in policytext.parse(HEAD + TEXT + "记者 王小禾 通讯员 何山\n").text
