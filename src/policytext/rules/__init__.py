"""Rules and sources: named data, and the closed vocabulary of builders that source files use.

A rule never cuts. It says which line forms it speaks of and where on a page the form means frame; the engine proposes
and the resolver decides. Patterns are written in *folded* form (half-width, Simplified, see `policytext.page.shadow`) and match
whole lines; what they find is cut from the original.

Form alone is not enough: a telephone number is the point of a notice and a footer two lines later. So every rule names
the place where it holds:

``head``      before the first line of the body
``tail``      after the last line of the body
``outside``   head or tail
``edge``      head or tail, or among the first and last few lines of the body
``anywhere``  inside the body too; only for forms that no author writes

The rule's name is ``"<file>/<rule>"``: rule ``gscn/rank-list`` stands in ``sources/gscn.py``. Names are API, they stand in
users' audit files.
"""

from policytext.rules.builders import excerpt, field_line, glued, line, opener, repeat, text_line
from policytext.rules.evidence import Evidence
from policytext.rules.label import Label
from policytext.rules.rule import FIELD_GROUPS, EngineRule, Place, Rule, Sign
from policytext.rules.source import Source

__all__ = [
    "FIELD_GROUPS", "EngineRule", "Evidence", "Label", "Place", "Rule", "Sign", "Source", "excerpt", "field_line", "glued", "line", "opener", "repeat",
    "text_line",
]  # fmt: skip
