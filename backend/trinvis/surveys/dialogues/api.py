"""Meetings at which a department used the seven questions: when and in which forum, no answer."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import Field
from sqlmodel import col

from trinvis.access import Actor, May, allowed
from trinvis.core import clock
from trinvis.core.columns import Clean
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Creation, In, Me, Out, Tx, created, reply
from trinvis.departments.queries import DepartmentRef, Node, guarded, subtree
from trinvis.departments.tables import Department
from trinvis.errors import invalid
from trinvis.followups.rules import FIRST_DAY, LAST_DAY
from trinvis.surveys.tables import DialogueUse

router = APIRouter(prefix="/api/departments/{department_id}/dialogues", tags=["dialogues"])

SHOWN = 50
"""So many are told, the newest first; older ones are in the history."""


class DialogueIn(In):
    """*Vi brugte dem på et møde*: the day, and the forum by its key in the content pack."""

    on: Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
    forum: Annotated[Clean, Field(max_length=40)]


class DialogueOut(Out):
    """A meeting of the department, or of one of its sections, at which the questions were used."""

    id: UUID
    department: DepartmentRef
    on: date
    forum: str


class DialogueList(Out):
    """The newest first."""

    items: list[DialogueOut]
    can: list[Literal["record"]]


@router.get("", response_model=DialogueList)
def dialogues(here: Annotated[Node, guarded(May.READ)], me: Me, work: Tx) -> Response:
    """When and where the questions were used, here and in the sections beneath."""
    return reply(_list(work, me, here))


def _list(work: Transaction, me: Actor, here: Node) -> dict[str, Any]:
    rows = work.rows(
        columns(DialogueUse.id, DialogueUse.on, DialogueUse.forum, Department.name,
                col(Department.id).label("department_id"))
        .join(Department, col(Department.id) == DialogueUse.department_id)
        .where(subtree(here.path))
        .order_by(col(DialogueUse.on).desc(), col(DialogueUse.id).desc())
        .limit(SHOWN)
    )  # fmt: skip
    return {
        "items": [
            {
                "id": row.id, "department": {"id": row.department_id, "name": row.name},
                "on": row.on, "forum": row.forum,
            }
            for row in rows
        ],
        "can": ["record"] if May.RECORD in allowed(me, here.place) else [],
    }  # fmt: skip


@router.post("", status_code=201, response_model=DialogueList)
def record_dialogue(
    request: Request, here: Annotated[Node, guarded(May.RECORD)], me: Me, work: Tx,
    once: Creation, body: DialogueIn,
) -> Response:  # fmt: skip
    """Note that the questions were used at a meeting."""
    if once.reply:
        return once.reply
    if body.on > clock.today():
        raise invalid("on", "in_future")
    if body.forum not in request.app.state.pack.forum_keys():
        raise invalid("forum", "unknown")
    made = work.add(
        DialogueUse(
            department_id=here.id, on=body.on, forum=body.forum,
            created_by=me.person_id, created_at=clock.now(),
        )
    )  # fmt: skip
    work.record("dialogue.recorded", "dialogue", made.id, here.id, on=body.on)
    work.session.flush()
    return once.keep(created(_list(work, me, here)))
