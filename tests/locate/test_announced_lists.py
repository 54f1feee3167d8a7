"""Lists that a paragraph announces, where the markup gives every line a box of its own."""

from __future__ import annotations

import pytest

import policytext

NAMES = tuple(
    f"{name} {sex} {age}岁 云岭区{village}村"
    for name, sex, age, village in (
        ("萧玉珍", "女", 22, "花寨"),
        ("赵小禾", "男", 33, "牛营"),
        ("韩志强", "男", 34, "石洼"),
        ("罗海涛", "女", 20, "马坡"),
        ("高文博", "女", 37, "石坪"),
    )
)
FRAME = ("上一篇：云岭区调度春耕工作", "下一篇：没有了", "热点排行", "一场雨后的油菜花海")


def page(lead: str, box: str) -> str:
    """A page of our own: menu, headline, byline, lead, names, frame, each line in a box."""
    lines = ("首页", "要闻", "民生", *NAMES)
    menu, names = lines[:3], lines[3:]
    boxes = "".join(f"<{box}>{line}</{box}>" for line in (lead, *names, *FRAME))
    return (
        f"<html><body>{''.join(f'<a href=/>{item}</a> ' for item in menu)}<h1>云岭区水务局拟录用人员公示</h1>"
        f"<div>时间：2024-05-06 来源：云岭日报</div>{boxes}</body></html>"
    )


@pytest.mark.parametrize("box", ["div", "p"])
@pytest.mark.parametrize(
    "lead",
    [
        "根据有关规定，现将云岭区职业技能培训岗位拟录用人员名单公示如下，公示期为5月6日至5月12日。",
        "根据有关规定，现将云岭区职业技能培训岗位拟录用人员名单公示如下：",
    ],
)
def test_an_announced_list_is_text_to_its_end(lead: str, box: str) -> None:
    """Each name stays, whatever follows 如下 in its sentence, and the frame behind them goes."""
    text = policytext.parse(page(lead, box)).text
    assert all(name in text for name in NAMES)
    assert not any(line in text for line in FRAME)
