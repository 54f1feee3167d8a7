"""The labels of byline rows and credit lines, as data: label, what it says, nothing else.

Written folded (Simplified, half-width); blanks inside a label on a page (``来 源``, ``责　编``) do not matter. Collected
from the forms of GB/T 9704 colophons, 国办发〔2017〕47号 page tags and the byline rows of news, government, forum and
blog systems.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policytext.rules import Label

__all__ = [
    "AUTHOR",
    "BUTTON",
    "COLUMNS",
    "DATE_KINDS",
    "EDITOR_ROLES",
    "LABELS",
    "NOBODY",
    "ROLES",
    "WIDGET",
    "WRITER_ROLES",
    "labels_with",
]

AUTHOR: Final = "(?<![工创写合制操著])作者"
"""作者 as a word of its own: 工作者, 创作者 sign nothing."""

# role -> labels. A role that names people is a role of `Credit`; the others are told apart below.
ROLES: Final[dict[str, str]] = {
    "origin": "综合 以下文章来源于 本文来源于 文章来源于 来源媒体 来源机构 来源平台 来源部门 来源公众号 稿源单位 首发 首发于 发稿单位 稿件提供 信息提供 本文选自 原文载于 原载媒体 刊于 来源频道 来源账号 原创来源 来源 稿源 来源于 来源网站 来源单位 出处 "
              "来自 转自 转载自 摘自 选自 原载 原载于 source from 出版社",
    "publisher": "资料提供 发文机关 发布者单位",
    "author": "稿件作者 文章撰稿 撰稿记者 特约作者 作者署名 博主 发帖者 发布作者 采写记者 文图作者 图文作者 作 者 作者 文章作者 本文作者 原作者 原创作者 作者简介 撰文 撰稿 执笔 采写 采编 采访 采访撰文 采写撰文 文字 主笔 口述 "
              "发信人 发帖人 发贴人 发表人 楼主 供稿 评论员 特约评论员 本报评论员 特约撰稿人 撰写 署名 文 author "
              "著者 整理 文稿 文、图 图、文 文字、图片 文字、摄影 文/摄影 图文 文图 文/图 图/文 文|图 图|文 文并图 文字整理",
    "reporter": "融媒体中心记者 采访人 采访报道 采访组 现场记者 一线记者 首席融媒记者 融媒体首席记者 全媒记者 新媒体记者 报道记者 晚报记者 日报记者 商报记者 早报记者 晨报记者 都市报记者 通讯社记者 融媒体见习记者 全媒体见习记者 记者 本报记者 本网记者 特派记者 实习记者 见习记者 首席记者 全媒体记者 特约记者 融媒体记者 融媒记者 采访记者 报道 文字记者 "
                "本刊记者 本台记者 总台记者 出镜记者",
    "correspondent": "本网通讯员 通联 特约信息员 融媒通讯员 通讯员 特约通讯员 本报通讯员 实习生 本报实习生 职工通讯员 通讯人",
    "translator": "译者 翻译 编译 译",
    "photographer": "摄影 摄影记者 摄像 摄 图 图片 图片摄影 配图 照片 视频 摄影报道 拍摄",
    "editor": "选稿 编发 编稿 组稿 本期编辑 初审编辑 值编 图文编发 网页编辑 小编 编辑员 文编 编辑人 编制 内容编辑 本期文字编辑 公众号编辑 编辑整理 编辑制作 编辑 网络编辑 本文编辑 文章编辑 文字编辑 网站编辑 网编 微信编辑 新媒体编辑 执行编辑 编 主编 执行主编 轮值主编 编审 副主编 "
              "版面编辑 栏目编辑 频道编辑 录入编辑 信息编辑 见习编辑 实习编辑 统筹编辑 新闻编辑 editor 首席编辑 稿件编辑 图文编辑",
    "duty_editor": "责任编辑员 频道责编 责任校编 责编 责任编辑 值班编辑 责任主编 值班主编 责任编委 值班编委 版责编辑 责 编 责任编緝 责任编缉 编责",
    "proofreader": "校对 校审 责任校对 审校 校 责校 核对",
    "reviewer": "审核编辑 终审编辑 复审编辑 审核员 审核者 终校 责任审核 内容审核 校审人 初核 终核 三审三校 审稿编辑 编辑审核 审核 审稿 一审 二审 三审 初审 复审 终审 签发 审读 核稿 审签 审核人 审稿人 审定 审批 责审 信息审核 二审校 审发 复核",
    "producer": "总值班 值班领导 监制 总监制 策划 总策划 出品 出品人 统筹 值班主任 值班总编 总编辑 总编 制片 制片人 制作 导演 剪辑 配音 设计 排版 美编 "
                "制图 视觉 运营 后期 海报 主播 播音 朗读 动画 插画 插图 绘图 题图 美术编辑 图片编辑 视频编辑 校译 策划编辑 内容统筹 责任人 "
                "总统筹 监审 顾问 文案 诵读 编导 主持 主持人 新媒体 技术 可视化",
    "material": "图文来源 文图来源 图文提供 图片来源 图片出处 图源 图片提供 视频来源 资料来源 数据来源 素材来源 封面来源 部分图片来源 部分图源 音乐 音频",
    "issuer": "信息录入 信息发布人 信息录入员 信息上传 发布人 发布者 发布员 录入 录入员 录入者 录入人 上传 上传者 发稿人 上稿 信息员 操作员 管理员 版主 斑竹 联系人 供图 "
 " ",
    "column": "栏目 频道 所属分类 分类 文章分类 所属栏目 类别 专栏 版面 版次 版块 所属频道 体裁 主题分类 信息分类 组配分类 所属专题 分类于 "
              "信区 文章类别 文章类型 类型 所属板块",
    "keywords": "关键词 关键字 标签 tags tag 文章关键词 文章标签 本文标签 相关标签 主题词 keywords 标签云",
    "counter": "人气指数 人气数 热度值 查阅次数 次数统计 总浏览量 总点击 本月点击 今日点击 文章点击数 信息点击数 浏览 阅读 点击 人气 人气值 访问 "
               "查看 评论 回复 回复数 跟贴 参与 字数 热度 点赞 下载 人次 次数 已阅 已读 阅览 阅览次数 "
               "被浏览 被阅读 共浏览 围观 观看 播放 转发 楼层 分数 累计浏览 本文点击数 点阅 引用",
    "widget": "字体设置 文字大小 字体字号 调整字体 分享本文 分享到微信 分享给好友 字级 字级设定 文字显示 阅读模式 收听 字号 字体 字体大小 字号大小 分享 分享到 分享至 转发到 打印 收藏 保护视力色 背景色 视力保护色 大小 文字大小 字体显示 文字显示 "
              "选择字号 推荐 繁体 扫码 朗读文章 语音播报 选择阅读字号 选择字体 阅读字体 页面功能",
    "subtitle": "原标题 原题 副标题 副题 肩题 引题",
    "official": "主讲人 处理状态 受理状态 办理状态 回复状态 处理部门 办理部门 答复单位 回复单位 受理单位 核心提示 内容提要 内容摘要 摘要 提要 导读 编者按 旗下账号 当前报章 当前版 统一编号 索引 分类号 主题词分类 咨询标题 咨询内容 采购人 采购单位 采购项目 代理机构 中标单位 招标编号 项目编号 项目名称 信件编号 信件标题 文件名 网址 本文网址 文章网址 链接 本文链接 地址 电话 邮编 传真 热线 邮箱 联系电话 责任单位 牵头单位 协办单位 承办单位 主办单位 发文单位 索引号 索取号 文号 发文字号 文件编号 公文文号 有效性 时效性 公开类别 公开属性 公开方式 公开范围 公开时限 信息索引号 内容概述 "
                "名称 标题 信息名称 文件名称 发文机构 公文种类 体裁分类 生成机构 责任部门 责任处室 服务对象 主题 题材",
}  # fmt: skip

# Labels of dates and the kind of date each announces.
DATE_KINDS: Final[dict[str, str]] = {
    "published": "上版日期 发布于 刊发于 首次发布 发文时间 出版 发稿 刊登 见报 上载 发布日期时间 更新发布时间 提交于 发布于 发表于 时间 日期 "
                 "发布 发表 张贴于 "
                 "登记时间 "
                 "发布发文日期 posted on date 发表在 发布时间是",
    "updated": "上次更新 上次修改 本页更新 网页更新 页面更新时间 最近修订日期 最后修订 更新日 末次更新 最新更新 最新更新时间 最后更新 最近更新 更新 最后修改 最后编辑于 最后编辑 updated",
    "signed": "成文日期 成文时间 生成日期 生成时间 产生日期 发文日期 发文时间 签发日期 制发日期",
    "effective": "生效时间 生效日期 实施日期 施行日期 实施时间 有效期",
    "repealed": "废止时间 废止日期 失效日期 失效时间",
    "printed": "印发日期 印发时间 印发",
    "archived": "归档时间 归档日期 存档时间",
    "other": "咨询时间 提问时间 来信时间 写信时间 受理时间 处理时间 办结时间 答复时间 答复日期 开标时间 开标日期 投标截止时间 开工时间 竣工时间 培训时间 考试时间 面试时间 演出时间 展出时间 展览时间 上映时间 上映日期 公示期 出生日期 开放时间 营业时间 施工时间 停水时间 停电时间 举行时间 召开时间 会议日期 讲座时间 合同日期 签订日期 回复日期 回复时间 最后回复 截止时间 截止日期 注册时间 注册日期 建立时间 建立于 开始时间 结束时间 会议时间 活动时间 报名时间 最后登录 最后登陆 工作时间 "
             "服务时间 当前时间 今天是 现在时间 访问时间 比赛时间 举办时间 举办日期 收稿日期 投稿日期 接受日期 录用日期 办理时间",
}  # fmt: skip

WRITER_ROLES: Final = frozenset({"author", "reporter", "correspondent"})
"""Roles whose names are authors of the text. Photographers and translators are credits, not authors."""
EDITOR_ROLES: Final = frozenset({"editor", "duty_editor"})
"""Roles whose names are editors."""


# Labels that are made rather than learnt: role -> pairs of what may stand in front, and what ends them. Content systems name the same
# thing in every combination (稿件来源, 稿件出处; 撰稿人, 撰写人, 撰写者), and a list knows only those that were met.
_MADE: Final = (
    ("origin", "稿件 文章 信息 新闻 资讯 内容 消息 原文 本文 文稿 原始 媒体 转载 文字 作品", "来源 出处 来自 转自 摘自 源自"),
    ("origin", "来自 本文来自 文章来自 转自 本文转自 转载自 来源于 本文首发于 首发于 来源", "微信公众号 公众号 微信公号 官方微信"),
    ("origin", "供稿 来稿 发稿 送稿 报送 投稿 选送 推送 上报 提供 刊发 首发 采编", "单位 部门 媒体 科室 处室 学院 支部 企业"),
    ("publisher", "发布 信息发布 发稿 公告 刊登 张贴 资料提供 维护", "机构 单位 部门 科室 处室"),
    ("author", "撰写 撰稿 写稿 供稿 来稿 投稿 采写 采编 执笔 报道 写作 文字", "人 者 员 人员"),
    ("reporter", "本报 本网 本刊 本台 本社 我报", "首席记者 见习记者 实习记者 特约记者 特派记者 全媒体记者 融媒体记者 全媒体首席记者 融媒记者 驻地记者 评论记者"),
    ("editor", "网络 网站 网页 文字 新媒体 微信 版面 栏目 频道 图文 内容 信息 值班 实习 见习 本期 本文 初审 稿件 新闻 文章 学生 中文", "编辑 编辑员 编辑人 编辑者"),
    ("duty_editor", "本期 本版 本网 网站 栏目 值班 见习 实习 执行 微信 新媒体", "责编 责任编辑"),
    ("date:published", ("发布 发表 发稿 发文 上网 入库 录入 上传 上载 上线 刊发 刊登 刊载 登载 见报 添加 加入 提交 创建 张贴 公布 公开 公告 公示 推送 "
                       "发帖 发贴 新闻 文章 稿件 信息 资讯 信息发布 新闻发布 文章发布 首次发布 首发 播出 出版 撰写 写作 投递 转载 采编 编发"), "时间 日期 日 时刻 年月日"),
    ("date:updated", "更新 修改 修订 最后更新 最后修改 最近更新 上次更新 编辑 变更", "时间 日期 于"),
    ("counter", "浏览 阅读 点击 访问 查看 关注 围观 点阅 观看 播放 下载 评论 转发 点赞 分享 收藏", "次数 数 量 人数 人次 次 总数 数量 统计 率"),
)  # fmt: skip


def _gather() -> dict[str, str]:
    out: dict[str, str] = {}
    for role, words in ROLES.items():
        for word in words.split():
            out.setdefault(word.lower(), role)
    for kind, words in DATE_KINDS.items():
        for word in words.split():
            out.setdefault(word.lower(), f"date:{kind}")
    for role, fronts, ends in _MADE:
        for front in fronts.split():
            for end in ends.split():
                out.setdefault(front + end, role)
    return out


LABELS: Final[dict[str, str]] = _gather()
"""Label without blanks, lower case → role, or ``date:`` and the kind of date."""

_ROLE_OF: Final = {"published": "date:published", "none": "official"}


@lru_cache(maxsize=256)
def labels_with(own: tuple[Label, ...]) -> Mapping[str, str]:
    """The labels in common use with those of a source, which say more of its pages."""
    return (
        {**LABELS, **{label.text: _ROLE_OF.get(label.field, label.field) for label in own}} if own else LABELS
    )


COLUMNS: Final = frozenset(
    "要闻 时政 国内 国际 社会 财经 经济 金融 民生 教育 科技 体育 娱乐 文化 健康 旅游 房产 汽车 军事 历史 评论 观点 专题 图片 视频 综合 本地 地方 县区 县域 "
    "市州 乡镇 基层 动态 工作动态 部门动态 政务动态 新闻 新闻动态 图片新闻 本地新闻 国内新闻 国际新闻 社会新闻 公告 通知 通知公告 公示 政策 法规 政策法规 解读 政策解读 "
    "党建 廉政 法治 农业 三农 乡村 生态 环保 卫生 医疗 人事 招聘 招标 采购 文明 人物 副刊 文艺 美食 读书 情感 生活 百科 综合百科 自考 头条 首页 正文 今日 推荐 热点 "
    "内容 资讯 行业 行业新闻 行业动态 公司 公司新闻 企业 产业 科普 其他 其它".split()
)
"""Names of columns that stand bare in rows."""

_WIDGET_BEGINS: Final = (
    r"\d +,.:ACGHIQSTU\[ip上下中举人优作使保倒全共关写减分列创删刷加即原参发只听回增复大字官小展已引微我手打扫投推播收放新显暂朋条来查标桌正浏添点"
    r"版用电留空简繁纠编缩网腾觉订认评语责赞转返进链阅隐默预本时需约累被"
)
"""What a button can begin with, but for 某某领域创作者: without one of these at its place a word is given up at once."""
WIDGET: Final = re.compile(
    rf"(?=[{_WIDGET_BEGINS}]|[^ ]{{0,6}}领)(?:"
    r"分享到?(?:微信|微博|QQ空间|QQ|朋友圈|新浪微博|腾讯微博|人人网?|至好友和朋友圈|至手机|至|让更多人看到)?|"
    r"(?:加入|添加)?收藏(?:本文|本页|此文)?|打印(?:本页|本稿|文章|此页|预览)?|关闭(?:本?窗口|本页|页面)?|"
    r"(?:放大|缩小|增大|减小|默认|小|中|大|加大|正常)(?:号)?字(?:体|号)|字(?:体|号)(?:放大|缩小|大小|[大中小])?|[小中大](?:[ \]\[、/|·]*[小中大]){1,2}\b|"
    r"\[ ?[大中小] ?\]|T ?T|A ?A\b|[大中小]$|"
    r"点击(?:此处|这里|查看|收藏|进入|下载)[^ ]{0,12}|复制(?:链接|网址)|链接已复制|点击复制[^ ]{0,20}|举报|投诉|纠错|\+1|点赞|赞|我要(?:评论|说说|反馈|纠错|分享|赞|打印|投稿)|我有话说(?:\(\d+人参与\))?|"
    r"(?:发表|查看|写|进入|网友)评论|推荐(?:给?(?:好友|朋友))?(?:阅读)?|觉得不错|赞赏|即时报道|点击可以复制[^ ]{0,20}|共? ?\d+ ?篇评论|加入博采|作者$|优质原创作者|关注(?:我们|本报|新华网|[^ ]{0,6}公众号)?|订阅|扫一扫[^ ]{0,20}|扫码[^ ]{0,20}|"
    r"(?:用)?微信扫[^ ]{0,20}|手机(?:看新闻|版|阅读|浏览|查看)|听(?:新闻|全文|读)|语音播报[^ ]{0,10}|返回[\u4e00-\u9fff]{2,4},查看更多|返回(?:首页|列表|目录|顶部)?|上一篇|下一篇|"
    r"微信|微博|QQ(?:空间|好友)?|Qzone|新浪微博|腾讯微博|腾讯QQ|朋友圈|人人网|空间|投稿|保护视力色?|繁体|简体|刷新|"
    r"(?:微信)?(?:ID|id): ?[\w-]{2,30}|来自(?:手机|iPhone|iPad|安卓|Android|电脑|网页|微信|APP|客户端)[^ ]{0,6}|HKT|GMT|UTC|CST|桌面版|手机版|电脑版|正体|大家都在看|"
    r"[\d,.]+ ?(?:万|亿)?(?:次浏览|人(?:参与|浏览|评论|阅读|关注)|条?评论|次(?:阅读|浏览|点击)|阅读|浏览|赞|个赞|字)|(?:人参与|条评论)|"
    r"(?:评论|阅读|浏览|点击|人气|回复|引用|查看|收藏|推荐|转发|留言|参与)(?:数|量|次数)?(?: ?\(\d*\)| ?\d+ ?次?)|暂无评论|原创|转载|"
    r"(?:预计|本文|全文)?(?:阅读)?(?:时[长间]|需|共|约|字数)*:? ?约?\d[\d,.]* ?(?:分钟|秒|字)(?:阅读|读完|读)?|(?:已|共|累计|被)(?:阅读|浏览|点击|播放|观看|访问|下载) ?[\d,.]+ ?[万亿wW]?\+? ?(?:次|人次|人)?|"
    r"新浪财经APP|[上下]一[版期页条张]|版面导航|标题导航|\d+ ?人(?:赞同|喜欢|收藏|关注|点赞)了?[^ ]{0,8}|只看(?:该作者|楼主|大图)|倒序(?:浏览|看帖)|阅读模式|电梯直达|使用道具|发消息|官方账号|官方帐号|[^ ]{0,6}领域创作者|优质创作者|创作者|认证账号|已认证|显示全部楼层|参与互动|posted ?(?:on|@|at)?|列印|留言|用LINE[^ ]*|A[-+](?: ?A\+)?|SHARE(?: [a-z]+)*|编辑$|全文|查看更多|展开全文|收起|删除|缩小|放大|隐藏|播放|暂停|下载|责任)"
)
"""Buttons and counters of a byline row: they explain text, they carry nothing."""

# What buttons begin with: what to do, for whom, with which device. New ones are made every year, their beginnings are not.
BUTTON: Final = re.compile(
    r"(?:点击|点此|点这|查看|收听|朗读|播放|下载|保存|导出|打印|复制|分享|转发|转至|收藏|订阅|关注|加入|添加|切换|显示|隐藏|展开|收起|返回|回到|进入|打开|关闭|退出|登[录陆]|注册|提交|发表|评论|"
    r"[在点好]看|喜欢|鼓掌|举报|投诉|纠错|报错|反馈|我要|我想|立即|马上|长按|扫[一描码]|微信扫|手机扫|手机[看版端]|电脑版|桌面版|移动[端版]|无障碍|长[者辈]|适老|关怀|老年|繁[體体]|简体|英文|English|字[体号]|放大|缩小|大字|小字|"
    r"阅读|浏览|人气|热度|全文|听[新文全]|语音|智能|上一|下一|更多|已[\u4e00-\u9fff]|未经|投稿|写评论|抢沙发|暂无|赞|踩|置顶|加载|刷新|搜索|导航|目录|网站|本[文页篇]|来自[手安苹])",
    re.IGNORECASE,
)
"""The beginning of a button's words, folded."""

NOBODY: Final = frozenset(
    "By by BY 头像 系统管理员 管理员 小编 编辑部 佚名 匿名 未知 本站 网友 转载 原创 本报 综合 本网 不详 无名 网络 互联网 本刊 本站原创 整理 网站管理员 admin123 "
    "本报讯 本社 记者 通讯员 作者 编辑 摄影 来源 责任编辑 责编 登录 注册 关注 首页 正文 更多 搜索 分享 评论 收藏 打印 关闭 返回 热门 推荐 楼主 "
    "供图 图片 视频 文字 本人 笔者 匿名用户 游客 超级管理员 默认 暂无 无 null none unknown admin administrator root webmaster editor author 单位 部门 网站 编者 编者按 超管 信息中心 办公室 宣传部 新华社 "
    "人民网 新华网 央视 光明网 摄 图 文 报道 综合报道 综合整理 受访者 网友们 资料 自媒体 官方 客服 站长 本台 时间 日期 点击 浏览 阅读 字号 字体 要闻 时政 "
    "新闻 全文 详情 简介 个人简介 简历 金融 财经 社会 国内 国际 体育 娱乐 科技 教育 健康 文化 旅游 房产 汽车 军事 历史 图集 专题 独家 快讯 最新 今日 昨天 今天 手记 调查 观察 日记 来信 札记 述评 连线 专访 直击 见闻 探访 走访 实录 图文".split()
)  # fmt: skip
"""Words in the place of a name that name nobody."""
