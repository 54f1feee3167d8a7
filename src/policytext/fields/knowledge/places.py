"""What places are called: provinces, prefectures and counties, in full and short; smaller ones by their form.

``山西省太原市``, ``太原``, ``武侯区`` are known; ``青禾镇``, ``槐树里街道`` have the form. Short names that are words too (和平, 新华,
朝阳) count less.
"""

from __future__ import annotations

import re
from threading import Lock
from typing import Final, NamedTuple

__all__ = ["is_region", "place_score", "starts_with_place"]

_SUFFIX: Final = re.compile(
    r"(?:特别行政区|(?:[\u4e00-\u9fff]{1,5}族)+(?:各族)?自治[区州县旗]|自治[区州县旗]|[省市区县州盟旗]|地区|林区|新区)\Z"
)
_FORM: Final = re.compile(r"[\u4e00-\u9fff]{2,8}(?:街道|社区|[省市区县镇乡村州盟旗])\Z")
_ABROAD: Final = frozenset(
    "中国 美国 日本 韩国 朝鲜 俄罗斯 英国 法国 德国 加拿大 澳大利亚 新加坡 马来西亚 泰国 越南 印度 大陆 台湾 香港 澳门 台北 高雄 台中 台南 新北 桃园 新竹 嘉义 "
    "基隆 屏东 宜兰 花莲 台东 苗栗 彰化 南投 云林 澎湖 金门 连江 马祖 九龙 新界 华盛顿 纽约 伦敦 巴黎 东京 莫斯科 首尔 柏林".split()
)  # fmt: skip
_TWIN: Final = frozenset("和平 新华 朝阳 长安 红旗 友谊 东方 大方 公安 文明 武装 青年 永远 城区 郊区 市中 桥东 桥西 河东 河西 新城 海港 矿区 东区 西区 南区 新市 老城 鼓楼 开放 安全 平和 宝山 高明 文成 万全 同心 太和 建设".split())  # fmt: skip
"""Short names of places that are words or names as well."""


class _Names(NamedTuple):
    known: frozenset[str]
    provinces: frozenset[str]
    longest: int


_names: _Names | None = None
_lock = Lock()


def _ready() -> _Names:
    global _names  # noqa: PLW0603 - built once, read-only afterwards
    if _names is None:
        with _lock:
            if _names is None:
                from policytext.fields.knowledge import places_data as data  # noqa: PLC0415 - 35 KB, on first use

                provinces = data.PROVINCES.split()
                full = {*provinces, *data.PREFECTURES.split(), *data.COUNTIES.split()}
                known = full | {short for name in full if len(short := _SUFFIX.sub("", name)) >= 2} | _ABROAD
                short_provinces = {_SUFFIX.sub("", name) for name in provinces}
                _names = _Names(
                    frozenset(known), frozenset({*provinces, *short_provinces, "中国"}), max(map(len, known))
                )
    return _names


def _head(name: str, names: _Names) -> int:
    """Length of the longest known place that the string begins with; 0 for none."""
    for size in range(min(len(name), names.longest), 1, -1):
        if name[:size] in names.known:
            return size
    return 0


def starts_with_place(folded: str) -> bool:
    """Whether the string begins with a known place."""
    return _head(folded, _ready()) > 0


def place_score(folded: str) -> float:
    """How much a folded string looks like the name of a place, 0 to 1; 山西太原 is one, too."""
    name = folded.replace(" ", "")
    if not 2 <= len(name) <= 20:
        return 0.0
    names = _ready()
    if name in names.known:
        return 0.5 if name in _TWIN else 1.0
    head = _head(name, names)
    if head:
        rest = name[head:]
        if rest in names.known or (len(rest) > 1 and _FORM.match(rest)):
            return 0.95
    return 0.6 if _FORM.match(name) else 0.0


def is_region(folded: str) -> bool:
    """Whether a folded value is a province, the country or a region abroad: where an account's reader sits, no source."""
    name = folded.strip().removeprefix("中国")
    return not name or name in _ready().provinces or name in _ABROAD
