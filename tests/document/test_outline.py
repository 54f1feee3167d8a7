"""The outline: every way of numbering gives a tree whose sections are cited by the path of their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import policytext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.blocks import Section

HEAD = "青禾市人民政府关于加强节水工作的意见\n青政发〔2023〕3号\n各县（区）人民政府：\n为加强节水工作，建设节水型社会，现提出以下意见，请结合实际贯彻落实。\n"
END = "青禾市人民政府\n2023年5月8日\n"
P = "坚持节水优先方针，把节水贯穿经济社会发展全过程，各项指标按期完成。"
OUTLINES: dict[str, tuple[list[str], list[tuple[str, str, str]]]] = {
    "three levels": (["一、总体要求", "（一）指导思想。" + P, "（二）基本原则。" + P, "二、主要任务", "（一）农业节水", "1.发展滴灌。" + P, "2.改造渠道。" + P, "（1）干渠。" + P, "①衬砌。" + P], [("1", "一、", "总体要求"), ("1.1", "（一）", "指导思想"), ("1.2", "（二）", "基本原则"), ("2", "二、", "主要任务"), ("2.1", "（一）", "农业节水"), ("2.1.1", "1.", "发展滴灌"), ("2.1.2", "2.", "改造渠道"), ("2.1.2.1", "（1）", "干渠"), ("2.1.2.1.1", "①", "衬砌")]),
    "skipped": (["一、总体要求", P, "二、主要任务", "1.发展滴灌。" + P, "2.改造渠道。" + P], [("1", "一、", "总体要求"), ("2", "二、", "主要任务"), ("2.1", "1.", "发展滴灌"), ("2.2", "2.", "改造渠道")]),
    "continuing digits": (["一、总体要求", "1.发展滴灌。" + P, "二、主要任务", "2.改造渠道。" + P, "3.兴修水窖。" + P], [("1", "一、", "总体要求"), ("1.1", "1.", "发展滴灌"), ("2", "二、", "主要任务"), ("2.2", "2.", "改造渠道"), ("2.3", "3.", "兴修水窖")]),
    "prose counts": (["一、总体要求", "一是摸清底数。坚持节水优先方针，把节水贯穿经济社会发展全过程，各项指标按期完成。二是建立台账。" + P, "二、主要任务", P], [("1", "一、", "总体要求"), ("2", "二、", "主要任务")]),
    "chapters": (["第一章　总　则", "第一条　" + P, "第二条　" + P, "第二章　用水管理", "第一节　计划用水", "第三条　" + P, "第二节　节约用水", "第四条　" + P], [("1", "第一章", "总　则"), ("2", "第二章", "用水管理"), ("2.1", "第一节", "计划用水"), ("2.2", "第二节", "节约用水")]),
    "technical": (["1 总则", "1.1 编制目的", P, "1.2 编制依据", P, "2 组织体系", "2.1 指挥机构", P, "2.1.1 办公室", P], [("1", "1", "总则"), ("1.1", "1.1", "编制目的"), ("1.2", "1.2", "编制依据"), ("2", "2", "组织体系"), ("2.1", "2.1", "指挥机构"), ("2.1.1", "2.1.1", "办公室")]),
    "technical dotted": (["1. 总则", "1.1 编制目的", P, "1.2 编制依据", P, "2. 组织体系", "2.1 指挥机构", P], [("1", "1.", "总则"), ("1.1", "1.1", "编制目的"), ("1.2", "1.2", "编制依据"), ("2", "2.", "组织体系"), ("2.1", "2.1", "指挥机构")]),
    "parts": (["第一部分　现状", "一、基本情况", P, "二、存在问题", P, "第二部分　对策", "一、总体思路", P], [("1", "第一部分", "现状"), ("1.1", "一、", "基本情况"), ("1.2", "二、", "存在问题"), ("2", "第二部分", "对策"), ("2.1", "一、", "总体思路")]),
    "run-in with colon": (["一、工作目标：" + P, "二、工作步骤：" + P], [("1", "一、", "工作目标"), ("2", "二、", "工作步骤")]),
    "blank after number": (["一、 总体要求", P, "二、 主要任务", P, "（一） 农业节水", P], [("1", "一、", "总体要求"), ("2", "二、", "主要任务"), ("2.1", "（一）", "农业节水")]),
    "no pause": (["一 总体要求", P, "二 主要任务", P], [("1", "一", "总体要求"), ("2", "二", "主要任务")]),
    "sentences counted": (["一、严格落实责任，各单位主要负责人要亲自抓，确保按期完成。", "二、加强督促检查，每月通报进展情况，年底考核。"], []),
    "tasks numbered": (["一、主要任务", "（一）实施农业节水行动", "1.推进渠道改造。" + P, "责任单位：市水利局", "2.发展高效灌溉。" + P, "责任单位：市农业农村局"], [("1", "一、", "主要任务"), ("1.1", "（一）", "实施农业节水行动"), ("1.1.1", "1.", "推进渠道改造"), ("1.1.2", "2.", "发展高效灌溉")]),
}  # fmt: skip


def _numbered(sections: Sequence[Section]) -> list[tuple[str, str, str]]:
    out: list[tuple[str, str, str]] = []
    for section in sections:
        if section.number:
            out.append((section.ident, section.number, section.title))
        out += _numbered(section.children)
    return out


@pytest.mark.parametrize("form", ["dump", "html"])
@pytest.mark.parametrize("name", OUTLINES)
def test_outlines(name: str, form: str) -> None:
    """How a section is cited, its number and its title, in order; each is found by its path."""
    lines, expected = OUTLINES[name]
    text = HEAD + "\n".join(lines) + "\n" + END
    if form == "html":
        text = "".join(f"<p>{line}</p>" for line in text.splitlines())
    doc = policytext.parse(text, form="html" if form == "html" else "text")
    assert _numbered(doc.sections) == expected
    assert all(doc.find(ident)[0].text.startswith(number) for ident, number, _ in expected)


@pytest.mark.parametrize(
    "rows", [["1 东关地块", "2 西关地块", "3 南关地块"], ["1 总则", P, "3 附则", P], ["12 月以来", P]]
)
def test_figures_before_words_that_head_nothing(rows: list[str]) -> None:
    """Negative: rows of a table stand one below the other, a gap in the count is none, and one alone counts nothing."""
    doc = policytext.parse(HEAD + "\n".join(rows) + "\n" + END)
    assert _numbered(doc.sections) == []
