"""Meetings of the committees: their dates, items and decisions."""
