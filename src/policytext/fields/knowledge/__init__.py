"""What a careful reader knows: what papers, offices, places and people are called."""
