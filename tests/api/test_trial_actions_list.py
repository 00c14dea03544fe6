"""The list of trial actions: filters, pages, what each reader sees, its cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from tests.api.trials import MORNING, STUDY, URL, brought_to, draft, move, put, statements
from tests.api.world import World
from trinvis.core import clock


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.standing_at(MORNING):
        yield


def listed(world: World, who: str = "leader", **params: Any) -> list[str]:
    """Titles of a page."""
    answer = world.as_(who).get(URL, params=params)
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


@pytest.fixture
def few(world: World) -> World:
    """A trial at every node that has some: at A, its two sections, B and the hospital."""
    writers = {
        "A": "leader", "A1": "section_leader", "A2": "walking_leader", "B": "other_leader", "H": "hr",
    }
    for node, who in writers.items():
        draft(world, who, node, title=node)
    return world


def test_each_reads_what_is_hers_newest_first(few: World):
    readers = {
        "leader": ["A2", "A1", "A"], "member": ["A2", "A1", "A"], "section_leader": ["A2", "A1", "A"],
        "walking_leader": ["A2"], "other_leader": ["B"], "hr": ["H", "B", "A2", "A1", "A"],
        "hmu": [], "secretary": [], "admin": [],
    }
    assert {who: listed(few, who) for who in readers} == readers


def test_a_department_with_its_subtree(few: World):
    assert listed(few, department=few.id_("A")) == ["A2", "A1", "A"]
    assert listed(few, department=few.id_("A1")) == ["A1"]
    assert listed(few, "hr", department=few.id_("C")) == ["B", "A2", "A1", "A"]
    assert listed(few, "hr", department=few.id_("H")) == ["H", "B", "A2", "A1", "A"]
    for stranger in (few.id_("B"), few.id_("H"), str(uuid4())):
        answer = few.as_("leader").get(URL, params={"department": stranger})
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_pages_follow_each_other_without_gap_or_repeat(world: World):
    for number in range(7):
        draft(world, node="A1" if number % 2 else "A", title=str(number))
    seen: list[str] = []
    params: dict[str, Any] = {"limit": 3}
    while True:
        page = world.as_("leader").get(URL, params=params).json()
        seen += [item["title"] for item in page["items"]]
        if page["next"] is None:
            break
        params["cursor"] = page["next"]
        draft(world, title=f"new {len(seen)}")  # what comes in between does not shift the pages
    assert seen == ["6", "5", "4", "3", "2", "1", "0"]


def test_filters(world: World):
    draft(world, title="kladde", factors=["trust_respect"])
    running = brought_to(world, "running", title="i gang", owner_id=world.person("member"))
    tried = put(world, brought_to(world, "tried", title="prøvet"), "study", **STUDY)
    move(world, tried, "evaluate", decision="adapt", agreed_with="trio")
    assert listed(world, state="running") == ["i gang"]
    assert listed(world, state=["running", "evaluated"]) == ["prøvet", "i gang"]
    assert listed(world, decision="adapt") == ["prøvet"]
    assert listed(world, decision="adopt") == []
    assert listed(world, "member", owner="me") == ["i gang"]
    assert listed(world, owner=world.person("member")) == ["i gang"]
    assert listed(world, factor="trust_respect") == ["kladde"]
    assert listed(world, state="draft", factor="trust_respect", department=world.id_("A")) == ["kladde"]
    item = world.get("member", f"{URL}?owner=me")["items"][0]
    assert item["owner"] == {"id": world.person("member"), "name": "Mia Medarbejder"}
    assert (item["id"], item["evaluate_due"], item["decision"]) == (running["id"], True, None)


def test_search_knows_danish_words(world: World):
    draft(world, title="Runde ved tavlen", change="Vi øver os i at spørge")
    draft(world, title="Åben dør", change="100 % af dagene")
    assert listed(world, q="TAVLE") == ["Runde ved tavlen"]
    assert listed(world, q="oever spørge") == ["Runde ved tavlen"]
    assert listed(world, q="aaben") == ["Åben dør"]
    assert listed(world, q="100") == ["Åben dør"]
    assert listed(world, q="%") == []
    assert listed(world, q="tavlen dør") == []
    assert len(listed(world, q="")) == 2


def test_what_a_list_cannot_be_asked(world: World):
    asked = (
        {"factor": "nonsense"}, {"state": "asleep"}, {"cursor": "x"}, {"limit": 0}, {"limit": 201},
        {"owner": "you"}, {"q": "a\x00b"}, {"q": "x" * 201}, {"department": "A"},
    )
    for params in asked:
        answer = world.as_("leader").get(URL, params=params)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid"), params


def test_the_number_of_statements_does_not_grow(world: World):
    draft(world)
    url = f"{URL}?department={world.id_('A')}"
    before = statements(world, "leader", url)
    for _ in range(5):
        world.post("member", URL, department_id=world.id_("A1"), change="En idé")
    assert statements(world, "leader", url) == before <= 4
