"""Families of dumps that grow: each gives a dump of about so many lines. What hostile and odd input does to each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FAMILIES"]

_PROSE = "县里把检修任务分成三批，先修水压不足的村，再修管龄超过二十年的段，做到修一处、验一处。"


def _article(count: int) -> str:
    return "河阴县检修供水管网\n2024-05-06 08:30 来源：河阴日报\n" + f"{_PROSE}\n" * count


def _menu(count: int) -> str:
    return f"河阴县检修供水管网\n2024-05-06 08:30\n{_PROSE}\n" + "新闻中心\n" * count


def _dates(count: int) -> str:
    return f"标题标题标题标题\n{_PROSE}\n" + "某网友 2024-05-06 08:30:00 发表于 3楼\n写得好。\n" * (
        count // 2
    )


def _openers(count: int) -> str:
    return f"标题标题标题标题\n2024-05-06\n{_PROSE}\n" + "相关新闻\n县里新建两所小学\n" * (count // 2)


def _credits(count: int) -> str:
    return f"标题标题标题标题\n2024-05-06\n{_PROSE}\n" + "责任编辑：王小禾 来源：河阴日报\n" * count


def _commas(count: int) -> str:
    return (
        f"标题标题标题标题\n2024-05-06\n{_PROSE}\n"
        + "县里印发\n《办法》\n，要求各单位\n12\n月底前报送。\n" * (count // 5)
    )


def _markdown(count: int) -> str:
    return (
        "# 标题标题标题\n\n2024-05-06\n"
        + f"  * [新闻](/a/1.html) **加粗**\n\n{_PROSE}[《办法》](/b.html)。\n" * (count // 3)
    )


def _brackets(count: int) -> str:
    return "# 标题\n\n**a**\n[b](/c)\n" + "[[[[[![**](((\\\n" * count


def _links(count: int) -> str:
    return "# 标题\n\n**a**\n[b](/c)\n" + "[新闻](/y)甲" * count


def _bars(count: int) -> str:
    return f"标题标题标题标题\n2024-05-06\n{_PROSE}\n" + "甲 | 乙 | 丙\n" * count


def _numbered(count: int) -> str:
    return f"标题标题标题标题\n2024-05-06\n{_PROSE}\n" + "".join(
        f"{n % 900}. 白杨镇剪纸\n" for n in range(count)
    )


def _one_line(count: int) -> str:
    return "标题标题标题标题 2024-05-06 08:30 来源： 河阴日报 " + f"{_PROSE} （县 " * count


def _blank(count: int) -> str:
    return f"标题\n{_PROSE}\n" + " \t\u3000\n" * count + _PROSE


def _glossed(count: int) -> str:
    return (
        "標題標題標題\n2024-05-06\n"
        + "縣(xiàn)里檢(jiǎn)修供水管網(wǎng)，先修水壓(yā)不足的村，再修別處，一處一處驗(yàn)收。\n" * count
    )


def _arrows(count: int) -> str:
    return (
        "您当前的位置：\n" + "首页\n>\n新闻\n>\n" * (count // 4) + f"标题标题标题标题\n2024-05-06\n{_PROSE}\n"
    )


FAMILIES: dict[str, Callable[[int], str]] = {
    function.__name__.strip("_"): function
    for function in (
        _article,
        _menu,
        _dates,
        _openers,
        _credits,
        _commas,
        _markdown,
        _brackets,
        _links,
        _bars,
        _numbered,
        _one_line,
        _blank,
        _glossed,
        _arrows,
    )
}
