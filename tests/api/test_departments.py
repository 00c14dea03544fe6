"""The tree as each role may know it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.api.world import World


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("leader", ["Lungesygdomme", "Sengeafsnittet", "Søvnklinikken"]),
        ("member", ["Lungesygdomme", "Sengeafsnittet", "Søvnklinikken"]),
        ("walking_leader", ["Søvnklinikken"]),
        ("other_leader", ["Øjensygdomme"]),
        (
            "hmu",
            [
                "Hospitalet",
                "Centret",
                "Lungesygdomme",
                "Sengeafsnittet",
                "Søvnklinikken",
                "Øjensygdomme",
                "Stab",
            ],
        ),
    ],
)
def test_the_list_holds_what_one_may_know_in_the_organisations_order(
    world: World, key: str, names: list[str]
) -> None:
    assert [item["name"] for item in world.get(key, "/api/departments")["items"]] == names


def test_a_stranger_gets_the_same_bytes_as_for_what_does_not_exist(world: World) -> None:
    other = world.as_("other_leader")
    there = other.get(f"/api/departments/{world.id_('A')}")
    nowhere = other.get(f"/api/departments/{uuid4()}")
    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content


def test_a_department_with_its_surroundings(world: World) -> None:
    here = world.get("leader", f"/api/departments/{world.id_('A1')}")
    assert [node["name"] for node in here["parents"]] == ["Hospitalet", "Centret", "Lungesygdomme"]
    assert here["walking"]["name"] == "Lungesygdomme"
    assert here["walks"] == "follows"
    above = world.get("leader", f"/api/departments/{world.id_('A')}")
    assert [(node["name"], node["walks"]) for node in above["sections"]] == [
        ("Sengeafsnittet", "follows"),
        ("Søvnklinikken", "walks"),
    ]
    assert "complete" in above["can"]
    assert world.get("hmu", f"/api/departments/{world.id_('A')}")["can"] == ["know", "read_overview"]


def test_an_id_that_is_none_is_told_as_a_field(world: World) -> None:
    answer = world.as_("leader").get("/api/departments/ikke-et-id")
    assert answer.status_code == 422
    assert answer.json()["facts"]["errors"][0]["field"] == "department_id"
    assert "ikke-et-id" not in answer.text
