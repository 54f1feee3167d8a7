"""Media, offices and places: forms and known names, and words that end alike."""

from __future__ import annotations

from importlib import resources

import pytest

import policytext.fields.knowledge as room
from policytext.fields.knowledge.media import media_score
from policytext.fields.knowledge.offices import office_score
from policytext.fields.knowledge.places import is_region, place_score

LARGEST = 200_000


@pytest.mark.parametrize(
    "text",
    ["青禾日报", "云岭新闻网", "清浦区融媒体中心", "石桥发布", "青禾网-《青禾日报》", "青禾日报·云岭客户端", "青禾时报(石桥)", "澎湃", "36氪", "观察者网", "香港01"],
)  # fmt: skip
def test_media_are_known(text: str) -> None:
    """By their form, in several parts, or by name."""
    assert media_score(text) >= 0.75


@pytest.mark.parametrize("text", ["春季植树", "王小禾", "分享", "12次浏览", "今天天气", "来源", ""])
def test_other_words_are_no_media(text: str) -> None:
    """What has no form of a medium."""
    assert media_score(text) < 0.75


@pytest.mark.parametrize(
    "text",
    [
        "县教育局",
        "市人社局",
        "县委办",
        "政研室",
        "宣教中心",
        "青禾市人民政府办公室",
        "区文化和旅游局(原区文广新局)",
        "青禾大学",
    ],
)
def test_offices_are_known(text: str) -> None:
    """Long and short."""
    assert office_score(text) >= 0.75


@pytest.mark.parametrize("text", ["社会", "机会", "干部", "怎么办", "核心", "春季植树", "城市"])
def test_words_that_end_like_an_office_are_none(text: str) -> None:
    """会, 部, 办, 心 end many words."""
    assert office_score(text) < 0.75


@pytest.mark.parametrize(
    ("text", "least"), [("山西省太原市", 0.9), ("太原", 0.9), ("武侯区", 0.9), ("青禾镇", 0.6), ("和平", 0.5)]
)
def test_places_are_known(text: str, least: float) -> None:
    """In full, short, put together, and by their form; a twin of a word counts less."""
    assert place_score(text) >= least


def test_what_is_no_place_and_what_is_a_region() -> None:
    """A province alone is where a reader sits; a town is more."""
    assert place_score("春天来了") == 0.0
    assert is_region("甘肃")
    assert is_region("中国台湾")
    assert not is_region("太原")


def test_the_tables_are_small() -> None:
    """All tables of knowledge together take at most 200 KB of the wheel, before it is packed."""
    sizes = [path.stat().st_size for path in resources.files(room).iterdir() if path.name.endswith(".py")]  # type: ignore[attr-defined]
    assert sum(sizes) <= LARGEST
