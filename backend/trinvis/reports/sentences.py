"""The sentences of the papers by language. Papers leave the house, so their words stand here."""

from __future__ import annotations

from trinvis.reports import danish, english

SENTENCES: dict[str, dict[str, str]] = {"da": danish.SAID, "en": english.SAID}
ROWS: dict[str, dict[str, tuple[str, ...]]] = {"da": danish.ROWS, "en": english.ROWS}
"""Headers and other things that come in several words."""
