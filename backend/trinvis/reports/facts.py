"""What the papers are made of, read as the committee itself would: whatever else their maker may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlmodel import col

from trinvis.access import Actor, Grant, Role
from trinvis.content.rules import Pack
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import Node, node, subtree
from trinvis.departments.tables import Department
from trinvis.experiences import queries as experiences
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpLog, FollowUpState
from trinvis.meetings import queries as meetings
from trinvis.meetings import reading as sittings
from trinvis.meetings.rules import committee_at
from trinvis.overview.queries import end_of
from trinvis.overview.rows import matrix_of
from trinvis.overview.rules import quarter_back
from trinvis.reports.rules import MOVED, as_it_was
from trinvis.surveys.results.committee import committee, committee_list
from trinvis.surveys.results.reading import result, results
from trinvis.surveys.rules import Shown
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import TrialAction


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    department_id: UUID
    as_of: date
    since: date | None
    lang: str
    meeting_id: UUID | None = None
    item_id: UUID | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the committee may see, in codes, dates and texts that were shared."""

    pack: Pack
    lang: str
    committee: str
    place: str
    as_of: date
    since: date
    today: date
    meeting: Mapping[str, Any] | None = None
    former: Mapping[str, Any] | None = None
    """The committee's last meeting before, with what was decided there."""
    item: Mapping[str, Any] | None = None
    rows: Sequence[Mapping[str, Any]] = ()
    help_by_centre: Sequence[Mapping[str, Any]] = ()
    experiences: Sequence[Mapping[str, Any]] = ()
    surveys: Sequence[Mapping[str, Any]] = ()
    result: Mapping[str, Any] | None = None
    trials: Sequence[Mapping[str, Any]] = ()
    promises: Sequence[tuple[date, str, str]] = ()
    """LMU: (day, kind, what was agreed or is asked then)."""
    yearly: Mapping[str, Any] = field(default_factory=dict)
    year: int | None = None
    everything: bool = False
    """No day was asked for since which something counts: a collection holds all that is shared."""


def seat(person_id: UUID, here: Node) -> Actor:
    """Whoever sits in the node's committee and holds nothing else: papers are read through these eyes."""
    role = Role.HMU if committee_at(here.place) == "hmu" else Role.LMU
    return Actor(person_id, (Grant(role, here.id, here.path, here.path),))


def gather(work: Transaction, person_id: UUID, wanted: Wanted, pack: Pack) -> Facts:
    """Everything that papers, a yearly contribution or a collection say."""
    here = node(work, wanted.department_id)
    which = str(committee_at(here.place) or "lmu")
    eyes, today = seat(person_id, here), clock.today()
    since = wanted.since or _since(work, here, which, wanted)
    past = wanted.as_of if wanted.as_of < today else None
    rows, wishes = matrix_of(work, eyes, since, past)
    found = sittings.meeting(work, eyes, wanted.meeting_id) if wanted.meeting_id else None
    items = found["items"] if found else []
    hmu = which == "hmu"
    return Facts(
        pack=pack, lang=wanted.lang, committee=which, place=here.name, as_of=wanted.as_of, since=since,
        today=today, meeting=found, former=_former(work, eyes, here, which, wanted, found),
        item=next((one for one in items if one["id"] == wanted.item_id), None),
        # Who asks for help is not kept by day: of a day that is past nothing is said about it.
        rows=rows, help_by_centre=wishes if hmu and not past else (),
        experiences=_experiences(work, here, wanted),
        surveys=_surveys(work, eyes, wanted.as_of) if hmu else (),
        result=None if hmu else _result(work, eyes, here, wanted.as_of, pack),
        trials=() if hmu else _trials(work, here, since, wanted.as_of),
        promises=() if hmu else _promises(work, here, wanted.as_of),
        yearly=_yearly(work, here, which, wanted.year), year=wanted.year,
        everything=wanted.since is None,
    )  # fmt: skip


def _since(work: Transaction, here: Node, which: str, wanted: Wanted) -> date:
    before = wanted.as_of + timedelta(days=1)
    if wanted.meeting_id:
        before = meetings.meeting(work, wanted.meeting_id).on
    found = meetings.since_former(work, here.id, which, before)
    # Papers made anew after the meeting they speak of would else tell of no time at all.
    return found if found and found < wanted.as_of else quarter_back(wanted.as_of)


def _former(
    work: Transaction, eyes: Actor, here: Node, which: str, wanted: Wanted, found: Mapping[str, Any] | None
) -> Mapping[str, Any] | None:
    if found:
        return cast("Mapping[str, Any] | None", found["former"])
    row = meetings.former(work, here.id, which, wanted.as_of + timedelta(days=1))
    told = sittings.meeting(work, eyes, row.id) if row else None
    return told and told | {"items": [one for one in told["items"] if one["decision"]]}


def _experiences(work: Transaction, here: Node, wanted: Wanted) -> list[dict[str, Any]]:
    return [one for one in experiences.shared(work, [here.path]) if one["shared_on"] <= wanted.as_of]


def _surveys(work: Transaction, eyes: Actor, as_of: date) -> list[dict[str, Any]]:
    """The newest wave that HMU saw something of on that day."""
    for line in committee_list(work, eyes):
        if line["closed_on"] and line["visible_from"] <= as_of:
            told = committee(work, eyes, line["wave_id"])
            if told["nodes"]:
                return [told]
    return []


def _result(work: Transaction, eyes: Actor, here: Node, as_of: date, pack: Pack) -> dict[str, Any] | None:
    """The newest result that the department's own people had seen on that day."""
    texts = {
        one.key: {statement.key: statement.text for statement in one.statements} for one in pack.instruments
    }
    for line in results(work, eyes, here.id):
        if line["shown"] in (Shown.MEANS, Shown.DETAIL) and (line["visible_from"] or as_of) <= as_of:
            return result(work, eyes, line["wave_id"], here.id, texts)
    return None


_TRIAL = (
    "id", "title", "change", "prediction", "measure", "starts_on", "ends_on", "decision", "learning",
)  # fmt: skip


def _trials(work: Transaction, here: Node, since: date, as_of: date) -> list[dict[str, Any]]:
    """What was being tried at the end of a day, and what was evaluated since: no names, no notes."""
    end = end_of(as_of)
    rows = work.rows(
        columns(*(getattr(TrialAction, name) for name in (*_TRIAL, *MOVED)), Department.name)
        .join(Department, col(Department.id) == TrialAction.department_id)
        .where(
            subtree(here.path),
            col(TrialAction.planned_at) < end,
            or_(col(TrialAction.cancelled_at).is_(None), col(TrialAction.cancelled_at) >= end),
            or_(col(TrialAction.evaluated_at).is_(None), col(TrialAction.evaluated_at) >= end_of(since)),
        )
        .order_by(col(Department.position), col(TrialAction.starts_on), col(TrialAction.id))
    )
    return [
        {name: getattr(row, name) for name in _TRIAL}
        | {"place": row.name, "title": title_of(row.title, row.change)}
        | as_it_was({name: getattr(row, name) for name in MOVED}, end)
        for row in rows
    ]


def _promises(work: Transaction, here: Node, as_of: date) -> list[tuple[date, str, str]]:
    """What was agreed and to be followed up at the end of a day. A follow-up that was cancelled since is
    left out: the day of that is not kept."""
    end = end_of(as_of)
    held = select(col(FollowUpLog.id)).where(
        col(FollowUpLog.follow_up_id) == FollowUp.id, col(FollowUpLog.logged_at) < end
    )
    agreed = work.rows(
        columns(Agreement.due, Agreement.what)
        .join(Department, col(Department.id) == Agreement.department_id)
        .where(
            subtree(here.path),
            col(Agreement.created_at) < end,
            or_(col(Agreement.state) == AgreementState.OPEN, col(Agreement.ended_on) > as_of),
        )
    )
    asked = work.rows(
        columns(FollowUp.due, FollowUp.kind, FollowUp.question)
        .join(Department, col(Department.id) == FollowUp.department_id)
        .where(
            subtree(here.path),
            col(FollowUp.created_at) < end,
            or_(
                col(FollowUp.state) == FollowUpState.PLANNED,
                and_(col(FollowUp.state) == FollowUpState.HELD, ~held.exists()),
            ),
        )
    )
    found = [(row.due, "agreement", row.what) for row in agreed]
    found += [(row.due, row.kind, row.question) for row in asked]
    return sorted(found)


def _yearly(work: Transaction, here: Node, which: str, year: int | None) -> dict[str, Any]:
    row = meetings.yearly(work, here.id, which, year) if year else None
    return {name: getattr(row, name) for name in meetings.YEARLY} if row else {}
