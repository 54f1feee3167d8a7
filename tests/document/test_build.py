"""The last step: what the notes tell a reader who only looks at the text."""

from __future__ import annotations

from pathlib import Path

import policytext

TEXT = (
    "云岭县水务局近日对全县十二座小型水库逐一检查，重点查看溢洪道、放水设施和坝体渗漏情况，并为每座水库建立台账。",
    "检查组要求各水库管理单位落实值班制度，备足编织袋、块石等抢险物资，发现险情第一时间上报。",
    "据介绍，今年汛期全县计划新增雨量监测点三十处，监测数据实时传送到县防汛指挥部。",
)
HEAD = "云岭县检查小型水库\n2021-03-04 10:20 来源：云岭日报\n"


def notes(page: str | bytes, start: str) -> list[str]:
    """The notes that begin with this word."""
    return [note for note in policytext.parse(page).notes if note.startswith(start)]


def test_running_text_outside_the_body_is_told() -> None:
    """Edges: a long paragraph that goes as outside the body may be a mistake, so the reader is told how many there are."""
    far = "本站编辑部常年征集反映基层生活的稿件，来稿请注明真实姓名与联系方式，一经采用即付稿酬，未采用的稿件恕不退还，请作者自留底稿。"
    html = (
        f"<html><body><p>{far}</p><ul>{'<li><a href=/>要闻</a></li>' * 9}</ul><h1>云岭县检查小型水库</h1><p>2021-03-04 10:20</p><div>"
        + "".join(f"<p>{text}</p>" for text in TEXT)
        + "</div></body></html>"
    )
    doc = policytext.parse(html)
    outside = [item for item in doc.removed if item.rule == "generic/outside-body" and "稿酬" in item.text]
    assert len(outside) == 1
    assert notes(html, "edges:") == [
        "edges: 1 place of running text outside the body, removed as generic/outside-body"
    ]
    assert notes(html.replace(f"<p>{far}</p>", ""), "edges:") == []


def test_damage_that_is_left_is_told() -> None:
    """Damage: bytes that are gone are counted in a note; a page without any has no such note."""
    hurt = "家園，當(dāng)?shù)卣杆夙憫?yīng)，采取措施"
    page = HEAD + "\n".join((*TEXT, hurt))
    assert len(policytext.parse(page).script.unrecoverable) == 1
    assert notes(page, "damage:") == ["damage: 1 place left as found, see script.unrecoverable"]
    assert notes(HEAD + "\n".join(TEXT), "damage:") == []


KINDS = Path(__file__).parents[1] / "fixtures" / "kinds"


def test_an_unsure_headline_is_told() -> None:
    """Headline: a choice below .35 says that it is a guess, one above does not, and our pages hold both."""
    assert notes(HEAD + "\n".join(TEXT), "headline:") == []
    told: list[bool] = []
    for path in sorted(KINDS.glob("*.txt")):
        doc = policytext.parse(path.read_bytes())
        title = doc.field("title")
        unsure = title is not None and title.confidence < 0.35
        assert ("headline: unsure, see field('title').others" in doc.notes) == unsure, path.name
        told.append(unsure)
    assert {True, False} == set(told)
