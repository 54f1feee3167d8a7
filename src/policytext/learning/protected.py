"""Lines that are never learned as frame, however often they are seen: what offices and newsrooms write again and again.

A telephone, a signature, 特此通知 stand in many documents of one site and are text in each. Nothing but a person's word (`cut=`) takes them.
"""

from __future__ import annotations

import re

from policytext.fields.grammar.official_words import OFFICE_NAME

__all__ = ["protects", "says_frame"]

# All on masked lines: every number is 0.
_CLOSING = re.compile(
    r"特此.{0,12}|此(?:复|致|令|布).{0,6}|(?:请|望).{0,20}(?:执行|落实|办理|反馈|批示|批复)。?|敬礼!?|专此.{0,8}|以上.{0,40}。?|\(?完\)?|谢谢.{0,6}"
)
_SIGNED = re.compile(
    r"(?:.{0,30}\s)?0?\s?年\s?0\s?月(?:\s?0\s?日)?.{0,10}|0[-./]0[-./]0.{0,12}|二[〇零].{2,3}年.{1,3}月.{1,3}日"
)
_NUMBERED = re.compile(
    r"(?:第?[一二三四五六七八九十百0]{1,4}[、.章节条款项篇]|\([一二三四五六七八九十0]{1,3}\)|[①-⑳]|0\)).{0,60}"
)
_ADDRESSED = re.compile(r".{2,80}:")
_CONTACT = re.compile(
    r".{0,30}(?:电话|热线|手机|传真|邮箱|邮编|地址|联系人|联系方式|监督|举报|投诉|咨询|附件|附表|注:|备注|抄送|主送|主题词|印发).{0,80}"
)
_NUMBERS = re.compile(r"[0\s.,%/:|()*+-]*")
_FRAME = re.compile(
    r"^\W{0,2}(?:广告|推广|赞助|相关(?:专题|新闻|阅读|链接|文章)|推荐阅读|热点(?:排行|推荐)|免责声明)"
    r"|扫一扫|扫码(?:关注|下载|阅读)|(?:长按|识别).{0,8}二维码|打印(?:本[页文]|此[页文])?(?:\W|$)|关闭(?:窗口|本页)|返回(?:顶部|首页|列表)|视力保护|字体:"
    r"|分享(?:到|至|:)|上一[篇页条]|下一[篇页条]|点击(?:观看|进入专题|上方|关注|下载)|关注.{0,20}公众号|下载.{0,12}(?:APP|客户端)"
    r"|^您(?:对本文|当前|的位置|是第)|当前位置|(?:浏览|阅读)(?:次数|量)|(?:数字报|电子版)请?见|本(?:页内容|站所|网所|站热线)|版权所有|未经授权"
)
_LONGEST_FRAME = 80


def protects(line: str) -> str | None:
    """Why a masked line is never learned as frame; ``None`` where nothing speaks against it.

    >>> protects("特此通知。"), protects("联系电话:0-0"), protects("扫一扫在手机打开当前页")
    ('closing form', 'contact', None)
    """
    for why, form in (
        ("numbers", _NUMBERS),
        ("closing form", _CLOSING),
        ("date", _SIGNED),
        ("numbered head", _NUMBERED),
        ("addressees", _ADDRESSED),
        ("contact", _CONTACT),
        ("name of an office", OFFICE_NAME),
    ):
        if form.fullmatch(line):
            return None if why in ("contact", "addressees") and says_frame(line) else why
    return None


def says_frame(line: str) -> bool:
    """Whether a masked line says of itself that it is frame (an advertisement, a button, a notice of the site)."""
    return len(line) <= _LONGEST_FRAME and _FRAME.search(line) is not None
