"""What a line shows of itself: how the markup sets it, what it looks like. Where it stands is `policytext.fields.headline.places`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.byline_labels import LABELS
from policytext.fields.grammar.dates import YEAR, find_dates
from policytext.fields.grammar.names import is_organisation, looks_person
from policytext.fields.grammar.official_words import KIND
from policytext.fields.grammar.rows import read_row
from policytext.fields.headline.continuation import HEADING, TITLE_BLOCK
from policytext.fields.headline.stated_titles import SITE_LIKE
from policytext.models.page import Mark

if TYPE_CHECKING:
    from policytext.fields.grammar.dates import DateHit
    from policytext.fields.headline.evidence import Trait
    from policytext.page.view import Line

__all__ = [
    "HEADING",
    "doubts",
    "form_traits",
    "is_caption",
    "is_column",
    "is_label",
    "is_menu",
    "markup_traits",
    "title_span",
]

_ROW_ROLES: Final = frozenset({"origin", "publisher", "author", "editor", "duty_editor", "counter"})
_CHROME: Final = int(Mark.FRAME | Mark.FORM | Mark.NOSCRIPT)
_SET_OFF: Final = int(Mark.STRONG | Mark.CENTER)
_LIST: Final = int(Mark.LIST)
_LEAD: Final = re.compile(
    r"^(?:(?:主题|标题|题目|文章标题|正在阅读|文章题目|帖子主题|帖子标题|您正在阅读|名称) ?[:>] ?|原创(?=\S{8})|\* ?|[·•●■] *|#+ )+"
)
# An official headline begins with the name of the organ, never with a whole day: that is the page's date, glued to it.
_DATED_OFFICIAL: Final = re.compile(
    rf"{YEAR}年\d{{1,2}}月\d{{1,2}}日 ?(?=[\u4e00-\u9fff]{{2,16}}关于.{{4,60}}{KIND.pattern})"
)
_LABELS: Final = ("主题", "标题", "题目", "文章", "帖子")
_TAIL: Final = re.compile(
    r"(?<![ \xa0\ufffd\ue000-\uf8ff-])[ \xa0\ufffd\ue000-\uf8ff-]*(?: -|\*\*|__|[\xa0\ufffd\ue000-\uf8ff ])$"
)
_NUMBERED: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|第[一二三四五六七八九十\d]{1,3}[章节条部]"
)
_SENTENCE: Final = re.compile(r"[。!?][\"')]?$|\.{3}$|…$")
_ITEM: Final = re.compile(r"(?:[•·●○■◆▪*+-]|\d{1,2}\.) ")
_CAPTION: Final = re.compile(
    r"(?:[^拍]摄|供图|资料图片?|图片来源:.*|/(?:摄影|提供))[)\]]?$|^(?:图[为:]|图\d|[▲△▼↑↓]|资料图|题图)|\(图(?:/|源自|片)"
)
_PICTURE: Final = re.compile("[图摄提▲△▼↑↓]")
"""One of these is in every caption; most lines have none."""
_BRACKETS: Final = {"(": ")", "[": "]", "<": ">"}
_DASH: Final = re.compile(r"-{1,3}[^-]")

# Columns that sites put into their bar. Three of them in a row, with nothing else between, are a menu, glued or not.
_COLUMNS: Final = (
    "首页 主页 要闻 时政 政务 民生 视频 新闻 国内 国际 社会 财经 体育 娱乐 科技 教育 健康 旅游 文化 图片 专题 评论 理论 党建 法治 军事 汽车 房产 生活 "
    "美食 论坛 博客 登录 登陆 注册 服务 互动 公开 政策 解读 概况 经济 金融 股票 基金 时尚 游戏 本地 地方 热点 滚动 直播 音乐 电影 电视 读书 历史 人物 "
    "公益 社区 招聘 投稿 搜索 公告 通知 动态 机构 领导 数据 导航 收藏 客户端 微博 微信 繁体 简体 English 手机版 无障碍 设为首页 加入收藏 收藏本页 "
    "设为主页 收藏本站 网站地图 联系我们 关于我们 政务公开 政务服务 政民互动 信息公开 办事服务 要闻动态 新闻中心 互动交流 走进 魅力 县情 市情 省情 区情 "
    "专栏 访谈 调查 信箱 留言 问政 网评 观点 深度 原创 推荐 最新 快讯 即时 更多 返回 帮助 退出 会员 下载 商城 品牌 女性 亲子 育儿 星座 情感 动漫 数码 "
    "家居 农业 三农 环保 环境 交通 能源 产业 企业 人才 人事 科普 学习 艺术 书画 收视 港澳 台湾 港澳台 海外 侨务 统战 宗教 政协 人大 纪检 工会 青年 妇女 "
    "全国 省内 市内 县区 乡镇 街道 部门 党政 党务 大厅 政府 县域 市州 云南 图库 图解 看点 评论区 关注 分享 打印 纠错 RSS APP BBS"
).split()
_COLUMN_NAMES: Final = frozenset(_COLUMNS)
_COLUMN_BEGINS: Final = frozenset(name[0] for name in _COLUMNS)
_COLUMN: Final = rf"(?:{'|'.join(sorted(_COLUMNS, key=len, reverse=True))})(?:频道|中心|网|版)?"
_MENU: Final = re.compile(
    rf"(?:{_COLUMN}[ |·/、,>-]*){{3,}}|{_COLUMN}[ |·/>-]+{_COLUMN}|(?=.{{8}}){_COLUMN}{_COLUMN}"
)
_DATED: Final = re.compile(r" (?:19|20)\d\d")
_LABELLED: Final = re.compile(r"[:于]$|时间|日期|作者|来源|编辑|记者|责编|通讯员")
_SHORTEST: Final = 5
"""Characters of a title that stands in one line with its row, at least."""
_WORDS: Final = re.compile(r"[ |·/]+")
_OFFICE: Final = 14
"""Characters of an office's or a site's name, fewer than."""
_ROW: Final = 4
"""Words in a row that make a menu, whatever they are."""
_MOST: Final = 6
"""Characters of a column's name, at most."""


def title_span(line: Line) -> tuple[int, int]:
    """Span of the title inside a line: without 主题：, a bullet, a button glued in front, a date behind it."""
    folded = line.fold
    start = 0
    lead = _LEAD.match(folded)
    if lead and lead.end() < len(folded):
        start = lead.end()
    if folded[start : start + 1].isdigit() and (official := _DATED_OFFICIAL.match(folded, start)):
        start = official.end()
    end = len(folded)
    if end > 14:
        end = _row_behind(folded, start) or end
    tail = (
        _TAIL.search(folded, start, end) if folded[end - 1] in " -*_" or folded[end - 1] >= "\ue000" else None
    )
    if tail and tail.start() > start:
        end = tail.start()
    return start, end


def _row_behind(folded: str, start: int) -> int:
    """Where a title ends that has its date, or all of its byline row, behind it in the same line; 0 where none stands there."""
    if not _DATED.search(folded, start + _SHORTEST):
        return 0
    for hit in find_dates(folded):
        before = folded[: hit.start]
        name = before[start:].strip()
        if len(name) < _SHORTEST or not before.endswith(" "):
            continue
        if all(
            is_organisation(word) or looks_person(word) or word == "原创"
            for word in _WORDS.split(name)
            if word
        ):
            # 原创 王小禾 青禾广播电视台 2024-05-18: a row, however long.
            return 0
        if "." in name and name.isascii():
            # www.example.cn 2014-09-22 08:37: a row that begins with the site's address.
            return 0
        end = len(before.rstrip(" |"))
        if hit.end == len(folded) and before.endswith(("  ", "| ")):
            return end
        return end if _may_be_title(name) and _is_row_from(folded, hit) else 0
    return 0


def _may_be_title(name: str) -> bool:
    """Whether what stands before a date can be a headline: no short word, no paper or office, no row itself."""
    if len(name) < _OFFICE or is_organisation(name) or _LABELLED.search(name):
        return False
    return not read_row(name).is_byline


def _is_row_from(folded: str, hit: DateHit) -> bool:
    """Whether a line is a byline row from its date on."""
    if hit.end == len(folded):
        # 庆祝建市五十周年 2023年8月19日 may be all headline.
        return folded[hit.start + 4] in "-/."
    row = read_row(folded[hit.start :])
    return row.is_byline and row.left < _SHORTEST


def is_caption(folded: str) -> bool:
    """Whether a line says who took a picture, or what one shows."""
    return _PICTURE.search(folded) is not None and _CAPTION.search(folded) is not None


def is_column(folded: str) -> bool:
    """Whether a line is one column of a site's bar."""
    return folded in _COLUMN_NAMES


def is_menu(folded: str) -> bool:
    """Whether a line is the columns of a site in a row: ``首页 要闻 政务 民生 视频``, with blanks or glued."""
    if folded[:1] in _COLUMN_BEGINS and _MENU.fullmatch(folded):
        return True
    if not _WORDS.search(folded):
        return False
    words = [word for word in _WORDS.split(folded) if word]
    if len(words) < _ROW or max(map(len, words)) > _MOST:
        return False
    # A headline of four short phrases has no two of two characters.
    return "|" in folded or "·" in folded or sum(len(word) <= 2 for word in words) > 1


def is_label(key: str) -> bool:
    """Whether a line is nothing but a label of a row, whose value stands on the next: 发布时间."""
    role = LABELS.get(key, "")
    return role in _ROW_ROLES or role.startswith("date:")


def markup_traits(line: Line, tag: str, ident: str, matched: float, distance: int) -> list[Trait]:
    """What the markup says of a line.

    Args:
        line: The line.
        tag: Name of its block element.
        ident: Class and id of that block.
        matched: How well the head of the page states it, 0 to 1.
        distance: Lines from here down to the text; negative within it.
    """
    out: list[Trait] = []
    marks = line.marks
    size = line.end - line.start
    if marks & HEADING:
        out.append(_heading(tag, matched, distance))
    if ident and TITLE_BLOCK.search(ident):
        out.append(("title-block", 1.0))
    if line.link * 2 > size:
        out.append(("link-near" if matched >= 0.9 or distance <= 4 else "link-far", 1.0))
    if marks & _CHROME:
        out.append(("chrome", 1.0))
    if marks & _SET_OFF:
        out.append(("set-off", 1.0))
    if marks & _LIST or _ITEM.match(line.fold):
        out.append(("item", 1.0))
    return out


def _heading(tag: str, matched: float, distance: int) -> Trait:
    """A heading by its level; half of it far above the text, where the heading of the site stands."""
    worth = 1.0 if matched > 0.5 or distance <= 14 else 0.5
    return (tag if tag in ("h1", "h2", "h3") else "heading", worth)


def form_traits(line: Line, start: int, end: int, key: str) -> list[Trait]:
    """What a line looks like.

    Args:
        line: The line.
        start: Where the title begins in it, see `title_span`.
        end: Where it ends.
        key: Its key.
    """
    folded = line.fold
    size = len(folded)
    out: list[Trait] = []
    if size > 70:
        out.append(("long", 1.0))
    elif len(key) >= 10:
        out.append(("full-length", 1.0))
    elif len(key) < 5:
        out.append(("very-short", 1.0))
    if start and folded[:2] in _LABELS:
        out.append(("title-label", 1.0))
    if end < size - 8 and find_dates(folded[end:]):
        out.append(("date-behind", 1.0))
    return out


def doubts(folded: str, shown: str, key: str, distance: int) -> list[Trait]:
    """What speaks against a line that the head of the page does not state, and a kind of document, which alone speaks for it.

    Args:
        folded: The line.
        shown: The title in it, see `title_span`.
        key: Its key.
        distance: Lines from here down to the text; negative within it.
    """
    found = (
        ("clauses", folded.count(",") + folded.count("、") > 2),
        ("numbered", _NUMBERED.match(folded)),
        ("broken-up", shown.count("|") > 1 or shown.count("  ") > 2 or shown.count("[") > 1),
        ("menu", is_menu(shown)),
        ("name", _is_name(folded, key)),
        ("sentence", distance <= 0 and len(folded) > 40 and _SENTENCE.search(folded)),
        ("sentences", "。" in folded[:-2]),
        ("site", len(key) < _OFFICE and (SITE_LIKE.search(folded) or is_organisation(folded))),
        ("caption", is_caption(folded)),
        ("bracketed", shown and _BRACKETS.get(shown[0]) == shown[-1] and shown[0] not in shown[1:]),
        ("dashed", _DASH.match(shown)),
        ("kind", KIND.search(shown)),
    )
    return [(name, 1.0) for name, holds in found if holds]


def _is_name(folded: str, key: str) -> bool:
    """Whether a line is a word in Latin letters, or nothing but names of persons."""
    return (len(key) < 12 and key.isascii()) or ("·" not in folded and all(map(looks_person, folded.split())))
