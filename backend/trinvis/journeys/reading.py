"""Journeys and sessions as replies: what is there, and what the actor may do with it now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed, candid_since, require
from trinvis.accounts.tables import Person
from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.departments.queries import PLACE, place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.followups.tables import Audience
from trinvis.journeys import moves, rules
from trinvis.journeys.queries import facts_of
from trinvis.journeys.rules import Facts, SessionState, Standing, StepState
from trinvis.journeys.tables import Journey, SessionPlace, StepSession

_SESSION = (
    "state", "day", "forum", "title", "covers", "participants", "note", "audience", "led_by", "reason",
    "created_at", "version",
)
_place, _node, _round = aliased(SessionPlace), aliased(Department), aliased(Journey)
_written = aliased(Department)
_SESSION_COLUMNS = (
    col(StepSession.id).label("session_id"),
    *(getattr(StepSession, name).label(f"session_{name}") for name in _SESSION),
    col(Person.name).label("leader_name"),
    col(_place.journey_id).label("place_journey_id"), col(_round.ended_on).label("place_ended_on"),
    col(_node.id).label("node_id"), col(_node.name).label("node_name"),
    *(getattr(_node, name).label(f"node_{name}") for name in PLACE),
    col(_written.id).label("written_id"),
    *(getattr(_written, name).label(f"written_{name}") for name in PLACE),
)


def person(person_id: UUID | None, name: str | None) -> dict[str, object] | None:
    """A person as replies carry one; without a name where it has been erased."""
    return None if person_id is None else {"id": person_id, "name": name or ""}


# ---- sessions

def _with_places(statement: Select[Any], *, outer: bool = False) -> Select[Any]:
    """Join a session's places, their departments and who led it: a row per place."""
    return (
        statement
        .join(_place, col(_place.session_id) == StepSession.id, isouter=outer)
        .join(_round, col(_round.id) == _place.journey_id, isouter=outer)
        .join(_node, col(_node.id) == _place.department_id, isouter=outer)
        .join(
            _written,
            col(_written.id) == func.coalesce(_place.written_at, _place.department_id),
            isouter=outer,
        )
        .outerjoin(Person, col(Person.id) == StepSession.led_by)
    )


def node_place(row: Row[Any]) -> Place:
    """The place of a session's row."""
    return place_of(row.node_id, row, "node_")


def written_place(row: Row[Any]) -> Place:
    """The place where the session's note was written: another one if the session was carried since."""
    return place_of(row.written_id, row, "written_")


def reads(me: Actor, rows: Iterable[Row[Any]]) -> bool:
    """Whether the actor reads the plan of one of the session's departments, or of where it came from."""
    return any(
        May.READ in allowed(me, node_place(row)) or May.READ in allowed(me, written_place(row))
        for row in rows
    )


def session_rows(work: Transaction, session_id: UUID) -> Sequence[Row[Any]]:
    """A session, a row per department in the organisation's order. Raises `Refused(NOT_FOUND)`."""
    rows = work.rows(
        _with_places(select(*_SESSION_COLUMNS).select_from(StepSession))
        .where(col(StepSession.id) == session_id).order_by(col(_node.position))
    )
    if not rows:
        raise Refused(Code.NOT_FOUND)
    return rows


def opens(me: Actor, rows: Iterable[Row[Any]]) -> bool:
    """Whether the actor reads this session's note *Kun for os*.

    The department where it was written must have given her the role no later than the note's day: it
    goes along with the session, its readers do not.
    """
    for row in rows:
        since = candid_since(me, written_place(row))
        if since is not None and clock.day_of(row.session_created_at) >= since:
            return True
    return False


def permissions(me: Actor, rows: Iterable[Row[Any]]) -> frozenset[May]:
    """What the actor may do at every department of the session."""
    held = [allowed(me, node_place(row)) for row in rows]
    return frozenset.intersection(*held) if held else frozenset()


def session_out(me: Actor, rows: Sequence[Row[Any]]) -> dict[str, object]:
    """A session from its rows, as the actor sees it."""
    first = rows[0]
    state, sealed = SessionState(first.session_state), first.session_audience == Audience.CANDID
    known = [row for row in rows if May.KNOW in allowed(me, node_place(row))]
    return {
        "id": first.session_id,
        **{name: getattr(first, f"session_{name}") for name in (
            "state", "day", "forum", "title", "covers", "participants", "audience", "reason", "version",
        )},
        "note": None if sealed else first.session_note,
        "has_note": first.session_note is not None,
        "led_by": person(first.session_led_by, first.leader_name),
        "places": [
            {"journey_id": row.place_journey_id, "department": {"id": row.node_id, "name": row.node_name}}
            for row in known
        ],
        "elsewhere": len(rows) - len(known),
        "can": moves.session_moves(
            state, permissions(me, rows), ended=all(row.place_ended_on for row in rows),
            sealed=sealed and first.session_note is not None, opens=opens(me, rows),
        ),
    }


def session(work: Transaction, me: Actor, session_id: UUID) -> dict[str, object]:
    """The session. Raises `Refused(NOT_FOUND)` unless the actor reads the plan of one of its departments."""
    rows = session_rows(work, session_id)
    if not reads(me, rows):
        raise Refused(Code.NOT_FOUND)
    return session_out(me, rows)


# ---- journeys

def journey(work: Transaction, me: Actor, journey_id: UUID, covers: Sequence[str]) -> dict[str, object]:
    """The journey in two statements: itself with its sessions, and the facts behind its steps.

    Raises `Refused(NOT_FOUND)` if there is none, or none that the actor may read.
    """
    own, here = aliased(SessionPlace), aliased(Department)
    rows = work.rows(
        _with_places(
            select(
                *(getattr(Journey, name) for name in (
                    "id", "department_id", "round", "started_on", "ended_on", "ended_as", "tasks_conditions",
                    "need", "ambition", "factors", "assessed_on", "version",
                )),
                col(here.name).label("name"), *(getattr(here, name).label(name) for name in PLACE),
                *_SESSION_COLUMNS,
            )
            .select_from(Journey)
            .join(here, col(here.id) == Journey.department_id)
            .outerjoin(own, col(own.journey_id) == Journey.id)
            .outerjoin(StepSession, col(StepSession.id) == own.session_id),
            outer=True,
        )
        .where(col(Journey.id) == journey_id)
        .order_by(col(StepSession.day), col(StepSession.id), col(_node.position))
    )
    if not rows:
        raise Refused(Code.NOT_FOUND)
    row = rows[0]
    place = place_of(row.department_id, row)
    require(me, May.READ, place)
    facts, held = facts_of(work, [journey_id])[journey_id], allowed(me, place)
    sessions = [
        session_out(me, list(group))
        for session_id, group in groupby(rows, key=lambda each: each.session_id) if session_id
    ]
    return {**_head(row), **_progress(facts, held, covers), "sessions": sessions}


def _head(row: Row[Any]) -> dict[str, object]:
    return {
        "id": row.id, "department": {"id": row.department_id, "name": row.name}, "round": row.round,
        "started_on": row.started_on, "ended_on": row.ended_on, "ended_as": row.ended_as,
        "version": row.version,
        "assessment": {
            name: getattr(row, name)
            for name in ("tasks_conditions", "need", "ambition", "factors", "assessed_on")
        },
    }


def _progress(facts: Facts, held: frozenset[May], covers: Sequence[str]) -> dict[str, object]:
    steps = rules.standings(facts, covers)
    return {
        "steps": [step_out(steps, step, held, ended=facts.ended) for step in steps],
        "agreements_count": facts.agreements, "trials_count": facts.trials,
        "follow_up_dates": {
            kind: (dates.next or dates.last) if dates else None
            for kind, dates in (("process", facts.process), ("result", facts.result))
        },
        "waiting": [] if facts.ended else [
            {"code": wait["code"], **{name: wait.get(name) for name in ("number", "count", "next")}}
            for wait in rules.keeps_open(facts)
        ],
        "can": rules.journey_moves(facts, held),
    }


def step_out(
    steps: Sequence[Standing], step: Standing, held: frozenset[May], *, ended: bool
) -> Mapping[str, object]:
    """A step as replies carry it."""
    done = step.state is StepState.DONE
    return {
        "number": step.number, "state": step.state, "since": step.since,
        "done_on": step.record.done_on,
        "missing": [
            {"code": lack["code"], "cover": lack.get("cover"), "lacks": lack.get("lacks")}
            for lack in step.missing
        ],
        "out_of_order": step.record.out_of_order,
        "needs_sentence": not done and not rules.in_turn(steps, step.number),
        "reopened_because": None if done else step.record.reopened_because,
        "can": rules.step_moves(step, held, ended=ended),
    }
