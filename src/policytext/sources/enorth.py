"""Enorth WebPublisher (北方网) of regional news portals: every block of the template stands between two comments.

The body has no mark of its own; where the template marks the page numbers, they stand right behind it.
"""

from policytext.rules import Source

SOURCE = Source(
    key="enorth",
    markup=("comment:enorth cms block start", "comment:enorth cms page"),
)
