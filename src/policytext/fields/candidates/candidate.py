"""A candidate for a field: a value, its place, who says so, and the named evidence that its score is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policytext.fields.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policytext.models.fields import Credit
    from policytext.page.layout import Proposal

__all__ = ["EVIDENCE", "Candidate", "Candidates", "weighed"]


EVIDENCE: Final[dict[str, Evidence]] = {
    # Dates.
    "date": Evidence(0.8, "a date in a byline row"),
    "date label": Evidence(0.1, "发布时间： before it"),
    "with its time": Evidence(0.05, "the minute is known of what is published by a system"),
    "in a row below the text": Evidence(
        -0.1, "the row below the text repeats the one above it, or dates a comment"
    ),
    "alone below the text": Evidence(-0.35, "a date on its own there is a signature's"),
    "signed below the text": Evidence(-0.05, "with the name of who posted it"),
    "in a row among the text": Evidence(
        -0.15, "rows among the paragraphs are quoted as often as the page's own"
    ),
    "alone among the text": Evidence(-0.3, "a date in the text speaks of what it tells"),
    "far from the headline": Evidence(
        -0.01, "for each line between; a labelled date may stand in a header table far off"
    ),
    "day above the headline": Evidence(
        -0.15, "there stands, as a rule, the day on which the page was looked at"
    ),
    "time above the headline": Evidence(-0.03, "some pages set their row above the headline"),
    "in the headline's line": Evidence(0.05, "behind a gap"),
    # Origins.
    "labelled": Evidence(0.55, "来源： says what it is"),
    "another label": Evidence(-0.25, "发布机构, 資料來源: who put it there, as a rule who wrote it"),
    "behind the date": Evidence(0.4, "where rows without labels show the paper"),
    "before the date": Evidence(0.3, "some rows begin with the paper"),
    "medium": Evidence(0.4, "the tables know it as a paper, site, station or account, or by its form"),
    "office": Evidence(0.38, "the tables know its form as that of an organ or body"),
    "place": Evidence(0.3, "local pages name the town that sent the text"),
    "unknown word": Evidence(0.25, "accounts may be called anything"),
    "person": Evidence(-0.05, "a name in the place of an origin is the author's, as a rule"),
    "stand-in": Evidence(-0.05, "本站, 网络: what the page says, and little"),
    "no label and no medium": Evidence(-0.15, "of bare words only those that the tables know are sure"),
    "unknown, away from the headline": Evidence(
        -0.25, "an unknown word counts right below the headline only"
    ),
    "behind a credit or counter": Evidence(-0.35, "there stands the column, not the paper"),
    "another word is labelled": Evidence(
        -0.3, "where a row says what its source is, the other word is the site"
    ),
    "badge": Evidence(
        -0.45, "某某官方账号 says who keeps the account; the account's own name stands above it"
    ),
    "second word": Evidence(-0.15, "for each word of the row that came before it"),
    "below the text": Evidence(-0.1, "other texts begin there"),
    "lines from the headline": Evidence(-0.05, "for each line beyond the third"),
    "account line": Evidence(0.3, "a word on its own line between headline and text"),
    "called a source": Evidence(0.15, "class or id of the element: source, author, account"),
    "lines below the headline": Evidence(-0.02, "for each line"),
    "dateline": Evidence(-0.15, "the agency that wired it; a page may have it from elsewhere"),
    "writes for": Evidence(-0.15, "the paper before 记者, where nothing else names the origin"),
    "printed in": Evidence(0.1, "《某某日报》（2024年05月11日 09版） below the text"),
    "in a trailing bracket": Evidence(0.2, "（来源：某报） at the end of a paragraph"),
    # Credits and small fields.
    "read as labelled": Evidence(0.8, "keywords, a subtitle behind its dash"),
    "by its place": Evidence(0.6, "a short line between headline and byline row"),
    "original title": Evidence(0.9, "原标题："),
}
"""Name → weight and why. A score is the sum of the evidence; `Field.others` says which evidence a losing candidate had."""


class Candidate(NamedTuple):
    """A candidate. ``start`` and ``end`` are code points of ``View.text``; ``evidence`` names what the score is made of."""

    value: Any
    start: int
    end: int
    rule: str
    score: float
    evidence: tuple[str, ...] = ()


def weighed(
    value: Any, start: int, end: int, rule: str, evidence: Iterable[str | tuple[str, float]]
) -> Candidate:
    """A candidate whose score is the sum of its evidence; a pair is a name and how many times it counts."""
    score = 0.0
    names: list[str] = []
    for item in evidence:
        name, times = (item, 1.0) if isinstance(item, str) else item
        weight = EVIDENCE[name].weight * times
        score += weight
        names.append(f"{name} {weight:+.2f}")
    return Candidate(value, start, end, rule, score, tuple(names))


class Candidates:
    """What the lines say, in order of the page, unweighed."""

    __slots__ = (
        "claims",
        "credits",
        "crumbs",
        "dates",
        "empty_author",
        "keywords",
        "modified",
        "origins",
        "subtitles",
    )

    def __init__(self) -> None:
        self.dates: list[Candidate] = []
        self.modified: list[Candidate] = []
        self.origins: list[Candidate] = []
        self.credits: list[tuple[Credit, int, int, str]] = []
        self.crumbs: list[Candidate] = []
        self.keywords: list[Candidate] = []
        self.subtitles: list[Candidate] = []
        self.claims: list[Proposal] = []
        self.empty_author = False
