"""Dates as Chinese pages write them, on folded text: never finer than given, never in a month that does not exist.

Read: ``2021-12-21 09:08``, ``21-12-21 09:08``, ``18-03-0823:16`` (blank lost), ``2019年06月15日08:18``, ``2024.05.11``,
``2019/12/10``, ``2024 05/09 22:27``, ``2005年8月30日, 星期二 13:22``, ``7/5/2005 9:23:57 PM``, ``May 17th, 2005``,
``2020-03-12T20:19:00Z``, ``二〇二二年十二月七日`` (〇 as ○, O, 0 or 零), ``中华民国110年5月1日``, ``2022年1月``.

Left alone on purpose: a month and day without a year (``10-08 12:00``), relative dates (``3小时前``): they would need a
clock. Eight digits without separators are read by `compact_date` only, for places known to hold a date.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from policytext.models.fields import CHINA_TIME, DateValue

if TYPE_CHECKING:
    from policytext.models.fields import DateKind, Precision

__all__ = ["DateHit", "compact_date", "find_dates", "parse_date", "url_date"]


class DateHit(NamedTuple):
    """A date found in a folded text. ``start`` and ``end`` are code points of that text, half-open."""

    start: int
    end: int
    value: datetime
    precision: Precision

    def dated(self, raw: str, kind: DateKind = "published") -> DateValue:
        """The value of the document: with the text it was read from (unfolded) and what kind of date it is."""
        return DateValue(self.value, self.precision, raw, kind)


_CLOCK = (
    r"(?P<h{0}>[01]?\d|2[0-4])(?::(?P<mi{0}>[0-5]\d)(?::(?P<s{0}>[0-5]\d)(?:\.\d{{1,6}})?)?"
    r"|[时点](?P<cm{0}>[0-5]?\d)分?(?:(?P<cs{0}>[0-5]?\d)秒)?)"
    r"(?: ?(?P<ap{0}>[AaPp]\.?[Mm]\b))?(?P<z{0}>Z\b| ?[+-]\d\d:?\d\d\b)?"
)
_WEEKDAY = r"(?: ?,? ?(?:\(?(?:星期|周)[一二三四五六日天]\)?|\([一二三四五六日]\)),? ?)?"
_HAN_DIGIT = "〇零oO0一二三四五六七八九"
_MONTHS: tuple[str, ...] = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"

# One alternation, longest evidence first. A day that no clock follows must not run on into another digit; a clock may
# (``04:29:4439健康网`` is a time and a site's name).
_DATE = re.compile(
    r"(?<![\d.])(?:"
    r"(?P<y>(?:19|20)\d\d) ?(?:(?P<sep>[-/.])|年) ?(?P<mo>\d{1,2})(?:(?(sep)(?P=sep)|月)) ?"
    r"(?P<d>(?:0[1-9]|[12]\d|3[01])|[1-9])(?: ?日)?(?(sep)|(?<=日))"
    rf"(?:{_WEEKDAY}[ T,|_-]{{0,4}}(?:[上下]午 ?)?{_CLOCK.format(1)}| ?(?:星期|周)[一二三四五六日天]|(?!\d))"
    r"|(?P<yn>\d\d)-(?P<mn>\d\d)-(?P<dn>\d\d)"
    rf" ?{_CLOCK.format(2)}"
    r"|(?P<ys>(?:19|20)\d\d) (?P<ms>\d\d)/(?P<ds>\d\d)"
    rf"(?: {_CLOCK.format(3)}|(?!\d))"
    r"|(?P<mu>\d{1,2})/(?P<du>\d{1,2})/(?P<yu>(?:19|20)\d\d)"
    rf"(?:,? {{0,3}}{_CLOCK.format(4)}|(?!\d))"
    rf"|(?P<men>{_NAME}) (?P<den>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<yen>(?:19|20)\d\d)"
    rf"(?:(?: at)?,? {{0,4}}{_CLOCK.format(5)}|(?!\d))"
    rf"|(?P<dem>\d{{1,2}})(?:st|nd|rd|th)? (?P<mem>{_NAME}),? (?P<yem>(?:19|20)\d\d)"
    rf"(?:(?: at)?,? {{0,4}}{_CLOCK.format(6)}|(?!\d))"
    rf"|(?P<yh>[一二][{_HAN_DIGIT}]{{3}}) ?年 ?(?P<mh>十[一二]?|[一二三四五六七八九元]) ?月 ?"
    r"(?P<dh>[一二]十[一二三四五六七八九]|三十一?|二?十[一二三四五六七八九]?|初?[一二三四五六七八九]) ?日"
    r"|民国(?P<yr>\d{2,3})年(?P<mr>\d{1,2})月(?P<dr>\d{1,2})日"
    r"|(?P<ym>(?:19|20)\d\d) ?年 ?(?P<mm>1[0-2]|0?[1-9]) ?月(?! ?\d{1,2} ?日)"
    r")"
)
_GATE = re.compile(r"(?:19|20)\d\d|\d\d-\d\d-\d\d|[一二][〇零oO0一二九][^年]{2}年|民国")
_COMPACT = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?(?!\d)"
)
_MONTH, _DAY = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
# /20191210/ /2019-12-10/ /2019/12/10/ t20191210_, /2019-12/10/, /2019/1210/, /2019/9/21/.
_URL = re.compile(
    rf"[/_t-](20[0-3]\d|199\d)(?:([-_/]?){_MONTH}\2{_DAY}|-{_MONTH}/{_DAY}|/{_MONTH}{_DAY}|/([1-9])/([1-9]|[12]\d|3[01])(?=/))(?!\d)"
)
_YEARS = range(1990, 2101)
_HAN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零oO0", 0) | {"元": 1, "初": 0}


def _han_number(text: str) -> int:
    """``十二`` → 12, ``二十`` → 20, ``三十一`` → 31, ``七`` → 7."""
    if "十" not in text:
        return _HAN[text[-1]]
    tens, ones = text.split("十", 1)
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)


def _day(match: re.Match[str]) -> tuple[int, int, int, int]:
    """Year, month, day (0 where not given) and the number of the clock groups."""
    iso, short, mixed, american, english, british, han, minguo = match.group(
        "y", "yn", "ys", "yu", "yen", "yem", "yh", "yr"
    )
    if iso:
        return int(iso), int(match["mo"]), int(match["d"]), 1
    if short:
        return 2000 + int(short), int(match["mn"]), int(match["dn"]), 2
    if mixed:
        return int(mixed), int(match["ms"]), int(match["ds"]), 3
    if american:
        month, day = int(match["mu"]), int(match["du"])
        # 7/5/2005 is July 5 in the content systems that write it; 25/7/2005 can only be July 25.
        return (int(american), day, month, 4) if month > 12 else (int(american), month, day, 4)
    if english:
        return int(english), _MONTHS.index(match["men"][:3].lower()) + 1, int(match["den"]), 5
    if british:
        return int(british), _MONTHS.index(match["mem"][:3].lower()) + 1, int(match["dem"]), 6
    if han:
        year = int("".join(str(_HAN[c]) for c in han))
        return year, _han_number(match["mh"]), _han_number(match["dh"]), 0
    if minguo:
        return 1911 + int(minguo), int(match["mr"]), int(match["dr"]), 0
    return int(match["ym"]), int(match["mm"]), 0, 0


def _moment(match: re.Match[str]) -> tuple[datetime, Precision] | None:
    year, month, day, clock = _day(match)
    if year not in _YEARS:
        return None
    try:
        value = datetime(year, month, day or 1, tzinfo=CHINA_TIME)
    except ValueError:
        return None
    if not day:
        return value, "month"
    hour = match[f"h{clock}"] if clock else None
    if hour is None:
        return value, "day"
    minute = match[f"mi{clock}"] or match[f"cm{clock}"]
    second = match[f"s{clock}"] or match[f"cs{clock}"]
    hours = int(hour)
    half = (match[f"ap{clock}"] or "").replace(".", "").lower()
    if half == "pm" and hours < 12:
        hours += 12
    elif half == "am" and hours == 12:
        hours = 0
    elif not half and hours < 12 and "下午" in match[0]:
        hours += 12
    if hours > 23:
        return value, "day"
    value = value.replace(hour=hours, minute=int(minute or 0), second=int(second or 0))
    zone = (match[f"z{clock}"] or "").strip().replace(":", "")
    if zone:
        shift = 0 if zone == "Z" else int(zone[:1] + "1") * (int(zone[1:3]) * 60 + int(zone[3:5]))
        if abs(shift) < 15 * 60:
            value = value.replace(tzinfo=timezone(timedelta(minutes=shift))).astimezone(CHINA_TIME)
    if not (value.hour or value.minute or value.second):
        # Content systems write midnight where they know no time.
        return value, "day"
    return value, "second" if second else "minute"


def find_dates(folded: str) -> list[DateHit]:
    """Every date in a folded text, in order of place.

    Args:
        folded: The shadow of a line, see `policytext.page.shadow`. Cost is linear in its length.

    Returns:
        Hits that do not overlap; dates that no calendar has (``2022-02-30``) and years outside 1990 to 2100 are
        left out.
    """
    if not _GATE.search(folded):
        return []
    hits = []
    for match in _DATE.finditer(folded):
        moment = _moment(match)
        if moment is not None:
            hits.append(DateHit(match.start(), match.end(), *moment))
    return hits


def parse_date(folded: str) -> DateHit | None:
    """The first date of a value that is known to hold one (a meta tag, a table cell); also ``20210921``."""
    hits = find_dates(folded)
    return hits[0] if hits else compact_date(folded)


def compact_date(folded: str) -> DateHit | None:
    """``20210921``, ``202109211230`` or ``20210921123005``: only where a date is known to stand."""
    for match in _COMPACT.finditer(folded):
        year, month, day, hour, minute, second = match.groups()
        try:
            value = datetime(
                int(year),
                int(month),
                int(day),
                int(hour or 0),
                int(minute or 0),
                int(second or 0),
                tzinfo=CHINA_TIME,
            )
        except ValueError:
            continue
        midnight = not (value.hour or value.minute or value.second)
        precision: Precision = "day" if hour is None or midnight else "second" if second else "minute"
        return DateHit(match.start(), match.end(), value, precision)
    return None


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
