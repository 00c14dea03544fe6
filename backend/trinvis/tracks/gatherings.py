"""What talks, courses and introduction days have in common: kept at HR's node, planned, held or cancelled.

Whoever keeps the tracks at a node reads and writes what is kept there and beneath; to everybody else it
does not exist. What a closed node kept is read, and changes no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach, require
from trinvis.accounts.queries import stays_on
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns, expect
from trinvis.departments.queries import PLACE, Node, node, place_of, within
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.tracks import rules
from trinvis.tracks.queries import consults
from trinvis.tracks.rules import Held
from trinvis.tracks.tables import Course, IntroductionDay, Talk

KEEPS = May.KEEP_TRACKS
NAMES: dict[Any, str] = {Talk: "talk", Course: "course", IntroductionDay: "introduction_day"}
"""What the history calls each of them."""
_TEXTS = frozenset({"title", "note"})


# ---- reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of them, where to go on, and how many."""

    state: Held | None = None
    cursor: str | None = None
    limit: int = 50
    where: tuple[Any, ...] = ()


def listed(
    work: Transaction, me: Actor, table: Any, wanted: Wanted
) -> tuple[list[dict[str, Any]], str | None]:
    """A page of them and where the next one begins: planned ones by date, others latest first."""
    paths = reach(me, KEEPS)
    if not paths:
        raise Refused(Code.NOT_FOUND)
    found = _select(table).where(within(paths), *wanted.where)
    rising = wanted.state is Held.PLANNED
    if wanted.state:
        found = found.where(col(table.state) == wanted.state)
    if wanted.cursor:
        found = found.where(_after(table, wanted.cursor, rising=rising))
    order = [col(table.on), col(table.id)]
    rows = work.rows(
        found.order_by(*(each if rising else each.desc() for each in order)).limit(wanted.limit + 1)
    )
    shown = rows[: wanted.limit]
    further = f"{shown[-1].on.isoformat()}_{shown[-1].id}" if len(rows) > wanted.limit else None
    return [_told(me, row) for row in shown], further


def one(work: Transaction, me: Actor, table: Any, record_id: UUID) -> dict[str, Any]:
    """One of them. Raises `Refused(NOT_FOUND)`."""
    row = work.one(_select(table).where(table.id == record_id, within(reach(me, KEEPS))))
    return _told(me, row)


def _select(table: Any) -> Any:
    holds = getattr(table, "held_by", None)
    chosen = [
        column.label(name) for name, column in
        ((name, getattr(table, name)) for name in table.model_fields if name not in _LEFT_OUT)
    ]  # fmt: skip
    place = [getattr(Department, name) for name in PLACE]
    found = columns(*chosen, col(Department.name).label("department"), *place)
    found = found.join(Department, col(Department.id) == table.department_id)
    if holds is None:
        return found
    return found.add_columns(col(Person.name).label("holder"), col(Person.left_on)).outerjoin(
        Person, col(Person.id) == holds
    )


_LEFT_OUT = ("created_by", "created_at")


def _after(table: Any, cursor: str, *, rising: bool) -> Any:
    day, _, last = cursor.partition("_")
    try:
        on, last_id = date.fromisoformat(day), UUID(last)
    except ValueError as error:
        raise invalid("cursor", "unknown") from error
    at, number = col(table.on), col(table.id)
    if rising:
        return or_(at > on, and_(at == on, number > last_id))
    return or_(at < on, and_(at == on, number < last_id))


def _told(me: Actor, row: Any) -> dict[str, Any]:
    told = dict(row._mapping)
    place = place_of(told["department_id"], row)
    keeps = KEEPS in allowed(me, place)
    for name in PLACE:
        del told[name]
    told["department"] = {"id": told.pop("department_id"), "name": told["department"]}
    if "held_by" in told:
        holder, left = told.pop("holder"), told.pop("left_on")
        known = told["held_by"] is not None and holder is not None
        told["held_by"] = {"id": told["held_by"], "name": holder} if known else None
        # Who has left holds nothing that lies ahead: somebody else is to be named.
        told["holder_left"] = told["state"] == Held.PLANNED and left is not None and left < clock.today()
    told["can"] = ["edit", "cancel"] if keeps and told["state"] != Held.CANCELLED else []
    if keeps and told["state"] == Held.HELD:
        told["can"] = ["edit"]
    return told


# ---- writing


def home(work: Transaction, me: Actor, department_id: UUID) -> Node:
    """HR's node, where a new one is kept. Raises `Refused(NOT_FOUND)`."""
    here = node(work, department_id)
    require(me, KEEPS, here.place, known_by=KEEPS)
    return here


@dataclass(frozen=True, slots=True)
class Kept:
    """The locked record, where it is kept, and the version its writer has seen."""

    work: Transaction
    me: Actor
    row: Any
    here: Node
    if_match: int

    def change(self, values: Mapping[str, Any], *, beside: bool = False) -> None:
        """Write what differs; `beside`: something that hangs on it does.

        Raises `Refused(VERSION_CONFLICT)`, and `Refused(WRONG_STATE)` if it is cancelled.
        """
        before = self.row.state
        if before == Held.CANCELLED:
            raise Refused(Code.WRONG_STATE, state=before)
        expect(self.row.version, self.if_match)
        facts, former = _changed(self.row, values)
        if facts["changed"] or beside:
            now_held = before == Held.PLANNED and self.row.state == Held.HELD
            self._record("held" if now_held else "changed", former, on=self.row.on, **facts)

    def cancel(self, reason: str) -> None:
        """It is not held after all. Raises `Refused(REASON_NEEDED)`, `Refused(WRONG_STATE)`."""
        if self.row.state != Held.PLANNED:
            raise Refused(Code.WRONG_STATE, state=self.row.state)
        expect(self.row.version, self.if_match)
        if not reason:
            raise Refused(Code.REASON_NEEDED)
        self.row.state, self.row.reason = Held.CANCELLED, reason
        self._record("cancelled", {}, on=self.row.on)

    def _record(self, what: str, former: dict[str, tuple[str, str]], **facts: object) -> None:
        self.row.version += 1
        write_down(self.work, self.row, what, former, **facts)
        self.work.session.flush()


def write_down(
    work: Transaction, row: Any, what: str, former: dict[str, tuple[str, str]] | None = None, **facts: object
) -> None:
    """Write what happened to it into its node's history."""
    kind = NAMES[type(row)]
    work.record(f"{kind}.{what}", kind, row.id, row.department_id, former=former, **facts)


def _changed(row: Any, values: Mapping[str, Any]) -> tuple[dict[str, object], dict[str, tuple[str, str]]]:
    """Set what differs; the facts of the event, and the texts that stood there before."""
    names = [name for name, value in values.items() if getattr(row, name) != value]
    plain = [name for name in names if name not in _TEXTS]
    facts: dict[str, object] = {
        "changed": names,
        "from": {name: getattr(row, name) for name in plain},
        "to": {name: values[name] for name in plain},
    }
    former = {name: ("shared", getattr(row, name)) for name in names if name in _TEXTS and getattr(row, name)}
    for name in names:
        setattr(row, name, values[name])
    return facts, former


def locked(work: Transaction, me: Actor, table: Any, record_id: UUID, if_match: int | None) -> Kept:
    """The record, locked: called by a dependency, so that 404 and 428 come before the body is looked at."""
    row = work.locked(table, record_id)
    here = node(work, row.department_id)
    require(me, KEEPS, here.place, known_by=KEEPS)
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    return Kept(work, me, row, here, if_match)


def holder(work: Transaction, here: Node, person_id: UUID | None, before: UUID | None = None) -> UUID | None:
    """Who holds it: an HR consultant whose role reaches the node, or whoever stood there before."""
    if person_id is None or person_id == before:
        return person_id
    above = [UUID(part) for part in here.path.strip("/").split("/")]
    reaches = consults(Person.id, col(RoleGrant.department_id).in_(above))
    chosen = columns(Person.id).where(col(Person.id) == person_id, stays_on(clock.today()), reaches)
    if work.first(chosen) is None:
        raise invalid("held_by", "not_here")
    return person_id


def check(state: Held, on: date, came: int | None, named: int = 0, before: Any = None) -> None:
    """Refuse a day or a number that does not fit what is told. `before`: the record as it stood."""
    if state is Held.CANCELLED:
        raise invalid("state", "unknown")
    stood = before.on if before is not None and before.state == Held.PLANNED else None
    rules.check_day(state, on, clock.today(), stood)
    rules.check_came(state, came, named)


def consultants(work: Transaction, paths: Sequence[str]) -> list[dict[str, object]]:
    """HR consultants at these nodes or beneath, by name."""
    rows = work.rows(
        columns(Person.id, Person.name)
        .where(
            stays_on(clock.today()),
            consults(
                Person.id,
                col(RoleGrant.department_id).in_(columns(Department.id).where(within(paths))),
            ),
        )
        .order_by(col(Person.sort_key), col(Person.id))
    )
    return [{"id": row.id, "name": row.name} for row in rows]
