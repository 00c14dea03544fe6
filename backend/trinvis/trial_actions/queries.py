"""One trial action with everything around it, in two statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Row,
    Select,
    Text,
    Uuid,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed, own
from trinvis.accounts.tables import Person
from trinvis.core import clock
from trinvis.core.columns import Moment, folded
from trinvis.core.db import Transaction
from trinvis.departments.queries import PLACE, place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.followups.tables import FollowUp, FollowUpState
from trinvis.trial_actions import days, rules
from trinvis.trial_actions.rules import Decision, LastMove, State
from trinvis.trial_actions.tables import TrialAction, TrialNote, TrialPlace

_SHOWN = (
    "id", "department_id", "state", "change", "prediction", "measure", "owner_id", "starts_on", "ends_on",
    "evaluate_on", "situation", "aim", "for_whom", "where", "data_plan", "factors", "dimensions", "tools",
    "happened", "as_planned", "surprises", "tally", "prediction_matched", "learning", "start_agreed_with",
    "agreed_with", "next_step", "reason", "cycle", "version",
)
_KEPT = (
    "title", "decision", "decision_draft", "chain_id", "origin_id", "suggested_by", "last_move",
    "created_at", "planned_at", "started_at", "tried_at", "extended_at", "evaluated_at", "cancelled_at",
)


def search_key(title: str | None, change: str) -> str:
    """What the list's search looks in."""
    return folded(f"{title or ''} {change}")


def person(person_id: UUID | None, name: str | None) -> dict[str, object] | None:
    """A person as replies carry one."""
    return None if person_id is None else {"id": person_id, "name": name or ""}


def trial(work: Transaction, me: Actor, trial_id: UUID) -> dict[str, object]:
    """The whole `Trial` as the actor sees it, with what she may do now.

    Raises `Refused(NOT_FOUND)` if there is none, or none that the actor may read.
    """
    row = work.session.execute(_one(), {"trial_id": trial_id}).first()
    if row is None:
        raise Refused(Code.NOT_FOUND)
    family = {"trial_id": row.id, "chain_id": row.chain_id, "origin_id": row.origin_id}
    around = work.session.execute(_around(), family).all()
    home = allowed(me, place_of(row.department_id, row))
    at_places = [allowed(me, Place(each.place, each.path)) for each in around if each.part == "place"]
    held = rules.held_for(home, at_places, State(row.state))
    if May.READ not in held:
        raise Refused(Code.NOT_FOUND)
    shown: dict[str, object] = {name: getattr(row, name) for name in _SHOWN if not name.endswith("_id")}
    as_place = {"as_place": May.READ not in home}
    return {**shown, **_head(row), **as_place, **_family(me, row, around), **_standing(me, row, held)}


@cache
def _one() -> Select[Any]:
    """The trial, its department, its people. Built once: building it costs more than running it."""
    owner: Any = aliased(Person)
    suggester: Any = aliased(Person)
    columns: list[Any] = [
        *(getattr(TrialAction, name) for name in (*_SHOWN, *_KEPT)),
        col(Department.name).label("department_name"),
        Department.walking_id, *(getattr(Department, name) for name in PLACE),
        owner.name.label("owner_name"), suggester.name.label("suggester_name"),
    ]
    found: Select[Any] = select(*columns).select_from(TrialAction)
    return (
        found
        .join(Department, col(Department.id) == TrialAction.department_id)
        .outerjoin(owner, owner.id == TrialAction.owner_id)
        .outerjoin(suggester, suggester.id == TrialAction.suggested_by)
        .where(col(TrialAction.id) == bindparam("trial_id"))
    )


def _head(row: Row[Any]) -> dict[str, object]:
    return {
        "department": {"id": row.department_id, "name": row.department_name, "walking_id": row.walking_id},
        "title": rules.title_of(row.title, row.change),
        "has_own_title": row.title is not None,
        "owner": person(row.owner_id, row.owner_name),
        "suggested_by": person(row.suggested_by, row.suggester_name),
        "decision": row.decision or row.decision_draft,
    }


def _standing(me: Actor, row: Row[Any], held: frozenset[May]) -> dict[str, object]:
    """What follows from state, dates and roles."""
    state, today = State(row.state), clock.today()
    place = place_of(row.department_id, row)
    mine = rules.rights(
        held, owner=own(me, place, row.owner_id), suggester=own(me, place, row.suggested_by)
    )
    undo = rules.undo_until(
        LastMove.of(row.last_move), me=me.person_id, version=row.version, now=clock.now(), mine=mine
    )
    values = row._asdict()
    due, overdue = days.due_for_evaluation(state, row.evaluate_on, row.ends_on, today)
    moments = {
        what: values[f"{what}_at"]
        for what in ("created", "planned", "started", "tried", "extended", "evaluated", "cancelled")
    }
    told = rules.history(moments, suggested=row.suggested_by is not None)
    return {
        "history": [{"at": at, "what": what} for what, at in told],
        "missing": {"plan": rules.missing_for_plan(values), "evaluate": rules.missing_for_evaluation(values)},
        "warnings": days.warnings(row.starts_on, row.ends_on),
        "evaluate_due": due, "overdue": overdue,
        "can": rules.acts(state, mine, undo=undo),
        "editable": rules.editable(state, mine),
        "undo_until": undo,
    }


# ---- the chain, the borrowed copies, the notes, the follow-ups: one statement

_NO_ID = cast(null(), Uuid)
_NO_TEXT = cast(null(), Text)
_NO_DAY = cast(null(), Date)
_NO_MOMENT = cast(null(), Moment)
_NO_NUMBER = cast(null(), Integer)


def _part(
    part: str, *, id: Any = _NO_ID, group: Any = _NO_ID, place: Any = _NO_ID, path: Any = _NO_TEXT,  # noqa: A002
    name: Any = _NO_TEXT, title: Any = _NO_TEXT, text: Any = _NO_TEXT, state: Any = _NO_TEXT,
    decision: Any = _NO_TEXT, number: Any = _NO_NUMBER, first: Any = _NO_DAY, last: Any = _NO_DAY,
    at: Any = _NO_MOMENT,
) -> Select[Any]:
    columns: dict[str, ColumnElement[Any]] = {
        "part": literal(part, Text), "id": id, "group": group, "place": place, "path": path, "name": name,
        "title": title, "text": text, "state": state, "decision": decision, "number": number,
        "first": first, "last": last, "at": at,
    }
    found: Select[Any] = select(*(column.label(label) for label, column in columns.items()))
    return found


@cache
def _around() -> Any:
    """What hangs on a trial, each kind of it a part of one union; built once."""
    t: Any = aliased(TrialAction)
    lender: Any = aliased(TrialAction)
    d: Any = aliased(Department)
    p: Any = aliased(Person)
    n: Any = aliased(TrialNote)
    f: Any = aliased(FollowUp)
    tp: Any = aliased(TrialPlace)
    told = {
        "id": t.id, "group": t.chain_id, "title": t.title, "text": t.change, "state": t.state,
        "decision": t.decision, "number": t.cycle, "first": t.starts_on, "last": t.ends_on,
    }
    where = {"place": d.id, "path": d.path, "name": d.name}
    parts = [
        _part("cycle", **told).where(t.chain_id == bindparam("chain_id")),
        _part("borrowed", **told, **where)
        .select_from(t).join(lender, lender.id == t.origin_id).join(d, d.id == t.department_id)
        .where(lender.chain_id == bindparam("chain_id"), t.chain_id != bindparam("chain_id")),
        _part("note", id=n.id, text=n.text, at=n.written_at, place=n.written_by, name=p.name)
        .select_from(n).join(p, p.id == n.written_by).where(n.trial_action_id == bindparam("trial_id")),
        _part("follow_up", state=f.state, number=func.count(), first=func.min(f.due))
        .where(f.trial_action_id == bindparam("trial_id")).group_by(f.state),
        _part("origin", **told, **where)
        .select_from(t).join(d, d.id == t.department_id).where(t.id == bindparam("origin_id")),
        _part("place", **where, text=d.position)
        .select_from(tp).join(d, d.id == tp.department_id)
        .where(tp.trial_action_id == bindparam("trial_id")),
    ]
    return union_all(*parts)


def _family(me: Actor, row: Row[Any], around: Sequence[Row[Any]]) -> dict[str, object]:
    def of(part: str) -> list[Row[Any]]:
        return [each for each in around if each.part == part]

    counts = {each.state: each for each in of("follow_up")}
    planned, held = counts.get(FollowUpState.PLANNED), counts.get(FollowUpState.HELD)
    follow_up_day: date | None = planned.first if planned else None
    return {
        "chain": [_cycle(each) for each in sorted(of("cycle"), key=lambda each: each.number)],
        "origin": next((_origin(each) for each in of("origin") if _readable(me, each)), None),
        "places": [
            {"id": each.place, "name": each.name} for each in sorted(of("place"), key=lambda each: each.text)
        ],
        "tried_in": _borrowed(me, of("borrowed")),
        "notes": [
            {
                "id": each.id, "text": each.text, "written_by": person(each.place, each.name),
                "written_at": each.at,
            }
            for each in sorted(of("note"), key=lambda each: each.id)
        ],
        "follow_ups": {
            "planned": planned.number if planned else 0, "held": held.number if held else 0,
            "next": follow_up_day,
        },
    }


def _readable(me: Actor, each: Row[Any]) -> bool:
    return May.READ in allowed(me, Place(each.place, each.path))


def _cycle(each: Row[Any]) -> dict[str, object]:
    return {
        "id": each.id, "cycle": each.number, "state": each.state, "decision": each.decision,
        "title": rules.title_of(each.title, each.text), "starts_on": each.first, "ends_on": each.last,
    }


def _origin(each: Row[Any]) -> dict[str, object]:
    return {
        "id": each.id, "title": rules.title_of(each.title, each.text),
        "department": {"id": each.place, "name": each.name},
    }


def _borrowed(me: Actor, copies: list[Row[Any]]) -> list[dict[str, object]]:
    """The newest cycle of each borrowed copy; where the actor does not read, no department."""
    newest = {each.group: each for each in sorted(copies, key=lambda each: each.number)}
    tried = {each.group for each in copies if each.state in rules.TOLD_OF}
    kept = {each.group for each in copies if each.decision == Decision.ADOPT}
    return [
        {
            "id": each.id, "state": each.state, "decision": each.decision,
            "department": {"id": each.place, "name": each.name} if _readable(me, each) else None,
            "tried": each.group in tried, "kept": each.group in kept,
        }
        for each in sorted(newest.values(), key=lambda each: each.id)
    ]
