"""What makes an index: each sign just strong enough, and one step below."""

from __future__ import annotations

import pytest

from policytext.locate.index_pages import index_rows, is_portal, is_search
from policytext.page.layout import Layout
from support.views import matches_of, sentence, view_of, view_of_html

TITLES = ("枣林小学今年添了新书架", "白河大桥本月合龙在即", "松岭冬季课表昨天公布", "甘棠山货进城有直通车", "县文化馆办起了夜校班",
          "云岭乡清淤八条水渠忙", "石门水库放水春灌开闸", "青禾镇便民中心开了张")  # fmt: skip


def rows(*lines: str, body: int | None = None) -> int:
    """How many entries the index has that these lines are; the first ``body`` lines passed for the text."""
    view = view_of(*lines)
    last = len(view.lines) if body is None else body
    return len(index_rows(view, Layout(0, last), matches_of(view)))


def dated(count: int) -> list[str]:
    """Entries with their days."""
    return [f"{title} 2024-05-0{number}" for number, title in enumerate(TITLES[:count], 1)]


@pytest.mark.parametrize(("count", "found"), [(5, 5), (4, 0)])
def test_five_dated_titles_alone_are_an_index(count: int, found: int) -> None:
    """Where nothing else stands on the page five are enough, four are not."""
    assert rows(*dated(count)) == found


@pytest.mark.parametrize(("size", "found"), [(60, 8), (61, 0)])
def test_a_sentence_of_a_footer_beside_it(size: int, found: int) -> None:
    """Sixty code points of running text behind eight entries are a footer's; one more and the page has a text of its own."""
    assert rows(*dated(8), sentence(size)) == found


@pytest.mark.parametrize(("count", "found"), [(8, 8), (7, 0)])
def test_eight_entries_beside_a_sentence(count: int, found: int) -> None:
    """Fewer than eight stand beside many an article."""
    assert rows(*dated(count), sentence(40)) == found


@pytest.mark.parametrize(("size", "counted"), [(8, True), (7, False)])
def test_a_line_of_eight_is_something_to_read(size: int, counted: bool) -> None:
    """Lines below eight code points are labels and numbers: eight of them are no text beside the entries."""
    assert (rows(*dated(8), *["青禾白河松岭云岭"[:size]] * 8) == 0) is counted


@pytest.mark.parametrize(("count", "found"), [(40, 40), (39, 0)])
def test_very_many_links_need_no_dates(count: int, found: int) -> None:
    """Forty linked titles are an index without a day or a pager."""
    items = "".join(f"<li><a href='/{n}'>{TITLES[n % 8]}{n}</a></li>" for n in range(count))
    view = view_of_html(f"<ul>{items}</ul>")
    assert len(index_rows(view, Layout(0, len(view.lines)), matches_of(view))) == found


@pytest.mark.parametrize(("beside", "found"), [("青禾白河松岭", 5), ("青禾白河松岭云", 0)])
def test_a_day_and_its_column_below_an_entry(beside: str, found: int) -> None:
    """A line is a day where at most six code points stand beside it."""
    lines = [part for title in TITLES[:5] for part in (title, f"2024-05-06{beside}")]
    assert rows(*lines) == found


@pytest.mark.parametrize(("size", "found"), [(40, 5), (41, 0)])
def test_a_day_and_its_source_below_an_entry(size: int, found: int) -> None:
    """A line that begins with its day and goes on with its source is at most 40 code points wide."""
    below = "2024-05-06 " + "a" * (size - 11)
    assert rows(*(part for title in TITLES[:5] for part in (title, below))) == found


@pytest.mark.parametrize(("size", "found"), [(21, 0), (22, 5)])
def test_a_wide_line_that_begins_with_its_day(size: int, found: int) -> None:
    """Up to 21 code points, the width of a day with its time, what stands beside the day is counted; a wider line begins with it."""
    below = "2024-05-06 " + "禾" * (size - 11)
    assert rows(*(part for title in TITLES[:5] for part in (title, below))) == found


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_what_an_engine_writes_round_its_results(size: int, found: bool) -> None:
    """Two phrases of an engine's on lines of at most 60 code points."""
    lines = [phrase + "禾" * (size - len(phrase)) for phrase in ("相关搜索", "百度快照")]
    assert is_search(view_of(*lines)) is found


@pytest.mark.parametrize(
    ("title", "found"), [("搜索", True), ("水渠搜索_青禾网", True), ("水渠_青禾网", False)]
)
def test_one_phrase_of_an_engine_and_its_name(title: str, found: bool) -> None:
    """One phrase stands beside many an article; where the page calls itself a search, it is one."""
    assert is_search(view_of_html(f"<title>{title}</title><p>相关搜索</p>")) is found


@pytest.mark.parametrize(("count", "found"), [(2, True), (1, False)])
def test_editions_make_the_front_of_a_paper(count: int, found: bool) -> None:
    """第01版：要闻 and 第02版：综合 are the front of a paper, one alone is where an article stood."""
    assert is_portal(view_of(*("第01版：要闻", "第02版：综合")[:count], *TITLES), 0) is found


@pytest.mark.parametrize(("count", "found"), [(60, True), (59, False)])
def test_sixty_names_of_columns_are_a_portal(count: int, found: bool) -> None:
    """Fewer short lines are the frame of a small page."""
    assert is_portal(view_of(*(f"栏目之{number}" for number in range(count))), 0) is found


@pytest.mark.parametrize(("size", "found"), [(12, True), (13, False)])
def test_names_of_columns_are_short(size: int, found: bool) -> None:
    """A column's name has at most twelve code points; sixty lines of thirteen are a list with something to say."""
    assert is_portal(view_of(*["青禾白河松岭云岭石门枣林竹"[:size]] * 60), 0) is found


@pytest.mark.parametrize(("running", "found"), [(60, True), (61, False)])
def test_an_introduction_may_stand_on_a_portal(running: int, found: bool) -> None:
    """Sixty code points of running text beside the names of columns are an introduction's."""
    assert is_portal(view_of(*["民生专栏"] * 60), running) is found


@pytest.mark.parametrize(("running", "found"), [(150, True), (151, False)])
def test_an_excerpt_may_stand_among_items(running: int, found: bool) -> None:
    """Among sixty items with bullets there may be one excerpt."""
    assert is_portal(view_of(*["• 民生专栏"] * 60), running) is found
