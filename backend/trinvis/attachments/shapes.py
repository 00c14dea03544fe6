"""Attachments as replies carry them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from trinvis.core.http import Out


class AttachmentOut(Out):
    """A file. `name` is null where the file is *Kun for os*: it is told when it is opened. `size`: bytes."""

    id: UUID
    name: str | None
    media_type: str
    size: int
    audience: Literal["shared", "candid"]
    uploaded_at: datetime
