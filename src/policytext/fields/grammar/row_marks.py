"""Where the parts of a byline row begin: labels, dates and addresses, found in one pass over a folded line.

A label is found backwards from its colon, slash or bar, which every row has and few sentences have; so a line costs what its
marks cost, not what the list of labels is long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.byline_labels import LABELS, ROLES

if TYPE_CHECKING:
    from policytext.fields.grammar.dates import DateHit

__all__ = ["Anchor", "find_anchors"]

# A label counts with a colon, slash or bar after it. Without one it counts at the head of a line or after a blank or bracket,
# before a blank, a digit or the end, and then only where names, a date or a counter follow.
_MARK: Final = re.compile(r" {0,4}(?:是?[:/|])+ {0,3}")
_LONGEST: Final = max(map(len, LABELS))
_PLAIN_WORDS: Final = frozenset(
    {
        word
        for role in (
            "author",
            "reporter",
            "correspondent",
            "editor",
            "duty_editor",
            "photographer",
            "proofreader",
            "reviewer",
            "producer",
            "translator",
        )
        for word in ROLES[role].split()
        if len(word) > 1 and "/" not in word
    }
    | set("来源 来自 发表于 发布于 发布时间 更新时间 发布日期 浏览 阅读 点击 人气 浏览量 阅读量".split())
)
_PLAIN_LENGTHS: Final = sorted({len(word) for word in _PLAIN_WORDS}, reverse=True)
_PLAIN_FIRST: Final = frozenset(word[0] for word in _PLAIN_WORDS)
_EDGE_BEFORE: Final = re.compile(r"^|[ \[(|/、,]")
_URL: Final = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~+-]+", re.ASCII)
# Buttons that stand glued to the value before them where inline elements join.
_GLUED: Final = frozenset({"origin", "author", "editor", "duty_editor", "reporter"})
_GLUED_BUTTONS: Final = frozenset({"分享到", "分享至", "分享", "字号", "字体", "打印", "收藏", "字体大小"})


class Anchor(NamedTuple):
    """Where a part begins. Offsets are code points of the line, half-open."""

    start: int
    end: int
    """One past the label with its mark and blanks, where the value begins; one past the date or address itself."""
    role: str
    """``date``, ``url``, or the label's entry in `policytext.fields.grammar.byline_labels.LABELS`."""
    plain: bool = False
    """No mark follows the label: it counts only where the value bears it out."""


def _may_glue(label: str, role: str) -> bool:
    """Whether a label may follow a Han character: inline elements join (某某时报网作者：), but 长效运营： is a heading."""
    if role in _GLUED:
        return len(label) > 1
    return label in _GLUED_BUTTONS or (role.startswith("date:") and len(label) > 3)


def _label_before(folded: str, end: int) -> tuple[int, str] | None:
    """The longest label that ends at ``end``: its start, and the label without blanks."""
    compact: list[str] = []
    places: list[int] = []
    at = end - 1
    gap = 0
    while at >= 0 and len(compact) < _LONGEST:
        char = folded[at]
        if char == " ":
            gap += 1
            if gap > 4:
                break
        else:
            gap = 0
            compact.append(char)
            places.append(at)
        at -= 1
    word = "".join(reversed(compact)).lower()
    for size in range(len(word), 0, -1):
        label = word[-size:]
        if label in LABELS:
            start = places[size - 1]
            # 来 源, 责　编: short labels are stretched to one width; a longer one with a blank inside is two words.
            if end - start == size or size <= 3:
                return start, label
    return None


def find_anchors(folded: str, dates: list[DateHit]) -> list[Anchor]:
    """Start, end and role of every label, date (role ``date``) and address (``url``), in order, without overlaps."""
    out = [Anchor(hit.start, hit.end, "date") for hit in dates]
    out += [Anchor(match.start(), match.end(), "url") for match in _URL.finditer(folded)]
    for mark in _MARK.finditer(folded):
        found = _label_before(folded, mark.start())
        if found is None:
            continue
        start, label = found
        role = LABELS[label]
        before = folded[start - 1] if start else " "
        if "\u3400" <= before <= "\u9fff" and before not in "日月年" and not _may_glue(label, role):
            continue
        if len(label) == 1 and before not in " |(/[、,·":
            continue
        out.append(Anchor(start, mark.end(), role))
    for edge in _EDGE_BEFORE.finditer(folded):
        at = edge.end()
        if folded[at : at + 1] not in _PLAIN_FIRST:
            continue
        for size in _PLAIN_LENGTHS:
            word = folded[at : at + size]
            if len(word) == size and word in _PLAIN_WORDS:
                end = at + size
                if end == len(folded) or folded[end] == " " or folded[end].isdigit():
                    while end < len(folded) and folded[end] == " ":
                        end += 1
                    if not any(other.start <= at < other.end for other in out):
                        out.append(Anchor(at, end, LABELS[word], plain=True))
                break
    out.sort(key=lambda item: (item.start, -item.end))
    clean: list[Anchor] = []
    for item in out:
        if not clean or item.start >= clean[-1].end:
            clean.append(item)
    return clean
