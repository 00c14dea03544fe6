"""Experiences: what a department learned and passes on, with its consent."""
