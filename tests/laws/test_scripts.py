"""The same page in Traditional and in Simplified gives one answer, script aside.

The twin of a page is what OpenCC makes of it (``s2t``, character by character where no phrase says more), tags and all. On
the pages beside the repository a few may differ, and are listed: OpenCC takes 人参与 for ginseng.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

import pytest
from opencc import OpenCC  # type: ignore[import-untyped]

import policytext
from policytext.encoding.decode import decode
from policytext.page.shadow import fold
from support.cases import FIXTURES, SHARED
from support.reading import read_text
from support.sampling import ALL_OR_SOME, one_in

if TYPE_CHECKING:
    from pathlib import Path

    from policytext import Document

PAGES = sorted(path for path in FIXTURES.rglob("*") if path.suffix in (".html", ".txt"))
NAMES = ("kind", "title", "subtitle", "origin", "authors", "editors", "breadcrumb", "text")
_MOST = 0.02
# Forms that a phrase of OpenCC writes otherwise, and that are no Simplified and Traditional of each other.
_OTHER_WORDS = str.maketrans("著俱薰", "着具熏")


@cache
def converter(config: Literal["s2t", "t2s"]) -> OpenCC:
    """OpenCC itself, not the tables that the library builds from its data."""
    return OpenCC(config)


def folded(value: object, *, words: bool) -> object:
    """A value without what the two scripts do differently; with ``words``, without what OpenCC's phrases do, too."""
    if isinstance(value, tuple):
        return tuple(folded(item, words=words) for item in value)
    if not isinstance(value, str):
        return value
    text = converter("t2s").convert(value).translate(_OTHER_WORDS) if words else value
    return " ".join(fold(text).split())


def values(doc: Document) -> dict[str, object]:
    """What a user reads."""
    read = {name: getattr(doc, name) for name in NAMES}
    return read | {"published": doc.published and doc.published.isoformat()}


def is_same(here: object, there: object) -> bool:
    """Whether two values are equal, script aside; phrases are asked only where characters differ."""
    return any(folded(here, words=words) == folded(there, words=words) for words in (False, True))


def difference(text: str, form: Literal["html", "text"], read: Document | None = None) -> list[str]:
    """Names of what differs between a page and its twin."""
    here = values(read or policytext.parse(text, form=form))
    there = values(policytext.parse(converter("s2t").convert(text), form=form))
    return [name for name in here if not is_same(here[name], there[name])]


def form_of(path: Path) -> Literal["html", "text"]:
    """How a file is to be read."""
    return "html" if path.suffix == ".html" else "text"


@pytest.mark.parametrize("path", one_in(2, PAGES), ids=lambda path: path.relative_to(FIXTURES).as_posix())
def test_twins_of_a_fixture(path: Path) -> None:
    """Fields and text of a fixture and of its twin are equal."""
    assert difference(path.read_text(encoding="utf-8"), form_of(path), read_text(path)) == []


@pytest.mark.skipif(not (SHARED / "pages").is_dir(), reason="the pages lie beside the repository")
@pytest.mark.parametrize("step", ALL_OR_SOME)
def test_twins_of_real_pages(step: int) -> None:
    """Of the dumps of real pages at most two in a hundred differ from their twin; the list is printed."""
    pages = [
        path
        for folder in ("pages", "pages-2/article", "pages-2/other")
        for path in sorted((SHARED / folder).rglob("*"))
        if path.name == "dump.txt"
    ][::step]
    unlike = {}
    for path in pages:
        different = difference(decode(path.read_bytes()).text, form_of(path))
        if different:
            unlike[path.relative_to(SHARED).as_posix()] = different
    print(*unlike.items(), sep="\n")
    assert len(unlike) <= _MOST * len(pages)


def test_the_twin_is_another_page() -> None:
    """Most fixtures have characters that the scripts write differently; else the law would prove nothing."""
    texts = [path.read_text(encoding="utf-8") for path in PAGES]
    assert sum(converter("s2t").convert(text) != text for text in texts) * 2 > len(texts)
    assert re.search("[關請號]", converter("s2t").convert("关于请示的文号"))
