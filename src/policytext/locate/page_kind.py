"""What a page is when it is no article: an index, a log-in, an error, an empty page, a thread; and pages that were broken into.

Every one of them has some sentence that reads like text: the footer's, a teaser's, a post's. Told apart they are not dressed
up as articles. The evidence has to be double (what the lines say, and that no running text stands beside it); an article
is never called one of these for its words alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.models.page import Mark
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from policytext.matching.line_matches import LineMatches
    from policytext.models.document import PageKind
    from policytext.page.layout import Layout
    from policytext.page.view import View

__all__ = ["Kind", "find_kind"]


class Kind(NamedTuple):
    """What was found.

    ``notes`` begin with a stable word: ``empty:``, ``error:``, ``login:``, ``list:``, ``forum:``, ``spam:``. ``bodyless``: what
    passed for the body is no text of the page's own. ``spoken``: the page's headline is its message. ``below``: the
    first line of the index; its headline stands above. ``name``: the same word as that of the first note.
    """

    notes: tuple[str, ...] = ()
    bodyless: bool = False
    spoken: bool = False
    below: int = 0
    name: PageKind = "article"


_ARTICLE = 300
"""Code points of running text from which a page is an article, whatever else stands on it. Shorter ones are looked at."""
_ASIDE = 60
"""So little running text is a footer's or an introduction's, when the rest of the page is an index."""
_MESSAGE = 160
"""So much running text may stand on a page that only says that something is not there."""
_FORM_PAGE = 60
"""Lines of a page that is nothing but a form and its frame."""
_ROWS = 8
"""Rows that make an index. Fewer stand beside many an article."""
_TEASERS = 5
_BELOW = 6
"""Lines between a message and what explains it."""
_MANY = 40
_SHORTEST, _LONGEST = 8, 120
_FRAME = int(Mark.FRAME)

# All patterns are matched on the shadow: half-width, Simplified.
_GONE = re.compile(
    r"(?:(?:错误|Error|HTTP|状态码?)\s*:?\s*)?(?:40[0-9]|50[0-5])"
    r"(?:\s*[-_:|]?\s*(?:页|错误|抱歉|未找到|找不到|没有|服务器|无法|内部|您|禁止|[A-Z][A-Za-z]).{0,40})?|"
    r".{0,30}(?:Not Found|Forbidden|Service Unavailable|Bad Gateway|Internal Server Error|Access Denied|Unauthorized).{0,30}|"
    r".{0,12}(?:页面?|网页|网址|地址|文件|资源|信息|内容|文章|稿件|帖子|主题|栏目|链接|站点|网站)(?:.{0,4}找不到了?|(?:可能)?(?:不存在|没有找到|未找到|无法(?:找到|访问|显示|打开)|(?:已|被|已被|已经)(?:删除|移除|下线|屏蔽)|(?:已)?(?:失效|过期)|出错了?|走丢了?|消失了?)).{0,16}|"
    r".{0,12}(?:找不到|无法找到|没有找到|未能找到|无法访问|不能访问).{0,12}(?:页面?|网页|网址|文件|资源|内容|文章|网站).{0,12}|"
    r".{0,8}(?:您|你)(?:所|要|想)?(?:访问|请求|查看|浏览|打开|寻找)的.{0,8}(?:不存在|找不到|不见了|删除|失效|出错|走丢|飞走|维护|升级|关闭).{0,20}|"
    r".{0,10}(?:服务器|系统|数据库|程序)(?:内部)?(?:错误|繁忙|异常|出错|(?:正在)?(?:维护|升级)中).{0,16}|"
    r"(?:禁止访问|拒绝访问|访问(?:被)?(?:拒绝|禁止|受限|异常|过于频繁)|没有(?:访问)?权限).{0,20}"
)
_LOGIN_TITLE = re.compile(
    r"(?:欢迎|请|用户|会员|系统|后台|管理员?|平台|统一|账号|帐号)?(?:登录|登陆|身份认证|注册)(?:页面?|界面|系统|入口|中心)?|"
    r".{0,24}(?:系统|平台|中心|后台|用户|会员|统一身份|账号|帐号)\s?[-_|]?\s?(?:登录|登陆|认证)(?:页面?|界面|入口)?|Log ?in|Sign ?in"
)
_SECRET = re.compile(
    r"(?:请输入)?(?:登录)?(?:密\s*码|口\s*令|Password|password)(?:登录)?\s*[:*]*|忘记密码\??|找回密码"
)
_NAME = re.compile(
    r"(?:请输入)?(?:您的)?(?:用\s?户\s?名?|登录名|[账帐]\s?[号户]|手机号码?|邮箱|学号|工号|Username|username|E-?mail)(?:[/或].{1,8})?\s*[:*]*"
)
_ENTER = re.compile(r"(?:立即|安全|马上)?(?:登\s*[录陆]|Log ?in|Sign ?in|LOGIN)")
_DATED = re.compile(
    r"[·•\-\s]*(?:.{6,80}?[\s\[(]*(?:20\d\d[-/.年])?[01]?\d[-/.月][0-3]?\d日?(?: ?\d\d:\d\d(?::\d\d)?)?[\])]?"
    r"|[\[(](?:20\d\d[-/.年])?[01]?\d[-/.月][0-3]?\d日?[\])]\s?.{6,80})"
)
_DATE = re.compile(r"[\[(]?20\d\d[-/.年][01]?\d[-/.月][0-3]?\d日?[\])]?(?: ?\d\d:\d\d(?::\d\d)?)?")
_DATE_ENDS, _DATE_BEGINS = frozenset("0123456789日])"), frozenset("0123456789[(·•- ")
_DATE_WIDTH = 21
_STOPS = frozenset("。!?;")
"""Entries are titles; a chronicle's are sentences."""
_BYLINE = re.compile(r"(?=.*(?:来源|作者|编辑|发布|发表|时间|日期|浏览|点击|阅读|字号|字体)).*\d{4}[-/.年]")
_ROW = 200
_CUT = re.compile(r".*(?:\.{3}|…|\[?(?:详细|详情|查看详情|阅读全文|查看全文|全文|更多)\]?>*)\s*")
_BOARD = re.compile(r"论坛|社区|贴吧|\bBBS\b|留言板|讨论[区版]", re.IGNORECASE)
# What only boards have: offices, tools and counts of posts. Two of them make a thread, or an office and a board in the title;
# a commenter's 楼主 under the news of a neighbourhood (社区) does not.
_OFFICES = frozenset({"版主", "只看该作者", "使用道具", "精华区", "回复本贴", "跟从标题"})
_THREAD = (
    *sorted(_OFFICES), "楼主", "本贴跟", "发新帖", "发新话题", "回帖", "跟帖数", "本帖最后由", "阅览者", "在线用户", "发帖数",
    "注册时间", "第 1 楼", "第1楼",
)  # fmt: skip
_THREAD_LINE = 60
# Trades that break into sites of others. None of these words is a column of a news or government site.
_TRADE = (
    "无码", "久久", "啪啪", "黄片", "色情网", "成人网", "成人片", "成人视频", "一区二区", "国产精品", "亚洲精品", "毛片", "人妻", "久草",
    "三级片", "av在线", "AV在线", "博彩", "百家乐", "投注", "下注", "娱乐城", "六合彩", "时时彩", "必威", "亚博", "万博", "乐鱼",
    "开云体育", "十博", "华体会", "九游会", "皇冠体育", "银河娱乐", "新葡京", "威尼斯人", "棋牌游戏", "私服", "破法符",
)  # fmt: skip
_WORDS = re.compile("|".join((*_THREAD, *_TRADE)))
_PARTS = re.compile(r"[,、_|/\s]+")
_TRADE_LINE = 140
_FEW = 3


def find_kind(view: View, layout: Layout, matches: LineMatches, title: int | None) -> Kind:
    """What the page is; nothing for an article, and wherever the evidence is single.

    Args:
        view: The page.
        layout: Where the body seems to be.
        matches: What the lines match.
        title: Line of the displayed headline.
    """
    lines = view.lines
    if not lines:
        return Kind(("empty: the page displays nothing",), bodyless=True, name="empty")
    body = lines[layout.first : layout.last]
    running = sum(len(line) for line in body if is_prose(line))
    # Beside that much text only an index with an excerpt below each title is no article.
    if running < _ARTICLE or sum(line.link * 2 > len(line) for line in body) >= _TEASERS:
        found = _not_an_article(view, layout, matches, title, running)
        if found.notes:
            return found
    thread, broken = _words(view, layout)
    notes: tuple[str, ...] = ("forum: a thread; the body is its first post",) if thread else ()
    if broken:
        notes += ("spam: keywords of another trade stand around the text; the site was broken into",)
    return Kind(notes, name="forum" if thread else "spam" if broken else "article")


def _not_an_article(
    view: View, layout: Layout, matches: LineMatches, title: int | None, running: int
) -> Kind:
    lines = view.lines
    if _has_byline(view, layout, title):
        return Kind()
    if running <= _MESSAGE:
        message = _message(view, layout, title)
        if message is not None:
            text, at = message
            # What stands right below the message explains it. Anything else that passed for a body is none.
            kept = at <= layout.first + len(lines[layout.first : layout.last]) and layout.first <= at + _BELOW
            return Kind((f"error: the page says {text}",), bodyless=not kept, spoken=True, name="error")
    if running <= _ASIDE and _asks_to_log_in(view, title):
        return Kind(("login: the page asks to log in",), bodyless=True, name="login")
    rows = _index_rows(view, layout, matches)
    if len(rows) >= _ROWS:
        return Kind((f"list: an index of {len(rows)} entries",), bodyless=True, below=rows[0], name="list")
    return Kind()


def _message(view: View, layout: Layout, title: int | None) -> tuple[str, int] | None:
    """What says that what was asked for is not there, and its line: headline, ``<title>``, or a line of its own near the text."""
    lines = view.lines
    if view.head_title and _GONE.fullmatch(view.head_title):
        return view.head_title, title or 0
    spoken = [lines[title]] if title is not None else []
    spoken += lines[layout.first : layout.last]
    if len(lines) <= _FORM_PAGE:
        spoken += lines
    for line in spoken:
        if len(line) <= _FORM_PAGE and line.link * 2 <= len(line) and _GONE.fullmatch(line.fold):
            return line.text, line.index
    return None


def _asks_to_log_in(view: View, title: int | None) -> bool:
    """Whether the page is called a log-in, or is nothing but a form that wants a name and a secret."""
    lines = view.lines
    named = any(
        _LOGIN_TITLE.fullmatch(name.strip()) for name in re.split(r"[-_|—–]", view.head_title) if name.strip()
    ) or (title is not None and _LOGIN_TITLE.fullmatch(lines[title].fold) is not None)
    asked = [line.fold for line in view.shaded if len(line) <= _FORM_PAGE]
    secret = any(_SECRET.fullmatch(text) for text in asked)
    name = any(_NAME.fullmatch(text) for text in asked)
    enter = any(_ENTER.fullmatch(text) for text in asked)
    return (named and (secret or name or enter)) or (secret and name and enter and len(lines) <= _FORM_PAGE)


def _index_rows(view: View, layout: Layout, matches: LineMatches) -> list[int]:
    """Entries of the index that the page is; none for a page that has text of its own.

    Entries are titles that are links (where no markup tells links: that have a date). They are an index's if they are dated, if
    a pager turns them, or if there are very many; and if nothing else is there to read but an excerpt below each of them.
    The contents of a book or of an issue are none: they are what the page has to say.
    """
    lines = view.lines
    markup = view.page.form == "html"
    # A date may stand in the next cell but one. Where nothing tells cells, the entry is the line above it.
    near = (-2, -1, 1, 2) if markup else (1,)
    rows: list[int] = []
    dated = 0
    for index, line in enumerate(lines):
        size = line.end - line.start
        if (
            not _SHORTEST <= size <= _LONGEST
            or line.marks & _FRAME
            or index in matches
            or (markup and line.link * 2 < size)
        ):
            continue
        fold = line.fold
        if fold[-1] in _STOPS or (size <= _DATE_WIDTH and _DATE.fullmatch(fold)):
            continue
        beside = (fold[-1] in _DATE_ENDS or fold[0] in _DATE_BEGINS) and _DATED.fullmatch(fold) is not None
        if not beside:
            beside = any(
                len(lines[index + step]) <= _DATE_WIDTH
                and _DATE.fullmatch(lines[index + step].fold) is not None
                for step in near
                if 0 <= index + step < len(lines)
            )
        if markup or beside:
            rows.append(index)
            dated += beside
    turned = matches.has_rule("shared/pager")
    if len(rows) < _TEASERS or not (dated >= _TEASERS or turned or len(rows) >= _MANY):
        return []
    known = set(rows)
    beyond = [
        index
        for index in range(layout.first, layout.last)
        if index not in known and len(lines[index]) >= _SHORTEST and not _DATE.fullmatch(lines[index].fold)
    ]
    whole = [index for index in beyond if not _CUT.fullmatch(lines[index].fold)]
    if sum(len(lines[index]) for index in whole) <= _ASIDE:
        # Little as it is, in front of the entries it may be the text that they are related to.
        return [] if any(index < rows[len(rows) // 2] and is_prose(lines[index]) for index in whole) else rows
    prose = [index for index in beyond if is_prose(lines[index])]
    below = sum(any(index - back in known for back in (1, 2, 3)) for index in prose)
    return rows if below >= _TEASERS and below * 5 >= len(beyond) * 4 else []


def _has_byline(view: View, layout: Layout, title: int | None) -> bool:
    """Whether a labelled date stands by the headline or above the body: an article of pictures, or a very short one."""
    lines = view.lines
    near = set(range(max(0, layout.first - 3), layout.first)) if layout.first < layout.last else set()
    if title is not None:
        near |= set(range(title, min(len(lines), title + 4)))
    rows = [lines[index] for index in near]
    return any(len(row) <= _ROW and not row.link and _BYLINE.match(row.fold) for row in rows)


def _words(view: View, layout: Layout) -> tuple[bool, bool]:
    """Whether the page is a thread, and whether it was broken into.

    A page that was: lines outside the body that are strings of such keywords, or several that name such a trade.
    """
    board: set[str] = set()
    spread: set[int] = set()
    strung = False
    for found in _WORDS.finditer(view.shadow):
        line = view.shaded_at(found.start())
        word = found.group()
        if word not in _TRADE:
            if len(line) <= _THREAD_LINE:
                board.add(word)
        elif not layout.first <= line.index < layout.last and len(line) <= _TRADE_LINE:
            parts = _PARTS.split(line.fold)
            strung = strung or (
                len(parts) > _FEW and sum(any(trade in part for trade in _TRADE) for part in parts) >= _FEW
            )
            if len(line) <= 2 * len(word) + 8:
                spread.add(line.index)
    named = _BOARD.search(view.head_title or view.lines[0].fold) is not None
    return len(board) > 1 or (named and not board.isdisjoint(_OFFICES)), strung or len(spread) >= _FEW
