"""A document as plain JSON values, and back without loss: ``from_dict(to_dict(doc)) == doc``.

Attributes keep their names. A span is ``[start, end]``, a tuple a list, a date ISO 8601, absent is ``None`` or an empty
list. Where a value could be of several classes (a block, the value of a field) the key ``type`` names its class. Nothing is
cut to the letter of the page: lone surrogates of a ``str`` page survive ``json.dumps`` as long as it escapes (its default). A
text with two of them side by side, which JSON would read back as one character, is ``{"type": "text", "parts": [...]}``.

Keys at the top that follow from others, for readers that want nothing else: ``text``, ``images``, ``links``,
``attachments``; `from_dict` does not read them. ``format`` is the version of this layout. A key that is missing, because an
older version wrote the dictionary, has its default.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

from policytext.errors import UsageError
from policytext.models import blocks as block_models
from policytext.models.blocks import Block
from policytext.models.fields import Credit, DateValue
from policytext.models.official import DocNumber
from policytext.models.tables import Cell

if TYPE_CHECKING:
    from attrs import Attribute

    from policytext.models.document import Document

__all__ = ["FORMAT", "from_dict", "to_dict"]

FORMAT = 1
"""Version of the layout. It changes when an old reader would misread a new dictionary."""

T = TypeVar("T")

_TAG = "type"
_SPLIT = "text"
# Between two lone surrogates that JSON would read back as one character.
_PAIR = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")
_TAGGED: dict[str, type] = {
    **{
        name: getattr(block_models, name)
        for name in block_models.__all__
        if name not in ("Clause", "Measure", "Section")
    },
    "Credit": Credit,
    "DateValue": DateValue,
    "DocNumber": DocNumber,
}


def to_dict(document: Document, *, ledger: bool = True) -> dict[str, Any]:
    r"""The document as dictionaries, lists, texts, numbers, booleans and ``None``.

    >>> import json, policytext
    >>> doc = policytext.parse("关于开展春季植树的通知\n各村要在三月底前完成补植，并做好管护。\n")
    >>> flat = json.loads(json.dumps(doc.to_dict()))
    >>> flat["text"]
    '各村要在三月底前完成补植，并做好管护。'
    >>> policytext.Document.from_dict(flat) == doc
    True
    """
    plain = _plain(document)
    if not ledger:
        del plain["page"], plain["pieces"]
    shown = {name: _plain(getattr(document, name)) for name in ("images", "links", "attachments")}
    return {"format": FORMAT, "text": document.text, **shown, **plain}


def from_dict(kind: type[T], data: Mapping[str, Any]) -> T:
    """The document (``kind``) that `to_dict` made ``data`` of. The ledger is checked again.

    Raises:
        UsageError: ``malformed``: not what `to_dict` makes, or of another ``format``.
    """
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise UsageError("malformed", f"from_dict takes what to_dict makes, with format {FORMAT}")
    try:
        shaped: T = _shaped(kind, data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UsageError("malformed", f"from_dict takes what to_dict makes: {error!r}") from error
    return shaped


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value if _PAIR.search(value) is None else {_TAG: _SPLIT, "parts": _PAIR.split(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if has(type(value)):
        kind = type(value).__name__
        out: dict[str, Any] = {_TAG: kind} if kind in _TAGGED else {}
        for item in fields(type(value)):
            if _kept(item):
                out[item.alias] = _plain(getattr(value, item.alias))
        return out
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Declared type of every attribute, in order."""
    hints = get_type_hints(kind)
    if has(kind):
        return {item.alias: hints[item.name] for item in fields(kind) if _kept(item)}
    return hints


def _kept(item: Attribute[Any]) -> bool:
    """Whether an attribute is a fact, and does not follow from others."""
    return item.init and item.metadata.get("fact", True)


def _shaped(kind: Any, value: Any) -> Any:
    """``value`` as a value of the declared type ``kind``."""
    if value is None:
        if kind is Any or kind is NoneType or NoneType in get_args(kind):
            return None
        raise ValueError(f"None stands where {kind} should")
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _shaped(next(arm for arm in get_args(kind) if arm is not NoneType), value)
    if origin is tuple:
        return _shaped_tuple(get_args(kind), value)
    if origin is Literal:
        if value not in get_args(kind):
            raise ValueError(f"{value!r} is not one of {get_args(kind)}")
        return value
    return _shaped_plain(origin or kind, value)


def _shaped_plain(kind: Any, value: Any) -> Any:
    """``value`` as a value of a class."""
    if isinstance(value, Mapping) and value.get(_TAG) == _SPLIT:
        return "".join(value["parts"])
    if kind is Any or isinstance(kind, TypeVar):
        return _untyped(value)
    if kind is datetime:
        return datetime.fromisoformat(str(value))
    if has(kind):
        return _shaped_model(kind, value)
    if issubclass(kind, tuple):
        # Spans, runs and nodes: lists without names, so each value stands in its place.
        parts = zip(_hints(kind).values(), value, strict=True)
        return kind(*(_shaped(hint, part) for hint, part in parts))
    # JSON of other languages writes 1.0 as 1.
    if not isinstance(value, kind) and not (kind is float and isinstance(value, int)):
        raise TypeError(f"{value!r} stands where {kind.__name__} should")
    return value


def _shaped_model(kind: Any, value: Any) -> Any:
    """A model by its attributes; what is missing has its default, what is not known is left out: another version wrote it."""
    if kind is Cell and isinstance(value, str):
        # A cell was a text before cells had spans.
        return Cell(value)
    if issubclass(kind, Block):
        kind = _TAGGED[value[_TAG]]
    return kind(**{name: _shaped(hint, value[name]) for name, hint in _hints(kind).items() if name in value})


def _shaped_tuple(kinds: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(f"{value!r} stands where a list should")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_shaped(kinds[0], item) for item in value)
    return tuple(_shaped(kind, item) for kind, item in zip(kinds, value, strict=True))


def _untyped(value: Any) -> Any:
    """The value of a field: a text, a date, names, or several of them."""
    if isinstance(value, Mapping):
        return _shaped(_TAGGED[value[_TAG]], value)
    if isinstance(value, list | tuple):
        return tuple(_untyped(item) for item in value)
    return value
