"""Library: what is found, and later materials."""
