"""Labels of byline rows that are not in common use: what makes one a field, and what leaves it in doubt."""

from __future__ import annotations

import pytest

import policytext
from policytext.errors import UsageError
from policytext.rules import Label, Source

WRITERS = ("王小禾", "李建国", "张晓燕", "刘海涛", "陈文博", "赵春梅")
EDITORS = ("周永胜", "吴雨晴", "孙明远", "胡秀兰", "朱子涵", "高学军")
PAPERS = ("青禾日报", "云岭晚报", "西岭融媒", "青禾日报", "南川发布", "云岭晚报")


def page(number: int, row: str, below: str = "") -> str:
    """One page of an invented site; ``{w}``, ``{e}``, ``{p}`` and ``{d}`` in the row are writer, editor, paper and day."""
    filled, foot = (
        text.format(w=WRITERS[number], e=EDITORS[number], p=PAPERS[number], d=f"2024-05-0{number + 1}")
        for text in (row, below)
    )
    work = ("渠道清淤", "村道硬化", "果园滴灌", "河堤加固", "苗木补植", "饮水入户")[number]
    text = f"<p>东坡镇的{work}昨天完工，比原计划早了三天，沿线群众都说方便了许多。</p><p>负责人说，{work}之后还要管护，今年的经费已经落实到位。</p>"
    return f"<h1>东坡{work}见成效</h1><div>{filled}</div><div id='con'>{text}{foot}</div>"


def learned(row: str, below: str = "", count: int = 5) -> dict[str, str]:
    """Label → field, of some pages with such a row."""
    source = policytext.learn([page(number, row, below) for number in range(count)], key="qinghe")
    return {label.text: label.field for label in source.labels}


@pytest.mark.parametrize(
    ("row", "labels"),
    [
        ("稿件出自：{p} 撰著者：{w} 编务：{e} 推发日：{d}", {"稿件出自": "origin", "撰著者": "author", "编务": "editor", "推发日": "published"}),
        ("[稿件出自]{p} [登出]{d}", {"稿件出自": "origin", "登出": "published"}),
        ("稿件出自/{p} 推发日/{d}", {"稿件出自": "origin", "推发日": "published"}),
        ("<div>撰著者</div><div>{w}</div>", {"撰著者": "author"}),
    ],
)  # fmt: skip
def test_what_follows_and_the_word_tell(row: str, labels: dict[str, str]) -> None:
    """Persons behind a word of writing are authors; papers behind a word of origin are the origin; days are the publication."""
    assert learned(row) == labels


def test_fields_of_a_page_not_learned_from() -> None:
    """What the generic reading misses is read, in the row of another page of the site."""
    row = "稿件出自：{p} 撰著者：{w} 编务：{e} 推发日：{d}"
    source = policytext.learn([page(number, row) for number in range(5)], key="qinghe")
    document = policytext.parse(page(5, row), source=source)
    assert (document.authors, document.editors, document.origin) == (("赵春梅",), ("高学军",), "云岭晚报")
    assert document.published is not None
    assert document.published.isoformat() == "2024-05-06"


def test_another_witness_tells_what_the_word_does_not() -> None:
    """录入 may be a typist; where the credit below the text names the same person as editor, it is the editor."""
    assert learned("录入：{e} 时间：{d}") == {}
    assert learned("录入：{e} 时间：{d}", "<p>责任编辑：{e}</p>") == {"录入": "editor"}


def test_a_witness_against_it_leaves_a_label_in_doubt() -> None:
    """Negative: where tag or credit name somebody else, the label is no field, and the report says why."""
    row, below = "撰著者：{w} 时间：{d}", "<p>（记者 {e}）</p>"
    assert learned(row, below) == {}
    report = policytext.learn([page(number, row, below) for number in range(5)], key="qinghe").report()
    assert "«撰著者»: persons follow, but other witnesses name others" in report


@pytest.mark.parametrize(
    "row",
    [
        "来源：{p} 时间：{d} 记者：{w}",
        "截稿日：{d} 发布时间：2024-05-20",
        "{p} {d}",
        "<div>{p}</div><div>{d}</div>",
        "摄影：{w}",
        "要闻：东坡镇 民生：果园 时间：{d}",
    ],
)
def test_what_is_no_label_of_interest(row: str) -> None:
    """Negative: labels in common use, other days, bare values, other people, columns."""
    assert learned(row) == {}


def test_two_pages_are_enough_where_the_word_tells() -> None:
    """One page teaches nothing; a word that says what follows is believed on two."""
    assert learned("撰著者：{w} 时间：{d}", count=1) == {}
    assert learned("撰著者：{w} 时间：{d}", count=2) == {"撰著者": "author"}


def test_labels_are_data() -> None:
    """They go to a file and back; `check_source` says which could never be found, a wrong one is refused."""
    source = Source(key="qinghe", labels=(Label("稿自", "origin"), Label("撰寫", "author")))
    assert Source.from_dict(source.to_dict()) == source
    assert [str(problem.where) for problem in policytext.check_source(source)] == ["labels"]
    for text in ("", "撰著者：", "撰 写", "撰写撰写撰写撰写撰", "Author"):
        with pytest.raises(UsageError):
            Label(text, "author")
    with pytest.raises(UsageError, match="twice"):
        Source(key="qinghe", labels=(Label("稿自", "origin"), Label("稿自", "author")))
    with pytest.raises(UsageError, match=r"labels\[0\]"):
        Source.from_dict({"key": "qinghe", "labels": [{"text": "稿自", "field": "nobody"}]})


def test_a_family_shares_its_labels() -> None:
    """A source's own label says more than its family's."""
    family = Source(key="cms", labels=(Label("发稿", "origin"), Label("录入", "none")))
    source = Source(key="qinghe", labels=(Label("录入", "editor"),), family=family)
    document = policytext.parse(page(0, "发稿：{p} 录入：{e}"), source=source)
    assert (document.origin, document.editors) == ("青禾日报", ("周永胜",))
