"""Where a page is from: division codes and names in what its frame and its document say. Nothing is guessed.

Telling are: 网站标识码 and 公安备 number (their first six digits are a division code), the ICP number (its first character is a
province), full names at the beginning of the site's name, the issuers, the signature, the headline. A county's name that several
provinces have counts only behind the name of its city or province. 机关代字 begin with a province's short name or with a town's: they
count only for a province that something else shows.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from policytext.models.citations import Evidence, Region
from policytext.models.spans import Span
from policytext.official.divisions_data import DIVISIONS
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policytext.models.citations import EvidenceKind, RegionLevel
    from policytext.models.document import SiteInfo
    from policytext.models.fields import Field

__all__ = ["find_regions"]

SHORT_NAMES: Final[dict[str, str]] = {
    "京": "11", "津": "12", "冀": "13", "晋": "14", "蒙": "15", "辽": "21", "吉": "22", "黑": "23", "沪": "31", "苏": "32", "浙": "33", "皖": "34",
    "闽": "35", "赣": "36", "鲁": "37", "豫": "41", "鄂": "42", "湘": "43", "粤": "44", "桂": "45", "琼": "46", "渝": "50", "川": "51", "蜀": "51",
    "贵": "52", "黔": "52", "云": "53", "滇": "53", "藏": "54", "陕": "61", "秦": "61", "甘": "62", "陇": "62", "青": "63", "宁": "64", "新": "65",
    "台": "71", "港": "81", "澳": "82",
}  # fmt: skip
"""Short names of the provinces, and the first two digits of their codes."""
_DIGITS: Final = 10
"""Digits of a 网站标识码; a 公安备 number has more."""
_PARTY: Final = ("中共", "中国共产党")
_SHORTEST: Final = 3
"""Names of two characters (城区, 郊区) are words, too."""


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]], int]:
    """Name by code, codes by name, length of the longest name."""
    names = {item[:6]: item[6:] for item in DIVISIONS.split()}
    codes: dict[str, tuple[str, ...]] = {}
    for code, name in names.items():
        codes[name] = (*codes.get(name, ()), code)
    return names, codes, max(map(len, codes))


def find_regions(text: str, site: SiteInfo, fields: Sequence[Field[Any]]) -> tuple[Region, ...]:
    """The divisions that a page shows, by code.

    Args:
        text: ``Page.text``, for the places of what the frame says.
        site: What the frame says of the owner.
        fields: Fields of the page; names beginning with ``official.`` and, beside them, the headline are looked at.
    """
    found: dict[str, list[Evidence]] = {}
    for code, evidence in (*_of_site(text, site), *_of_document(fields)):
        found.setdefault(code, []).append(evidence)
    if not found:
        return ()
    _add_by_number(found, fields)
    _add_those_above(found)
    names, _, _ = _tables()
    return tuple(Region(code, names[code], _level(code), tuple(found[code])) for code in sorted(found))


def _add_by_number(found: dict[str, list[Evidence]], fields: Sequence[Field[Any]]) -> None:
    """The 机关代字 of the number, where it begins with the short name of a province that something else shows."""
    for field in fields:
        if field.name == "official.doc_number":
            province = SHORT_NAMES.get(fold(field.value.raw[:1]))
            if province is not None and any(code[:2] == province for code in found):
                evidence = Evidence("doc_number", field.value.raw, field.span)
                found.setdefault(province + "0000", []).append(evidence)


def _add_those_above(found: dict[str, list[Evidence]]) -> None:
    """The city and the province of each division: whoever asks for a province means its counties, too."""
    names, _, _ = _tables()
    # What shows a county shows its city and province.
    for code in list(found):
        for above in (code[:2] + "0000", code[:4] + "00"):
            if above != code and above in names:
                found.setdefault(above, []).extend(
                    item for item in found[code] if item not in found.get(above, ())
                )


def _level(code: str) -> RegionLevel:
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def _of_site(text: str, site: SiteInfo) -> Iterable[tuple[str, Evidence]]:
    if site.icp:
        province = SHORT_NAMES.get(fold(site.icp[:1]))
        if province is not None:
            yield province + "0000", _shown("icp", site.icp, text)
    numbers: tuple[tuple[EvidenceKind, str | None], ...]
    numbers = (("police_no", site.police_no), ("id_code", site.id_code))
    for kind, value in numbers:
        known = _known(value) if value else None
        if value and known:
            yield known, _shown(kind, value, text)
    if site.name:
        for code in _named(site.name):
            yield code, _shown("site_name", site.name, text)


def _shown(kind: EvidenceKind, value: str, text: str) -> Evidence:
    at = text.find(value)
    return Evidence(kind, value, Span(at, at + len(value)) if at >= 0 else None)


def _known(number: str) -> str | None:
    """The narrowest division of the table whose code the digits of a number begin with; ``None`` where they are cut short."""
    digits = "".join(char for char in number if char.isdecimal())
    if len(digits) < _DIGITS:
        return None
    names, _, _ = _tables()
    return next(
        (code for code in (digits[:6], digits[:4] + "00", digits[:2] + "0000") if code in names), None
    )


def _of_document(fields: Sequence[Field[Any]]) -> Iterable[tuple[str, Evidence]]:
    # An article names places that it is about; only a document's issuer is where it is from.
    official = [field for field in fields if field.name in ("official.issuers", "official.signature")]
    if not any(field.name.startswith("official.") for field in fields):
        return
    for field in official:
        kind: EvidenceKind = "issuer" if field.name == "official.issuers" else "signature"
        for name in field.value:
            for code in _named(name):
                yield code, Evidence(kind, name, field.span)
    for field in fields:
        if field.name == "title":
            for code in _named(field.value):
                yield code, Evidence("headline", field.value, field.span)


def _named(text: str) -> list[str]:
    """The division that a name begins with: the last of a chain such as 浙江省杭州市西湖区; empty where it is not certain."""
    _, codes, longest = _tables()
    # 中共青禾市委 names its place behind the party's name.
    text = fold("".join(text.split()))
    for party in _PARTY:
        text = text.removeprefix(party)
    inside = ""
    found = ""
    at = 0
    while True:
        step = next(
            (
                size
                for size in range(min(longest, len(text) - at), _SHORTEST - 1, -1)
                if text[at : at + size] in codes
            ),
            0,
        )
        # 朝阳区 lies in several cities: inside a city that is named it is certain.
        fitting = [code for code in codes[text[at : at + step]] if code.startswith(inside)] if step else []
        if len(fitting) != 1:
            return [found] if found else []
        found = fitting[0]
        inside = found[:2] if found.endswith("0000") else found[:4] if found.endswith("00") else found
        at += step
