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
    assert abs(weigh_evidence(dict.fromkeys(table, 9.0), table)) == 5.0
    assert weigh_evidence({"evidence that nobody weighed": 3.0}, table) == 0.0


def test_the_weights_are_whole() -> None:
    """There is a table for each form and each side, and its bias."""
    assert set(WEIGHTS) == {(form, side) for form in ("html", "text") for side in ("above", "below")}
    assert all("bias" in table and "short" in table for table in WEIGHTS.values())


TALK = (
    "记者：水费会涨吗？",
    "周大田：不会。",
    "记者：为什么？",
    "周大田：钱由市里出。",
    "记者：什么时候通水？",
    "周大田：年底前，最迟明年开春。",
)


def test_a_talk_begins_with_its_first_question() -> None:
    """Who speaks further down speaks at the beginning, however short the lines are."""
    assert policytext.parse(
        "石桥镇通水问答\n2024-05-06 来源：青禾日报\n" + "\n".join(TALK)
    ).text == "\n".join(TALK)


NOISE = (
    "云岭在线创建于二〇〇三年，是云岭地区影响较大的综合门户，内容涵盖新闻、房产、招聘、交友等多个频道，欢迎各界朋友与我们合作。",
    "本站所登载的信息由各供稿单位提供，其真实性和准确性由供稿单位负责，读者应自行核实相关内容后再作判断。",
)


@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("name", TAILS)
def test_a_paragraph_below_the_foot_is_the_sites(name: str, noise: str) -> None:
    """Behind the licences of a site nothing is text, and the text above loses nothing by it."""
    page = HEAD + TEXT + TAILS[name] + FOOT
    assert policytext.parse(f"{page}\n{noise}").text == policytext.parse(page).text


def test_a_licence_amid_paragraphs_ends_nothing() -> None:
    """Whoever copied a text copied a line of the foot with it: what goes on behind it for paragraphs is text."""
    upper, lower = TEXT.splitlines()
    doc = policytext.parse(HEAD + f"{upper}\n并ICP备00000000号\n{lower}\n{lower[:-1]}，明年再种。")
    assert doc.text.endswith("明年再种。")


NOTICE = "<p>各乡镇人社中心：</p><p>　　县里将于下月举办技能培训，请各乡镇把名单报齐，逾期不再受理，费用由县财政承担。</p>"
SIGNED = "<p>云岭县人社局</p><p>2022年9月29日</p>"


@pytest.mark.parametrize(
    "link",
    [
        "<p>附件：1.<a href='/1.doc'>培训计划表</a></p><p>2.<a href='/2.doc'>报名汇总表</a></p>",
        "<p><a href='/in'>报名入口</a></p>",
        "<p><a href='/in'>报名入口</a></p><p>未尽事宜，由县人社局解释。</p>",
    ],
    ids=["files", "form", "form-and-sentence"],
)
def test_what_is_signed_reaches_to_its_signature(link: str) -> None:
    """Files by their numbers, a link to a form, a last short sentence: behind them a notice is signed and dated."""
    page = f"<h1>关于开展技能培训的通知</h1><div>2022-09-30 来源：云岭县人社局</div><div>{NOTICE}{link}{SIGNED}</div>"
    assert policytext.parse(page.encode(), encoding="utf-8").text.endswith("云岭县人社局\n2022年9月29日")


def test_comments_in_a_box_of_their_own_are_no_text() -> None:
    """Two sentences of news, and below them readers who have more to say."""
    said = "我们村去年也修了塘，说好今年通水，到现在还没有动静，希望领导来看看，别光写材料不办事。"
    news = "<p>18日晚，石桥镇组织二十名党员沿河巡查，重点查看涵闸和跨河桥。</p><p>镇里说，汛期每晚都会安排人值守。</p>"
    box = "".join(f"<div><span>网友{at}</span><p>{said}</p></div>" for at in range(3))
    page = f"<h1>石桥镇夜巡河道</h1><div>2021-02-18 来源：青禾网</div><div>{news}</div><div class='comments'>{box}</div>"
    assert (
        policytext.parse(page.encode(), encoding="utf-8").text.splitlines()[-1]
        == "镇里说，汛期每晚都会安排人值守。"
    )
