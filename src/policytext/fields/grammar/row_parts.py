"""What a line is to the grammar of rows: its typed parts, and how much of it they explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from policytext.fields.grammar.byline_labels import WIDGET
from policytext.fields.grammar.names import is_organisation

if TYPE_CHECKING:
    from policytext.fields.grammar.dates import DateHit

__all__ = ["PEOPLE", "SEPARATORS", "TELLING", "Part", "Row", "joined", "typed_part"]

SEPARATORS: Final = " |()[]<>《》·,、;:/\\-_~*+=@\"'#!?〓.。"
"""What stands between the pieces of a row and means nothing."""
PEOPLE: Final = frozenset(
    "author reporter correspondent translator photographer editor duty_editor proofreader reviewer producer issuer".split()
)
"""Roles whose values are names."""
TELLING: Final = frozenset({*PEOPLE, "origin", "publisher", "material", "label"}) - {"issuer"}


class Part(NamedTuple):
    """A typed stretch of a line. All offsets are code points of the line, half-open."""

    role: str
    """Role of `policytext.fields.grammar.byline_labels.ROLES`, ``date:<kind>``, ``label`` for the label of a date, ``url``,
    ``place``, ``partial`` for a date without its year, or ``bare`` for a word that nothing explains."""
    start: int
    end: int
    value_start: int
    value_end: int
    names: tuple[str, ...] = ()
    date: DateHit | None = None
    labelled: bool = True
    """Whether a label announces it; a bare word is what the tables say."""
    sure: float = 1.0
    """How sure the tables are of a bare word, 0 to 1."""


class Row(NamedTuple):
    """A line as the grammar reads it."""

    parts: tuple[Part, ...]
    total: int
    """Characters of the line that are no blanks."""
    left: int
    """Those that the grammar does not explain."""

    @property
    def explained(self) -> float:
        """Share of the line that the grammar explains, 0 to 1."""
        return 1.0 - self.left / self.total if self.total else 0.0

    @property
    def is_byline(self) -> bool:
        """Whether the line is a byline row: it says who, when or from where, and hardly anything else."""
        if not any((p.role in TELLING and p.labelled) or p.role.startswith("date:") for p in self.parts):
            return False
        dated = any(p.date or p.role == "label" for p in self.parts)
        signed = dated and any(p.role == "author" and p.labelled for p in self.parts)
        if any(p.role == "origin" and p.labelled and p.value_end > p.value_start for p in self.parts):
            # 本文来自微信公众号“青禾”，作者：王小禾，经授权发布: a notice about the text, as good as a date.
            dated = dated or any(p.labelled and p.names for p in self.parts)
        # Beside a date stand a paper, a column, a place; a sentence leaves more than a dozen characters.
        return self.left <= (28 if signed else 14 if dated else 2) or self.explained >= 0.8


def typed_part(kind: str, sure: float, start: int, end: int, text: str) -> Part:
    """The part of a bare word."""
    if kind == "person":
        name = text[start:end] if text[start:end].isascii() else "".join(text[start:end].split())
        return Part("author", start, end, start, end, (name,), labelled=False, sure=sure)
    role = "origin" if kind in ("medium", "office") else kind
    return Part(role, start, end, start, end, labelled=False, sure=sure)


def joined(parts: list[Part], folded: str, text: str) -> list[Part]:
    """The parts in order, bare words side by side as one; the poster of 某某 发表于 2005-9-15 is its author."""
    out: list[Part] = []
    for part in parts:
        before = out[-1] if out else None
        if part.role == "reported":
            if before is not None and before.role == "author" and not before.labelled:
                # 王小禾 青禾報導: the name before it is the reporter's.
                out[-1] = before._replace(role="reporter", end=part.end, labelled=True)
            continue
        if before is not None:
            out[-1] = _poster(before, part, folded, text) or before
            if whole := _one_part(out[-1], part, folded):
                out[-1] = whole
                continue
        if len(out) > 1 and _supplied(out[-2], out[-1], part, folded):
            # 供稿：石桥县融媒体中心 王小禾: the office is the writer's.
            label, office = out[-2:]
            out[-2:] = [
                label._replace(end=part.end, value_start=office.start, value_end=part.end, names=part.names)
            ]
            continue
        out.append(part)
    return out


def _poster(before: Part, part: Part, folded: str, text: str) -> Part | None:
    """Who posted: 某某 发表于 2005-9-15, 山间小路 于 2024-05-18 发布."""
    low, high = before.start, before.end
    if part.role == "label" and before.role in ("bare", "author") and not before.labelled:
        who = folded[low:high].rsplit(" ", 1)[-1]
        if (
            "于" in folded[part.start : part.end]
            and 2 <= len(who) <= 20
            and not is_organisation(who)
            and not WIDGET.match(who)
        ):
            low = high - len(who)
            return Part("author", low, high, low, high, (text[low:high],))
    if part.date and _posts(before, part, folded):
        stop = high - 2
        low = folded.rfind(" ", 0, stop) + 1
        return Part("author", low, high, low, stop, (text[low:stop],))
    return None


def _supplied(label: Part, office: Part, part: Part, folded: str) -> bool:
    """Whether an empty label of people, an office and a name stand in a row."""
    named = bool(part.names) and not part.labelled
    if not named or not _is_empty(label) or label.role not in PEOPLE:
        return False
    return office.role == "origin" and not office.labelled and not folded[office.end : part.start].strip()


def _is_empty(part: Part) -> bool:
    return part.labelled and part.value_start == part.value_end and not part.names


def _posts(before: Part, dated: Part, folded: str) -> bool:
    """Whether a word, 于, a date and 发布 stand in a row: 山间小路 于 2024-05-18 16:56:30 发布, as weblogs show their writer."""
    who = folded[before.start : before.end]
    behind = folded[dated.end :].lstrip()
    return (
        before.role == "bare"
        and who.endswith(" 于")
        and behind.startswith(("发布", "发表"))
        and 2 <= len(who[:-2].rsplit(" ", 1)[-1]) <= 20
    )


def _one_part(before: Part, part: Part, folded: str) -> Part | None:
    """Two parts that are one: words that nobody explains, a label and what stands right behind it, an origin of several names."""
    between = folded[before.end : part.start]
    if part.labelled or between.strip(SEPARATORS):
        return None
    if before.role == part.role == "bare" and before.end < part.start:
        return before._replace(end=part.end, value_end=part.value_end)
    empty = _is_empty(before)
    if empty and before.role == part.role == "origin":
        return before._replace(end=part.end, value_start=part.start, value_end=part.end)
    if empty and before.role in PEOPLE and part.names:
        return before._replace(
            end=part.end, value_start=part.value_start, value_end=part.value_end, names=part.names
        )
    if before.role == part.role == "origin" and between.strip() == "、":
        # 综合某报、某社: the text is made of both.
        return before._replace(end=part.end, value_end=part.end)
    return None
