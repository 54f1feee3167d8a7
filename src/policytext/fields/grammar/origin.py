"""来源 origin: the paper, office or account a text comes from, as displayed.

A label names it (来源：某某网); where none does, a row of date and one word names it too (``2018年12月28日 19:55 某京报``), and so does a
line of its own between headline and date (an account's name). The province that platforms show for a reader's address
(来自甘肃) is no origin.
"""

from __future__ import annotations

import re
from typing import Final

from policytext.fields.grammar.names import is_body, looks_person
from policytext.page.shadow import fold

__all__ = ["clean_origin", "is_region", "looks_origin"]

_REGION: Final = re.compile(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|"
    r"内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国)(?:省|市|壮族|回族|维吾尔|特别行政区|自治区|大陆|台湾)*"
)
_EDGE: Final = " \t\xa0\u3000|｜丨:：,，;；、-—_·/／>＞<＜*"
_PAIRS: Final = {"《": "》", "（": "）", "(": ")", "[": "]", "【": "】", "“": "”", '"': '"', "〈": "〉"}
# Buttons that inline elements glue behind the paper's name.
_GLUED: Final = (
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
_NOT: Final = re.compile(
    r"^(?:未知|不详|无|null|none|undefined|本站|转载|网络|原创|编辑|作者|记者|点击|浏览|字体|字号|分享.*|打印|时间|日期|size ?=.*|\d+|[\W_]+|https?:.*|www\..*|"
    r"关注|订阅|登录|注册|展开|收起|下载客户端|独家抢先看|一键登录|.*导航|.*导读|.*旧版|.*记者|联系.*|在线投稿|首页|正文|更多|举报|评论|播报文章|语音播报|优质原创作者|原创作者|创作者|作者|楼主|官方账号|"
    r"\d+(?:人|条|次|评论|阅读|号|日).*)$",
    re.IGNORECASE,
)
_MEDIA: Final = re.compile(
    r"网|报|社|台|新闻|电视|广播|客户端|传媒|周刊|杂志|财经|科技|在线|频道|中心|局|委|厅|政府|办公|院|协会|学会|公众号|微信|日报|晚报|资讯|媒体|发布|"
    r"公司|大学|学院|部$|之家|观察|视点|时报|商报|论坛|研究|平台|综合|快讯|消息"
)


def clean_origin(text: str) -> str:
    """An origin without brackets around it, separators at its ends, and letter-spaced blanks at them."""
    value = _LINK.sub(r"\1", text).strip(_EDGE)
    if value[:1] in _PAIRS and value[-1:] == _PAIRS[value[0]] and value.count(value[0]) == 1:
        value = value[1:-1].strip(_EDGE)
    value = value.rstrip("[【（(《").rstrip(_EDGE)
    if value[-1:] in ")）" and "(" not in value and "（" not in value:
        value = value[:-1].rstrip(_EDGE)
    if value[-1:] in "]】" and value[:1] not in "[【":
        value = value.rstrip("]】").rstrip(_EDGE)
    for glued in _GLUED:
        if len(value) > len(glued) + 1 and value.endswith(glued):
            value = value[: -len(glued)].rstrip(_EDGE)
    return " ".join(value.split())


def is_region(folded: str) -> bool:
    """Whether a folded value is only a province: the place of an account, no source."""
    return _REGION.fullmatch(folded.strip()) is not None


def looks_origin(text: str, *, labelled: bool) -> float:
    """How much a value looks like an origin, 0 to 1; it need not be folded."""
    value = fold(text).strip(_EDGE)
    if not value or len(value) > 40 or _NOT.match(value) or is_region(value):
        # 本站, 网络 and 转载 behind a label are what the page says.
        return 0.5 if labelled and value in ("本站", "网络", "转载", "原创", "本站原创") else 0.0
    if not labelled and any(c in value for c in "。!?,;:"):
        return 0.0
    if _MEDIA.search(value) or is_body(value):
        return 1.0
    if looks_person(value):
        return 0.3
    return 0.8 if labelled else 0.6
