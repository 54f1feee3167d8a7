"""The values of the library: frozen, hashable, picklable; no behaviour that reads or writes anything."""

from policytext.models.blocks import (
    Block,
    Caption,
    Clause,
    Code,
    Heading,
    ListItem,
    Measure,
    Paragraph,
    Quote,
    Section,
    Table,
)
from policytext.models.citations import Evidence, Reference, Region
from policytext.models.document import Document, PageKind, SiteInfo
from policytext.models.fields import CHINA_TIME, Credit, DateKind, DateValue, Field, Precision
from policytext.models.ledger import Piece, Removal, Role, RuleCount, check_partition
from policytext.models.official import DocNumber, Official, Part, PartKind
from policytext.models.page import Form, Mark, Meta, Node, Page, Run
from policytext.models.pager import Pager
from policytext.models.references import Attachment, Image, Link
from policytext.models.script import (
    Ambiguity,
    Change,
    Damage,
    NormalizedText,
    Rival,
    ScriptName,
    ScriptReport,
)
from policytext.models.tables import Cell

__all__ = [
    "CHINA_TIME",
    "Ambiguity",
    "Attachment",
    "Block",
    "Caption",
    "Cell",
    "Change",
    "Clause",
    "Code",
    "Credit",
    "Damage",
    "DateKind",
    "DateValue",
    "DocNumber",
    "Document",
    "Evidence",
    "Field",
    "Form",
    "Heading",
    "Image",
    "Link",
    "ListItem",
    "Mark",
    "Measure",
    "Meta",
    "Node",
    "NormalizedText",
    "Official",
    "Page",
    "PageKind",
    "Pager",
    "Paragraph",
    "Part",
    "PartKind",
    "Piece",
    "Precision",
    "Quote",
    "Reference",
    "Region",
    "Removal",
    "Rival",
    "Role",
    "RuleCount",
    "Run",
    "ScriptName",
    "ScriptReport",
    "Section",
    "SiteInfo",
    "Table",
    "check_partition",
]  # fmt: skip
