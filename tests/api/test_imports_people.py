"""Files of people and roles: who comes, who changes, who goes, and that nobody is locked out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlmodel import col, select

from tests.api.brought import changed, looked_at, refused, report, table, taken_in, work_on
from tests.api.world import World
from trinvis.accounts import importing as people
from trinvis.accounts.tables import Person, RoleGrant
from trinvis.core import clock
from trinvis.core.db import columns
from trinvis.departments.tables import Department


def roles(world: World, email: str) -> list[tuple[str, str, date | None, date | None]]:
    """Role, code, from, to of everything that the person holds or held."""
    with world.database.read() as work:
        found = work.rows(
            columns(RoleGrant.role, Department.code, RoleGrant.valid_from, RoleGrant.valid_to)
            .join(Department, col(Department.id) == RoleGrant.department_id)
            .join(Person, col(Person.id) == RoleGrant.person_id)
            .where(Person.email == email)
            .order_by(col(RoleGrant.id))
        )
    return [(row[0], row[1], row[2], row[3]) for row in found]


def grant(world: World, email: str) -> Any:
    """The person's one role as a row."""
    with world.database.read() as work:
        return work.one(
            select(RoleGrant).join(Person, col(Person.id) == RoleGrant.person_id).where(Person.email == email)
        )[0]


def test_people_come_change_and_get_new_names(world: World) -> None:
    run = looked_at(
        world,
        "people",
        changed(
            "people",
            ("Lis LMU;lmu@h.example;LMU;A;;", "Lis Lund;lmu@h.example;LMU;A;;31.12.2026"),
            ("Vera Går;", "Åse Ny;AASE@h.example;TRIO (TR);a;01-12-2026;\nVera Går;"),
        ),
    )
    counts = {name: count for name, count in run["counts"].items() if count}
    assert counts == {"changed": 2, "added": 1, "unchanged": 12, "new_people": 1}
    assert [(line["status"], line["subject"], line["words"]) for line in report(world, run)] == [
        ("changed", "Lis Lund", "Nyt navn. Hed før Lis LMU."),
        ("changed", "Lis Lund", "LMU i A. Til: ingen → 31.12.2026."),
        ("added", "Åse Ny", "Ny person: TRIO (TR) i A, fra 01.12.2026."),
    ]
    english = report(world, run, lang="en")
    assert english[-1]["words"] == "New person: TRIO (TR) in A, from 01.12.2026."
    assert taken_in(world, run)["state"] == "applied"
    assert roles(world, "aase@h.example") == [("trio", "A", date(2026, 12, 1), None)]
    assert roles(world, "lmu@h.example") == [("lmu", "A", None, date(2026, 12, 31))]
    assert world.get("lmu", "/api/me")["person"]["name"] == "Lis Lund"
    # Found by her new name, as if it had been written on the page.
    found = world.get("leader", "/api/search?q=lund&kind=person")["groups"]
    assert [item["id"] for item in found[0]["items"]] == [world.person("lmu")]


def test_the_whole_organisations_file_ends_what_it_lacks_yesterday(world: World) -> None:
    file = changed("people", ("Mia Medarbejder;member@h.example;medarbejder;A1;;\n", ""))
    assert looked_at(world, "people", file)["counts"]["ended"] == 0
    run = looked_at(world, "people", file, whole=True)
    assert [(line["status"], line["words"]) for line in report(world, run)] == [
        ("warning", "Hører ikke til nogen afdeling bagefter. Er det meningen, er alt i orden."),
        ("ended", "Medarbejder i A1 slutter."),
    ]
    assert [one["words"] for one in run["odd"]] == ["person uden afdeling"]
    assert taken_in(world, run)["state"] == "applied"
    assert roles(world, "member@h.example") == [("member", "A1", None, clock.today() - timedelta(days=1))]
    assert world.as_("member").get(f"/api/departments/{world.id_('A')}").status_code == 404


def test_a_leader_who_is_missing_takes_her_deputy_along(world: World) -> None:
    role = next(
        one["id"]
        for one in world.get("admin", f"/api/people/{world.person('leader')}")["roles"]
        if one["role"] == "leader"
    )
    last = (clock.today() + timedelta(days=90)).isoformat()
    world.post(
        "leader", f"/api/roles/{role}/deputy",
        person_id=world.person("member"), valid_from=(clock.today() - timedelta(days=3)).isoformat(),
        valid_to=last,
    )  # fmt: skip
    # Nobody writes a deputy into a file: she stays as long as the leader does.
    kept = looked_at(world, "people", changed("people"), whole=True)
    assert kept["counts"]["ended"] == 0
    file = changed("people", ("Lea Leder;leader@h.example;afdelingsledelse;A;;\n", ""))
    run = taken_in(world, looked_at(world, "people", file, whole=True))
    assert (run["state"], run["counts"]["ended"]) == ("applied", 1)
    yesterday = clock.today() - timedelta(days=1)
    assert [one[3] for one in roles(world, "member@h.example") if one[0] == "leader"] == [yesterday]


def test_nobody_imports_herself_out(world: World) -> None:
    file = changed("people", ("Adam Min;admin@h.example;administrator;H;;\n", ""))
    run = looked_at(world, "people", file, whole=True)
    assert refused(world, run) == [(None, "rolle", "own_role")]
    assert run["can"] == ["check"]


def test_wrong_rows_name_row_column_value_and_remedy(world: World) -> None:
    run = looked_at(
        world,
        "people",
        table(
            "people",
            "Bo;bo@h.example;konge;A;;",
            "Bo;=bo@h.example;leder;A;;",
            "Bo;bo@h.example;leder;FINDES-IKKE;;",
            "Cy;cy@h.example;LMU;A;31-02-2026;",
            "Dea;dea@h.example;LMU;A;2.1.2026;1.1.2026",
            "#REF!;eva@h.example;LMU;A;;",
            ";;;;1;",
        ),
    )
    lines = report(world, run, status="refused")
    assert run["counts"]["refused"] == 7
    assert [(line["row"], line["column"], line["value"], line["problem"]) for line in lines] == [
        (2, "rolle", "konge", "unknown_word"),
        (3, "e-mail", "=bo@h.example", "formula"),
        (4, "afdeling", "FINDES-IKKE", "unknown_code"),
        (5, "fra", "31-02-2026", "not_a_date"),
        (6, "til", "1.1.2026", "before_from"),
        (7, "navn", "#REF!", "cell_error"),
        (8, "navn", "", "missing"),
        (8, "e-mail", "", "missing"),
        (8, "rolle", "", "missing"),
        (8, "afdeling", "", "missing"),
        (8, "fra", "1", "not_a_date"),
    ]
    assert lines[3]["words"] == "Det er ikke en dato. Skriv dd-mm-åååå, for eksempel 31-12-2026."


def test_people_who_have_changed_since_are_not_written_over(world: World) -> None:
    run = looked_at(world, "people", changed("people", ("Lis LMU;", "Lis Lund;")))
    taken_in(world, looked_at(world, "people", changed("people", ("Lis LMU;", "Lis Lang;"))))
    assert taken_in(world, run)["state"] == "stale"
    assert world.get("lmu", "/api/me")["person"]["name"] == "Lis Lang"


def test_what_changes_while_it_is_prepared_stops_it_too(world: World, monkeypatch: Any) -> None:
    """Between the planning and the lock: the people are compared once more, under the lock."""
    run = looked_at(world, "people", changed("people", ("Lis LMU;", "Lis Lund;")))
    prepared = people.ready

    def meanwhile(draft: Any) -> Any:
        monkeypatch.setattr(people, "ready", prepared)
        with world.database.write() as work:
            work.locked(Person, world.people["lmu"]).name = "Lis Lang"
        return prepared(draft)

    monkeypatch.setattr(people, "ready", meanwhile)
    assert taken_in(world, run)["state"] == "stale"
    assert world.get("lmu", "/api/me")["person"]["name"] == "Lis Lang"


def test_a_role_that_was_over_and_goes_on_reads_nothing_of_the_time_between(world: World) -> None:
    with world.database.write() as work:
        row = work.locked(RoleGrant, grant(world, "trio@h.example").id)
        row.valid_to, row.known_since = clock.today() - timedelta(days=30), date(2020, 1, 1)
    run = looked_at(world, "people", changed("people"))
    assert run["counts"]["changed"] == 1
    taken_in(world, run)
    held = grant(world, "trio@h.example")
    assert (held.valid_to, held.known_since) == (None, clock.today())


def test_whoever_administrates_a_part_brings_that_part(world: World) -> None:
    world.post(
        "admin", "/api/roles",
        person_id=world.person("walking_leader"), role="admin", title=None,
        department_id=world.id_("A"), valid_from=None, valid_to=None,
    )  # fmt: skip
    rows = [
        "Ny Her;her@h.example;medarbejder;A1;;",
        "Ny Der;der@h.example;medarbejder;B;;",
        "Øster Ny;other_leader@h.example;LMU;A;;",
        "Mia Medarbejder;member@h.example;medarbejder;A1;;",
    ]
    run = looked_at(world, "people", table("people", *rows), key="walking_leader", whole=True)
    assert refused(world, run, "walking_leader") == [
        (None, "rolle", "own_role"),
        (3, "afdeling", "outside"),
        (4, "navn", "named_otherwise"),
    ]
    ended = report(world, run, "walking_leader", status="ended")
    assert {line["value"] for line in ended} == {
        "leader@h.example", "trio@h.example", "ambassador@h.example", "section_leader@h.example",
        "lmu@h.example", "lmu_secretary@h.example", "walking_leader@h.example",
    }  # fmt: skip
    own = looked_at(world, "people", table("people", rows[0]), key="walking_leader")
    assert taken_in(world, own, "walking_leader")["state"] == "applied"
    # Of others' files she does not know; the hospital's administrator sees hers.
    theirs = looked_at(world, "people", changed("people"))
    assert world.as_("walking_leader").get(f"/api/imports/{theirs['id']}").status_code == 404
    assert len(world.get("walking_leader", "/api/imports")["items"]) == 2
    assert len(world.get("admin", "/api/imports")["items"]) == 3


def test_who_may_no_longer_does_no_longer(world: World) -> None:
    run = looked_at(world, "people", table("people", "Ny Her;her@h.example;medarbejder;A1;;"))
    world.as_("admin").post(f"/api/imports/{run['id']}/apply")
    with world.database.write() as work:
        held = work.locked(RoleGrant, grant(world, "admin@h.example").id)
        held.valid_to = clock.today() - timedelta(days=1)
    work_on(world)
    assert roles(world, "her@h.example") == []
    with world.database.write() as work:
        work.locked(RoleGrant, held.id).valid_to = None
    again = world.get("admin", f"/api/imports/{run['id']}")
    assert (again["state"], again["can"]) == ("failed", ["check"])
