"""The content pack for the pages: readable without login, because it is what the intranet shows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from pydantic import BaseModel, ConfigDict

from trinvis.content.rules import (
    About,
    AgendaItem,
    Dialogue,
    Dimension,
    Entry,
    Instrument,
    Name,
    Note,
    Organisation,
    Pack,
    Scale,
    Step,
    Text,
    Tool,
    Topic,
    Track,
    TrialIdea,
)
from trinvis.errors import Code, Refused

router = APIRouter(prefix="/api", tags=["content"])

_CACHE = "public, max-age=300"


class ToolBriefOut(BaseModel):
    """A tool as it stands in the list."""

    model_config = ConfigDict(from_attributes=True)

    key: str
    parent: str | None
    title: Text
    summary: Text
    factors: tuple[str, ...]
    dimensions: tuple[str, ...]


class ToolOut(ToolBriefOut):
    """A tool with its long text, its sub-items and the ready trials that use it."""

    when: Text
    how: tuple[Text, ...]
    sub_items: tuple[ToolBriefOut, ...]
    trial_ideas: tuple[TrialIdea, ...]


class ContentOut(BaseModel):
    """The whole content pack in both languages, without the tools' long texts."""

    model_config = ConfigDict(from_attributes=True)

    key: str
    version: int
    product: str
    organisation: Organisation
    note: Note
    committees: tuple[Name, ...]
    abbreviations: tuple[Name, ...]
    about: About
    factors: tuple[Topic, ...]
    dimensions: tuple[Dimension, ...]
    steps: tuple[Step, ...]
    forums: tuple[Entry, ...]
    agenda: tuple[AgendaItem, ...]
    tracks: tuple[Track, ...]
    scale: Scale
    instruments: tuple[Instrument, ...]
    dialogue: Dialogue
    tools: tuple[ToolBriefOut, ...]
    trial_ideas: tuple[TrialIdea, ...]


class ToolsOut(BaseModel):
    """All tools in the annex's order, sub-items after their tool."""

    tools: tuple[ToolBriefOut, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    body: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class _Replies:
    content: _Ready
    tools: _Ready
    tool: dict[str, _Ready]


@lru_cache(maxsize=4)
def prepare(pack: Pack) -> _Replies:
    """The replies of this pack as bytes. A pack never changes while a process runs: serialised once."""
    briefs = tuple(ToolBriefOut.model_validate(tool) for tool in pack.tools)
    return _Replies(
        content=_ready(ContentOut.model_validate(pack)),
        tools=_ready(ToolsOut(tools=briefs)),
        tool={tool.key: _ready(_tool(pack, tool)) for tool in pack.tools},
    )


def _tool(pack: Pack, tool: Tool) -> ToolOut:
    return ToolOut(
        key=tool.key,
        parent=tool.parent,
        title=tool.title,
        summary=tool.summary,
        factors=tool.factors,
        dimensions=tool.dimensions,
        when=tool.when,
        how=tool.how,
        sub_items=tuple(ToolBriefOut.model_validate(each) for each in pack.tools if each.parent == tool.key),
        trial_ideas=tuple(idea for idea in pack.trial_ideas if tool.key in idea.tools),
    )


def _ready(out: BaseModel) -> _Ready:
    body = out.model_dump_json().encode()
    # Weak, since the reply may be compressed on its way.
    return _Ready(body, f'W/"{hashlib.sha256(body).hexdigest()[:16]}"')


def _reply(ready: _Ready, seen: str | None) -> Response:
    headers = {"ETag": ready.etag, "Cache-Control": _CACHE}
    tags = {tag.strip() for tag in (seen or "").split(",")}
    if "*" in tags or ready.etag in tags:
        return Response(status_code=304, headers=headers)
    return Response(ready.body, media_type="application/json", headers=headers)


def _replies(request: Request) -> _Replies:
    return prepare(request.app.state.pack)


Seen = Annotated[str | None, Header(alias="If-None-Match", description="ETag last seen; 304 if unchanged")]
_NOT_MODIFIED: dict[int | str, dict[str, object]] = {304: {"description": "Unchanged since the ETag seen"}}


@router.get("/content", response_model=ContentOut, responses=_NOT_MODIFIED)
def get_content(request: Request, seen: Seen = None) -> Response:
    """The content pack, all wording in both languages, without the tools' long texts."""
    return _reply(_replies(request).content, seen)


@router.get("/tools", response_model=ToolsOut, responses=_NOT_MODIFIED)
def list_tools(request: Request, seen: Seen = None) -> Response:
    """The tools of the annex, in its order."""
    return _reply(_replies(request).tools, seen)


@router.get("/tools/{key}", response_model=ToolOut, responses=_NOT_MODIFIED)
def get_tool(request: Request, key: str, seen: Seen = None) -> Response:
    """One tool with its long text."""
    ready = _replies(request).tool.get(key)
    if ready is None:
        raise Refused(Code.NOT_FOUND)
    return _reply(ready, seen)
