"""Reminders: what is due, told by mail, once."""
