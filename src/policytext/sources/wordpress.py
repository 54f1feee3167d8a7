"""WordPress in its Chinese translation: themes differ, the sentences of the system are the same letter by letter."""

from policytext.rules import Source, line, opener

SOURCE = Source(
    key="wordpress",
    markup=("meta:generator=wordpress", ".wp-block-post-content"),
    body=(".entry-content", ".wp-block-post-content", ".post-content"),
    rules=(
        opener(
            "wordpress/comment-form",
            r"(?:发表(?:评论|回复)|取消回复|发表(?:评论|回复) 取消回复)|(?:您的)?(?:电子)?邮箱地址不会被公开.{0,30}|您必须(?:\[?登录\]?|登录后)才能发表评论.{0,3}",
            keys=("发表", "取消回复", "邮箱地址"),
            sign="strong",
            removes=("发表回复 取消回复", "您的电子邮箱地址不会被公开。 必填项已用 * 标注"),
            spares=("发表评论文章三篇", "采集的邮箱地址不会被用于其他目的。"),
        ),
        line(
            "wordpress/filed-under",
            r"(?:此|本)条目(?:由.{1,30})?发[布表](?:在|于).{1,160}",
            keys=("条目",),
            place="tail",
            longest=220,
            removes=(
                "此条目发表在生活分类目录,贴了河长标签。将固定链接加入收藏夹。",
                "本条目发布于2015年3月4日。属于未分类分类。",
            ),
            spares=("各条目发布时应当注明来源。",),
        ),
        opener(
            "wordpress/powered-by",
            r"(?:自豪地采用|由|Proudly powered by|Powered by)\s*WordPress(?:\s*(?:强力)?驱动)?.{0,40}",
            keys=("WordPress",),
            sign="strong",
            removes=("自豪地采用WordPress", "Proudly powered by WordPress"),
            spares=("该系统由 WordPress 改造而来,经测评后上线。",),
        ),
    ),
)
