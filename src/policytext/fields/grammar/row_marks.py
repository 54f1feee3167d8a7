"""The marks of a byline row: labels, dates, addresses, in one pass over a folded line. What each may be worth is decided later.

A label is found backwards from its colon, slash, bar or closing bracket, which every row has and few sentences have; so a
line costs what its marks cost, not what the list of labels is long. Some words announce a value without any mark (``来源
青禾日报``, ``记者王小禾``): they are marks too, believed only if their value bears them out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from policytext.fields.grammar.byline_labels import AUTHOR, LABELS
from policytext.fields.grammar.dates import partial_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from policytext.fields.grammar.dates import DateHit

__all__ = ["Mark", "find_marks"]

Kind = Literal["date", "partial", "host", "label", "plain"]

_COLON: Final = re.compile(r" {0,4}(?:是?[:/|])+ {0,3}|(?<=[\u4e00-\u9fff]) ?\] {0,3}")
_ENDS: Final = frozenset(":/|]")
_LONGEST: Final = max(map(len, LABELS))
# Words that announce a value without a mark. Those of people stand before a name, those of dates before a date.
_PLAIN: Final = {
    word: LABELS[word] for word in
    "作者 文章作者 本文作者 撰文 撰稿 采写 执笔 供稿 供稿人 记者 本报记者 本网记者 本台记者 特派记者 实习记者 见习记者 首席记者 全媒体记者 融媒体记者 融媒记者 特约记者 文字记者 总台记者 "
    "通讯员 特约通讯员 本报通讯员 实习生 摄影 摄影记者 摄像 译者 翻译 编译 编辑 网编 文编 采编 组稿 网络编辑 本文编辑 文字编辑 网站编辑 微信编辑 新媒体编辑 执行编辑 版面编辑 见习编辑 实习编辑 本期编辑 "
    "初审编辑 图文编辑 主编 执行主编 编审 选稿 编发 责编 责任编辑 值班编辑 责任主编 值班主编 本期责编 校对 责任校对 审校 审核 审稿 一审 二审 三审 初审 复审 终审 签发 核稿 终审编辑 "
    "监制 总监制 策划 统筹 值班主任 值班总编 总编辑 制作 剪辑 配音 设计 排版 美编 制图 视觉 运营 评论员 特约评论员 本报评论员 特约撰稿人 撰稿人 投稿人 发布人 发布者 录入 "
    "来源 出处 文章来源 信息来源 稿件来源 本文来源 稿源 来源于 本文来源于 以下文章来源于 文章来源于 来自 本文来自 文章来自 本文来自微信公众号 来自微信公众号 文章来自微信公众号 转自 转载自 本文转自 摘自 选自 原载 原载于 刊于 "
    "发布于 发表于 发布时间 更新时间 发布日期 更新于 浏览 阅读 点击 人气 浏览量 阅读量 浏览次数 阅读次数 点击数 点击量 字号 字体".split()
}  # fmt: skip
_PLAIN_WORD: Final = re.compile(
    "|".join(AUTHOR if word == "作者" else word for word in sorted(_PLAIN, key=len, reverse=True))
)
_HOST: Final = re.compile(
    r"(?:https?://|www\.)[\w./?=&%#:~+-]+|(?<![\w@.])(?:[a-z][a-z\d-]{0,24}\.){1,4}(?:com|cn|net|org|tw|hk|gov|edu|info|tv|cc|example)(?:\.(?:cn|tw|hk|com))?(?:/[\w./?=&%#-]*)?(?![\w.])",
    re.ASCII | re.IGNORECASE,
)
# Begins with a set, so that the search can skip.
_PARTIAL_AT: Final = re.compile(
    r"[\d今昨前刚](?<![\d./-].)(?:(?<=\d)(?=\d{0,2}[-/月 秒分小天周个年])|(?<=[今昨])(?=[天日])|(?<=前)(?=天)|(?<=刚)(?=刚))"
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
# Behind a Han character only these labels are believed: inline elements join (某某时报网作者：), but 长效运营： is a heading.
_GLUED: Final = frozenset(
    {"origin", "author", "editor", "duty_editor", "reporter", "counter", "correspondent"}
)
_GLUED_WORDS: Final = frozenset(
    "分享到 分享至 分享 字号 字体 打印 收藏 字体大小 时间 日期 审核 校对 发布机构 录入 发布人 发布者".split()
)
_STRETCHED: Final = 3
"""来 源, 责　编: labels up to this length are stretched to one width; a longer one with a blank inside is two words."""
_GAP: Final = 4
_GAP_BEHIND: Final = re.compile(r"(?<=[\u4e00-\u9fff]) {1,4}(?=[^ :|/\]])")
_SHORT_WORD: Final = 2
"""Labels of so many characters are words as well: without a colon only those of `_PLAIN` count."""
_ANNOUNCED: Final = frozenset(
    "origin author reporter correspondent editor duty_editor proofreader reviewer photographer".split()
)
"""Roles whose labels need no colon where the value bears them out."""


class Mark(NamedTuple):
    """Where a part may begin. Offsets are code points of the line, half-open."""

    start: int
    end: int
    """One past the label with its colon and blanks, where the value begins; one past the date or address itself."""
    kind: Kind
    role: str
    """The label's entry in `policytext.fields.grammar.byline_labels.LABELS`; empty for dates and addresses."""
    glued: bool
    """Whether a Han character stands right before it."""
    shorter: bool = False
    """Whether a longer label ends in it."""

    @property
    def certain(self) -> bool:
        """Whether no value of another label runs over it."""
        return self.kind in ("date", "host") or (self.kind == "label" and not self.glued)


def _labels_before(
    folded: str, end: int, labels: Mapping[str, str], seams: Collection[int]
) -> list[tuple[int, str]]:
    """The labels that end at ``end``, the longest first: their starts, and the labels without blanks."""
    word = folded[max(0, end - _LONGEST) : end].lower()
    places: Sequence[int] = range(end - 1, -1, -1)
    if " " in word:
        word, places = _without_blanks(folded, end)
    out: list[tuple[int, str]] = []
    for size in range(len(word), 0, -1):
        label = word[-size:]
        if label in labels:
            start = places[size - 1]
            if end - start == size or size <= _STRETCHED:
                out.append((start, label))
                if not _follows_word(folded, start, seams):
                    break
    return out


def _without_blanks(folded: str, end: int) -> tuple[str, list[int]]:
    """The longest label's number of characters before ``end``, blanks left out, and where each stands, the last one first."""
    compact: list[str] = []
    places: list[int] = []
    at = end - 1
    gap = 0
    while at >= 0 and len(compact) < _LONGEST:
        char = folded[at]
        if char == " ":
            gap += 1
            if gap > _GAP:
                break
        else:
            gap = 0
            compact.append(char)
            places.append(at)
        at -= 1
    return "".join(reversed(compact)).lower(), places


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _follows_word(folded: str, start: int, seams: Collection[int]) -> bool:
    """Whether a Han character stands right before, which is no unit of a date, and nothing parts the two."""
    return (
        start > 0
        and start not in seams
        and _is_han(folded[start - 1])
        and folded[start - 1] not in "日月年号"
    )


def _labels(
    folded: str, labels: Mapping[str, str], seams: Collection[int], dated: Collection[int]
) -> list[Mark]:
    """Labels with a colon, slash, bar or closing bracket behind them.

    Where the longest is glued to a word, a shorter one may be meant (石桥发布作者：): both are marks, and the values decide.
    """
    out: list[Mark] = []
    if _ENDS.isdisjoint(folded):
        return out
    for mark in _COLON.finditer(folded):
        for number, (start, label) in enumerate(_labels_before(folded, mark.start(), labels, seams)):
            glued = _follows_word(folded, start, seams)
            found = _mark(folded, start, label, labels[label], mark, glued=glued, dated=mark.end() in dated)
            if found is not None:
                out.append(found._replace(shorter=True) if number and start not in seams else found)
    return out


def _mark(
    folded: str, start: int, label: str, role: str, mark: re.Match[str], *, glued: bool, dated: bool
) -> Mark | None:
    """The mark of a label, if it can be one where it stands; right before a date it may be short and glued: 某报发布：2024-05-18."""
    if glued and not (
        (role in _GLUED and len(label) > 1)
        or label in _GLUED_WORDS
        or (role.startswith("date:") and (len(label) > 2 or dated))
    ):
        return None
    before = folded[start - 1] if start else " "
    if (
        len(label) == 1
        and before not in " |(/[、,·<"
        and not folded[start - 2 : start].endswith(("/文", "|文"))
    ):
        return None
    if folded[mark.start() : mark.end()].strip() == "]":
        # [ 发布机构 ] 某某委: a label in brackets; 【责任编辑 某某】 is none.
        if not folded[:start].rstrip().endswith("["):
            return None
        start = folded.rfind("[", 0, start)
    return Mark(start, mark.end(), "label", role, glued)


def _plain(folded: str, seams: Collection[int]) -> list[Mark]:
    """Words that announce a value without a colon behind them."""
    out: list[Mark] = []
    size = len(folded)
    for match in _PLAIN_WORD.finditer(folded):
        start, end = match.span()
        before = folded[start - 1] if start else " "
        if before.isalpha() and not _is_han(before):
            continue
        behind = folded[end : end + 1]
        if behind == ":":
            continue
        while end < size and folded[end] == " ":
            end += 1
        out.append(Mark(start, end, "plain", _PLAIN[match[0]], _follows_word(folded, start, seams)))
    return out


def _parted(folded: str, labels: Mapping[str, str], seams: Collection[int]) -> list[Mark]:
    """Labels of three characters or more that a blank or a seam ends, whatever they are: 新闻来源 青禾日报."""
    out: list[Mark] = []
    ends = [(gap.start(), gap.end()) for gap in _GAP_BEHIND.finditer(folded)]
    ends += [(seam, seam) for seam in seams]
    for end, behind in ends:
        for start, label in _labels_before(folded, end, labels, seams):
            role = labels[label]
            # 来　源 is stretched as labels are; 出处 alone is a word as well.
            long = len(label) > _SHORT_WORD or end - start > len(label)
            if long and (role in _ANNOUNCED or role.startswith("date:")):
                out.append(Mark(start, behind, "plain", role, _follows_word(folded, start, seams)))
    return out


def find_marks(
    folded: str, dates: list[DateHit], labels: Mapping[str, str] = LABELS, seams: Collection[int] = ()
) -> list[Mark]:
    """Every label, date and address of a line, in order of place; plain words that lie inside one of these are left out.

    Args:
        folded: The line's shadow.
        dates: Its dates.
        labels: Label without blanks → role; those in common use, or with a site's own.
        seams: Where inline elements meet without a blank: no label there is the end of the word before it.
    """
    out = [Mark(hit.start, hit.end, "date", "", glued=False) for hit in dates]
    if "." in folded or "//" in folded:
        out += [Mark(m.start(), m.end(), "host", "", glued=False) for m in _HOST.finditer(folded)]
    out += _labels(folded, labels, seams, {hit.start for hit in dates})
    partial: list[Mark] = []
    for place in _PARTIAL_AT.finditer(folded):
        end = partial_date(folded, place.start())
        if end > place.start() and not (folded[place.start()] in "今昨前刚" and _HAN.match(folded, end)):
            partial.append(Mark(place.start(), end, "partial", "", glued=False))
    if not out and not partial and not _HAN.search(folded):
        return out
    sure = [(mark.start, mark.end) for mark in out]
    out += [
        mark
        for mark in partial
        if not any(
            a <= mark.start < b or mark.start <= a < mark.end
            for a, b in sure
            if (a, b) != (mark.start, mark.end)
        )
    ]
    plain = {mark[:2]: mark for mark in (*_parted(folded, labels, seams), *_plain(folded, seams))}
    out += [mark for mark in plain.values() if not any(a <= mark.start < b for a, b in sure)]
    out.sort(key=lambda mark: (mark.start, -mark.end))
    return out
