"""A page around a line: headline, byline, running text before and behind it, then related links and a footer.

Own writing throughout. Lines of the lexicon are tried in it: what stands between paragraphs must stay, what stands where
frame stands must go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policytext import Document

__all__ = ["HEADLINE", "PARAGRAPHS", "page_around", "roles_of"]

HEADLINE = "河阴县今冬检修农村供水管网二十九处"
_MENU = ("首页", "新闻", "政务", "民生", "专题")
_BYLINE = "2023-11-08 09:26 来源：河阴日报"
PARAGRAPHS = (
    "入冬以来，河阴县对全县农村供水管网开展集中检修，二十九处老旧管段陆续更换，沿线一万两千户居民的用水得到保障。",
    "县水利局把检修任务分成三批，先修水压不足的村，再修管龄超过二十年的段，最后检查入户的阀门和水表，做到修一处、验一处。",
    "在白杨镇的施工现场，工人们正在铺设保温层。负责人说，这一段管线埋得浅，往年一到腊月就冻，今年改在冻土层以下通过。",
    "为了不影响群众做饭，停水安排在上午十点到下午三点之间，村里的广播提前一天通知，送水车在村口等候。",
    "检修资金由县财政统筹，按照工程进度分期拨付，审计部门全程参与，结果在村务公开栏里张贴。",
    "下一阶段，县里将为每个集中供水点建立档案，记录水质、水压和维修情况，让群众喝上放心水。",
)
_MIRRORED = (("县", "縣(xiàn)"), ("网", "網(wǎng)"), ("阴", "陰(yīn)"), ("压", "壓(yā)"), ("检", "檢(jiǎn)"), ("个", "個(gè)"), ("张", "張(zhāng)"))  # fmt: skip
_RELATED = (
    "相关新闻",
    "白杨镇小学添了新书架",
    "南河大桥合龙在即",
    "县文化馆冬季课表公布",
    "山货进城开了直通车",
)
_FOOTER = (
    "关于我们 | 网站地图 | 联系我们",
    "主办：河阴县融媒体中心　技术支持：河阴县大数据中心",
    "并ICP备00001234号-1　并公网安备 00010002000123号",
)


def page_around(
    *,
    top: str = "",
    head: str = "",
    middle: str = "",
    tail: str = "",
    foot: str = "",
    body: int = 6,
    related: bool = True,
    menu: bool = True,
    headline: str = HEADLINE,
    glossed: bool = False,
) -> str:
    """A dump with these lines at these places; each may be several lines.

    Args:
        top: Between the menu and the headline.
        head: Between the byline and the first paragraph.
        middle: Amid the paragraphs.
        tail: Behind the last paragraph, before the related links.
        foot: In front of the footer.
        body: How many paragraphs.
        related: Whether there are related links.
        menu: Whether there is a menu.
        headline: The headline.
        glossed: Whether the page is a mirror with readings in brackets; its lines are, too.
    """
    half = body // 2
    paragraphs = tuple(_glossed(text) for text in PARAGRAPHS) if glossed else PARAGRAPHS
    parts = [
        *(_MENU if menu else ()),
        top,
        headline,
        _BYLINE,
        head,
        *paragraphs[:half],
        middle,
        *paragraphs[half:body],
        tail,
        *(_RELATED if related else ()),
        foot,
        *_FOOTER,
    ]
    return "\n".join(part for part in parts if part)


def _glossed(text: str) -> str:
    """Traditional forms of some characters, each with its reading in brackets, as machine-made mirrors show them."""
    for simplified, mirrored in _MIRRORED:
        text = text.replace(simplified, mirrored)
    return text


def roles_of(document: Document, text: str) -> list[tuple[str, str, str | None]]:
    """For each line of ``text`` that is found on the page: the line, and role and rule of every piece it has a share in."""
    page = document.page.text
    at = page.index(f"\n{text}\n") + 1
    found: list[tuple[str, str, str | None]] = []
    for line in text.split("\n"):
        shown = line.strip()
        if shown:
            start = page.index(shown, at)
            end = at = start + len(shown)
            found += [
                (shown, piece.role, piece.rule)
                for piece in document.pieces
                if piece.span.start < end
                and piece.span.end > start
                and piece.rule != "script/pinyin-gloss"
                and page[max(start, piece.span.start) : min(end, piece.span.end)].strip()
            ]
    return found
