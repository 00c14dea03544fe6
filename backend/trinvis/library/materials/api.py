"""Material: read by everybody, since it is what the intranet links to; written by HR, version by version."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request, Response

from trinvis.access import Actor
from trinvis.accounts.door import actor_of
from trinvis.attachments.files import (
    FILE_BODY,
    FILE_REPLY,
    Data,
    FileName,
    bring,
    file_out,
    found_file,
    remove,
    sent,
)
from trinvis.attachments.shapes import AttachmentOut
from trinvis.content.rules import Pack
from trinvis.core import clock
from trinvis.core.db import Transaction, expect
from trinvis.core.http import Creation, IfMatch, Me, Tx, created, reply
from trinvis.errors import Code, Refused, invalid
from trinvis.library.materials import reading, rules
from trinvis.library.materials.shapes import (
    AboutTool,
    FormerVersions,
    MaterialFields,
    MaterialIn,
    MaterialList,
    MaterialOut,
    VersionOut,
)
from trinvis.library.tables import Material, MaterialKind, MaterialVersion

public = APIRouter(prefix="/api/materials", tags=["materials"])
router = APIRouter(prefix="/api/materials", tags=["materials"])
UPLOAD = "/api/materials/{id}/files"
"""The path that takes a file, and so larger bodies than others."""


def _reader(request: Request, work: Tx) -> Actor | None:
    """Who reads, where somebody is signed in; nobody has to be."""
    token = request.cookies.get(request.app.state.settings.cookie)
    return actor_of(work, token) if token else None


Reader = Annotated[Actor | None, Depends(_reader)]


def _keeper(me: Me) -> None:
    """Let in who keeps the library; HR of a part of the hospital is told no, others know nothing of it."""
    if not rules.keeps(me):
        raise Refused(Code.NOT_ALLOWED if rules.of_a_part(me) else Code.NOT_FOUND)


Keeper = Annotated[None, Depends(_keeper)]


@public.get("", response_model=MaterialList)
def materials(me: Reader, work: Tx) -> Response:
    """All material, and how many trials name each tool. Readable without signing in."""
    return reply(reading.listing(work, me))


@public.get("/tools/{key}", response_model=AboutTool)
def about_tool(key: str, me: Reader, work: Tx, request: Request) -> Response:
    """What is written about a tool beside the content pack. Readable without signing in."""
    if key not in request.app.state.pack.tool_keys():
        raise Refused(Code.NOT_FOUND)
    return reply(reading.about_tool(work, me, key))


@public.get("/{material_id}", response_model=MaterialOut)
def material(material_id: UUID, me: Reader, work: Tx) -> Response:
    """One piece of material. Readable without signing in."""
    return _shown(work, me, material_id)


@public.get("/{material_id}/files/{attachment_id}", response_class=Response, responses=FILE_REPLY)
def download(material_id: UUID, attachment_id: UUID, me: Reader, work: Tx) -> Response:
    """A file of the material, to be kept. Readable without signing in."""
    reading.one(work, me, material_id)
    return sent(work, found_file(work, reading.FILES, material_id, attachment_id))


def _shown(work: Transaction, me: Actor | None, material_id: UUID) -> Response:
    found = reading.one(work, me, material_id)
    return reply(found, version=found["version"])


# ---- writing

def _words(body: MaterialFields, pack: Pack, tool_key: str | None) -> dict[str, Any]:
    """What is written, empty fields left out; a tool is called what the note calls it."""
    rules.check_links(link.url for link in body.links)
    words = body.model_dump(include=set(MaterialFields.model_fields))
    words = {name: value or None for name, value in words.items() if name != "links"}
    if tool_key:
        title = next(tool.title for tool in pack.tools if tool.key == tool_key)
        words |= {"title": title.da, "title_en": title.en}
    return words | {"links": [link.model_dump() for link in body.links]}


def _write(work: Transaction, me: Actor, row: Material, words: dict[str, Any]) -> None:
    work.add(
        MaterialVersion(
            material_id=row.id, number=row.current, written_by=me.person_id, written_at=clock.now(), **words
        )
    )


@router.post("", status_code=201, response_model=MaterialOut)
def add(_: Keeper, me: Me, work: Tx, once: Creation, request: Request, body: MaterialIn) -> Response:
    """Write a new piece of material, or the first words about a tool of the pack."""
    if once.reply:
        return once.reply
    pack: Pack = request.app.state.pack
    if (body.kind == MaterialKind.TOOL) != (body.tool_key is not None) or (
        body.tool_key and body.tool_key not in pack.tool_keys()
    ):
        raise invalid("tool_key", "unknown")
    words = _words(body, pack, body.tool_key)
    # A second one about the same tool meets the unique key: ALREADY_OPEN.
    row = work.add(
        Material(kind=body.kind, tool_key=body.tool_key, created_by=me.person_id, created_at=clock.now())
    )
    _write(work, me, row, words)
    work.record("material.written", "material", row.id, number=row.current)
    found = reading.one(work, me, row.id)
    return once.keep(created(found, version=row.version))


def _locked(_: Keeper, material_id: UUID, work: Tx) -> Material:
    return work.locked(Material, material_id)


Target = Annotated[Material, Depends(_locked)]


@router.put("/{material_id}", response_model=MaterialOut)
def edit(
    row: Target, me: Me, work: Tx, if_match: IfMatch, request: Request, body: MaterialFields
) -> Response:
    """Write it anew, as the next version; the one before stays readable."""
    words = _words(body, request.app.state.pack, row.tool_key)
    expect(row.version, if_match)
    if row.retired_on:
        raise Refused(Code.WRONG_STATE, state="retired")
    row.current += 1
    row.version += 1
    _write(work, me, row, words)
    work.record("material.written", "material", row.id, number=row.current)
    return _shown(work, me, row.id)


@router.post("/{material_id}/retire", response_model=MaterialOut)
def retire(row: Target, me: Me, work: Tx, if_match: IfMatch) -> Response:
    """Take it off the shelf; whoever keeps the library can put it back."""
    return _move(work, me, row, if_match, retired=True)


@router.post("/{material_id}/restore", response_model=MaterialOut)
def restore(row: Target, me: Me, work: Tx, if_match: IfMatch) -> Response:
    """Put it back on the shelf."""
    return _move(work, me, row, if_match, retired=False)


def _move(
    work: Transaction, me: Actor, row: Material, if_match: int | None, *, retired: bool
) -> Response:
    expect(row.version, if_match)
    if (row.retired_on is not None) == retired:
        raise Refused(Code.WRONG_STATE, state="retired" if retired else "shown")
    row.retired_on = clock.today() if retired else None
    row.version += 1
    work.session.flush()
    work.record("material.retired" if retired else "material.restored", "material", row.id)
    return _shown(work, me, row.id)


# ---- files

@router.post("/{material_id}/files", status_code=201, response_model=AttachmentOut, openapi_extra=FILE_BODY)
def add_file(row: Target, work: Tx, once: Creation, data: Data, name: FileName) -> Response:
    """Attach a file (PDF, DOCX, PPTX or a picture, as bytes)."""
    if once.reply:
        return once.reply
    if row.retired_on:
        raise Refused(Code.WRONG_STATE, state="retired")
    file = bring(work, reading.FILES, row.id, name, data)
    work.record("material.file_added", "material", row.id, attachment_id=file.id)
    return once.keep(created(file_out(file)))


@router.post("/{material_id}/files/{attachment_id}/remove", response_model=MaterialOut)
def remove_file(row: Target, attachment_id: UUID, me: Me, work: Tx) -> Response:
    """Take a file away; its bytes are gone for good."""
    remove(work, reading.FILES, row.id, attachment_id)
    work.record("material.file_removed", "material", row.id, attachment_id=attachment_id)
    return _shown(work, me, row.id)


# ---- what stood there before

@router.get("/{material_id}/versions", response_model=FormerVersions)
def versions(material_id: UUID, me: Me, work: Tx) -> Response:
    """Who wrote it when: every version."""
    return reply(reading.versions(work, me, material_id))


@router.get("/{material_id}/versions/{number}", response_model=VersionOut)
def version(
    material_id: UUID, number: Annotated[int, Path(ge=1, le=1_000_000)], me: Me, work: Tx
) -> Response:
    """A version as it was written."""
    return reply(reading.version(work, me, material_id, number))
