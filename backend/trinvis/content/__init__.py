"""The content pack: all wording of an installation, as data."""
