"""Names of people as credits give them: shapes, cleaning, and when a string of names may be split.

Splitting is refused unless every part looks like a name: ``私~川流`` stays one handle, ``医技药剂党支部`` is no person.
"""

from __future__ import annotations

import re
from typing import Final, Literal

__all__ = ["ROLE_WORD", "Trust", "is_body", "is_name", "looks_person", "split_credit", "split_names"]

# Frequent surnames (Ministry of Public Security name reports; 百家姓): a Han name without a label is trusted only with one.
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿"
    "关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁房蒲滕萧屈饶解牟艾尤时穆农司古吉卓车缪简"
    "连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗代桂瞿全佟应臧边卞姬邬和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐"
    "冀胥南班储原栗燕楚鄢扶劳谌奚皮粟冼蔺楼盘满闻位厉仝鹿伊须邸束苟危晋步习阳修由逯淡练慕来苍茹竺阎肇傅"
)
_COMPOUND: Final = frozenset(
    "欧阳 上官 司马 诸葛 东方 皇甫 令狐 公孙 慕容 司徒 夏侯 尉迟 长孙 宇文 端木 南宫 轩辕 百里 呼延 范姜".split()
)

# What a body's name ends in; a person's may end so too (刘会, 王部), hence the length in `is_body`.
_BODY_END: Final = re.compile(
    r"(?:网|报|社|台|局|委|院|部|厅|办|处|科|公司|集团|支部|中心|办公室|编辑部|学校|大学|学院|协会|学会|联合会|委员会|频道|客户端|电视|广播|传媒|"
    r"新闻|日报|晚报|时报|公众号|公号|工作室|出版社|杂志|周刊|财经|科技|在线|资讯|基金会|研究所|研究院|法院|检察院|政府|街道|办事处|总队|支队|大队|"
    r"银行|医院|博物馆|图书馆|论坛|社区|平台|融媒|媒体|小组|组|党委|党组|总站|分社|总局|总会|商会|站|馆|所|队|会|室|园|县|市|省|区|镇|乡|村)$"
)
_NOBODY: Final = frozenset(
    "系统管理员 管理员 小编 编辑部 佚名 匿名 未知 本站 网友 转载 原创 本报 综合 本网 不详 无名 网络 互联网 本刊 本站原创 整理 网站管理员 admin123 "
    "本报讯 本社 记者 通讯员 作者 编辑 摄影 来源 责任编辑 责编 登录 注册 关注 首页 正文 更多 搜索 分享 评论 收藏 打印 关闭 返回 热门 推荐 楼主 "
    "供图 图片 视频 文字 本人 笔者 匿名用户 游客 超级管理员 默认 暂无 无 null none unknown 网站 编者 编者按 超管 信息中心 办公室 宣传部 新华社 "
    "人民网 新华网 央视 光明网 摄 图 文 报道 综合报道 综合整理 受访者 网友们 资料 自媒体 官方 客服 站长 本台".split()
)  # fmt: skip
_HAN_NAME: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f]{2,4}\Z")
_DOTTED: Final = re.compile(r"[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}\Z")
_LATIN: Final = re.compile(r"[A-Z][A-Za-z.'-]{0,20}(?: [A-Z][A-Za-z.'-]{0,20}){0,3}\Z")
_HANDLE: Final = re.compile(r"[\w~&@.\-· ]{1,24}(?: ?\([A-Za-z .]{2,30}\))?\Z")
_CODE: Final = re.compile(r"[ _]*\(?[A-Z]{1,3}\d{2,7}\)?$")
_STAFF: Final = re.compile(r"[A-Z]{0,4}\d{1,8}\Z")
_SPLIT: Final = re.compile(r" *[、,/&;|+] *| +")
_AND: Final = re.compile(r"[、,/;]")
_TAIL: Final = re.compile(
    r"(?:\((?:实习生?|见习|整理|编译|文|图|摄|摄影)\)|[ /]+(?:文|图|摄|文/图|图/文|译)|[ /]*(?:摄影报道|摄影|报道|供图|综合报道|编译|发自[^ ]{0,8})"
    r"|(?<=..)摄|等)$"
)
_DOUBLE: Final = re.compile(r"[\u3400-\u9fff·]{2,12} ?\([A-Z][A-Za-z .'-]{2,30}\)\Z")
_CUTS: Final = (
    ":",
    "。",
    ",系",
    ",男",
    ",女",
    "系",
    "对此文",
    "对本文",
    "http",
    "返回",
    "查看",
    "报料",
    "澎湃新闻",
    "版权",
    "未经",
    "更多",
    "来源",
    "点击",
    "联系电话",
)
ROLE_WORD: Final = re.compile(
    r"(?:(?:特约|本报|本网|本刊|本台|实习|见习|首席|特派|全媒体|融媒体?|摄影|文字|总台|央视|职工|驻[^ ]{1,6}?)*"
    r"(?:记者|通讯员|评论员|撰稿人|实习生|编辑|作者|报道员|特派员|执笔))(?: ?[:/|] ?)?"
)
"""A word that announces reporters or writers, with what may stand before it (本报, 实习, 特约)."""
_LISTED: Final = re.compile(r"[ 、,]")
_WIRE: Final = re.compile(r"\d{1,2}日(?:综合|专)?(?:外)?电")
_EDGE: Final = " \t:：/|,，、;；[]【】()（）<>《》-—_·・*#。.□■◎○"


def is_body(name: str) -> bool:
    """Whether the folded string names a body (paper, office, company), judged by its end and length."""
    size = len(name)
    if size >= 4:
        return bool(_BODY_END.search(name))
    return size == 3 and name[-1] in "网报社局委台院厅办"


def is_name(text: str) -> bool:
    """Whether one folded string has the shape of a name: 2 to 4 Han characters, dotted, or capitalised Latin."""
    if (
        text in _NOBODY
        or "受访" in text
        or text.endswith(("报道", "报导", "供图", "推荐", "管理", "编辑部", "阅读"))
    ):
        return False
    if _HAN_NAME.match(text):
        return not is_body(text) or (text[0] in _SURNAMES and len(text) < 4)
    return bool(_DOTTED.match(text) or _LATIN.match(text))


def looks_person(text: str) -> bool:
    """Whether a folded string without a label is the name of a person: a known surname and 1 or 2 more characters."""
    if text in _NOBODY or not _HAN_NAME.match(text):
        return bool(_DOTTED.match(text))
    if text[:2] in _COMPOUND:
        return len(text) in (3, 4)
    return (
        text[0] in _SURNAMES
        and len(text) in (2, 3)
        and not (len(text) == 3 and text[-1] in "网报社局委台院厅办")
    )


def _tokens(folded: str) -> list[tuple[int, int]]:
    """Spans of the parts of a list of names; single Han characters set apart by a blank (方 敏) are one part."""
    if _LATIN.match(folded):
        return [(0, len(folded))]
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _SPLIT.finditer(folded):
        if match.start() > at:
            spans.append((at, match.start()))
        at = match.end()
    if at < len(folded):
        spans.append((at, len(folded)))
    out: list[tuple[int, int]] = []
    if "&" in folded and not _AND.search(folded) and not all(looks_person(folded[a:b]) for a, b in spans):
        # One handle (某某&某某), not two people.
        return [(0, len(folded))]
    for start, end in spans:
        if (
            out
            and end - start == 1
            and out[-1][1] - out[-1][0] == 1
            and folded[out[-1][1] : start].isspace()
            and "\u3400" <= folded[start] <= "\u9fff"
        ):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _clean(text: str, folded: str) -> tuple[str, str]:
    """Staff codes (PK155), tails (摄, （实习）) and edges off, on both strings alike."""
    for _ in range(4):
        before = folded
        lead = len(folded) - len(folded.lstrip(_EDGE))
        text, folded = text[lead:], folded[lead:]
        keep = len(folded.rstrip(" " if folded.endswith(")") and "(" in folded else _EDGE))
        text, folded = text[:keep], folded[:keep]
        for pattern in (_CODE, _TAIL):
            tail = pattern.search(folded)
            if tail and tail.start() >= 2:
                text, folded = text[: tail.start()], folded[: tail.start()]
        if folded == before:
            break
    return text, folded


Trust = Literal["label", "role", "none"]
"""How a string of names was announced: by a label with a colon, by a role word (记者某某), or not at all."""


def split_names(text: str, folded: str, *, trust: Trust = "label") -> tuple[str, ...]:
    """The names in a credit's value.

    Args:
        text: The value as displayed.
        folded: Its shadow, same length.
        trust: After a label a single handle (``biaoffeng``) counts as a name; after a role word every part must have
            the shape of a name; unannounced, every part must look like a person.

    Returns:
        Names as displayed, blanks inside two-character names closed up; empty where the value is no list of names.
        Names at the head of a longer labelled value stand, what is glued on behind them does not.
    """
    for cut in _CUTS:
        at = folded.find(cut)
        if at >= 2:
            text, folded = text[:at], folded[:at]
    wired = _WIRE.search(folded)
    if wired and wired.start() >= 2:
        # 记者张三台北12日电: two or three characters of a name, a place of two, a day.
        keep = wired.start() - 2 if wired.start() >= 4 else wired.start()
        text, folded = text[:keep], folded[:keep]
    text, folded = _clean(text, folded)
    if not folded or len(folded) > 80:
        return ()
    if trust == "label" and _DOUBLE.match(folded):
        return (text,)
    parts = _tokens(folded)
    names: list[str] = []
    for start, end in parts:
        part_text, part = _clean(text[start:end], folded[start:end])
        joined = part.replace(" ", "")
        if not (looks_person(joined) if trust == "none" else is_name(joined)):
            if part in _NOBODY or _STAFF.match(part) or not part:
                continue
            break
        name = part_text if part.isascii() else "".join(part_text.split())
        if name.strip():
            names.append(name)
    else:
        return tuple(dict.fromkeys(names))
    if trust == "none":
        return ()
    if trust == "label" and len(parts) == 1:
        one = (
            _HANDLE.match(folded)
            and folded not in _NOBODY
            and not is_body(folded)
            and not _STAFF.match(folded)
        )
        return (text,) if one else ()
    return tuple(dict.fromkeys(names))


def split_credit(text: str, folded: str, *, trust: Trust = "label") -> tuple[str, ...]:
    """Names of a value that may hold offices and roles: ``南都记者 张三 通讯员 李四`` gives 张三, 李四."""
    marks = list(ROLE_WORD.finditer(folded))
    if not marks:
        return split_names(text, folded, trust=trust)
    out: list[str] = []
    first = marks[0].start()
    if first and _LISTED.search(folded[:first].strip()):
        # A list of names before the first role word; a single word there is an office (南都记者).
        out += split_names(text[:first], folded[:first], trust="none")
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else len(folded)
        out += split_names(text[mark.end() : stop], folded[mark.end() : stop], trust="role")
    return tuple(dict.fromkeys(out))
