"""The content pack over HTTP, on a bare app: it needs no login and no database."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from trinvis.content import api
from trinvis.content.pack import pack
from trinvis.errors import Code, Refused

SMALL = str(Path(__file__).parents[1] / "packs" / "small")


def client(name: str) -> TestClient:
    app = FastAPI()
    app.state.pack = pack(name)
    app.include_router(api.router)
    return TestClient(app)


@pytest.fixture(params=["hemidt", SMALL], ids=["hemidt", "small"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_content_is_the_whole_pack_but_for_the_tools_long_texts(name: str) -> None:
    content = client(name).get("/api/content").json()
    used = pack(name)
    assert content["about"]["definition"]["da"] == used.about.definition.da
    assert content["organisation"]["name"]["en"] == used.organisation.name.en
    assert [step["number"] for step in content["steps"]] == [1, 2, 3]
    assert [part["key"] for part in content["steps"][0]["parts"]] == list(used.cover_keys())
    assert [tool["key"] for tool in content["tools"]] == list(used.tool_keys())
    assert not {"when", "how"} & content["tools"][0].keys()


def test_tools_stand_in_the_packs_order(name: str) -> None:
    tools = client(name).get("/api/tools").json()["tools"]
    assert [tool["key"] for tool in tools] == list(pack(name).tool_keys())


def test_a_tool_carries_its_long_text_its_sub_items_and_ready_trials() -> None:
    tool = client(SMALL).get("/api/tools/walk").json()
    when = {"da": "Når I sidder fast.", "en": "When you are stuck.", "verbatim": False, "source": None}
    assert tool["when"] == when
    assert [each["en"] for each in tool["how"]] == ["Put on your shoes."]
    assert [each["key"] for each in tool["sub_items"]] == ["short_walk"]
    assert [each["key"] for each in tool["trial_ideas"]] == ["walk_monday"]


@pytest.mark.parametrize("key", ["no_such_tool", "WALK", "x" * 500, "%00", "æ"])
def test_an_unknown_tool_is_refused(key: str) -> None:
    with pytest.raises(Refused) as refused:
        client(SMALL).get(f"/api/tools/{key}")
    assert refused.value.code == Code.NOT_FOUND


@pytest.mark.parametrize("path", ["/api/content", "/api/tools", "/api/tools/walk"])
def test_what_was_seen_is_not_sent_again(path: str) -> None:
    http = client(SMALL)
    first = http.get(path)
    assert first.headers["cache-control"] == "public, max-age=300"
    assert first.headers["content-type"] == "application/json"
    again = http.get(path, headers={"If-None-Match": f'"old", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert http.get(path, headers={"If-None-Match": '"old"'}).status_code == 200


def test_another_pack_has_another_etag() -> None:
    etags = {client(each).get("/api/content").headers["etag"] for each in ("hemidt", SMALL)}
    assert len(etags) == 2


def test_a_pack_is_serialised_once() -> None:
    assert api.prepare(pack(SMALL)) is api.prepare(pack(SMALL))


def test_the_reply_stays_small() -> None:
    assert len(client("hemidt").get("/api/content").content) < 70_000


@pytest.mark.parametrize("form", ["ContentOut", "ToolsOut", "ToolOut", "ToolBriefOut", "Text", "TrialIdea"])
def test_the_openapi_promises_every_field(form: str) -> None:
    schema = client(SMALL).get("/openapi.json").json()["components"]["schemas"][form]
    assert set(schema["required"]) == set(schema["properties"])
