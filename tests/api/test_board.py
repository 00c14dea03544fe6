"""*Tavleside*: whoever has the link reads what hangs on the wall, and nothing more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

from fastapi.testclient import TestClient
from sqlmodel import col, update

from tests.api.world import World
from trinvis.core import clock
from trinvis.departments.tables import ChangeKind, Department, Succession
from trinvis.followups.tables import FollowUp


def switched_on(world: World, node: str = "A", key: str = "leader") -> str:
    """Switch the page on; the token."""
    shown = world.as_(key).post(f"/api/departments/{world.id_(node)}/board")
    assert shown.status_code == 200, shown.text
    return str(shown.json()["url"]).rsplit("/", 1)[1]


def read(world: World, token: str, status: int = 200) -> dict[str, Any]:
    """Read the board without a session."""
    client = TestClient(world.app, raise_server_exceptions=False)
    answer = client.get(f"/api/boards/{token}")
    assert answer.status_code == status, answer.text
    return dict(answer.json())


def running(world: World, node: str = "A1", **more: Any) -> dict[str, Any]:
    """A trial action that runs, owned by the TRIO's AMiR."""
    today = clock.today()
    made = world.post(
        "leader", "/api/trial-actions", department_id=world.id_(node), change="fem minutter ved tavlen",
        prediction="flere taler", measure="antal der tager ordet", owner_id=world.person("trio"),
        starts_on=str(today), ends_on=str(today + timedelta(days=14)), **more,
    )  # fmt: skip
    planned = world.move("leader", f"/api/trial-actions/{made['id']}/plan", made["version"])
    return world.move(
        "leader", f"/api/trial-actions/{made['id']}/start", planned["version"], agreed_with="trio"
    )


def test_it_is_off_until_leader_or_trio_switches_it_on(world: World) -> None:
    address = f"/api/departments/{world.id_('A')}/board"
    assert world.get("member", address)["url"] is None
    assert world.get("member", address)["can"] == []
    assert world.get("leader", address)["can"] == ["switch_on"]
    assert world.as_("member").post(address).status_code == 403
    assert world.as_("leader").get(f"{address}/qr.svg").status_code == 409
    token = switched_on(world, key="trio")
    assert len(token) >= 22
    assert read(world, token)["name"] == "Lungesygdomme"
    shown = world.get("leader", address)
    assert shown["can"] == ["renew", "switch_off"]
    assert shown["switched_on_by"]["name"] == "Tor Trio"


def test_a_new_link_or_none_ends_the_former(world: World) -> None:
    first = switched_on(world)
    second = switched_on(world)
    assert first != second
    read(world, first, 404)
    read(world, second)
    off = world.as_("leader").delete(f"/api/departments/{world.id_('A')}/board")
    assert off.json()["url"] is None
    assert read(world, second, 404) == read(world, "guess", 404)
    what = [one["what"] for one in world.get("leader", f"/api/history?department={world.id_('A')}")["items"]]
    assert [w for w in what if w.startswith("board.")] == [
        "board.switched_off", "board.renewed", "board.switched_on",
    ]  # fmt: skip


def test_it_shows_steps_trials_and_dates_and_no_name_note_or_id(world: World) -> None:
    running(world)
    world.post("leader", "/api/trial-actions", department_id=world.id_("A"), change="et udkast")
    a, soon = world.id_("A"), str(clock.today() + timedelta(days=7))
    for question in ("Når alle at tale?", "For længst?"):
        world.post(
            "leader", "/api/follow-ups", department_id=a, kind="process", question=question, due=soon,
            owner_id=world.person("ambassador"),
        )  # fmt: skip
    with world.database.write() as work:
        late = update(FollowUp).where(col(FollowUp.question) == "For længst?")
        work.session.execute(late.values(due=clock.today() - timedelta(days=30)))
    world.post(
        "leader", "/api/follow-ups/log", department_id=a, question="Gik det?", assessment="as_planned",
        note="kun mellem os", audience="candid",
    )  # fmt: skip
    board = read(world, switched_on(world))
    assert [trial["change"] for trial in board["trials"]] == ["fem minutter ved tavlen"]
    assert board["trials"][0]["ask"] == {"role": "trio", "title": "AMiR"}
    assert {"day": soon, "kind": "process", "words": "Når alle at tale?"} in board["dates"]
    assert {one["kind"] for one in board["dates"]} == {"process", "evaluate"}
    assert all(date.fromisoformat(one["day"]) >= clock.today() for one in board["dates"])
    text = str(board)
    assert "kun mellem os" not in text
    assert "udkast" not in text
    assert not [key for key in world.people if world.person(key) in text]
    assert not [name for name in ("Tor Trio", "Lea Leder", "Ane Ambassadør") if name in text]
    assert world.id_("A") not in text


def test_a_sections_board_shows_its_own_and_the_departments_steps(world: World) -> None:
    running(world, "A1")
    world.post(
        "leader", "/api/journeys/sessions", department_ids=[world.id_("A")], state="held", day="2026-01-05",
        forum=world.get("leader", "/api/content")["forums"][0]["key"],
    )  # fmt: skip
    department, section, other = (read(world, switched_on(world, node)) for node in ("A", "A1", "A2"))
    assert [step["state"] for step in section["steps"]] == [step["state"] for step in department["steps"]]
    assert section["steps"][0]["state"] == "in_progress"
    assert len(department["trials"]) == len(section["trials"]) == 1
    assert other["trials"] == []  # it walks by itself


def test_the_code_leads_to_the_page(world: World) -> None:
    switched_on(world)
    answer = world.as_("member").get(f"/api/departments/{world.id_('A')}/board/qr.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert ElementTree.fromstring(answer.text).tag.endswith("svg")


def test_a_closed_departments_link_says_where_to_go_on(world: World) -> None:
    running(world, "A")
    token = switched_on(world)
    theirs = switched_on(world, "B", "other_leader")
    with world.database.write() as work:
        work.session.execute(
            update(Department).where(col(Department.code) == "A").values(closed_on=clock.today())
        )
        work.add(
            Succession(
                predecessor_id=world.ids["A"], successor_id=world.ids["B"], kind=ChangeKind.MERGE,
                on=clock.today(),
            )
        )  # fmt: skip
    board = read(world, token)
    assert board["successors"] == [{"name": "Øjensygdomme", "token": theirs}]
    assert board["trials"] == board["dates"] == board["steps"] == []
    assert board["closed_on"] == str(clock.today())


def test_the_reply_asks_search_engines_to_stay_away(world: World) -> None:
    token = switched_on(world)
    answer = TestClient(world.app).get(f"/api/boards/{token}")
    assert "noindex" in answer.headers["x-robots-tag"]
    assert answer.headers["cache-control"] == "no-store"
