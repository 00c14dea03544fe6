"""One experience as its page shows it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import false, or_
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed, reach
from trinvis.accounts.queries import names
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import node, place_of, within
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.experiences import queries, rules
from trinvis.experiences.changing import consenters
from trinvis.experiences.families import Family, borrowers, families
from trinvis.experiences.rules import Act, ExperienceState
from trinvis.trial_actions.rules import Decision
from trinvis.trial_actions.tables import TrialAction

MOST = 60
"""More departments than this are not offered to choose from."""
_TEXT = (
    "id", "state", "title", "did", "learned", "advice", "factors", "tools", "origin", "consent", "shared_on",
    "withdrawn_on", "version",
)


def shown(work: Transaction, me: Actor, experience_id: UUID) -> dict[str, Any]:
    """The whole `Experience` as the actor sees it.

    Raises `Refused(NOT_FOUND)` if there is none, or none that the actor may read.
    """
    row = queries.one(work, experience_id)
    here = place_of(row.department_id, row)
    held = allowed(me, here)
    reads = May.READ in held
    state = ExperienceState(row.state)
    if not reads and state != ExperienceState.SHARED:
        raise Refused(Code.NOT_FOUND)
    family = families(work, [row.id])[row.id]
    can = rules.acts(state, held)
    by = names(work, [row.consented_by]) if reads else {}
    shares = Act.SHARE in can
    return {
        **{name: getattr(row, name) for name in _TEXT},
        "department": {"id": row.department_id, "name": row.department_name},
        "closed": here.closed, "origin_id": row.origin_id if reads else None,
        "consented_by": next(({"id": who, "name": name} for who, name in by.items()), None),
        **_own(work, row, family),
        "tried": family.tried, "kept": family.kept, "borrowers": borrowers(work, me, family),
        "borrow_to": borrow_to(work, me, row.department_id) if state == ExperienceState.SHARED else [],
        "consenters": consenters(work, node(work, row.department_id)) if shares else [],
        "missing": rules.missing(row._mapping), "can": can,
    }  # fmt: skip


def _own(work: Transaction, row: Any, family: Family) -> dict[str, Any]:
    """The trial that it comes from: its three sentences, and what it came to."""
    own = next((cycle for cycle in family.own if cycle.id == row.origin_id), None)
    if own is None:
        return {"plan": None, "decision": None}
    plan = work.one(
        columns(TrialAction.change, TrialAction.prediction, TrialAction.measure).where(
            TrialAction.id == own.id
        )
    )
    kept = rules.kept(cycle.decision for cycle in family.own)
    return {"plan": dict(plan._mapping), "decision": Decision.ADOPT if kept else own.decision}


def borrow_to(work: Transaction, me: Actor, but: UUID | None = None) -> list[dict[str, Any]]:
    """Departments where the actor may begin a draft, in the organisation's order; `but`: not this one."""
    alone = [
        grant.node_id
        for grant in me.grants
        if May.SUGGEST in allowed(me, Place(grant.node_id, grant.path, walks=False))
    ]
    rows = work.rows(
        columns(Department.id, Department.name)
        .where(
            or_(within(reach(me, May.SUGGEST)), col(Department.id).in_(alone) if alone else false()),
            col(Department.closed_on).is_(None), col(Department.id) != but,
        )
        .order_by(col(Department.position))
        .limit(MOST)
    )  # fmt: skip
    return [{"id": row.id, "name": row.name} for row in rows]
