"""Who owns which character: what rules claim, and how it is shared out."""
