"""Experiences of nodes that close go where their open work goes: somebody can still withdraw them."""

from __future__ import annotations

from sqlmodel import col, select

from trinvis.core.db import Transaction
from trinvis.departments.following import Shift, Told
from trinvis.experiences.tables import Experience


class Passed:
    """A department that is no more leaves what it told to the one that continues it."""

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Nothing before the tree has changed."""

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Put them at the node that takes what is open; where there is none they stay."""
        rows = work.session.exec(
            select(Experience)
            .where(col(Experience.department_id).in_(shift.closed))
            .order_by(col(Experience.id))
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        ).all()
        for row in rows:
            before = row.department_id
            to = shift.closed[before]
            if to is None:
                told.follows("experience", "stays", shift.name(before), None)
                continue
            told.follows("experience", "moves", shift.name(before), shift.name(to))
            row.department_id = to
            row.version += 1
            facts = {"from": {"department_id": before}, "to": {"department_id": to}}
            work.record("experience.carried", "experience", row.id, to, former=None, **facts)
