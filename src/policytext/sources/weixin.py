"""Public accounts (微信公众号) and pages that mirror them: the text stands hidden in ``#js_content`` until a script shows it."""

from policytext.rules import Source, line, opener

SOURCE = Source(
    key="weixin",
    hosts=("mp.weixin.qq.com",),
    markup=("#js_content", "#js_article"),
    body=("#js_content",),
    rules=(
        opener(
            "weixin/foot",
            r"预览时标签不可点|微信扫一扫|(?:继续|向上)滑动看下一个|轻触阅读原文|喜欢此内容的人还喜欢|人划线|收录于(?:合集|话题)(?:\s*#.{1,40})?",
            keys=("不可点", "扫一扫", "滑动看", "阅读原文", "还喜欢", "人划线", "收录于"),
            sign="strong",
            removes=("预览时标签不可点", "继续滑动看下一个", "喜欢此内容的人还喜欢"),
            spares=("市民用微信扫一扫即可查询办件进度。", "收录于县志的碑刻共十二通"),
        ),
        line(
            "weixin/account",
            r"(?:原创|在小说阅读器(?:读本章|中沉浸阅读)|去阅读|点击(?:上方|上面|↑).{0,20}(?:关注|蓝字).{0,20})",
            keys=("原创", "阅读", "关注", "蓝字"),
            place="head",
            longest=40,
            removes=("原创", "点击上方蓝字关注我们", "在小说阅读器读本章"),
            spares=("原创歌曲征集活动启动",),
        ),
    ),
)
