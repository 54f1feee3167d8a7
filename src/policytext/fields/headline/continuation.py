"""Headlines over several lines: which lines around the found one belong to it.

Either the head states the whole (`<title>`, 标题： in the header table), or the form of an official title does: 机关 + 关于 +
matter + 文种, broken where the line was full. Two lines that only stand together stay two: the second may be a subtitle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policytext.fields.grammar.breadcrumb import read_breadcrumb
from policytext.fields.grammar.official_words import DOC_NUMBER, KIND
from policytext.fields.headline.stated_titles import title_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.fields.headline.stated_titles import Stated
    from policytext.page.view import View

__all__ = ["run_on"]

_LONGEST: Final = 60
_LINES: Final = 3


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
    return _official(view, index, text)


def _stated(
    view: View, index: int, text: str, key: str, stated: Stated
) -> tuple[str, tuple[int, ...]] | None:
    lines = view.lines
    extra: tuple[int, ...] = ()
    for at in range(index + 1, min(index + _LINES, len(lines))):
        more = title_key(lines[at].fold) if len(lines[at]) <= _LONGEST else ""
        if len(more) < 2 or key + more not in stated.key:
            break
        key += more
        text += " " + lines[at].text
        extra += (at,)
    for at in range(index - 1, max(-1, index - _LINES), -1):
        more = title_key(lines[at].fold) if len(lines[at]) <= _LONGEST else ""
        if len(more) < 2 or more + key not in stated.key or read_breadcrumb(lines[at].text, lines[at].fold):
            break
        key = more + key
        text = lines[at].text + " " + text
        extra += (at,)
    return (text, extra) if extra else None


def _official(view: View, index: int, text: str) -> tuple[str, tuple[int, ...]]:
    lines = view.lines
    folded = lines[index].fold
    if KIND.search(folded):
        if "关于" in folded:
            return text, ()
        # The end of an official title: its beginning stands above.
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
    if "关于" not in folded:
        return text, ()
    parts = [text]
    for at in range(index + 1, min(index + _LINES, len(lines))):
        below = lines[at]
        if len(below) > _LONGEST or below.fold[-1] in "。:;,、":
            break
        parts.append(below.text)
        if KIND.search(below.fold):
            return "".join(parts), tuple(range(index + 1, at + 1))
    return text, ()
