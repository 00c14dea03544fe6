"""What a reply is made of, and who is told where a trial was borrowed to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from tests.api.trials import MORNING, STUDY, URL, brought_to, draft, move, put
from tests.api.world import World
from trinvis.core import clock
from trinvis.core.columns import new_id
from trinvis.departments.tables import Department
from trinvis.trial_actions import rules
from trinvis.trial_actions.shapes import EvaluatedOut, PlanIn, StudyIn, TrialOut, TrialPageOut
from trinvis.trial_actions.tables import TrialAction


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.standing_at(MORNING):
        yield


def test_replies_are_what_the_documentation_says(world: World):
    for state in rules.State:
        trial = brought_to(world, state)
        TrialOut.model_validate(world.get("member", f"{URL}/{trial['id']}"))
    tried = put(world, brought_to(world, "tried"), "study", **STUDY)
    EvaluatedOut.model_validate(move(world, tried, "evaluate", decision="adapt", agreed_with="trio"))
    TrialPageOut.model_validate(world.get("leader", f"{URL}?limit=3"))


def test_the_plan_is_the_same_in_form_rules_and_record():
    assert tuple(PlanIn.model_fields) == (*rules.PLAN, "places")
    assert set(rules.PLAN) <= set(TrialAction.model_fields)
    assert set(StudyIn.model_fields) <= set(TrialAction.model_fields)


def _borrow(world: World, trial: dict[str, Any], node: str, **fields: Any) -> str:
    """A copy of the trial at another department, as borrowing leaves it."""
    with world.database.write() as work:
        path = work.one(select(Department.path).where(Department.code == node)).path
        new = new_id()
        made: dict[str, Any] = {
            "id": new, "chain_id": new, "department_id": world.ids[node], "department_path": path,
            "change": "Det samme", "origin_id": UUID(trial["id"]), "created_by": world.people["other_leader"],
            "created_at": MORNING, "changed_at": MORNING,
        }
        return str(work.add(TrialAction(**{**made, **fields})).id)


def test_a_borrowed_trial_knows_its_origin_and_the_origin_its_copies(world: World):
    trial = draft(world, title="Runde")
    here, there = _borrow(world, trial, "A2"), _borrow(world, trial, "B")
    seen = world.get("leader", f"{URL}/{trial['id']}")["tried_in"]
    assert seen == [
        {"id": here, "department": {"id": world.id_("A2"), "name": "Søvnklinikken"}, "state": "draft",
         "decision": None, "tried": False, "kept": False},
        {"id": there, "department": None, "state": "draft", "decision": None, "tried": False, "kept": False},
    ]
    copy = world.get("leader", f"{URL}/{here}")
    assert copy["origin"] == {
        "id": trial["id"], "title": "Runde",
        "department": {"id": world.id_("A"), "name": "Lungesygdomme"},
    }
    assert copy["tried_in"] == []
    assert world.get("other_leader", f"{URL}/{there}")["origin"] is None  # she does not read department A


def test_a_borrowed_trial_counts_once_with_its_newest_cycle(world: World):
    trial = draft(world)
    first = _borrow(world, trial, "A2", state="evaluated", decision="adapt")
    second = _borrow(world, trial, "A2", chain_id=UUID(first), predecessor_id=UUID(first), cycle=2)
    (told,) = world.get("leader", f"{URL}/{trial['id']}")["tried_in"]
    assert told["id"] == second
    assert (told["tried"], told["kept"]) == (True, False)  # its next draft takes nothing away
