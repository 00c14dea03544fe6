"""Papers that leave: documents, slides, sheets, lists."""
