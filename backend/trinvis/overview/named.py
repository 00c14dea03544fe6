"""What records and departments are called, as far as the reader may know: events carry ids only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, literal, null, select, union_all
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed
from trinvis.core import clock
from trinvis.core.columns import Moment
from trinvis.core.db import Transaction
from trinvis.departments.queries import PLACE, place_of
from trinvis.departments.tables import Department
from trinvis.experiences.tables import Experience
from trinvis.followups.tables import Agreement, Audience, FollowUp, FollowUpLog
from trinvis.journeys.tables import SessionPlace, StepSession
from trinvis.meetings.tables import Meeting, MeetingItem
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import TrialAction

_NOTHING = cast(null(), String)
_LONG = 90
"""A question or an agreement longer than this does not fit into a sentence."""


@dataclass
class Named:
    """By id: `titles` of records, `departments`' names, both only where the reader may; `places` of all.

    `homes`: where a record stands today. `written` and `sealed` are of sessions and logs: the day the
    note was written, and whether it is *Kun for os*.
    """

    titles: dict[UUID, str] = field(default_factory=dict)
    departments: dict[UUID, str] = field(default_factory=dict)
    places: dict[UUID, Place] = field(default_factory=dict)
    homes: dict[UUID, UUID] = field(default_factory=dict)
    written: dict[UUID, date] = field(default_factory=dict)
    sealed: set[UUID] = field(default_factory=set)


def ids_in(facts: object) -> Iterator[UUID]:
    """Every id that stands in an event's facts, however deep."""
    if isinstance(facts, dict):
        facts = list(facts.values())
    if isinstance(facts, list):
        for each in facts:
            yield from ids_in(each)
    elif isinstance(facts, str) and len(facts) == 36:
        try:
            yield UUID(facts)
        except ValueError:
            return


def named(work: Transaction, me: Actor, ids: Iterable[UUID]) -> Named:
    """Names of everything among these ids that has one, in one statement."""
    wanted, found = set(ids), Named()
    if not wanted:
        return found
    for row in work.rows(union_all(*_selects(wanted))):
        place = place_of(row.department_id, row)
        held = allowed(me, place)
        if row.kind == "department":
            found.places[row.id] = place
            if May.KNOW in held:
                found.departments[row.id] = row.name
            continue
        found.homes.setdefault(row.id, row.department_id)
        if row.written_at is not None:
            found.written[row.id] = clock.day_of(row.written_at)
        if row.audience == Audience.CANDID:
            found.sealed.add(row.id)
        if May.READ in held and (row.title or row.words):
            found.titles[row.id] = _title(row)
            found.homes[row.id] = row.department_id
    return found


def _title(row: Any) -> str:
    if row.kind == "trial_action" or len(row.words or "") > _LONG:
        return title_of(row.title, row.words)
    return str(row.title or row.words)


def _selects(ids: set[UUID]) -> list[Select[Any]]:
    session, log = StepSession, FollowUpLog
    return [
        # The first one's types are those of all.
        _one("session", session, ids, session.title, None, session.created_at, session.audience)
        .join(SessionPlace, col(SessionPlace.session_id) == session.id)
        .join(Department, col(Department.id) == SessionPlace.department_id),
        _at(_one("log", log, ids, None, None, log.logged_at, log.audience), log),
        _at(_one("trial_action", TrialAction, ids, TrialAction.title, TrialAction.change), TrialAction),
        _at(_one("follow_up", FollowUp, ids, None, FollowUp.question), FollowUp),
        _at(_one("agreement", Agreement, ids, None, Agreement.what), Agreement),
        _one("meeting_item", MeetingItem, ids, None, MeetingItem.title)
        .join(Meeting, col(Meeting.id) == MeetingItem.meeting_id)
        .join(Department, col(Department.id) == Meeting.department_id),
        _at(_one("experience", Experience, ids, Experience.title), Experience),
        _one("department", Department, ids),
    ]


def _one(
    kind: str, table: Any, ids: set[UUID], title: Any = None, words: Any = None, at: Any = None,
    audience: Any = None,
) -> Select[Any]:
    given: list[ColumnElement[Any]] = [
        (_NOTHING if title is None else col(title)).label("title"),
        (_NOTHING if words is None else col(words)).label("words"),
        (cast(null(), Moment) if at is None else col(at)).label("written_at"),
        (_NOTHING if audience is None else col(audience)).label("audience"),
        col(Department.id).label("department_id"),
        col(Department.name).label("name"),
        *(getattr(Department, name).label(name) for name in PLACE),
    ]
    return select(literal(kind).label("kind"), table.id.label("id"), *given).where(table.id.in_(ids))


def _at(statement: Select[Any], table: Any) -> Select[Any]:
    return statement.join(Department, col(Department.id) == table.department_id)
