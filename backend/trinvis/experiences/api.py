"""Experiences: told in a department, shared with its consent, withdrawn at any time, tried by others."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from trinvis.access import May, require
from trinvis.content.rules import Pack
from trinvis.core import clock
from trinvis.core.db import columns
from trinvis.core.http import Creation, Me, Tx, created, reply
from trinvis.departments.queries import Node, guarded, node
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused, invalid
from trinvis.experiences import borrowed, origins, queries, rules
from trinvis.experiences.changing import Opened, consenters, locked
from trinvis.experiences.practices import practices
from trinvis.experiences.reading import shown
from trinvis.experiences.rules import Act, ExperienceState, Origin
from trinvis.experiences.shapes import (
    ExperienceIn,
    ExperienceOut,
    ExperiencePageOut,
    NewExperienceIn,
    PracticesOut,
    ShareIn,
    SourceOut,
)
from trinvis.experiences.tables import Experience

_experiences = APIRouter(prefix="/api/experiences", tags=["experiences"])
_practices = APIRouter(prefix="/api/departments", tags=["experiences"])
NOWHERE = "-/"
"""A path at which no department stands."""
Key = Annotated[str | None, Query(max_length=40)]


def _pack(request: Request) -> Pack:
    found: Pack = request.app.state.pack
    return found


Words = Annotated[Pack, Depends(_pack)]


@_experiences.get("", response_model=ExperiencePageOut)
def list_experiences(
    me: Me,
    work: Tx,
    pack: Words,
    state: Annotated[
        ExperienceState, Query(description="Shared: everybody's. Else those of departments one reads.")
    ] = ExperienceState.SHARED,
    department: Annotated[UUID | None, Query(description="With its subtree.")] = None,
    factor: Key = None,
    tool: Key = None,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """What has been shared, the last first; or what is told and not shared in the departments one reads."""
    for field, key, known in (("factor", factor, pack.factor_keys()), ("tool", tool, pack.tool_keys())):
        if key is not None and key not in known:
            raise invalid(field, "unknown")
    path = None
    if department is not None:
        # A department that has shared nothing and one that does not exist have the same: nothing.
        found = work.first(columns(Department.path).where(Department.id == department))
        path = found.path if found else NOWHERE
    wanted = queries.Wanted(state, path, factor, tool, cursor, limit)
    items, following = queries.page(work, me, wanted)
    return reply({"items": items, "departments": queries.places(work), "next": following})


# ---- telling


def _begins(department: UUID, me: Me, work: Tx) -> Node:
    here = node(work, department)
    require(me, May.DRAFT, here.place)
    return here


@_experiences.get("/source", response_model=SourceOut)
def read_source(
    here: Annotated[Node, Depends(_begins)], work: Tx, origin: Origin, origin_id: UUID
) -> Response:
    """What an experience would come from, what its text may begin with, and whether one was told already."""
    found = origins.source(work, here, origin, origin_id)
    before = queries.told_of(work, here.id, origin, origin_id)
    return reply({
        "department": {"id": here.id, "name": here.name}, "origin": origin, "origin_id": origin_id,
        "title": found.title, "on": found.on, "number": found.number, "forum": found.forum,
        "ready": found.ready, "text": found.text, "experience": before[0] if before else None,
    })  # fmt: skip


@_experiences.post("", status_code=201, response_model=ExperienceOut)
def tell(me: Me, work: Tx, once: Creation, pack: Words, body: NewExperienceIn) -> Response:
    """A draft, read in its department. One of each origin in each department: 409 already_open else."""
    here = node(work, body.department_id)
    require(me, May.DRAFT, here.place)
    if once.reply:
        return once.reply
    values = body.model_dump()
    _check(values, pack)
    # Two colleagues who tell of the same trial at once: the second one finds the first one's.
    work.locked(Department, here.id)
    origins.require_ready(origins.source(work, here, body.origin, body.origin_id))
    before = queries.told_of(work, here.id, body.origin, body.origin_id)
    if before:
        raise Refused(Code.ALREADY_OPEN, id=str(before[0]["id"]))
    row = work.add(Experience(**values, created_by=me.person_id, created_at=clock.now()))
    work.record(
        "experience.created", "experience", row.id, here.id, origin=body.origin, origin_id=body.origin_id
    )
    return once.keep(created(shown(work, me, row.id), version=row.version))


def _check(values: dict[str, Any], pack: Pack) -> None:
    known = {"factors": pack.factor_keys(), "tools": pack.tool_keys()}
    wrong = [name for name, keys in known.items() if not set(values[name]) <= set(keys)]
    if wrong:
        raise Refused(Code.INVALID, errors=[{"field": name, "problem": "unknown"} for name in wrong])


# ---- one


@_experiences.get("/{experience_id}", response_model=ExperienceOut)
def get_experience(experience_id: UUID, me: Me, work: Tx) -> Response:
    """One experience: by everybody who signs in once it is shared, by its department before and after."""
    found = shown(work, me, experience_id)
    return reply(found, version=found["version"])


@_experiences.put("/{experience_id}", response_model=ExperienceOut)
def edit(opened: Annotated[Opened, locked(Act.EDIT)], pack: Words, body: ExperienceIn) -> Response:
    """The whole text. What is shared already must stay whole: 409 fields_needed{missing} else."""
    values = body.model_dump()
    _check(values, pack)
    opened.ready(Act.EDIT)
    missing = rules.missing(values) if opened.row.state == ExperienceState.SHARED else []
    if missing:
        raise Refused(Code.FIELDS_NEEDED, missing=missing)
    opened.put(values)
    return _changed(opened)


@_experiences.post("/{experience_id}/share", response_model=ExperienceOut)
def share(opened: Annotated[Opened, locked(Act.SHARE)], body: ShareIn) -> Response:
    """draft, withdrawn -> shared: the department has said yes, by somebody who can."""
    can = {(one["person"]["id"], one["consent"]) for one in consenters(opened.work, opened.here)}
    if (body.consented_by, body.consent) not in can:
        raise invalid("consented_by", "not_here")
    opened.ready(Act.SHARE)
    missing = rules.missing(opened.row.model_dump())
    if missing:
        raise Refused(Code.FIELDS_NEEDED, missing=missing)
    opened.share(body.consent, body.consented_by)
    return _changed(opened)


@_experiences.post("/{experience_id}/withdraw", response_model=ExperienceOut)
def withdraw(opened: Annotated[Opened, locked(Act.WITHDRAW)]) -> Response:
    """draft, shared -> withdrawn: nobody outside the department reads it any more."""
    opened.ready(Act.WITHDRAW)
    opened.withdraw()
    return _changed(opened)


def _changed(opened: Opened) -> Response:
    opened.work.session.flush()
    return reply(shown(opened.work, opened.me, opened.row.id), version=opened.row.version)


# ---- Sådan gør vi hos os


@_practices.get("/{department_id}/practices", response_model=PracticesOut)
def department_practices(here: Annotated[Node, guarded(May.READ)], work: Tx) -> Response:
    """What the department kept and still does, derived from its trials and their checks."""
    return reply({"items": practices(work, here)})


router = APIRouter()
# Addresses with a word of their own come before those with an id.
for part in (borrowed.router, _experiences, _practices):
    router.include_router(part)
