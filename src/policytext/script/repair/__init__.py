"""What is damaged: glosses, byte damage, stray characters."""
