"""What callers and pages smuggle in comes out harmless: addresses, views, origins that are none, the text a field was read from."""

from __future__ import annotations

import re

import pytest

import policytext

PAGE = (
    "<h1>青禾县部署春季植树</h1><p>2024-05-06 来源：{}</p><p>各村要在三月底前完成补植，并做好管护，确保成活。"
    "县里要加强指导。</p><p>县林业部门要加强指导，及时调运苗木，保证质量。</p>"
)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://qinghe.example/a\x00b\x07", "http://qinghe.example/a%00b%07"),
        (" http://qinghe.example/a\ud800\n", "http://qinghe.example/a%EF%BF%BD"),
        ("http://qinghe.example/a\u2028\ufffe", "http://qinghe.example/a%E2%80%A8%EF%BF%BE"),
        ("http://qinghe.example/县?a=%20&b=1#c", "http://qinghe.example/县?a=%20&b=1#c"),
    ],
)
def test_an_address_holds_no_control_character(url: str, shown: str) -> None:
    """What no document may hold is written as an address writes it, and nothing else is changed."""
    assert policytext.parse(PAGE.format("青禾日报"), url=url).url == shown


@pytest.mark.parametrize("char", ["\ufffe", "\uffff", "\x00", "\x0c", "\ud800"])
def test_a_view_of_a_dump_is_valid(char: str) -> None:
    """A dump is kept to the letter, so its view says U+FFFD where the page has what no page may hold."""
    text = f"青禾县部署春季植树\n各村要在三月底前完成补植，{char}并做好管护，确保成活。\n责编：{char}王小禾\n"
    doc = policytext.parse(text)
    assert doc.page.text == text
    assert char not in doc._repr_html_()
    assert char not in doc.text
    assert char not in doc.to_markdown()


@pytest.mark.parametrize("value", ["1.", "(2)", "一、", "三", "2024", "·", "-"])
@pytest.mark.parametrize("form", ["html", "text"])
def test_a_numbering_is_no_origin(value: str, form: str) -> None:
    """What stands behind the label by accident is not believed."""
    page = PAGE.format(value)
    if form == "text":
        page = re.sub(r"<[^>]+>", "\n", page)
    assert policytext.parse(page).origin is None


def test_the_raw_text_of_a_field_is_what_is_displayed() -> None:
    """Hidden text within a field is in its span and not in its raw text."""
    doc = policytext.parse(PAGE.format('青禾<span style="display:none">秘密</span>日报'))
    field = doc.field("origin")
    assert field is not None
    assert (doc.origin, field.raw) == ("青禾日报", "青禾日报")
    assert field.span is not None
    assert field.span.cut(doc.page.text).split() == ["青禾", "秘密", "日报"]
