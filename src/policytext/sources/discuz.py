"""Discuz! and PHPWind forums, and the portals built on them: the first post is the page's own."""

from policytext.rules import Source, line, opener

RULES = (
    line(
        "discuz/post-tools",
        r"(?:(?:回复|支持|反对|使用道具|举报|只看该作者|收藏|分享|淘帖|评分|点评|引用|TOP|顶|踩)(?:\s*\d+)?[\s|]*){2,10}",
        keys=("使用道具", "只看该作者", "淘帖", "引用", "TOP"),
        longest=60,
        removes=("回复 使用道具 举报", "收藏2 分享 淘帖"),
        spares=("使用道具须经裁判同意",),
    ),
    opener(
        "discuz/reply-form",
        r"您需要登录后才可以回帖 登录 ?\| ?(?:立即注册|注册)|本版积分规则(?:\s+.{0,20})?|B Color Image Link Quote Code Smilies|快速回复主题|发新话题",
        keys=("回帖", "积分规则", "Smilies", "快速回复", "新话题"),
        sign="strong",
        removes=("您需要登录后才可以回帖 登录 | 立即注册", "本版积分规则 发表回复"),
        spares=("您需要登录后才可以回帖,这是实名制的要求。",),
    ),
    opener(
        "discuz/powered-by",
        r"Powered by (?:Discuz!|PHPWind|phpwind).{0,40}|.{0,24}(?:Archiver|小黑屋)\s*\|.{0,120}",
        keys=("Powered", "Archiver", "小黑屋"),
        sign="strong",
        longest=180,
        removes=("Powered by Discuz! X3.4", "Archiver|手机版|小黑屋|青禾论坛"),
        spares=("关进小黑屋的账号可以申诉。",),
    ),
)

SOURCE = Source(
    key="discuz",
    markup=(
        ".t_f",
        ".t_msgfont",
        ".tpc_content",
        "meta:generator=discuz",
        "meta:generator=phpwind",
    ),
    body=(".t_f", ".t_msgfont", "#read_tpc", ".tpc_content"),
    rules=RULES,
)
