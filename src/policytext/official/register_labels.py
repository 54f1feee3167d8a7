"""The labels of 信息公开 header tables, by field.

Sites vary them freely: what provinces and ministries write for one datum is a doing and a thing (发文机关 发布机构 制发单位; 成文日期 签发时间), with
or without what it is said of (信息名称 文件名称). The families below are that, so that a spelling nobody has met yet is read as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FIELD_OF", "LABELS", "WEAK_FIELDS"]

# 信息索引号, 公文名称, 文件有效性: of what a thing is said changes nothing of it.
_QUALIFIERS: Final = ("", "信息", "公文", "文件", "公开", "公开事项")
_BODIES: Final = ("机关", "机构", "单位", "部门", "主体")
_TIMES: Final = ("日期", "时间")


def _words(before: str, behind: Sequence[str]) -> tuple[str, ...]:
    """Every word of the first with every one of the second, in this order."""
    return tuple(f"{one}{other}" for one in before.split() for other in behind)


def _qualified(words: str) -> tuple[str, ...]:
    """Each word alone, then with what it is the name, number or state of."""
    return tuple(f"{one}{word}" for word in words.split() for one in _QUALIFIERS)


# field -> labels, blanks left out, the most telling first. Fields that begin with "_" only end the value before them.
LABELS: Final[dict[str, tuple[str, ...]]] = {
    "index_no": (*_qualified("索引号 索取号 索引码"), "信息索引"),
    "category": (
        "主题分类", "信息分类", "组配分类", "公文主题分类", "分类", "信息类别", "公文目录", "主题类别", "所属主题", "主题(一)", "主题", "体裁分类", "公文分类", "文件分类",
    ),
    "kind": tuple("公文种类 文种 公文类别 体裁 文件种类 公文类型".split()),
    "issuers": (*_words("发文 制发 制定 公布 发布 签发 颁布 印发 来文", _BODIES), "公开主体"),
    "_joint": _words("联合发文 联合制发 联合发布", _BODIES),
    "doc_number": (*_qualified("文号"), *_words("发文 公文 文件", ("字号", "号", "编号", "文号")), "备注/文号"),
    "signed_on": (
        *_words("成文 公文生成 生成 产生 发文 签发 签署 制发 制文 印发 落款", _TIMES),
        *_words("信息生成 文件生成 信息产生", _TIMES),
    ),
    "_published": _words("发布 公开 上载 公布 上网 登录 登记 信息公开 信息发布", _TIMES),
    "_title": ("标题", *_qualified("名称"), "文件标题", "公文标题", "信息标题"),
    "keywords": tuple("主题词 关键词 关键字".split()),
    "status": (*_qualified("有效性 时效性 效力状态 效力状况 时效状态"), *tuple("文件状态 公文状态 是否有效 文件效力 效力 效力级别状态".split())),
    "effective_on": _words("生效 实施 施行 执行", _TIMES),
    "expires_on": (*_words("失效 截止 终止", _TIMES), "有效期至"),
    "repealed_on": _words("废止", _TIMES),
    "_other": tuple(
        "内容概述 内容概览 内容摘要 概述 信息来源 文件来源 来源 公开类别 公开属性 公开方式 公开范围 公开时限 公开形式 公开程序 责任部门 责任处室 责任单位 "
        "公开责任部门 公开责任单位 信息时效期 服务对象 统一编号 登记号 统一登记号 编号 页数 点击数 阅读次数 浏览次数 语种 载体类型 有效期 有效期限 文件类型 "
        "信息格式 所属机构 主题(二) 在线链接地址 文件下载 签发人 题材 公开目录 信息公开目录 是否规范性文件 规范性文件编号 规范性文件登记号 效力级别".split()
    ),
}  # fmt: skip
FIELD_OF: Final = {label: field for field, labels in LABELS.items() for label in labels}
WEAK_FIELDS: Final = frozenset(
    {"_published", "_other", "_title", "_joint", "issuers", "keywords", "effective_on", "expires_on"}
)
"""Byline rows and calls for applications have these labels, too: by themselves they do not make a table."""
