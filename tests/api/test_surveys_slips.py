"""Answer codes on paper: at most one for each head, printed by HR or TRIO, kept as hashes only."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from tests.api.survey import on, planned, send
from tests.api.world import World
from trinvis.surveys.codes import read
from trinvis.surveys.slips.paper import Slips, said
from trinvis.surveys.slips.rules import Allowance, allowance
from trinvis.surveys.tables import AnswerCode
from trinvis.surveys.waves.opening import open_due


@pytest.fixture(autouse=True)
def _keystore(world: World, tmp_path: Path) -> None:
    world.database.settings.keystore = tmp_path / "keystore"


def printed(world: World, wave: dict[str, Any], status: int = 201, key: str = "trio", **body: Any) -> Any:
    """Print slips of department A as one unit."""
    answer = world.as_(key).post(f"/api/waves/{wave['id']}/slips", json={"unit_id": world.id_("A"), **body})
    assert answer.status_code == status, answer.text
    return answer.json()


def test_one_for_each_head(world: World) -> None:
    wave = planned(world)
    slips = printed(world, wave)["slips"]
    assert len(slips) == 26  # nine in the department, seventeen in the section that answers with it
    assert len({one["code"] for one in slips}) == 26
    assert slips[0]["link"].endswith(f"/svar/{wave['id']}#{read(slips[0]['code'])}")
    assert slips[0]["qr"].startswith("<svg")
    assert slips[0]["qr"] != slips[1]["qr"]
    wrong = printed(world, wave, 422, count=27)
    assert wrong["facts"]["errors"] == [{"field": "count", "problem": "more_than_heads", "most": 26}]


WHO = [("leader", 403), ("member", 403), ("hr", 201), ("other_leader", 404)]


@pytest.mark.parametrize(("key", "status"), WHO)
def test_hr_or_trio_prints_never_the_leader_alone(world: World, key: str, status: int) -> None:
    printed(world, planned(world), status, key)


def test_before_opening_a_new_print_voids_the_former(world: World) -> None:
    wave = planned(world)
    former, fresh = printed(world, wave)["slips"], printed(world, wave, count=20)["slips"]
    with on(wave["opens_on"]):
        open_due(world.database)
        send(world, UUID(wave["id"]), former[0]["code"], [1] * 7, 409)
        send(world, UUID(wave["id"]), fresh[0]["code"], [1] * 7)


def test_after_opening_only_what_is_left_up_to_the_heads(world: World) -> None:
    wave = planned(world)
    first = printed(world, wave, count=20)["slips"]
    with on(wave["opens_on"]):
        open_due(world.database)
        world.clients.clear()
        printed(world, wave, 422, count=7)
        more = printed(world, wave)["slips"]
        assert len(more) == 6
        printed(world, wave, 422)
        send(world, UUID(wave["id"]), first[0]["code"], [1] * 7)
        send(world, UUID(wave["id"]), more[0]["code"], [1] * 7)


def test_not_before_it_is_confirmed(world: World) -> None:
    wave = planned(world)
    world.move("leader", f"/api/waves/{wave['id']}/annul", wave["version"], reason="Ombygning")
    printed(world, wave, 409)


def test_no_code_is_kept_or_told_again(world: World) -> None:
    wave = planned(world)
    slips = printed(world, wave)["slips"]
    with world.database.read() as work:
        kept = b"".join(one.digest for one in work.session.exec(select(AnswerCode)))
    assert not [one for one in slips if (read(one["code"]) or "").encode() in kept]
    told = world.get("trio", f"/api/waves/{wave['id']}")
    history = world.get("trio", f"/api/history?department={world.id_('A')}")
    assert not [one for one in slips if one["code"] in str(told) or one["code"] in str(history)]


SAID = [
    (True, None, "Skadestuen, hele afdelingen", "Også for vikarer"),
    (False, None, "Skadestuen", "Også for vikarer"),
    (False, "", "Skadestuen", "bunken ”Hele afdelingen”"),
    (False, "Sengeafsnittet", "Skadestuen", "bunken ”Sengeafsnittet”"),
]


@pytest.mark.parametrize(("whole", "pile", "unit", "words"), SAID)
def test_a_slip_says_for_whom_it_counts(whole: bool, pile: str | None, unit: str, words: str) -> None:
    day = date(2027, 1, 4)
    slips = Slips("Skadestuen", whole, pile, "https://svar.example/svar", "w", day, day, day, day, [])
    assert said(slips, "da")["unit"] == unit
    assert words in said(slips, "da")["pile"]


def test_the_print_view_says_it_too(world: World) -> None:
    told = printed(world, planned(world), language="en")
    assert told["unit"] == "Lungesygdomme, the whole department"
    assert told["pile"].startswith("Also for temps")


@pytest.mark.parametrize("codes", [("A",), ("A", "B")])
def test_hmus_day_stands_on_slips_of_waves_that_it_sees(world: World, codes: tuple[str, ...]) -> None:
    wave = planned(world, *codes)
    assert printed(world, wave, count=1)["hmu_on"] == (wave["hmu_on"] if len(codes) > 1 else None)


def test_as_a_pdf_ten_to_a_sheet(world: World) -> None:
    wave = planned(world)
    answer = world.as_("trio").post(f"/api/waves/{wave['id']}/slips/pdf", json={"unit_id": world.id_("A")})
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", answer.content)) == 3
    assert io.BytesIO(answer.content).getbuffer().nbytes < 1_000_000


@pytest.mark.parametrize(
    ("opened", "heads", "before", "may"),
    [
        (False, 10, 0, Allowance(10, True)),
        (False, 10, 10, Allowance(10, True)),
        (True, 10, 8, Allowance(2, False)),
        (True, 10, 10, Allowance(0, False)),
        (True, 8, 10, Allowance(-2, False)),
    ],
)
def test_how_many_may_be_printed(opened: bool, heads: int, before: int, may: Allowance) -> None:
    assert allowance(opened=opened, heads=heads, printed=before) == may
