"""Dated promises: follow-ups of process and result, and agreements."""
