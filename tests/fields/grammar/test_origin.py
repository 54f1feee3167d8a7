"""Where a text came from: the name as displayed, cleaned of what stands around it."""

from __future__ import annotations

import pytest

from policytext.fields.grammar.origin import clean_origin, is_region, looks_origin


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("《某财周刊》", "某财周刊"),
        (" 某某网 | ", "某某网"),
        ("某国新闻网参与互动", "某国新闻网"),
        ("某报【", "某报"),
        ("某市）", "某市"),
        ("21世纪某报", "21世纪某报"),
    ],
)
def test_an_origin_is_cleaned(text: str, value: str) -> None:
    """Brackets around it, bars and glued buttons go; the name stays as displayed."""
    assert clean_origin(text) == value


def test_places_and_buttons_are_no_origin() -> None:
    """来自甘肃 says where the account sits; 分享 is a button; a labelled unknown word is believed."""
    assert is_region("甘肃")
    assert is_region("内蒙古自治区")
    assert not is_region("甘肃日报")
    assert looks_origin("分享到", labelled=False) == 0.0
    assert looks_origin("甘肃省", labelled=True) == 0.0
    assert looks_origin("某某晚报", labelled=False) > looks_origin("张小三", labelled=False)


@pytest.mark.parametrize(("size", "sure"), [(16, 0.8), (17, 0.5), (24, 0.5), (25, 0.2), (40, 0.2), (41, 0.0)])
def test_an_unknown_name_behind_a_label_by_its_length(size: int, sure: float) -> None:
    """One word of up to 16 characters is a name, up to 24 a phrase, up to 40 hardly one, and above that a sentence."""
    assert looks_origin(("喵呜嗷" * 14)[:size], labelled=True) == sure
