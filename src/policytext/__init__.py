r"""Read Chinese regional news and policy pages by program.

>>> import policytext
>>> doc = policytext.parse("某市发布防汛通知\n\n2024-05-06 08:00 来源：某市日报\n\n各县区要加强值守，确保群众安全。有险情及时报告，及时转移。\n")
>>> doc.title
'某市发布防汛通知'
"""

from policytext.document.join import join
from policytext.errors import PolicytextError
from policytext.learning import learn
from policytext.matching.check_source import check_source
from policytext.models import Document, NormalizedText, Page, Piece, Removal
from policytext.models.limits import Limits
from policytext.models.spans import Span
from policytext.parsing import Parser, parse
from policytext.rules import Rule, Source
from policytext.script import detect_script, normalize
from policytext.sources import find_source

__all__ = [
    "Document",
    "Limits",
    "NormalizedText",
    "Page",
    "Parser",
    "Piece",
    "PolicytextError",
    "Removal",
    "Rule",
    "Source",
    "Span",
    "check_source",
    "detect_script",
    "find_source",
    "join",
    "learn",
    "normalize",
    "parse",
]
