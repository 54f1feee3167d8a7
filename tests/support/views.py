"""Views of small pages, for tests of what looks at lines."""

from __future__ import annotations

from policytext.matching.line_matches import LineMatches
from policytext.matching.matcher import Matcher
from policytext.models.script import NormalizedText
from policytext.page.view import View, build_view
from policytext.readers.dump.reader import read_dump
from policytext.readers.html.reader import read_html
from policytext.sources import SHARED

__all__ = ["matches_of", "sentence", "view_of", "view_of_html"]

_SENTENCE = "县里把检修任务分成三批先修水压不足的村再修管龄超过二十年的段做到修一处验一处"


def view_of(*lines: str) -> View:
    """The view of a dump of these lines."""
    text = "\n".join(lines)
    return build_view(read_dump(text), NormalizedText(text, text))


def view_of_html(markup: str) -> View:
    """The view of a page of HTML."""
    page = read_html(markup)
    return build_view(page, NormalizedText(page.text, page.text))


def matches_of(view: View) -> LineMatches:
    """What its lines match of the shared rules."""
    return Matcher(SHARED).run(view)


def sentence(size: int) -> str:
    """Running text of so many code points, which ends in a full stop."""
    return (_SENTENCE * (size // len(_SENTENCE) + 1))[: size - 1] + "。"
