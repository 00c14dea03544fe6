"""Making a node of the tree, and writing what is known about it."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from trinvis.access import May
from trinvis.core.http import Creation, IfMatch, Me, Tx
from trinvis.departments.queries import Node, guarded
from trinvis.departments.reading import DepartmentOut
from trinvis.departments.shapes import NodeChangeIn, NodeIn
from trinvis.errors import Code, Refused

router = APIRouter(prefix="/api/departments", tags=["departments"])


@router.post("", status_code=201, response_model=DepartmentOut)
def make_node(me: Me, work: Tx, once: Creation, body: NodeIn) -> Response:
    """A new node, last among its siblings."""
    raise Refused(Code.UNAVAILABLE)


@router.put("/{department_id}", response_model=DepartmentOut)
def edit_node(
    here: Annotated[Node, guarded(May.MANAGE_TREE)], me: Me, work: Tx, if_match: IfMatch, body: NodeChangeIn
) -> Response:
    """Code, name, kind, head count: the whole form."""
    raise Refused(Code.UNAVAILABLE)
