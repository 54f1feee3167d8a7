"""山西大院资讯网 (shanxidayuan.com), a local portal on EmpireCMS (the 留言与评论 area is its comment plug-in)."""

from policytext.rules import Source, field_line, glued, line, opener

SOURCE = Source(
    key="shanxidayuan",
    name="山西大院资讯网",
    hosts=("shanxidayuan.com",),
    signature=(r"山西大院(?:资讯|新闻)网",),
    body=(".article-content", "#text", ".content"),
    rules=(
        line("shanxidayuan/site-name", r"(?P<publisher>山西大院(?:资讯|新闻)网)", keys=("山西大院",), removes=("山西大院资讯网",), spares=("山西大院文化展开幕",)),
        field_line(
            "shanxidayuan/byline",
            r"网络编辑\s+(?P<breadcrumb>\S{2,12})\s+(?P<published>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\s+\d{1,7})?(?:\s+(?P<keywords>\S.{0,80}))?",
            keys=("网络编辑",),
            removes=("网络编辑 某市 2022-01-03 14:08:00 0 河长 巡查",),
            spares=("网络编辑应当遵守职业规范。",),
        ),
        glued(
            "shanxidayuan/author",
            r"(?<=[。!?\"'])\((?P<author>[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,4}){0,3})\)",
            keys=("(",),
            removes=("会议要求抓好落实。(王小禾)",),
            spares=("宣读《条例》。(完)",),
        ),
        opener("shanxidayuan/copyright", r"版权声明", keys=("版权声明",), removes=("版权声明",), spares=("版权声明书应当公证",)),
        line(
            "shanxidayuan/address",
            r"本文地址:(?P<url>https?://\S{4,200})",
            keys=("本文地址",),
            place="tail",
            removes=("本文地址:http://www.shanxidayuan.com/gsyl/x/1.html",),
            spares=("本文地址信息来自民政部门。",),
        ),
        opener("shanxidayuan/comments", r"留言与评论\(共有\s*\d*\s*条评论\)", keys=("留言与评论",), strong=True, removes=("留言与评论(共有 条评论)",), spares=("留言与评论(共有三类)",)),
        opener("shanxidayuan/site-intro", r"关于山西大院(?:资讯|新闻)网", keys=("关于山西大院",), removes=("关于山西大院新闻网",), spares=("关于山西大院保护的通知",)),
        opener("shanxidayuan/footer", r"(?:Copyright\s*©\s*)?山西大院(?:资讯|新闻)网", keys=("山西大院",), removes=("Copyright ©山西大院新闻网",), spares=("山西大院保护条例",)),
    ),
)
