"""Shapes of single lines: what a short line looks like, without a thought for where it stands.

A shape is no verdict. A menu and a list of names are both runs of short lines; what tells them apart is how many of them look like
names, numbers, dates or labels, which `policytext.locate.text_blocks` counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policytext.fields.knowledge.surnames import SURNAMES
from policytext.page.begins import has

if TYPE_CHECKING:
    from collections.abc import Callable

    from policytext.page.view import Line

__all__ = ["OFFICE_NAME", "SHAPES", "shapes_of"]

OFFICE_NAME = re.compile(
    r"[\u4e00-\u9fff()、\s]{2,36}(?:政府|办公[室厅]|委员会|[厅局部委院校]|中心|公司|小组|指挥部|协会|学会|集团|支队|大队|法院|检察院|银行|人大常委会|党委|组织部|联合会|秘书处|管理处|管委会)[\s?]*"
)
"""A line that is nothing but the name of an office: half a signature, folded. Narrower than that of `policytext.fields.grammar.official_words`,
which takes the bulleted links to other offices in a foot as well (· 公安部); the weights of `policytext.locate.block_weights` were derived with this one."""

# All on the shadow: half-width, Simplified.
_NUMBER = re.compile(r"[-+≥≤<>]?[\d,.]+\s?(?:%|‰|万|亿|元|人|个|吨|亩|次|户|分|平方米|公里)?|[-/√×]{1,3}")
_ENUM = re.compile(
    r"\(?\d{1,3}[.、)](?!\d)\s?\S|\(?[一二三四五六七八九十]{1,3}[、)]|\([\d一二三四五六七八九十]{1,3}\)|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[章节条款项]"
)
_BULLET = re.compile(r"[·*>]\s?\S|-\s\S")
_LABEL = re.compile(r"[^:,。]{1,14}:")
_DATED = re.compile(
    r"(?:19|20)\d\d\s?[-./年]|\d{1,2}月\d{1,2}日|\d{1,2}:\d\d|[上下]午|星期[一二三四五六日]|周[一二三四五六日]"
)
_PHONE = re.compile(r"(?<!\d)(?:0?\d{2,4}\s?-\s?\d{6,8}|1[3-9]\d{9}|[2-8]\d{6,7}|400-?\d{3}-?\d{4})(?!\d)")
_SIGN = re.compile(
    r"(?:[12]\d{3}|二[〇零O0○]\S{2})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日[\s?]*|"
    r"特此(?:通知|通告|公告|公示|函[告复]|说明|证明|批复|声明|告知|报告)[。!]?|\(此件.{2,12}\)|抄送:.*|此致|敬礼[!]?|谢谢(?:大家|各位)?[!。]|"
    r".{4,40}[12]\d{3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发"
)
_ATTACHED = re.compile(r"附\s?[件表录]|.*\.(?:docx?|xlsx?|pdf|pptx?|wps|zip|rar|ofd)\b", re.IGNORECASE)
_NOTE = re.compile(r"\([^()]{1,60}\)[。]?$|\((?:完|全文完)\)|\[完\]|注:|备注|图为")
_OPENED = frozenset("\"'《([")
_STOPS = frozenset("。!?…")
_PAUSES = frozenset(",、;:")
_WORD = re.compile(r"[A-Za-z]")
# What a form cannot be without: one set of characters is searched for at a fraction of the cost of the form itself.
_FIGURE = re.compile("[0-9]")
_TIMELY = re.compile("[0-9午星周]")
_OFFICE_ENDS = frozenset("府室厅会局部委院校心司组团队行处?")
_SIGN_BEGINS = frozenset("12二特(抄此敬谢")
_CELL, _LONGEST_NAME, _TINY, _TITLE = 16, 5, 8, 60
_HEAD = 160
"""Code points of a line that are looked at."""
_PARTS = re.compile(r"[ |/]")
_has_template = has(r"(?:[{}]|>{1,2}$|^\[?(?:更多|more|MORE)|\d+\s?次|[:(]\s?0\b)", r"{}>\[更mM0-9:(")
_ORGAN_WORDS = re.compile(
    r"首页|返回|登录|注册|更多|下载|专题|频道|导航|地图|微信|微博|客户端|搜索|收藏|打印|分享|评论|投稿|广告|举报|赞赏|排行|热门|推荐|订阅|关注|阅读|点击|评分|网友|热榜|热力榜"
)

SHAPES = (
    "number", "name", "enum", "label", "dated", "phone", "sign", "attached", "note", "tiny", "title", "sentence", "pause", "latin", "quoted",
    "furniture", "parts", "clause", "bullet", "template",
)  # fmt: skip
"""Names of the shapes, in the order of their bits."""

_BIT = {name: 1 << at for at, name in enumerate(SHAPES)}
_LONG = 1 << 30


def _is_dated(fold: str) -> bool:
    return _TIMELY.search(fold) is not None and _DATED.search(fold) is not None


def _has_phone(fold: str) -> bool:
    return _FIGURE.search(fold) is not None and _PHONE.search(fold) is not None


def _is_sign(fold: str) -> bool:
    if (fold[-1] in _OFFICE_ENDS or fold[-1].isspace()) and OFFICE_NAME.fullmatch(fold):
        return True
    return (fold[0] in _SIGN_BEGINS or fold.endswith("印发")) and _SIGN.fullmatch(fold) is not None


def _is_attached(fold: str) -> bool:
    return (fold[0] == "附" or "." in fold) and _ATTACHED.match(fold) is not None


# Name of the shape, longest line that may have it, how it is looked for.
_TESTS: tuple[tuple[int, int, Callable[[str], object]], ...] = (
    (_BIT["enum"], _LONG, _ENUM.match),
    (_BIT["bullet"], _LONG, _BULLET.match),
    (_BIT["label"], _LONG, _LABEL.match),
    (_BIT["dated"], _LONG, _is_dated),
    (_BIT["phone"], 80, _has_phone),
    (_BIT["sign"], _LONG, _is_sign),
    (_BIT["attached"], _LONG, _is_attached),
    (_BIT["note"], _LONG, _NOTE.match),
    (_BIT["template"], 30, _has_template),
    (_BIT["furniture"], 30, _ORGAN_WORDS.search),
    (_BIT["parts"], _TITLE, _PARTS.search),
)
_NO_TITLE = sum(_BIT[name] for name in ("sentence", "pause", "enum", "label", "dated", "phone", "sign"))
_ENDED = _BIT["sentence"] | _BIT["pause"]


def shapes_of(line: Line) -> int:
    """The shapes that a line has, one bit each, in the order of `SHAPES`."""
    fold = line.fold
    size = line.end - line.start
    found = _ending(fold)
    if size <= _CELL and _NUMBER.fullmatch(fold):
        return found | _BIT["number"]
    head = fold[:_HEAD]
    for bit, longest, test in _TESTS:
        if size <= longest and test(head):
            found |= bit
    if fold[0] in _OPENED:
        found |= _BIT["quoted"]
    if size > _TITLE:
        return found
    if _WORD.search(fold) and len(_WORD.findall(fold)) * 2 > size:
        found |= _BIT["latin"]
    return found | _short_shape(fold, size, found)


def _ending(fold: str) -> int:
    if fold[-1] in _STOPS:
        return _BIT["sentence"]
    return _BIT["pause"] if fold[-1] in _PAUSES else 0


def _short_shape(fold: str, size: int, found: int) -> int:
    """What a line of up to `_TITLE` code points is that looks like nothing else: a name, a word or two, a headline."""
    if size <= _LONGEST_NAME and _is_name(fold):
        return _BIT["name"]
    if size <= _TINY:
        return _BIT["tiny"]
    if found & _ENDED:
        return 0
    return (0 if found & _NO_TITLE else _BIT["title"]) | (_BIT["clause"] if "," in fold else 0)


def _is_name(fold: str) -> bool:
    name = fold.replace(" ", "")
    return 2 <= len(name) <= 4 and name[0] in SURNAMES and all("\u4e00" <= char <= "\u9fff" for char in name)
