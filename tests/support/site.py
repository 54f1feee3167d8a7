"""A small invented site: articles of our own writing in one template, as HTML and as dumps, with what is text and what is frame."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["FRAME", "SitePage", "pages"]

_PLACES = "东坡 西岭 南川 北塬 云溪 白河 石门 金沙 银滩 柳湾 枣林 杏塬 槐树 竹溪 松岭 榆泉 桐城 麦积 甘棠 临水 望山 平襄".split()
_WORKS = "渠道清淤 村道硬化 果园滴灌 老楼加装电梯 便民市场改造 学校食堂检查 河堤加固 苗木补植 光纤入户 饮水管网更换 公交站台修缮".split()
_SENTENCES = (
    "{place}镇的{work}昨天完工，{n}户居民从中受益，施工队比原计划提前{m}天撤场。",
    "负责人说，{work}之前的摸底用了{m}个星期，每一处都留了照片和图纸。",
    "在{place}，记者看到工人正在收尾，路边堆着最后{m}车砂石。",
    "按照安排，{place}下一批{work}从{m}月开始，费用由县里和镇上各出一半。",
    "住在{place}的老人说，往年这个时候总要绕行{m}里路，如今出门就是平路。",
)
FRAME = (
    "扫一扫在手机打开当前页",
    "青禾在线讯 版权所有 严禁转载",
    "欢迎关注青禾在线公众号，了解身边的事。",
    "热点排行",
    "主办：青禾县融媒体中心",
)
"""Lines of the template, inside the block of the text and around it."""


class SitePage(NamedTuple):
    """One page: ``text`` are the lines of the body."""

    html: str
    dump: str
    title: str
    text: tuple[str, ...]


def pages(
    count: int, *, block: str = 'class="txt"', name: str = "青禾在线", start: int = 0
) -> list[SitePage]:
    """So many pages of the site; the same numbers give the same pages.

    Args:
        count: How many.
        block: Attributes of the block that holds the text; ``%d`` becomes the number of the page.
        name: Name of the site in its frame.
        start: Number of the first page.
    """
    return [_page(number, block, name) for number in range(start, start + count)]


def _page(number: int, block: str, name: str) -> SitePage:
    place, work = _PLACES[number % len(_PLACES)], _WORKS[number % len(_WORKS)]
    title = f"{place}{work}见成效"
    body = [
        "".join(
            sentence.format(place=place, work=work, n=number * 13 + 40 + shift, m=number % 7 + shift + 2)
            for sentence in (_SENTENCES[shift], _SENTENCES[(shift + number) % len(_SENTENCES)])
        )
        for shift in range(3 + number % 2)
    ]
    # What stands in many documents of the site and is text in each.
    body += ["联系电话：0900-1234567", "特此公告。"] if number % 3 == 0 else []
    inside = [f"{name}讯 版权所有 严禁转载" if line.startswith("青禾在线讯") else line for line in FRAME[:3]]
    others = [f"{_PLACES[(number + step) % len(_PLACES)]}今年第{step}次巡查结束" for step in (3, 5, 8)]
    nav = ("首页", "要闻", "民生", "公告", "视频")
    byline = f"2024-05-{number % 28 + 1:02d} 08:30  来源：{name}"
    lines = [*nav, title, byline, inside[1], *body, inside[0], inside[2], FRAME[3], *others, FRAME[4]]
    paragraphs = "".join(f"<p>{line}</p>" for line in body)
    attributes = block % number if "%d" in block else block
    html = (
        f"<html><head><title>{title}_{name}</title></head><body><div class='top'><ul>"
        + "".join(f"<li><a href='/{step}'>{item}</a></li>" for step, item in enumerate(nav))
        + f"</ul></div><div class='main'><h1>{title}</h1><div class='info'>{byline}</div><div {attributes}><p>{inside[1]}</p>"
        + f"{paragraphs}<p>{inside[0]}</p><p>{inside[2]}</p></div></div><div class='side'><div>{FRAME[3]}</div><ul>"
        + "".join(f"<li><a href='/a{step}'>{item}</a></li>" for step, item in enumerate(others))
        + f"</ul></div><div class='foot'><p>{FRAME[4]}</p></div></body></html>"
    )
    return SitePage(html, "\n".join(lines) + "\n", title, tuple(body))
