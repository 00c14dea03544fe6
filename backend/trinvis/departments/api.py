"""The tree: reading it, making nodes, changing it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from trinvis.core.http import Me, Tx, reply
from trinvis.departments import changes, nodes, reading
from trinvis.departments.queries import KnownNode
from trinvis.departments.reading import DepartmentList, DepartmentOut

_departments = APIRouter(prefix="/api/departments", tags=["departments"])


@_departments.get("", response_model=DepartmentList)
def departments(
    me: Me, work: Tx, closed: Annotated[bool, Query(description="Closed nodes as well.")] = False
) -> Response:
    """Every node the actor may know of, in the organisation's order."""
    return reply({"items": reading.lines(work, me, closed=closed)})


@_departments.get("/{department_id}", response_model=DepartmentOut)
def department(here: KnownNode, me: Me, work: Tx) -> Response:
    """The node, the way down to it, what stands beneath it, and what the actor may do here."""
    found = reading.department(work, me, here)
    return reply(found, version=found["version"])


router = APIRouter()
for part in (_departments, nodes.router, changes.router):
    router.include_router(part)
