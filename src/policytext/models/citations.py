"""What a document cites, and the places it speaks for, each with what shows it."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from policytext.models.official import DocNumber
from policytext.models.spans import Span

__all__ = ["Action", "Evidence", "EvidenceKind", "Reference", "Region", "RegionLevel"]

Action = Literal["based_on", "repeals", "amends", "issues", "forwards", "interprets"]


@frozen
class Reference:
    """A document that is named in 《…》.

    Attributes:
        title: What stands in 《…》; of a name that was introduced by 以下简称, the full title.
        span: Place of 《…》 in ``Page.text``.
        doc_number: The number behind it, in brackets or not.
        action: What this document does to it; ``None`` where it is only mentioned.
        verb: The word that says so, as displayed.
        verb_span: Its place in ``Page.text``.
    """

    title: str
    span: Span
    doc_number: DocNumber | None = None
    action: Action | None = None
    verb: str | None = None
    verb_span: Span | None = None


EvidenceKind = Literal[
    "icp", "police_no", "id_code", "site_name", "headline", "issuer", "signature", "doc_number"
]


@frozen
class Evidence:
    """What shows a place.

    Attributes:
        kind: Where it stands.
        text: What stands there.
        span: Place in ``Page.text``; ``None`` where the page's head says it.
    """

    kind: EvidenceKind
    text: str
    span: Span | None = None


RegionLevel = Literal["province", "city", "county"]


@frozen
class Region:
    """An administrative division that the page belongs to.

    Attributes:
        code: Six digits of GB/T 2260.
        name: In full: 浙江省, 杭州市, 西湖区.
        level: ``province``, ``city`` (prefecture level) or ``county``.
        evidence: Everything that shows it; a county shows its city and province too.
    """

    code: str
    name: str
    level: RegionLevel
    evidence: tuple[Evidence, ...]
