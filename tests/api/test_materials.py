"""Material: what HR writes, what everybody reads, what hangs on it."""

from __future__ import annotations

import random
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.api.files import DOCX, PDF, PNG
from tests.api.people import as_anybody, entered
from tests.api.world import World

TOOL = "action_learning"
WORDS = {"title": "Til LMU", "summary": "Et oplæg til mødet"}


def written(world: World, **changed: Any) -> dict[str, Any]:
    return world.post("hr", "/api/materials", **{"kind": "lmu_trio", **WORDS, **changed})


def nobody(world: World) -> TestClient:
    return TestClient(world.app, raise_server_exceptions=False)


def attach(world: World, material: dict[str, Any], name: str, data: bytes, key: str = "hr") -> Any:
    url = f"/api/materials/{material['id']}/files?name={quote(name)}"
    return world.as_(key).post(url, content=data)


def problem(answer: Any) -> str:
    assert answer.status_code == 422, answer.text
    return str(answer.json()["facts"]["errors"][0]["problem"])


def test_what_hr_writes_everybody_reads(world: World) -> None:
    made = written(world, body="Først\n\n- en\n- to", links=[{"title": "Siden", "url": "https://rm.dk/a"}])
    assert made["can"] == ["edit", "add_file", "remove_file", "retire"]
    with nobody(world) as client:
        seen = client.get(f"/api/materials/{made['id']}").json()
        listed = client.get("/api/materials").json()
    assert (seen["title"], seen["body"], seen["can"]) == ("Til LMU", "Først\n\n- en\n- to", [])
    # No colleague's name leaves to whoever is not signed in.
    assert seen["written_by"] is None
    assert world.get("member", f"/api/materials/{made['id']}")["written_by"]["name"] == "Hr Hansen"
    assert [item["title"] for item in listed["items"]] == ["Til LMU"]
    assert listed["can"] == []
    assert world.get("hr", "/api/materials")["can"] == ["add"]


def test_former_versions_stay_readable_with_who_and_when(world: World) -> None:
    made = written(world)
    url = f"/api/materials/{made['id']}"
    again = world.move("hr", url, made["version"], method="PUT", title="Til LMU og TRIO", summary="Nyt")
    assert (again["number"], again["title"]) == (2, "Til LMU og TRIO")
    former = world.get("member", f"{url}/versions")
    assert [(one["number"], one["title"]) for one in former["items"]] == [
        (2, "Til LMU og TRIO"), (1, "Til LMU"),
    ]  # fmt: skip
    first = world.get("member", f"{url}/versions/1")
    assert (first["summary"], first["written_by"]["name"]) == ("Et oplæg til mødet", "Hr Hansen")
    world.get("member", f"{url}/versions/3", 404)
    world.move("hr", url, made["version"], 412, "PUT", **WORDS)
    with nobody(world) as client:
        assert client.get(f"{url}/versions").status_code == 401


def test_a_former_version_has_the_files_it_had(world: World) -> None:
    made = written(world)
    url = f"/api/materials/{made['id']}"
    kept = attach(world, made, "duge.pdf", PDF).json()
    removed = attach(world, made, "program.pdf", PDF).json()
    world.move("hr", url, made["version"], 200, "PUT", **WORDS)
    assert world.as_("hr").post(f"{url}/files/{removed['id']}/remove").status_code == 200
    new = attach(world, made, "nyt.docx", DOCX).json()

    def files(number: int) -> list[tuple[str, bool]]:
        found = world.get("member", f"{url}/versions/{number}")["files"]
        return [(file["name"], file["removed"]) for file in found]

    assert files(1) == [("duge.pdf", False), ("program.pdf", True)]
    assert files(2) == [("duge.pdf", False), ("nyt.docx", False)]
    assert {kept["id"], new["id"]} == {one["id"] for one in world.get("member", url)["files"]}
    assert world.as_("member").get(f"{url}/files/{kept['id']}").status_code == 200


def test_hr_of_a_part_of_the_hospital_is_told_no_in_words(world: World) -> None:
    made = written(world)
    centre = as_anybody(world, entered(world, "Hr Holm", "hr", "A")["id"])
    assert centre.get("/api/materials").json()["can"] == []
    assert centre.get(f"/api/materials/{made['id']}").json()["can"] == []
    body = {"kind": "other", **WORDS}
    for answer in (
        centre.post("/api/materials", json=body),
        centre.post(f"/api/materials/{made['id']}/retire", headers={"If-Match": '"1"'}),
        centre.post(f"/api/materials/{made['id']}/files?name=a.pdf", content=PDF),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_a_tool_has_one_description_and_the_notes_name(world: World) -> None:
    url = f"/api/materials/tools/{TOOL}"
    assert world.get("hr", url) == {"material": None, "used_in": 0, "can": ["add"]}
    made = written(world, kind="tool", tool_key=TOOL, title="noget andet")
    assert made["title"] == "Beskrivelse og definitioner af aktionslæring"
    about = world.get("member", url)
    assert about["material"]["summary"] == "Et oplæg til mødet"
    assert about["can"] == []
    world.post("hr", "/api/materials", 409, kind="tool", tool_key=TOOL, **WORDS)
    world.post("hr", "/api/materials", 422, kind="tool", tool_key="findes-ikke", **WORDS)
    world.post("hr", "/api/materials", 422, kind="tool", **WORDS)
    world.post("hr", "/api/materials", 422, kind="other", tool_key=TOOL, **WORDS)
    world.get("member", "/api/materials/tools/findes-ikke", 404)


def test_off_the_shelf_and_back(world: World) -> None:
    made = written(world, title="Dialogduge")
    url = f"/api/materials/{made['id']}"
    file = attach(world, made, "a.pdf", PDF).json()
    gone = world.move("hr", f"{url}/retire", made["version"])
    assert gone["can"] == ["restore"]
    for path in (url, f"{url}/versions", f"{url}/versions/1", f"{url}/files/{file['id']}"):
        world.get("member", path, 404)
    assert world.get("member", "/api/materials")["items"] == []
    assert world.get("member", "/api/search?q=dialogduge")["groups"] == []
    world.move("hr", f"{url}/retire", gone["version"], 409)
    world.move("hr", url, gone["version"], 409, "PUT", **WORDS)
    world.move("hr", f"{url}/restore", gone["version"])
    assert world.get("member", url)["title"] == "Dialogduge"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.dk", "//a.dk", "a.dk", "https://a b.dk",
            "https://u@a.dk", "https://", "https://[", "file:///etc/passwd"],
)  # fmt: skip
def test_links_lead_to_pages_of_the_web(world: World, url: str) -> None:
    body = {"kind": "other", **WORDS, "links": [{"title": "Her", "url": url}]}
    answer = world.as_("hr").post("/api/materials", json=body)
    assert answer.json()["facts"]["errors"] == [{"field": "links.0.url", "problem": "no_web_address"}]


def test_a_file_leaves_so_that_nothing_runs(world: World) -> None:
    made = written(world)
    answer = attach(world, made, "Årets møde på Ærø.docx", DOCX)
    assert answer.status_code == 201, answer.text
    file = answer.json()
    assert (file["name"], file["size"]) == ("Årets møde på Ærø.docx", len(DOCX))
    with nobody(world) as client:
        sent = client.get(f"/api/materials/{made['id']}/files/{file['id']}")
    assert sent.content == DOCX
    assert sent.headers["content-type"].endswith("wordprocessingml.document")
    assert sent.headers.get_list("content-security-policy") == ["sandbox; default-src 'none'"]
    assert sent.headers.get_list("x-content-type-options") == ["nosniff"]
    named = sent.headers["content-disposition"]
    assert named.startswith("attachment; ")
    assert named.endswith("filename*=UTF-8''%C3%85rets%20m%C3%B8de%20p%C3%A5%20%C3%86r%C3%B8.docx")


def test_hostile_files_are_refused_in_words(world: World) -> None:
    made = written(world)
    assert problem(attach(world, made, "a.pdf", b"")) == "empty"
    assert problem(attach(world, made, "a.pdf", b"<html>")) == "unknown_type"
    assert problem(attach(world, made, "a.docx", PDF)) == "wrong_suffix"
    assert problem(attach(world, made, "a.png", PNG + DOCX)) == "two_in_one"
    assert attach(world, made, "../../../etc/cron.d/a.pdf", PDF).json()["name"] == "a.pdf"
    assert len(world.get("hr", f"/api/materials/{made['id']}")["files"]) == 1


def test_the_largest_file_and_one_that_is_larger(world: World) -> None:
    made = written(world)
    filling = random.Random(1).randbytes(20_000_000 - len(PDF))
    whole = PDF[:9] + b"%" + filling.replace(b"/", b" ").replace(b"PK\5\6", b"    ") + PDF[10:]
    assert len(whole) == 20_000_000
    assert attach(world, made, "stor.pdf", whole).status_code == 201
    assert attach(world, made, "stor.pdf", whole + b"\n").status_code == 413


def test_only_the_paths_of_files_take_large_bodies(world: World) -> None:
    made = written(world)
    file = attach(world, made, "a.pdf", PDF).json()
    url = f"/api/materials/{made['id']}"
    for path in ("/api/materials", f"{url}/retire", f"{url}/files/{file['id']}/remove", f"{url}/files/"):
        assert world.as_("hr").post(path, content=b" " * 1_000_001).status_code == 413, path
    assert world.as_("hr").put(f"{url}/files", content=b" " * 1_000_001).status_code == 413


def test_a_removed_file_is_gone_for_good(world: World) -> None:
    made = written(world)
    file = attach(world, made, "a.pdf", PDF).json()
    other = written(world, title="En anden")
    path = f"/api/materials/{made['id']}/files/{file['id']}"
    # A file is had from its own record only.
    world.get("hr", f"/api/materials/{other['id']}/files/{file['id']}", 404)
    assert world.as_("hr").post(f"/api/materials/{other['id']}/files/{file['id']}/remove").status_code == 404
    assert world.as_("hr").post(f"{path}/remove").json()["files"] == []
    world.get("hr", path, 404)
    assert world.as_("hr").post(f"{path}/remove").status_code == 409


def test_so_many_files_and_no_more(world: World) -> None:
    made = written(world)
    for number in range(20):
        assert attach(world, made, f"{number}.pdf", PDF).status_code == 201
    full = attach(world, made, "en-til.pdf", PDF)
    assert (full.status_code, full.json()["facts"]["state"]) == (409, "full")


def test_trials_that_name_a_tool_are_counted(world: World) -> None:
    a, owner = world.id_("A"), world.person("leader")
    plan: dict[str, Any] = {
        "change": "fem minutter", "prediction": "ro", "measure": "vi spørger", "owner_id": owner,
        "starts_on": "2099-01-05", "ends_on": "2099-02-02", "tools": [TOOL],
    }  # fmt: skip
    trial = world.post("leader", "/api/trial-actions", department_id=a, **plan)
    url = f"/api/materials/tools/{TOOL}"
    # An idea uses nothing yet.
    assert world.get("member", url)["used_in"] == 0
    listed = f"/api/trial-actions?tool={TOOL}"
    assert world.get("leader", listed)["items"] == []
    planned = world.move("leader", f"/api/trial-actions/{trial['id']}/plan", trial["version"])
    assert [one["id"] for one in world.get("member", listed)["items"]] == [trial["id"]]
    assert world.get("other_leader", listed)["items"] == []
    assert world.get("leader", "/api/trial-actions?tool=meta_reflection")["items"] == []
    world.get("leader", "/api/trial-actions?tool=findes-ikke", 422)
    assert world.get("member", url)["used_in"] == 1
    assert world.get("member", "/api/materials")["used"] == [{"tool_key": TOOL, "trials": 1}]
    without = plan | {"tools": []}
    world.move("leader", f"/api/trial-actions/{trial['id']}/plan", planned["version"], 200, "PUT", **without)
    assert world.get("member", url)["used_in"] == 0


def test_everybody_finds_material(world: World) -> None:
    made = written(world, title="Dialogduge", body="Til bordet i pausen", body_en="For the breakroom table")
    with nobody(world) as client:
        for word in ("dialogdug", "pausen", "breakroom"):
            groups = client.get(f"/api/search/tools?q={word}").json()["groups"]
            assert [group["kind"] for group in groups] == ["material"]
            assert [hit["id"] for hit in groups[0]["items"]] == [made["id"]]
    groups = world.get("member", "/api/search?q=dialogdug")["groups"]
    assert [(group["kind"], group["items"][0]["state"]) for group in groups] == [("material", "lmu_trio")]
    world.move("hr", f"/api/materials/{made['id']}", 1, method="PUT", title="Kort", summary="Til bordet")
    assert world.get("member", "/api/search?q=dialogdug")["groups"] == []
