"""What papers, sites, stations, agencies and accounts are called: the forms of their names, and names that no form tells.

Source: this project's own lists, from the names that media of the mainland, Taiwan, Hong Kong, Macau and abroad bear;
written folded.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["ENDINGS", "NAMES", "ending", "media_score"]

# What a name ends in → how sure that end makes it, where something stands before it.
_GROUPS: Final = (
    (1.0, ("日报 晚报 晨报 早报 商报 时报 都市报 快报 导报 周报 青年报 工人报 农民报 妇女报 法制报 法治报 教育报 经济报 消费报 健康报 科技报 信息报 参考报 党报 "
          "文摘报 文汇报 大公报 生活报 新报 邮报 电讯报 华人报 侨报 画报 学报 校报 特区报 先驱报 广播报 电视报 卫生报 旅游报 公安报 检察报 纪检监察报 人民法院报 "
          "新闻网 在线网 信息网 信息港 政府网 政务网 门户网 门户网站 官网 官方网站 政府网站 网站 热线网 生活网 文明网 党建网 长安网 法治网 法制网 教育网 "
          "广播电视台 电视台 广播电台 人民广播电台 人民广播 交通广播 广播网 卫视 传媒集团 报业集团 报业 报社 通讯社 新闻社 杂志社 出版社 周刊社 编辑部 "
          "融媒体中心 融媒中心 融媒体 融媒 全媒体 新媒体 云媒体 自媒体 客户端 新闻客户端 新闻客户 公众号 公号 微信公众号 官方微信 官方微博 微博 微信 视频号 头条号 "
          "新闻中心 新闻办 网信办 周刊 月刊 双周刊 周报社 新闻周刊 画刊 杂志 通讯员网 快讯网 资讯网 财经网 科技网 汽车网 房产网 健康网 旅游网 体育网 娱乐网 "
          "军事网 文化网 论坛 网讯 电子报 数字报 新闻部")),
    (0.95, ("网 在线 发布 新闻 电视 广播 频道 之声 之窗 之家 财经 观察 观察报 资讯 新声 政事 日报社 晚报社 传媒 头条 热线 大视野 视点 视界 视线 新视界 "
           "社区 博客 播报 快报社 快讯 家园 论坛报 参考 瞭望 研究院 观察家 观察者 智库 观察员 导刊 学刊 月报 内参 纵横 周末 号外 e报 一点通 云 邮 新天地")),
    (0.9, ("报 社 台 刊 融 +")),
    (0.75, ("科技 体育 娱乐 汽车 健康 文旅 文明 政务 微政务 党建 先锋 清风 廉政 检察 警方 公安 交警 消防 气象 教育 卫健 疾控 共青团 团委 妇联 工会 网信 宣传 政法 "
           "组工 统战 人大 政协 纪检 监察 司法 法院 国土 税务 海关 邮政 供销 林业 水利 农业 乡村 振兴 便民 生活 读书 生活圈 城事 街区 大事")),
)  # fmt: skip
ENDINGS: Final[dict[str, float]] = {
    ending: sure for sure, endings in reversed(_GROUPS) for ending in endings.split()
}
"""Ending → how sure it makes a name of at least one character more."""
NAMES: Final = frozenset(
    "新华 新华社 新华网 新华视点 新华每日电讯 人民网 人民论坛 央视 央视新闻 央视网 央视财经 央广 央广网 国际在线 中新 中新社 中新网 中新经纬 光明 光明网 光明日报 求是 求是网 "
    "半月谈 瞭望 环球 环球网 环球时报 参考消息 参考消息网 经济参考报 观察者 观察者网 澎湃 澎湃新闻 界面 界面新闻 财新 财新网 财联社 第一财经 每经 每经网 虎嗅 36氪 钛媒体 "
    "鞭牛士 亿欧 亿邦动力 猎云网 雷锋网 量子位 机器之心 爱范儿 极客公园 品玩 少数派 蓝鲸 蓝鲸财经 华尔街见闻 格隆汇 智通财经 雪球 东方财富 同花顺 和讯 金融界 全景网 "
    "证券时报 券商中国 新浪 新浪网 搜狐 网易 腾讯 凤凰 凤凰网 今日头条 百家号 知乎 豆瓣 天涯 猫扑 西祠胡同 红网 红星 红星新闻 封面 封面新闻 上游新闻 极目新闻 九派新闻 "
    "纵相新闻 荔枝新闻 津云 长江云 新湖南 华声在线 星辰在线 齐鲁壹点 闪电新闻 海报新闻 大众网 交汇点 扬眼 紫牛新闻 我苏网 潮新闻 天目新闻 橙柿互动 小时新闻 浙江新闻 "
    "东南网 南方网 南方+ 羊城派 金羊网 大洋网 奥一网 读特 读创 深圳新闻网 大河 大河网 顶端新闻 猛犸新闻 映象网 川观新闻 四川在线 华龙网 上观 上观新闻 文汇 文汇网 "
    "新民 新民网 东方网 看看新闻 北晚在线 北京时间 千龙网 长城网 冀云 黄河新闻网 山西晚报 中安在线 大皖新闻 中国江西网 大江网 云南网 掌上春城 多彩贵州网 天眼新闻 "
    "中国甘肃网 每日甘肃 奔流新闻 西部网 起点新闻 华商网 天山网 石榴云 中国西藏网 青海新闻网 宁夏新闻网 内蒙古新闻网 奔腾融媒 东北网 极光新闻 吉网 中国吉林网 "
    "北国网 辽望 南海网 侠客岛 补壹刀 牛弹琴 长安街知事 政知道 政知见 政知圈 学习小组 学习强国 学习中国 团结湖参考 叶檀财经 吴晓波频道 十点读书 新周刊 三联生活周刊 "
    "中国新闻周刊 南方周末 南都 南风窗 看天下 棱镜 深网 一财 中青在线 中国青年网 未来网 中国网 中国经济网 中国台湾网 中国西部网 法治网 正义网 中国法院网 工人日报 "
    "消费日报 科普中国 视觉中国 东方IC IC photo 国是直通车 快科技 驱动之家 IT之家 cnBeta cnbeta TechWeb 威锋网 中关村在线 太平洋电脑网 太平洋汽车 汽车之家 易车 "
    "TNW TNW中文站 DoNews donews PConline ZOL 直播吧 虎扑 懂球帝 新浪科技 新浪财经 新浪体育 网易综合 中央社 中时 联合 联合报 中国时报 自由时报 苹果日报 东森 "
    "三立 中天 民视 公视 华视 台视 中视 镜周刊 镜报 风传媒 上报 今周刊 商业周刊 天下杂志 远见 关键评论网 新头壳 NOWnews ETtoday TVBS CNA 壹周刊 工商时报 经济日报 "
    "明报 文汇报 大公报 东方日报 星岛日报 成报 信报 香港01 立场新闻 众新闻 头条日报 am730 都市日报 香港电台 有线新闻 无线新闻 点新闻 橙新闻 澳门日报 市民日报 力报 "
    "联合早报 星洲日报 南洋商报 看中国 大纪元 多维新闻 路透 路透社 法新社 美联社 俄新社 塔斯社 共同社 韩联社 彭博社 彭博 纽约时报 华尔街日报 金融时报 经济学人 BBC CNN "
    "BBC中文网 德国之声 美国之音 自由亚洲电台 抖音 快手 小红书 哔哩哔哩 本站 网络 互联网 本网 本报 本刊 本台".split()
)  # fmt: skip
"""Well-known names: most have a form, those that have none need this list."""

_JOIN: Final = re.compile(r" ?[-/|、&+·] ?(?=[^ ])| (?=《)|(?<=》)| {1,2}")
_BRACKET: Final = re.compile(r"(?<=.)[(\[][^()\[\]]{1,24}[)\]]\Z")
_LONGEST: Final = max(map(len, ENDINGS))
_PLAIN: Final = re.compile(r"[\w+.·'!-]{1,24}\Z")
_MARKS: Final = "《》<>\"' "


def media_score(folded: str) -> float:
    """How much a folded string looks like the name of a medium, 0 to 1.

    Names in several parts (人民网-《人民日报》, 湘潭日报·新湘潭客户端) count as their best part, if the others may be names too.
    """
    name = folded.strip(_MARKS)
    if name in NAMES:
        return 1.0
    bracket = _BRACKET.search(name)
    if bracket:
        name = name[: bracket.start()].rstrip(_MARKS)
        if name in NAMES:
            return 1.0
    if not _PLAIN.match(name) or "·" in name or "-" in name or "+" in name[:-1]:
        parts = [part.strip(_MARKS) for part in _JOIN.split(name)]
        if not 1 < len(parts) <= 4 or any(not part or not _PLAIN.match(part) for part in parts):
            return 0.0
        # One part known bears the others, but no string of words: a blank joins less than a dash.
        scores = [_one(part) for part in parts]
        return max(scores) * (0.97 if min(scores) >= 0.7 or " " not in name else 0.5)
    return _one(name)


def ending(name: str) -> str:
    """The longest ending of a medium's name that a folded string has, with something before it; ``""`` where it has none."""
    for length in range(min(_LONGEST, len(name) - 1), 0, -1):
        if name[-length:] in ENDINGS:
            return name[-length:]
    return ""


def _one(name: str) -> float:
    if name in NAMES:
        return 1.0
    end = ending(name)
    if not end:
        return 0.0
    # 网 and 报 alone end words, too: 联网, 情报, 海报; two characters before them are a name.
    return ENDINGS[end] * (1.0 if len(name) - len(end) >= 2 or len(end) > 1 else 0.6)
