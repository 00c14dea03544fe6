"""Random trees under random work, moved, merged, split and closed: nothing lost, nobody sees more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from sqlmodel import func, select

from tests.api.world import world_on
from tests.conftest import _migrate
from tests.reliability.moving import FIRST_DAY, PEOPLE, STEPS, TREES, Hospital, fill
from tests.reliability.seeing import all_fits, nobody_sees_more, nothing_is_lost, parties, seen
from trinvis.core import clock
from trinvis.core.audit import AuditEvent
from trinvis.core.db import Database
from trinvis.core.settings import Settings
from trinvis.rooms import UPWARD

Tree = list[tuple[int, str]]
People = list[tuple[str, int]]
Steps = list[tuple[str, str, int, int, int]]
OPENED = {"log": "/api/follow-ups/logs/{}/open", "session": "/api/journeys/sessions/{}/open-note"}
READ = {
    "trial_action": "/api/trial-actions/{}", "agreement": "/api/agreements/{}",
    "follow_up": "/api/follow-ups/{}", "support_request": "/api/support-requests/{}",
    "journey": "/api/journeys/{}", "session": "/api/journeys/sessions/{}",
}  # fmt: skip


def in_motion(url: str, data: Path, tree: Tree, people: People, steps: Steps) -> None:
    """Play one hospital, asking after each change whether everything is as it must be."""
    # Weeks go by: nobody has to sign in again meanwhile.
    installed: Any = Settings(database_url=url, data_dir=data, demo=True)
    installed = installed.model_copy(update={"session_hours": 5000})
    with clock.standing_at(FIRST_DAY):
        database = Database(installed, UPWARD)
        with database.write() as work:
            fill(work, tree, people)
        database.close()
    with world_on(installed) as world:
        hospital = Hospital(world)
        hospital.next_day()
        for step in steps:
            note(repr(step))
            # What is written on the day of a change is written before it.
            with clock.standing_at(hospital.day):
                if step[0] == "work":
                    hospital.work(*step[1:])
                else:
                    _change(hospital, *step[1:])
        with clock.standing_at(hospital.next_day()):
            _as_the_api_has_it(hospital)


def _change(hospital: Hospital, kind: str, one: int, two: int, three: int) -> None:
    url, body = hospital.change(kind, one, two, three)
    admin, before = hospital.world.as_("admin"), seen(hospital)
    events = _events(hospital)
    looked = admin.post(f"{url}/preview", json=body)
    assert _events(hospital) == events
    answer = admin.post(url, json=body)
    assert answer.status_code in (201, 409, 422), answer.text
    if looked.status_code != 200:
        assert looked.json() == answer.json()
        return
    preview = looked.json()
    assert bool(preview["obstacles"]) == (answer.status_code != 201), (preview["obstacles"], answer.text)
    if answer.status_code != 201:
        assert answer.json()["code"] in {each["code"] for each in preview["obstacles"]}
        return
    outcome = answer.json()["outcome"]
    assert outcome["work"] == sum(each["count"] for each in preview["work"])
    for name in ("nodes", "rounds", "roles", "without_department"):
        assert outcome[name] == len(preview[name]), name
    assert outcome["without_owner"] == preview["without_owner"]
    nodes = parties(url, body, outcome["made"])
    for day in (clock.now(), hospital.next_day()):
        with clock.standing_at(day):
            after = seen(hospital)
            nobody_sees_more(before, after, nodes)
            nothing_is_lost(before, after)
    all_fits(hospital)


def _events(hospital: Hospital) -> int:
    with hospital.world.database.read() as work:
        return int(work.session.scalar(select(func.count()).select_from(AuditEvent)) or 0)


def _as_the_api_has_it(hospital: Hospital) -> None:
    """What was computed above is what the routes answer: for three of the people, every note and record."""
    now = seen(hospital)
    for who in hospital.people[-3:]:
        client = hospital.world.as_(who)
        for (kind, key), readers in now.reads.items():
            status = client.get(READ[kind].format(key)).status_code
            if kind == "session" and status == 200:
                continue  # where it was written is read as well
            assert status == (200 if who in readers else 404), (who, kind, key)
        for (kind, key), readers in now.opens.items():
            assert _opened(client, kind, key) == (who in readers), (who, kind, key)


def _opened(client: Any, kind: str, key: UUID) -> bool:
    answer = client.post(OPENED[kind].format(key))
    assert answer.status_code in (200, 403, 404, 409), answer.text
    return bool(answer.status_code == 200 and answer.json()["note"])


MANY = settings().max_examples
# A hospital that fails is told as it is: to make it smaller would take minutes.
QUIET: Any = {
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    "phases": [Phase.explicit, Phase.generate],
}


@pytest.mark.parametrize("database", ["sqlite"])
@settings(max_examples=MANY // 5 if MANY > 40 else 7, **QUIET)
@given(tree=TREES, people=PEOPLE, steps=STEPS)
def test_a_hospital_in_motion(
    new_database: Callable[..., str], tmp_path: Path, tree: Tree, people: People, steps: Steps
) -> None:
    in_motion(new_database("empty", _migrate), tmp_path, tree, people, steps)


@pytest.mark.parametrize("database", ["postgresql"])
@settings(max_examples=MANY // 20, **QUIET)
@given(tree=TREES, people=PEOPLE, steps=STEPS)
def test_a_hospital_in_motion_on_postgresql(
    new_database: Callable[..., str], tmp_path: Path, tree: Tree, people: People, steps: Steps
) -> None:
    in_motion(new_database("empty", _migrate), tmp_path, tree, people, steps)
