"""The JSON Schemas of the package: ``python tests/tools/make_schemas.py`` writes them.

That of a record is made of `policytext.records.FIELDS`, that of a dictionary of the declared types of the models.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from attrs import fields, has

from policytext.models import Attachment, Document, Image, Link
from policytext.models import blocks as block_models
from policytext.models.blocks import Block
from policytext.models.fields import Credit, DateValue
from policytext.models.official import DocNumber
from policytext.models.serial import FORMAT
from policytext.records import FIELDS

FOLDER = Path(__file__).resolve().parents[2] / "src" / "policytext" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": ["string", "null"]},
    "date": {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
    "integer": {"type": ["integer", "null"], "minimum": 0},
    "number": {"type": ["number", "null"], "minimum": 0},
    "strings": {"type": ["array", "null"], "items": {"type": "string"}},
    "integers": {"type": ["array", "null"], "items": {"type": "integer", "minimum": 0}},
}
TEXT = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/text"}]}
BLOCKS = [
    getattr(block_models, name)
    for name in block_models.__all__
    if isinstance(getattr(block_models, name), type) and issubclass(getattr(block_models, name), Block)
]
VALUES = (Credit, DateValue, DocNumber)
"""Classes that the value of a field can have, beside texts."""


def record_schema() -> dict[str, Any]:
    """The schema of what `Document.to_record` gives."""
    return {
        "$schema": DIALECT,
        "title": "A record of policytext",
        "type": "object",
        "required": [field.name for field in FIELDS],
        "additionalProperties": False,
        "properties": {field.name: {"description": field.meaning, **TYPES[field.type]} for field in FIELDS},
    }


class Maker:
    """Schemas of the models, each class once."""

    def __init__(self) -> None:
        self.made: dict[str, Any] = {
            "text": {
                "description": "A text that JSON would not give back: two lone surrogates side by side.",
                "type": "object",
                "required": ["type", "parts"],
                "properties": {
                    "type": {"const": "text"},
                    "parts": {"type": "array", "items": {"type": "string"}},
                },
            }
        }

    def of(self, kind: Any) -> dict[str, Any]:
        """The schema of a declared type."""
        origin, args = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            arms = [arm for arm in args if arm is not NoneType]
            found = self.of(arms[0])
            return {"anyOf": [found, {"type": "null"}]} if NoneType in args else found
        if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
            return {"type": "array", "items": self.of(args[0])}
        if origin is tuple:
            return self.row([self.of(arg) for arg in args])
        if origin is Literal:
            return {"enum": list(args)}
        kind = origin or kind
        if kind is Any or isinstance(kind, TypeVar):
            texts = [TEXT, {"type": "array", "items": TEXT}, {"type": "null"}]
            return {"anyOf": [*texts, *(self.of(value) for value in VALUES)]}
        if has(kind):
            return self.named(kind)
        if issubclass(kind, tuple):
            return self.row([self.of(hint) for hint in get_type_hints(kind).values()])
        plain: dict[type, dict[str, Any]] = {
            str: TEXT,
            bool: {"type": "boolean"},
            int: {"type": "integer"},
            float: {"type": "number"},
        }
        return plain.get(kind, {"type": "string", "format": "date-time"})

    def row(self, items: list[dict[str, Any]]) -> dict[str, Any]:
        """A list of fixed length."""
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}

    def named(self, kind: type) -> dict[str, Any]:
        """A class of the models, by reference."""
        if kind is Block:
            return {"anyOf": [self.named(block) for block in BLOCKS if block is not Block]}
        if kind.__name__ not in self.made:
            self.made[kind.__name__] = {}
            hints = get_type_hints(kind)
            found = {
                item.alias: self.of(hints[item.name])
                for item in fields(kind)
                if item.init and item.metadata.get("fact", True)
            }
            if issubclass(kind, Block) or kind in VALUES:
                found = {"type": {"const": kind.__name__}, **found}
            self.made[kind.__name__] = {"type": "object", "required": list(found), "properties": found}
        return {"$ref": f"#/$defs/{kind.__name__}"}


def document_schema() -> dict[str, Any]:
    """The schema of what `Document.to_dict` gives; without ledger it lacks ``page`` and ``pieces``."""
    maker = Maker()
    maker.named(Document)
    document = maker.made.pop("Document")
    derived = {
        name: {"type": "array", "items": maker.named(kind)}
        for name, kind in (("images", Image), ("links", Link), ("attachments", Attachment))
    }
    return {
        "$schema": DIALECT,
        "title": "A document of policytext",
        "type": "object",
        "required": [
            "format",
            "text",
            *(name for name in document["required"] if name not in ("page", "pieces")),
        ],
        "dependentRequired": {"page": ["pieces"], "pieces": ["page"]},
        "properties": {
            "format": {"const": FORMAT},
            "text": {"type": "string"},
            **derived,
            **document["properties"],
        },
        "$defs": dict(sorted(maker.made.items())),
    }


SCHEMAS = {"record.schema.json": record_schema, "document.schema.json": document_schema}


def written(name: str) -> str:
    """The text of a schema's file."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for schema in SCHEMAS:
        (FOLDER / schema).write_text(written(schema), encoding="utf-8")
