"""What the page's lines offer for each field, zone by zone."""
