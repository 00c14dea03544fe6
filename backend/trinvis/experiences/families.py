"""Who tried what an experience tells of: the trials that were borrowed through it, counted and told.

A borrower that has not shared what it learned is *en anden afdeling* to whoever does not read it anyway.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, allowed
from trinvis.core.db import Transaction
from trinvis.departments.queries import PLACE, place_of
from trinvis.departments.tables import Department
from trinvis.experiences import rules
from trinvis.experiences.tables import Experience, ExperienceState, Origin
from trinvis.trial_actions.rules import Decision
from trinvis.trial_actions.tables import TrialAction


@dataclass
class Family:
    """An experience's own trial, if it comes from one, and the chains that were borrowed through it."""

    own: list[Any] = field(default_factory=list)
    chains: dict[UUID, list[Any]] = field(default_factory=dict)

    @property
    def tried(self) -> int:
        """In how many places it was tried: where it comes from included."""
        chains = [chain for chain in (self.own, *self.chains.values()) if chain]
        return sum(rules.tried(cycle.state for cycle in chain) for chain in chains)

    @property
    def kept(self) -> int:
        """In how many places it was kept."""
        chains = [chain for chain in (self.own, *self.chains.values()) if chain]
        return sum(rules.kept(cycle.decision for cycle in chain) for chain in chains)


def families(work: Transaction, experience_ids: Sequence[UUID]) -> Mapping[UUID, Family]:
    """The families of these experiences, in one statement."""
    found: dict[UUID, Family] = defaultdict(Family)
    if not experience_ids:
        return found
    cycles: dict[tuple[UUID, UUID], dict[UUID, Any]] = defaultdict(dict)
    for row in work.rows(_members(experience_ids)):
        if row.chain_id == row.own_chain:
            found[row.experience_id].own.append(row)
        else:
            cycles[row.experience_id, row.chain_id][row.id] = row
    for (experience_id, chain_id), rows in cycles.items():
        found[experience_id].chains[chain_id] = sorted(rows.values(), key=lambda row: int(row.cycle))
    return found


def _members(experience_ids: Sequence[UUID]) -> Any:
    """The cycles of each experience's own chain, and those borrowed from one of them or through it."""
    e, own, lent, t = Experience, aliased(TrialAction), aliased(TrialAction), aliased(TrialAction)
    return (
        select(
            col(e.id).label("experience_id"), col(own.chain_id).label("own_chain"), col(t.id).label("id"),
            col(t.chain_id).label("chain_id"), col(t.cycle).label("cycle"), col(t.state).label("state"),
            col(t.decision).label("decision"), col(t.title).label("title"), col(t.change).label("change"),
            col(Department.id).label("department_id"), col(Department.name).label("department_name"),
            *(getattr(Department, name) for name in PLACE),
        )
        .select_from(e)
        .outerjoin(own, and_(col(e.origin) == Origin.TRIAL_ACTION, col(own.id) == e.origin_id))
        .outerjoin(lent, col(lent.chain_id) == own.chain_id)
        .join(
            t,
            or_(col(t.id) == lent.id, col(t.origin_id) == lent.id, col(t.experience_id) == e.id),
        )
        .join(Department, col(Department.id) == t.department_id)
        .where(col(e.id).in_(experience_ids))
    )  # fmt: skip


def borrowers(work: Transaction, me: Actor, family: Family) -> list[dict[str, Any]]:
    """Who borrowed, each with its newest cycle; by name only who shared or whom the actor reads."""
    newest = [chain[-1] for chain in family.chains.values()]
    shared = shared_from(work, (row.chain_id for row in newest))
    told = []
    for row in sorted(newest, key=lambda row: str(row.id)):
        reads = May.READ in allowed(me, place_of(row.department_id, row))
        experience_id = shared.get(row.chain_id)
        chain = family.chains[row.chain_id]
        told.append({
            "trial_id": row.id if reads else None,
            "department": {"id": row.department_id, "name": row.department_name}
            if reads or experience_id else None,
            "experience_id": experience_id,
            "state": row.state,
            "decision": Decision.ADOPT if rules.kept(each.decision for each in chain) else row.decision,
        })
    return told


def shared_from(work: Transaction, chain_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """By chain, the newest experience that is shared of one of its cycles."""
    wanted = list(chain_ids)
    if not wanted:
        return {}
    rows = work.rows(
        select(col(TrialAction.chain_id).label("chain_id"), col(Experience.id).label("id"))
        .join(TrialAction, col(TrialAction.id) == Experience.origin_id)
        .where(
            col(Experience.origin) == Origin.TRIAL_ACTION,
            col(Experience.state) == ExperienceState.SHARED,
            col(TrialAction.chain_id).in_(wanted),
        )
        .order_by(col(Experience.id))
    )
    return {row.chain_id: row.id for row in rows}
