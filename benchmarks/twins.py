"""The same routes as one usually writes them: entities, a response model, what is needed asked for in turn.

They answer the same bytes' worth as ours (a run compares them before it measures) behind the same gate, with
the same rules. Only how they read and serialise differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from sqlmodel import Session, col, select

from trinvis.access import Actor, Grant, May, Place, Role, allowed, own
from trinvis.accounts.door import digest
from trinvis.accounts.tables import Person, RoleGrant, SignIn
from trinvis.core import clock
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.experiences.tables import Experience
from trinvis.followups.tables import Agreement, FollowUp, FollowUpLog
from trinvis.journeys.tables import SupportRequest
from trinvis.overview.rules import COUNTED
from trinvis.overview.settle import settle_departments
from trinvis.trial_actions import days, rules
from trinvis.trial_actions.rules import LastMove, State
from trinvis.trial_actions.shapes import TrialBriefOut, TrialOut, TrialPageOut
from trinvis.trial_actions.tables import TrialAction, TrialNote

router = APIRouter(prefix="/twin")


def get_session(request: Request) -> Iterator[Session]:
    """A session for the request."""
    with Session(request.app.state.database.reader) as session:
        yield session


Db = Annotated[Session, Depends(get_session)]


def get_user(request: Request, db: Db) -> Actor:
    """Whoever is signed in, with her roles."""
    settings = request.app.state.settings
    signed = db.get(SignIn, digest(request.cookies.get(settings.cookie, "")))
    if signed is None or signed.expires_at < clock.now():
        raise Refused(Code.NOT_SIGNED_IN)
    person = db.get(Person, signed.person_id)
    assert person
    grants = db.exec(select(RoleGrant).where(RoleGrant.person_id == person.id)).all()
    return Actor(person.id, tuple(_grant(db, each) for each in grants))


def _grant(db: Session, held: RoleGrant) -> Grant:
    node = db.get(Department, held.department_id)
    assert node
    home = db.get(Department, node.walking_id) if node.walking_id else None
    since = max(held.valid_from or held.known_since, held.known_since)
    return Grant(
        Role(held.role), node.id, node.path, home.path if home else node.path, since,
        held.deputy_for is not None, walks=node.walking_id == node.id,
    )  # fmt: skip


User = Annotated[Actor, Depends(get_user)]


@router.get("/trial-actions/{trial_id}", response_model=TrialOut)
def get_trial(trial_id: UUID, user: User, db: Db) -> TrialOut:
    """One trial action."""
    trial = db.get(TrialAction, trial_id)
    department = db.get(Department, trial.department_id) if trial else None
    if trial is None or department is None:
        raise Refused(Code.NOT_FOUND)
    place = Place(department.id, department.path, walks=department.walks == "walks")
    held = rules.held_for(allowed(user, place), [], State(trial.state))
    if May.READ not in held:
        raise Refused(Code.NOT_FOUND)
    return _whole(db, user, trial, department, place, held)


def _whole(
    db: Session, user: Actor, trial: TrialAction, department: Department, place: Place, held: frozenset[May]
) -> TrialOut:
    today, state, values = clock.today(), State(trial.state), trial.model_dump()
    mine = rules.rights(
        held, owner=own(user, place, trial.owner_id), suggester=own(user, place, trial.suggested_by)
    )
    undo = rules.undo_until(
        LastMove.of(trial.last_move), me=user.person_id, version=trial.version, now=clock.now(), mine=mine
    )
    due, overdue = days.due_for_evaluation(state, trial.evaluate_on, trial.ends_on, today)
    moments = {
        what: values[f"{what}_at"]
        for what in ("created", "planned", "started", "tried", "extended", "evaluated", "cancelled")
    }
    told = rules.history(moments, suggested=trial.suggested_by is not None)
    shown = {name: values[name] for name in TrialOut.model_fields if name in values}
    return TrialOut.model_validate({
        **shown,
        **_around(db, trial),
        "department": {"id": department.id, "name": department.name, "walking_id": department.walking_id},
        "title": rules.title_of(trial.title, trial.change),
        "has_own_title": trial.title is not None,
        "owner": _person(db, trial.owner_id),
        "suggested_by": _person(db, trial.suggested_by),
        "decision": trial.decision or trial.decision_draft,
        "as_place": False,
        "history": [{"at": at, "what": what} for what, at in told],
        "missing": {
            "plan": rules.missing_for_plan(values), "evaluate": rules.missing_for_evaluation(values),
        },
        "warnings": days.warnings(trial.starts_on, trial.ends_on),
        "evaluate_due": due, "overdue": overdue,
        "can": rules.acts(state, mine, undo=undo), "editable": rules.editable(state, mine),
        "undo_until": undo,
    })  # fmt: skip


def _around(db: Session, trial: TrialAction) -> dict[str, Any]:
    cycles = db.exec(select(TrialAction).where(TrialAction.chain_id == trial.chain_id)).all()
    notes = db.exec(select(TrialNote).where(TrialNote.trial_action_id == trial.id)).all()
    follow_ups = db.exec(select(FollowUp).where(FollowUp.trial_action_id == trial.id)).all()
    planned = [each.due for each in follow_ups if each.state == "planned"]
    return {
        "chain": [
            {
                "id": each.id, "cycle": each.cycle, "state": each.state, "decision": each.decision,
                "title": rules.title_of(each.title, each.change), "starts_on": each.starts_on,
                "ends_on": each.ends_on,
            }
            for each in sorted(cycles, key=lambda each: each.cycle)
        ],
        "origin": None, "places": [], "tried_in": [],
        "notes": [
            {
                "id": each.id, "text": each.text, "written_by": _person(db, each.written_by),
                "written_at": each.written_at,
            }
            for each in notes
        ],
        "follow_ups": {
            "planned": len(planned), "held": len([each for each in follow_ups if each.state == "held"]),
            "next": min(planned, default=None),
        },
    }  # fmt: skip


def _person(db: Session, person_id: UUID | None) -> dict[str, Any] | None:
    person = db.get(Person, person_id) if person_id else None
    return {"id": person.id, "name": person.name} if person else None


@router.get("/trial-actions", response_model=TrialPageOut)
def list_trials(user: User, db: Db, limit: int = 50) -> TrialPageOut:
    """The newest trial actions that the user reads."""
    nodes = [each for each in db.exec(select(Department)).all() if May.READ in allowed(user, _place(each))]
    trials = db.exec(
        select(TrialAction)
        .where(col(TrialAction.department_id).in_([node.id for node in nodes]))
        .order_by(col(TrialAction.id).desc())
        .limit(limit + 1)
    ).all()
    shown = trials[:limit]
    return TrialPageOut(
        items=[_brief(db, trial) for trial in shown], next=shown[-1].id if len(trials) > limit else None
    )


def _place(node: Department) -> Place:
    return Place(node.id, node.path, walks=node.walks == "walks")


def _brief(db: Session, trial: TrialAction) -> TrialBriefOut:
    department = db.get(Department, trial.department_id)
    assert department
    state = State(trial.state)
    due, _ = days.due_for_evaluation(state, trial.evaluate_on, trial.ends_on, clock.today())
    return TrialBriefOut.model_validate({
        "id": trial.id, "title": rules.title_of(trial.title, trial.change), "change": trial.change,
        "state": state, "decision": trial.decision,
        "department": {"id": department.id, "name": department.name},
        "owner": _person(db, trial.owner_id), "starts_on": trial.starts_on, "ends_on": trial.ends_on,
        "evaluate_on": trial.evaluate_on, "cycle": trial.cycle, "learning": trial.learning,
        "suggested_by": _person(db, trial.suggested_by), "evaluate_due": due,
    })  # fmt: skip


@router.get("/overview")
def overview(user: User, db: Db) -> list[dict[str, Any]]:
    """The committee's overview, counted live."""
    nodes = db.exec(select(Department).order_by(Department.position)).all()
    return [_row(db, node) for node in nodes if node.walks == "walks" and allowed(user, _place(node))]


def _row(db: Session, node: Department) -> dict[str, Any]:
    trials = db.exec(select(TrialAction).where(TrialAction.department_id == node.id)).all()
    states = Counter(each.state for each in trials)
    decisions = Counter(each.decision for each in trials if each.decision)
    follow_ups = db.exec(select(FollowUp).where(FollowUp.department_id == node.id)).all()
    planned = [each.due for each in follow_ups if each.state == "planned"]
    logs = db.exec(select(FollowUpLog).where(FollowUpLog.department_id == node.id)).all()
    agreements = db.exec(select(Agreement).where(Agreement.department_id == node.id)).all()
    shared = db.exec(select(Experience).where(Experience.department_id == node.id)).all()
    wishes = db.exec(select(SupportRequest).where(SupportRequest.department_id == node.id)).all()
    return {
        "department": {"id": node.id, "name": node.name, "pilot": node.pilot},
        "trials": {key: states.get(key, 0) + decisions.get(key, 0) for key in COUNTED},
        "agreements_open": len([each for each in agreements if each.state == "open"]),
        "experiences_shared": len([each for each in shared if each.state == "shared"]),
        "last_follow_up": max((each.held_on for each in logs), default=None),
        "next_date": min([*_days(trials), *planned], default=None),
        "help_wanted": len(wishes),
    }


def _days(trials: Sequence[TrialAction]) -> list[date]:
    return [each.evaluate_on for each in trials if each.evaluate_on and each.state in ("running", "tried")]


@router.post("/recount/{department_id}")
def recount(department_id: UUID, request: Request) -> int:
    """How many status rows a recount would change; it is taken back. Here, because the embedded database
    has one process."""
    with request.app.state.database.write() as work, work.supposing():
        changed: int = settle_departments(work, [department_id])
    return changed
