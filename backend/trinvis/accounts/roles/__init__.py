"""Roles that people hold: who gives and ends them, from when to when."""
