"""Any input gets a documented reply: schemathesis over the OpenAPI, signed in as a department's leader."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import hypothesis
import pytest
import schemathesis
from fastapi.testclient import TestClient
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.test_matrix import records
from tests.api.world import World

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
LEAST = 50
HOSTILE = ["\x00", "A\u030a", "\u202etekst", "<script>", "=1+1", "' OR 1=1 --", "æøå" * 2000, "\ud800"]


def _signed_in(world: World) -> dict[str, str]:
    """Headers of a session of its own, so that signing out ends no other's."""
    client = TestClient(world.app, headers={"X-Trinvis": "1"})
    client.post("/api/session/demo", json={"person": "leader"})
    return {"X-Trinvis": "1", "Cookie": f"trinvis={client.cookies['trinvis']}"}


def _hold(operation: Any, headers: dict[str, str], own: dict[str, str], examples: int) -> None:
    """Call the operation with made-up input; every second case meets records that are there."""

    @hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(case=operation.as_strategy())
    def check(case: Any) -> None:
        if case.path_parameters and len(str(case.body)) % 2:
            given = case.path_parameters.items()
            case.path_parameters = {name: own.get(name, value) for name, value in given}
        case.call_and_validate(headers=headers, checks=CHECKS)

    check()


def test_any_input_gets_a_documented_reply(world: World, long: bool) -> None:
    schema: Any = schemathesis.openapi.from_asgi("/api/openapi.json", world.app)
    signed_in, own = _signed_in(world), records(world)
    count = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        count += 1
        headers = _signed_in(world) if operation.method.upper() == "DELETE" else signed_in
        _hold(operation, headers, own, examples=200 if long else 6)
    assert count >= LEAST


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:8]))
def test_hostile_text_is_kept_as_it_is_or_refused_with_its_field(world: World, text: str) -> None:
    body = {"department_id": world.id_("A"), "change": text}

    answer = world.as_("leader").post(
        "/api/trial-actions", content=json.dumps(body), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in (201, 422)
    if answer.status_code == 422:
        assert answer.json()["facts"]["errors"][0]["field"] == "change"
    else:
        assert answer.json()["change"] == unicodedata.normalize("NFC", text).strip()


def test_a_body_of_ten_megabytes_is_refused_before_it_is_read_whole(world: World) -> None:
    answer = world.as_("leader").post("/api/trial-actions", content=b"x" * 10_000_000)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_what_is_no_json_and_what_is_no_route(world: World) -> None:
    leader = world.as_("leader")
    answer = leader.post("/api/trial-actions", content=b"{", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert leader.get("/api/nothing/of/the/kind").json() == {"code": "not_found", "facts": {}}


def test_no_reply_echoes_what_was_sent(world: World) -> None:
    leader = world.as_("leader")
    secret = "hemmelig-tekst"
    for body in ({"change": [secret]}, {"department_id": secret, "change": "x"}, secret):
        answer = leader.post("/api/trial-actions", json=body)
        assert answer.status_code == 422
        assert secret not in answer.text
    assert secret not in leader.get(f"/api/trial-actions?department={secret}").text
