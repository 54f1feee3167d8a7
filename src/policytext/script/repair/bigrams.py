"""Which pairs of characters stand side by side in Chinese: the evidence for a repair.

Three sources. The pairs inside the words of the conversion dictionaries (some 60 000, folded to Simplified);
a packaged table for the words that both scripts write alike, which these dictionaries have no reason to
hold; and the document's own pairs, which cover its names and its manner. Characters that form words by
themselves (的, 了, 在 …) go with anything.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from itertools import pairwise

from policytext.script.conversion.tables import char_map, dictionary
from policytext.script.data.bigrams_data import TABLE

__all__ = ["Evidence", "dictionary_pairs", "fold", "word_pairs"]

# Function words of one character, numerals and measure words: what stands beside them proves nothing and
# excludes nothing.
_ALONE = frozenset(
    "的了在是和与及对为以于从到把被将向由因而或并且也都就才又还再不没有这那其各每某个们中上下内外前后里"
    "一二三四五六七八九十百千万亿两第年月日时分元次名位人家项条件种只等要会能可应该让使给比更最很着过地得之所者"
    "说大小多少新全本该此至自当用做去来看好"
)


def fold(text: str) -> str:
    """The same text in Simplified characters, one for one."""
    return text.translate(char_map("t2s"))


@cache
def dictionary_pairs() -> frozenset[str]:
    """Pairs of neighbours inside the words of the conversion dictionaries, in Simplified characters."""
    pairs: set[str] = set()
    for word in dictionary("STPhrases"):
        pairs.update(map("".join, pairwise(word)))
    for word in dictionary("TSPhrases"):
        simple = fold(word)
        pairs.update(map("".join, pairwise(simple)))
    return frozenset(pairs)


@cache
def word_pairs() -> frozenset[str]:
    """`dictionary_pairs`, and the packaged words that both scripts write alike."""
    packaged = (line[0] + second for line in TABLE.splitlines() for second in line[1:])
    return dictionary_pairs().union(packaged)


class Evidence:
    """What a document and the dictionaries say about pairs. Everything is in Simplified characters.

    Args:
        text: The document.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def whole(self) -> bool:
        """Whether private-use characters survived, so that none was stripped."""
        return re.search("[\ue000-\uf8ff]", self._text) is not None

    @cached_property
    def _own(self) -> Counter[str]:
        folded = fold(self._text)
        return Counter(map("".join, pairwise(folded)))

    @cached_property
    def _singles(self) -> Counter[str]:
        return Counter(fold(self._text))

    def knows(self, pair: str) -> bool:
        """Whether the pair is one of a dictionary's, or stands in the document."""
        return pair in word_pairs() or pair in self._own

    def words(self, text: str) -> int:
        """How many pairs of ``text`` stand inside a dictionary's words."""
        folded = fold(text)
        return sum(map(word_pairs().__contains__, map("".join, pairwise(folded))))

    def alone(self, char: str) -> bool:
        """Whether the character is a word by itself that goes with anything."""
        return char in _ALONE

    def often(self, pair: str) -> bool:
        """Whether the document has the pair twice, and the second is what mostly follows the first there."""
        seen = self._own[pair]
        return seen >= 2 and seen >= 0.35 * self._singles[pair[0]]
