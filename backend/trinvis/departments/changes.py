"""Changes of the tree: looked at before they are agreed to, done or planned, taken back."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from trinvis.access import Actor, May, allowed, require
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.departments.following import Told
from trinvis.departments.motion import listing
from trinvis.departments.motion.asked import Asked, asked
from trinvis.departments.motion.planned import act_of, agreed
from trinvis.departments.motion.planned import withdraw as take_back
from trinvis.departments.motion.rules import Obstacle, wrong
from trinvis.departments.motion.shapes import PreviewOut, TreeChangeList, TreeChangeOut
from trinvis.departments.queries import Node, guarded, place
from trinvis.departments.shapes import ChangeIn
from trinvis.departments.tables import ChangeState, TreeChange
from trinvis.errors import Code, Refused

router = APIRouter(prefix="/api", tags=["departments"])
Managed = Annotated[Node, guarded(May.MANAGE_TREE)]


@router.post("/departments/{department_id}/changes/preview", response_model=PreviewOut)
def preview(here: Managed, me: Me, work: Tx, body: ChangeIn) -> Response:
    """What the change would touch, as things stand now. Changes nothing."""
    wanted = _within_reach(work, me, asked(here.id, body))
    told, obstacles = _supposed(work, me, wanted)
    lists = {each.name: getattr(told, each.name) for each in fields(Told) if each.name != "made"}
    return reply(
        {
            "kind": body.kind,
            "effective_on": body.effective_on,
            "at_once": body.effective_on <= clock.today(),
            "department": {"id": here.id, "name": here.name},
            "obstacles": [
                {"code": each.code, "facts": each.facts, "later": each.later} for each in obstacles
            ],
            **lists,
            "planned": listing.waiting_for(work, me, wanted.named),
        }
    )


def _supposed(work: Transaction, me: Actor, wanted: Asked) -> tuple[Told, list[Obstacle]]:
    """The change is done and taken back, so that what is told of it is what would happen."""
    found: list[Obstacle] = []
    told = Told()
    with work.supposing():
        change = act_of(work, wanted)
        found = change.obstacles
        if all(each.later for each in found):
            try:
                told = change.do(me, as_asked=False)
            except Refused as refused:
                found.append(Obstacle(refused.code, refused.facts))
    return told, found


def _within_reach(work: Transaction, me: Actor, wanted: Asked) -> Asked:
    """Refuse a node that the actor does not manage as one that does not exist."""
    for node_id in wanted.named[1:]:
        try:
            require(me, May.MANAGE_TREE, place(work, node_id))
        except Refused as refused:
            raise Refused(Code.INVALID, **wrong(wanted.field_of(node_id), "unknown").facts) from refused
    return wanted


@router.post("/departments/{department_id}/changes", status_code=201, response_model=TreeChangeOut)
def change(here: Managed, me: Me, work: Tx, once: Creation, body: ChangeIn) -> Response:
    """Change the tree: at once if the day has come, else it waits for it."""
    if once.reply:
        return once.reply
    wanted = _within_reach(work, me, asked(here.id, body))
    row = agreed(work, wanted, me.person_id)
    work.session.flush()
    return once.keep(created(listing.change(work, me, row.id), version=row.version))


@router.get("/tree-changes", response_model=TreeChangeList)
def tree_changes(
    me: Me,
    work: Tx,
    state: ChangeState | None = None,
    department: UUID | None = None,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Changes of the nodes that one manages."""
    if department is not None:
        require(me, May.MANAGE_TREE, place(work, department), known_by=May.KNOW)
    return reply(
        listing.changes(work, me, state=state, department=department, cursor=cursor, limit=limit)
    )


@router.get("/tree-changes/{change_id}", response_model=TreeChangeOut)
def tree_change(change_id: UUID, me: Me, work: Tx) -> Response:
    """One change."""
    found = listing.change(work, me, change_id)
    return reply(found, version=found["version"])


def _locked(change_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> TreeChange:
    """The change, locked, in the version that was seen; answers 404 and 428 before anything else."""
    row = work.locked(TreeChange, change_id)
    if May.MANAGE_TREE not in allowed(me, place(work, row.department_id)):
        raise Refused(Code.NOT_FOUND)
    expect(row.version, if_match)
    return row


@router.post("/tree-changes/{change_id}/withdraw", response_model=TreeChangeOut)
def withdraw(row: Annotated[TreeChange, Depends(_locked)], me: Me, work: Tx) -> Response:
    """Take back a change that waits for its day."""
    if row.state != ChangeState.PLANNED:
        raise Refused(Code.WRONG_STATE, state=row.state)
    take_back(work, row)
    work.session.flush()
    found: dict[str, Any] = listing.change(work, me, row.id)
    return reply(found, version=row.version)
