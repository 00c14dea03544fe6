"""Where every node stands: derived from parents, order and what continues what."""
