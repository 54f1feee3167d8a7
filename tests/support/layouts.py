"""Whole pages with a byline above, in, or below the text: layouts of newspapers, portals, offices, schools, accounts, forums, in both scripts.

`tests/support/bylines.py` prints rows and reads them back by the grammar; here a row stands on a page, between a headline and paragraphs, where
its neighbours count, as HTML and as a dump. All names, papers, offices and places are invented.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LAYOUTS", "Expected", "Layout", "dump", "filled", "html", "invented"]


class Layout(NamedTuple):
    """Where the parts of a byline stand. ``|`` in a line parts inline elements that no blank parts on the page."""

    head: str = ""
    """Lines between headline and text."""
    lead: str = ""
    """In front of the first paragraph."""
    last: str = ""
    """Behind the last sentence."""
    tail: str = ""
    """Lines below the text."""
    origin: str = ""
    authors: str = ""
    """Letters of the names, see `filled`."""
    editors: str = ""
    dated: bool = True
    """Whether the page tells its day."""


class Expected(NamedTuple):
    """What a page says."""

    origin: str | None
    authors: frozenset[str]
    editors: frozenset[str]
    day: str | None


DAY = "2024-05-18"
MEDIA = "青禾日报 云岭晚报 青禾新闻网 石桥发布 清浦融媒 白芦在线 南陵广播电视台 大江都市报 柳溪新闻".split()
OFFICES = "青禾市教育局 云渡县水务局 清浦区委宣传部 柳溪镇人民政府 石桥县融媒体中心 青禾市人力资源和社会保障局".split()
PLACES = "青禾 云岭 石桥 清浦 柳溪".split()
NAMES = (
    "王小禾 李麦秋 欧阳清 周大田 孙小谷 许文石 钱晓棠 黄建国 司马文静 何长顺 顾小荷 梁雨桐 宋致远 罗春生 唐一帆 韩雪梅 邓立群 曹德旺 彭佳慧 袁振华 "
    "蒋学礼 潘秀英 杜思齐 魏明哲 程子墨 吕向阳 丁海燕 沈文博 姜玉兰 范志刚 陈溪 刘芳 赵敏 胡杨 林涛"
).split()

# {m} a medium, {o} an office, {p} a place; {a} {b} {c} {x} {y}: people, {e} {f}: editors. Upper half: above the text; lower half: in it and below it.
LAYOUTS: dict[str, Layout] = {
    # Portals and papers on the web.
    "bar-source": Layout("来源 | {m}\n2024-05-18 16:56", origin="m"),
    "thin-bar": Layout("来源丨{m}　作者丨{a}\n2024-05-18", origin="m", authors="a"),
    "row-bars": Layout("2024年05月18日 16:56 | 来源：{m} | 作者：{a}", origin="m", authors="a"),
    "row-bars-editor": Layout("发布时间： 2024-05-18 | 来源：{m} | 作者：{a} | 责任编辑：{e}", origin="m", authors="a", editors="e"),
    "row-interaction": Layout("2024年05月18日 16:56　来源：{m}　参与互动(0)", origin="m"),
    "glued-account": Layout("{m}|2024-05-18 16:56", origin="m"),
    "account-button": Layout("{m}官方账号\n2024-05-18 16:56 关注", origin="m"),
    "dot": Layout("{m} · 2024-05-18 16:56", origin="m"),
    "dot-source": Layout("2024-05-18 16:56 · 来源 {m}", origin="m"),
    "slashes": Layout("{m} / {a} / 2024-05-18 16:56", origin="m", authors="a"),
    "name-dot-date": Layout("{a} · 2024-05-18 16:56", authors="a"),
    "source-reporter-bracket": Layout("来源：{m}（记者 {a}）　2024-05-18", origin="m", authors="a"),
    "source-reporter-editor": Layout("2024-05-18 16:56 来源：{m} 记者：{a} 编辑：{e}", origin="m", authors="a", editors="e"),
    "source-title-marks": Layout("来源：《{m}》（2024年05月18日 第3版）", origin="m"),
    "source-wechat": Layout("2024-05-18 来源：{m}微信公众号", origin="m微信公众号"),
    "source-quoted-account": Layout("2024-05-18 来源：“{m}”微信公众号", origin="“m”微信公众号"),
    "source-id": Layout("来源：{m}（ID：qinghe2024）\n2024-05-18 16:56", origin="m"),
    "pieces": Layout("2024-05-18 16:56|来源：{m}|作者：{a}|责编：{e}", origin="m", authors="a", editors="e"),
    "pieces-values": Layout("来源：|{m}|发布时间：|2024-05-18 16:56|编辑：|{e}", origin="m", editors="e"),
    "lines-values": Layout("来源\n{m}\n作者\n{a}\n发布时间\n2024-05-18", origin="m", authors="a"),
    "lines-labelled": Layout("作者：{a}\n来源：{m}\n发布时间：2024-05-18 16:56\n浏览：1024", origin="m", authors="a"),
    "reporters-blanks": Layout("2024-05-18 16:56 {m}\n记者 {a} {b} 通讯员 {c}", origin="m", authors="abc"),
    "reporter-trainee": Layout("本报记者 {a} 实习生 {b}\n2024年5月18日", authors="ab"),
    "paper-reporter": Layout("2024-05-18\n{m}记者 {a}", origin="m", authors="a"),
    "paper-reporters-both": Layout("2024-05-18 16:56\n{m}记者 {a} 通讯员 {b} {c}", origin="m", authors="abc"),
    "square-reporter": Layout("2024年05月18日\n□记者 {a}　通讯员 {b}", authors="ab"),
    "square-name": Layout("2024年05月18日\n■{a}", authors="a"),
    "circle-name": Layout("2024年05月18日\n◎ {a}", authors="a"),
    "reporter-text-photo": Layout("2024年05月18日\n本报记者 {a} 文/图", authors="a"),
    "reporter-text-other-photo": Layout("2024年05月18日\n本报记者 {a} 文 {x} 图", authors="a"),
    "text-bar-photo": Layout("2024-05-18 16:56\n文丨{a}\n图丨{x}", authors="a"),
    "text-bar-both": Layout("2024-05-18 16:56　来源：{m}\n文 | {a}　图 | {x}", origin="m", authors="a"),
    "written-shot": Layout("2024-05-18\n撰文 {a}\n摄影 {x}\n编辑 {e}", authors="a", editors="e"),
    "written-slash": Layout("2024-05-18\n撰文/{a}　摄影/{x}　编辑/{e}", authors="a", editors="e"),
    "by": Layout("By {a}\n2024-05-18", authors="a"),
    "author-affiliation": Layout("2024-05-18\n作者：{a}（青禾大学教授）", authors="a"),
    "author-affiliation-front": Layout("2024-05-18 来源：{m}\n作者：青禾大学经济学院 {a}", origin="m", authors="a"),
    "two-authors-and": Layout("2024-05-18 作者：{a} 和 {b} 来源：{m}", origin="m", authors="ab"),
    "names-blank": Layout("2024-05-18 作者：{a} {b} {c} 来源：{m}", origin="m", authors="abc"),
    "names-slash": Layout("2024-05-18 16:56　作者：{a}/{b}", authors="ab"),
    "spaced-label": Layout("来　源：{m}　　作　者：{a}　　日　期：2024-05-18", origin="m", authors="a"),
    "source-empty-author": Layout("2024-05-18 16:56　来源：{m}　作者：　点击：12", origin="m"),
    "author-admin": Layout("作者：admin 发布时间：2024-05-18 分类：新闻 浏览：123"),
    "edition": Layout("{m} 2024年05月18日 第A02版：要闻", origin="m"),
    "edition-line": Layout("第A02版：要闻\n2024年05月18日 星期六\n本报记者 {a}", authors="a"),
    "clock-only-year": Layout("2024-05-18\n16:56\n{m}", origin="m"),
    "place-behind": Layout("2024-05-18 16:56 {m} 发布于{p}", origin="m"),
    # Offices.
    "office-row": Layout("来源：{o} 发布时间：2024-05-18 浏览次数：12 次 【字体：大 中 小】 打印 分享", origin="o"),
    "office-author-review": Layout("信息来源:{o} 作者:{a} 审核:{x} 发布日期:2024-05-18", origin="o", authors="a"),
    "office-brackets": Layout("【2024-05-18】【{o}】【字号 大 中 小】【打印】【关闭】", origin="o"),
    "office-square": Layout("[ 2024-05-18 ]　[ 来源：{o} ]　[ 浏览：12 ]", origin="o"),
    "office-round": Layout("(2024-05-18 16:56)　来源：{o}", origin="o"),
    "office-publisher": Layout("发布机构：{o}　发布时间：2024-05-18 15:52", origin="o"),
    "office-roles": Layout("文章来源：{o}　供稿：{a}　摄影：{x}　编辑：{e}　审核：{y}　2024-05-18", origin="o", authors="a", editors="e"),
    "office-lines": Layout("发布日期：2024-05-18\n来源：{o}\n点击数：12", origin="o"),
    "office-stretched": Layout("发布时间： 2024 - 05 - 18　　信息来源： {o}　　访问量： 12", origin="o"),
    "office-unit": Layout("供稿单位：{o}　撰写人：{a}　上网时间：2024-05-18", origin="o", authors="a"),
    "office-exit": Layout("稿件出处：{o} 撰稿人：{a} 编发：{e} 入库日期：2024-05-18", origin="o", authors="a", editors="e"),
    "office-entered": Layout("录入：{x}　发布时间：2024-05-18　来源：{o}", origin="o", editors="x"),
    "office-then-date": Layout("{o}　2024-05-18　字号：【大】【中】【小】", origin="o"),
    "office-issued-by": Layout("发布者：{x}　来源：{o}　时间：2024-05-18　点击：12", origin="o"),
    # Accounts.
    "account-lines": Layout("原创\n{a}\n{m}\n2024-05-18 16:56", origin="m", authors="a"),
    "account-glued": Layout("原创|{a}|{m}\n2024-05-18 16:56", origin="m", authors="a"),
    "account-row": Layout("原创 {a} {m} 2024-05-18 16:56", origin="m", authors="a"),
    "account-place": Layout("{a} {m} 2024年05月18日 16:56 {p}", origin="m", authors="a"),
    "account-plain": Layout("{m}\n2024-05-18 16:56\n发表于{p}", origin="m"),
    "account-follow": Layout("点击上方蓝字关注我们\n{m} 2024-05-18", origin="m"),
    "forum-row": Layout("楼主 山间小路 发表于 2024-5-18 16:56", authors=":山间小路"),
    "forum-line": Layout("山间小路\n发表于 2024-5-18 16:56 | 只看该作者", authors=":山间小路"),
    "forum-labels": Layout("作者：山间小路　时间：2024-05-18 16:56　点击：12　回复：3", authors=":山间小路"),
    "blog": Layout("山间小路 发布于 2024-05-18 阅读(123) 评论(0)", authors=":山间小路"),
    "farm": Layout("2024-05-18 分类：新闻 阅读(123) 评论(0)"),
    # Taiwan, Hong Kong.
    "tw-slash": Layout("2024/05/18 16:56\n記者{a}／{p}報導", authors="a"),
    "tw-row": Layout("2024-05-18 16:56 {m} 記者{a}／{p}即時報導", origin="m", authors="a"),
    "tw-text": Layout("2024/05/18 16:56\n文／記者{a}", authors="a"),
    "tw-bracket": Layout("2024/05/18 16:56", "〔記者{a}／{p}報導〕", authors="a"),
    "tw-bracket-2": Layout("2024/05/18 16:56", "【記者{a}／{p}報導】", authors="a"),
    "tw-bracket-paper": Layout("2024/05/18 16:56", "【{m}記者{a}／{p}報導】", origin="m", authors="a"),
    "tw-agency": Layout("2024/05/18 16:56", "（中央社記者{a}{p}18日電）", origin=":中央社", authors="a"),
    "tw-agency-editor": Layout("2024/05/18 16:56", "（中央社記者{a}{p}18日電）", tail="（編輯：{e}）1130518", origin=":中央社", authors="a", editors="e"),
    "tw-staff": Layout("{m} {a}\n2024年5月18日 週六 下午4:56", origin="m", authors="a"),
    "tw-editor": Layout("2024/05/18 16:56\n編輯 {e}／{p}報導", editors="e"),
    "tw-source": Layout("發布單位：{o}\n發布日期：113-05-18\n點閱數：318", origin="o"),
    "tw-source-2": Layout("資料來源：{o}　發布日期：2024-05-18　瀏覽人次：12", origin="o"),
    "hk-lines": Layout("撰文：{a}\n出版：2024-05-18 16:56\n更新：2024-05-19 09:00", authors="a"),
    "hk-text": Layout("2024年5月18日\n文：{a}", authors="a"),
    "hk-lead": Layout("2024-05-18 16:56", "【{m}訊】", origin="m"),
    # In the first paragraph.
    "agency": Layout("2024-05-18 16:56", "新华社{p}5月18日电（记者{a}、{b}）", origin=":新华社", authors="ab"),
    "agency-row": Layout("2024-05-18 16:56 来源：{m}", "新华社{p}5月18日电（记者 {a} {b}）", origin="m", authors="ab"),
    "agency-names": Layout("2024-05-18 16:56", "中新网{p}5月18日电 ({a} {b})", origin=":中新网", authors="ab"),
    "agency-reporter": Layout("2024-05-18 16:56 来源：{m}", "中新社{p}5月18日电 (记者 {a})", origin="m", authors="a"),
    "paper-lead": Layout("2024-05-18 16:56 来源：{m}", "本报讯（记者{a} 通讯员{b}）", origin="m", authors="ab"),
    "paper-lead-blank": Layout("2024-05-18 16:56 来源：{m}", "本报讯 记者{a} 通讯员{b}报道：", origin="m", authors="ab"),
    "paper-lead-bracket": Layout("2024-05-18 16:56 来源：{m}", "【本报讯】（{a} 报道）", origin="m", authors="a"),
    "net-lead": Layout("2024-05-18 16:56", "{m}讯（记者 {a}）", origin="m", authors="a"),
    "net-lead-day": Layout("2024-05-18 16:56", "{m}5月18日讯（记者 {a} 通讯员 {b}）", origin="m", authors="ab"),
    "net-lead-comma": Layout("2024-05-18 16:56", "{m}讯（全媒体记者 {a}，通讯员 {b}）", origin="m", authors="ab"),
    "net-lead-photo": Layout("2024-05-18 16:56 来源：{m}", "本网讯（记者 {a} 文/图）", origin="m", authors="a"),
    "town-lead": Layout("2024-05-18 16:56 来源：{m}", "{p}讯（{a}）", origin="m", authors="a"),
    "paper-place-lead": Layout("2024-05-18 来源：{m}", "本报{p}5月18日电（记者{a}）", origin="m", authors="a"),
    "own-line-lead": Layout("2024-05-18 来源：{m}\n本报记者　{a}　本报通讯员　{b}", origin="m", authors="ab"),
    # Behind the text.
    "end-names": Layout("2024-05-18 来源：{m}", last="（{a} {b}）", origin="m", authors="ab"),
    "end-reporter": Layout("2024-05-18 来源：{m}", last="（记者 {a} 通讯员 {b}）", origin="m", authors="ab"),
    "end-photo-too": Layout("2024-05-18 来源：{m}", last="（{a}、{b}/文图）", origin="m", authors="ab"),
    "end-text-photo": Layout("2024-05-18 来源：{m}", tail="文/图 {a} {b}", origin="m", authors="ab"),
    "end-author-unit": Layout("2024-05-18 来源：{m}", last="（作者：{a}　单位：{o}）", origin="m", authors="a"),
    "end-author-unit-line": Layout("2024-05-18 来源：{m}", tail="（作者单位：{o}　{a}）", origin="m", authors="a"),
    "end-author-is": Layout("2024-05-18 来源：{m}", last="（作者{a}系青禾大学教授）", origin="m", authors="a"),
    "end-author-is-line": Layout("2024-05-18 来源：{m}", tail="（作者：{a}，系青禾大学法学院教授）", origin="m", authors="a"),
    "end-author-line": Layout("2024-05-18 来源：{m}", tail="作者：{a}，青禾大学教授", origin="m", authors="a"),
    "end-office-name": Layout("2024-05-18 来源：{m}", last="（{o} {a}）", origin="m", authors="a"),
    "end-supplied": Layout("2024-05-18", tail="供稿：{o} {a}", authors="a"),
    "end-roles": Layout("2024-05-18 来源：{o}", tail="撰稿：{a}　摄影：{x}　编辑：{e}　审核：{y}", origin="o", authors="a", editors="e"),
    "end-roles-lines": Layout("2024-05-18 来源：{m}", tail="文字：{a}\n图片：{x}\n编辑：{e}\n责编：{f}\n审核：{y}", origin="m", authors="a", editors="ef"),
    "end-roles-bars": Layout("2024-05-18", tail="来源丨{m}\n编辑丨{e}\n校对丨{x}\n审核丨{y}", origin="m", editors="e"),
    "end-roles-slash": Layout("2024-05-18 来源：{m}", tail="责编/{e}　校对/{x}　审核/{y}", origin="m", editors="e"),
    "end-roles-blanks": Layout("2024-05-18 来源：{m}", tail="责编 {e}　校对 {x}　审核 {y}", origin="m", editors="e"),
    "end-three-checks": Layout("2024-05-18 来源：{m}", tail="一审：{x}\n二审：{y}\n三审：{c}", origin="m"),
    "end-checks-row": Layout("2024-05-18 来源：{m}", tail="编辑：{e}　一审：{x}　二审：{y}　三审：{c}", origin="m", editors="e"),
    "end-chain": Layout("2024-05-18 来源：{m}", tail="记者：{a} 编辑：{e} 责编：{f} 校对：{x} 终审：{y}", origin="m", authors="a", editors="ef"),
    "end-editor-square": Layout("2024-05-18 来源：{m}", tail="[责任编辑：{e}]", origin="m", editors="e"),
    "end-editor-lenticular": Layout("2024-05-18 来源：{m}", tail="【编辑:{e}】", origin="m", editors="e"),
    "end-editor-bracket": Layout("2024-05-18 来源：{m}", last="（责任编辑：{e}）", origin="m", editors="e"),
    "end-editors-two": Layout("2024-05-18 来源：{m}", tail="(责编：{e}、{f})", origin="m", editors="ef"),
    "end-editor-buttons": Layout("2024-05-18 来源：{m}", tail="责任编辑：{e}　[打印]　[关闭]", origin="m", editors="e"),
    "end-source": Layout("2024-05-18", tail="来源：{m}", origin="m"),
    "end-source-bracket": Layout("2024-05-18", last="（来源：{m}）", origin="m"),
    "end-source-square": Layout("2024-05-18", tail="【来源：{m}】", origin="m"),
    "end-source-from": Layout("2024-05-18", tail="转自：{m}", origin="m"),
    "end-source-excerpt": Layout("2024-05-18", last="（摘自《{m}》）", origin="m"),
    "end-source-after": Layout("2024-05-18", last="（据{m}）", origin="m"),
    "end-source-editor": Layout("2024-05-18", tail="来源：{m}　编辑：{e}", origin="m", editors="e"),
    "end-source-author": Layout("2024-05-18", tail="本文来源：{m}，作者：{a}", origin="m", authors="a"),
    "end-source-lines": Layout("2024-05-18", tail="来源：{m}\n作者：{a}\n编辑：{e}", origin="m", authors="a", editors="e"),
    "end-printed": Layout("2024-05-18", tail="原载《{m}》2024年5月18日", origin="m"),
    "end-sum": Layout("2024-05-18", tail="综合：{m}、新华社", origin="m、新华社"),
    "end-photo-only": Layout("2024-05-18 来源：{m}", last="（{x} 摄）", origin="m"),
    "end-editor-hant": Layout("2024-05-18 來源：{m}", tail="責任編輯：{e}", origin="m", editors="e"),
    "end-compiled": Layout("2024-05-18 来源：{m}", tail="（{a}整理）", origin="m", authors="a"),
    "end-contact": Layout("2024-05-18 来源：{o}", tail="联系人：{x}　联系电话：0599-1234567", origin="o"),
}  # fmt: skip

PARAGRAPHS = (
    "为做好今年的防汛工作，市水务部门近日对全市十二座小型水库逐一检查，重点查看溢洪道、放水设施和坝体渗漏情况。",
    "检查组要求各水库管理单位落实值班制度，备足编织袋、块石等抢险物资，发现险情第一时间上报，不得迟报、漏报。",
    "据了解，今年汛期计划新增雨量监测点三十处，监测数据将实时传送到防汛指挥部，为群众转移争取时间。",
)
TITLE = "小型水库汛前检查全面展开"
MENU = ("首页", "要闻动态", "民生", "教育", "健康")
RELATED = ("春季造林任务过半", "十所中学完成操场改造", "农村公路养护有了新办法")
_HANT = str.maketrans(
    "来发时间编辑责任记点击数览阅读报网闻县区广电视办陈刘赵钱许欧阳孙顾长顺国芳岭云馆员号体讯华组张罗邓韩兰图审核对转录务条为检查汛备险",
    "來發時間編輯責任記點擊數覽閱讀報網聞縣區廣電視辦陳劉趙錢許歐陽孫顧長順國芳嶺雲館員號體訊華組張羅鄧韓蘭圖審核對轉錄務條為檢查汛備險",
)


def invented(dice: random.Random) -> dict[str, str]:
    """A name for each letter of a layout."""
    people = dice.sample(NAMES, 7)
    return {
        **dict(zip("abcxyef", people, strict=True)),
        "m": dice.choice(MEDIA),
        "o": dice.choice(OFFICES),
        "p": dice.choice(PLACES),
    }


def filled(
    name: str, seed: int, *, hant: bool = False, layouts: Mapping[str, Layout] = LAYOUTS
) -> tuple[Layout, Expected]:
    """A layout with values in it, and what it says; in Traditional characters if asked."""
    layout = layouts[name]
    dice = random.Random(f"{name}/{seed}")  # noqa: S311 - a seed makes it repeatable
    values = invented(dice)
    origin = (
        layout.origin[1:]
        if layout.origin[:1] == ":"
        else re.sub("[mo]", lambda k: values[k[0]], layout.origin)
    )
    authors = [layout.authors[1:]] if layout.authors[:1] == ":" else [values[key] for key in layout.authors]
    editors = [values[key] for key in layout.editors]

    def shown(text: str) -> str:
        return text.translate(_HANT) if hant else text

    head, lead, last, tail = (
        shown(part.format(**values)) for part in (layout.head, layout.lead, layout.last, layout.tail)
    )
    said = Expected(
        shown(origin) or None,
        frozenset(map(shown, authors)),
        frozenset(map(shown, editors)),
        DAY if layout.dated else None,
    )
    return layout._replace(head=head, lead=lead, last=last, tail=tail), said


def _paragraphs(layout: Layout) -> list[str]:
    """The text; a lead that ends in a new line is a paragraph of its own."""
    first = layout.lead.split("\n")
    first[-1] += PARAGRAPHS[0]
    return [*first, *PARAGRAPHS[1:-1], PARAGRAPHS[-1] + layout.last]


def html(layout: Layout, kind: str = "p") -> str:
    """The page in plain markup, its lines in elements of a kind."""

    def lines(text: str) -> str:
        return "".join(
            f"<{kind}>" + "".join(f"<span>{part}</span>" for part in line.split("|")) + f"</{kind}>"
            if "|" in line and " | " not in line
            else f"<{kind}>{line}</{kind}>"
            for line in text.split("\n")
            if line
        )

    body = "".join(f"<p>{text}</p>" for text in _paragraphs(layout))
    menu = "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(MENU))
    related = "".join(f"<li><a href='/r{n}'>{word}</a></li>" for n, word in enumerate(RELATED))
    return (
        f"<html><head><title>{TITLE}</title></head><body><ul>{menu}</ul><div><h1>{TITLE}</h1><div>{lines(layout.head)}</div><div>{body}</div>"
        f"<div>{lines(layout.tail)}</div></div><div><h3>相关阅读</h3><ul>{related}</ul></div><div>地址：青禾路12号　联系我们　网站地图</div></body></html>"
    )


def dump(layout: Layout) -> str:
    """The page as a dump of plain text."""
    head = layout.head.replace(" | ", "\0").replace("|", "").replace("\0", " | ")
    lines = (*(f"  • {word}" for word in MENU), TITLE, *head.split("\n"), *_paragraphs(layout), *layout.tail.split("\n"), "相关阅读",
             *(f"  • {word}" for word in RELATED), "地址：青禾路12号　联系我们　网站地图")  # fmt: skip
    return "\n\n".join(line for line in lines if line)
