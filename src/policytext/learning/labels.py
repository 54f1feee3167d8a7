"""Labels of the byline rows of a site, and which field each of them announces.

A label that is not in common use says little: 录入 may be a typist or the editor, 供稿 a paper or a person. Pages of one site together say
more. What stands behind it is always a name, a paper or a day; on some pages another witness (a credit below the text, a tag of the
head) names the same. A label becomes a field only where that is so on nearly all the pages that show it, and nothing that the
generic reading found speaks against it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from policytext.fields.grammar.byline_labels import EDITOR_ROLES, LABELS, WRITER_ROLES
from policytext.fields.grammar.names import looks_person, split_names
from policytext.fields.grammar.origin import clean_origin, looks_origin, origin_kind
from policytext.rules.label import LONGEST_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policytext.learning.observe import Observation, Said
    from policytext.rules.label import LabelField

__all__ = ["FoundLabel", "find_labels"]

_SEEN: Final = 2
"""Documents that must show a label whose word says what it announces."""
_SEEN_DARK: Final = 3
"""The same for other labels: two may be two parts of one article."""
_NEARLY_ALL: Final = 0.8
"""Share of its documents on which a label must be what it is taken for; the rest are its empty and its odd values."""
_WITNESSES: Final = 2
"""Documents on which another witness must name the same, where the word itself does not tell."""
_LIKELY: Final = 0.5
"""How much the value of a label must look like an origin, 0 to 1."""
_KNOWN: Final = 4
"""One in so many of the papers that follow a label must be known as one; behind other words anything may stand."""
_LONGEST: Final = 120
"""Code points of a line that is read for labels: a longer one is a paragraph, and its colons are the text's."""
_ABOVE: Final = 8
"""Lines before the text that are read; a header table above them has its own reader."""
_EDGE: Final = 4
"""Lines at either end of the text that may be its byline still, or already."""
_BELOW: Final = 8
# Shadows, so all brackets and bars have one form. A label begins its line or stands behind a separator: amid a sentence nothing is announced.
_LABEL: Final = re.compile(
    rf"(?:^|(?<=[ |(\[,]))(?P<label>[\u4e00-\u9fffA-Za-z]{{1,{LONGEST_LABEL}}}) ?[:/|\]] ?"
)
_DAY: Final = re.compile(r"[\[(]?0 ?[-/.年] ?0 ?[-/.月] ?0")
_OTHER_DAYS: Final = re.compile(
    r"更|修|改|截|成文|签|生成|印|[生失]效|废|[实施]行|实施|开|始|结束|至|期限|活动|会议|报名|今"
)
"""Words of labels whose day is not that of publication."""
_MEANING: Final[tuple[tuple[re.Pattern[str], LabelField], ...]] = (
    (re.compile(r"[编责]"), "editor"),
    (re.compile(r"[撰写著作笔采访]|记者|通讯|文$|稿[人者员]|author|writer"), "author"),
)
"""What is in the word for a label of persons; those who check, photograph or type are neither."""
_SOURCE: Final = re.compile(
    r"源|原发|首发|出处|出自|来自|[转摘选原]自|[供来投发]稿|稿[自由]|刊|媒体|提供|报送|source|from"
)


_PEOPLE: Final[tuple[tuple[LabelField, str], ...]] = (("author", "authors"), ("editor", "editors"))
_TIME: Final = re.compile(r"日期|时间|日$")


class FoundLabel(NamedTuple):
    """A label, what it announces (``None`` where that is in doubt), and why; ``documents`` show it."""

    text: str
    field: LabelField | None
    documents: int
    why: str


_Named: TypeAlias = "tuple[frozenset[str], Mapping[str, frozenset[str]]]"
"""The persons behind a label on one page, and what its other witnesses say: field to values."""


class _Value(NamedTuple):
    """What stands behind a label on one page, and what is said elsewhere on it."""

    text: str
    day: bool
    """Whether the page's day of publication was read from right here."""
    others: Mapping[str, frozenset[str]]
    """Field → what other lines and the head say of it."""


def find_labels(documents: Sequence[Observation], lines: Sequence[str]) -> list[FoundLabel]:
    """The labels of a site that the generic reading does not know, or knows as something else.

    Args:
        documents: One page for each document.
        lines: The texts behind the numbers, masked.

    Returns:
        Most common first; what is seen alike, in the order of the words. What is in doubt is there without a field.
    """
    pages = [(page, list(_labelled(page, lines))) for page in documents]
    words = {label for _, found in pages for label, _, _ in found}
    shown: defaultdict[str, list[_Value]] = defaultdict(list)
    for page, found in pages:
        # A label that the generic reading took for a name is not a witness.
        others = [said for said in page.said if said.value.strip(":/|[] ") not in words]
        first: set[str] = set()
        for label, value, line in found:
            if value and label not in first:
                first.add(label)
                shown[label].append(_value(value, line, others))
    out: list[FoundLabel] = []
    for label, values in shown.items():
        judged = _judge(label, values) if len(values) >= _SEEN else None
        if judged is not None:
            out.append(FoundLabel(label, judged[0], len(values), judged[1]))
    return sorted(out, key=lambda one: (-one.documents, one.text))


def _value(text: str, line: int, said: Sequence[Said]) -> _Value:
    elsewhere: defaultdict[str, set[str]] = defaultdict(set)
    day = False
    for one in said:
        if one.line != line:
            elsewhere[one.field].add(one.value)
        elif one.field == "published":
            day = one.value in text
    return _Value(text, day, {field: frozenset(values) for field, values in elsewhere.items()})


def _labelled(page: Observation, lines: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Labels, values and the lines of the values near the text, in order; a label alone on its line has its value on the next."""
    near = _near(page)
    for number, index in enumerate(near):
        text = lines[page.lines[index].key]
        if len(text) > _LONGEST:
            continue
        marks = list(_LABEL.finditer(text))
        for mark, following in zip_longest(marks, marks[1:]):
            stop = following.start() if following else len(text)
            yield mark["label"].lower(), text[mark.end() : stop].strip(" |()[]"), index
        if not marks and _is_told(text) and number + 1 < len(near):
            yield text.lower(), lines[page.lines[near[number + 1]].key], near[number + 1]


def _is_told(text: str) -> bool:
    """Whether a line is a word that says what it announces; another word on its own line may be a value itself."""
    return (
        len(text) <= LONGEST_LABEL
        and text.isalpha()
        and origin_kind(text) not in ("medium", "office", "person")
        and (bool(_SOURCE.search(text) or _TIME.search(text)) or _meant(text) is not None)
    )


def _near(page: Observation) -> list[int]:
    inside = [index for index, line in enumerate(page.lines) if line.inside]
    if not inside:
        return []
    edges = {*inside[:_EDGE], *inside[-_EDGE:]}
    stop = min(inside[-1] + _BELOW, len(page.lines))
    return [
        index
        for index in range(max(0, inside[0] - _ABOVE), stop)
        if index in edges or not page.lines[index].inside
    ]


def _judge(label: str, values: Sequence[_Value]) -> tuple[LabelField | None, str] | None:
    """What a label announces, with the reason; ``None`` where it is of no interest, or read already."""
    # Days have a form of their own; persons have names that can be told; the rest may be a paper. So the surest is asked first.
    for judge in (_day, _persons, _paper):
        judged = judge(label, values)
        if judged is not None:
            return judged if judged[0] is None or _new(label, judged[0]) else None
    return None


def _new(label: str, field: LabelField) -> bool:
    """Whether the generic reading takes the label for something else, or for nothing."""
    role = LABELS.get(label, "")
    if role in WRITER_ROLES:
        return field != "author"
    if role in EDITOR_ROLES:
        return field != "editor"
    return role.removeprefix("date:") != field


def _most(count: int, of: int) -> bool:
    return count >= _NEARLY_ALL * of


def _day(label: str, values: Sequence[_Value]) -> tuple[LabelField | None, str] | None:
    """A label of the day of publication: the one that was read there, or the only one that the pages show."""
    if not _most(sum(_DAY.match(value.text) is not None for value in values), len(values)):
        return None
    if LABELS.get(label, "date:published") != "date:published" or _OTHER_DAYS.search(label):
        return None
    alone = sum(value.day or "published" not in value.others for value in values)
    return ("published", "the day of publication follows") if _most(alone, len(values)) else None


def _persons(label: str, values: Sequence[_Value]) -> tuple[LabelField | None, str] | None:
    """A label of authors or editors: persons follow it, and a witness or the word says which."""
    role = LABELS.get(label)
    if role not in (None, "issuer", *WRITER_ROLES, *EDITOR_ROLES):
        return None
    named = [(frozenset(split_names(value.text, value.text)), value.others) for value in values]
    persons = sum(bool(names) and all(map(looks_person, names)) for names, _ in named)
    if not _most(persons, len(named)):
        return None
    return _told_by_witnesses(named) or _told_by_the_word(label, named)


def _told_by_witnesses(named: Sequence[_Named]) -> tuple[LabelField, str] | None:
    """The field of persons in which other witnesses name those behind the label, on nearly all pages that name any."""
    agree, against = _witnesses(named)
    best = max(agree, key=lambda field: agree[field])
    # Where the same persons are named as authors and as editors, witnesses do not tell which of the two the label means.
    told = agree[best] >= _WITNESSES and not min(agree.values())
    if told and _most(agree[best], agree[best] + against[best]):
        return best, f"persons follow; on {agree[best]} pages another witness names the same"
    return None


def _told_by_the_word(label: str, named: Sequence[_Named]) -> tuple[LabelField | None, str] | None:
    """The field of persons that the label's word speaks of, unless a witness contradicts it."""
    agree, against = _witnesses(named)
    # 发稿人, 录入 put the text on the site: whatever is in the word, they need not have written it.
    meant = None if LABELS.get(label) == "issuer" else _meant(label)
    if meant is None:
        return (None, "persons follow, but nothing tells what they did") if len(named) >= _SEEN_DARK else None
    if against[meant] or any(agree[field] for field in agree if field != meant):
        return None, "persons follow, but other witnesses name others"
    return meant, "persons follow, and the word says what they did"


def _meant(label: str) -> LabelField | None:
    """The field of persons that the word itself speaks of."""
    return next((field for form, field in _MEANING if form.search(label)), None)


def _witnesses(named: Sequence[_Named]) -> tuple[dict[LabelField, int], dict[LabelField, int]]:
    """Per field of persons, on how many pages another witness of it names one of those here, and on how many only others."""
    nothing = frozenset[str]()
    agree: dict[LabelField, int] = {}
    against: dict[LabelField, int] = {}
    for field, name in _PEOPLE:
        said = [(names, others.get(name, nothing)) for names, others in named]
        agree[field] = sum(bool(names & theirs) for names, theirs in said)
        against[field] = sum(bool(theirs) for _, theirs in said) - agree[field]
    return agree, against


def _paper(label: str, values: Sequence[_Value]) -> tuple[LabelField | None, str] | None:
    """A label of the origin: papers and offices follow it, those that other witnesses name where there are any."""
    role = LABELS.get(label, "origin" if _SOURCE.search(label) else "")
    if role != "origin":
        return None
    named = [clean_origin(value.text) for value in values]
    if not _are_papers(named):
        return None
    others = [(name, value.others.get("origin")) for name, value in zip(named, values, strict=True)]
    stated = [(name, theirs) for name, theirs in others if theirs]
    agree = sum(name in theirs for name, theirs in stated)
    # One page that another witness contradicts is enough: a wrong origin on every page of a site is worse than none.
    if agree < len(stated):
        return None, "papers follow, but other witnesses name others"
    if not agree:
        return "origin", "papers and offices follow"
    return "origin", f"papers and offices follow; on {agree} pages another witness names the same"


def _are_papers(named: Sequence[str]) -> bool:
    """Whether nearly all of the values may be an origin, and enough of them are known to be."""
    known = sum(origin_kind(name) in ("medium", "office") for name in named)
    fitting = sum(looks_origin(name, labelled=True) >= _LIKELY for name in named)
    return _KNOWN * known >= len(named) and _most(fitting, len(named))
