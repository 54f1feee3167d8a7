"""Labels of encodings, as the standard and as pages write them."""

from __future__ import annotations

import pytest

from policytext.encoding.labels import CODECS, find_encoding


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("GB2312", "gbk"),
        (" utf-8\n", "utf-8"),
        ("\tBig5\r", "big5"),
        ("x-gbk", "gbk"),
        ("gb18030-2005", "gb18030"),
        ("utf8mb4", "utf-8"),
        ("windows-936", "gbk"),
        ("ISO-8859-1", "windows-1252"),
        ("utf 8", None),
        ("", None),
    ],
)
def test_a_label_means(label: str, name: str | None) -> None:
    """Case and ASCII white space around it do not matter; what nobody calls an encoding is none."""
    assert find_encoding(label) == name


def test_gbk_is_read_as_its_superset() -> None:
    """Pages that say gbk hold characters of four bytes; GB18030 reads them and everything else alike."""
    codec = CODECS["gbk"]
    for text in ("镕", "㸃", "𠮷", "€"):
        assert text.encode("gb18030").decode(codec) == text
