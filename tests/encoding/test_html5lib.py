"""The prescan held against html5lib's tests of encoding sniffing, where they lie beside the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from policytext.encoding.labels import find_encoding
from policytext.encoding.prescan import declared_label

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "html5lib" / "encoding"
DEFAULT = "windows-1252"
"""What the standard takes where nothing is declared; for us the bytes decide then."""


def cases(path: Path) -> list[tuple[bytes, str | None]]:
    """Bytes and expected encoding."""
    found: list[tuple[bytes, str | None]] = []
    for case in re.split(rb"(?:^|\n)#data\n", path.read_bytes())[1:]:
        data, _, rest = case.partition(b"\n#encoding\n")
        found.append((data, find_encoding(rest.partition(b"\n")[0].decode())))
    return found


@pytest.mark.skipif(not FOLDER.is_dir(), reason="html5lib's tests do not lie beside the repository")
def test_declared_encodings_are_found() -> None:
    """Every encoding a page declares is found, wherever the declaration stands, but behind a label that is none."""
    total, missed = 0, []
    for path in sorted(FOLDER.glob("*.dat")):
        for data, expected in cases(path):
            if expected == DEFAULT or data.startswith(b"\xef\xbb\xbf"):
                continue
            total += 1
            found = find_encoding(declared_label(data) or "")
            # A page that can be read as ASCII is not UTF-16, whatever it says.
            if found != expected and not (expected == "utf-8" and (found or "").startswith("utf-16")):
                missed.append(data)
    assert total > 30
    assert [data for data in missed if b"bogus" not in data] == []
