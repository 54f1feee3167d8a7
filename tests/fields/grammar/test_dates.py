"""Dates on folded text: every written form, never finer than given, never a day that no calendar has."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policytext.fields.grammar.dates import compact_date, find_dates, parse_date, url_date
from policytext.page.shadow import fold

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
    ],
)  # fmt: skip
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """No year, no such day, a number, a reference: no date."""
    assert find_dates(fold(text)) == []


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


@given(st.text(alphabet="0123456789年月日-/:. 〇一二十TZ", max_size=60))
def test_no_text_breaks_the_grammar(text: str) -> None:
    """Spans stand in order and inside the text, whatever the text is."""
    at = 0
    for hit in find_dates(text):
        assert at <= hit.start < hit.end <= len(text)
        at = hit.end
