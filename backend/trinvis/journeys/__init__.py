"""A walking department's way through the three steps."""
