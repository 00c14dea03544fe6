"""Material as replies: what is shown, what stood there before, what the reader may do with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import and_
from sqlalchemy.orm import aliased
from sqlmodel import col

from trinvis.access import Actor
from trinvis.accounts.queries import names
from trinvis.attachments.files import file_out, files_between, files_of
from trinvis.core.columns import sort_key
from trinvis.core.db import Transaction, columns
from trinvis.errors import Code, Refused
from trinvis.library.materials import rules
from trinvis.library.tables import Material, MaterialKind, MaterialVersion
from trinvis.library.usage import used_by, used_in

FILES = "material"
"""Kind of the records that the files hang on, and of what the history says."""
_ORDER = {kind.value: place for place, kind in enumerate(MaterialKind)}
_WORDS = (
    "title", "summary", "body", "title_en", "summary_en", "body_en", "links", "written_at", "written_by",
)  # fmt: skip
_COLUMNS: tuple[Any, ...] = (
    *(getattr(Material, name) for name in ("id", "kind", "tool_key", "retired_on", "version")),
    MaterialVersion.number,
    *(getattr(MaterialVersion, name) for name in _WORDS),
)
_SHOWN: Any = and_(
    col(MaterialVersion.material_id) == Material.id, col(MaterialVersion.number) == Material.current
)


def _material(*conditions: Any) -> Any:
    return columns(*_COLUMNS).select_from(Material).join(MaterialVersion, _SHOWN).where(*conditions)


def shown(work: Transaction, *, kinds: Collection[str] | None = None, retired: bool = False) -> Sequence[Any]:
    """Rows of all material as it is shown, in the order of kind and title. `kinds`: only these."""
    found = _material() if retired else _material(col(Material.retired_on).is_(None))
    if kinds is not None:
        found = found.where(col(Material.kind).in_(kinds))
    return sorted(work.rows(found), key=lambda row: (_ORDER[row.kind], sort_key(row.title), row.id))


def listing(work: Transaction, me: Actor | None) -> dict[str, Any]:
    """Everything there is; what was taken off the shelf only for whoever may put it back."""
    keeper = rules.keeps(me)
    rows = shown(work, retired=keeper)
    files = files_of(work, FILES, [row.id for row in rows])
    return {
        "items": [
            {
                **{name: getattr(row, name) for name in (
                    "id", "kind", "tool_key", "title", "summary", "title_en", "summary_en", "written_at",
                    "retired_on",
                )},
                "links": len(row.links),
                "files": len(files[row.id]),
            }
            for row in rows
        ],
        "used": [{"tool_key": key, "trials": count} for key, count in sorted(used_in(work).items())],
        "can": ["add"] if keeper else [],
    }  # fmt: skip


def one(work: Transaction, me: Actor | None, material_id: UUID) -> dict[str, Any]:
    """The material. Raises `Refused(NOT_FOUND)`, unless a keeper reads what was taken off."""
    row = work.one(_material(Material.id == material_id))
    if row.retired_on and not rules.keeps(me):
        raise Refused(Code.NOT_FOUND)
    return _out(work, me, row, used_by(work, row.tool_key) if row.tool_key else None)


def about_tool(work: Transaction, me: Actor | None, tool_key: str) -> dict[str, Any]:
    """What HR has written about the tool, and how many trials name it."""
    row, used = work.first(_material(Material.tool_key == tool_key)), used_by(work, tool_key)
    keeper = rules.keeps(me)
    hidden = row is None or (row.retired_on and not keeper)
    return {
        "material": None if hidden else _out(work, me, row, used),
        "used_in": used,
        "can": ["add"] if keeper and row is None else [],
    }


def _words(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _WORDS if name != "written_by"}


def _out(work: Transaction, me: Actor | None, row: Any, used: int | None) -> dict[str, Any]:
    # Whoever is not signed in learns no name of a colleague.
    writer = names(work, [row.written_by]).get(row.written_by, "") if me else None
    return {
        **_words(row),
        "id": row.id,
        "kind": row.kind,
        "tool_key": row.tool_key,
        "number": row.number,
        "retired_on": row.retired_on,
        "written_by": None if writer is None else {"id": row.written_by, "name": writer},
        "used_in": used,
        "files": [file_out(file) for file in files_of(work, FILES, [row.id])[row.id]],
        "can": rules.moves(keeper=rules.keeps(me), retired=row.retired_on is not None),
        "version": row.version,
    }


def _seen(work: Transaction, me: Actor, material_id: UUID) -> Any:
    row = work.one(
        columns(Material.kind, Material.tool_key, Material.retired_on).where(Material.id == material_id)
    )
    if row.retired_on and not rules.keeps(me):
        raise Refused(Code.NOT_FOUND)
    return row


def versions(work: Transaction, me: Actor, material_id: UUID) -> dict[str, Any]:
    """Who wrote which version, and when: the newest first."""
    material = _seen(work, me, material_id)
    chosen = (MaterialVersion.number, MaterialVersion.title, MaterialVersion.written_at)
    rows = work.rows(
        columns(*chosen, MaterialVersion.written_by)
        .where(MaterialVersion.material_id == material_id)
        .order_by(col(MaterialVersion.number).desc())
    )
    told = names(work, [row.written_by for row in rows])
    return {
        "id": material_id,
        "kind": material.kind,
        "tool_key": material.tool_key,
        "items": [
            {
                "number": row.number,
                "title": row.title,
                "written_at": row.written_at,
                "written_by": {"id": row.written_by, "name": told.get(row.written_by, "")},
            }
            for row in rows
        ],
    }


def version(work: Transaction, me: Actor, material_id: UUID, number: int) -> dict[str, Any]:
    """A version as it was written. Raises `Refused(NOT_FOUND)`."""
    _seen(work, me, material_id)
    later = aliased(MaterialVersion)
    row = work.one(
        columns(
            MaterialVersion.number,
            col(later.written_at).label("until"),
            *(getattr(MaterialVersion, name) for name in _WORDS),
        )
        .outerjoin(later, (col(later.material_id) == material_id) & (col(later.number) == number + 1))
        .where(MaterialVersion.material_id == material_id, MaterialVersion.number == number)
    )
    writer = names(work, [row.written_by]).get(row.written_by, "")
    files = files_between(work, FILES, material_id, row.written_at, row.until)
    return {
        **_words(row),
        "number": row.number,
        "written_by": {"id": row.written_by, "name": writer},
        "files": [{**file_out(file), "removed": file.removed_at is not None} for file in files],
    }
