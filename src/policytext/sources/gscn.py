"""中国甘肃网 (gscn.com.cn), the news portal of Gansu province. Seen: articles of 2021."""

from policytext.rules import Source, field_line, line, opener

SOURCE = Source(
    key="gscn",
    name="中国甘肃网",
    hosts=("gscn.com.cn",),
    signature=(r"位置\s*:\s*中国甘肃网\s*>>",),
    body=("#artical_real", ".a-container", ".content"),
    rules=(
        field_line(
            "gscn/byline",
            r"(?P<published>\d{2}(?:\d\d)?-\d{1,2}-\d{1,2} \d{1,2}:\d\d)\s*来源:\s{0,8}(?P<origin>.{0,40}?)\s{0,8}编辑:\s*(?P<editor>.{0,60})",
            keys=("来源",),
            removes=("21-12-21 09:08 来源:中国甘肃网-某某晚报 编辑:某某某",),
            spares=("来源:群众反映集中的问题清单",),
        ),
        line(
            "gscn/copyright",
            r"版权声明:凡注有稿件来源为\"中国甘肃网\"的稿件.{0,120}",
            keys=("版权声明",),
            removes=("版权声明:凡注有稿件来源为“中国甘肃网”的稿件,均为中国甘肃网版权稿件。",),
            spares=("版权声明是著作权登记的一部分。",),
        ),
        opener("gscn/related-list", r"精彩推荐", keys=("推荐",), removes=("精彩推荐",), spares=("精彩推荐词征集活动启动",)),
        opener("gscn/follow", r"关注我们", sign="weak", keys=("关注",), removes=("关注我们",), spares=("关注我们的孩子",)),
        opener("gscn/rank-list", r"即时播报", keys=("播报",), removes=("即时播报",), spares=("即时播报汛情 300 余条",)),
        line("gscn/share", r"分享到", keys=("分享",), removes=("分享到",), spares=("把经验分享到全省",)),
    ),
)
