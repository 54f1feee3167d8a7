"""Pages for property tests: arbitrary text, and pages put together from parts that rules and fields care about.

All parts are this project's own writing.
"""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["html_pages", "lines", "pages", "rules_text"]

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


def lines() -> st.SearchStrategy[str]:
    """One line: a part, several parts, or anything."""
    part = st.sampled_from(PARTS)
    return st.one_of(part, st.lists(part, min_size=2, max_size=3).map("".join), st.text(max_size=30))


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
