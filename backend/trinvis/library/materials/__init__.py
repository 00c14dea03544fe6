"""Material: what HR writes about a tool, and what else there is to use."""
