"""Whether a row among or below the paragraphs is the page's own, or belongs to the text: notices are dated and signed, comments are, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policytext.fields.candidates.row_company import is_labelled
from policytext.fields.grammar.byline_labels import EDITOR_ROLES, WRITER_ROLES
from policytext.fields.grammar.names import is_name
from policytext.fields.grammar.rows import PEOPLE
from policytext.page.shadow import fold

if TYPE_CHECKING:
    from policytext.fields.grammar.rows import Row
    from policytext.page.view import Line

__all__ = ["own_row"]

_WORD: Final = 6
_STRONG: Final = WRITER_ROLES | EDITOR_ROLES


def own_row(row: Row, line: Line) -> bool:
    """Whether a row among or below the paragraphs speaks of this text's making rather than belongs to the text.

    A signing date, 时间：… and 截止日期：… of a notice, a date that heads an entry are text. Names behind a role, a labelled
    origin, 发布时间 and its kin, or a date to the minute are not.
    """
    if len(line) > 120:
        return False
    announced = [part.role for part in row.parts if part.labelled and part.value_end > part.value_start]
    if row.left > 4 and line.text[-1] in "。！？!?" and not {"origin", "author"} <= set(announced):
        # 本文来自微信公众号“青禾”，作者：王小禾，经授权发布。 ends like a sentence, and is none.
        return False
    for number, part in enumerate(row.parts):
        if part.role in _STRONG or (part.role in PEOPLE and any(is_name(fold(name)) for name in part.names)):
            return True
        if part.role in ("origin", "material") and part.value_end > part.value_start:
            return True
        if part.role == "date:published" and part.date is not None:
            label = row.parts[number - 1] if is_labelled(row, number) else None
            if label is not None and len(line.fold[label.start : label.end].strip(" :").replace(" ", "")) > 2:
                return True
            if label is None and part.date.precision in ("minute", "second"):
                # Who said what and when is a comment.
                return row.left <= _WORD
    return False
