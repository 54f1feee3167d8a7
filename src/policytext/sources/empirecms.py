"""EmpireCMS portals: the 留言与评论 area is the system's comment plug-in, found letter by letter on many sites."""

from policytext.rules import Source, field_line, glued, line, opener

_SITE = r"[\u4e00-\u9fff]{2,10}(?:资讯|新闻|信息|生活|门户)网"

RULES = (
    line("empirecms/site-name", rf"(?P<publisher>{_SITE})", keys=("网",), place="head", longest=14, removes=("某某大院资讯网",), spares=("供水管网",)),
    field_line(
        "empirecms/byline",
        r"网络编辑\s+(?P<breadcrumb>\S{2,12})\s+(?P<published>\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)(?:\s+\d{1,7})?(?:\s+(?P<keywords>\S.{0,80}))?",
        keys=("网络编辑",),
        removes=("网络编辑 某市 2022-01-03 14:08:00 0 河长 巡查",),
        spares=("网络编辑应当遵守职业规范。",),
    ),
    glued(
        "empirecms/author",
        r"(?<=[。!?\"])\((?:本[报刊台]|通讯员|实习|首席|全媒体|融媒体|记者|\s)*(?P<author>[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,3})\)",
        keys=("(",),
        removes=("会议要求抓好落实。(王小禾)", "大家都说好。(本报记者 王小禾)"),
        spares=("宣读《条例》。(每户限一把)",),
    ),
    opener("empirecms/copyright", r"版权声明", keys=("版权声明",), removes=("版权声明",), spares=("版权声明书应当公证",)),
    line(
        "empirecms/address",
        r"本文地址:(?P<url>https?://\S{4,200})",
        keys=("本文地址",),
        place="tail",
        longest=220,
        removes=("本文地址:http://example.org/gsyl/x/1.html",),
        spares=("本文地址信息来自民政部门。",),
    ),
    opener("empirecms/comments", r"留言与评论\(共有\s*(?:\d+\s*)?条评论\)", keys=("留言与评论",), sign="strong", removes=("留言与评论(共有 条评论)",), spares=("留言与评论(共有三类)",)),
    opener("empirecms/site-intro", rf"关于{_SITE}", keys=("关于",), longest=20, removes=("关于某某大院新闻网",), spares=("关于供水管网",)),
    opener("empirecms/footer", rf"(?:Copyright\s*©\s*)?{_SITE}", keys=("网",), longest=30, removes=("Copyright ©某某大院新闻网",), spares=("城市排水管网",)),
)

SOURCE = Source(
    key="empirecms",
    signature=(r"留言与评论\(共有\s*(?:\d+\s*)?条评论\)",),
    body=(".article-content", "#text", ".content"),
    rules=RULES,
)
