"""Each number that decides what a line of a byline says, at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.fields.grammar.bare_words import bare_pieces, glued_words
from policytext.fields.grammar.breadcrumb import _column_and_text, _is_path, _names_the_page
from policytext.fields.grammar.byline_labels import LABELS
from policytext.fields.grammar.credits import _labelled
from policytext.fields.grammar.cuts import Cuts
from policytext.fields.grammar.dateline import Dateline, _bracketed, _medium
from policytext.fields.grammar.dates import find_dates
from policytext.fields.grammar.keywords import split_keywords
from policytext.fields.grammar.names import _clean, read_names
from policytext.fields.grammar.origin import looks_origin
from policytext.fields.grammar.row_marks import _labels_before, _without_blanks
from policytext.fields.grammar.rows import read_row
from policytext.fields.grammar.segments import typed_worth
from support.edges import Edge, at_the_edge, fake

if TYPE_CHECKING:
    from collections.abc import Callable


def supplied(size: int) -> bool:
    """Whether a word of so many characters that ends in 供稿 tells who supplied the text, and names nobody."""
    word = "植" * (size - 2) + "供稿"
    return not next(iter(bare_pieces(word, word, 0, size, cut=False))).parts


def person_and_medium(name: str) -> object:
    """What a person and a medium of this name are read as, with no blank between."""
    word = f"王小禾{name}发布"
    return glued_words(word, word, 0, len(word))


def credit_behind(size: int) -> object:
    """The credit of a bracket in which so many characters stand before its label."""
    inner = "青" * (size - 1) + " 作者:王小禾"
    return _labelled(inner, inner)


def medium_before(place: str) -> int:
    """Where a news agency ends that this place follows; 0 where the whole is no agency and place."""
    text = f"新华社{place}"
    return _medium(text, 0, len(text))[1]


def names_in_bracket(count: int) -> Dateline | None:
    """A bracket of reporters, so many names and one more."""
    text = "(记者" + "王小禾 " * count + "李大山"
    return _bracketed(text, text, 1, len(text), behind=len(text))


def listed(count: int) -> tuple[str, ...]:
    """So many names in a credit."""
    text = "、".join(["王小禾"] * count)
    return read_names(text, text).names


def without_codes(count: int) -> bool:
    """Whether so many codes of the staff, each with a tail before it, are taken off a name."""
    text = "王小禾" + "摄 (PK155)" * count
    return _clean(text, text)[0] == "王小禾"


def ends(breaks: int, limit: int = 99) -> int:
    """How many ends of a value are weighed that may end at so many places and at its limit."""
    return len(list(Cuts.ends(fake(_breaks=range(1, breaks), _starts=()), 0, limit)))


def read_in_one(label: str) -> bool:
    """Whether a label with blanks between its characters is one."""
    return (0, label.replace(" ", "")) in _labels_before(label, len(label), LABELS, ())


@at_the_edge(
    Edge("bare_words._SUPPLIER", 40, 41, supplied),
    Edge("bare_words._NAME", "青禾植树植树植树", "青禾植树植树植树植", person_and_medium),
    Edge("bare_words._OWN", "青", "青青", lambda name: not person_and_medium(name)),
    Edge("breadcrumb._COLUMN_AND_TEXT", 14, 15, lambda size: _column_and_text(*["植" * (size - 3) + " 正文"] * 2)),
    Edge("breadcrumb._MOST", 8, 9, lambda count: _is_path(["首页"] * count, "", labelled=True)),
    Edge("breadcrumb._LONGEST_COLUMN", 25, 26, lambda size: not _names_the_page(["首页", "植" * size], "")),
    Edge("breadcrumb._TELLING", 8, 9, lambda size: not _names_the_page(["首页", "植" * size], "植" * size + "浇水")),
    Edge("credits._FRONT", 18, 19, credit_behind),
    Edge("dateline._PLACE", "内蒙古自治区", "广西壮族自治区", medium_before),
    Edge("dateline._SHORT_PLACE", "植植植", "植植植植", medium_before),
    Edge("dateline._LONG_CREDIT", 9, 10, names_in_bracket),
    Edge("dates._FIRST_YEAR", 1989, 1990, lambda year: not find_dates(f"{year}年1月2日")),
    Edge("dates._REPUBLIC", 112, 113, lambda year: find_dates(f"民國{year}年1月2日")[0].value.year == 2023),
    Edge("keywords._MANY", 30, 31, lambda count: len(split_keywords("、".join(map(str, range(count))))) == count),
    Edge("names._LONGEST", 20, 21, listed),
    Edge("names._LEVELS", 4, 5, without_codes),
    Edge("origin._WORD", 16, 17, lambda size: looks_origin("禾" * size, labelled=True) == 0.8),
    Edge("origin._PHRASE", 24, 25, lambda size: looks_origin("禾" * size, labelled=True) == 0.5),
    Edge("origin._LONGEST", 40, 41, lambda size: looks_origin("禾" * size, labelled=True)),
    Edge("cuts._ENDS", 6, 7, lambda count: ends(count, 30) == count),
    Edge("cuts._SPAN", 40, 41, lambda limit: ends(1, limit)),
    Edge("row_marks._STRETCHED", "评 论 员", "责 任 编 辑", read_in_one),
    Edge("row_marks._GAP", 4, 5, lambda gap: _without_blanks("来" + " " * gap + "源", gap + 2)[0] == "来源"),
    Edge("rows._LINE_LIMIT", 240, 241, lambda size: read_row("来源:青禾日报 " + "植" * (size - 8)).parts),
    Edge("rows._PLAIN_LIMIT", 60, 61, lambda size: read_row("记者 王小禾 " + "植" * (size - 7)).parts),
    Edge("segments._WEIGHED", 8, 9, lambda size: typed_worth(1.0, size) > typed_worth(1.0, size - 1)),
)  # fmt: skip
def test_a_constant_decides_at_its_edge(holds: Callable[[Any], object], last: object, beyond: object) -> None:
    """What holds up to the last value holds no more at the first one beyond it."""
    assert holds(last)
    assert not holds(beyond)
