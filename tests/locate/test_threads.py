"""What makes a thread, and what a page that was broken into: each sign just strong enough, and one step below."""

from __future__ import annotations

import pytest

from policytext.locate.threads import broken_into, is_thread
from policytext.page.layout import Layout
from support.views import view_of

TITLE = "云岭县的一条河"
WEAK = ("提问", "话题")
"""Two words of boards that stand on other pages too: one point."""


def thread(*lines: str, signed: bool = False) -> bool:
    """Whether a page of these lines, under a headline, is a thread."""
    return is_thread(view_of(TITLE, *lines), signed=signed)


def wide(text: str, size: int) -> str:
    """The text, made so many code points wide."""
    return text + "禾" * (size - len(text))


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_two_offices_of_a_board_on_short_lines(size: int, found: bool) -> None:
    """只看该作者 and 发新帖 make a thread where they stand on lines of at most 60 code points: tools, no sentences."""
    assert thread(wide("只看该作者", size), wide("发新帖", size)) is found


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_words_that_boards_share_count_on_short_lines(size: int, found: bool) -> None:
    """我来答, worth two, and 采纳, worth one, reach the three points; on longer lines they are words of a text."""
    assert thread(wide("我来答", size), wide("采纳", size)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("我来答", "采纳"), True),
        (("我来答", "提问"), False),
        (("采纳", "追问", "短评"), True),
        (("采纳", "追问"), False),
    ],
)
def test_three_points_are_enough(words: tuple[str, ...], found: bool) -> None:
    """Three points make a thread, two and a half do not."""
    assert thread(*words) is found


def test_a_signed_page_is_no_thread_for_shared_words() -> None:
    """Negative: below the byline of an article they are its comments."""
    assert not thread("我来答", "采纳", signed=True)


@pytest.mark.parametrize(("floors", "found"), [(3, True), (2, False)])
def test_numbered_floors(floors: int, found: bool) -> None:
    """Three floors are worth two points beside the words, two are two numbers."""
    assert thread(*WEAK, *(f"{number}楼" for number in range(1, floors + 1))) is found


@pytest.mark.parametrize(("handles", "found"), [(2, True), (1, False)])
def test_handles(handles: int, found: bool) -> None:
    """Two people with an address on the board are worth one point, one is a signature."""
    named = [f"小禾 @xiaohe{number}" for number in range(handles)]
    assert thread("采纳", "追问", *named) is found


@pytest.mark.parametrize(("stamps", "found"), [(5, True), (4, False)])
def test_posts_with_a_time_each(stamps: int, found: bool) -> None:
    """Five times of day are worth one point; four comments below a text are none."""
    assert thread("采纳", "追问", *(f"2024-05-0{number} 08:30" for number in range(1, stamps + 1))) is found


@pytest.mark.parametrize(("size", "found"), [(60, True), (61, False)])
def test_posts_are_told_by_short_lines(size: int, found: bool) -> None:
    """A time in a line of more than 60 code points is one of a text."""
    assert thread("采纳", "追问", *[wide("2024-05-06 08:30 ", size)] * 5) is found


def spam(*lines: str) -> bool:
    """Whether a page with these lines outside its body was broken into."""
    return broken_into(view_of(*lines), Layout())


@pytest.mark.parametrize(("count", "found"), [(3, True), (2, False)])
def test_lines_of_another_trade(count: int, found: bool) -> None:
    """Three lines that are such words and hardly more tell it, two may be anything."""
    assert spam(*("博彩网", "必威网", "百家乐网")[:count]) is found


@pytest.mark.parametrize(
    ("parts", "found"), [(("博彩", "必威", "亚博", "网"), True), (("博彩", "必威", "网", "站"), False)]
)
def test_a_string_of_keywords(parts: tuple[str, ...], found: bool) -> None:
    """A line of keywords, three of them another trade's."""
    assert spam("青禾县水利局," + ",".join(parts)) is found


@pytest.mark.parametrize(("size", "found"), [(140, True), (141, False)])
def test_a_string_of_keywords_is_a_line(size: int, found: bool) -> None:
    """A paragraph of more than 140 code points that speaks of these trades is a text about them."""
    assert spam(wide("博彩,必威,亚博,百家乐,", size)) is found
