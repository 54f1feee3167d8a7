"""Which line is the headline, and how it goes on."""
