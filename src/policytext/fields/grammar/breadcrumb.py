"""面包屑: the path of columns a page stands in, from the line that shows it.

``您当前的位置 : 某某网 >> 某省新闻 >> 市州播报``, ``首页 / 要闻动态 / 今日关注``, ``某某网 > 股票 > 正文``. The last word 正文 and the
headline itself are no columns. A row of links without an arrow (``首页 | 时事 | 生活``) is a menu, not a path.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from policytext.page.shadow import fold

__all__ = ["Crumb", "read_breadcrumb", "split_breadcrumb"]


class Crumb(NamedTuple):
    """A path of columns; offsets are code points of the line."""

    parts: tuple[str, ...]
    start: int
    end: int
    labelled: bool


_LABEL: Final = re.compile(
    r"^[\s·>]*(?:您|你|我)?(?:现在|当前|目前|所)?(?:的|所在的?|在的?)?(?:当前|现在)?位置(?:是|为)?[ :>]*|^[\s·]*(?:当前页面|当前栏目|导航|路径)[ :]+"
)
_ARROW: Final = re.compile(r" *(?:-?>{1,3}|>) *")
_WEAK: Final = re.compile(r" *[/|·] *| +[-_] +|-(?=\S)| {2,}")
_HOME: Final = re.compile(r"^(?:网站|返回)?(?:首 ?页|主页)|网$|^[^ ]{2,8}首页$")
# [首页](/), as Markdown dumps write a link.
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_NO_SITE: Final = re.compile(r"[:：]|^(?:更多|点击|查看|进入|详情)")
_LAST: Final = frozenset(
    {
        "正文",
        "内容",
        "文章",
        "详细内容",
        "详情",
        "文章内容",
        "文章正文",
        "阅读",
        "新闻内容",
        "详细页面",
        "信息详情",
        "查看",
        "浏览文章",
        "正文内容",
        "文章详情",
        "新闻详情",
    }
)


def read_breadcrumb(text: str, folded: str, title: str = "") -> Crumb | None:
    """The path that a line shows, or ``None``.

    Args:
        text: The line as displayed.
        folded: Its shadow.
        title: The headline, folded; as the last part it is left out.
    """
    if len(folded) > 160 or len(folded) < 4:
        return None
    label = _LABEL.match(folded)
    at = label.end() if label else 0
    rest = folded[at:]
    parts = _cut(text, folded, at, _ARROW) if ">" in rest else []
    if len(parts) < 2 and (label or _HOME.search(rest.split("/")[0].strip())):
        parts = _cut(text, folded, at, _WEAK if ">" not in rest else _ARROW)
        if not label and (
            "|" in rest
            or len(parts) < 2
            or not ("/" in rest or (" - " in rest and rest.lstrip().startswith("首页")))
        ):
            return None
    if not parts and not label and folded.endswith(" 正文") and len(folded) <= 14:
        parts = [text[: len(folded) - 3].strip(), "正文"]
    if not parts or (
        not label and len(parts) < 2 and not rest.lstrip().startswith(">") and not rest.rstrip().endswith(">")
    ):
        return None
    if any(len(part) > 40 for part in parts[:-1]) or (not label and max(map(len, parts[:-1] or parts)) > 20):
        return None
    if not label and (_NO_SITE.search(fold(parts[0])) or all(part.isdigit() for part in parts)):
        # 申报流程：提交申请 > 材料审核: steps of a procedure.
        return None
    if len(parts) > 8 or any(part[-1] in "。;?!" for part in parts[:-1]):
        return None
    key = "".join(title.split())
    last = "".join(fold(parts[-1]).split())
    if (
        last in _LAST
        or (key and (last == key or (len(last) > 8 and (last in key or key in last))))
        or (len(last) > 25 and len(parts) > 1)
    ):
        parts.pop()
    return Crumb(tuple(parts), 0, len(text), bool(label))


def _cut(text: str, folded: str, at: int, separator: re.Pattern[str]) -> list[str]:
    parts = []
    for match in separator.finditer(folded, at):
        parts.append(text[at : match.start()])
        at = match.end()
    parts.append(text[at:])
    shown = (" ".join(_LINK.sub(r"\1", part).strip(" \t\xa0\u3000>:：|*").split()) for part in parts)
    return [part for part in shown if part]


def split_breadcrumb(text: str) -> tuple[str, ...]:
    """The columns of a path without its label: ``某某网 >> 某省新闻 >> 兰州``; the empty tuple where there is none."""
    crumb = read_breadcrumb(text, fold(text))
    if crumb is not None:
        return crumb.parts
    only = " ".join(text.split())
    return (only,) if only else ()
