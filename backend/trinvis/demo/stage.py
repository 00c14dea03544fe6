"""What the acts of the story need of the player."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

Form = Mapping[str, Any]
Reply = dict[str, Any]


class Stage(Protocol):
    """What an act needs of the player: the API, and names and days as the API wants them."""

    made: dict[str, Reply]
    """The last reply about each record, by the record's key."""
    slips: dict[tuple[str, str], list[str]]
    """Printed answer codes that nobody has drawn yet, by the wave's key and the unit's id."""

    def call(
        self, who: str, method: str, path: str, body: Form | None = None, version: int | None = None
    ) -> Reply: ...
    def bring(self, who: str, path: str, data: bytes) -> Reply: ...
    def day(self, offset: int) -> str: ...
    def later(self, offset: int, than: int) -> str: ...
    def person(self, name: str) -> str: ...
    def place(self, code: str) -> str: ...
    def quarter(self, quarters: int) -> str: ...
    def wave_days(self, record: Form) -> dict[str, str]: ...
