"""Law 1: the pieces joined are the page, for any text and any rules, and a broken ledger cannot be built."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import policytext
from laws.strategies import html_pages, lines, pages, rules_text
from policytext import Document, Page, Piece, Rule, Source, Span
from policytext.models import check_partition
from policytext.rules import excerpt, field_line, glued, line, opener, repeat
from support.sampling import examples


def holds(doc: Document) -> None:
    """The ledger of ``doc`` covers its page once, every piece but body has a rule, and all spans lie on the page."""
    text = doc.page.text
    assert "".join(piece.span.cut(text) for piece in doc.pieces) == text
    assert all(piece.span.start < piece.span.end for piece in doc.pieces)
    assert all((piece.rule is None) == (piece.role == "body") for piece in doc.pieces)
    assert "".join(piece.text for piece in doc.pieces) == text
    taken = [piece for piece in doc.pieces if piece.role == "boilerplate"]
    assert [(item.text, item.rule, item.span) for item in doc.removed] == [
        (piece.text, piece.rule, piece.span) for piece in taken
    ]
    audit = doc.audit()
    assert set(audit) == {item.rule for item in doc.removed}
    assert sum(count.removals for count in audit.values()) == len(taken)
    assert sum(count.characters for count in audit.values()) == sum(len(piece.text) for piece in taken)
    places = [span for block in doc.blocks for span in block.spans]
    places += [item.span for item in doc.fields if item.span is not None]
    places += [item.span for item in doc.credits if item.span is not None]
    assert [span for span in places if not 0 <= span.start < span.end <= len(text)] == []


@settings(max_examples=examples(150))
@given(st.one_of(st.text(), pages()))
def test_any_dump_is_partitioned(text: str) -> None:
    """A dump comes out whole: not one code point of it is outside the ledger, and none is twice."""
    doc = policytext.parse(text, form="text")
    assert doc.page.text == text
    holds(doc)


@settings(max_examples=examples(150))
@given(html_pages())
def test_any_markup_is_partitioned(text: str) -> None:
    """What the reader made of any markup is in the ledger, scripts and hidden text included."""
    holds(policytext.parse(text, form="html"))


@settings(max_examples=examples(100))
@given(
    st.binary(max_size=300).filter(lambda data: b"\0" not in data),
    st.sampled_from(("gb18030", "utf-8", "big5")),
)
def test_any_bytes_are_partitioned(data: bytes, encoding: str) -> None:
    """Bytes that are hardly text come out whole too, whatever they are said to be."""
    holds(policytext.parse(data, encoding=encoding))


def any_rule(number: int) -> st.SearchStrategy[Rule]:
    """A rule of any kind with any pattern; its examples do not matter here."""
    name = f"own/rule-{number}"
    builders: list[Any] = [line, field_line, opener]
    return st.one_of(
        st.tuples(st.sampled_from(builders), rules_text()).map(lambda pair: pair[0](name, pair[1])),
        st.tuples(rules_text(), st.sampled_from(("head", "tail", "outside", "edge", "anywhere"))).map(
            lambda pair: line(name, pair[0], place=pair[1])  # type: ignore[arg-type]
        ),
        rules_text().map(lambda pattern: glued(name, pattern + "$", keys=("。",))),
        st.just(repeat(name, place="anywhere")),
        st.just(excerpt(name)),
    )


@settings(max_examples=examples(200))
@given(
    st.one_of(pages(), html_pages()), st.integers(0, 4).flatmap(lambda n: st.tuples(*map(any_rule, range(n))))
)
def test_any_rules_leave_a_partition(text: str, rules: tuple[Rule, ...]) -> None:
    """Greedy, overlapping and contradicting rules cannot make the ledger lose or double a character."""
    holds(policytext.parse(text, source=Source(key="own", name="某站", rules=rules)))


@settings(max_examples=examples(60))
@given(st.lists(lines(), min_size=1, max_size=12).map("\n".join), st.sampled_from(("hans", "hant")))
def test_conversion_leaves_the_ledger_alone(text: str, script: Any) -> None:
    """The ledger speaks of the page as it came in, also where the document's text is converted."""
    converted, kept = policytext.parse(text, script=script), policytext.parse(text)
    holds(converted)
    assert converted.pieces == kept.pieces
    assert converted.page == kept.page


PAGE = Page("一二三四五六")
GOOD = (
    Piece(Span(0, 2), "field", "own/title"),
    Piece(Span(2, 5), "body"),
    Piece(Span(5, 6), "boilerplate", "own/end"),
)
BROKEN = {
    "empty": (),
    "hole": (GOOD[0], GOOD[2]),
    "hole at the front": GOOD[1:],
    "hole at the end": GOOD[:2],
    "overlap": (GOOD[0], Piece(Span(1, 5), "body"), GOOD[2]),
    "out of order": (GOOD[1], GOOD[0], GOOD[2]),
    "twice": (*GOOD[:2], GOOD[1], GOOD[2]),
    "empty piece": (*GOOD[:2], Piece(Span(5, 5), "body"), GOOD[2]),
    "turned piece": (*GOOD[:1], Piece(Span(5, 2), "body"), GOOD[2]),
    "beyond the page": (*GOOD[:2], Piece(Span(5, 7), "boilerplate", "own/end")),
    "removal without a rule": (*GOOD[:2], Piece(Span(5, 6), "boilerplate")),
    "field without a rule": (Piece(Span(0, 2), "field"), *GOOD[1:]),
    "body under a rule": (GOOD[0], Piece(Span(2, 5), "body", "own/line"), GOOD[2]),
}


def test_a_good_ledger_is_taken() -> None:
    """The validator lets a partition pass, and an empty page needs no pieces."""
    assert Document(PAGE, GOOD).pieces == GOOD
    assert Document(Page(""), ()).pieces == ()


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_ledger_cannot_be_built(case: str) -> None:
    """Holes, overlaps, empty pieces and removals nobody answers for are refused, in new and in changed documents."""
    with pytest.raises(ValueError, match=r"ledger|piece"):
        Document(PAGE, BROKEN[case])
    with pytest.raises(ValueError, match=r"ledger|piece"):
        evolve(Document(PAGE, GOOD), pieces=BROKEN[case])


@given(st.lists(st.integers(0, 8), max_size=6), st.integers(0, 8))
def test_the_validator_takes_exactly_partitions(cuts: list[int], length: int) -> None:
    """Pieces between these cuts are taken if and only if the cuts run strictly upwards from 0 to the length."""
    bounds = [0, *cuts]
    pieces = [Piece(Span(a, b), "body") for a, b in pairwise(bounds)]
    good = all(a < b for a, b in pairwise(bounds)) and bounds[-1] == length
    if good:
        check_partition(pieces, length)
    else:
        with pytest.raises(ValueError, match=r"ledger|piece"):
            check_partition(pieces, length)
