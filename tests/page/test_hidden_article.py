"""An article that its page hides until a script shows it is read; what is hidden for good stays hidden.

Synthetic pages, our own writing.
"""

from __future__ import annotations

import pytest

import policytext
from support.views import sentence

SENTENCES = (
    "近日，青禾市水务局组织技术人员对禾水河沿线的十二处泵站逐一检修，更换老化电缆三百余米。",
    "检修人员每天早上六点出发，赶在气温升高之前完成露天作业，下午再回到站房核对仪表读数。",
    "据介绍，全部检修将于六月底前完成，届时沿线三个乡镇的农田灌溉用水可以得到保障。",
    "市水务局提醒沿线居民，检修期间河道水位可能有起伏，请勿下河游泳、捕鱼或者取水。",
    "检修结束后，各泵站将统一更换标识牌，并公布值守人员的电话，方便农户报告用水困难。",
    "沿线各乡镇也将安排巡河员每日巡查两次，发现漂浮物及时清理，保证进水口畅通。",
)
INNER = "".join(f"<section><p>{sentence}</p></section>" for sentence in SENTENCES)


def page(body: str) -> str:
    """A page with a headline, a date and this below them."""
    return (
        "<html><head><title>青禾市检修泵站</title></head><body><h1>青禾市检修泵站</h1><em>2023-05-08 09:12</em>"
        f"{body}<div>微信扫一扫关注该公众号</div></body></html>"
    )


def told(doc: policytext.Document) -> bool:
    """Whether the notes tell of hidden text that was read."""
    return any(note.startswith("hidden:") for note in doc.notes)


@pytest.mark.parametrize("style", ["visibility: hidden; opacity: 0;", "display:none"])
def test_an_article_hidden_until_a_script_shows_it(style: str) -> None:
    """As accounts of a messenger publish them: the text is there, hidden, and nothing else is there to read."""
    doc = policytext.parse(page(f'<div id="js_content" style="{style}">{INNER}</div>'))
    assert doc.text.split("\n") == list(SENTENCES)
    assert told(doc)


@pytest.mark.parametrize(
    "beside",
    [
        "<template><p>{{title}}，{{summary}}，点击查看全文，更多内容请关注我们的公众号。</p></template>",
        "<div style='display:none'><p>抱歉，您的浏览器版本过低，建议升级后再访问本页面。</p></div>",
        "<div><p>编者按：入夏以来，本报记者走访沿河乡镇，记录基层干部群众防汛备汛的故事，今天刊发第一篇。</p></div>",
    ],
    ids=["template", "hidden notice", "editor's note"],
)
def test_a_little_text_beside_it_does_not_hide_it(beside: str) -> None:
    """A second hidden text, or a short one that is displayed, is no reason to lose the article."""
    doc = policytext.parse(page(f'{beside}<div id="js_content" style="visibility:hidden">{INNER}</div>'))
    assert all(sentence in doc.text for sentence in SENTENCES)
    assert "{{title}}" not in doc.text
    assert "浏览器版本过低" not in doc.text
    assert told(doc)


def test_a_short_article_in_a_box_of_its_name() -> None:
    """Two sentences in the box that accounts put their text into are the article, though the frame says as much in dialogs of its own."""
    foot = "<p>当前内容可能存在未经审核的第三方商业营销信息，请确认是否继续访问。</p><p>： ， ， ， ， ， 。 视频 小程序 赞 ，轻点两下取消赞</p>"
    text = "".join(f"<section><p>{sentence}</p></section>" for sentence in SENTENCES[:3])
    doc = policytext.parse(page(f'<div id="js_content" style="visibility:hidden">{text}</div>{foot}'))
    assert doc.text.split("\n") == list(SENTENCES[:3])
    assert not told(policytext.parse(page(f'<div id="js_vote" style="visibility:hidden">{text}</div>{foot}')))


def test_hidden_text_beside_an_article_stays_hidden() -> None:
    """Negative: where a text is displayed, the hidden one is a draft or spam, however long."""
    hidden = f'<div style="display:none">{INNER.replace("泵站", "水闸")}</div>'
    doc = policytext.parse(page(f"<div>{INNER}</div>{hidden}"))
    assert doc.text.split("\n") == list(SENTENCES)
    assert not told(doc)


def test_a_hidden_text_not_much_longer_than_the_displayed_one_stays_hidden() -> None:
    """Negative: a short text that is displayed is the page's own where the hidden one is less than five times as long."""
    hidden = f'<div style="display:none">{INNER.replace("泵站", "水闸")}</div>'
    doc = policytext.parse(page(f"<div><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></div>{hidden}"))
    assert "水闸" not in doc.text
    assert not told(doc)


@pytest.mark.parametrize("name", ["login-agreement", "modal fade", "privacy_box"])
def test_a_dialog_stays_hidden(name: str) -> None:
    """Negative: an agreement that opens on a click is no article, though the page displays no other text."""
    doc = policytext.parse(page(f'<div class="{name}" style="display:none">{INNER}</div>'))
    assert SENTENCES[0] not in doc.text
    assert not told(doc)


def test_hidden_texts_of_many_blocks_stay_hidden() -> None:
    """Negative: what is hidden here and there is no one text."""
    boxes = "".join(f'<div style="display:none"><p>{sentence}</p></div>' for sentence in SENTENCES)
    assert not told(policytext.parse(page(boxes)))


def test_scripts_and_templates_stay_what_they_are() -> None:
    """Negative: text of a script inside the hidden block is not displayed with it."""
    script = "<script>var s = '青禾市召开会议，研究部署近期防汛工作，要求各县区压实责任。';</script>"
    doc = policytext.parse(page(f'<div id="js_content" style="visibility:hidden">{INNER}{script}</div>'))
    assert "研究部署" not in doc.text
    assert doc.text.split("\n") == list(SENTENCES)


@pytest.mark.parametrize(("size", "shown"), [(100, True), (99, False)])
def test_a_hundred_hidden_code_points_are_an_article(size: int, shown: bool) -> None:
    """Less is a dialog's."""
    text = f'<div style="display:none"><p>{sentence(size)}</p></div>'
    assert told(policytext.parse(page(text))) is shown


@pytest.mark.parametrize(("size", "shown"), [(200, True), (201, False)])
def test_displayed_text_beside_a_hidden_article(size: int, shown: bool) -> None:
    """Two hundred displayed code points may be an editor's note; one more is a text of its own, however long the hidden one."""
    hidden = "".join(f"<p>{sentence(100)}</p>" for _ in range(12))
    text = f'<p>{sentence(size)}</p><div style="display:none">{hidden}</div>'
    assert told(policytext.parse(page(text))) is shown


@pytest.mark.parametrize(("size", "shown"), [(24, True), (23, False)])
def test_running_text_is_lines_of_some_length(size: int, shown: bool) -> None:
    """A line below 24 code points is no running text: the labels of a hidden form have full stops, too."""
    lines = "".join(f"<p>{sentence(size)}</p>" for _ in range(6))
    assert told(policytext.parse(page(f'<div style="display:none">{lines}</div>'))) is shown
