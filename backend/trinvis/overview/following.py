"""Public board pages of departments that close: told, and left as they are."""

from __future__ import annotations

from sqlmodel import col

from trinvis.core.db import Transaction, columns
from trinvis.departments.following import Shift, Told
from trinvis.overview.tables import BoardLink


class Boards:
    """A link on the wall keeps working: the page behind it says where the department goes on."""

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Tell which departments have a board on."""
        rows = work.rows(
            columns(BoardLink.department_id)
            .where(col(BoardLink.department_id).in_(shift.closed))
            .order_by(col(BoardLink.department_id))
        )
        told.boards += [shift.name(row.department_id) for row in rows]

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Nothing after the tree has changed."""
