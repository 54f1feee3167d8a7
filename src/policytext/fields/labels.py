"""The labels of byline rows and credit lines, as data: label, what it says, nothing else.

Written folded (Simplified, half-width); blanks inside a label on a page (``来 源``, ``责　编``) do not matter. Collected
from the forms of GB/T 9704 colophons, 国办发〔2017〕47号 page tags and the byline rows of news, government, forum and
blog systems.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["DATE_KINDS", "EDITOR_ROLES", "LABELS", "ROLES", "WIDGET", "WRITER_ROLES"]

# role -> labels. A role that names people is a role of `Credit`; the others are told apart below.
ROLES: Final[dict[str, str]] = {
    "origin": "来源 稿源 文章来源 信息来源 稿件来源 新闻来源 内容来源 消息来源 原文来源 本文来源 来源于 来源网站 来源单位 文章出处 出处 原文出处 "
              "本文出处 来自 转自 转载自 本文转自 摘自 选自 原载 原载于 文章来自 本文来自 source from 供稿单位 来稿单位 报送单位 消息来自",
    "publisher": "发布机构 发布单位 发布部门 发文机关 发布者单位 信息发布单位 出版社",
    "author": "作者 文章作者 本文作者 原作者 原创作者 作者简介 撰文 撰稿 撰稿人 执笔 执笔人 采写 采编 采访 采访撰文 采写撰文 文字 主笔 口述 "
              "发帖人 发贴人 发表人 楼主 投稿人 供稿人 供稿 来稿人 评论员 特约评论员 本报评论员 特约撰稿人 撰写 署名 文 author "
              "著者 整理 文稿 图文 文图 文/图 图/文 文|图 图|文 文并图 文字整理",
    "reporter": "记者 本报记者 本网记者 特派记者 实习记者 见习记者 首席记者 全媒体记者 特约记者 融媒体记者 融媒记者 采访记者 报道 文字记者 "
                "本刊记者 本台记者 总台记者 出镜记者",
    "correspondent": "通讯员 特约通讯员 本报通讯员 实习生 本报实习生 职工通讯员 通讯人",
    "translator": "译者 翻译 编译 译",
    "photographer": "摄影 摄影记者 摄像 摄 图 图片 图片摄影 配图 照片 视频 摄影报道 拍摄",
    "editor": "编辑 网络编辑 本文编辑 文章编辑 文字编辑 网站编辑 网编 微信编辑 新媒体编辑 执行编辑 编 主编 执行主编 轮值主编 编审 副主编 "
              "版面编辑 栏目编辑 频道编辑 录入编辑 信息编辑 见习编辑 实习编辑 统筹编辑 新闻编辑 editor 首席编辑 稿件编辑 图文编辑",
    "duty_editor": "责编 责任编辑 值班编辑 责任主编 值班主编 本期责编 责任编委 值班编委 本版责编 版责编辑 责 编 见习责编 责任编緝 责任编缉 编责",
    "proofreader": "校对 校审 责任校对 审校 校 责校 核对",
    "reviewer": "审核 审稿 一审 二审 三审 初审 复审 终审 签发 审读 核稿 审签 审核人 审稿人 审定 审批 责审 信息审核 二审校 审发 复核",
    "producer": "监制 总监制 策划 总策划 出品 出品人 统筹 值班主任 值班总编 总编辑 总编 制片 制片人 制作 导演 剪辑 配音 设计 排版 美编 "
                "制图 视觉 运营 后期 海报 主播 播音 朗读 动画 插画 插图 绘图 题图 美术编辑 图片编辑 视频编辑 校译 策划编辑 内容统筹 责任人 "
                "总统筹 监审 顾问 文案 诵读 编导 主持 主持人 新媒体 技术 可视化",
    "issuer": "发布人 发布者 发布员 录入 录入员 录入者 录入人 上传 上传者 发稿人 上稿 信息员 操作员 管理员 版主 斑竹 联系人 供图 图片来源 图片出处 "
              "图源 图片提供 视频来源 资料来源 数据来源 素材来源 封面来源 部分图片来源 音乐 音频 部分图源",
    "column": "栏目 频道 所属分类 分类 文章分类 所属栏目 类别 专栏 版面 版次 版块 所属频道 体裁 主题分类 信息分类 组配分类 所属专题 分类于 "
              "文章类别 文章类型 类型 所属板块",
    "keywords": "关键词 关键字 标签 tags tag 文章关键词 文章标签 本文标签 相关标签 主题词 keywords 标签云",
    "counter": "浏览 浏览次数 浏览量 浏览数 阅读 阅读量 阅读次数 阅读数 点击 点击数 点击量 点击率 点击次数 人气 人气值 访问 访问量 访问次数 "
               "访问统计 查看 查看次数 查看数 评论 评论数 回复 回复数 跟贴 参与 字数 热度 点赞 下载次数 下载 人次 次数 已阅 已读 阅览 阅览次数 "
               "被浏览 被阅读 共浏览 围观 观看 播放 播放量 收藏数 转发 楼层 分数 累计浏览 本文点击数 浏览人数 阅读人数 访问人数 点阅 引用",
    "widget": "字号 字体 字体大小 字号大小 分享 分享到 分享至 转发到 打印 收藏 保护视力色 背景色 视力保护色 大小 文字大小 字体显示 文字显示 "
              "选择字号 推荐 繁体 扫码 朗读文章 语音播报 选择阅读字号 选择字体 阅读字体 页面功能",
    "subtitle": "原标题 原题 副标题 副题 肩题 引题",
    "official": "索引号 索取号 文号 发文字号 文件编号 公文文号 有效性 时效性 公开类别 公开属性 公开方式 公开范围 公开时限 信息索引号 内容概述 "
                "名称 标题 信息名称 文件名称 发文机构 公文种类 体裁分类 生成机构 责任部门 责任处室 服务对象 主题 题材",
}  # fmt: skip

# Labels of dates and the kind of date each announces.
DATE_KINDS: Final[dict[str, str]] = {
    "published": "发布时间 发布日期 发表时间 发表日期 发布于 发表于 时间 日期 刊发日期 刊发时间 刊登日期 上传时间 录入时间 添加时间 发稿时间 "
                 "加入时间 提交时间 公开日期 公开时间 公布日期 公布时间 上载日期 上网日期 上网时间 发布 发表 张贴于 撰写时间 写作时间 稿件时间 "
                 "信息时间 发帖时间 发贴时间 登载时间 登载日期 见报日期 刊载日期 播出时间 出版日期 出版时间 入库时间 创建时间 文章时间 提交日期 发贴日期 发帖日期 发稿日期 张贴日期 发文时间 登记时间 "
                 "发布发文日期 首发时间 posted on date 发表在 新闻时间 稿件日期 发布时间是 上线时间 公示时间 公告日期 公告时间",
    "updated": "更新时间 更新日期 最后更新 最近更新 更新于 更新 最后更新时间 修改时间 最后修改 最后编辑于 编辑于 最后编辑 修改日期 updated",
    "signed": "成文日期 成文时间 生成日期 生成时间 产生日期 发文日期 发文时间 签发日期 制发日期",
    "effective": "生效时间 生效日期 实施日期 施行日期 实施时间 有效期",
    "repealed": "废止时间 废止日期 失效日期 失效时间",
    "printed": "印发日期 印发时间 印发",
    "archived": "归档时间 归档日期 存档时间",
    "other": "回复日期 回复时间 最后回复 截止时间 截止日期 注册时间 注册日期 建立时间 建立于 开始时间 结束时间 会议时间 活动时间 报名时间 最后登录 最后登陆 工作时间 "
             "服务时间 当前时间 今天是 现在时间 访问时间 比赛时间 举办时间 举办日期 收稿日期 投稿日期 接受日期 录用日期 办理时间",
}  # fmt: skip

WRITER_ROLES: Final = frozenset({"author", "reporter", "correspondent"})
"""Roles whose names are authors of the text. Photographers and translators are credits, not authors."""
EDITOR_ROLES: Final = frozenset({"editor", "duty_editor"})
"""Roles whose names are editors."""


def _gather() -> dict[str, str]:
    out: dict[str, str] = {}
    for role, words in ROLES.items():
        for word in words.split():
            out.setdefault(word.lower(), role)
    for kind, words in DATE_KINDS.items():
        for word in words.split():
            out.setdefault(word.lower(), f"date:{kind}")
    return out


LABELS: Final[dict[str, str]] = _gather()
"""Label without blanks, lower case → role, or ``date:`` and the kind of date."""

WIDGET: Final = re.compile(
    r"分享到?(?:微信|微博|QQ空间|QQ|朋友圈|新浪微博|腾讯微博|人人网?|至好友和朋友圈|至手机|至|让更多人看到)?|"
    r"(?:加入|添加)?收藏(?:本文|本页|此文)?|打印(?:本页|本稿|文章|此页|预览)?|关闭(?:本?窗口|本页|页面)?|"
    r"(?:放大|缩小|增大|减小|默认|小|中|大|加大|正常)(?:号)?字(?:体|号)|字(?:体|号)(?:放大|缩小|大小|[大中小])?|[小中大](?: *[小中大]){1,2}\b|"
    r"\[ ?[大中小] ?\]|T ?T|A ?A\b|[大中小]$|"
    r"复制(?:链接|网址)|链接已复制|点击复制[^ ]{0,20}|举报|投诉|纠错|\+1|点赞|赞|我要(?:评论|说说|反馈|纠错|分享|赞|打印|投稿)|我有话说(?:\(\d+人参与\))?|"
    r"(?:发表|查看|写|进入|网友)评论|推荐(?:给?(?:好友|朋友))?(?:阅读)?|觉得不错|赞赏|即时报道|点击可以复制[^ ]{0,20}|共? ?\d+ ?篇评论|加入博采|作者$|优质原创作者|关注(?:我们|本报|新华网|[^ ]{0,6}公众号)?|订阅|扫一扫[^ ]{0,20}|扫码[^ ]{0,20}|"
    r"(?:用)?微信扫[^ ]{0,20}|手机(?:看新闻|版|阅读|浏览|查看)|听(?:新闻|全文|读)|语音播报[^ ]{0,10}|返回(?:首页|列表|目录|顶部)?|上一篇|下一篇|"
    r"微信|微博|QQ(?:空间|好友)?|Qzone|新浪微博|腾讯微博|腾讯QQ|朋友圈|人人网|空间|投稿|保护视力色?|繁体|简体|刷新|"
    r"[\d,.]+ ?(?:万|亿)?(?:次浏览|人(?:参与|浏览|评论|阅读|关注)|条?评论|次(?:阅读|浏览|点击)|阅读|浏览|赞|个赞|字)|(?:人参与|条评论)|"
    r"(?:评论|阅读|浏览|点击|人气|回复|引用|查看|收藏|推荐|转发|留言|参与)(?:数|量|次数)?(?: ?\(\d*\)| ?\d+ ?次?)|暂无评论|原创|转载|"
    r"新浪财经APP|参与互动|posted ?(?:on|@|at)?|列印|留言|用LINE[^ ]*|A[-+](?: ?A\+)?|SHARE(?: [a-z]+)*|编辑$|全文|查看更多|展开全文|收起|删除|缩小|放大|隐藏|播放|暂停|下载|责任"
)
"""Buttons and counters of a byline row: they explain text, they carry nothing."""
