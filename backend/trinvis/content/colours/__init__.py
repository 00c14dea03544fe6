"""The product colours of an installation."""
