"""The address for private phones leads to the answer page and to nothing else of Trinvis."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from trinvis.core.settings import Settings
from trinvis.main import create_app

ANSWERS = "https://svar.example"


@pytest.fixture(scope="module")
def app() -> FastAPI:
    """An installation with an address for phones; building it costs more than all questions to it."""
    return create_app(Settings(answer_url=ANSWERS, demo=True))


@pytest.mark.parametrize(
    ("path", "reached"),
    [
        ("/svar", True),
        ("/svar/0a1b2c3d", True),
        ("/tillid", True),
        ("/api/answers/not-a-wave", True),
        ("/", False),
        ("/afdelinger", False),
        ("/svarer", False),
        ("/api/me", False),
        ("/api/session/demo", False),
        ("/api/openapi.json", False),
        ("/api/answersheet", False),
    ],
)
def test_only_answering_behind_the_address_for_phones(app: FastAPI, path: str, reached: bool) -> None:
    phone = TestClient(app, base_url=ANSWERS, raise_server_exceptions=False)
    ward = TestClient(app, base_url="https://trinvis.example", raise_server_exceptions=False)
    assert (phone.get(path).text != "Not found") == reached
    assert ward.get(path).text != "Not found"
