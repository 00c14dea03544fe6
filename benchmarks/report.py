"""The table at the end: operation, ours, what it is held against, the ratio, the bound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One comparison. `bound`: e.g. '<= 1.3'; empty: told, not held to anything."""

    what: str
    ours: str
    against: str
    ratio: float | None = None
    bound: str = ""

    @property
    def holds(self) -> bool:
        """Whether the ratio keeps its bound."""
        if not self.bound or self.ratio is None:
            return True
        sign, number = self.bound.split()
        return self.ratio <= float(number) if sign == "<=" else self.ratio >= float(number)

    @property
    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return self.what, self.ours, self.against, ratio, self.bound, "" if self.holds else "NOT HELD"


HEAD = ("operation", "ours", "held against", "ratio", "bound", "")


def table(lines: list[Line]) -> str:
    """The lines under each other, columns as wide as what stands in them."""
    rows = [HEAD, *(line.cells for line in lines)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEAD))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                     for row in rows)  # fmt: skip
