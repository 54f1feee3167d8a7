"""Summaries and lists of contents above a text: gone where the text says the same, kept where they say anything of their own."""

from __future__ import annotations

import pytest

import policytext

TITLE = "青禾苹果期货本周收涨"
ROW = "2023-10-20 15:32 来源：青禾财讯"
TEXT = (
    "截至周五收盘，青禾苹果主力合约报八千九百六十点，一周累计上涨百分之二点四，持仓略有增加。",
    "从现货看，枣林产区大果每斤三元八角到四元二角，比上周涨一角，库内入库已近尾声。",
    "分析人士认为，今年优果率偏低，市场对质量分化的预期较强，后期需关注春节备货节奏。",
)
SUMMARY = "截至收盘，青禾苹果主力合约报八千九百六十点，一周累计上涨百分之二点四，持仓略有增加。"
OWN = "本报记者走访五个产区，与二十名果农、客商长谈，试着回答今年的果价由谁来定这个老问题。"
HEADS = ("准备工作", "动手安装", "日常保养")
PARTS = (
    "需要的东西不多，扳手一把，螺丝四颗，外加一个下午，场地要平，最好有两个人互相搭把手。",
    "先把底座放平，对准四个孔位拧上螺丝，不要一次拧紧，等四个角都对齐以后再依次加力。",
    "每个月擦一次灰，半年上一次油，听见异响先检查最外面那颗螺丝，多半是它松了。",
)


def text_of(*lines: str) -> str:
    """The text of a dump with these lines below its byline."""
    return policytext.parse("\n".join((TITLE, ROW, *lines))).text


@pytest.mark.parametrize(
    "box", [("摘要", SUMMARY), (f"摘要：{SUMMARY}",), ("内容提要", f"【{TITLE}】{SUMMARY}")]
)
def test_a_summary_in_the_words_of_the_text_goes(box: tuple[str, ...]) -> None:
    """A label, alone or before it, and the sentences of the first paragraph: the text has them once."""
    assert text_of(*box, *TEXT) == "\n".join(TEXT)


def test_a_summary_that_says_something_of_its_own_stays() -> None:
    """What no paragraph repeats is text, whatever it is called."""
    assert OWN in text_of(f"核心提示：{OWN}", *TEXT)


def test_words_that_return_without_a_label_stay() -> None:
    """A paragraph that a later one repeats is the author's."""
    assert SUMMARY in text_of(SUMMARY, *TEXT)


@pytest.mark.parametrize("label", ["文章目录", "本文目录一览：", "内容导航"])
@pytest.mark.parametrize(
    "mark",
    [
        "{n}、",
        "• ",
        pytest.param(
            "", marks=pytest.mark.xfail(strict=True, reason="the first head goes with the list it follows")
        ),
    ],
)
def test_contents_of_a_theme_go(label: str, mark: str) -> None:
    """Heads listed above the text that has them: the list goes, the heads in the text stay."""
    entries = [mark.format(n=number) + head for number, head in enumerate(HEADS, 1)]
    body = [line for pair in zip(HEADS, PARTS, strict=True) for line in pair]
    text = text_of(label, *entries, *body)
    assert text == "\n".join(body)


def test_contents_of_a_document_stay() -> None:
    """目录 and the chapters of a law are the law's own."""
    chapters = ("第一章 总则", "第二章 管理", "第三章 附则")
    articles = (
        "第一条 为了加强河道采砂管理，保障防洪安全，根据有关法律，结合本市实际，制定本办法。",
        "第二条 采砂许可证由市水行政主管部门颁发，有效期一年，期满需要延续的，应当重新申请。",
        "第三条 本办法自公布之日起施行，以前的规定与本办法不一致的，以本办法为准。",
    )
    body = [line for pair in zip(chapters, articles, strict=True) for line in pair]
    assert text_of("目 录", *chapters, *body).split("\n") == ["目 录", *chapters, *body]
