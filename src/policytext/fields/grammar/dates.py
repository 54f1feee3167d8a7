"""Dates as Chinese pages write them, on folded text: never finer than given, never in a month that does not exist.

This is the one place that knows what a date looks like. Three questions are asked of it:

- `find_dates`: which dates stand in this line? They bear a year: ``2021-12-21 09:08``, ``2011- 10- 12 09: 07: 33``,
  ``2013 年 6 月 5 日``, ``2016年9月14号下午3点``, ``2018年十二月三十日``, ``二〇二二年十二月七日`` (〇 as ○, O, 0 or 零), ``06.02.2015 11:35``,
  ``2022 10/ 15 18:21:07``, ``民国110年5月1日``, ``7/5/2005 9:23:57 PM``, ``May 17th, 2005``, ``2022年1月`` … Behind a label of time
  also what elsewhere is a number: ``发布日期：20160914``, ``日期：2018-12``, ``日期：21年3月2日``, ``上版日期：112-10-06``.
- `parse_date`, `compact_date`, `url_date`: which date is this value, which is known to hold one (a meta tag, a cell, an address)? Lines
  that only together are a date: `policytext.fields.grammar.stacked_dates`.
- `partial_date`: does a line begin with a date that has no year or is told from the reader's clock (``04-20 18:10``,
  ``昨天09:27``, ``3小时前``)? No date is made of it, for nobody knows which; but the line is a byline's.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.models.fields import CHINA_TIME, DateValue
from policytext.page.begins import has

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.models.fields import DateKind, Precision

__all__ = [
    "FIRST_DOCUMENT",
    "LETTERS_O",
    "NUMERIC_DAY",
    "WRITTEN_DAY",
    "YEAR",
    "DateHit",
    "compact_date",
    "find_dates",
    "parse_date",
    "partial_date",
    "url_date",
]


class DateHit(NamedTuple):
    """A date found in a folded text. ``start`` and ``end`` are code points of that text, half-open."""

    start: int
    end: int
    value: datetime
    precision: Precision

    def dated(self, raw: str, kind: DateKind = "published") -> DateValue:
        """The value of the document: with the text it was read from (unfolded) and what kind of date it is."""
        return DateValue(self.value, self.precision, raw, kind)


# Parts of other modules' patterns, for a look at a line before or without reading its date.
YEAR: Final = r"(?:19|20)\d\d"
NUMERIC_DAY: Final = r"(?:19|20)\d\d ?[-/.年] ?[01]?\d ?[-/.月] ?[0-3]?\d"
"""A day in figures, its unit 日 aside."""
WRITTEN_DAY: Final = r"(?:[12]\d{3}|二[〇零oO0○]\S{2})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日"
"""A day with its units, in figures of either kind, as documents are signed."""

LETTERS_O: Final = "oO\u043e\u041e\u03bf\u039f"
"""The letter O, Latin, Cyrillic and Greek: it stands for 〇 where a scan was read by a machine."""
_NOUGHTS: Final = f"零0{LETTERS_O}"
_HAN_DIGIT: Final = f"〇{_NOUGHTS}一二三四五六七八九"
_HAN: Final = (
    {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys(_NOUGHTS, 0) | {"元": 1, "初": 0}
)
_MONTHS: Final[tuple[str, ...]] = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_FIRST_YEAR: Final = 1990
"""No page is older; what documents bear an older date asks for it."""
_LAST_YEAR: Final = 2100
FIRST_DOCUMENT: Final = 1949
"""First year of the documents that sites of today's offices show."""
_REPUBLIC: Final = 1911
"""民國: the year 1 is 1912."""

_HALVES: Final = {
    "am": 0, "凌晨": 0, "清晨": 0, "早晨": 0, "早上": 0, "早间": 0, "早": 0, "上午": 0, "中午": 11, "pm": 12, "下午": 12, "傍晚": 12,
    "晚上": 12, "晚间": 12, "晚": 12, "夜间": 12,
}  # fmt: skip
"""Words and signs for a half of the day, and the hour from which they count: 中午12 is noon, 中午1 is 13 o'clock."""
_HALF_WORDS: Final = "|".join(word for word in _HALVES if not word.isascii())

_CLOCK: Final = (
    rf"(?:(?P<half>{_HALF_WORDS}|[AaPp]\.?[Mm]\.?(?= ?\d)) ?)?"
    r"(?P<h>[01]?\d|2[0-4])(?: ?: ?(?P<mi>[0-5]\d)(?: ?: ?(?P<s>[0-5]\d)(?:\.\d{1,6})?)?"
    r"| ?[时点](?: ?(?P<cm>[0-5]?\d)(?!\d)(?: ?分(?: ?(?P<cs>[0-5]?\d) ?秒)?)?|(?P<past>半))?)"
    r"(?: ?(?P<ap>[AaPp]\.?[Mm]\b))?(?P<z>Z\b| ?[+-]\d\d:?\d\d\b)?"
)
_WEEKDAY: Final = r"(?: ?,? ?(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\([一二三四五六日]\)),? ?)?"
_NAME: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_HAN_MONTH: Final = r"十[一二]?|[一二三四五六七八九元]"
_HAN_DAY: Final = r"廿[一二三四五六七八九]?|卅一?|[一二]十[一二三四五六七八九]|三十一?|二?十[一二三四五六七八九]?|初?[一二三四五六七八九]"
# Behind a day: a clock, or nothing that goes on with the number. ``04:29:4439健康网`` is a time and a site's name.
_THEN: Final = rf"(?:{_WEEKDAY}[ T,|_-]{{0,4}}{_CLOCK}| ?(?:星期|周)[一二三四五六日天]|(?!\d))"
_DAY: Final = r"(?:0[1-9]|[12]\d|3[01]|[1-9])"

# Name of the form, its pattern; the longest evidence first. Groups y mo d name year, month and day of any form.
_FORMS: Final = (
    (
        "figures",
        rf"(?P<y>{YEAR}) ?(?P<sep>[-/.·]) ?(?P<mo>\d{{1,2}}) ?(?P=sep) ?(?P<d>{_DAY})(?: ?日)?{_THEN}",
    ),
    (
        "units",
        rf"(?P<y>{YEAR}|[一二][{_HAN_DIGIT}]{{3}}) ?年 ?(?P<mo>\d{{1,2}}|{_HAN_MONTH}) ?月 ?(?P<d>{_DAY}|{_HAN_DAY}) ?[日号]{_THEN}",
    ),
    ("units", rf"(?P<y>{YEAR})年(?P<mo>\d{{1,2}})月(?P<d>{_DAY}) ?{_CLOCK}"),
    ("short", rf"(?P<y>\d\d)-(?P<mo>\d\d)-(?P<d>\d\d) ?{_CLOCK}"),
    ("short_units", rf"(?P<y>\d\d)年(?P<mo>\d{{1,2}})月(?P<d>{_DAY})日 ?{_CLOCK}"),
    ("stacked", rf"(?P<y>{YEAR}) (?P<mo>\d\d)[/-] ?(?P<d>\d\d)(?: {{1,3}}{_CLOCK}|(?!\d))"),
    # Spans of a sheet joined without a blank: 201805/3008:12:45.
    ("stacked", rf"(?P<y>{YEAR})(?P<mo>\d\d)/(?P<d>\d\d) ?{_CLOCK}"),
    ("american", rf"(?P<mo>\d{{1,2}})/(?P<d>\d{{1,2}})/(?P<y>{YEAR})(?:,? {{0,3}}{_CLOCK}|(?!\d))"),
    ("points", rf"(?P<d>\d{{1,2}})\.(?P<mo>\d{{1,2}})\.(?P<y>{YEAR})(?:,? {{1,3}}{_CLOCK}|(?![\d.]))"),
    (
        "english",
        rf"(?P<mo>{_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>{YEAR})(?:(?: at)?,? {{0,4}}{_CLOCK}|(?!\d))",
    ),
    (
        "british",
        rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<mo>{_NAME}),? (?P<y>{YEAR})(?:(?: at)?,? {{0,4}}{_CLOCK}|(?!\d))",
    ),
    ("republic", rf"民国 ?(?P<y>\d{{2,3}}) ?年 ?(?P<mo>\d{{1,2}}) ?月 ?(?P<d>{_DAY}) ?日{_THEN}"),
    ("republic", rf"(?P<y>1[012]\d)年(?P<mo>\d{{1,2}})月(?P<d>{_DAY})日{_THEN}"),
    (
        "republic",
        rf"(?<!-)(?P<y>1[012]\d)(?P<sep>[-/])(?P<mo>\d\d)(?P=sep)(?P<d>\d\d)(?: {_CLOCK}|(?![\d./-]))",
    ),
    ("month", rf"(?P<y>{YEAR}|[一二][{_HAN_DIGIT}]{{3}}) ?年 ?(?P<mo>1[0-2]|0?[1-9]|{_HAN_MONTH}) ?月"),
)
# Only where a date is known to stand.
_TERSE: Final = (
    (
        "figures",
        r"(?P<y>20\d\d|19\d\d)(?P<mo>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?: ?(?P<h>[01]\d|2[0-3])(?P<mi>[0-5]\d)(?P<s>[0-5]\d)?)?(?!\d)",
    ),
    ("short_units", rf"(?P<y>\d\d)年(?P<mo>\d{{1,2}})月(?P<d>{_DAY})日?{_THEN}"),
    ("short", r"(?P<y>[0-3]\d)(?P<sep>[-/.])(?P<mo>\d\d)(?P=sep)(?P<d>\d\d)(?![\d./-])"),
    ("republic", r"(?P<y>1?\d\d)(?P<sep>[-/.])(?P<mo>\d\d)(?P=sep)(?P<d>\d\d)(?![\d./-])"),
    ("month", rf"(?P<y>{YEAR})[-/.](?P<mo>1[0-2]|0?[1-9])(?![\d./-])"),
    ("figures", rf"(?P<y>{YEAR}) (?P<mo>1[0-2]|[1-9]) (?P<d>[12]\d|3[01]|[1-9])(?![\d./-])"),
)


def _compiled(forms: Sequence[tuple[str, str]], before: str) -> re.Pattern[str]:
    """One alternation; the groups of form 3 are called ``y3``, ``mo3`` …, and the form itself ``f3``."""
    parts = []
    for number, (_, pattern) in enumerate(forms):
        numbered = re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{number}>", pattern)
        parts.append(f"(?P<f{number}>{numbered.replace('(?P=sep)', f'(?P=sep{number})')})")
    return re.compile(f"{before}(?:{'|'.join(parts)})")


_FIGURE: Final = re.compile("[0-9一二民]")
_has_date: Final = has(
    rf"(?:{YEAR}|\d\d-\d\d-\d\d|[一二][{_HAN_DIGIT}]{{3}} ?年|民国|\d年\d|1[012]\d[-/]\d\d)", "0-9一二民"
)
_DATE: Final = _compiled(_FORMS, r"(?<![\d.])(?=[\d一二民JFMASOND])")
_VALUE: Final = _compiled(_TERSE, r"(?<![\d.])")
# 发布日期：, 时 间 |, [更新时间], 发表于: what stands behind is a date, however short.
_LABEL: Final = re.compile(
    r"(?:时 {0,3}间|日 {0,3}期|[发公]布|发[表布]于|更新)(?: ?[:|/\]]{1,2} {0,4}| {1,4}(?=\d{8}(?!\d)))"
)
_MONTH, _TWO_DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
# /20191210/ /2019-12-10/ /2019/12/10/ t20191210_, /2019-12/10/, /2019/1210/, /2019/9/21/.
_URL: Final = re.compile(
    rf"[/_t-](20[0-3]\d|199\d)(?:([-_/]?){_MONTH}\2{_TWO_DAY}|-{_MONTH}/{_TWO_DAY}|/{_MONTH}{_TWO_DAY}|/([1-9])/([1-9]|[12]\d|3[01])(?=/))(?!\d)"
)
_PARTIAL: Final = re.compile(
    rf"(?:(?:[01]?\d[-/][0-3]?\d|[01]?\d ?月 ?[0-3]?\d ?[日号])(?![-/.年]|\d(?!\d:\d\d))(?: {{0,3}}{_CLOCK})?"
    rf"|(?:今天|今日|昨天|昨日|前天)(?: ?[0-2]?\d:[0-5]\d)?|刚刚|\d{{1,3}} ?(?:秒钟?|分钟|小时|天|周|个月|月|年)(?:以)?前)"
)


def _number(text: str) -> int:
    """``07`` → 7, ``十二`` → 12, ``二十`` → 20, ``廿一`` → 21, ``三十一`` → 31, ``初七`` → 7."""
    if text.isdecimal():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" not in text:
        return _HAN[text[-1]]
    tens, ones = text.split("十", 1)
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)


def _day(form: str, year: str, month: str, day: str | None) -> tuple[int, int, int]:
    """Year, month and day in figures; 0 for the day where none is given."""
    whole = int("".join(str(_HAN[c]) for c in year)) if year[0] in "一二" else int(year)
    if form == "republic":
        whole += _REPUBLIC
    elif form.startswith("short"):
        whole += 2000
    if month[0].isalpha() and month[0].isascii():
        return whole, _MONTHS.index(month[:3].lower()) + 1, int(day or 0)
    months, days = _number(month), _number(day) if day else 0
    if form in ("american", "points") and months > 12:
        # 7/5/2005 is July 5 in the content systems that write it; 25/7/2005 can only be July 25.
        months, days = days, months
    return whole, months, days


def _moment(
    match: re.Match[str], forms: Sequence[tuple[str, str]], since: int
) -> tuple[datetime, Precision] | None:
    number = next(i for i in range(len(forms)) if match.start(f"f{i}") >= 0)
    groups = match.re.groupindex

    def group(name: str) -> str | None:
        return match[f"{name}{number}"] if f"{name}{number}" in groups else None

    year, month, day = _day(forms[number][0], group("y") or "", group("mo") or "", group("d"))
    if not since <= year <= _LAST_YEAR:
        return None
    try:
        value = datetime(year, month, day or 1, tzinfo=CHINA_TIME)
    except ValueError:
        return None
    if not day:
        return value, "month"
    hour = group("h")
    if hour is None:
        return value, "day"
    minute = group("mi") or group("cm") or ("30" if group("past") else None)
    second = group("s") or group("cs")
    hours = _hour(int(hour), (group("ap") or group("half") or "").replace(".", "").lower())
    if hours is None:
        return value, "day"
    value = value.replace(hour=hours, minute=int(minute or 0), second=int(second or 0))
    value = _zoned(value, (group("z") or "").strip().replace(":", ""))
    if not (value.hour or value.minute or value.second):
        # Content systems write midnight where they know no time.
        return value, "day"
    return value, "second" if second else "minute" if minute else "hour"


def _hour(hour: int, half: str) -> int | None:
    """The hour of the day; ``None`` where there is none (24:10)."""
    start = _HALVES.get(half)
    if start is None:
        return hour if hour < 24 else None
    if hour == 12:
        return 0 if half in ("am", "凌晨") else 12
    if start and hour < 12 and not (half == "中午" and hour >= start):
        return hour + 12
    return hour if hour < 24 else None


def _zoned(value: datetime, zone: str) -> datetime:
    if not zone:
        return value
    shift = 0 if zone == "Z" else int(zone[:1] + "1") * (int(zone[1:3]) * 60 + int(zone[3:5]))
    if abs(shift) >= 15 * 60:
        return value
    return value.replace(tzinfo=timezone(timedelta(minutes=shift))).astimezone(CHINA_TIME)


def find_dates(folded: str, *, since: int = _FIRST_YEAR) -> list[DateHit]:
    """Every date in a folded text, in order of place.

    Args:
        folded: The shadow of a line, see `policytext.page.shadow`. Cost is linear in its length.
        since: First year that counts; a page is no older than the web, a document that it shows may be.

    Returns:
        Hits that do not overlap; dates that no calendar has (``2022-02-30``) and years before ``since`` or after 2100 are
        left out.
    """
    hits: list[DateHit] = []
    if not _FIGURE.search(folded):  # as in most lines
        return hits
    if _has_date(folded):
        for match in _DATE.finditer(folded):
            moment = _moment(match, _FORMS, since)
            if moment is not None:
                hits.append(DateHit(match.start(), match.end(), *moment))
    if ":" in folded or "|" in folded or "]" in folded or " " in folded:
        _add_terse(folded, hits, since)
    return hits


def _add_terse(folded: str, hits: list[DateHit], since: int) -> None:
    """Forms that are a date only behind a label (``日期:2018-12``), where no other date stands."""
    for label in _LABEL.finditer(folded):
        value = _VALUE.match(folded, label.end())
        if value is None or any(hit.start < value.end() and value.start() < hit.end for hit in hits):
            continue
        moment = _moment(value, _TERSE, since)
        if moment is not None:
            hits.append(DateHit(value.start(), value.end(), *moment))
            hits.sort()


def parse_date(folded: str, *, since: int = _FIRST_YEAR) -> DateHit | None:
    """The first date of a value that is known to hold one (a meta tag, a table cell); also ``20210921``, ``2018-12``."""
    hits = find_dates(folded, since=since)
    return hits[0] if hits else compact_date(folded, since=since)


def compact_date(folded: str, *, since: int = _FIRST_YEAR) -> DateHit | None:
    """``20210921``, ``202109211230``, ``20210921123005``, ``112-10-06``, ``2018-12``: only where a date is known to stand."""
    for match in _VALUE.finditer(folded):
        moment = _moment(match, _TERSE, since)
        if moment is not None:
            return DateHit(match.start(), match.end(), *moment)
    return None


def partial_date(folded: str, at: int = 0) -> int:
    """Where a date without a year, or told from the reader's clock, that begins at ``at`` ends; ``at`` where none does."""
    match = _PARTIAL.match(folded, at)
    return match.end() if match else at


def url_date(url: str) -> DateHit | None:
    """The day that an address carries: ``/2019-12/10/``, ``/20191210/``, ``t20200921_123``, ``/2021/0921/``."""
    for match in _URL.finditer(url):
        year, _, *rest = match.groups()
        month, day = (int(part) for part in rest if part)
        try:
            value = datetime(int(year), month, day, tzinfo=CHINA_TIME)
        except ValueError:
            continue
        return DateHit(match.start() + 1, match.end(), value, "day")
    return None
