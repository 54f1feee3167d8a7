"""The evidence for a headline, as a table: name, weight, and why it tells. One line sums it up.

No kind of evidence needs another: a heading element, a block that is called a title, a byline row below, the text below, the
same words in the text, the same line again on the page. The names stand in `Field.evidence`, so that a user can see why a title
won, and why another lost.

The weights were fitted, not chosen: `tests/tools/fit_headline.py` says on which pages and how well they do on sites that were
left out. ``sentences`` alone was chosen: the pages at hand have no headline with it to fit it by. Their sum is a log-odds: where it is 3 higher, a line is twenty times likelier to be the headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policytext.fields.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["EVIDENCE", "Trait", "named", "score"]

Trait = tuple[str, float]
"""Name of a kind of evidence, and how much of it there is, as a rule 0 to 1."""


EVIDENCE: Final[dict[str, Evidence]] = {
    # What the head says.
    "stated": Evidence(4.0, "the head of the page (<title>, ArticleTitle, og:title) calls it so"),
    "first-line": Evidence(4.0, "the first line of a dump, which may be the text of <title>, repeats it"),
    # What the markup says.
    "h1": Evidence(2.2, "the heading of the first order"),
    "h2": Evidence(1.5, "a heading of the second order"),
    "h3": Evidence(0.8, "a heading of the third order"),
    "heading": Evidence(0.6, "some other heading"),
    "title-block": Evidence(1.1, "its block is called a title"),
    "set-off": Evidence(0.6, "bold, or set in the middle"),
    "link-near": Evidence(-0.8, "a link; weblogs link a headline to itself"),
    "link-far": Evidence(-1.6, "a link far above the text: a menu"),
    "chrome": Evidence(-0.6, "stands in a navigation, header, footer or form"),
    "item": Evidence(-1.1, "an item of a list"),
    # Its form.
    "long": Evidence(-1.2, "longer than headlines are"),
    "full-length": Evidence(1.6, "at least ten characters, as headlines have"),
    "very-short": Evidence(-1.1, "fewer than five characters"),
    "clauses": Evidence(-1.1, "three commas and more: a sentence"),
    "numbered": Evidence(-1.3, "a heading within the text: 一、 (二) 3."),
    "broken-up": Evidence(-0.9, "bars, gaps or brackets in a row"),
    "menu": Evidence(-4.0, "the columns of a site, one behind the other"),
    "name": Evidence(-1.2, "a person's name or a handle"),
    "site": Evidence(-1.6, "called like a site, a paper or an office"),
    "sentence": Evidence(-1.3, "a sentence among the text"),
    "sentences": Evidence(-3.0, "a full stop within: none of 149 labelled headlines has one"),
    "caption": Evidence(-3.0, "says who took a picture, or what it shows"),
    "bracketed": Evidence(-3.0, "all of it stands in brackets"),
    "dashed": Evidence(-1.6, "begins with a dash: a deck"),
    "kind": Evidence(0.6, "ends in a kind of document (通知, 公告, 意见 ...)"),
    "title-label": Evidence(1.8, "标题:, 主题: stands before it"),
    "date-behind": Evidence(1.7, "a date stands behind it in the same line"),
    # Its place.
    "over-row": Evidence(3.6, "right above the byline row"),
    "over-row-2": Evidence(2.3, "one line further up"),
    "over-row-3": Evidence(1.2, "two lines further up"),
    "over-row-4": Evidence(0.8, "three or four lines further up"),
    "over-text": Evidence(1.6, "right above the text"),
    "over-text-2": Evidence(0.7, "one line further up"),
    "over-text-3": Evidence(0.4, "two or three lines further up"),
    "row": Evidence(-2.0, "is a byline row itself"),
    "below-row": Evidence(-1.0, "stands below the byline row"),
    "under-row": Evidence(1.5, "right below a byline row above which no headline stands"),
    "near": Evidence(0.5, "within eight lines of the text"),
    "close": Evidence(0.8, "within fourteen lines of the text"),
    "far": Evidence(-0.7, "further up than that"),
    "very-far": Evidence(-0.8, "more than sixty lines up"),
    "in-text": Evidence(-0.5, "stands among the text"),
    "before-prose": Evidence(1.2, "stands in the text, and a paragraph follows"),
    "alone": Evidence(1.0, "blank lines set it apart from all else"),
    "below-path": Evidence(1.0, "the path of columns stands above it"),
    "second": Evidence(-0.5, "a line that could be the headline as well stands right above"),
    "deck": Evidence(-1.5, "such a line stands above, and the byline row below: it is the headline's second deck"),
    "top": Evidence(0.8, "the first line of a page without menus"),
    # What the rest of the page says.
    "words": Evidence(2.8, "its pairs of characters stand in the text"),
    "again": Evidence(0.8, "stands on the page once more"),
    "again-near": Evidence(1.1, "stands once more within six lines"),
    "path-end": Evidence(1.4, "the path of columns ends in it"),
}  # fmt: skip

_WEIGHTS: Final = {name: evidence.weight for name, evidence in EVIDENCE.items()}
_TELLING: Final = 0.3
"""Evidence that moves the sum by less is not worth naming."""


def score(traits: Iterable[Trait]) -> float:
    """What the evidence adds up to."""
    return sum([_WEIGHTS[name] * value for name, value in traits])


def named(traits: Iterable[Trait]) -> tuple[str, ...]:
    """Names of what tells, each with its share of the sum, the weightiest first: ``"over-row +2.5"``."""
    shares = [(name, _WEIGHTS[name] * value) for name, value in traits]
    shares.sort(key=lambda item: -abs(item[1]))
    return tuple(f"{name} {share:+.1f}" for name, share in shares if abs(share) >= _TELLING)
