"""Hanweb JCMS (大汉版通): comments stand before and behind each slot of the template. Common on government sites."""

from policytext.rules import Source, line

SOURCE = Source(
    key="hanweb",
    markup=("comment:zjeg_rss.content.begin",),
    body=("comment:zjeg_rss.content.begin|zjeg_rss.content.end", "#zoom"),
    rules=(
        line(
            "hanweb/producer",
            r"Produced By 大汉网络 大汉版通发布系统",
            keys=("大汉版通",),
            place="tail",
            removes=("Produced By 大汉网络 大汉版通发布系统",),
            spares=("本项目采购大汉版通发布系统一套。",),
        ),
    ),
)
