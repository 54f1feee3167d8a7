"""What a learned source was seen to rest on: one entry a place, rule or line that was kept because it was doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from attrs import field, frozen, validators

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Evidence", "Subject", "report_lines"]

Subject = Literal["place", "frame", "end", "label", "kept", "pages"]
"""``place``: where the body is; ``frame``: a line that is frame; ``end``: a line behind which nothing is text; ``label``: a label whose
value is a field; ``kept``: a line that is repeated but was left in the text; ``pages``: what the pages were."""


@frozen
class Evidence:
    """One observation. It holds repeated lines, labels and names of blocks only, nothing that stood in a single document.

    Attributes:
        subject: What it speaks of; see `Subject`.
        name: The place (``"#zoom"``), the rule (``"qinghe/frame-5f1c"``) or, of what was kept, the reason in a word.
        documents: In how many documents it was seen.
        of: Of how many documents.
        example: The line as it was seen, folded, digits as ``0``; ``""`` for a place.
        why: The reason, for people.
    """

    subject: Subject = field(validator=validators.in_(get_args(Subject)))
    name: str = field(validator=validators.instance_of(str))
    documents: int = field(validator=[validators.instance_of(int), validators.ge(0)])
    of: int = field(validator=[validators.instance_of(int), validators.ge(0)])
    example: str = field(default="", validator=validators.instance_of(str))
    why: str = field(default="", validator=validators.instance_of(str))


_ORDER: tuple[Subject, ...] = ("pages", "place", "end", "frame", "label", "kept")


def report_lines(evidence: Iterable[Evidence]) -> list[str]:
    """One line an observation, in the order in which a person would look at them."""
    return [
        f"{item.subject:<6}{item.documents:>4}/{item.of:<5}{item.name}{f' «{item.example}»' if item.example else ''}: {item.why}"
        for item in sorted(evidence, key=lambda item: _ORDER.index(item.subject))
    ]
