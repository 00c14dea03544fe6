"""Changes of the tree: move, close, merge, split, another way through the steps."""
