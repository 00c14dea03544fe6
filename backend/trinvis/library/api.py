"""Searching from everywhere: what one may see, by kind; the tools for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from trinvis.access import Actor, Role
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef
from trinvis.library import words
from trinvis.library.finding import Hits, Page, found
from trinvis.library.people import roles
from trinvis.library.tools import tools_found
from trinvis.library.words import Asked

router = APIRouter(prefix="/api/search", tags=["search"])
public = APIRouter(prefix="/api/search", tags=["search"])

Kind = Literal["department", "trial_action", "experience", "person", "tool", "material"]
Words = Annotated[str, Query(description="Words in any order, each in full or begun.")]
Language = Annotated[Literal["da", "en"], Query(description="Which language the tools' words are told in.")]

_ORDER = {kind: place for place, kind in enumerate(get_args(Kind))}
_NOBODY = Actor(UUID(int=0), ())
"""Whoever is not signed in: sees what everybody sees."""
_FEW = 5
_MANY = 50


class PieceOut(Out):
    """A stretch of text, marked if it is a word that was looked for."""

    text: str
    marked: bool


class HeldHere(Out):
    """A role that the person holds where the reader sees the people."""

    role: Role
    title: str | None
    department: DepartmentRef


class Hit(Out):
    """A record that was found.

    `id`: the record's, or a tool's key. `detail`: where the words stand. `place`: a department's
    parent, a trial's department. `state`: a trial's state, a department's kind, a material's.
    """

    id: str
    title: list[PieceOut]
    detail: list[PieceOut]
    state: str | None
    place: DepartmentRef | None
    closed_on: date | None
    roles: list[HeldHere]


class Group(Out):
    """What was found of a kind: the first of `count`.

    `more`: there are more than that, too many to put in order; the items are titles that begin as asked.
    """

    kind: Kind
    count: int
    more: bool
    items: list[Hit]


class Found(Out):
    """What was found, by kind; kinds without a hit are left out. `next`: the cursor for more of one kind."""

    groups: list[Group]
    next: UUID | None


@router.get("", response_model=Found)
def search(
    request: Request,
    me: Me,
    work: Tx,
    q: Words = "",
    kind: Annotated[Kind | None, Query(description="Only this kind, fifty at a time.")] = None,
    cursor: Annotated[UUID | None, Query(description="With `kind`: the last record shown.")] = None,
    language: Language = "da",
) -> Response:
    """What the reader may see that has all the words: five of each kind and how many there are."""
    asked = words.asked(q)
    groups: list[dict[str, Any]] = []
    following = None
    if kind != "tool":
        page = Page(_MANY if kind else _FEW, kind, cursor if kind else None)
        hits = found(work, me, asked, page)
        people = [row.record_id for each in hits if each.kind == "person" for row in each.rows]
        held = roles(work, me, people)
        groups = [_group(asked, each, held) for each in sorted(hits, key=lambda hits: _ORDER[hits.kind])]
        following = hits[0].next if kind and hits else None
    if kind in (None, "tool"):
        groups += _tools(request, asked, language, _FEW if kind is None else _MANY)
    return reply({"groups": groups, "next": following})


@public.get("/tools", response_model=Found)
def search_tools(request: Request, work: Tx, q: Words = "", language: Language = "da") -> Response:
    """The tools and the material that have all the words: readable without signing in."""
    asked = words.asked(q)
    material = found(work, _NOBODY, asked, Page(_MANY, "material"))
    groups = [*_tools(request, asked, language, _MANY), *(_group(asked, each, {}) for each in material)]
    return reply({"groups": groups, "next": None})


def _group(asked: Asked, hits: Hits, held: dict[UUID, list[Any]]) -> dict[str, Any]:
    items = [_hit(asked, row, held.get(row.record_id, ())) for row in hits.rows]
    return {"kind": hits.kind, "count": hits.count, "more": hits.more, "items": items}


def _hit(asked: Asked, row: Any, held: Iterable[Any]) -> dict[str, Any]:
    # A department stands beneath its parent; its own name is the title already.
    place = (row.department_id, row.department_name)
    if row.kind == "department":
        place = (row.parent_id, row.parent_name)
    return {
        "id": row.record_id,
        "title": _pieces(words.marked(asked, row.title)),
        "detail": _detail(asked, row),
        "state": row.state,
        "place": {"id": place[0], "name": place[1]} if place[0] else None,
        "closed_on": row.closed_on,
        "roles": [
            {
                "role": each.role,
                "title": each.title,
                "department": {"id": each.department_id, "name": each.department_name},
            }
            for each in held
        ],
    }


def _detail(asked: Asked, row: Any) -> list[dict[str, Any]]:
    pieces = words.excerpt(asked, row.detail)
    if row.kind == "department" and not any(piece.marked for piece in pieces):
        return []  # a code is shown to whoever asked for it
    return _pieces(pieces)


def _pieces(pieces: Iterable[words.Piece]) -> list[dict[str, Any]]:
    return [asdict(piece) for piece in pieces if piece.text]


def _tools(request: Request, asked: Asked, language: Literal["da", "en"], most: int) -> list[dict[str, Any]]:
    tools = tools_found(request.app.state.pack, asked, language)
    if not tools:
        return []
    items = [
        {
            "id": tool.key,
            "title": _pieces(words.marked(asked, tool.title)),
            "detail": _pieces(words.excerpt(asked, tool.detail)),
            "state": None,
            "place": None,
            "closed_on": None,
            "roles": [],
        }
        for tool in tools[:most]
    ]
    return [{"kind": "tool", "count": len(tools), "more": False, "items": items}]
