"""Pages of one text are one document: sites show an article on several pages, and what is copied does not count as repeated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policytext.learning.observe import Observation

__all__ = ["distinct"]

_OFTEN = 3
"""On more pages than this, and on more than a fifth, a line cannot tell documents apart."""
_SHARE = 5


def distinct(pages: Sequence[Observation]) -> list[Observation]:
    """One page for each text, in an order that does not depend on the order of the pages.

    Two pages are of one text when the lines of their bodies that are not common on the site are the same. Of several pages the one
    with the smallest digest is taken. A page without such lines is a document of its own.
    """
    # On how many pages each line of a body stands ("document frequency").
    df: Counter[int] = Counter()
    for page in pages:
        df.update({line.key for line in page.lines if line.inside})
    often = max(_OFTEN, len(pages) // _SHARE)
    found: dict[object, Observation] = {}
    # By digest: the same pages in another order must give the same source.
    for page in sorted(pages, key=lambda page: page.digest):
        own = frozenset(line.key for line in page.lines if line.inside and df[line.key] <= often)
        found.setdefault((page.form, own) if own else page.digest, page)
    return list(found.values())
