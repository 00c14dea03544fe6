"""HR's roll-out: when each department begins, who follows it, when one last spoke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import or_
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import Transaction, columns, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.queries import Node, guarded, subtree
from trinvis.departments.tables import Department, Walks
from trinvis.errors import Code, Refused, invalid
from trinvis.tracks import rules
from trinvis.tracks.queries import consults, lines
from trinvis.tracks.rules import Stage
from trinvis.tracks.shapes import ContactIn, RolloutIn, RolloutList, RolloutOut
from trinvis.tracks.standing import row_of, totals
from trinvis.tracks.tables import Contact

router = APIRouter(prefix="/api", tags=["tracks"])

SHOWN = 50
"""So many contacts are told, the newest first; older ones are in the history."""


# ---- the list

@router.get("/rollout", response_model=RolloutList)
def rollout(
    me: Me,
    work: Tx,
    state: Annotated[list[Stage] | None, Query(description="May be repeated.", max_length=3)] = None,
    to_contact: Annotated[bool, Query(description="only where there is a reason to get in touch")] = False,
    help_wanted: Annotated[bool, Query(description="only who waits for an answer")] = False,
) -> Response:
    """Every walking department one plans the roll-out of, in the organisation's order, with the reasons."""
    paths = reach(me, May.ROLL_OUT)
    if not paths:
        raise Refused(Code.NOT_FOUND)
    found = lines(work, or_(*(subtree(path) for path in paths)))
    rows = [row_of(line) for line in found]
    shown = [
        row for row in rows
        if (not state or row["stage"] in state)
        and (not to_contact or row["reasons"])
        and (not help_wanted or row["help_wanted"])
    ]
    return reply({"items": shown, "totals": totals(found)})


# ---- one department

def _shown(work: Transaction, me: Actor, here: Node) -> dict[str, Any]:
    """The roll-out of the department that walks for this node. Raises `Refused(NOT_FOUND)` outside."""
    found = lines(work, col(Department.id) == here.walking_id)
    if not found:
        raise Refused(Code.NOT_FOUND)
    (line,) = found
    row, plans = row_of(line), May.ROLL_OUT in allowed(me, here.place)
    version = work.one(columns(col(Department.version)).where(col(Department.id) == line.id)).version
    return {
        **{name: row[name] for name in (
            "department", "stage", "planned_start", "round", "hr_contact", "last_contact"
        )},
        "contacts": _contacts(work, me, line.id, keeps=plans),
        "consultants": _consultants(work, here) if plans else [],
        "reasons": row["reasons"] if plans else [],
        "can": ["plan", "note_contact"] if plans else [],
        "version": version,
    }


def _contacts(
    work: Transaction, me: Actor, department_id: UUID, *, keeps: bool
) -> list[dict[str, object]]:
    by = aliased(Person)
    rows = work.rows(
        columns(Contact.id, Contact.on, Contact.way, Contact.note, Contact.created_by, by.name)
        .outerjoin(by, col(by.id) == Contact.created_by)
        .where(col(Contact.department_id) == department_id)
        .order_by(col(Contact.on).desc(), col(Contact.id).desc())
        .limit(SHOWN)
    )
    return [
        {
            "id": row.id, "on": row.on, "way": row.way, "note": row.note,
            "by": {"id": row.created_by, "name": row.name} if row.name else None,
            # Whoever wrote it down knows what was said.
            "can": ["correct", "remove"] if keeps and row.created_by == me.person_id else [],
        }
        for row in rows
    ]


def _above(here: Node) -> list[UUID]:
    return [UUID(part) for part in here.path.strip("/").split("/")]


def _consultants(work: Transaction, here: Node) -> list[dict[str, object]]:
    """HR consultants whose role reaches the department, by name."""
    rows = work.rows(
        columns(Person.id, Person.name)
        .where(col(Person.left_on).is_(None), _reaches(here))
        .order_by(col(Person.sort_key), col(Person.id))
    )
    return [{"id": row.id, "name": row.name} for row in rows]


def _reaches(here: Node) -> Any:
    """A condition on `Person`: an HR consultant today, at the department or above it."""
    return consults(Person.id, col(RoleGrant.department_id).in_(_above(here)))


@router.get("/departments/{department_id}/rollout", response_model=RolloutOut)
def department_rollout(here: Annotated[Node, guarded(May.READ)], me: Me, work: Tx) -> Response:
    """When the department begins, who from HR follows it, and when one last spoke."""
    found = _shown(work, me, here)
    return reply(found, version=found["version"])


Planned = Annotated[Node, guarded(May.ROLL_OUT)]


def _planning(here: Planned, if_match: IfMatch) -> tuple[Node, int]:
    """The node, and the version seen: 428 comes before the body is looked at."""
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    return here, if_match


def _lock(work: Transaction, here: Node) -> Department:
    row = work.locked(Department, here.id)
    if row.walks != Walks.WALKS:
        raise invalid("department_id", "not_walking")
    return row


@router.put("/departments/{department_id}/rollout", response_model=RolloutOut)
def plan_rollout(
    target: Annotated[tuple[Node, int], Depends(_planning)], me: Me, work: Tx, body: RolloutIn
) -> Response:
    """Plan when the department begins (or take that back), and name who from HR follows it."""
    here, seen = target
    row = _lock(work, here)
    wanted = body.planned_start or None
    rules.check_start(wanted, row.planned_start, row.round, clock.today())
    if body.hr_contact_id not in (None, row.hr_contact_id):
        chosen = columns(Person.id).where(col(Person.id) == body.hr_contact_id, _reaches(here))
        if work.first(chosen) is None:
            raise invalid("hr_contact_id", "not_here")
    expect(row.version, seen)
    if wanted != row.planned_start:
        work.record(
            "rollout.planned", "rollout", row.id, row.id, quarter=wanted, was=row.planned_start
        )
    if body.hr_contact_id != row.hr_contact_id:
        work.record("rollout.contact_named", "rollout", row.id, row.id, hr_contact_id=body.hr_contact_id)
    if (wanted, body.hr_contact_id) != (row.planned_start, row.hr_contact_id):
        row.planned_start, row.hr_contact_id = wanted, body.hr_contact_id
        row.version += 1
        work.session.flush()
    found = _shown(work, me, here)
    return reply(found, version=found["version"])


@router.post("/departments/{department_id}/contacts", status_code=201, response_model=RolloutOut)
def note_contact(here: Planned, me: Me, work: Tx, once: Creation, body: ContactIn) -> Response:
    """*Vi talte sammen*: HR and the department were in contact."""
    if once.reply:
        return once.reply
    if body.on > clock.today():
        raise invalid("on", "in_future")
    department = _lock(work, here)
    made = work.add(
        Contact(
            department_id=department.id, on=body.on, way=body.way, note=body.note or None,
            created_by=me.person_id, created_at=clock.now(),
        )
    )
    work.record("contact.noted", "contact", made.id, department.id, on=body.on, way=body.way)
    found = _shown(work, me, here)
    return once.keep(created(found, version=found["version"]))


# ---- what was noted wrongly

@dataclass(frozen=True, slots=True)
class Noted:
    """A contact that the actor wrote down herself, locked with its department."""

    here: Node
    department: Department
    row: Contact


def _mine(here: Planned, contact_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Noted:
    """404 for what is not the department's, 403 for what a colleague wrote, 428 before the body."""
    department = _lock(work, here)
    row = work.locked(Contact, contact_id)
    if row.department_id != department.id:
        raise Refused(Code.NOT_FOUND)
    if row.created_by != me.person_id:
        raise Refused(Code.NOT_ALLOWED)
    if if_match is None:
        raise Refused(Code.IF_MATCH_MISSING)
    expect(department.version, if_match)
    return Noted(here, department, row)


Mine = Annotated[Noted, Depends(_mine)]


def _was(row: Contact) -> dict[str, tuple[str, str]] | None:
    """The sentence that stood there, for the history."""
    return {"note": ("shared", row.note)} if row.note else None


@router.put("/departments/{department_id}/contacts/{contact_id}", response_model=RolloutOut)
def correct_contact(noted: Mine, me: Me, work: Tx, body: ContactIn) -> Response:
    """Correct what one wrote down oneself; the history keeps what stood there."""
    if body.on > clock.today():
        raise invalid("on", "in_future")
    row, department = noted.row, noted.department
    wanted: dict[str, Any] = {"on": body.on, "way": body.way, "note": body.note or None}
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if changed:
        work.record(
            "contact.corrected", "contact", row.id, department.id,
            former=_was(row) if "note" in changed else None, changed=changed, on=body.on,
        )  # fmt: skip
        for name in changed:
            setattr(row, name, wanted[name])
        department.version += 1
        work.session.flush()
    found = _shown(work, me, noted.here)
    return reply(found, version=found["version"])


@router.post("/departments/{department_id}/contacts/{contact_id}/remove", response_model=RolloutOut)
def remove_contact(noted: Mine, me: Me, work: Tx) -> Response:
    """Take back what one wrote down oneself, e.g. at the wrong department; the history keeps that it was."""
    row, department = noted.row, noted.department
    work.record(
        "contact.removed", "contact", row.id, department.id, former=_was(row), on=row.on, way=row.way
    )
    work.session.delete(row)
    department.version += 1
    work.session.flush()
    found = _shown(work, me, noted.here)
    return reply(found, version=found["version"])
