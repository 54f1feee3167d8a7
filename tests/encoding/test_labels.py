"""Labels of encodings, as the standard and as pages write them."""

from __future__ import annotations

import hashlib

import pytest

from policytext import parse
from policytext.encoding.labels import _LABELS, CODECS, find_encoding

STANDARD = "d9153e22e1ff538549310364cdcfb22e7aee13578352f4571a187d13857df8d9"
"""SHA-256 of its labels, each with the name of its encoding, a line each, sorted."""


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


def test_the_table_is_that_of_the_standard() -> None:
    """All 228 labels of the 40 encodings of the WHATWG Encoding Standard, and nothing else in its part of the table."""
    pairs = sorted(f"{label} {name}" for name, labels in _LABELS.items() for label in labels.split())
    assert len(pairs) == 228
    assert len(_LABELS) == 40
    assert hashlib.sha256("\n".join(pairs).encode()).hexdigest() == STANDARD


@pytest.mark.parametrize("name", sorted(set(_LABELS) - {"replacement", "x-user-defined"}))
def test_every_encoding_is_decoded(name: str) -> None:
    """Each but the two that are none has a codec that reads ASCII (two bytes a letter in UTF-16), and can be asked for."""
    codec = CODECS[name]
    assert parse("Plain text, 2024".encode(codec), encoding=name, form="text").page.text == "Plain text, 2024"
