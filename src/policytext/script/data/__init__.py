"""Tables, no code."""
