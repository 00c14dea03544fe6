"""Material as it comes in and goes out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from trinvis.accounts.queries import PersonRef
from trinvis.attachments.shapes import AttachmentOut
from trinvis.core.columns import Clean
from trinvis.core.http import In, Out
from trinvis.library.materials.rules import MOST_LINKS
from trinvis.library.tables import MaterialKind

Title = Annotated[Clean, Field(min_length=1, max_length=120)]
Summary = Annotated[Clean, Field(min_length=1, max_length=400)]
Body = Annotated[Clean, Field(max_length=20_000)]
Move = Literal["edit", "add_file", "remove_file", "retire", "restore"]


class LinkIn(In):
    """A page of the web, and what it is called."""

    title: Title
    url: Annotated[Clean, Field(min_length=1, max_length=2_000)]


class MaterialFields(In):
    """The words of a material. English is optional; a tool of the pack keeps the note's title."""

    title: Title
    summary: Summary
    body: Body | None = None
    title_en: Annotated[Clean, Field(max_length=120)] | None = None
    summary_en: Annotated[Clean, Field(max_length=400)] | None = None
    body_en: Body | None = None
    links: Annotated[list[LinkIn], Field(max_length=MOST_LINKS)] = []


class MaterialIn(MaterialFields):
    """A new piece of material; `tool_key` says which tool of the pack a `tool` is about."""

    kind: MaterialKind
    tool_key: Annotated[Clean, Field(max_length=80)] | None = None


class LinkOut(Out):
    """A page of the web, and what it is called."""

    title: str
    url: str


class MaterialWords(Out):
    """What a version says; English is null where nobody has written it."""

    title: str
    summary: str
    body: str | None
    title_en: str | None
    summary_en: str | None
    body_en: str | None
    links: list[LinkOut]
    written_at: datetime


class MaterialOut(MaterialWords):
    """A material as it is shown.

    `number`: which version this is. `written_by`: null for whoever is not signed in. `used_in`: how many
    trials name its tool; null where it is about none.
    """

    id: UUID
    kind: MaterialKind
    tool_key: str | None
    number: int
    retired_on: date | None
    written_by: PersonRef | None
    used_in: int | None
    files: list[AttachmentOut]
    can: list[Move]
    version: int


class MaterialBrief(Out):
    """A material as it stands in a list."""

    id: UUID
    kind: MaterialKind
    tool_key: str | None
    title: str
    summary: str
    title_en: str | None
    summary_en: str | None
    links: int
    files: int
    written_at: datetime
    retired_on: date | None


class ToolUseOut(Out):
    """How many trials name the tool."""

    tool_key: str
    trials: int


class MaterialList(Out):
    """All material in the order of kind and title, and the tools that trials name."""

    items: list[MaterialBrief]
    used: list[ToolUseOut]
    can: list[Literal["add"]]


class AboutTool(Out):
    """What is known of a tool beside the pack: what HR has written, and how many trials name it."""

    material: MaterialOut | None
    used_in: int
    can: list[Literal["add"]]


class FormerVersion(Out):
    """A version as it stands in the list of all; the highest number is shown now."""

    number: int
    title: str
    written_at: datetime
    written_by: PersonRef


class FormerVersions(Out):
    """All versions of a material, the newest first."""

    id: UUID
    kind: MaterialKind
    tool_key: str | None
    items: list[FormerVersion]


class FormerFile(AttachmentOut):
    """A file that hung there; what was removed since cannot be had any more."""

    removed: bool


class VersionOut(MaterialWords):
    """A version as it was written, and the files that hung there while it was shown."""

    number: int
    written_by: PersonRef
    files: list[FormerFile]
