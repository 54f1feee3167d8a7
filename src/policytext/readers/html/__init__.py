"""From HTML to a page; the only room that knows lxml."""
