"""Pages for property tests: arbitrary text, and pages put together from parts that rules and fields care about.

All parts are this project's own writing.
"""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["articles", "byline_rows", "html_pages", "lines", "pages", "rules_text"]

PARTS = (
    "青禾市召开防汛工作会议", "会议强调，各县区要压实责任，加强巡查值守，确保群众生命财产安全。", "一、总体要求", "（一）基本原则", "第三条 本办法自公布之日起施行。",
    "2024-05-06 08:30 来源：青禾日报 编辑：王小禾", "您当前的位置：首页 > 新闻 > 市州", "分享到：", "相关新闻", "上一篇：没有了", "浏览次数：12",
    "（责任编辑：李小麦）", "本报记者 王小禾 通讯员 李小麦", "版权声明：凡注有稿件来源的稿件，转载须注明出处。", "Copyright © 2024 青禾网 All Rights Reserved.",
    "本文来自作者[小禾]投稿，不代表青禾生活网立场，如若转载，请注明出处：https://qinghe.example/1.html", "评论列表（3条）", "文章推荐",
    "當(dāng)地時(shí)間會(huì)議(yì)召開。", "防汛抗旱：落實24小時值班。", "1. 加强巡查", "• 转移群众", "联系电话：0900-1234567", "鍏充簬鍋氬ソ闃叉睕宸ヤ綔",
    "", " ", "　　", "\t", "\u200b", "\ufeff", "𠀀", "e\u0301", "\x00", "\x85", "\u2028", "&nbsp;", "<", "]]>", "a" * 130,
)  # fmt: skip

TAGS = ("p", "div", "h1", "li", "td", "table", "tr", "span", "a href='/x'", "script", "style", "title", "br", "ul", "nav",
        "div style='display:none'", "div class=content", "template", "noscript", "textarea", "pre", "!--")  # fmt: skip


LABELS = ("来源", "來源", "来 源", "信息来源", "稿源", "作者", "责任编辑", "責編", "编辑", "记者", "发布时间", "发布日期", "时间", "浏览次数", "点击", "字号",
          "审核", "摄影", "发布机构", "关键词", "原标题", "更新时间", "栏目", "本文来自", "校对", "通讯员")  # fmt: skip
DATES = ("2024-05-06 08:30", "2017-09-30", "2024年5月6日", "2024/05/06 08:30:12", "05-06 08:30", "3小时前", "２０２４－０５－０６", "2024-13-45", "二〇二四年五月六日",
         "20240506", "2024.05.06", "112-10-06", "24年5月6日")  # fmt: skip
WORDS = ("青禾日报", "青禾网", "青禾新聞網", "王小禾", "李小麦", "欧阳小麦", "阿依·古丽", "未知", "佚名", "本站", "admin", "县教育局", "青禾", "云岭县融媒体中心", "打印",
         "收藏", "分享到", "【大 中 小】", "12次浏览", "评论(3)", "www.qinghe.example", "记者", "编辑", "要闻", "posted on", "by", "发表于", "-", "|", "/", "：", "（", "）",
         "[", "]", "未知", "小禾", "NEWS.QINGHE.EXAMPLE", "0")  # fmt: skip
SEPARATORS = (" ", "", "　", "  ", " | ", "｜", "/", "、", " - ", "\t", "\xa0")


def byline_rows() -> st.SearchStrategy[str]:
    """A row by a grammar: labels with and without a value, dates, names, widgets, counters, doubled and unlabelled words."""
    word = st.sampled_from(WORDS)
    labelled = st.tuples(
        st.sampled_from(LABELS),
        st.sampled_from(("：", ":", " ", "", " : ", "/")),
        st.sampled_from(("", *WORDS, *DATES)),
    )
    doubled = st.tuples(word, st.sampled_from(SEPARATORS)).map(lambda pair: pair[0] + pair[1] + pair[0])
    part = st.one_of(labelled.map("".join), st.sampled_from(DATES), word, doubled)
    return st.tuples(st.lists(part, min_size=1, max_size=6), st.sampled_from(SEPARATORS)).map(
        lambda row: row[1].join(row[0])
    )


def articles() -> st.SearchStrategy[str]:
    """A short article, with byline rows below its headline and below its text."""
    text = "各村要在三月底前完成补植，并做好管护，确保成活。\n会议强调，各县区要压实责任，加强巡查值守，确保群众生命财产安全。"
    rows = st.lists(byline_rows(), min_size=1, max_size=3).map("\n".join)
    return st.tuples(rows, st.one_of(st.just(""), byline_rows())).map(
        lambda pair: f"关于开展春季植树工作的通知\n{pair[0]}\n{text}\n{pair[1]}"
    )


def lines() -> st.SearchStrategy[str]:
    """One line: a part, several parts, or anything."""
    part = st.sampled_from(PARTS)
    return st.one_of(
        part, byline_rows(), st.lists(part, min_size=2, max_size=3).map("".join), st.text(max_size=30)
    )


def pages() -> st.SearchStrategy[str]:
    """A dump."""
    return st.lists(lines(), max_size=24).map("\n".join)


def html_pages() -> st.SearchStrategy[str]:
    """Markup, as broken as it comes: tags that never close, text anywhere."""
    opened = st.tuples(st.sampled_from(TAGS), lines()).map(lambda pair: f"<{pair[0]}>{pair[1]}")
    closed = st.tuples(st.sampled_from(TAGS), lines()).map(
        lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"
    )
    return st.lists(st.one_of(opened, closed, lines()), max_size=20).map("".join)


def rules_text() -> st.SearchStrategy[str]:
    """Patterns for rules of one's own: pieces of the parts above, loosened."""
    return st.sampled_from(
        (r".*", r".{0,20}", r"\s*", r"会议.*", r"[一二三]、.*", r".*来源.*", r"\d.*", r".*。", r"相关新闻|文章推荐", r"(?P<title>.{2,30})",
         r"(?P<author>.{2,4})", r"来源:(?P<origin>.*)", r".*(?P<published>\d{4}-\d\d-\d\d).*"),
    )  # fmt: skip
