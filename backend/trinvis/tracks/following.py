"""What HR kept at a node that closes goes on where the node does, or at the one above it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col

from trinvis.core.db import Transaction
from trinvis.departments.following import Shift, Told
from trinvis.tracks.gatherings import NAMES


class Gatherings:
    """Talks, courses and introduction days: they are the organisation's, wherever HR stands in it.

    What was held goes along: else nobody who keeps the tracks could read it any more.
    """

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Nothing before the tree has changed."""

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Let them be kept where the node goes on."""
        for node, to in shift.closed.items():
            home = to or self._above(shift, node)
            if home is None:
                continue
            for table in NAMES:
                work.session.execute(
                    update(table)
                    .where(col(table.department_id) == node)
                    .values(department_id=home)
                )

    def _above(self, shift: Shift, node: UUID) -> UUID | None:
        parent = shift.nodes[node].parent_id
        while parent is not None and shift.nodes[parent].closed:
            parent = shift.nodes[parent].parent_id
        return parent
