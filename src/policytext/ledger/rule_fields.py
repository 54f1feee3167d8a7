"""Candidates for fields that a source's own rules read: the named groups of the patterns that held in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from policytext.fields.grammar.breadcrumb import split_breadcrumb
from policytext.fields.grammar.dates import find_dates
from policytext.fields.grammar.names import split_names
from policytext.models.fields import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.matching.line_matches import RuleMatch
    from policytext.page.view import View

__all__ = ["fields_from_rules"]

_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[:/]")
_PLURAL = {"author": "authors", "editor": "editors"}


def fields_from_rules(view: View, applied: Sequence[tuple[int, RuleMatch]]) -> list[Field[Any]]:
    """A field for every named group that matched, in the order of the page.

    Args:
        view: The page.
        applied: Line index and match, for the rules that hold where they stand.
    """
    out: list[Field[Any]] = []
    for index, found in applied:
        line = view.lines[index]
        for group in found.rule.regex.groupindex:
            start, end = found.match.span(group)
            # A group that took no part in the match, or took nothing: a label without a value.
            if start >= end:
                continue
            start += line.start + found.offset
            end += line.start + found.offset
            raw = view.text[start:end]
            value = _value(group, raw, found.match[group])
            if value:
                name = _PLURAL.get(group, group)
                out.append(Field(name, value, raw, view.source_span(start, end), found.rule.name))
    return out


def _value(group: str, raw: str, folded: str) -> Any:
    if group == "published":
        hits = find_dates(folded)
        return hits[0].dated(raw) if hits else None
    if group in _PLURAL:
        return _names(raw, folded)
    if group == "breadcrumb":
        return split_breadcrumb(raw)
    if group == "keywords":
        return tuple(raw.replace(",", " ").replace("，", " ").replace("、", " ").split())
    return raw.strip()


def _names(raw: str, folded: str) -> tuple[str, ...]:
    """Names of a value; labels within it (``某某 责任编辑:某某``) set names apart."""
    # A rule's pattern takes the whole value, and on some pages the next label is glued to it.
    names: list[str] = []
    at = 0
    for label in (*_LABEL.finditer(folded), None):
        end = label.start() if label else len(folded)
        names += split_names(raw[at:end], folded[at:end])
        at = label.end() if label else end
    return tuple(dict.fromkeys(names)) or (raw.strip(),)
