"""An organisation with sections inside sections, and waves over it, for the survey's proofs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.api.survey import planned
from tests.api.world import World, fill, world_on
from tests.postgres import Cluster
from tests.reliability.replaying import Line, Replay, line_to, replay
from trinvis.access import Role
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.clock import COPENHAGEN
from trinvis.core.db import Database
from trinvis.core.schema import migrate
from trinvis.core.settings import Settings
from trinvis.departments.importing import import_departments
from trinvis.rooms import UPWARD

START = datetime(2026, 3, 2, 9, tzinfo=COPENHAGEN)
"""When the waves are planned."""

SECTIONS = """kode;navn;type;overordnet;ansatte;trin
A;Lungesygdomme;afdeling;C;20;går selv
A1;Sengeafsnittet;afsnit;A;20;følger
A11;Sengene mod nord;afsnit;A1;16;følger
A3;Ambulatoriet;afsnit;A;18;følger
B1;Øjenafsnittet;afsnit;B;16;følger
D;Hudsygdomme;afdeling;C;25;går selv
E;Ortopædkirurgi;afdeling;C;30;går selv
"""

Answers = list[Any]
People = Mapping[str, Sequence[Answers]]
"""Each unit's people, by the unit's code."""
Stage = Callable[..., Any]


def filled(rows: str) -> Callable[[str, Path], None]:
    """What fills a database with the small organisation and these nodes more."""

    def act(url: str, data: Path) -> None:
        settings = Settings(database_url=url, data_dir=data, demo=True)
        migrate(settings)
        fill(settings)
        database = Database(settings, UPWARD)
        with database.write() as work:
            plan, _ = import_departments(work, rows.encode())
            assert not plan.errors, plan.errors
        database.close()

    return act


@pytest.fixture
def stage(
    new_database: Callable[..., str], database: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Stage:
    """A function that gives a world of an organisation, a line to it, and the way back to a moment."""
    cluster: Cluster | None = request.getfixturevalue("cluster") if database == "postgresql" else None

    @contextmanager
    def made(name: str, rows: str) -> Iterator[tuple[World, Line, Replay]]:
        settings: Any = Settings(
            database_url=new_database(name, filled(rows)), data_dir=tmp_path, demo=True,
            keystore=tmp_path / "keystore",
        )  # fmt: skip
        with world_on(settings) as world, line_to(world) as line, replay(world, cluster) as kept:
            yield world, line, kept

    return made


def also_at(world: World, key: str, role: Role, *codes: str) -> None:
    """Give a part of the cast a role at these nodes too."""
    with world.database.write() as work:
        for code in codes:
            work.add(
                RoleGrant(
                    person_id=world.people[key], role=role, department_id=world.ids[code],
                    known_since=date(2026, 1, 1),
                )
            )  # fmt: skip


def in_units(world: World, *codes: str, **more: Any) -> UUID:
    """A wave over the departments among these nodes, confirmed; every node answers as its own unit."""
    departments = [code for code in codes if len(code) == 1]
    units = {world.id_(code): world.id_(code) for code in codes}
    with clock.standing_at(START):
        return UUID(planned(world, *departments, units=units, **more)["id"])
