"""What a page is when it is no article: an index, a log-in, an error, an empty page, a thread; and pages that were broken into.

Every one of them has some sentence that reads like text: the footer's, a teaser's, a post's. Told apart they are not dressed
up as articles. The evidence has to be double (what the lines say, and that no running text stands beside it); an article
is never called one of these for its words alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policytext.fields.grammar.official_words import KIND
from policytext.locate.index_pages import index_rows, is_asked, is_portal, is_search
from policytext.locate.threads import broken_into, is_thread
from policytext.page.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import LineMatches
    from policytext.models.document import PageKind
    from policytext.page.layout import Layout
    from policytext.page.view import Line, View

__all__ = ["Kind", "find_kind"]


class Kind(NamedTuple):
    """What was found.

    ``notes`` begin with a stable word: ``empty:``, ``error:``, ``login:``, ``list:``, ``forum:``, ``spam:``. ``bodyless``: what
    passed for the body is no text of the page's own. ``message_is_title``: the page's headline is its message. ``below``: the
    first line of the index; its headline stands above. ``name``: the same word as that of the first note.
    """

    notes: tuple[str, ...] = ()
    bodyless: bool = False
    message_is_title: bool = False
    below: int = 0
    name: PageKind = "article"


_NAMES_AND_LINKS = Kind(("list: names and links, and no text",), bodyless=True, name="list")
_ARTICLE = 300
"""Code points of running text from which a page is an article, whatever else stands on it. Shorter ones are looked at."""
_ASIDE = 60
"""So little running text is a footer's or an introduction's, when the rest of the page is an index."""
_MESSAGE = 160
"""So much running text may stand on a page that only says that something is not there."""
_FORM_PAGE = 60
"""Lines of a page that is nothing but a form and its frame."""
_TEASERS = 5
"""Titles that are links in what passed for the body: it may be an index with an excerpt below each."""
_INDEX = 12
"""Lines from which a page without a text is an index and not just bare: the frame of a page that a script fills has fewer."""
_BELOW = 6
"""Lines between a message and what explains it."""

# All patterns are matched on the shadow: half-width, Simplified.
_GONE = re.compile(
    r"(?:(?:错误|Error|HTTP|状态码?)\s*(?::\s*)?)?(?:40[0-9]|50[0-5])"
    r"(?:\s*(?:[-_:|]\s*)?(?:页|错误|抱歉|未找到|找不到|没有|服务器|无法|内部|您|禁止|[A-Z][A-Za-z]).{0,40})?|"
    r".{0,30}(?:Not Found|Forbidden|Service Unavailable|Bad Gateway|Internal Server Error|Access Denied|Unauthorized).{0,30}|"
    r".{0,12}(?:页面?|网页|网址|地址|文件|资源|信息|内容|文章|稿件|帖子|主题|栏目|链接|站点|网站)(?:.{0,4}找不到了?|(?:可能)?(?:不存在|没有找到|未找到|无法(?:找到|访问|显示|打开)|(?:已|被|已被|已经)(?:删除|移除|下线|屏蔽)|(?:已)?(?:失效|过期)|出错了?|走丢了?|消失了?)).{0,16}|"
    r".{0,12}(?:找不到|无法找到|没有找到|未能找到|无法访问|不能访问).{0,12}(?:页面?|网页|网址|文件|资源|内容|文章|网站).{0,12}|"
    r".{0,8}(?:您|你)(?:所|要|想)?(?:访问|请求|查看|浏览|打开|寻找)的.{0,8}(?:不存在|找不到|不见了|删除|失效|出错|走丢|飞走|维护|升级|关闭).{0,20}|"
    r".{0,10}(?:服务器|系统|数据库|程序)(?:内部)?(?:错误|繁忙|异常|出错|(?:正在)?(?:维护|升级)中).{0,16}|"
    r"(?:禁止访问|拒绝访问|访问(?:被|已被)?(?:拒绝|禁止|受限|异常|过于频繁|拦截|阻断)|没有(?:访问)?权限).{0,20}|"
    r".{0,6}(?:该|此|本)(?:内容|文章|帖子|主题|公众号|账号|帐号|页面|视频).{0,12}(?:删除|违规|无法查看|停止访问|被投诉|已下架|审核中|迁移|冻结|封禁).{0,16}|"
    r"(?:安全|人机|滑[动块]|身份)(?:验证|校验)(?:中心)?|(?:安全检测|访问验证|人机验证|请完成.{0,8}验证|拖动.{0,6}滑块).{0,24}|"
    r".{0,16}(?:防火墙|WAF|安全狗|云盾|安全策略).{0,6}(?:拦截|阻断|阻止|禁止).{0,40}|"
    r".{0,20}(?:enable|Enable) JavaScript.{0,40}|.{0,16}(?:浏览器|不支持|启用|开启).{0,8}JavaScript.{0,24}|"
    r"(?:页面|网页)?(?:正在|即将|自动)(?:为您)?(?:跳转|转向|加载).{0,20}|.{0,6}秒后.{0,6}(?:跳转|返回).{0,16}|Redirecting.{0,30}"
)
_NOTHING_ELSE = 120
"""Code points of all that is displayed, from which a page has more to say than that it cannot be shown."""
_LOGIN_TITLE = re.compile(
    r"(?:欢迎|请|用户|会员|系统|后台|管理员?|平台|统一|账号|帐号)?(?:登录|登陆|身份认证|注册)(?:页面?|界面|系统|入口|中心)?|"
    r".{0,24}(?:系统|平台|中心|后台|用户|会员|统一身份|账号|帐号)\s?[-_|]?\s?(?:登录|登陆|认证)(?:页面?|界面|入口)?|Log ?in|Sign ?in"
)
_LOGIN_NAME = re.compile(
    r"(?:用户|会员|系统|后台|统一|账号|帐号|个人|单位)(?:登录|登陆)|.{0,10}(?:尚未|还没有|请先|需要|后才能)登[录陆].{0,20}"
)
_SECRET = re.compile(
    r"(?:请输入)?(?:登录)?(?:密\s*码|口\s*令|Password|password)(?:登录)?\s*[:*]*|忘记密码\??|找回密码"
)
_NAME = re.compile(
    r"(?:请输入)?(?:您的)?(?:用\s?户\s?名?|登录名|[账帐]\s?[号户]|手机号码?|邮箱|学号|工号|Username|username|E-?mail)(?:[/或].{1,8})?\s*[:*]*"
)
_ENTER = re.compile(r"(?:立即|安全|马上)?(?:登\s*[录陆]|Log ?in|Sign ?in|LOGIN)")
_BYLINE = re.compile(r"(?=.*(?:来源|作者|编辑|发布|发表|时间|日期|浏览|点击|阅读|字号|字体)).*\d{4}[-/.年]")
_SOURCED = re.compile(r"(?:来源|稿源|编辑|责编|记者|通讯员)[ :]*[^ :]")
_ROW = 200


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
    running = sum([line.end - line.start for line in body if is_prose(line) and not is_asked(line)])
    thread = is_thread(view, signed=_is_signed(view, layout, title))
    # Beside that much text only an index with an excerpt below each title is no article.
    if running < _ARTICLE or sum([line.link * 2 > line.end - line.start for line in body]) >= _TEASERS:
        found = _not_an_article(view, layout, matches, title, running, thread=thread)
        if found.notes:
            return found
    # Of a dump a text may be there that was not found: without markup too little tells it from the frame.
    if view.page.form == "html" and layout.first == layout.last and not _has_byline(view, layout, title):
        return _without_text(lines)
    broken = broken_into(view, layout)
    notes: tuple[str, ...] = ("forum: a thread; the body is its first post",) if thread else ()
    if broken:
        notes += ("spam: keywords of another trade stand around the text; the site was broken into",)
    return Kind(notes, name="forum" if thread else "spam" if broken else "article")


def _not_an_article(
    view: View, layout: Layout, matches: LineMatches, title: int | None, running: int, *, thread: bool
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
            return Kind(
                (f"error: the page says {text}",), bodyless=not kept, message_is_title=True, name="error"
            )
    if running <= _ASIDE and _asks_to_log_in(view, title):
        return Kind(("login: the page asks to log in",), bodyless=True, name="login")
    rows = index_rows(view, layout, matches)
    if rows:
        return Kind((f"list: an index of {len(rows)} entries",), bodyless=True, below=rows[0], name="list")
    if is_search(view):
        return Kind(("list: results of a search",), bodyless=True, name="list")
    # Where most of the page was taken for the text, the judgement on blocks of lines stands: names and numbers may be a text.
    held = (layout.last - layout.first) * 2 > len(lines)
    if not thread and not held and not _is_document(view, title) and is_portal(view, running):
        return _NAMES_AND_LINKS
    return Kind()


def _without_text(lines: Sequence[Line]) -> Kind:
    """What a page is on which nothing reads like a text, where no byline says that pictures are its text."""
    if len(lines) < _INDEX:
        return Kind(("empty: nothing that is displayed reads like a text",), bodyless=True, name="empty")
    return _NAMES_AND_LINKS


def _is_document(view: View, title: int | None) -> bool:
    """Whether the headline says that tables and lists below it are what the page is about: 公示, 名单, 公告."""
    return title is not None and KIND.search(view.lines[title].fold) is not None


def _message(view: View, layout: Layout, title: int | None) -> tuple[str, int] | None:
    """What says that what was asked for is not there, and its line: headline, ``<title>``, or a line of its own near the text."""
    lines = view.lines
    if view.head_title and _GONE.fullmatch(view.head_title):
        return view.head_title, title or 0
    likely = [lines[title]] if title is not None else []
    likely += lines[layout.first : layout.last]
    if len(lines) <= _FORM_PAGE:
        likely += lines
    elif sum(line.end - line.start for line in lines) > _NOTHING_ELSE * _BELOW:
        likely = []
    for line in likely:
        if len(line) <= _FORM_PAGE and line.link * 2 <= len(line) and _GONE.fullmatch(line.fold):
            return line.text, line.index
    return None


def _asks_to_log_in(view: View, title: int | None) -> bool:
    """Whether the page is called a log-in, or is nothing but a form that wants a name and a secret."""
    lines = view.lines
    named = _is_called_login(view, title)
    asked = [line.fold for line in view.shaded if len(line) <= _FORM_PAGE]
    secret = any(_SECRET.fullmatch(text) for text in asked)
    name = any(_NAME.fullmatch(text) for text in asked)
    enter = any(_ENTER.fullmatch(text) for text in asked)
    return (named and (secret or name or enter)) or (secret and name and enter and len(lines) <= _FORM_PAGE)


def _is_called_login(view: View, title: int | None) -> bool:
    """Whether the title, the headline or, of a page that is hardly more than a form, any line is the name of a log-in."""
    lines = view.lines
    names = [name.strip() for name in re.split(r"[-_|—–]", view.head_title)]
    if title is not None:
        names.append(lines[title].fold)
    if any(_LOGIN_TITLE.fullmatch(name) for name in names if name):
        return True
    return len(lines) <= _FORM_PAGE and any(_LOGIN_NAME.fullmatch(line.fold) for line in lines)


def _is_signed(view: View, layout: Layout, title: int | None) -> bool:
    """Whether a row by the headline says from where the text comes or who edited it, as no post does."""
    return any(_SOURCED.search(row.fold) for row in _near_title(view, layout, title))


def _has_byline(view: View, layout: Layout, title: int | None) -> bool:
    """Whether a labelled date stands by the headline or above the body: an article of pictures, or a very short one."""
    rows = _near_title(view, layout, title)
    return any(len(row) <= _ROW and not row.link and _BYLINE.match(row.fold) for row in rows)


def _near_title(view: View, layout: Layout, title: int | None) -> list[Line]:
    lines = view.lines
    near = set(range(max(0, layout.first - 3), layout.first)) if layout.first < layout.last else set()
    if title is not None:
        near |= set(range(title, min(len(lines), title + 4)))
    return [lines[index] for index in sorted(near)]
