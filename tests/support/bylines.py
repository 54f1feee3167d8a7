"""A generator of byline rows: layouts × spellings of labels × separators × widths × scripts × missing parts, with what each says.

All papers, offices, places and people are invented. `rows` makes the same rows for the same seed.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LAYOUTS", "SENTENCES", "Printed", "negatives", "rows"]

PAPERS = ("青禾日报", "云岭晚报", "青禾新闻网", "石桥发布", "清浦区融媒体中心", "白芦在线", "南陵广播电视台", "云渡县教育局", "青禾市人民政府办公室", "柳溪镇", "县委宣传部", "大江都市报",
          "青禾网-青禾日报", "青禾市人社局", "云岭客户端")  # fmt: skip
MEDIA = (
    "青禾日报",
    "云岭晚报",
    "青禾新闻网",
    "大江都市报",
    "南陵广播电视台",
    "青禾时报",
    "云岭商报",
    "清浦新闻网",
)
NAMES = (
    "王小禾",
    "李麦秋",
    "欧阳清",
    "周大田",
    "孙小谷",
    "陈溪",
    "许文石",
    "赵云岭",
    "钱晓棠",
    "黄建国",
    "刘芳",
    "司马文静",
    "何长顺",
    "顾小荷",
)
DAYS = ("2024-05-18", "2024年5月18日", "2024/05/18", "2024.05.18")
TIMES = ("", " 16:56", " 08:05:30")
SPELLINGS = {
    "source": ("来源", "文章来源", "信息来源", "稿源", "来 源", "稿件来源", "新闻来源"),
    "author": ("作者", "作 者", "文章作者", "撰稿", "供稿人"),
    "reporter": ("记者", "本报记者", "见习记者", "全媒体记者"),
    "editor": ("编辑", "责任编辑", "责编", "网络编辑", "编   辑", "值班编辑", "选稿", "编发"),
    "date": ("发布时间", "时间", "发布日期", "日期", "发表时间", "发稿时间"),
    "count": ("浏览次数", "点击数", "阅读", "浏览量", "人气", "点击"),
}  # fmt: skip
WIDGETS = ("打印", "收藏", "【字体：大 中 小】", "分享到：", "我要评论", "字号：大 中 小", "【打印】", "")
GAPS = (" ", "  ", "　", "　　", " | ", "｜", "\t", "\xa0\xa0")
COLONS = ("：", ":", "： ", ": ")

# {S} labelled source, {A} author, {R} reporter, {E} editor, {D} labelled date, {C} counter, {W} widget; {s} {m} {a} {d}: bare; {_}: a gap.
LAYOUTS = (
    "{D}{_}{S}", "{S}{_}{D}", "{d}{_}{S}", "{S}{_}{d}", "{d}{_}{S}{_}{A}", "{d}{_}{S}{_}{E}", "{D}{_}{S}{_}{A}{_}{C}", "{S}{_}{A}{_}{D}", "{A}{_}{S}{_}{D}",
    "{D}{_}{A}{_}{S}{_}{C}", "{d}{_}{m}", "{m}{_}{d}", "{d}{_}{m}{_}{W}", "{m}{_}{a}{_}{d}", "{d}{_}{m}{_}{a}", "{D}{_}{C}{_}{W}", "{D}{_}{S}{_}{C}{_}{W}", "{d}{S}", "{d}{S}{_}{E}",
    "{D}{S}", "{S}{C}", "{S}{_}{E}", "{E}", "【{E}】", "（{E}）", "[{E}]", "{E}{_}{C}{_}{W}", "{A}{_}{E}", "{A}{_}{D}{_}{C}", "{d}{_}{R}{_}{E}", "{S}{_}{R}{_}{d}", "{R}{_}{E}",
    "{d}{_}|{_}{S}", "[ {A} ]{_}|{_}{S}{_}|{_}{d}", "{D}{_}{S}{_}{E}{_}{A}", "{S}{D}", "{S}{_}{D}{_}{C}", "{p}{_}{S}", "{p}{_}{S}{_}{C}", "NEWS.QINGHE.COM.CN{_}{d}{_}{S}", "qh.example.cn{_}{d}{_}{S}{_}{E}",
    "{D}{_}{S}{_}{A}{_}{E}{_}{C}", "{C}{_}{S}{_}{D}", "文/{a}{_}{d}", "{d}{_}文/{a}{_}图/毕升", "{m}记者 {a}{_}{d}", "{W}{_}{d}{_}{S}", "{d}{_}来源{m}", "{d}{_}{S}{_}作者{a}", "{S}{_}{W}{_}{d}",
)  # fmt: skip
MISSING = 0.15
"""How often a part of a row is left empty or out."""

# Sentences that hold what rows hold.
SENTENCES = (
    "{d}，记者从{o}获悉，{n}介绍说今年的资金来源主要是财政拨款。", "收入来源：种植业占六成，养殖业占三成，其余为务工收入。", "编辑出版《{o}志》的单位应当于{d}前报送资料。",
    "{n}告诉记者，水的来源已经查明，正在抓紧修复。", "本次活动由{o}主办，{d}前可以报名，来源于全县的代表参加。", "记者看到，{n}正在田里忙着插秧，时间就是收成。", "{d}，{o}召开会议，研究部署春季植树工作。",
    "作者应当对稿件真实性负责，编辑有权删改，不退稿。", "他的时间都花在了编辑村志上，来源都写得清清楚楚。", "报名时间为{d}，地点在{o}，请各单位按时参加。", "消息来源称，{n}将于{d}出任{o}负责人。",
    "责任编辑应当通读全文，校对不得少于三次，审核由{o}负责。", "阅读是一种习惯，浏览则是一种消遣，{n}这样区分。", "据{o}统计，{d}以来共接待来自外地的游客三万人次。", "{n}同志任{o}主任，免去其原任职务。",
    "摄影爱好者{n}拍下了这一幕，照片在网上点击量很高。", "来源不明的种子不得使用，违者由{o}依法处理。", "{d}，{n}在接受采访时表示，发布时间尚未确定。", "通讯员队伍建设是{o}的一项重点工作，要常抓不懈。", "这份文件的编号和日期：都应当写在右上角，不能遗漏。",
)  # fmt: skip


class Printed(NamedTuple):
    """A row as printed, and what it says."""

    text: str
    layout: str
    origin: str | None
    day: str | None
    names: tuple[str, ...]
    """Authors and reporters."""
    editors: tuple[str, ...]


def _wide(text: str) -> str:
    """Figures and marks at full width."""
    return "".join(chr(ord(c) + 0xFEE0) if c in "0123456789:/-.[]()|" else c for c in text)


_HANT = str.maketrans(
    "来发时间编辑责任记点击数览阅读报网闻县区广电视办陈刘赵钱许欧阳孙顾长顺国芳岭云馆闻员号体",
    "來發時間編輯責任記點擊數覽閱讀報網聞縣區廣電視辦陳劉趙錢許歐陽孫顧長順國芳嶺雲館聞員號體",
)


def rows(count: int, seed: int = 1) -> Iterator[Printed]:
    """So many rows, every layout in turn."""
    for number in range(count):
        yield _row(random.Random(seed * 100_003 + number), LAYOUTS[number % len(LAYOUTS)])  # noqa: S311 - a seed makes it repeatable


def _row(dice: random.Random, layout: str) -> Printed:
    gap, colon = dice.choice(GAPS), dice.choice(COLONS)
    day = dice.choice(DAYS)
    date = day + dice.choice(TIMES)
    paper, medium = dice.choice(PAPERS), dice.choice(MEDIA)
    writer, editor = dice.choice(NAMES), dice.choice(NAMES)
    told = {key: dice.random() >= MISSING for key in "SAEC"}
    label = {key: dice.choice(words) + colon for key, words in SPELLINGS.items()}
    parts = {
        "_": gap, "d": date, "s": paper, "m": medium, "a": writer, "p": dice.choice(("05-18 16:56", "昨天09:27", "3小时前", "5月18日")),
        "S": label["source"] + (paper if told["S"] else ""), "A": label["author"] + (writer if told["A"] else ""),
        "R": dice.choice((label["reporter"], dice.choice(SPELLINGS["reporter"]) + " ")) + writer, "E": label["editor"] + (editor if told["E"] else ""),
        "D": label["date"] + date, "C": label["count"] + (str(dice.randrange(1, 99999)) if told["C"] else ""), "W": dice.choice(WIDGETS),
    }  # fmt: skip
    text = layout.format(**parts)
    origin = (
        paper
        if "{S}" in layout and told["S"]
        else medium
        if "{m}" in layout and "{S}" not in layout
        else None
    )
    names: tuple[str, ...] = (
        (writer,) if "{R}" in layout or "{a}" in layout or ("{A}" in layout and told["A"]) else ()
    )
    editors: tuple[str, ...] = (editor,) if "{E}" in layout and told["E"] else ()
    dated = day if "{d}" in layout or "{D}" in layout else None
    if dice.random() < 0.25:
        text = _wide(text)
    if dice.random() < 0.25:
        text = text.translate(_HANT)
        origin = origin and origin.translate(_HANT)
        names, editors = (tuple(n.translate(_HANT) for n in who) for who in (names, editors))
    return Printed(text, layout, origin, dated, names, editors)


def negatives(count: int, seed: int = 1) -> Iterator[str]:
    """So many lines of text that hold labels, dates and names and are no rows."""
    for number in range(count):
        dice = random.Random(seed * 7_919 + number)  # noqa: S311 - a seed makes it repeatable
        sentence = SENTENCES[number % len(SENTENCES)]
        yield sentence.format(d=dice.choice(DAYS), o=dice.choice(PAPERS), n=dice.choice(NAMES))
