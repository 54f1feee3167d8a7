"""The 投稿 ("submissions") theme of content farms: one Z-Blog/WordPress template under many site names.

Seen with other site names, authors and counts; what is common is the reprint line, 文章推荐 and the comment area below it.
"""

from policytext.rules import Source, excerpt, line, opener, repeat

RULES = (
    repeat("tougao/repeated-title", place="anywhere"),
    excerpt("tougao/cut-lead"),
    opener(
        "tougao/reprint-notice",
        r"本文来自作者\[(?P<author>[^\]]{1,40})\]投稿,不代表(?P<publisher>.{1,40}?)立场,如若转载,请注明出处:\s*(?P<url>https?://\S{4,200}|\S{0,200})",
        keys=("本文来自作者",),
        sign="strong",
        longest=340,
        removes=("本文来自作者[小禾]投稿,不代表青禾生活网立场,如若转载,请注明出处:https://qinghe.example/kp/7.html",),
        spares=("本文来自作者的田野调查,不代表官方立场。",),
    ),
    line("tougao/counter", r"\(\d{1,7}\)", keys=("(",), place="tail", longest=9, removes=("(30)",), spares=("(一)",)),
    opener("tougao/related-list", r"文章推荐|相关推荐|推荐阅读", keys=("推荐",), removes=("文章推荐",), spares=("推荐单位:市文旅局",)),
    opener("tougao/comment-form", r"发表回复", keys=("回复",), removes=("发表回复",), spares=("群众来信均已回复",)),
    opener("tougao/comments", r"评论列表\(\d{1,6}条\)", keys=("评论列表",), removes=("评论列表(4条)",), spares=("评论列表见附件",)),
    opener("tougao/contact", r"联系我们", sign="weak", keys=("联系我们",), removes=("联系我们",), spares=("请与联系我们的社区工作者核对。",)),
    line("tougao/follow", r"关注我们", keys=("关注我们",), place="tail", removes=("关注我们",), spares=("关注我们身边的老人",)),
)

SOURCE = Source(
    key="tougao",
    signature=(r"本文来自作者\[[^\]\n]{1,40}\]投稿,不代表.{1,40}?立场",),
    body=(".entry-content", ".article-content", ".post-content"),
    rules=RULES,
)
