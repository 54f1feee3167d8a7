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
_STEPS: Final = re.compile(r"/|^\s*首页.* - ")
# [首页](/), as Markdown dumps write a link.
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_NO_SITE: Final = re.compile(r"[:：]|^(?:更多|点击|查看|进入|详情)")
_SHORTEST, _LONGEST = 4, 160
"""Code points of a line that is looked at: 首页 > needs four, and a path of long columns with a headline has hardly more."""
_COLUMN_AND_TEXT = 14
"""Code points of a path that is one column and 正文, at most."""
_LONGEST_PART, _LONGEST_BARE_PART = 40, 20
"""Code points of a column's name, behind a label and without one: longer parts are of a sentence with arrows in it."""
_LONGEST_COLUMN = 25
"""Code points from which on the last part is a headline, also where no headline was found to compare it with."""
_TELLING = 8
"""Code points from which on a part of the headline is there by more than chance: 通知 is in many."""
_MOST = 8
"""Columns within each other; more parts are a menu."""
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
    if not _SHORTEST <= len(folded) <= _LONGEST:
        return None
    label = _LABEL.match(folded)
    at = label.end() if label else 0
    labelled = label is not None
    parts = _split_path(text, folded, at, labelled=labelled)
    if not parts or not _is_path(parts, folded[at:].strip(), labelled=labelled):
        return None
    if _names_the_page(parts, title):
        parts.pop()
    return Crumb(tuple(parts), 0, len(text), labelled)


def _split_path(text: str, folded: str, at: int, *, labelled: bool) -> list[str]:
    """The parts between arrows; between weaker marks only where a label or 首页 says that a path begins. Empty where there is none."""
    rest = folded[at:]
    parts = _cut(text, folded, at, _ARROW) if ">" in rest else []
    if len(parts) < 2 and (labelled or _HOME.search(rest.split("/")[0].strip())):
        parts = _cut(text, folded, at, _WEAK if ">" not in rest else _ARROW)
        # 首页 | 时事 is a menu, and a bare word 首页 a button.
        if not labelled and ("|" in rest or len(parts) < 2 or not _STEPS.search(rest)):
            return []
    return parts or ([] if labelled else _column_and_text(text, folded))


def _column_and_text(text: str, folded: str) -> list[str]:
    """The one column and 正文, with a blank between: nothing else ends so."""
    if not folded.endswith(" 正文") or len(folded) > _COLUMN_AND_TEXT:
        return []
    return [text[: len(folded) - 3].strip(), "正文"]


def _is_path(parts: list[str], rest: str, *, labelled: bool) -> bool:
    """Whether parts can be columns of a site; without a label less is let pass."""
    if len(parts) > _MOST or any(part[-1] in "。;?!" or len(part) > _LONGEST_PART for part in parts[:-1]):
        return False
    if labelled:
        return True
    # One part alone with an arrow before or behind it: the path goes on in another line.
    if len(parts) < 2 and not rest.startswith(">") and not rest.endswith(">"):
        return False
    if max(map(len, parts[:-1] or parts)) > _LONGEST_BARE_PART:
        return False
    # 申报流程：提交申请 > 材料审核 are steps of a procedure, 1 > 2 > 3 is a pager.
    return not (_NO_SITE.search(fold(parts[0])) or all(part.isdigit() for part in parts))


def _names_the_page(parts: list[str], title: str) -> bool:
    """Whether the last part is no column but the page itself: 正文, or the headline, whole, cut short or with a site's name."""
    last = "".join(fold(parts[-1]).split())
    if last in _LAST or (len(last) > _LONGEST_COLUMN and len(parts) > 1):
        return True
    key = "".join(title.split())
    return bool(key) and (last == key or (len(last) > _TELLING and (last in key or key in last)))


def _cut(text: str, folded: str, at: int, separator: re.Pattern[str]) -> list[str]:
    parts = []
    for match in separator.finditer(folded, at):
        parts.append(text[at : match.start()])
        at = match.end()
    parts.append(text[at:])
    shown = (
        " ".join((_LINK.sub(r"\1", part) if "[" in part else part).strip(" \t\xa0\u3000>:：|*").split())
        for part in parts
    )
    return [part for part in shown if part]


def split_breadcrumb(text: str) -> tuple[str, ...]:
    """The columns of a path without its label: ``某某网 >> 某省新闻 >> 兰州``; the empty tuple where there is none."""
    crumb = read_breadcrumb(text, fold(text))
    if crumb is not None:
        return crumb.parts
    only = " ".join(text.split())
    return (only,) if only else ()
