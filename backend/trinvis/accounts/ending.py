"""Ending roles: one, or all of a person who leaves; the deputies' with the leader's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select

from trinvis.access import Role
from trinvis.accounts.roles.rules import Administers, check_administrator
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Department


def lock_administration(work: Transaction) -> None:
    """Hold the root: two administrators who end each other's role at once come one after the other."""
    top = columns(Department.id).where(col(Department.parent_id).is_(None)).order_by(col(Department.path))
    root = work.one(top)
    work.locked(Department, root.id)


def keep_administrator(work: Transaction, grant: RoleGrant, path: str) -> None:
    """Refuse to end a role as administrator where nobody else holds one for good.

    The caller has locked the administration. Raises `Refused(LAST_ADMINISTRATOR)`.
    """
    if grant.role != Role.ADMIN:
        return
    rows = work.rows(
        columns(RoleGrant.person_id, Department.path)
        .join(Department, col(Department.id) == RoleGrant.department_id)
        .join(Person, col(Person.id) == RoleGrant.person_id)
        .where(
            RoleGrant.role == Role.ADMIN,
            col(RoleGrant.valid_to).is_(None),
            or_(col(RoleGrant.valid_from).is_(None), col(RoleGrant.valid_from) <= clock.today()),
            col(Person.left_on).is_(None),
        )
    )
    check_administrator(grant.person_id, path, [Administers(row.person_id, row.path) for row in rows])


def end_role(work: Transaction, grant: RoleGrant, on: date) -> int:
    """Let the locked role end on that day, and its deputies' no later; how many deputies' ended with it.

    What had not begun by then was never held and goes.
    """
    count = end_deputies(work, grant, on)
    _end(work, grant, on)
    return count


def end_deputies(work: Transaction, grant: RoleGrant, on: date) -> int:
    """Nobody stands in for a leader after her own role: how many deputies' roles end earlier now."""
    deputies = _deputies(work, grant.id, on)
    for deputy in deputies:
        _end(work, deputy, on)
    work.session.flush()
    return len(deputies)


def _deputies(work: Transaction, role_id: UUID, on: date) -> Sequence[RoleGrant]:
    return work.session.exec(
        select(RoleGrant)
        .where(
            RoleGrant.deputy_for == role_id,
            or_(col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) > on),
        )
        .order_by(col(RoleGrant.id))
        .with_for_update(key_share=True)
    ).all()


def _end(work: Transaction, grant: RoleGrant, on: date) -> None:
    if grant.valid_from is not None and grant.valid_from > on:
        note(work, "role.withdrawn", grant)
        work.session.delete(grant)
        return
    grant.valid_to = on
    grant.version += 1
    note(work, "role.ended", grant, on=on)


def note(work: Transaction, what: str, grant: RoleGrant, **facts: Any) -> None:
    """Write what happened to the role into its department's history."""
    work.record(
        what,
        "role",
        grant.id,
        grant.department_id,
        former=None,
        person_id=grant.person_id,
        role=grant.role,
        valid_from=grant.valid_from,
        valid_to=grant.valid_to,
        **facts,
    )
