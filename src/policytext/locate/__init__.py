"""Where the body is, and what the page is."""
