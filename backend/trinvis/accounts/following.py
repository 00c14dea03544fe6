"""What becomes of roles when the tree changes, and whose promises then have no owner."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select

from trinvis.access import Actor
from trinvis.accounts.ending import end_role, keep_administrator, lock_administration, note
from trinvis.accounts.ownership import Standing
from trinvis.accounts.queries import names
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core.db import Transaction, columns
from trinvis.departments.following import Shift, Told

A_DAY = timedelta(days=1)
_NOBODY = Actor(UUID(int=0), ())


class Roles:
    """Roles at nodes that close: they end the day before, and begin anew where the node goes on."""

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """End them, and give them anew after a merge or a split."""
        told.without_owner_now = _unowned(work, _touched(shift))
        last_day = shift.day - A_DAY
        if any(grant.role == "admin" for grant in self._held(work, shift)):
            lock_administration(work)
        anew: dict[UUID, UUID] = {}
        known: list[tuple[dict[str, Any], UUID]] = []
        # Deputies' roles last: they name the leader's that begins anew.
        for grant in sorted(self._held(work, shift), key=lambda each: (each.deputy_for is not None, each.id)):
            to = shift.placed.get(grant.id) or shift.closed[grant.department_id]
            if not shift.begin_anew:
                keep_administrator(work, grant, shift.before[grant.department_id].path)
                to = None
            kept = grant.model_dump()
            if to is not None:
                shift.homes.setdefault(grant.person_id, to)
                begun = self._begin(work, shift, kept, to, anew)
                if begun:
                    anew[grant.id] = begun
            known.append((kept, to or UUID(int=0)))
        self._end(work, [kept["id"] for kept, _ in known], last_day)
        self._tell(work, shift, told, known)

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Count what has no owner now, name who has no department any more."""
        told.without_owner = _unowned(work, _touched(shift))
        people = {UUID(str(role["person"]["id"])): role["person"] for role in told.roles}
        still = {
            row.person_id
            for row in work.rows(
                columns(RoleGrant.person_id).where(
                    col(RoleGrant.person_id).in_(people), _lasts(shift.day)
                )
            )
        }
        told.without_department += [person for key, person in people.items() if key not in still]

    def _held(self, work: Transaction, shift: Shift) -> Sequence[RoleGrant]:
        """Roles at the closing nodes that have not ended, of people who have not left."""
        return work.session.exec(
            select(RoleGrant)
            .join(Person, col(Person.id) == RoleGrant.person_id)
            .where(
                col(RoleGrant.department_id).in_(shift.closed),
                _lasts(shift.day),
                or_(col(Person.left_on).is_(None), col(Person.left_on) >= shift.day),
            )
            .order_by(col(RoleGrant.id))
        ).all()

    def _begin(
        self, work: Transaction, shift: Shift, former: dict[str, Any], to: UUID, anew: dict[UUID, UUID]
    ) -> UUID | None:
        """The same role at the node that goes on, as far as the person does not have it there.

        Known since the day after: no note *Kun for os* of those who come together is read by the others.
        """
        there = work.rows(
            columns(RoleGrant.valid_from, RoleGrant.valid_to).where(
                RoleGrant.person_id == former["person_id"],
                RoleGrant.role == former["role"],
                RoleGrant.department_id == to,
            )
        )
        days = remaining(
            max(shift.day, former["valid_from"] or shift.day), former["valid_to"], map(tuple, there)
        )
        leads = anew.get(former["deputy_for"])
        if days is None or (former["deputy_for"] and leads is None):
            return None
        grant = work.add(
            RoleGrant(
                person_id=former["person_id"],
                role=former["role"],
                title=former["title"],
                department_id=to,
                valid_from=days[0],
                valid_to=days[1],
                known_since=shift.day + A_DAY,
                deputy_for=leads,
                welcomed_on=former["welcomed_on"],
            )
        )
        note(work, "role.given", grant)
        return grant.id

    def _end(self, work: Transaction, ids: Sequence[UUID], last_day: date) -> None:
        """End the deputies' before the leaders', so that none is left without the role it stands in for."""
        for role_id in reversed(ids):
            grant = work.session.get(RoleGrant, role_id)
            if grant is not None and (grant.valid_to is None or grant.valid_to > last_day):
                end_role(work, grant, last_day)
                work.session.flush()

    def _tell(
        self, work: Transaction, shift: Shift, told: Told, known: Iterable[tuple[dict[str, Any], UUID]]
    ) -> None:
        known = list(known)
        people = names(work, (kept["person_id"] for kept, _ in known))
        told.roles += [
            {
                "id": kept["id"],
                "person": {"id": kept["person_id"], "name": people.get(kept["person_id"], "")},
                "role": kept["role"],
                "title": kept["title"],
                "department": shift.name(kept["department_id"]),
                "to": shift.name(to) if to.int else None,
            }
            for kept, to in known
        ]


def remaining(
    start: date, end: date | None, others: Iterable[tuple[date | None, date | None]]
) -> tuple[date, date | None] | None:
    """The days of a role that another of the same kind does not cover; None if nothing is left. Pure.

    `others`: (first, last day), None for open. What lies behind a later one is left to that one.
    """
    for first, last in sorted(others, key=lambda days: days[0] or date.min):
        if last is not None and last < start:
            continue
        if (first or date.min) <= start:
            if last is None:
                return None
            start = last + A_DAY
        elif first is not None and (end is None or end >= first):
            end = first - A_DAY
    return None if end is not None and end < start else (start, end)


def _lasts(day: date) -> Any:
    """A condition: the role has not ended by that day."""
    return or_(col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= day)


def _touched(shift: Shift) -> Collection[UUID]:
    """Nodes where a promise may lose or find its owner: all that change, and where things go."""
    paths = [
        now.path
        for node, now in shift.after.items()
        if node in shift.closed or (node in shift.before and shift.before[node].path != now.path)
    ]
    found = {node for node, now in shift.after.items() if any(now.path.startswith(path) for path in paths)}
    return found | set(shift.touched) | {to for to in shift.closed.values() if to} | shift.made


def _unowned(work: Transaction, nodes: Collection[UUID]) -> int:
    """How many open promises at these nodes have no owner who belongs there."""
    lines = [
        line for each in work.upward.carriers for line in each.open_work(work, list(nodes)) if line.owned
    ]
    standing = Standing(work, _NOBODY, lines)
    return len({(line.kind, line.id) for line in lines if not standing.owner_belongs(line)})
