"""From a plain-text dump to a page."""
