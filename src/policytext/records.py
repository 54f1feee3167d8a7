r"""Records: a document as plain values for tables. `FIELDS` names every field, its type and its meaning.

>>> import policytext
>>> doc = policytext.parse("关于开展春季植树的通知\n2024-03-01\n各村要在三月底前完成补植，并做好管护，确保成活。\n")
>>> record = doc.to_record()
>>> record["title"], record["published_on"], record["published_precision"], record["authors"]
('关于开展春季植树的通知', '2024-03-01', 'day', [])
>>> [field.name for field in FIELDS] == list(record)
True

JSON Schemas of a record and of what `Document.to_dict` gives are in the package: ``schemas/record.schema.json`` and
``schemas/document.schema.json``.
"""

from __future__ import annotations

from policytext.models.record import FIELDS, RecordField, RecordType, Scalar, empty_record, to_record

__all__ = ["FIELDS", "RecordField", "RecordType", "Scalar", "empty_record", "error_record", "to_record"]


def error_record(location: str, code: str, message: str) -> dict[str, Scalar]:
    """The record of an input that could not be read, so that one bad page leaves a row and not a hole.

    >>> error_record("a.png", "binary", "the bytes are a picture")["error"]
    'binary'
    """
    return {**empty_record(), "location": location, "error": code, "message": message}
