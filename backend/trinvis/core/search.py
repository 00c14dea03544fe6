"""What rooms give to the search: asked by `library`, which stands above them, without their knowing it.

`rooms.py` registers a `Searchable` for each kind of record that can be found. An entry holds shared
text only: what is *Kun for os* is never part of one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from trinvis.access import Actor
from trinvis.core.db import Transaction


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it is found: `detail` is looked in too, and shown where the words stand in it.

    `state`: what the page says beside the title, e.g. a trial's state; `department_id`: where the
    record belongs, None for what belongs to no single department; `also`: others that it takes place in.
    """

    record_id: UUID
    title: str
    detail: str = ""
    state: str | None = None
    department_id: UUID | None = None
    also: tuple[UUID, ...] = ()


class Searchable(Protocol):
    """A room's records of one kind. `kind` is the audit events' word for the record.

    `placed`: each of them belongs to a department, and is seen by whoever may do something there.
    """

    kind: str
    placed: bool

    def ids(self) -> Any:
        """A select of the ids of all records that can be found."""

    def entries(self, work: Transaction, ids: Collection[UUID]) -> Sequence[Entry]:
        """What these records are found by; a record that cannot be found (any more) is left out."""

    def seen_at_all(self, me: Actor) -> bool:
        """Whether there is any place where the actor may see such records."""

    def seen_by(self, me: Actor, record_id: Any, department_id: Any) -> Any:
        """A condition on the two columns of an entry: the actor may see the record."""
