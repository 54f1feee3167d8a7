"""Headlines over several lines: which lines around the found one belong to it.

Either the head states the whole (`<title>`, 标题： in the header table), or the form of an official title does: 机关 + 关于 +
matter + 文种, broken where the line was full. Two lines that only stand together stay two: the second may be a subtitle.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.breadcrumb import read_breadcrumb
from policytext.fields.grammar.names import is_organisation, looks_person
from policytext.fields.grammar.official_words import DOC_NUMBER, KIND
from policytext.fields.headline.stated_titles import title_key
from policytext.models.page import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from policytext.fields.headline.stated_titles import Stated
    from policytext.page.view import Line, View

__all__ = ["HEADING", "TITLE_BLOCK", "run_on"]

HEADING: Final = int(Mark.HEADING)
TITLE_BLOCK: Final = re.compile(
    r"(?:^|[.\-_ ])(?:(?:art|article|news|post|entry|content|cont?|detail|main|page|arc|doc|info|text|blog|topic|thread|show|big|head|xl|the|log)?"
    r"[-_]?(?:title|tit|bt|biaoti)\d?|headline|subject|h1|(?:title|tit)[-_]?(?:box|main|con|text|h1|article|wrap|big|name))(?:$|[.\-_ ])"
)
"""Class or id of a block that designers call a title."""

_LONGEST: Final = 60
_LINES: Final = 3
_MOST: Final = 4
"""Lines of one heading, fewer than: four and more are a list."""
_SHORTEST: Final = 4
_OPEN: Final = re.compile(r"[的和与及暨、《]$|关于[^ ]{0,20}$")
_GOES_ON: Final = re.compile(r"[的和与及暨》、]")
_PAIRS: Final = ("《》", "()", "“”", "[]")
_NO_PIECE: Final = re.compile(r"^[-(\[]|\d{1,2}:\d\d|[|>:]|(?:19|20)\d\d[-/.]|[。;,]$")
_HEADS: Final = frozenset({"h1", "h2", "h3"})


def run_on(
    view: View, index: int, text: str, key: str, claims: Sequence[Stated]
) -> tuple[str, tuple[int, ...]]:
    """The whole headline, and the lines it takes beside the one that was found.

    Args:
        view: The page.
        index: The line that was found.
        text: The headline's part in it.
        key: The key of ``text``.
        claims: What the head states.
    """
    for stated in claims:
        if key in stated.key and key != stated.key:
            found = _stated(view, index, text, key, stated)
            if found is not None:
                return found
    if any(key == stated.key for stated in claims):
        return text, ()
    whole = _official(view, index, text)
    return whole if whole[1] else _pieces(view, index, text)


def _pieces(view: View, index: int, text: str) -> tuple[str, tuple[int, ...]]:
    """The lines of one heading: in a block that is one, or, in a dump that sets blocks apart by blank lines, between two of them."""
    alike = _in_one_heading if view.page.form == "html" else _set_apart
    first, last = _run_around(view, index, alike)
    if first == last or last - first >= _MOST:
        return text, ()
    if view.page.form == "text" and not _bounded(view, first, last):
        return text, ()
    parts = [text if at == index else view.lines[at].text for at in range(first, last + 1)]
    # Broken where the line was full: official headlines, and what ends in 的 or begins with it, are one word string.
    joint = "" if KIND.search(view.lines[last].fold) and "关于" in parts[0] else " "
    return joint.join(parts), tuple(at for at in range(first, last + 1) if at != index)


def _run_around(view: View, index: int, alike: Callable[[View, int, int], bool]) -> tuple[int, int]:
    """The first and last of the lines around one that each are ``alike`` with their neighbour."""
    first = last = index
    while first > 0 and index - first < _LINES and alike(view, first - 1, first):
        first -= 1
    while last + 1 < len(view.lines) and last - index < _LINES and alike(view, last, last + 1):
        last += 1
    return first, last


def _in_one_heading(view: View, above: int, below: int) -> bool:
    """Whether two lines stand in one block that is a heading or called a title, or a phrase goes on over a <br>."""
    one, two = view.lines[above], view.lines[below]
    if _NO_PIECE.search(one.fold) or _NO_PIECE.search(two.fold) or two.link * 2 > len(two):
        return False
    if one.node == two.node and _breaks_off(one.fold, two.fold):
        return True
    nodes = view.page.nodes
    if one.node == two.node and TITLE_BLOCK.search(nodes[one.node].ident):
        return True
    return any(nodes[at].tag in _HEADS for at in set(_up(view, one)) & set(_up(view, two)))


def _up(view: View, line: Line) -> tuple[int, int]:
    """The block a line stands in, and the block around it."""
    return line.node, max(0, view.page.nodes[line.node].parent)


def _set_apart(view: View, above: int, below: int) -> bool:
    """Whether two lines of a dump are one: the first is no whole phrase. Two whole ones are a headline and its deck."""
    one, two = view.lines[above], view.lines[below]
    return (
        _breaks_off(one.fold, two.fold)
        and _is_piece(one)
        and _is_piece(two)
        and view.text.count("\n", one.end, two.start) == 1
    )


def _breaks_off(one: str, two: str) -> bool:
    """Whether a phrase that begins in one line ends in the next."""
    return (
        _OPEN.search(one) is not None
        or _GOES_ON.match(two) is not None
        or any(one.count(first) > one.count(second) for first, second in _PAIRS)
    )


def _bounded(view: View, first: int, last: int) -> bool:
    """Whether blank lines stand before and behind."""
    lines, text = view.lines, view.text
    before = first > 0 and text.count("\n", lines[first - 1].end, lines[first].start) > 1
    return before and last + 1 < len(lines) and text.count("\n", lines[last].end, lines[last + 1].start) > 1


def _is_piece(line: Line) -> bool:
    """Whether a line may be a part of a headline: no row, no deck behind a dash, no name of a paper or person."""
    folded = line.fold
    return (
        _SHORTEST <= len(folded) <= _LONGEST
        and folded[-1] not in "。;:,"
        and not _NO_PIECE.search(folded)
        and not looks_person(folded)
        and not is_organisation(folded)
    )


def _stated(
    view: View, index: int, text: str, key: str, stated: Stated
) -> tuple[str, tuple[int, ...]] | None:
    lines = view.lines
    extra: tuple[int, ...] = ()
    for at in range(index + 1, min(index + _LINES, len(lines))):
        more = title_key(lines[at].fold) if len(lines[at]) <= _LONGEST else ""
        # Behind a separator stands the column or the site, which may be displayed as well.
        if len(more) < 2 or key + more not in stated.key or key in stated.ends:
            break
        key += more
        text += " " + lines[at].text
        extra += (at,)
    for at in range(index - 1, max(-1, index - _LINES), -1):
        more = title_key(lines[at].fold) if len(lines[at]) <= _LONGEST else ""
        if (
            len(more) < 2
            or more + key not in stated.key
            or more in stated.ends
            or read_breadcrumb(lines[at].text, lines[at].fold)
        ):
            break
        key = more + key
        text = lines[at].text + " " + text
        extra += (at,)
    return (text, extra) if extra else None


def _official(view: View, index: int, text: str) -> tuple[str, tuple[int, ...]]:
    """The lines of an official title by its form: 关于 … 通知. A line with both, or with neither, stands alone."""
    folded = view.lines[index].fold
    begins, ends = "关于" in folded, KIND.search(folded) is not None
    if begins == ends:
        return text, ()
    return _down_to_kind(view, index, text) if begins else _up_to_matter(view, index, text)


def _up_to_matter(view: View, index: int, text: str) -> tuple[str, tuple[int, ...]]:
    """A line that ends an official title: its beginning stands above, with 关于."""
    lines = view.lines
    parts = [text]
    for at in range(index - 1, max(-1, index - _LINES), -1):
        above = lines[at]
        if (
            len(above) > _LONGEST
            or above.fold[-1] in "。:;,、"
            or KIND.search(above.fold)
            or DOC_NUMBER.search(above.fold)
        ):
            break
        parts.insert(0, above.text)
        if "关于" in above.fold:
            return "".join(parts), tuple(range(at, index))
    return text, ()


def _down_to_kind(view: View, index: int, text: str) -> tuple[str, tuple[int, ...]]:
    """A line that begins an official title: its end stands below, with the kind of document."""
    lines = view.lines
    parts = [text]
    for at in range(index + 1, min(index + _LINES, len(lines))):
        below = lines[at]
        if len(below) > _LONGEST or below.fold[-1] in "。:;,、":
            break
        parts.append(below.text)
        if KIND.search(below.fold):
            return "".join(parts), tuple(range(index + 1, at + 1))
    return text, ()
