"""Whole pages by chance: every part of a byline in many spellings, in any order, between any separators, in any markup.

Where `tests/support/layouts.py` lists what pages do, this crosses what they may do, so that no reading can be fitted to a list: label x separator x
bracket x kind of value x order x gap x element. `without_byline` makes the opposite: pages full of names and papers that are none of the text's.
All names, papers, offices and places are invented.
"""

from __future__ import annotations

import html
import random
from typing import TYPE_CHECKING, NamedTuple

from support.layouts import DAY, Expected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Crossed", "crossed", "without_byline"]

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟"
FIRST = "小晓建志文明国永玉海春秀丽美思雨子嘉佳俊浩宇梦雪红庆立大光新天成德金振少伟"
SECOND = "华平军伟芳敏静杰涛勇艳超磊强洋娟斌燕丽霞波辉鹏玲飞宁琳峰健鑫莹帆欣怡涵轩然阳晨瑶婷"
PLACES = "青禾 云岭 石桥 清浦 柳溪 白芦 南陵 禾川 东浦 溪口 枫林 云渡 沙湾 竹山 松源 长岭 渔洋 洛安".split()
MEDIA = "日报 晚报 晨报 都市报 商报 新闻网 网 在线 广播电视台 融媒体中心 发布 新闻 电视台 传媒网 热线 客户端 快报 时报 周刊 融媒 政府网 新闻客户端 日报社 农网 之声 教育报".split()
OFFICES = "市教育局 县水务局 区委宣传部 镇人民政府 县融媒体中心 市人社局 县卫健局 区发改委 县委办 市纪委监委 乡政府 市文旅局 县人民法院 街道办事处 市农业农村局 县供电公司".split()
ACCOUNTS = "禾下乘凉 老陈说事 城南旧事 一点资本 深蓝观点 半亩方塘 知行合一 数字前哨 慢读时光 山海经济 阿牛看楼市 小城大爱".split()
LABELS = {
    "date": "发布时间 时间 日期 发布日期 发表时间 发稿时间 发布于 添加时间 上传时间 信息时间 刊发时间 时　间".split(
        " "
    ),
    "origin": "来源 稿源 文章来源 信息来源 消息来源 稿件来源 新闻来源 来　源 出处 转自 转载自 来源于 内容来源 来自 原文来源 供稿单位".split(
        " "
    ),
    "author": "作者 记者 本报记者 撰文 撰稿 采写 通讯员 供稿 作　者 文章作者 撰稿人 全媒体记者 供稿人 特约记者 见习记者 投稿人".split(
        " "
    ),
    "editor": "编辑 责任编辑 责编 编　辑 网络编辑 本文编辑 值班编辑 编辑人 执行编辑 文字编辑 新媒体编辑 本期编辑 实习编辑 编发 选稿".split(
        " "
    ),
}
DATES = (
    "2024-05-18 16:56", "2024-05-18", "2024年5月18日", "2024年05月18日 16:56", "2024/05/18 16:56", "2024.05.18", "2024-5-18 9:05:07", "2024年5月18日16:56",
    "2024-05-18T16:56:00+08:00", "2024/5/18", "2024年5月18日 星期六", "2024-05-18 16:56:33", "2024 年 5 月 18 日", "2024-05-18 下午4:56", "2024·05·18", "2024 / 05 / 18",
)  # fmt: skip
BUTTONS = (
    "浏览：12", "浏览次数：1,024", "阅读 1234", "点击数：88", "【字体：大 中 小】", "打印", "分享", "评论(0)", "阅读量 2.3万", "收藏", "关注", "收听本文", "浏览量：56次", "3 人参与",
    "阅读模式", "【打印】【关闭】", "下载PDF", "查看原文", "手机看新闻", "无障碍", "投稿邮箱", "我要纠错", "已关注", "复制链接", "阅读时长约 3 分钟", "IP属地：青海", "微信扫码分享", "❤ 12",
)  # fmt: skip
MARKS = ("：", ":", "： ", ": ", " ", " | ", "丨", "/", " ：")
BRACKETS = (*[("", "")] * 10, ("《", "》"), ("【", "】"), ("“", "”"), ("[ ", " ]"))
GAPS = ("　", " ", "  ", " | ", " · ", " - ", "　　", "\xa0\xa0", "\n", " ｜ ", "•")
TITLES = "小型水库汛前检查全面展开 青禾市召开防汛工作会议 春季造林任务已经过半 十所中学完成操场改造 云岭县启动高标准农田建设 老人家门口的食堂开了三年 农村公路养护有了新办法".split()
TEXTS = (
    "为做好今年的防汛工作，市水务部门近日对全市十二座小型水库逐一检查，重点查看溢洪道、放水设施和坝体渗漏情况。",
    "检查组要求各水库管理单位落实值班制度，备足编织袋、块石等抢险物资，发现险情第一时间上报，不得迟报、漏报。",
    "据了解，今年汛期计划新增雨量监测点三十处，监测数据将实时传送到防汛指挥部，为群众转移争取时间。",
    "“水库安全关系下游几千户人家，马虎不得。”负责巡查的老周说，他在这座大坝上已经守了二十一年。",
    "下一步，该市还将对病险水库开展除险加固，力争在主汛期来临之前完成全部工程，并建立常态化的巡查机制。",
)
SENTENCES = (
    "记者从{o}获悉，这一做法将在全市推广。", "据{m}此前报道，去年共检查水库九座。", "水的来源：一是降雨，二是上游来水。", "该书作者{p}说，写作花了五年时间。", "（来源不明的款项共三笔）",
    "{p}是这家店的老板，今年五十二岁。", "编辑部的灯一直亮到深夜。", "2023年5月2日，当地发布暴雨预警。", "“我叫{p}，来自{l}。”他说。", "项目负责人：{p}", "主讲人：{p}，{o}副局长。",
    "联系人：{p}　电话：0599-1234567", "时间：5月20日　地点：{o}二楼会议室", "参加会议的有{p}、{q}等。", "{m}记者{p}也来到现场采访。", "图片由{p}收藏。", "校对工作由{p}完成。",
)  # fmt: skip
SHARES = (
    "分享到： 微信 微博 QQ空间 人人网", "<a>微信</a><a>新浪微博</a><a>QQ空间</a>", "<span>扫码关注</span><span>公众号</span>", "<a>打印</a><a>关闭</a><a>收藏</a>", "<a>我要投稿</a><a>联系编辑</a>",
    "<button>点赞</button><button>在看</button>", "下载APP 打开客户端阅读全文", "已有 12 人点赞", "微信扫一扫：分享", "阅读原文", "订阅本栏目", "关注官方微信",
)  # fmt: skip


class Crossed(NamedTuple):
    """A page and what it says."""

    page: str
    title: str
    said: Expected
    row: str


class _Atom(NamedTuple):
    kind: str
    lead: str
    """The label and what parts it from the value; empty for a bare value."""
    value: str
    """As shown, with brackets."""
    names: tuple[str, ...] = ()
    """What it says."""
    sort: str = ""

    @property
    def text(self) -> str:
        return self.lead + self.value


def _person(dice: random.Random) -> str:
    return dice.choice(SURNAMES) + dice.choice(FIRST) + dice.choice(SECOND)


def _medium(dice: random.Random) -> str:
    return dice.choice(PLACES) + dice.choice(MEDIA)


def _office(dice: random.Random) -> str:
    return dice.choice(PLACES) + dice.choice(OFFICES)


def _labelled(dice: random.Random, kind: str) -> str:
    label, mark = dice.choice(LABELS[kind]), dice.choice(MARKS)
    if kind == "date":
        return label + dice.choice((" ", "") if label.endswith("于") else ("：", ":", "： ", " "))
    return f"【{label}】" if dice.random() < 0.08 else label + mark


def _atom(dice: random.Random, kind: str, *, bare: bool) -> _Atom:
    if kind == "button":
        return _Atom(kind, "", dice.choice(BUTTONS))
    lead = "" if bare else _labelled(dice, kind)
    if kind == "date":
        shown = dice.choice(DATES)
        return _Atom(kind, lead, shown, (DAY,))
    if kind == "origin":
        makers: list[tuple[str, Callable[[random.Random], str]]] = [("office", _office)]
        makers += [("medium", _medium)] * 3
        if lead.strip()[-1:] in (":", "："):
            makers.append(("account", lambda chance: chance.choice(ACCOUNTS)))
        sort, maker = dice.choice(makers)
        name = maker(dice)
        opening, closing = dice.choice(BRACKETS) if lead else ("", "")
        return _Atom(kind, lead, opening + name + closing, (name,), sort)
    names = tuple(_person(dice) for _ in range(1 if dice.random() < 0.75 else 2))
    return _Atom(kind, lead, dice.choice(("、", " ", "　")).join(names), names)


def _atoms(dice: random.Random) -> list[_Atom]:
    kinds = [
        kind
        for kind, share in (("date", 0.9), ("origin", 0.75), ("author", 0.5), ("editor", 0.25))
        if dice.random() < share
    ]
    kinds = (kinds or ["date", "origin"]) + ["button"] * dice.choice((0, 0, 1, 2))
    dice.shuffle(kinds)
    out: list[_Atom] = []
    for kind in kinds:
        behind = out[-1].kind if out else ""
        # Only beside a date a bare word tells what it is; right behind people an office is where they work, a name one of theirs.
        bare = "date" in kinds and kind != "editor" and dice.random() < (0.6 if kind == "date" else 0.3)
        atom = _atom(
            dice, kind, bare=bare and not (behind in ("author", "editor") and kind in ("origin", "author"))
        )
        out.append(atom)
    return out


def _elements(tag: str, texts: Sequence[str], between: str = "") -> str:
    return between.join(f"<{tag}>{text}</{tag}>" for text in texts)


def _head(dice: random.Random, atoms: Sequence[_Atom], row: str) -> str:
    """The row in the markup of some system."""
    texts = [html.escape(atom.text) for atom in atoms]
    pairs = [(html.escape(atom.lead), html.escape(atom.value)) for atom in atoms]
    kinds: tuple[Callable[[], str], ...] = (
        lambda: "".join(f"<p>{html.escape(line)}</p>" for line in row.split("\n")),
        lambda: "<div>" + "<br>".join(html.escape(line) for line in row.split("\n")) + "</div>",
        lambda: f"<div>{_elements('span', texts)}</div>",
        lambda: f"<div>{_elements('span', texts, chr(10))}</div>",
        lambda: f"<ul>{_elements('li', texts)}</ul>",
        lambda: f"<table><tr>{_elements('td', texts)}</tr></table>",
        lambda: "<dl>" + "".join((f"<dt>{lead}</dt>" if lead else "") + f"<dd>{value}</dd>" for lead, value in pairs) + "</dl>",
        lambda: f"<div>{_elements('div', texts)}</div>",
        lambda: "<div>" + "".join((f"<span>{lead}</span>" if lead else "") + f"<b>{value}</b>" for lead, value in pairs) + "</div>",
        lambda: "<div>" + "".join(f"<span>\ue60b {text}</span>" for text in texts) + "</div>",
        lambda: "<p>" + "".join(f"<em>{text}</em>\n" for text in texts) + "</p>",
        lambda: "<p>" + "<br>".join(texts) + "</p>",
    )  # fmt: skip
    return dice.choice(kinds)()


def _page(
    title: str,
    head: str,
    paragraphs: Sequence[str],
    behind: str = "",
    foot: str = "版权所有 青禾网络有限公司 青ICP备05001234号",
) -> str:
    menu = _elements(
        "li", ["<a href='/x'>" + word + "</a>" for word in ("首页", "要闻", "民生", "教育", "图片", "专题")]
    )
    return (
        f"<html><head><title>{title}</title></head><body><ul>{menu}</ul><div><h1>{title}</h1>{head}<div>{_elements('p', paragraphs)}</div></div>"
        f"{behind}<div>{foot}</div></body></html>"
    )


def crossed(seed: int) -> Crossed:
    """A page with a byline above its text; one of seven is a dump."""
    dice = random.Random(f"crossed/{seed}")  # noqa: S311 - a seed makes it repeatable
    atoms = _atoms(dice)
    row = dice.choice(GAPS).join(atom.text for atom in atoms)
    title, paragraphs = dice.choice(TITLES), dice.sample(TEXTS, 4)
    if dice.random() < 1 / 7:
        page = "\n\n".join((title, *row.split("\n"), *paragraphs, "相关阅读", "  • " + dice.choice(TITLES)))
    else:
        related = _elements("li", ["<a href='/r'>" + word + "</a>" for word in dice.sample(TITLES, 3)])
        page = _page(
            title, _head(dice, atoms, row), paragraphs, f"<div><h3>相关阅读</h3><ul>{related}</ul></div>"
        )
    said = {kind: [name for atom in atoms if atom.kind == kind for name in atom.names] for kind in LABELS}
    origin, day = (next(iter(said[kind]), None) for kind in ("origin", "date"))
    return Crossed(
        page, title, Expected(origin, frozenset(said["author"]), frozenset(said["editor"]), day), row
    )


def without_byline(seed: int) -> str:
    """A page that names neither origin nor people: those in its sentences, buttons, lists, comments and foot are not its own."""
    dice = random.Random(f"without/{seed}")  # noqa: S311 - a seed makes it repeatable
    told = {
        "o": _office(dice),
        "m": _medium(dice),
        "p": _person(dice),
        "q": _person(dice),
        "l": dice.choice(PLACES),
    }
    paragraphs = dice.sample(TEXTS, 3)
    for _ in range(dice.randint(1, 3)):
        paragraphs.insert(dice.randrange(len(paragraphs)), dice.choice(SENTENCES).format(**told))
    share = f"<div>{dice.choice(SHARES)}</div>"
    date = dice.choice(
        (
            "<p>2024-05-18 16:56</p>",
            "<p>发布时间：2024-05-18</p>",
            "<div><span>2024-05-18</span><span>浏览：12</span></div>",
            "",
        )
    )
    tail = dice.choice(("", f"<div>{dice.choice(SHARES)}</div>")) + dice.choice(
        ("", "<div>责任编辑：</div>", "<div>来源：</div>", "<div>下一篇：没有了</div>")
    )
    rows = [
        f"<a href='/{n}'>{dice.choice(TITLES)}</a> <span>{_medium(dice)}</span> <span>2024-05-1{n}</span>"
        for n in range(3)
    ]
    signed = [f"<a href='/{n}'>{dice.choice(TITLES)}</a>（{_person(dice)}）" for n in range(3)]
    talk = [f"<b>{_person(dice)}</b> <i>2024-05-2{n} 12:33</i><p>说得好，支持一下。</p>" for n in range(3)]
    behind = dice.choice((
        f"<div><h3>相关阅读</h3><ul>{_elements('li', rows)}</ul></div>", f"<div><h3>推荐阅读</h3><ul>{_elements('li', signed)}</ul></div>",
        f"<div><h3>网友评论</h3>{_elements('div', talk)}</div>", "",
    ))  # fmt: skip
    foot = dice.choice((
        f"<p>主办：{told['o']}　承办：{told['m']}</p>", f"<p>本网站由{told['m']}维护</p>", "<p>编辑部邮箱 qh@example.cn</p>", f"<p>{told['m']}法律顾问：{told['q']}律师</p>",
    ))  # fmt: skip
    return _page(
        dice.choice(TITLES), dice.choice((date + share, share + date, date)), paragraphs, tail + behind, foot
    )
