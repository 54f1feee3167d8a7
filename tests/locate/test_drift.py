"""When a page is of another template than those a source was learned from."""

from __future__ import annotations

import pytest

from policytext.locate.drift import drift_note
from policytext.matching.line_matches import LineMatches
from policytext.rules import Evidence, Source


def frame(*documents: int, of: int = 100) -> Source:
    """A source that knows lines of frame, each from so many of its documents."""
    evidence = tuple(
        Evidence("frame", f"own/line-{number}", seen, of) for number, seen in enumerate(documents)
    )
    return Source(key="own", evidence=evidence)


def drifts(source: Source, form: str = "text") -> bool:
    """Whether a page that has none of the source's lines is told."""
    return drift_note(source, LineMatches(), form, placed=False) != ()


@pytest.mark.parametrize(("lines", "told"), [(4, True), (3, False)])
def test_four_lines_of_every_page(lines: int, told: bool) -> None:
    """The absence of three lines says nothing, that of four does."""
    assert drifts(frame(*[100] * lines)) is told


@pytest.mark.parametrize(("seen", "told"), [(90, True), (89, False)])
def test_a_line_of_nine_pages_in_ten_is_one_of_every_page(seen: int, told: bool) -> None:
    """From nine in ten on; rarer lines may be missing on any page."""
    assert drifts(frame(*[seen] * 6)) is told


@pytest.mark.parametrize(("seen", "told"), [(90, True), (89, False)])
def test_places_that_held_nearly_every_text(seen: int, told: bool) -> None:
    """In HTML: the known places held the text of nine pages in ten, and none holds this one's."""
    source = Source(key="own", body=("#con",), evidence=(Evidence("place", "#con", seen, 100),))
    assert drifts(source, "html") is told
    assert not drifts(source)


@pytest.mark.parametrize(("of", "told"), [((2, 2, 2, 2), True), ((2, 2, 2, 1), False)])
def test_few_documents_prove_little(of: tuple[int, ...], told: bool) -> None:
    """Four lines of both of two documents are missing together on one page in 1,300; where one was in one document only, on one in 800."""
    evidence = tuple(Evidence("frame", f"own/line-{number}", seen, seen) for number, seen in enumerate(of))
    assert drifts(Source(key="own", evidence=evidence)) is told
