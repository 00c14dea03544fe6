"""The tree: centres, departments, sections, staff; who walks the three steps by itself."""
