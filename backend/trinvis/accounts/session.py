"""Signing in and out."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import Field
from sqlalchemy import delete
from sqlmodel import col

from trinvis.access import Role
from trinvis.accounts.door import digest, sign_in
from trinvis.accounts.queries import holds_now, stays_on
from trinvis.accounts.tables import Person, RoleGrant, SignIn
from trinvis.core import clock
from trinvis.core.db import columns
from trinvis.core.http import In, Out, Tx, reply
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused

public = APIRouter(prefix="/api/session", tags=["session"])
router = APIRouter(prefix="/api/session", tags=["session"])


class CastMember(Out):
    """A part of the demo: whom one can sign in as, in a line of each language."""

    key: str
    name: str
    role: Role | None
    title: str | None
    department: str | None
    line_da: str
    line_en: str


class Cast(Out):
    """The demo's cast; empty where people sign in with their work account."""

    cast: list[CastMember]


class Options(Out):
    """Which ways of signing in this installation has."""

    demo: bool
    oidc: bool


class DemoIn(In):
    """One of the cast; or anybody by id, so that a newcomer can be tried out."""

    person: Annotated[str, Field(min_length=1, max_length=40)]


@public.get("/options", response_model=Options)
def options(request: Request) -> Response:
    """Which ways of signing in there are."""
    return reply({"demo": request.app.state.settings.demo, "oidc": False})


@public.get("/cast", response_model=Cast)
def cast(request: Request, work: Tx) -> Response:
    """Whom one can sign in as in the demo."""
    lines = {line.key: line for line in request.app.state.cast} if request.app.state.settings.demo else {}
    rows = work.rows(
        columns(
            Person.cast,
            Person.name,
            RoleGrant.role,
            RoleGrant.title,
            col(Department.name).label("department"),
        )
        .outerjoin(RoleGrant, (col(RoleGrant.person_id) == Person.id) & holds_now())
        .outerjoin(Department, col(Department.id) == RoleGrant.department_id)
        .where(col(Person.cast).in_(list(lines)))
        .order_by(col(RoleGrant.id))
    )
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found.setdefault(
            row.cast,
            {
                "key": row.cast,
                "name": row.name,
                "role": row.role,
                "title": row.title,
                "department": row.department,
                "line_da": lines[row.cast].line_da,
                "line_en": lines[row.cast].line_en,
            },
        )
    return reply({"cast": [found[key] for key in lines if key in found]})


def _who(person: str) -> Any:
    """A condition: this part of the cast, or this person's id."""
    try:
        return col(Person.id) == UUID(person)
    except ValueError:
        return col(Person.cast) == person


@public.post("/demo", status_code=204)
def demo(body: DemoIn, request: Request, work: Tx) -> Response:
    """Sign in as one of the cast, or as anybody by id. Raises `Refused(NOT_FOUND)` outside a demo."""
    settings = request.app.state.settings
    if not settings.demo:
        raise Refused(Code.NOT_FOUND)
    if request.headers.get("x-trinvis") != "1":
        raise Refused(Code.MISSING_HEADER)
    person = work.one(columns(Person.id).where(_who(body.person), stays_on(clock.today())))
    token = sign_in(work, person.id, settings.session_hours)
    answer = Response(status_code=204, headers={"cache-control": "no-store"})
    answer.set_cookie(
        settings.cookie,
        token,
        max_age=settings.session_hours * 3600,
        httponly=True,
        samesite="lax",
        path="/",
        secure=settings.cookie.startswith("__Host-"),
    )
    return answer


@router.delete("", status_code=204)
def sign_out(request: Request, work: Tx) -> Response:
    """End this session, here and in the database."""
    settings = request.app.state.settings
    token = request.cookies.get(settings.cookie, "")
    work.session.execute(delete(SignIn).where(col(SignIn.digest) == digest(token)))
    answer = Response(status_code=204, headers={"cache-control": "no-store"})
    answer.delete_cookie(settings.cookie, path="/")
    return answer
