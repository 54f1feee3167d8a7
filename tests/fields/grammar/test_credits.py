"""Credits outside rows: reporter lines, brackets."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.credits import bracket_credit, credit_line
from policytext.page.shadow import fold


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□ 本报记者 葛小丹", ("葛小丹",)),
        ("某某日报社全媒体记者\xa0田小东", ("田小东",)),
        ("某明日报记者 王小宏 张大攀", ("王小宏", "张大攀")),
        ("某端新闻·某省商报记者 马小峰/文 受访者供图", ("马小峰",)),
        ("某华网某省频道\xa0 记者\xa0 伊小琳\xa0 李小芬", ("伊小琳", "李小芬")),
        ("本报记者 王乐文 方 敏", ("王乐文", "方敏")),
        ("記者林宸一／即時報導", ("林宸一",)),
        ("《某镜》作者 周小纯", ("周小纯",)),
    ],
)
def test_a_line_that_names_reporters(line: str, names: tuple[str, ...]) -> None:
    """An office, a role word and names, and nothing left over."""
    found = credit_line(fold(line), line)
    assert found is not None
    assert found[1] == names


@pytest.mark.parametrize(
    "line",
    [
        "记者在现场看到大家都很好",
        "记者从市教育局获悉，今年新生入学",
        "记者调查 民意调查",
        "本报记者站搬迁公告",
        "作者应当对稿件真实性负责",
    ],
)
def test_a_sentence_about_reporters_names_none(line: str) -> None:
    """Prose that begins with 记者 is prose, a menu is a menu."""
    found = credit_line(fold(line), line)
    assert found is None or all(name in ("调查", "民意调查") for name in found[1])


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("……筑牢防线。(秦小洋)\xa0", "author", ("秦小洋",)),
        ("……过节。（常小香 马大阳）", "author", ("常小香", "马大阳")),
        ("……作用。（总台记者 张小倩）", "reporter", ("张小倩",)),
        ("（某江网编辑 孙小芳）", "editor", ("孙小芳",)),
        ("（作者：南一帆，系某大学教授）", "author", ("南一帆",)),
        ("（作者韩小涵系某智库研究员）", "author", ("韩小涵",)),
        ("（评论员 罗小博 萧大川）", "author", ("罗小博", "萧大川")),
        ("(责编：萧小潇、张大妍)", "duty_editor", ("萧小潇", "张大妍")),
        ("某华社发（刘小仓摄）", "photographer", ("刘小仓",)),
        ("（记者 张小三 通讯员 李小四 王小五）", "reporter", ("张小三", "李小四", "王小五")),
    ],
)
def test_a_bracket_at_the_end(text: str, role: str, names: tuple[str, ...]) -> None:
    """Who is named in the last bracket, and as what."""
    found = bracket_credit(fold(text), text)
    assert found is not None
    assert found[2:] == (role, names)


@pytest.mark.parametrize(
    "text",
    [
        "……见下表（完）",
        "（图）",
        "（BBC）",
        "专业方向（代码）",
        "（此件公开发布）",
        "（实习生王小茹对此文亦有贡献）",
        "共三人（张小三）",
        "增长5%（同比）",
    ],
)
def test_a_bracket_that_credits_nobody(text: str) -> None:
    """Notes, abbreviations, thanks, and a name that explains the words before it."""
    assert bracket_credit(fold(text), text) is None
