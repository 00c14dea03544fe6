"""What becomes of open rounds when the tree changes: one goes on, the others end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import col, select

from trinvis.core.db import Transaction
from trinvis.departments.carrying import OpenWork
from trinvis.departments.following import Shift, Told
from trinvis.departments.tables import Department
from trinvis.journeys import rules
from trinvis.journeys.queries import facts_of
from trinvis.journeys.rounds import take_along
from trinvis.journeys.rules import Ended
from trinvis.journeys.tables import Journey


class Rounds:
    """The open rounds of departments that close, or no longer go through the steps by themselves."""

    def begin(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Say which round each record belonged to, then let one go on where several meet."""
        left = {walked for node in shift.touched if (walked := shift.walked(node))}
        for journey in self._open(work, left).values():
            take_along(work, journey)
        meeting: dict[UUID | None, list[UUID]] = defaultdict(list)
        for node in shift.touched:
            if shift.walked(node) == node:
                meeting[self._goes_to(shift, node)].append(node)
        for to, nodes in meeting.items():
            _Meeting(work, shift, told, to, self._open(work, {*nodes, *([to] if to else [])})).settle()

    def end(self, work: Transaction, shift: Shift, told: Told) -> None:
        """Nothing after the tree has changed."""

    def _open(self, work: Transaction, departments: set[UUID]) -> dict[UUID, Journey]:
        """The open rounds of these departments, locked."""
        rows = work.session.exec(
            select(Journey)
            .where(col(Journey.department_id).in_(departments), col(Journey.ended_on).is_(None))
            .order_by(col(Journey.id))
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )
        return {row.department_id: row for row in rows}

    def _goes_to(self, shift: Shift, node: UUID) -> UUID | None:
        """The department that walks where this one's round could go on."""
        if node not in shift.closed:
            return shift.walks(node)
        to = shift.round_to or shift.closed[node]
        return shift.walks(to) if to else None


class _Meeting:
    """Open rounds of departments that come together at one that walks (`to`; None: nobody does)."""

    def __init__(
        self, work: Transaction, shift: Shift, told: Told, to: UUID | None, rounds: Mapping[UUID, Journey]
    ) -> None:
        self.work, self.shift, self.told, self.to, self.rounds = work, shift, told, to, rounds

    def settle(self) -> None:
        """End those that do not go on, then let the one that does go on there."""
        chosen = self._chosen()
        displaced = self._open_work() if chosen is not None and chosen != self.to else []
        for node, journey in self.rounds.items():
            if node != chosen:
                self._end(node, journey)
        self.work.session.flush()
        if chosen is None or self.to is None:
            return
        journey = self.rounds[chosen]
        if chosen == self.to:
            if len(self.rounds) > 1:
                self._tell(chosen, journey.round, "continues", None, journey.round)
            return
        self._carry(chosen, journey, self.to)
        self._join(displaced, journey.id)

    def _chosen(self) -> UUID | None:
        """The department whose round goes on: the one asked for, the one that is there, the furthest."""
        if self.to is None:
            return None
        if self.shift.round_from in self.rounds:
            return self.shift.round_from
        if self.to in self.rounds:
            return self.to
        closing = [node for node in self.rounds if node in self.shift.closed]
        if not closing:
            return None
        facts = facts_of(self.work, [self.rounds[node].id for node in closing])
        return rules.furthest({node: facts[self.rounds[node].id] for node in closing})

    def _end(self, node: UUID, journey: Journey) -> None:
        ended = Ended.MERGED if self.to else Ended.CLOSED
        journey.ended_on, journey.ended_as = self.shift.day, ended
        journey.version += 1
        self._department(node).journey_id = None
        self.work.record(
            "journey.ended", "journey", journey.id, node, round=journey.round, ended_as=ended
        )
        self._tell(node, journey.round, ended.value, self.to, None)

    def _carry(self, node: UUID, journey: Journey, to: UUID) -> None:
        """The round is the other department's now; its number does not repeat one that was there."""
        here, there = self._department(node), self._department(to)
        before = journey.round
        journey.department_id, journey.round = to, max(journey.round, there.round + 1)
        journey.version += 1
        here.journey_id = None
        there.journey_id, there.round = journey.id, journey.round
        self.work.session.flush()
        facts = {
            "from": {"department_id": node, "round": before},
            "to": {"department_id": to, "round": journey.round},
        }
        self.work.record("journey.carried", "journey", journey.id, to, former=None, **facts)
        self._tell(node, before, "moves", to, journey.round)

    def _open_work(self) -> list[OpenWork]:
        """What is open in the round that was there and is to end: it joins the one that comes."""
        if self.to not in self.rounds:
            return []
        nodes = select(Department.id).where(Department.walking_id == self.to)
        return [line for carrier in self.work.upward.carriers for line in carrier.open_work(self.work, nodes)]

    def _join(self, lines: Sequence[OpenWork], journey_id: UUID) -> None:
        groups: dict[tuple[str, UUID], list[OpenWork]] = defaultdict(list)
        for line in lines:
            if line.department_id not in self.shift.touched:
                groups[line.kind, line.department_id].append(line)
        for carrier in self.work.upward.carriers:
            for (kind, at), found in groups.items():
                if kind == carrier.kind and not (carrier.at_walking and not carrier.needs_round):
                    carrier.carry(self.work, found, at, journey_id)

    def _department(self, node: UUID) -> Department:
        return self.work.locked(Department, node)

    def _tell(self, node: UUID, number: int, becomes: str, to: UUID | None, after: int | None) -> None:
        self.told.rounds.append(
            {
                "department": self.shift.name(node),
                "round": number,
                "becomes": becomes,
                "to": self.shift.name(to) if to else None,
                "round_after": after,
            }
        )
