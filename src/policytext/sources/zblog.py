"""Z-Blog: themes differ, the comment form and the side column are the system's, letter by letter."""

from policytext.rules import Source, line, opener

SOURCE = Source(
    key="zblog",
    markup=("meta:generator=z-blog", "#divcommentpost"),
    body=(".post-body", ".article-content", ".entry-content"),
    rules=(
        opener(
            "zblog/comment-form",
            r"◎?欢迎参与讨论,请在这里发表您的看法(?:、|和您的|,)?(?:交流)?您的观点。?",
            keys=("欢迎参与讨论",),
            sign="strong",
            removes=("◎欢迎参与讨论,请在这里发表您的看法、交流您的观点。",),
            spares=("欢迎参与讨论,共同为家乡发展献计。",),
        ),
        opener(
            "zblog/side-column",
            r"最近发表|标签列表|最新留言|文章归档|网站收藏|图标汇集|控制面板|站点信息",
            keys=("最近发表", "标签列表", "最新留言", "归档", "收藏", "汇集", "面板", "站点信息"),
            removes=("最近发表", "标签列表", "控制面板"),
            spares=("最近发表的三篇论文",),
        ),
        line(
            "zblog/powered-by",
            r"(?:Copyright Your WebSite\.\s*Some Rights Reserved\.?|Powered By Z-Blog).{0,80}",
            keys=("Z-Blog", "Your WebSite"),
            place="tail",
            removes=("Powered By Z-BlogPHP 1.5.2 Zero", "Copyright Your WebSite.Some Rights Reserved."),
            spares=("本站曾使用 Z-Blog 搭建,后迁移到政务云。",),
        ),
    ),
)
