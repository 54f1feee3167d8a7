"""Which characters running Chinese is made of: what a right decoding looks like; and what stands for one that is lost."""

from __future__ import annotations

from functools import cache

from policytext.script.conversion.tables import char_map

__all__ = ["HOLE", "PUNCTUATION", "common_characters"]

HOLE = "\ufffd"
"""A character of which bytes are gone."""

PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％　")


@cache
def common_characters() -> frozenset[str]:
    """The characters of GB 2312 level 1, their Traditional forms, and punctuation.

    Level 1 holds the 3 755 most frequent ones. In news, law and reports they make 98 to 99 per cent of the Han characters; among the characters that a
    wrong decoding gives, about one in six.
    """
    rows = (bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF))
    level_one = {row.decode("gb2312", "ignore") for row in rows} - {""}
    traditional = {chr(code) for code, simple in char_map("t2s").items() if chr(simple) in level_one}
    return frozenset(level_one | traditional | PUNCTUATION)
