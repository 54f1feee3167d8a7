"""Values read from a page, each with the place it was read from."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import total_ordering
from typing import Generic, Literal, TypeVar, get_args

from attrs import evolve, field, frozen

from policytext.models.brief import shown
from policytext.models.spans import Span

__all__ = [
    "CHINA_TIME", "FIELD_NAMES", "Credit", "DateField", "DateKind", "DateValue", "Field", "ListField", "Precision", "TextField",
]  # fmt: skip

T = TypeVar("T")

CHINA_TIME = timezone(timedelta(hours=8))
"""One zone for all of China since 1949. A fixed offset: a zone database would be read from disk."""

Precision = Literal["year", "month", "day", "hour", "minute", "second"]
DateKind = Literal["published", "signed", "updated", "effective", "repealed", "printed", "archived", "other"]

TextField = Literal["title", "subtitle", "origin", "publisher", "description", "url"]
DateField = Literal["published", "modified"]
ListField = Literal["authors", "editors", "breadcrumb", "keywords"]
FIELD_NAMES: tuple[str, ...] = (*get_args(TextField), *get_args(DateField), *get_args(ListField))
"""Attributes of a document that `Document.field` answers for."""

_PRECISIONS: tuple[str, ...] = get_args(Precision)
_LENGTH: dict[str, int] = {"year": 4, "month": 7, "day": 10}


@total_ordering
@frozen(order=False)
class DateValue:
    """A date as far as the page gave it, never further. Dates are ordered by moment; of two at one moment the coarser is less.

    Attributes:
        value: The moment in China time; what lies below ``precision`` is zero and means nothing.
        precision: ``year``, ``month``, ``day``, ``hour`` (下午3点), ``minute`` or ``second``. Midnight to the second
            counts as ``day``: content systems write it where they know no time.
        raw: The text the date was read from.
        kind: ``published`` unless a label says otherwise (更新 updated, 成文 signed, 印发 printed ...).
    """

    value: datetime
    precision: Precision
    raw: str = field(repr=shown)
    kind: DateKind = "published"

    def isoformat(self) -> str:
        """ISO 8601, cut at the precision; times carry ``+08:00``.

        >>> DateValue(datetime(2021, 12, 21, 9, 8, tzinfo=CHINA_TIME), "minute", "21-12-21 09:08").isoformat()
        '2021-12-21T09:08:00+08:00'
        """
        if self.precision == "hour":
            return self.value.isoformat(timespec="hours")
        text = self.value.isoformat()
        return text[: _LENGTH[self.precision]] if self.precision in _LENGTH else text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, DateValue):
            return NotImplemented
        return self._rank() < other._rank()

    def _rank(self) -> tuple[datetime, int, str, str]:
        # All attributes take part, so that no two dates that differ are on a level.
        return self.value, _PRECISIONS.index(self.precision), self.raw, self.kind

    def __str__(self) -> str:
        return self.isoformat()


@frozen
class Credit:
    """Who did what: the names a label stands for.

    Attributes:
        role: ``reporter``, ``correspondent``, ``author``, ``photographer``, ``editor``, ``duty_editor``,
            ``proofreader``, ``reviewer``, ``producer`` or another role of the glossary.
        names: As displayed, in order, without the label.
        raw: Label and names as they stand on the page.
        span: Place of ``raw`` in ``Page.text``; ``None`` where it comes from the page's head.
    """

    role: str
    names: tuple[str, ...] = field(repr=shown)
    raw: str = field(repr=shown)
    span: Span | None = None


@frozen
class Field(Generic[T]):
    """One value of the document with its provenance.

    Attributes:
        name: Attribute of the document, such as ``published``.
        value: The value itself.
        raw: The text it was read from, as displayed.
        span: Place of ``raw`` in ``Page.text``; ``None`` where it comes from the page's head (meta tags). What stands within it and is not
            displayed, or was repaired, is in the span and not in ``raw``.
        rule: Who says so: ``"gscn/byline"``, ``"meta/pubdate"``, ``"url/date"``.
        confidence: 0 to 1; what the candidates were ranked by.
        others: The candidates that lost, best first.
        evidence: What the confidence is made of, where it was weighed: ``"over-row +3.6"``, the weightiest first.
    """

    name: str
    value: T = field(repr=shown)
    raw: str = field(repr=shown)
    span: Span | None
    rule: str
    confidence: float = 1.0
    others: tuple[Field[T], ...] = field(default=(), repr=False)
    evidence: tuple[str, ...] = field(default=(), repr=False)

    def with_others(self, others: tuple[Field[T], ...]) -> Field[T]:
        """The same field, remembering who lost against it."""
        return evolve(self, others=others)
