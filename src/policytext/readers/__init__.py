"""The two ways in: `html` (the only module that knows lxml) and `dump`."""
