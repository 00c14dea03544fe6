"""Doing a change of the tree: everything that hangs on a node goes along, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from trinvis.access import Actor, May, allowed
from trinvis.core import clock
from trinvis.core.columns import folded, sort_key
from trinvis.core.db import Transaction
from trinvis.departments.carrying import Carrier, OpenWork
from trinvis.departments.following import Shift, Told
from trinvis.departments.motion import effects
from trinvis.departments.motion.asked import Asked
from trinvis.departments.motion.rules import Meaning, Obstacle, raise_first
from trinvis.departments.queries import place_of
from trinvis.departments.tables import Department, Succession
from trinvis.departments.tree.rules import Stand, Tree
from trinvis.departments.tree.settling import alone, continued, nodes_now, settle_tree, tree_of
from trinvis.errors import Code, invalid


@dataclass(frozen=True, slots=True)
class Going:
    """An open record on its way: `to` the node where it lands, `walks` the one whose round it joins."""

    carrier: Carrier
    item: OpenWork
    to: UUID | None
    walks: UUID | None


@dataclass(slots=True)
class Act:
    """A change on its way: what it means, and the shift that the rooms above follow."""

    work: Transaction
    kind: str
    on: date
    meaning: Meaning
    tree: Tree
    rows: dict[UUID, Department]
    shift: Shift
    heads: dict[UUID, int]
    placed: dict[str, frozenset[UUID]]
    facts: dict[str, object]

    @property
    def obstacles(self) -> list[Obstacle]:
        """All that keeps it from being done, as things stand."""
        return [*self.meaning.obstacles, *(self._open() if not self.meaning.obstacles else [])]

    def _open(self) -> list[Obstacle]:
        """Open work and open sub-nodes that have nowhere to go."""
        alone_ids = [node for node, to in self.meaning.closed.items() if to is None]
        beneath = [
            each
            for node in alone_ids
            for each in self.tree.subtree(node)
            if each != node and not self.tree.nodes[each].closed
        ]
        found = {
            (item.kind, item.department_id, item.id)
            for carrier in self.work.upward.carriers
            for item in carrier.open_work(self.work, [*alone_ids, *beneath])
        }
        found |= {
            (line.item.kind, line.item.department_id, line.item.id)
            for line in self.going(self.waiting())
            if line.to is None
        }
        if not found and not beneath:
            return []
        counts: dict[tuple[str, UUID], int] = defaultdict(int)
        for kind, department, _ in found:
            counts[kind, department] += 1
        open_work = [
            {"kind": kind, "count": count, "department": self.shift.name(department)}
            for (kind, department), count in sorted(counts.items())
        ]
        sections = [self.shift.name(each) for each in beneath]
        return [Obstacle(Code.STILL_OPEN, {"open": open_work, "sections": sections}, later=True)]

    def waiting(self) -> list[tuple[Carrier, OpenWork]]:
        """What is open at the touched nodes."""
        return [
            (carrier, item)
            for carrier in self.work.upward.carriers
            for item in carrier.open_work(self.work, self.shift.touched)
        ]

    def going(self, waiting: Iterable[tuple[Carrier, OpenWork]]) -> Iterable[Going]:
        """Those that change node or round."""
        for carrier, item in waiting:
            found = Going(carrier, item, *self._where(carrier, item))
            if (found.to, found.walks) != (item.department_id, self.shift.walked(item.department_id)):
                yield found

    def _where(self, carrier: Carrier, item: OpenWork) -> tuple[UUID | None, UUID | None]:
        """The node where it lands (None: nowhere), and the one whose round it joins."""
        shift = self.shift
        to = shift.round_to if carrier.needs_round and shift.round_to else shift.lands(item)
        walks = shift.walks(to) if to else None
        if carrier.at_walking:
            to = walks
        stays_without = item.department_id not in shift.closed and walks and not shift.nodes[walks].has_round
        return (None if carrier.needs_round and stays_without else to), walks

    def do(self, me: Actor | None = None, *, as_asked: bool = True) -> Told:
        """Do it. `as_asked` False: as far as it goes, for a preview of what still stands in its way.

        `me`: whose view a preview is told in. Raises `Refused`.
        """
        if as_asked:
            raise_first(self.obstacles)
        work, shift, told = self.work, self.shift, Told(made=[each.id for each in self.meaning.made])
        if as_asked:
            self._lock()
        self._make()
        waiting = self.waiting()
        for follower in work.upward.followers:
            follower.begin(work, shift, told)
        self._all_placed({UUID(str(role["id"])) for role in told.roles}, {item.id for _, item in waiting})
        going = list(self.going(waiting))
        self._change()
        settle_tree(work)
        self._carry(going, me, told)
        for follower in work.upward.followers:
            follower.end(work, shift, told)
        effects.tell(shift, self.tree, self.meaning, told)
        return told

    def _all_placed(self, roles: set[UUID], records: set[UUID]) -> None:
        """Refuse what was placed in a part of a split and is not at the node."""
        for name, known in (("roles", roles), ("work", records)):
            if not self.placed.get(name, frozenset()) <= known:
                raise invalid(name, "unknown")

    def _lock(self) -> None:
        """Keep everybody else from opening work at nodes that close, until it is known that they have."""
        ids = {*self.meaning.closed, *self.meaning.moved, *self.meaning.walks}
        ids |= {to for to in self.meaning.closed.values() if to and to not in self.shift.made}
        ids |= {walks for node in ids for walks in (self.shift.walked(node),) if walks}
        self.work.session.exec(
            select(Department)
            .where(col(Department.id).in_(ids))
            .order_by(col(Department.id))
            .with_for_update()
            .execution_options(populate_existing=True)
        ).all()

    def _make(self) -> None:
        """Put the new nodes in, so that records can refer to them."""
        for stand in self.meaning.made:
            now = self.shift.after[stand.id]
            self.rows[stand.id] = self.work.add(new_node(stand, now.path, self.on, self.heads[stand.id]))
            self.record("added", stand.id, code=stand.code)

    def _change(self) -> None:
        """Parents, ways through the steps, closing, what continues what."""
        for node, parent in self.meaning.moved.items():
            row = self.rows[node]
            self.record("moved", node, **{"from": row.parent_id, "to": parent})
            row.parent_id, row.position = parent, ""
        for node, walks in self.meaning.walks.items():
            row = self.rows[node]
            self.record("walks", node, **{"from": row.walks, "to": walks})
            row.walks = walks
        for node in self.meaning.closed:
            self._close(node, self.meaning.successors.get(node, []))
        for node in {*self.meaning.moved, *self.meaning.walks, *self.meaning.closed}:
            self.rows[node].version += 1

    def _close(self, node: UUID, successors: Sequence[UUID]) -> None:
        row = self.rows[node]
        row.closed_on = self.on
        self.record("closed", node, to=successors)
        for successor in successors:
            self.work.add(Succession(predecessor_id=node, successor_id=successor, kind=self.kind, on=self.on))
            self.record("continues", successor, of=node)
        if self.meaning.begin_anew:
            for successor in successors:
                self._takes_over(row, self.rows[successor], whole=len(successors) == 1)

    def _takes_over(self, former: Department, target: Department, *, whole: bool) -> None:
        """What is known about the closed node goes along where the target has nothing of its own."""
        if whole and not self.heads.get(target.id):
            target.headcount += former.headcount
        target.pilot = target.pilot or former.pilot
        target.hr_contact_id = target.hr_contact_id or former.hr_contact_id
        quarters = [each for each in (target.planned_start, former.planned_start) if each]
        target.planned_start = min(quarters, default=None)
        target.version += target.id not in self.shift.made

    def _carry(self, going: Sequence[Going], me: Actor | None, told: Told) -> None:
        """Open work stands where it belongs, in the round that is open there."""
        groups: dict[tuple[Carrier, UUID, UUID, UUID | None], list[OpenWork]] = defaultdict(list)
        for line in going:
            if line.to is not None:
                groups[line.carrier, line.item.department_id, line.to, line.walks].append(line.item)
        for (carrier, at, to, walks), items in groups.items():
            carrier.carry(self.work, items, to, self.rows[walks].journey_id if walks else None)
            reads = me is not None and May.READ in allowed(me, place_of(at, self.rows[at]))
            told.work.append(
                {
                    "kind": carrier.kind,
                    "department": self.shift.name(at),
                    "to": self.shift.name(to),
                    "count": len(items),
                    "items": [{"id": item.id, "title": item.title} for item in items] if reads else [],
                }
            )

    def record(self, what: str, node: UUID, **facts: object) -> None:
        """An event in the node's history."""
        told = {"on": self.on, **self.facts, **facts}
        self.work.record(f"department.{what}", "department", node, node, former=None, **told)


def act(
    work: Transaction,
    kind: str,
    on: date,
    understand: Any,
    asked: Asked | None = None,
    **facts: object,
) -> Act:
    """A change, understood upon the tree as it stands now. `understand`: Tree -> Meaning."""
    alone(work)
    rows = {row.id: row for row in nodes_now(work)}
    tree = tree_of(list(rows.values()))
    meaning: Meaning = understand(tree)
    then = meaning.applied(tree)
    links = continued(work)
    after = [(node, to) for node, successors in meaning.successors.items() for to in successors]
    shift = Shift(
        kind,
        clock.today(),
        then.nodes,
        tree.derived(links),
        then.derived([*links, *after]),
        meaning.closed,
        meaning.successors,
        frozenset(each.id for each in meaning.made),
        meaning.begin_anew,
        asked.placed if asked else {},
        round_from=asked.round_from if asked else None,
        round_to=asked.round_to if asked else None,
    )
    heads, placed = (asked.heads, asked.names_placed) if asked else ({}, {})
    return Act(work, kind, on, meaning, tree, rows, shift, heads, placed, facts)


def new_node(
    stand: Stand, path: str, valid_from: date | None, heads: int, *, pilot: bool = False
) -> Department:
    """A row for a new node; where it stands is settled with the tree."""
    return Department(
        id=stand.id,
        code=stand.code,
        name=stand.name,
        sort_key=sort_key(stand.name),
        folded=folded(stand.name),
        kind=stand.kind,
        parent_id=stand.parent_id,
        path=path,
        position="",
        headcount=heads,
        walks=stand.walks,
        pilot=pilot,
        valid_from=valid_from,
    )
