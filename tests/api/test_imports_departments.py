"""Files of the organisation: looked at, told row by row, done as one act or not at all."""

from __future__ import annotations

from sqlmodel import col, select

from tests.api.brought import bring, changed, looked_at, refused, report, table, taken_in, tree, work_on
from tests.api.world import World
from trinvis.core.audit import ORGANISATION, AuditEvent, broken_link
from trinvis.core.sheets import read
from trinvis.departments.importing import COLUMNS
from trinvis.imports.tables import Import

FRESH = changed(
    "departments",
    ("A;Lungesygdomme;afdeling;C;9", "A;Lungemedicin;afdeling;C;10"),
    ("A1;Sengeafsnittet;afsnit;A;17;følger", "A1;Sengeafsnittet;afsnit;B;17;følger"),
    ("A2;Søvnklinikken;afsnit;A;20;går selv", "A2;Søvnklinikken;afsnit;A;20;følger"),
    ("S;Stab;stab", "N;Nyt ambulatorium;afdeling;C;5;\nS;Stab;stab"),
)


CROWDED = (
    "Afsnittene har tilsammen 20 ansatte. Tallet her er kun dem, der hører direkte til afdelingen. "
    "Er det sådan, er alt i orden."
)
BUSY = (
    "Den mangler i filen, men har noget åbent: 1 prøvehandling. "
    "Afslut eller overdrag det først, eller skriv den med i filen."
)
WITHOUT_B = changed("departments", ("B;Øjensygdomme;afdeling;C;29;går selv\n", ""))


def test_a_file_is_looked_at_then_done_as_one_act(world: World) -> None:
    before = tree(world)
    run = looked_at(world, "departments", FRESH, name="organisation 2027.csv")
    assert (run["state"], run["can"], run["name"]) == ("checked", ["apply", "check"], "organisation 2027.csv")
    assert {k: n for k, n in run["counts"].items() if n} == {
        "moved": 1, "changed": 2, "added": 1, "unchanged": 4, "warning": 1,
    }  # fmt: skip
    assert [(line["status"], line["row"], line["subject"], line["words"]) for line in report(world, run)] == [
        ("warning", 4, "Lungemedicin", CROWDED),
        ("moved", 5, "Sengeafsnittet", "Flyttes fra A til B."),
        ("changed", 4, "Lungemedicin", "Navn: Lungesygdomme → Lungemedicin; ansatte: 9 → 10."),
        ("changed", 6, "Søvnklinikken", "Trin: går selv → følger."),
        ("added", 8, "Nyt ambulatorium", "Ny afdeling under C."),
    ]  # fmt: skip
    assert tree(world) == before

    done = taken_in(world, run)
    assert (done["state"], done["can"], done["applied_by"]["name"]) == ("applied", [], "Adam Min")
    assert (done["done"], done["total"]) == (4, 4)
    after = tree(world)
    assert after["A"] == ("Lungemedicin", "C", 10, False)
    assert after["A1"] == ("Sengeafsnittet", "B", 17, False)
    assert after["N"] == ("Nyt ambulatorium", "C", 5, False)
    section = world.get("admin", f"/api/departments/{world.id_('A2')}")
    assert (section["walks"], section["walking"]["name"]) == ("follows", "Lungemedicin")
    again = world.as_("admin").post(f"/api/imports/{run['id']}/apply")
    assert (again.status_code, again.json()["facts"]) == (409, {"state": "applied"})
    assert looked_at(world, "departments", FRESH)["counts"]["unchanged"] == 8


def test_whoever_takes_a_file_in_stands_in_the_history(world: World) -> None:
    run = taken_in(world, looked_at(world, "departments", FRESH))
    with world.database.read() as work:
        events = [
            row[0]
            for row in work.rows(select(AuditEvent).where(AuditEvent.actor_id == world.people["admin"]))
        ]
        whole = [event for event in events if event.what == "import.applied"]
        assert [(str(event.record_id), event.facts["done"]) for event in whole] == [
            (run["id"], {"added": 1, "changed": 2, "moved": 1, "ended": 0})
        ]
        assert {"department.added", "department.changed", "department.moved"} <= {e.what for e in events}
        assert {event.role for event in events} == {"admin"}
        for chain in {event.chain_id for event in events} | {ORGANISATION}:
            assert broken_link(work.session, chain) is None
        # What was in the file is not kept once it has served.
        assert work.one(select(Import.file).where(col(Import.name) == "fil.csv"))[0] is None


def test_nothing_is_done_while_a_row_is_wrong(world: World) -> None:
    before = tree(world)
    run = looked_at(
        world,
        "departments",
        table(
            "departments",
            "A;Lunger;afdeling;C;1.200;går selv",
            "a;Lunger igen;afdeling;C;9;går selv",
            "X;;afdeling;findes-ikke;9;løber",
            "P;Ring;afdeling;Q;;",
            "Q;Ring;afdeling;P;;",
            "=1+1;Formel;afdeling;C;;",
            "Z;=HYPERLINK(1);afdeling;C;;",
        ),
    )
    assert (run["counts"]["refused"], run["can"]) == (5, ["check"])
    assert refused(world, run) == [
        (2, "ansatte", "not_a_count"),
        (4, "navn", "missing"),
        (4, "trin", "unknown_word"),
        (5, "overordnet", "cycle"),
        (6, "overordnet", "cycle"),
        (7, "kode", "formula"),
    ]
    answer = world.as_("admin").post(f"/api/imports/{run['id']}/apply")
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
    work_on(world)
    assert tree(world) == before


def test_a_file_that_cannot_be_read_says_why_and_is_forgotten_at_once(world: World) -> None:
    run = looked_at(world, "departments", b"\x89PNG\r\n\x1a\n\x00\x00", name="billede.png")
    assert (run["state"], run["can"]) == ("unreadable", [])
    assert run["trouble"].startswith("Filen er hverken en tekst eller et regneark")
    english = world.get("admin", f"/api/imports/{run['id']}?lang=en")
    assert english["trouble"].startswith("The file is neither text nor a spreadsheet")
    missing = looked_at(world, "departments", b"navn;type\nA;afdeling\n")
    assert missing["trouble"] == "Der mangler en kolonne: kode, overordnet. Første række er: navn, type."
    assert looked_at(world, "departments", b"")["trouble"].startswith("Filen er tom")
    nodes = [f"N{number};N;afdeling;C;;" for number in range(5_001)]
    many = looked_at(world, "departments", table("departments", *nodes))
    assert many["trouble"] == "Filen har 5.001 rækker, og der kan højst være 5.000. Del den i flere."


def test_a_tree_that_has_changed_since_is_not_written_over(world: World) -> None:
    run = looked_at(world, "departments", FRESH)
    other = looked_at(world, "departments", changed("departments", ("B;Øjensygdomme", "B;Øjne")))
    taken_in(world, other)
    before = tree(world)
    late = taken_in(world, run)
    assert (late["state"], late["can"]) == ("stale", ["check"])
    assert tree(world) == before
    # The same file, looked at anew, would now take the other's change back: that is told, not done.
    world.post("admin", f"/api/imports/{run['id']}/check", 202)
    work_on(world)
    fresh = world.get("admin", f"/api/imports/{run['id']}")
    assert (fresh["state"], fresh["counts"]["changed"]) == ("checked", 3)
    assert taken_in(world, fresh)["state"] == "applied"


def test_a_change_that_alters_nothing_of_the_plan_is_no_hindrance(world: World) -> None:
    run = looked_at(world, "departments", table("departments", "N;Nyt;afdeling;C;5;"))
    taken_in(world, looked_at(world, "departments", changed("departments", ("B;Øjensygdomme", "B;Øjne"))))
    assert taken_in(world, run)["state"] == "applied"


def test_absence_closes_nothing_unless_the_file_is_the_whole_organisation(world: World) -> None:
    assert looked_at(world, "departments", WITHOUT_B)["counts"]["ended"] == 0
    run = looked_at(world, "departments", WITHOUT_B, whole=True)
    assert (run["counts"]["ended"], run["whole"]) == (1, True)
    assert [(line["row"], line["subject"], line["words"]) for line in report(world, run, status="ended")] == [
        (None, "Øjensygdomme", "Lukkes i dag.")
    ]
    assert [line["problem"] for line in report(world, run, status="warning")] == ["no_department_count"]
    assert taken_in(world, run)["state"] == "applied"
    assert tree(world)["B"][3] is True
    assert world.get("other_leader", "/api/me")["roles"] == []


def test_what_holds_work_or_sections_is_not_closed(world: World) -> None:
    b, owner = world.id_("B"), world.person("other_leader")
    world.post("other_leader", "/api/trial-actions", department_id=b, change="fem minutter", owner_id=owner)
    run = looked_at(world, "departments", WITHOUT_B, whole=True)
    lines = report(world, run, status="refused")
    assert [(line["row"], line["subject"], line["words"]) for line in lines] == [(None, "Øjensygdomme", BUSY)]
    left = changed("departments", ("A;Lungesygdomme;afdeling;C;9;går selv\n", ""))
    run = looked_at(world, "departments", left, whole=True)
    assert refused(world, run) == [(None, "kode", "open_sections")]
    assert tree(world)["A"][3] is False


def test_work_that_comes_between_stops_the_closing(world: World) -> None:
    b, owner = world.id_("B"), world.person("other_leader")
    run = looked_at(world, "departments", WITHOUT_B, whole=True)
    world.post("other_leader", "/api/trial-actions", department_id=b, change="fem minutter", owner_id=owner)
    assert taken_in(world, run)["state"] == "stale"
    assert tree(world)["B"][3] is False


def test_a_whole_branch_goes_from_below(world: World) -> None:
    rows = [line for line in changed("departments").decode().splitlines() if not line.startswith("A")]
    run = looked_at(world, "departments", "\n".join(rows).encode(), whole=True)
    assert run["counts"]["ended"] == 3
    assert taken_in(world, run)["state"] == "applied"
    assert [code for code, node in tree(world).items() if node[3]] == ["A", "A1", "A2"]


def test_the_templates_are_files_that_can_be_brought(world: World) -> None:
    for form in ("csv", "xlsx"):
        for lang in ("da", "en"):
            made = world.as_("admin").get(f"/api/imports/templates/departments.{form}?lang={lang}")
            assert f'filename="trinvis-departments.{form}"' in made.headers["content-disposition"]
            assert list(read(made.content, COLUMNS, ()).titles) == list(COLUMNS)
            run = looked_at(world, "departments", made.content)
            # Only that the hospital has its top already keeps it from being done.
            problems = {line["problem"] for line in report(world, run)}
            assert problems <= {"second_root", "node_added", "crowded"}


def test_a_job_that_is_begun_twice_is_done_once(world: World) -> None:
    run = looked_at(world, "departments", FRESH)
    for _ in range(2):
        answer = world.as_("admin").post(f"/api/imports/{run['id']}/apply")
    assert answer.status_code == 409
    work_on(world)
    work_on(world)
    assert sum(code == "N" for code in tree(world)) == 1
    assert bring(world, "departments", FRESH) != run["id"]
