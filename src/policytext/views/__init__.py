"""To look at: one page with what was removed folded in place, and two readings of a page side by side. Text in, text out."""

from __future__ import annotations

from policytext.views.compare import compare_view
from policytext.views.page_view import page_fragment, page_view

__all__ = ["compare_view", "page_fragment", "page_view"]
