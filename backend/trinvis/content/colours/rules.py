"""The product colours of an installation. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Product colours as #rrggbb on `ground`; accent and warm are also set as text on their tints."""

    ground: str
    accent: str
    accent_tint: str
    warm: str
    warm_tint: str
    warm_mark: str


@dataclass(frozen=True, slots=True)
class Colours:
    """The product colours by the system's choice of light or dark."""

    light: Palette
    dark: Palette
