"""People, their roles at a node, and their sign-ins."""
