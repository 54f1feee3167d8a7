"""来源 origin: the paper, office or account a text comes from, as displayed.

A label names it (来源：某某网); where none does, a row of date and one word names it too (``2018年12月28日 19:55 某京报``), and so does a
line of its own between headline and date (an account's name). The province that platforms show for a reader's address
(来自甘肃) is no origin.
"""

from __future__ import annotations

import re
from typing import Final

from policytext.fields.grammar.byline_labels import BUTTON, LABELS
from policytext.fields.grammar.names import looks_person
from policytext.fields.knowledge import SURE
from policytext.fields.knowledge.media import NAMES, media_score
from policytext.fields.knowledge.offices import office_score
from policytext.fields.knowledge.places import is_region, place_score
from policytext.page.shadow import fold

__all__ = ["clean_origin", "is_region", "looks_origin", "offers_news", "origin_kind"]

_EDGE: Final = " \t\xa0\u3000|｜丨:：,，;；、-—_·•・‧/／>＞<＜*"
_STAND_INS: Final = frozenset({"本站", "网络", "转载", "原创", "本站原创", "互联网"})
_KNOWN: Final = 0.6
_LONGEST: Final = 40
_WORD: Final = 16
"""Characters of a name in one word, as accounts have."""
_PHRASE: Final = 24
_LATIN: Final = 4
"""Letters of an account's name, at least; PDF, TXT and App are buttons."""
_OFFERED: Final = (
    "新闻",
    "资讯",
    "客户端",
    "公众号",
    "微信",
    "微博",
    "官网",
    "网站",
    "频道",
    "头条",
    "视频号",
)
_PAIRS: Final = {"《": "》", "（": "）", "(": ")", "[": "]", "【": "】", "“": "”", '"': '"', "〈": "〉"}
# Buttons that inline elements glue behind the paper's name.
_GLUED: Final = (
    "官方账号",
    "官方帐号",
    "认证账号",
    "参与互动",
    "分享到",
    "举报",
    "我要评论",
    "打印",
    "收藏",
    "评论",
    "关注",
    "字号",
    "字体",
    "分享",
)
# [某报](http://…), as Markdown dumps write a link; its address may have been taken for a part of its own already.
_LINK: Final = re.compile(r"\[([^\[\]]*)\]\(?[^()\s]*\)?")
# 新周刊（ID：new-weekly）: how to find the account.
_ACCOUNT_ID: Final = re.compile(r"\((?:微信)?(?:ID|id|Id|公众号|微信号):?[^()]{0,30}\)\Z")
_NOT: Final = re.compile(
    r"^(?:(?:作者|记者|编辑|责编|通讯员|投稿).*|.*(?:如若|请注明|不代表).*|目录|导言|导读|摘要|附件|图片|视频|发表|存档|分离|未知|不详|无|null|none|undefined|本站|转载|网络|原创|编辑|作者|记者|来源|稿源|出处|发布时间|更新|点击|浏览|手机|发布|发表|已[\u4e00-\u9fff]{1,3}|昨天|今天|前天|刚刚|.|.*时间|字体|字号|分享.*|打印|时间|日期|size ?=.*|[\W\d_]+|[一二三四五六七八九十]{1,3}|https?:.*|www\..*|"
    r"关注|订阅|登录|注册|展开|收起|下载客户端|独家抢先看|一键登录|.*导航|.*导读|.*旧版|.*记者|联系.*|在线投稿|首页|正文|更多|举报|评论|播报文章|语音播报|优质原创作者|原创作者|创作者|作者|楼主|官方账号|"
    r"\d+(?:人|条|次|评论|阅读|号|日).*)$",
    re.IGNORECASE,
)


def clean_origin(text: str) -> str:
    """An origin without brackets around it, separators at its ends, and letter-spaced blanks at them."""
    value = _LINK.sub(r"\1", text) if "[" in text else text
    ident = _ACCOUNT_ID.search(fold(value))
    value = (value[: ident.start()] if ident else value).strip(_EDGE)
    if value[:1] in _PAIRS and value[-1:] == _PAIRS[value[0]] and value.count(value[0]) == 1:
        value = value[1:-1].strip(_EDGE)
    value = value.rstrip("[【（(《").rstrip(_EDGE)
    if _PAIRS.get(value[:1], value) not in value:
        value = value[1:].lstrip(_EDGE)
    if value[-1:] in ")）" and "(" not in value and "（" not in value:
        value = value[:-1].rstrip(_EDGE)
    if value[-1:] in "]】" and value[:1] not in "[【":
        value = value.rstrip("]】").rstrip(_EDGE)
    for glued in _GLUED:
        if len(value) > len(glued) + 1 and fold(value[-len(glued) :]) == glued:
            value = value[: -len(glued)].rstrip(_EDGE)
    return " ".join(value.split())


def looks_origin(text: str, *, labelled: bool) -> float:
    """How much a value looks like an origin, 0 to 1; it need not be folded.

    A medium or an office is one; behind a label a word that no table knows is one too, as papers and accounts may be
    called anything. A sentence is none.
    """
    value = fold(text).strip(_EDGE)
    if not value or len(value) > _LONGEST or _NOT.match(value) or is_region(value):
        # 本站, 网络 and 转载 behind a label are what the page says.
        return 0.5 if labelled and value in _STAND_INS else 0.0
    if not labelled and (
        offers_news(value) or (len(value) < _LATIN and value.isascii() and not media_score(value))
    ):
        return 0.0
    if any(c in value for c in "。!?;:") or (not labelled and ("," in value or value in LABELS)):
        return 0.0
    known = max(media_score(value), office_score(value))
    if known < SURE:
        known = max(known, 0.85 * place_score(value))
    if known >= _KNOWN:
        return known if known < SURE else 1.0
    return _unknown(value, labelled=labelled)


def offers_news(value: str) -> bool:
    """Whether a button ends as media are called: 手机看新闻, 下载客户端."""
    return BUTTON.match(value) is not None and value not in NAMES and value.endswith(_OFFERED)


def _unknown(value: str, *, labelled: bool) -> float:
    """A value that no table knows as a whole."""
    if "," in value or "、" in value:
        # 综合某报、某网: each of them is named.
        parts = [part for part in re.split("[,、]", value) if part]
        known = sum(media_score(part) >= _KNOWN or office_score(part) >= _KNOWN for part in parts)
        return 0.8 if known * 2 >= len(parts) else 0.1
    if looks_person(value):
        return 0.5 if labelled else 0.3
    if not labelled:
        return 0.0 if BUTTON.match(value) else 0.6
    head = value.split(" ", 1)[0]
    if "  " in value or (head != value and max(media_score(head), office_score(head)) >= SURE):
        # 来源：某报 快讯: the paper is named, the next word is another thing.
        return 0.1
    return 0.8 if len(value) <= _WORD and " " not in value else 0.5 if len(value) <= _PHRASE else 0.2


def origin_kind(text: str) -> str:
    """What kind of thing an origin names: ``medium``, ``office``, ``place``, ``person``, ``stand-in`` or ``unknown word``."""
    value = fold(text).strip(_EDGE)
    if value in _STAND_INS:
        return "stand-in"
    if media_score(value) >= _KNOWN:
        return "medium"
    if office_score(value) >= _KNOWN:
        return "office"
    if looks_person(value):
        return "person"
    return "place" if place_score(value) >= _KNOWN else "unknown word"
