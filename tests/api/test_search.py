"""Searching: what is found, by whom, whatever is typed; alike on both databases."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlmodel import col, select

from tests.api.searching import URL, groups, titles
from tests.api.trials import draft, move
from tests.api.world import World
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core.columns import folded
from trinvis.departments.tables import Department
from trinvis.library.settle import rebuild
from trinvis.library.tables import SearchEntry


def test_a_word_that_is_begun_finds_departments_trials_people_and_tools(world: World) -> None:
    draft(world, change="en rolig aften med overdragelse ved tavlen", title="Overdragelse")
    assert titles(world, "hr", "søvn")["department"] == ["Søvnklinikken"]
    assert titles(world, "hr", "soevnklinikker")["department"] == ["Søvnklinikken"]
    assert titles(world, "leader", "ambass")["person"] == ["Ane Ambassadør"]
    assert titles(world, "leader", "tavler")["trial_action"] == ["Overdragelse"]
    assert "tool" in titles(world, "hmu", "tavle")
    assert titles(world, "leader", "rolig tavlen overdr") == {"trial_action": ["Overdragelse"]}
    assert titles(world, "leader", "rolig bil") == {}


def test_titles_that_begin_so_come_first_then_the_very_words_then_the_danish_order(world: World) -> None:
    for title, change in (
        ("Zoneterapi", "vi tager en lampe"), ("Åbent hus", "lamper i gangen"), ("Ærlig snak", "lampeskærme"),
        ("Ny lampe", "x"), ("Lampen om morgenen", "x"), ("Lampe hver dag", "x"),
    ):  # fmt: skip
        draft(world, title=title, change=change)
    found = groups(world, "leader", "lampe", kind="trial_action")["trial_action"]
    assert ["".join(piece["text"] for piece in hit["title"]) for hit in found["items"]] == [
        "Lampe hver dag", "Lampen om morgenen", "Ny lampe", "Zoneterapi", "Åbent hus", "Ærlig snak",
    ]  # fmt: skip
    assert (found["count"], found["more"]) == (6, False)


def test_five_of_each_and_all_of_one_page_by_page(world: World) -> None:
    for number in range(53):
        draft(world, change=f"hviskeleg nummer {number:02d}")
    few = groups(world, "leader", "hviskeleg")["trial_action"]
    assert (few["count"], len(few["items"])) == (53, 5)
    seen: list[str] = []
    cursor: str | None = None
    while True:
        query = {"q": "hviskeleg", "kind": "trial_action"} | ({"cursor": cursor} if cursor else {})
        page = world.as_("leader").get(URL, params=query).json()
        seen += [hit["id"] for hit in page["groups"][0]["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 53
    assert seen[:5] == [hit["id"] for hit in few["items"]]


def test_the_words_are_marked_where_they_stand(world: World) -> None:
    trial = draft(world, title="Ro på", change="Vi tager fem minutter", situation="Larm ved tavlen")
    [hit] = groups(world, "leader", "tavle larm")["trial_action"]["items"]
    assert hit["detail"] == [
        {"text": "Larm", "marked": True},
        {"text": " ved ", "marked": False},
        {"text": "tavlen", "marked": True},
    ]
    assert hit["title"] == [{"text": "Ro på", "marked": False}]
    assert (hit["id"], hit["state"], hit["place"]["name"]) == (trial["id"], "draft", "Lungesygdomme")


# ---- who finds what


@pytest.mark.parametrize(
    ("who", "departments", "trials", "people"),
    [
        ("leader", {"A", "A1", "A2"}, {"A", "A2"}, True),
        ("member", {"A", "A1", "A2"}, {"A", "A2"}, True),
        ("lmu", {"A", "A1", "A2"}, {"A", "A2"}, True),
        ("walking_leader", {"A2"}, {"A2"}, False),
        ("other_leader", {"B"}, {"B"}, False),
        ("hr", {"H", "C", "A", "A1", "A2", "B", "S"}, {"A", "A2", "B"}, True),
        ("hmu", {"H", "C", "A", "A1", "A2", "B", "S"}, set(), False),
        ("secretary", {"H", "C", "A", "A1", "A2", "B", "S"}, set(), False),
        ("admin", {"H", "C", "A", "A1", "A2", "B", "S"}, set(), True),
    ],
)
def test_everybody_finds_what_she_may_see(
    world: World, who: str, departments: set[str], trials: set[str], people: bool
) -> None:
    made = {
        draft(world, maker, node, change="zebra")["id"]: node
        for maker, node in (("leader", "A"), ("walking_leader", "A2"), ("other_leader", "B"))
    }
    with world.database.write() as work:
        for code, node in world.ids.items():
            name = f"Zebra {code}"
            work.session.execute(
                update(Department).where(col(Department.id) == node).values(name=name, folded=folded(name))
            )
            work.record("department.changed", "department", node, node)
    found = groups(world, who, "zebra")
    codes = {str(node): code for code, node in world.ids.items()}
    shown = groups(world, who, "zebra", kind="department").get("department", {"items": []})
    assert {codes[hit["id"]] for hit in shown["items"]} == departments
    assert {made[hit["id"]] for hit in found.get("trial_action", {"items": []})["items"]} == trials
    assert ("person" in groups(world, who, "tor trio")) is people


def test_roles_are_told_only_where_one_sees_the_people(world: World) -> None:
    tor = world.people["trio"]
    with world.database.write() as work:
        work.add(
            RoleGrant(
                person_id=tor, role="member", department_id=world.ids["B"], known_since=date(2026, 1, 1)
            )
        )
    [whole] = groups(world, "hr", "tor trio")["person"]["items"]
    [part] = groups(world, "other_leader", "tor trio")["person"]["items"]
    assert [role["department"]["name"] for role in whole["roles"]] == ["Lungesygdomme", "Øjensygdomme"]
    assert [(role["role"], role["department"]["name"]) for role in part["roles"]] == [
        ("member", "Øjensygdomme")
    ]
    # Nor is she found by what she is elsewhere.
    assert groups(world, "other_leader", "amir") == {}


def test_whose_role_has_ended_or_who_has_left_is_not_found(world: World) -> None:
    assert "person" in groups(world, "hr", "mia")
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == world.people["member"])
            .values(valid_to=date(2020, 1, 1))
        )
        work.session.execute(
            update(Person).where(col(Person.id) == world.people["trio"]).values(left_on=date(2020, 1, 1))
        )
    assert groups(world, "hr", "mia") == {}
    assert groups(world, "hr", "tor trio") == {}


def test_readers_of_a_successor_find_what_its_predecessor_shared(world: World) -> None:
    trial = draft(world, "other_leader", "B", change="zebra")
    assert groups(world, "leader", "zebra") == {}
    with world.database.write() as work:
        gone = work.locked(Department, world.ids["B"])
        gone.closed_on = date(2026, 1, 1)
        work.locked(Department, world.ids["A"]).inherits = [gone.path]
    for who in ("leader", "member"):
        assert [hit["id"] for hit in groups(world, who, "zebra")["trial_action"]["items"]] == [trial["id"]]
        [closed] = groups(world, who, "øjensygdomme")["department"]["items"]
        assert closed["closed_on"] == "2026-01-01"
    assert groups(world, "walking_leader", "zebra") == {}


def test_a_trial_of_the_hospital_is_found_where_it_takes_place(world: World) -> None:
    root, places = world.id_("H"), [world.id_("A")]
    day = {"starts_on": "2026-11-02", "ends_on": "2026-11-20", "owner_id": world.person("hr")}
    trial = draft(world, "hr", "H", change="zebra", places=places, **day)
    assert trial["department"]["id"] == root
    assert groups(world, "leader", "zebra") == {}  # a draft is the hospital's own
    move(world, trial, "plan", "hr")
    for who in ("leader", "member", "hr"):
        assert [hit["id"] for hit in groups(world, who, "zebra")["trial_action"]["items"]] == [trial["id"]]
    for who in ("other_leader", "walking_leader", "hmu"):
        assert groups(world, who, "zebra") == {}
    with world.database.write() as work:
        assert rebuild(work) == 0


def test_a_note_for_us_alone_is_found_by_nobody(world: World) -> None:
    world.post(
        "leader", "/api/follow-ups/log", department_id=world.id_("A"), question="Gik det?",
        assessment="as_planned", note="kanariefugl", audience="candid",
    )  # fmt: skip
    for who in ("leader", "trio", "hr", "admin"):
        assert groups(world, who, "kanariefugl") == {}
    with world.database.read() as work:
        words = work.session.scalars(select(SearchEntry.words)).all()
    assert words
    assert not [entry for entry in words if "kanarie" in entry]


def test_without_a_sign_in_the_tools_are_found_and_nothing_else(world: World) -> None:
    with TestClient(world.app) as nobody:
        assert nobody.get(URL, params={"q": "tavle"}).status_code == 401
        found = nobody.get(f"{URL}/tools", params={"q": "a"}).json()["groups"]
        english = nobody.get(f"{URL}/tools", params={"q": "tavle", "language": "en"}).json()["groups"]
    assert [group["kind"] for group in found] == ["tool"]
    assert english[0]["count"] == len(english[0]["items"]) > 0


# ---- what somebody may type


HOSTILE = [
    "", " ", '"', "'", "''", "*", '"*', "(", ")", ":", "title:tor", "NEAR(tor trio, 2)", "tor AND", "OR",
    "NOT tor", "tor & trio", "tor | !", "tor:*", "<->", "\\", "\x00", "tor\x00", "\u202ertl", "%", "_", "§",
    "-tor", "^tor", "{tor}", "+tor", "😀", "A\u030a", "æøå " * 2500, "x" * 10_000, "a " * 5000, "\ufffd",
]  # fmt: skip


def test_whatever_is_typed_is_only_words(world: World) -> None:
    for q in HOSTILE:
        answer = world.as_("leader").get(URL, params={"q": q})
        assert answer.status_code == 200, (q[:20], answer.text)
        words = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFC", q))
        assert answer.json() == world.as_("leader").get(URL, params={"q": words}).json(), q[:20]


def test_a_title_without_a_word_is_kept(world: World) -> None:
    trial = draft(world, change="😀 !")
    assert world.get("leader", f"/api/trial-actions/{trial['id']}")["change"] == "😀 !"
