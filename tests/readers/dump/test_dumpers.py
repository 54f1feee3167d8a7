"""Law 4 for dumps of other makers: what they make of our pages reads as the pages do.

Synthetic evidence: the converters of ``support/dumpers.py`` on our own HTML fixtures, as they are and with inline elements in
their sentences. Some dumps have lost what tells two blocks apart (cells glued to one word, a blank for every line end): there
the text is the same, if not its blocks. What none can tell is a known failure below.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from attrs import evolve

import policytext
from policytext import Document
from support.cases import Case, fixture_cases
from support.dumpers import DUMPERS, split_inline
from support.sampling import one_in

CASES = fixture_cases("nmdljs", "shanxidayuan", "gscn", "pinyin_mirror", "official")
FIELDS = ("title", "subtitle", "authors", "editors", "origin", "published", "breadcrumb")
NODES = ("text_newline", "text_stripped")
"""Dumps that have a line for each text node: cells are lines, and a paragraph may end where a link begins."""
ONE_LINE = "text_blank"
TABLES = {
    "official/annexes-two-with-table",
    "official/circular-with-phones",
    "official/letter-and-issued-plan",
}
MARKDOWN = ("markdown", "markdown_references", "browser_numbers")
MARKS = ("](", "**", "\n# ", "\n## ", "![")
LINE_ENDS = ("windows", "old_mac", "indented", "marked")
"""What differs from another dump in one character a line."""
EVERY = [(case, maker, split) for split in (False, True) for maker in DUMPERS for case in CASES]


def _pairs() -> list[Any]:
    """Each case with each maker; where the dump is nearly that of another pair, a share of them, each maker with cases of its own."""
    found = []
    for number, (case, maker, split) in enumerate(EVERY):
        step = 4 if split else 3 if maker in LINE_ENDS else 1
        turn = number + number // len(CASES)
        found += one_in(step, [(case, maker, split)], of=turn)
    return found


def _ids(value: object) -> str:
    if isinstance(value, Case):
        return value.name
    return ("split" if value else "plain") if isinstance(value, bool) else str(value)


def squeezed(text: str) -> str:
    """Without white space, which dumps spend differently."""
    return "".join(text.split())


@cache
def made(case: Case, maker: str, *, split: bool) -> str:
    """What a maker dumps of a page."""
    assert case.html is not None
    return DUMPERS[maker](split_inline(case.html) if split else case.html)


@cache
def source(case: Case, *, split: bool) -> Document:
    """The page itself, read."""
    assert case.html is not None
    return policytext.parse(split_inline(case.html) if split else case.html)


@cache
def dumped(case: Case, maker: str, *, split: bool) -> Document:
    """The page's dump, read."""
    return policytext.parse(made(case, maker, split=split))


def test_split_pages_are_split() -> None:
    """The converter that sets inline elements into sentences does so on many pages, and changes no text."""
    changed = [case for case in CASES if split_inline(case.html or b"") != case.html]
    assert len(changed) * 3 > len(CASES)
    for case in CASES[::8]:
        assert source(case, split=False).text == source(case, split=True).text


def fields(doc: Document) -> dict[str, object]:
    """What is read of a page, except what only its head states: of an official document its keywords, too."""
    official = doc.official and evolve(doc.official, keywords=())
    return {"official": official, **{name: getattr(doc, name) for name in FIELDS}}


@pytest.mark.parametrize(("case", "maker", "split"), _pairs(), ids=_ids)
def test_a_dump_reads_as_its_page(case: Case, maker: str, split: bool) -> None:
    """The same fields, and the same blocks as far as the dump tells them apart; the dump is kept to the letter."""
    here, there = dumped(case, maker, split=split), source(case, split=split)
    _whole(here, made(case, maker, split=split))
    if maker in MARKDOWN:
        assert [mark for mark in MARKS if mark in here.text] == []
    texts = [[squeezed(block.text.removeprefix("- ")) for block in doc.blocks] for doc in (here, there)]
    if maker == ONE_LINE:
        # The same text as far as blanks tell, and the same day.
        if not split:
            assert here.published == there.published
            assert "".join(texts[0]) == "".join(texts[1])
            assert len(here.blocks) * 2 > len(there.blocks)
        return
    assert fields(here) == fields(there)
    if maker in NODES:
        assert squeezed(here.text) == squeezed(there.text)
    # In a dump of text nodes cells are lines, and a paragraph may end where a link begins.
    if not (maker in (*NODES, "text_plain") and case.name in TABLES) and not (maker in NODES and split):
        assert texts[0] == texts[1]


def _whole(doc: Document, dump: str) -> None:
    """The ledger is the dump, and no character of a block lies in a piece of another role."""
    assert doc.page.text == dump
    assert "".join(piece.text for piece in doc.pieces) == dump
    owners = "".join(("b" if piece.role == "body" else "-") * len(piece.text) for piece in doc.pieces)
    assert ["-" for block in doc.blocks for span in block.spans if "-" in span.cut(owners)] == []


@pytest.mark.parametrize("maker", MARKDOWN)
def test_marks_are_told(maker: str) -> None:
    """A mark of Markdown that is taken out of a line has a piece of the ledger that says so."""
    some = CASES[::4]
    told = [
        any(piece.rule == "generic/markup" for piece in dumped(case, maker, split=True).pieces)
        for case in some
    ]
    assert sum(told) * 2 > len(some)


def test_plain_text_is_no_markdown() -> None:
    """A dump that mentions a mark or two keeps them: 〔1〕, C#, a line of stars."""
    text = "标题\n2024-05-06 08:30\n县里印发了[1]号文件，要求各单位在**月底前**报送材料，逾期不再受理。\n注释[1]另行公布，请各单位留意本网站通知。\n"
    doc = policytext.parse(text)
    assert "[1]号文件" in doc.text
    assert "**月底前**" in doc.text


def test_poems_and_lists_stay_apart() -> None:
    """Lines that end with a comma are lines, where no line of the dump begins with one."""
    lead = "这首诗写于作者返乡途中，收在他的第一本集子里，后来又选进了县里的乡土教材。"
    poem = ["山高月小水声长，", "一夜西风满地霜。", "行人莫问前村路，", "灯火深处是故乡。"]
    page = "\n".join(
        ["返乡途中的一首小诗", "2024-05-06 08:30", lead, *poem, lead.replace("这首诗", "另一首")]
    )
    lines = policytext.parse(page).text.split("\n")
    assert [line for line in lines if line in poem] == poem
