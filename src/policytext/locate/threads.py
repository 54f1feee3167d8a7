"""Threads of boards, and pages that were broken into: told by words that no editor writes, several kinds of them together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.dates import find_dates, partial_date
from policytext.matching.matcher import any_of
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.page.layout import Layout
    from policytext.page.view import View

__all__ = ["broken_into", "is_thread"]

_THREAD_LINE: Final = 60
_BOARD: Final = re.compile(
    r"论坛|社区|贴吧|\bBBS\b|留言板|讨论[区版]|百度知道|问答|短评|豆瓣小组", re.IGNORECASE
)
# What only boards have: offices, tools and counts of posts. Two of them make a thread, or an office and a board in the title;
# a commenter's 楼主 under the news of a neighbourhood (社区) does not.
_OFFICES: Final = frozenset({"版主", "只看该作者", "使用道具", "精华区", "回复本贴", "跟从标题", "只看楼主"})
_OWN: Final = (
    *sorted(_OFFICES), "楼主", "本贴跟", "发新帖", "发新话题", "回帖", "跟帖数", "本帖最后由", "阅览者", "在线用户", "发帖数",
    "注册时间", "第 1 楼", "第1楼",
)  # fmt: skip
# Word -> what it is worth. Words of boards that stand on other pages too are worth half: it takes several kinds.
_WORTH: Final = {
    word: worth
    for worth, words in (
        (2.0, ("我来答", "进入贴吧", "本吧")),
        (1.0, ("版主", "只看楼主", "只看该作者", "精华区", "最后回复", "采纳", "追问", "踩", "短评", "楼主")),
        (0.5, ("提问", "回答", "话题", "有用", "粉丝", "私信", "小组", "积分", "等级")),
    )
    for word in words
}
_ENOUGH: Final = 3.0
_FLOOR: Final = re.compile(r"(?:第 ?)?(\d{1,4}) ?楼|^#(\d{1,3})\b")
_FLOORS: Final = 3
_HANDLE: Final = re.compile(r"(?:[•·*-] ?)?[^ ]{1,20} @[\w.-]{2,20}$")
_HANDLES: Final = 2
_STAMPS: Final = 5
"""Posts, each with its own time, that are no longer the comments below a text by themselves."""
_USES: Final = re.compile(r"有用|回复|赞|举报|评论|\d+ ?赞")
# Trades that break into sites of others. None of these words is a column of a news or government site.
_TRADE: Final = (
    "无码", "久久", "啪啪", "黄片", "色情网", "成人网", "成人片", "成人视频", "一区二区", "国产精品", "亚洲精品", "毛片", "人妻", "久草",
    "三级片", "av在线", "AV在线", "博彩", "百家乐", "投注", "下注", "娱乐城", "六合彩", "时时彩", "必威", "亚博", "万博", "乐鱼",
    "开云体育", "十博", "华体会", "九游会", "皇冠体育", "银河娱乐", "新葡京", "威尼斯人", "棋牌游戏", "私服", "破法符",
)  # fmt: skip
_OWN_WORDS: Final = re.compile(any_of(sorted(_OWN, key=len, reverse=True)))
_WORTHY: Final = re.compile(any_of(sorted(_WORTH, key=len, reverse=True)))
_TRADES: Final = re.compile(any_of(sorted(_TRADE, key=len, reverse=True)))
_PARTS: Final = re.compile(r"[,、_|/\s]+")
_TRADE_LINE: Final = 140
_FEW: Final = 3


def is_thread(view: View, *, signed: bool) -> bool:
    """Whether the page is a thread: posts of several people, or a question and its answers.

    Args:
        view: The page.
        signed: Whether a labelled byline stands at the headline: comments below an article make no thread of it.
    """
    own: set[str] = set()
    for found in _OWN_WORDS.finditer(view.shadow, 0, view.shadow_split):
        if len(view.shaded_at(found.start())) <= _THREAD_LINE:
            own.add(found.group())
    named = _BOARD.search(fold(view.head_title or view.lines[0].text)) is not None
    if len(own) > 1 or (named and not own.isdisjoint(_OFFICES)):
        return True
    if signed:
        return False
    words: set[str] = set()
    for found in _WORTHY.finditer(view.shadow, 0, view.shadow_split):
        if len(view.shaded_at(found.start())) <= _THREAD_LINE:
            words.add(found.group())
    worth = sum(_WORTH[word] for word in words)
    # Without a word of their own, times and numbers are those of any page with comments.
    return worth >= 1.0 and worth + named + _posts(view) >= _ENOUGH


def _posts(view: View) -> float:
    """What the posts show: numbered floors, handles, a time each, the same button below each."""
    floors: set[str] = set()
    handles = stamps = uses = 0
    for line in view.lines:
        if line.end - line.start > _THREAD_LINE:
            continue
        folded = line.fold
        floors.update(a or b for a, b in _FLOOR.findall(folded))
        handles += _HANDLE.fullmatch(folded) is not None
        uses += _USES.fullmatch(folded) is not None
        hits = find_dates(folded)
        if hits:
            stamps += hits[0].precision in ("minute", "second")
        else:
            stamps += partial_date(folded) > 1
    return 2.0 * (len(floors) >= _FLOORS) + (handles >= _HANDLES) + (stamps >= _STAMPS) + (uses >= _STAMPS)


def _is_strung(parts: Sequence[str]) -> bool:
    """Whether the parts of a line are keywords of such trades, of two kinds at least: one alone may be a name."""
    if len(parts) <= _FEW:
        return False
    told = {trade for part in parts for trade in _TRADE if trade in part}
    return sum(any(trade in part for trade in told) for part in parts) >= _FEW and len(told) > 1


def broken_into(view: View, layout: Layout) -> bool:
    """Whether lines outside the body are strings of another trade's keywords, or several name such a trade.

    A word of the site's own name does not count, and one word alone is no trade.
    """
    spread: dict[int, str] = {}
    strung = False
    for found in _TRADES.finditer(view.shadow):
        line = view.shaded_at(found.start())
        word = found.group()
        if layout.first <= line.index < layout.last or len(line) > _TRADE_LINE:
            continue
        strung = strung or _is_strung(_PARTS.split(line.fold))
        if len(line) <= 2 * len(word) + 8:
            spread[line.index] = word
    return strung or (len(spread) >= _FEW and len(set(spread.values())) > 1)
