"""The edges of the body: what belongs to the text stays with it, and it ends where frame begins and stays."""

from __future__ import annotations

import pytest

import policytext
from policytext.locate.block_weights import WEIGHTS
from policytext.locate.edges import weigh_evidence

HEAD = "青禾县公布今年春季植树成绩\n2024-05-06 来源：青禾日报\n"
TEXT = (
    "青禾县林业局昨天公布春季植树成绩，全县共植树三十二万株，成活率比去年高出四个百分点，超额完成了年初定下的任务。\n"
    "林业局的负责人说，今年把树苗直接送到村口，由各村自己挑选地块，栽下的树由护林员登记，两年内死了的补栽。\n"
)
FOOT = "上一篇：青禾县召开春耕会议\n下一篇：没有了\n版权所有 青禾县融媒体中心\n并ICP备00000000号"

TAILS = {
    "names": "获奖名单如下：\n王小禾　石桥镇中心小学\n李小麦　石桥镇中心小学\n赵大川　云岭县第一中学\n孙小谷　云岭县职业学校\n",
    "table": "各乡镇植树株数：\n青禾镇\n12000\n98%\n云岭乡\n8600\n97%\n石门乡\n4500\n99%\n",
    "numbered": "领取树苗须带：\n1.身份证原件\n2.村委会证明\n3.承包地的图\n",
    "telephones": "青禾镇林业站 0900-6210001\n云岭乡林业站 0900-6210002\n石门乡林业站 0900-6210003\n",
    "signature": "特此公告。\n青禾县林业局\n2024年5月6日\n",
}


@pytest.mark.parametrize("name", TAILS)
def test_short_lines_that_end_a_text_stay(name: str) -> None:
    """In a dump, where nothing tells links, lists and tables behind the last paragraph are text; the foot is not."""
    doc = policytext.parse(HEAD + TEXT + TAILS[name] + FOOT)
    for line in TAILS[name].splitlines():
        assert "".join(line.split()) in "".join(doc.text.split()), line
    assert "上一篇" not in doc.text
    assert "版权所有" not in doc.text


def test_links_behind_the_text_are_frame() -> None:
    """In markup a list of links under a heading of its own is a list of other articles."""
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    links = "".join(f"<li><a href='/{at}'>云岭乡第{at}期简报</a></li>" for at in range(5))
    doc = policytext.parse(
        f"<h1>青禾县公布植树成绩</h1><div class=con>{paragraphs}</div><div><h3>相关新闻</h3><ul>{links}</ul></div>"
    )
    assert "简报" not in doc.text
    assert "护林员登记" in doc.text


def test_links_to_files_are_text() -> None:
    """附件 with links to files, signature and date behind them: the second link does not end the body."""
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    files = "<p>附件：1.<a href='1.doc'>树苗登记表.doc</a></p><p>2.<a href='2.doc'>护林员名册.doc</a></p><p>青禾县林业局</p><p>2024年5月6日</p>"
    doc = policytext.parse(f"<h1>青禾县公布植树成绩</h1><div class=con>{paragraphs}{files}</div>")
    assert "护林员名册.doc" in doc.text
    assert doc.text.rstrip().endswith("2024年5月6日")


def test_one_block_does_not_outweigh_all_others() -> None:
    """What a block says is bounded, whatever its evidence."""
    table = WEIGHTS["text", "below"]
    assert abs(weigh_evidence(dict.fromkeys(table, 9.0), table)) <= 5.0
    assert weigh_evidence({"evidence that nobody weighed": 3.0}, table) == 0.0


def test_the_weights_are_whole() -> None:
    """There is a table for each form and each side, and its bias."""
    assert set(WEIGHTS) == {(form, side) for form in ("html", "text") for side in ("above", "below")}
    assert all("bias" in table and "short" in table for table in WEIGHTS.values())
