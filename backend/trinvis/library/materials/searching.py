"""Material as the search finds it: by everybody, in both languages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import true
from sqlmodel import col

from trinvis.access import Actor
from trinvis.core.db import Transaction, columns
from trinvis.core.search import Entry
from trinvis.library.tables import Material, MaterialVersion

_TEXTS = ("summary", "body", "title_en", "summary_en", "body_en")


class Materials:
    """What stands on the shelf; what was taken off it is not found."""

    kind = "material"
    placed = False

    def ids(self) -> Any:
        """Every piece of material."""
        return columns(Material.id)

    def entries(self, work: Transaction, ids: Collection[UUID]) -> Sequence[Entry]:
        """Title, and the texts and titles of links one under the other; `state`: its kind."""
        rows = work.rows(
            columns(
                Material.id,
                Material.kind,
                MaterialVersion.title,
                MaterialVersion.links,
                *(getattr(MaterialVersion, name) for name in _TEXTS),
            )
            .join(
                MaterialVersion,
                (col(MaterialVersion.material_id) == Material.id)
                & (col(MaterialVersion.number) == Material.current),
            )
            .where(col(Material.id).in_(ids), col(Material.retired_on).is_(None))
        )
        return [
            Entry(
                row.id,
                row.title,
                "\n".join(text for text in (*row[4:], *(link["title"] for link in row.links)) if text),
                row.kind,
            )
            for row in rows
        ]

    def seen_at_all(self, me: Actor) -> bool:
        """Everybody sees it."""
        return True

    def seen_by(self, me: Actor, record_id: Any, department_id: Any) -> Any:
        """Everybody sees all of it."""
        return true()
