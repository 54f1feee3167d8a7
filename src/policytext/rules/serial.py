"""A source as plain data and back, for a file that a person reads, edits and shares. Absent is left out: TOML has no null."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import NOTHING, fields

from policytext.errors import UsageError
from policytext.rules.evidence import Evidence
from policytext.rules.label import Label
from policytext.rules.rule import Rule

if TYPE_CHECKING:
    from policytext.rules.source import Source

__all__ = ["FORMAT", "dict_of", "source_of"]

FORMAT = 1
"""Number of the layout of `Source.to_dict`. A later one is refused by `Source.from_dict`."""


def dict_of(source: Source) -> dict[str, Any]:
    """The source as dictionaries, lists, texts and numbers, in a fixed order; what has its default value is left out."""
    out: dict[str, Any] = {"format": FORMAT}
    out.update(_values(source))
    return out


def _values(item: Any) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for attribute in fields(type(item)):
        value = getattr(item, attribute.name)
        # Defaults are left out: a file that a person reviews says what was chosen.
        if (
            not attribute.init
            or value is None
            or (attribute.default is not NOTHING and value == attribute.default)
        ):
            continue
        if isinstance(value, tuple):
            value = [one if isinstance(one, str) else _values(one) for one in value]
        elif not isinstance(value, (str, int)):
            value = _values(value)
        out[attribute.name] = value
    return out


def source_of(data: object, made: type[Source]) -> Source:
    """The source that `dict_of` made ``data`` of, or that a person wrote in that layout.

    Raises:
        UsageError: ``malformed``: not of that layout, the message says where; ``later_format``: written by a later version;
            ``bad_source``, ``bad_rule``: of that layout, but of no use.
    """
    if not isinstance(data, Mapping):
        raise UsageError("malformed", f"a source is made of a mapping, not of {type(data).__name__}")
    # A person who writes a source need not know of formats.
    number = data.get("format", FORMAT)
    if not isinstance(number, int):
        raise UsageError("malformed", f"format: a number is wanted, not {number!r}")
    # An older version would leave out what it does not know, such as what a rule spares, and cut more.
    if number > FORMAT:
        raise UsageError(
            "later_format",
            f"the source is written in format {number}, this version reads up to {FORMAT}: update policytext",
        )
    return _source({name: value for name, value in data.items() if name != "format"}, made)


def _source(data: Mapping[str, Any], made: type[Source]) -> Source:
    values = _known(data, made, "source")
    values["rules"] = tuple(_each(data, "rules", Rule))
    values["labels"] = tuple(_each(data, "labels", Label))
    values["evidence"] = tuple(_each(data, "evidence", Evidence))
    family = data.get("family")
    if family is not None:
        if not isinstance(family, Mapping):
            raise UsageError("malformed", "family: a source is made of a mapping")
        values["family"] = _source(family, made)
    if "key" not in values:
        raise UsageError("malformed", "a source needs a key")
    return made(**values)


def _each(data: Mapping[str, Any], name: str, made: type[Any]) -> list[Any]:
    items = data.get(name, [])
    if not isinstance(items, (list, tuple)):
        raise UsageError("malformed", f"{name}: a list is wanted, not {type(items).__name__}")
    out: list[Any] = []
    for number, item in enumerate(items):
        where = f"{name}[{number}]"
        if not isinstance(item, Mapping):
            raise UsageError("malformed", f"{where}: a mapping is wanted, not {type(item).__name__}")
        try:
            out.append(made(**_known(item, made, where)))
        except (TypeError, ValueError) as error:
            # Our own errors say already what is wrong; those of Python say nothing of the place.
            if isinstance(error, UsageError):
                raise
            raise UsageError("malformed", f"{where}: {error}") from None
    return out


def _known(data: Mapping[str, Any], made: type[Any], where: str) -> dict[str, Any]:
    names = {attribute.name for attribute in fields(made) if attribute.init}
    # A misspelt name would be a rule that silently does something else.
    unknown = sorted(str(name) for name in data if name not in names)
    if unknown:
        raise UsageError(
            "malformed",
            f"{where}: nothing is called {', '.join(unknown)}; known are {', '.join(sorted(names))}",
        )
    # JSON and TOML have lists only.
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
