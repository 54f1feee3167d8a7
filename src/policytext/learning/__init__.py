"""Pages of one site in, a source out: where its body is, which lines are frame, and the evidence for both."""

from __future__ import annotations

from policytext.learning.learn import learn

__all__ = ["learn"]
