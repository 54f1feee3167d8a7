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


def _pairs(count: int) -> str:
    return f"先进个人名单\n2024-05-06\n{_PROSE}\n" + "王小禾　李小麦\n" * count


def _list_of_names(count: int) -> str:
    return "先进个人名单\n2024-05-06\n" + "王小禾 李小麦 欧阳小麦 阿依·古丽 " * count


def _replies(count: int) -> str:
    return f"标题标题标题标题\n2024-05-06\n{_PROSE}\n" + "".join(
        f"网友{n % 50}：\n回复 网友{n % 7}：说得好\n2024-05-06 08:{n % 60:02d} 赞({n % 9}) 回复\n"
        for n in range(count // 3)
    )


def _talk(count: int) -> str:
    return f"在线访谈\n2024-05-06\n{_PROSE}\n" + f"主持人：请介绍一下。\n王小禾：{_PROSE}\n" * (count // 2)


def _questions(count: int) -> str:
    return f"政策解读\n2024-05-06\n{_PROSE}\n" + f"问：为什么要修？\n答：{_PROSE}\n" * (count // 2)


def _articles_of_law(count: int) -> str:
    return "青禾市节水办法\n（2024年5月1日市政府第3次常务会议通过）\n" + "".join(
        f"第{n % 900 + 1}条　{_PROSE}\n（一）{_PROSE}\n" for n in range(count // 2)
    )


def _documents(count: int) -> str:
    return (
        f"关于印发办法的通知\n青政发〔2024〕5号\n各区人民政府：\n{_PROSE}\n青禾市人民政府\n2024年5月6日\n附件1\n办法\n"
        * (count // 8)
    )


def _out_of_step(count: int) -> str:
    return f"标题标题标题标题\n2024-05-06\n{_PROSE}\n" + "先修水?；颊吣軌虻玫郊皶r(shí)\n" * count


def _misread(count: int) -> str:
    return f"标题标题标题标题\n2024-05-06\n{_PROSE}\n" + "鍏充簬鍋氬ソ闃叉睕宸ヤ綔\n" * count


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
        _pairs,
        _list_of_names,
        _replies,
        _talk,
        _questions,
        _articles_of_law,
        _documents,
        _out_of_step,
        _misread,
    )
}
