"""What can be found is kept in step with the records, and made anew where it is not."""

from __future__ import annotations

import random
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col, select

from tests.api.searching import groups, titles
from tests.api.trials import draft, move, plan_of, put
from tests.api.world import World
from trinvis.accounts.tables import Person
from trinvis.core.columns import folded, sort_key
from trinvis.library.settle import fill, rebuild
from trinvis.library.tables import SearchEntry


def test_an_entry_follows_its_record(world: World) -> None:
    trial = draft(world, change="zebra")
    trial = put(world, trial, "plan", **plan_of(trial, change="giraf", owner_id=world.person("leader")))
    assert groups(world, "leader", "zebra") == {}
    assert groups(world, "leader", "giraf")["trial_action"]["items"][0]["state"] == "draft"
    move(world, trial, "cancel", reason="en struds kom forbi")
    assert groups(world, "leader", "struds")["trial_action"]["items"][0]["state"] == "cancelled"


def _write(world: World, dice: random.Random) -> None:
    words = ["tavle", "møde", "ro", "larm", "😀"]
    trial = draft(world, change=" ".join(dice.choices(words, k=3)), title=dice.choice([None, "Ny", "!"]))
    if dice.random() < 0.5:
        trial = put(world, trial, "plan", **plan_of(trial, change=" ".join(dice.choices(words, k=2))))
    if dice.random() < 0.3:
        move(world, trial, "cancel", reason="nået")


def test_entries_equal_those_made_anew(world: World) -> None:
    dice = random.Random(4)
    for _ in range(25):
        _write(world, dice)
    with world.database.write() as work:
        assert rebuild(work) == 0
        assert len(work.rows(select(SearchEntry.id))) == 25 + len(world.ids) + len(world.people)


def test_making_them_anew_mends_what_is_wrong(world: World) -> None:
    """The test above can fail: an entry that does not fit its record, or has none, is found."""
    draft(world, change="zebra")
    with world.database.write() as work:
        work.session.execute(
            update(SearchEntry).where(col(SearchEntry.kind) == "person").values(words="§person x")
        )
        work.session.execute(delete(SearchEntry).where(col(SearchEntry.kind) == "department"))
        work.add(
            SearchEntry(
                kind="trial_action", record_id=UUID(int=7), title="", detail="", sort_key="", start="",
                words="zebra",
            )
        )  # fmt: skip
    with world.database.write() as work:
        assert rebuild(work) == len(world.people) + len(world.ids) + 1
        assert rebuild(work) == 0


def test_records_older_than_the_search_are_made_findable(world: World) -> None:
    draft(world, change="zebra")
    with world.database.write() as work:
        work.session.execute(delete(SearchEntry))
    assert groups(world, "leader", "zebra") == {}
    assert fill(world.database) == 1 + len(world.ids) + len(world.people)
    assert fill(world.database) == 0
    assert "trial_action" in groups(world, "leader", "zebra")
    with world.database.write() as work:
        assert rebuild(work) == 0


def test_a_renamed_person_is_found_by_the_new_name_only(world: World) -> None:
    with world.database.write() as work:
        person = work.locked(Person, world.people["member"])
        person.name, person.sort_key, person.folded = "Zita Ny", sort_key("Zita Ny"), folded("Zita Ny")
        work.record("person.renamed", "person", person.id)
    assert titles(world, "leader", "zita") == {"person": ["Zita Ny"]}
    assert groups(world, "leader", "mia medarbejder") == {}
