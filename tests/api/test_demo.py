"""The demo hospital as played: everybody of the cast can come in, and what is stored is of one piece."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import col, func, select

from trinvis.access import Role
from trinvis.accounts.tables import Person, SignIn
from trinvis.core.audit import AuditChain, AuditEvent, broken_link
from trinvis.core.db import Database
from trinvis.demo.cast import cast
from trinvis.demo.play import play
from trinvis.overview.settle import rebuild
from trinvis.rooms import UPWARD


@pytest.fixture
def database_of_demo(demo_settings: Any):
    database = Database(demo_settings, UPWARD)
    yield database
    database.close()


def test_everybody_of_the_cast_comes_in(as_person: Any):
    others = {"other_leader": Role.LEADER, "lmu_secretary": Role.SECRETARY}
    for part in cast():
        me = as_person(part.key).get("/api/me").json()
        assert others.get(part.key, part.key) in {held["role"] for held in me["roles"]}


def test_the_history_is_whole_and_nobody_is_left_signed_in(database_of_demo: Database):
    with database_of_demo.read() as work:
        chains = work.session.exec(select(AuditChain.chain_id)).all()
        assert len(chains) > 50
        assert [chain for chain in chains if broken_link(work.session, chain) is not None] == []
        assert work.session.exec(select(func.count()).select_from(SignIn)).one() == 0
        actors = select(col(AuditEvent.actor_id)).where(col(AuditEvent.actor_id).is_not(None)).distinct()
        people = set(work.session.exec(select(Person.id)))
        assert set(work.session.exec(actors)) <= people


def test_the_overview_rows_are_what_a_recount_gives(database_of_demo: Database):
    with database_of_demo.write() as work:
        assert rebuild(work) == 0


def test_a_second_play_changes_nothing(demo_settings: Any, database_of_demo: Database):
    def events() -> int:
        with database_of_demo.read() as work:
            return work.session.exec(select(func.count()).select_from(AuditEvent)).one()

    before, told = events(), list[str]()
    play(demo_settings, progress=told.append)
    assert events() == before
    assert len(told) == 1


def test_the_leader_has_something_waiting_since_days(as_person: Any):
    waiting = as_person("leader").get("/api/overview/mine").json()["due"]
    late = [due for due in waiting if due["overdue"] and due["kind"] == "follow_up"]
    assert [due["title"] for due in late] == ["Når nattevagten at være med?"]


def test_the_committee_sees_wishes_only_where_it_may(as_person: Any):
    found = as_person("hmu").get("/api/overview").json()
    wishes = {row["department"]["name"] for row in found["items"] if row["help_wanted"]}
    assert wishes == {"Akutafdelingen", "Kirurgi", "Køkken og Forplejning"}
    assert {row["round"] for row in found["items"]} == {0, 1, 2}
