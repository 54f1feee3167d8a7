"""Candidates for fields that a source's own rules read: the named groups of the patterns that held in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policytext.fields.breadcrumb import split_breadcrumb
from policytext.fields.dates import find_dates
from policytext.fields.names import split_names
from policytext.models.fields import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.forms import Form
    from policytext.view import View

__all__ = ["hints_of"]

_PLURAL = {"author": "authors", "editor": "editors"}


def hints_of(view: View, applied: Sequence[tuple[int, Form]]) -> list[Field[Any]]:
    """A field for every named group that matched, in the order of the page.

    Args:
        view: The page.
        applied: Line index and form, for the rules that hold where they stand.
    """
    out: list[Field[Any]] = []
    for index, form in applied:
        line = view.lines[index]
        for group in form.rule.regex.groupindex:
            start, end = form.match.span(group)
            if start >= end:
                continue
            start += line.start + form.offset
            end += line.start + form.offset
            raw = view.text[start:end]
            value = _value(group, raw, form.match[group])
            if value:
                name = _PLURAL.get(group, group)
                out.append(Field(name, value, raw, view.source_span(start, end), form.rule.name))
    return out


def _value(group: str, raw: str, folded: str) -> Any:
    if group == "published":
        hits = find_dates(folded)
        return hits[0].dated(raw) if hits else None
    if group in _PLURAL:
        return split_names(raw, folded) or (raw.strip(),)
    if group == "breadcrumb":
        return split_breadcrumb(raw)
    if group == "keywords":
        return tuple(raw.replace(",", " ").replace("，", " ").replace("、", " ").split())
    return raw.strip()
