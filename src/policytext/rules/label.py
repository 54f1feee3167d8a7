"""A label of a site's byline rows that is not in common use, and the field that its value is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from attrs import Attribute, field, frozen, validators

from policytext.errors import UsageError
from policytext.models.brief import shown

if TYPE_CHECKING:
    from typing import TypeAlias

__all__ = ["LONGEST_LABEL", "Label", "LabelField"]

LabelField: TypeAlias = Literal["author", "editor", "origin", "published", "publisher", "none"]
"""``none``: the value is not a field; the label only ends the value before it."""

LONGEST_LABEL = 8
"""Code points of a label; what is longer before a colon is a clause."""


def _usable(_: object, __: Attribute[str], value: Any) -> None:
    if (
        not isinstance(value, str)
        or not 1 <= len(value) <= LONGEST_LABEL
        or value != value.lower()
        or any(char.isspace() or char in ":/|：／｜" for char in value)
    ):
        raise UsageError(
            "bad_source",
            f"a label is a word of at most {LONGEST_LABEL} small letters, without blanks and without its colon, not {shown(value)}",
        )


@frozen
class Label:
    """One label.

    Attributes:
        text: Folded (Simplified, half-width, small letters), without blanks and without what stands behind it: a colon, a slash, a
            bar, a closing bracket.
        field: What its value is.

    Raises:
        UsageError: ``bad_source``: the text could not be a label.
    """

    text: str = field(validator=_usable)
    field: LabelField = field(validator=validators.in_(get_args(LabelField)))
