"""Lines of frame that begin alike and go on differently: the neighbours of an article (前一条：某某), a topic, a counter of words.

The block that holds the text often holds them too. The generic reading left them out; in a learned place they would be text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.byline_labels import LABELS
from policytext.learning.protected import protects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policytext.learning.observe import Observation, Seen

__all__ = ["FoundPrefix", "find_prefixes"]

_BEGINNING: Final = re.compile(
    r"[\[(<«‹]? ?(?P<word>[\u4e00-\u9fff]{2,8}) ?[\])]?(?: ?[:|>»›/·] ?|(?<=\]) ?)(?=\S)"
)
_BEHIND: Final = 6
"""Lines behind the text that are looked at: farther off no place of the text reaches."""
_SEEN: Final = 3
"""Documents that must show a beginning: two neighbours of one column share theirs by chance."""
_LONGEST: Final = 120
"""Code points from which on a line is running text, whatever it begins with."""


class FoundPrefix(NamedTuple):
    """How the lines begin, masked, and how many documents have one."""

    text: str
    documents: int


def find_prefixes(documents: Sequence[Observation], lines: Sequence[str]) -> list[FoundPrefix]:
    """Beginnings of lines that stand behind the text on half of the documents, and in the text of none; most common first.

    Args:
        documents: One page for each document.
        lines: The texts behind the numbers, masked.
    """
    holders: defaultdict[str, set[int]] = defaultdict(set)
    rests: defaultdict[str, set[str]] = defaultdict(set)
    # Titles of lists begin alike, too: 某县：….
    within = {found[0] for page in documents if (found := _BEGINNING.match(page.title))}
    for number, page in enumerate(documents):
        for line, found in _beginnings(page, lines):
            if line.inside or line.spent or protects(found.string):
                within.add(found[0])
            else:
                holders[found[0]].add(number)
                rests[found[0]].add(found.string[found.end() :])
    least = max(_SEEN, len(documents) / 2)
    kept = [
        FoundPrefix(text, len(pages))
        for text, pages in holders.items()
        # One ending only is one line, and a rule for the whole of it is safer than one for how it begins.
        if len(pages) >= least and len(rests[text]) > 1 and text not in within
    ]
    return sorted(kept, key=lambda one: (-one.documents, one.text))


def _beginnings(page: Observation, lines: Sequence[str]) -> Iterator[tuple[Seen, re.Match[str]]]:
    """The lines of the text, and those shortly behind it, that have a beginning to be set apart."""
    last = max((index for index, line in enumerate(page.lines) if line.inside), default=len(page.lines))
    for index, line in enumerate(page.lines):
        text = lines[line.key]
        near = line.inside or last < index <= last + _BEHIND
        if near and not line.known and len(text) <= _LONGEST:
            found = _BEGINNING.match(text)
            # 作者: and the like begin bylines, which have readers of their own.
            if found is not None and found["word"] not in LABELS:
                yield line, found
