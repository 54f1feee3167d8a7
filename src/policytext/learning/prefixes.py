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
    from collections.abc import Sequence

    from policytext.learning.observe import Observation

__all__ = ["FoundPrefix", "find_prefixes"]

_BEGINNING: Final = re.compile(
    r"[\[(<«‹]? ?(?P<word>[\u4e00-\u9fff]{2,8}) ?[\])]?(?: ?[:|>»›/·] ?|(?<=\]) ?)(?=\S)"
)
_BEHIND: Final = 6
"""Lines behind the text that are looked at: farther off no place of the text reaches."""
_SEEN: Final = 3
_LONGEST: Final = 120


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
        last = max((index for index, line in enumerate(page.lines) if line.inside), default=len(page.lines))
        for index, line in enumerate(page.lines):
            if not line.inside and not last < index <= last + _BEHIND:
                continue
            text = lines[line.key]
            found = _BEGINNING.match(text)
            if found is None or len(text) > _LONGEST or line.known or found["word"] in LABELS:
                continue
            if line.inside or line.spent or protects(text):
                within.add(found[0])
            else:
                holders[found[0]].add(number)
                rests[found[0]].add(text[found.end() :])
    kept = [
        FoundPrefix(text, len(pages))
        for text, pages in holders.items()
        if len(pages) >= _SEEN
        and len(pages) * 2 >= len(documents)
        and len(rests[text]) > 1
        and text not in within
    ]
    return sorted(kept, key=lambda one: (-one.documents, one.text))
