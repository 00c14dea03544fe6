"""Random people doing random things: no trial leaves its edges, and `can` is what succeeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.conftest import _filled
from tests.api.trials import MORNING, PLAN, STUDY, URL, plan_of
from tests.api.world import World, world_on
from trinvis.core import clock
from trinvis.core.settings import Settings

PEOPLE = ("leader", "trio", "section_leader", "ambassador", "member", "lmu", "hr", "other_leader")
DONE = {"ends_on": "2026-12-18", "reason": "Ferie"}
BODIES: dict[str, dict[str, Any]] = {
    "plan": {}, "start": {"agreed_with": "trio"}, "finish": {}, "extend": DONE, "undo": {},
    "cancel": {"reason": "Ingen tid"}, "evaluate": {"decision": "adapt", "agreed_with": "trio"},
}
EDGES = {
    ("plan", "draft", "planned"), ("start", "planned", "running"), ("finish", "running", "tried"),
    ("extend", "tried", "running"), ("evaluate", "tried", "evaluated"), ("cancel", "draft", "cancelled"),
    ("cancel", "planned", "cancelled"), ("cancel", "running", "cancelled"),
}
ACTS = (*BODIES, "edit_plan", "edit_study", "note")
STEPS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ACTS)), min_size=1, max_size=14)


# Which database keeps the trial makes no difference to what is being asked here.
@pytest.fixture
def database() -> str:
    return "sqlite"


@pytest.fixture
def kept(new_database: Callable[..., str], tmp_path: Path) -> Iterator[World]:
    """One small organisation for all examples: each makes a trial of its own."""
    found: Any = Settings(database_url=new_database("world", _filled), data_dir=tmp_path, demo=True)
    with clock.standing_at(MORNING), world_on(found) as made:
        yield made


def _begin(world: World, by: str) -> dict[str, Any]:
    owner = world.person("member")
    whole = {**PLAN, "owner_id": owner, "starts_on": "2026-11-02", "ends_on": "2026-11-20"}
    return world.post(by, URL, department_id=world.id_("A"), **whole)


def _do(world: World, who: str, act: str, trial: dict[str, Any]) -> Any:
    url, version = f"{URL}/{trial['id']}", {"If-Match": f'"{trial["version"]}"'}
    client = world.as_(who)
    if act == "note":
        return client.post(f"{url}/notes", json={"text": "Set"})
    if act == "edit_plan":
        return client.put(f"{url}/plan", json=plan_of(trial, title="Runde"), headers=version)
    if act == "edit_study":
        return client.put(f"{url}/study", json={**STUDY, "tally": trial["version"]}, headers=version)
    return client.post(f"{url}/{act}", json=BODIES[act], headers=version)


@settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(by=st.sampled_from(["leader", "member", "ambassador"]), steps=STEPS)
def test_can_is_what_succeeds(kept: World, by: str, steps: list[tuple[str, str]]):
    trial = _begin(kept, by)
    url = f"{URL}/{trial['id']}"
    before: list[str] = []
    for who, act in steps:
        now = trial
        seen = kept.as_(who).get(url)
        can = seen.json()["can"] if seen.status_code == 200 else []
        answer = _do(kept, who, act, now)
        # A study that is not whole yet is no lack of permission: the page says what is missing.
        incomplete = act == "evaluate" and now["missing"]["evaluate"]
        assert (answer.status_code in {200, 201}) == (act in can and not incomplete), (who, act, answer.text)
        assert answer.status_code in {200, 201, 403, 404, 409}
        trial = kept.as_("leader").get(url).json()
        _check_edge(act, now, trial, before)


def _check_edge(act: str, now: dict[str, Any], after: dict[str, Any], before: list[str]) -> None:
    """The state moved along an edge, back by an undo, or not at all."""
    if now["state"] == after["state"]:
        return
    if act == "undo":
        assert after["state"] == before.pop()
    else:
        assert (act, now["state"], after["state"]) in EDGES
        before[:] = [now["state"]]
