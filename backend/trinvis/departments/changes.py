"""Changes of the tree: looked at before they are agreed to, done or planned, taken back."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from trinvis.access import May
from trinvis.core.http import Creation, IfMatch, Me, Tx
from trinvis.departments.queries import Node, guarded
from trinvis.departments.shapes import ChangeIn, PreviewOut, TreeChangeList, TreeChangeOut
from trinvis.departments.tables import ChangeState
from trinvis.errors import Code, Refused

router = APIRouter(prefix="/api", tags=["departments"])
Managed = Annotated[Node, guarded(May.MANAGE_TREE)]


@router.post("/departments/{department_id}/changes/preview", response_model=PreviewOut)
def preview(here: Managed, me: Me, work: Tx, body: ChangeIn) -> Response:
    """What the change would touch, as things stand now. Changes nothing."""
    raise Refused(Code.UNAVAILABLE)


@router.post("/departments/{department_id}/changes", status_code=201, response_model=TreeChangeOut)
def change(here: Managed, me: Me, work: Tx, once: Creation, body: ChangeIn) -> Response:
    """Change the tree: at once if the day has come, else it waits for it."""
    raise Refused(Code.UNAVAILABLE)


@router.get("/tree-changes", response_model=TreeChangeList)
def tree_changes(
    me: Me,
    work: Tx,
    state: ChangeState | None = None,
    department: UUID | None = None,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Changes of the nodes that one manages."""
    raise Refused(Code.UNAVAILABLE)


@router.get("/tree-changes/{change_id}", response_model=TreeChangeOut)
def tree_change(change_id: UUID, me: Me, work: Tx) -> Response:
    """One change."""
    raise Refused(Code.UNAVAILABLE)


@router.post("/tree-changes/{change_id}/withdraw", response_model=TreeChangeOut)
def withdraw(change_id: UUID, me: Me, work: Tx, if_match: IfMatch) -> Response:
    """Take back a change that waits for its day."""
    raise Refused(Code.UNAVAILABLE)
