"""Which rules match which lines, and which source a page is of."""
