"""Dates on folded text: every written form, never finer than given, never a day that no calendar has."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policytext.fields.grammar.dates import (
    FIRST_DOCUMENT,
    compact_date,
    find_dates,
    parse_date,
    partial_date,
    url_date,
)
from policytext.page.shadow import fold
from support.sampling import examples

WILD = [
    ("21-12-21 09:08", "2021-12-21T09:08:00+08:00", "minute"),
    ("18-03-0823:16", "2018-03-08T23:16:00+08:00", "minute"),
    ("2022-01-03 14:08:05", "2022-01-03T14:08:05+08:00", "second"),
    ("2019年06月15日08:18", "2019-06-15T08:18:00+08:00", "minute"),
    ("2019-09-26 12:11来源", "2019-09-26T12:11:00+08:00", "minute"),
    ("2017-03-28-00:00:00", "2017-03-28", "day"),
    ("2017-03-28 00:00", "2017-03-28", "day"),
    ("二〇二二年十二月七日", "2022-12-07", "day"),
    ("二○一一年四月二十八日", "2011-04-28", "day"),
    ("二零一九年十月十日", "2019-10-10", "day"),
    ("二O二三年三月三十一日", "2023-03-31", "day"),
    ("7/5/2005 9:23:57 PM", "2005-07-05T21:23:57+08:00", "second"),
    ("25/7/2005", "2005-07-25", "day"),
    ("2019/12/10", "2019-12-10", "day"),
    ("2024.05.11 16:31", "2024-05-11T16:31:00+08:00", "minute"),
    ("2024 05/09 22:27:02", "2024-05-09T22:27:02+08:00", "second"),
    ("2005年08月30日, 星期二 13:22", "2005-08-30T13:22:00+08:00", "minute"),
    ("2020年3月12日 (四) 20:19", "2020-03-12T20:19:00+08:00", "minute"),
    ("2024年5月3日 下午3:20", "2024-05-03T15:20:00+08:00", "minute"),
    ("2024年5月3日15时20分", "2024-05-03T15:20:00+08:00", "minute"),
    ("Saturday, September 10th, 2005   10:56 am", "2005-09-10T10:56:00+08:00", "minute"),
    ("10 Sep 2005", "2005-09-10", "day"),
    ("2020-03-12T20:19:00+08:00", "2020-03-12T20:19:00+08:00", "second"),
    ("2020-03-12T20:19:00Z", "2020-03-13T04:19:00+08:00", "second"),
    ("2020-03-12T16:00:00.000Z", "2020-03-13", "day"),
    ("中華民國110年5月1日", "2021-05-01", "day"),
    ("2021-01-20 04:29:4439健康网", "2021-01-20T04:29:44+08:00", "second"),
    ("２０２１年３月４日", "2021-03-04", "day"),
    ("2013 年 6 月 5 日", "2013-06-05", "day"),
    ("2013年6 月5 日 10:20", "2013-06-05T10:20:00+08:00", "minute"),
    ("2016年9月14号", "2016-09-14", "day"),
    ("2016年9月14日晚8：00", "2016-09-14T20:00:00+08:00", "minute"),
    ("2016年9月14日下午3点", "2016-09-14T15+08:00", "hour"),
    ("2016年9月14日中午12点半", "2016-09-14T12:30:00+08:00", "minute"),
    ("2016年9月14日中午1:10", "2016-09-14T13:10:00+08:00", "minute"),
    ("2016年9月14日凌晨12:10", "2016-09-14T00:10:00+08:00", "minute"),
    ("2016-09-14 PM 3:05", "2016-09-14T15:05:00+08:00", "minute"),
    ("06.02.2015  11:35", "2015-02-06T11:35:00+08:00", "minute"),
    ("2022 10/ 15 18:21:07", "2022-10-15T18:21:07+08:00", "second"),
    ("201805/3008:12:45", "2018-05-30T08:12:45+08:00", "second"),
    ("2011- 10- 12 09: 07: 33", "2011-10-12T09:07:33+08:00", "second"),
    ("2013-06-1508:18", "2013-06-15T08:18:00+08:00", "minute"),
    ("2018年十二月三十日", "2018-12-30", "day"),
    ("二零一六年九月十四日", "2016-09-14", "day"),
    ("112-10-06", "2023-10-06", "day"),
    ("112年10月6日", "2023-10-06", "day"),
    ("21年3月2日 10:20", "2021-03-02T10:20:00+08:00", "minute"),
    ("发布时间：20160914", "2016-09-14", "day"),
    ("发布日期：2018-12", "2018-12", "month"),
    ("日  期：21年3月2日", "2021-03-02", "day"),
    ("上版日期：99-10-06", "2010-10-06", "day"),
    ("发布于:18-12-03", "2018-12-03", "day"),
    ("2022年1月", "2022-01", "month"),
    ("2022年9月23", "2022-09", "month"),
]


@pytest.mark.parametrize(("text", "iso", "precision"), WILD)
def test_a_written_form_is_read_as_far_as_it_goes(text: str, iso: str, precision: str) -> None:
    """Every form met on pages gives its date, with the precision it has and no more."""
    hit = find_dates(fold(text))[0]
    value = hit.dated(text[hit.start : hit.end])
    assert (value.isoformat(), value.precision) == (iso, precision)


@pytest.mark.parametrize(
    "text",
    [
        "10-08 12:00", "3小时前", "今天20:58", "12月21日讯", "2022-02-30", "2022-13-01", "1889年5月4日", "192.168.2019.1.2", "2019-5-123",
        "20210921", "国办发〔2017〕47号", "第2019期", "400-2020-1234", "13.5:20", "",
        "2018-12", "21年3月2日", "400-112-10-06", "06.02", "1.0.2015.3", "9月14号", "从112号到115号",
    ],
)  # fmt: skip
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """No year, no such day, a number, a reference: no date."""
    assert find_dates(fold(text)) == []


def test_documents_are_older_than_the_web() -> None:
    """A document of 1985 is dated where documents are read; elsewhere such a year is history, not a page's date."""
    for text in ("1985年3月1日", "一九八五年三月一日"):
        assert [hit.value.date() for hit in find_dates(text, since=FIRST_DOCUMENT)] == [date(1985, 3, 1)]
        assert find_dates(text) == []


def test_spans_are_those_of_the_line() -> None:
    """Start and end cut the date, and only the date, out of the line."""
    line = "发布时间：2021年3月4日 10:20 来源：某报"
    hit = find_dates(fold(line))[0]
    assert line[hit.start : hit.end] == "2021年3月4日 10:20"


def test_compact_dates_are_read_only_on_demand() -> None:
    """Eight digits are a date in a meta tag, and nothing in a line."""
    assert parse_date("20210921") is not None
    found = compact_date("20210921123005")
    assert found is not None
    assert found.precision == "second"
    assert compact_date("20211399") is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("http://a.example/2019-12/10/c_1.htm", "2019-12-10"),
        ("http://a.example/t20200921_123.html", "2020-09-21"),
        ("http://a.example/20240510/x.html", "2024-05-10"),
        ("http://a.example/2021/0921/1.shtml", "2021-09-21"),
        ("http://a.example/2022/02/13/abc", "2022-02-13"),
        ("http://a.example/p/2130.html", None),
        ("http://a.example/20209921/", None),
    ],
)
def test_the_day_of_an_address(url: str, iso: str | None) -> None:
    """Publishing systems write the day into the path; a number that is no day is none."""
    hit = url_date(url)
    assert (hit.dated("").isoformat() if hit else None) == iso


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_survives_a_round_trip(day: date) -> None:
    """ISO days are read back as themselves."""
    hits = find_dates(str(day))
    assert [hit.dated("").isoformat() for hit in hits] == [str(day)]


_HAN = "〇一二三四五六七八九"


def _han(number: int) -> str:
    """12 → 十二, 20 → 二十, 31 → 三十一."""
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else _HAN[tens]) + ("十" if tens else "") + (_HAN[ones] if ones or not tens else "")
    )


def _year(moment: datetime, zero: str) -> str:
    return "".join(_HAN[int(c)] for c in str(moment.year)).replace("〇", zero)


def _half(moment: datetime) -> str:
    hour = moment.hour
    word = (
        "凌晨"
        if hour < 6
        else "上午"
        if hour < 12
        else "中午"
        if hour == 12
        else "下午"
        if hour < 19
        else "晚上"
    )
    return f"{word}{hour - 12 if hour > 12 else hour}"


DAYS = [
    "{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y.%m.%d}", "{0.year}-{0.month}-{0.day}", "{:%Y- %m- %d}", "{0.year}年{0.month}月{0.day}日",
    "{:%Y年%m月%d日}", "{0.year} 年 {0.month} 月 {0.day} 日", "{0.year}年{0.month}月{0.day}号", "{:%Y %m/%d}", "{:%Y %m/ %d}",
    "{:%d.%m.%Y}", "{:%m/%d/%Y}", "{:%b %d, %Y}", "{:%d %B %Y}", "{0.year}年{m}月{d}日", "{y}年{m}月{d}日", "{y0}年{m}月{d}日", "{yo}年{m}月{d}日", "{yc}年{m}月{d}日", "{y}年{m}月{dn}日",
    "民国{r}年{0.month}月{0.day}日",
]  # fmt: skip
CLOCKS = [
    " {:%H:%M}", " {:%H:%M:%S}", " {: %H: %M: %S}", " {0.hour}时{0.minute}分", " {half}:{:%M}", " {half}点{0.minute}分", " {:%I:%M %p}",
    " {:%p %I:%M}", "",
]  # fmt: skip
TERSE = ["{:%Y%m%d}", "{:%y-%m-%d}", "{:%y年%m月%d日}", "{r}-{:%m-%d}", "{r}/{:%m/%d}"]


def _fields(form: str, moment: datetime) -> str:
    """A moment in a written form."""
    return form.replace("{:", "{0:").format(
        moment,
        y=_year(moment, "〇"),
        y0=_year(moment, "零"),
        yo=_year(moment, "○"),
        yc=_year(moment, "\u041e"),
        m=_han(moment.month),
        d=_han(moment.day),
        dn=_han(moment.day).replace("二十", "廿").replace("三十", "卅"),
        r=moment.year - 1911,
        half=_half(moment),
    )


FIRST, LAST = datetime(2011, 1, 1), datetime(2030, 12, 31)  # noqa: DTZ001 - pages tell no zone
MOMENTS = st.datetimes(min_value=FIRST, max_value=LAST).map(lambda moment: moment.replace(microsecond=0))


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("day", DAYS)
@settings(max_examples=examples(100, usual=6))
@given(
    moment=MOMENTS,
    before=st.sampled_from(["", "发布时间：", "青禾日报 ", "（"]),
    after=st.sampled_from(["", " 来源：青禾日报", "　点击", "）"]),
)
def test_what_is_printed_is_read_back(
    day: str, clock: str, moment: datetime, before: str, after: str
) -> None:
    """Every day in every form, with every form of clock behind it, among a line's other parts: one date, the one printed."""
    text = before + _fields(day, moment) + _fields(clock, moment) + after
    hits = find_dates(fold(text))
    assert len(hits) == 1, text
    got = hits[0].value.replace(tzinfo=None)
    midnight = not (moment.hour or moment.minute)
    if not clock or (midnight and "%S" not in clock):
        assert (got, hits[0].precision) == (moment.replace(hour=0, minute=0, second=0), "day"), text
    elif "%S" in clock:
        assert got == moment, text
    else:
        assert (got, hits[0].precision) == (moment.replace(second=0), "minute"), text


@pytest.mark.parametrize("form", TERSE)
@settings(max_examples=examples(100, usual=6))
@given(
    moment=MOMENTS, label=st.sampled_from(["发布时间：", "日期: ", "时 间：", "[发布日期] ", "更新时间:  "])
)
def test_a_terse_form_is_read_back_behind_a_label(form: str, moment: datetime, label: str) -> None:
    """Figures without marks, years of two digits and of the Republic: a date where the label says so."""
    hits = find_dates(fold(label + _fields(form, moment)))
    assert [hit.value.date() for hit in hits] == [moment.date()]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("04-20 18:10  来源:青禾晚报", 11), ("昨天09:27  来源", 7), ("3小时前", 4), ("5月6日 来源", 4), ("9月14号", 5), ("刚刚", 2), ("今天 20:58", 8),
        ("2024-05-18", 0), ("10.5亿元", 0), ("5月6日2024年", 0), ("青禾", 0), ("", 0),
    ],
)  # fmt: skip
def test_a_date_without_a_year_is_seen_and_not_read(text: str, length: int) -> None:
    """Its place in the line is told, its day is nobody's to guess."""
    assert partial_date(text) == length
    assert find_dates(text) == [] or length == 0


@given(st.text(alphabet="0123456789年月日-/:. 〇一二十TZ", max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    """Spans stand in order and inside the text, whatever the text is."""
    at = 0
    for hit in find_dates(text):
        assert at <= hit.start < hit.end <= len(text)
        at = hit.end
