"""Trinvis: each department's steps towards psychological safety, followed up."""

__version__ = "0.1.0"
