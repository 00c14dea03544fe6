"""Follow-ups and agreements as replies show them, in the same few statements whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, and_, column, or_, table
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed, candid_since, own, reach, require
from trinvis.accounts.tables import Person
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import PLACE, node, place_of, subtree
from trinvis.departments.tables import Department, Walks
from trinvis.errors import invalid
from trinvis.followups import rules
from trinvis.followups.rules import AgreementState, Audience, FollowUpState
from trinvis.followups.tables import Agreement, FollowUp, FollowUpLog

TRIAL = table(
    "trial_action",
    column("id", Uuid),
    column("title", Text),
    column("change", Text),
    column("department_id", Uuid),
)
"""The trial action's heading, by the table's name: its room stands above this one and is not imported."""

_FOLLOW_UP = (
    "id",
    "journey_id",
    "kind",
    "question",
    "due",
    "state",
    "repeat_every",
    "repeat_unit",
    "reason",
    "version",
)
_AGREEMENT = ("id", "journey_id", "what", "due", "state", "ended_on", "reason", "version")
_LOG = (
    "id", "held_on", "assessment", "audience", "tally", "from_board", "logged_at", "corrected_at", "version",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is filtered by; None: anything."""

    department: UUID | None = None
    trial_action: UUID | None = None
    state: str | None = None
    cursor: str | None = None
    limit: int = 50


def person(person_id: UUID | None, name: str | None) -> dict[str, object] | None:
    """A person as replies carry one."""
    return None if person_id is None else {"id": person_id, "name": name or ""}


def trial_ref(row: Any) -> dict[str, object] | None:
    """The trial action as replies carry it."""
    if row.trial_action_id is None or row.change is None:
        return None
    return {"id": row.trial_action_id, "title": row.title or rules.first_words(row.change)}


def _place(row: Any) -> Place:
    return place_of(row.department_id, row)


# ---- follow-ups


@cache
def _select_follow_ups() -> Any:
    """Built once: an alias made anew for each request is a statement compiled anew."""
    owner = aliased(Person)
    earlier, seen = aliased(FollowUp), aliased(FollowUpLog)
    last = (
        columns(seen.assessment)
        .join(earlier, col(earlier.id) == seen.follow_up_id)
        .where(earlier.series_id == FollowUp.series_id)
        .order_by(col(seen.held_on).desc(), col(seen.id).desc())
        .limit(1)
        .correlate(FollowUp)
        .scalar_subquery()
    )
    return (
        columns(
            *(getattr(FollowUp, name) for name in _FOLLOW_UP),
            FollowUp.department_id,
            FollowUp.trial_action_id,
            FollowUp.agreement_id,
            FollowUp.owner_id,
            col(Department.name).label("department"),
            Department.path,
            Department.walks,
            Department.closed_on,
            Department.former_paths,
            col(owner.name).label("owner"),
            TRIAL.c.title,
            TRIAL.c.change,
            Agreement.what,
            last.label("last"),
        )
        .join(Department, col(Department.id) == FollowUp.department_id)
        .outerjoin(owner, col(owner.id) == FollowUp.owner_id)
        .outerjoin(TRIAL, TRIAL.c.id == FollowUp.trial_action_id)
        .outerjoin(Agreement, col(Agreement.id) == FollowUp.agreement_id)
    )


def follow_up(work: Transaction, me: Actor, follow_up_id: UUID) -> dict[str, Any]:
    """The follow-up as the actor sees it. Raises `Refused(NOT_FOUND)` unless she may read it."""
    row = work.one(_select_follow_ups().where(FollowUp.id == follow_up_id))
    require(me, May.READ, _place(row))
    return _follow_ups(work, me, [row])[0]


def follow_ups(work: Transaction, me: Actor, wanted: Wanted) -> dict[str, object]:
    """A page of follow-ups that the actor may read."""
    statement = _narrowed(work, me, _select_follow_ups(), FollowUp, wanted)
    rows = work.rows(_page(statement, FollowUp, wanted, FollowUpState.PLANNED))
    return _answer(_follow_ups(work, me, rows[: wanted.limit]), rows, wanted)


def _follow_ups(work: Transaction, me: Actor, rows: Sequence[Any]) -> list[dict[str, Any]]:
    logs = _logs(work, [row.id for row in rows])
    return [_follow_up(me, row, logs[row.id]) for row in rows]


def _logs(work: Transaction, ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    if ids:
        statement = (
            columns(
                *(getattr(FollowUpLog, name) for name in _LOG),
                FollowUpLog.follow_up_id,
                FollowUpLog.logged_by,
                FollowUpLog.note,
                col(Person.name).label("by"),
                FollowUpLog.department_id,
                *(getattr(Department, name) for name in PLACE),
            )
            .join(Person, col(Person.id) == FollowUpLog.logged_by)
            .join(Department, col(Department.id) == FollowUpLog.department_id)
            .where(col(FollowUpLog.follow_up_id).in_(ids))
            .order_by(col(FollowUpLog.held_on), col(FollowUpLog.id))
        )
        for row in work.rows(statement):
            found[row.follow_up_id].append(row)
    return found


def _follow_up(me: Actor, row: Any, logs: Sequence[Any]) -> dict[str, Any]:
    place = _place(row)
    return {
        **{name: getattr(row, name) for name in _FOLLOW_UP},
        "department": {"id": row.department_id, "name": row.department},
        "trial_action": trial_ref(row),
        "agreement": {"id": row.agreement_id, "what": row.what} if row.agreement_id else None,
        "owner": person(row.owner_id, row.owner),
        "overdue": row.state == FollowUpState.PLANNED and rules.overdue(row.due, clock.today()),
        "last": row.last,
        "logs": [_log(me, log) for log in logs],
        "can": rules.acts(
            allowed(me, place), FollowUpState(row.state), owner=own(me, place, row.owner_id)
        ),
    }


def _log(me: Actor, row: Any) -> dict[str, Any]:
    """What may be done with it hangs on where it was written, wherever the follow-up stands by now."""
    audience, place = Audience(row.audience), _place(row)
    return {
        **{name: getattr(row, name) for name in _LOG},
        "note": row.note if audience is Audience.SHARED else None,
        "has_note": row.note is not None,
        "logged_by": person(row.logged_by, row.by),
        "can": rules.log_acts(
            allowed(me, place),
            audience,
            own=own(me, place, row.logged_by),
            has_note=row.note is not None,
            readable=rules.reads_candid(candid_since(me, place), clock.day_of(row.logged_at)),
        ),
    }


# ---- agreements


def _select_agreements() -> Any:
    return (
        columns(
            *(getattr(Agreement, name) for name in _AGREEMENT),
            Agreement.department_id,
            Agreement.trial_action_id,
            Agreement.owner_id,
            col(Department.name).label("department"),
            Department.path,
            Department.walks,
            Department.closed_on,
            Department.former_paths,
            col(Person.name).label("owner"),
            TRIAL.c.title,
            TRIAL.c.change,
        )
        .join(Department, col(Department.id) == Agreement.department_id)
        .outerjoin(Person, col(Person.id) == Agreement.owner_id)
        .outerjoin(TRIAL, TRIAL.c.id == Agreement.trial_action_id)
    )


def agreement(work: Transaction, me: Actor, agreement_id: UUID) -> dict[str, Any]:
    """The agreement as the actor sees it. Raises `Refused(NOT_FOUND)` unless she may read it."""
    row = work.one(_select_agreements().where(Agreement.id == agreement_id))
    require(me, May.READ, _place(row))
    return _agreement(me, row)


def agreements(work: Transaction, me: Actor, wanted: Wanted) -> dict[str, object]:
    """A page of agreements that the actor may read."""
    statement = _narrowed(work, me, _select_agreements(), Agreement, wanted)
    rows = work.rows(_page(statement, Agreement, wanted, AgreementState.OPEN))
    return _answer([_agreement(me, row) for row in rows[: wanted.limit]], rows, wanted)


def _agreement(me: Actor, row: Any) -> dict[str, Any]:
    state, place = AgreementState(row.state), _place(row)
    return {
        **{name: getattr(row, name) for name in _AGREEMENT},
        "department": {"id": row.department_id, "name": row.department},
        "trial_action": trial_ref(row),
        "owner": person(row.owner_id, row.owner),
        "overdue": state is AgreementState.OPEN and rules.overdue(row.due, clock.today()),
        "can": rules.promise_acts(allowed(me, place), state, owner=own(me, place, row.owner_id)),
    }


# ---- both


def _narrowed(work: Transaction, me: Actor, statement: Any, kind: Any, wanted: Wanted) -> Any:
    """The filters; a department that walks takes along the sections that follow it.

    Raises `Refused(NOT_FOUND)` for a department whose plan the actor may not read.
    """
    if wanted.department is not None:
        here = node(work, wanted.department)
        require(me, May.READ, here.place)
        inside = Department.walking_id == here.id if here.walks == Walks.WALKS else subtree(here.path)
    else:
        inside = or_(False, *(subtree(path) for path in reach(me, May.READ)))
    statement = statement.where(inside)
    if wanted.trial_action is not None:
        statement = statement.where(kind.trial_action_id == wanted.trial_action)
    if wanted.state is not None:
        statement = statement.where(kind.state == wanted.state)
    return statement


def _page(statement: Any, kind: Any, wanted: Wanted, upcoming: str) -> Any:
    rising = wanted.state == upcoming
    if wanted.cursor:
        due, record_id = _position(wanted.cursor)
        beyond, at = (
            (kind.due > due, kind.id > record_id) if rising else (kind.due < due, kind.id < record_id)
        )
        statement = statement.where(or_(beyond, and_(kind.due == due, at)))
    order = [col(kind.due), col(kind.id)]
    return statement.order_by(*(order if rising else [key.desc() for key in order])).limit(wanted.limit + 1)


def _position(cursor: str) -> tuple[date, UUID]:
    day, _, record_id = cursor.partition("_")
    try:
        return date.fromisoformat(day), UUID(record_id)
    except ValueError as error:
        raise invalid("cursor", "unknown") from error


def _answer(items: list[dict[str, Any]], rows: Sequence[Any], wanted: Wanted) -> dict[str, object]:
    last = items[-1] if len(rows) > wanted.limit else None
    return {"items": items, "next": f"{last['due']}_{last['id']}" if last else None}
