"""NULs and CDATA sections are read as HTML reads them, and nothing else is touched."""

from __future__ import annotations

import pytest

from policytext.readers.html.raw_text import settle_raw_text
from policytext.readers.html.reader import read_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>青\0禾</p>", "青禾"),
        ("<script>青\0禾</script>", "青\ufffd禾"),
        ("<svg><text>青\0禾</text></svg><p>会\0议</p>", "青\ufffd禾\n会议"),
        ("<svg><text><![CDATA[a<b>&c]]></text></svg>", "a<b>&c"),
        ("<title>题\0目</title><p>会\0议</p>", "题\ufffd目\n会议"),
        ("<p>青</title>禾\0县</p>", "青禾县"),
        ("<math><mtext>青\0禾</mtext></math>", "青禾"),
        ("<p>青<![CDATA[禾]]>县</p>", "青县"),
        ("<svg><plaintext>青</plaintext><text>禾</text></svg><p>会议</p>", "青禾\n会议"),
        ("<frameset><PLAINTEXT></frameset><p>会议</p>", "会议"),
        ("<p>青<plaintext>禾<p>会议", "青\n禾<p>会议"),
        ("<script>//<![CDATA[\nvar a='<svg>';\n//]]></script><p>青<![CDATA[禾]]>县</p>", None),
    ],
)
def test_where_they_stand_decides(markup: str, text: str | None) -> None:
    """In scripts, drawings and formulas a NUL is U+FFFD, in running text nothing; CDATA is text in drawings and formulas
    only, and ``<plaintext>`` takes the rest of the page outside of them and of frames only.
    """
    page = read_html(markup)
    if text is None:
        text = "//<![CDATA[\nvar a='<svg>';\n//]]>\n青县"
    assert page.text == text


def test_a_page_without_them_is_not_touched() -> None:
    """The very bytes come back."""
    data = "<svg><title>图</title></svg><script>1</script>".encode()
    assert settle_raw_text(data) is data


def test_hostile_nesting_is_linear() -> None:
    """A hundred thousand open drawings and end tags that fit none cost one pass."""
    data = b"\x00" + b"<svg><desc>" * 50_000 + b"</math>" * 50_000
    assert settle_raw_text(data) == data[1:]
