"""Who sees which result from which day; hidden is hidden alike for every cause."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from tests.api.survey import ONE_DAY, held, on, people, planned
from tests.api.world import World
from trinvis.departments.tables import Department


@pytest.fixture(autouse=True)
def _keystore(world: World, tmp_path: Path) -> None:
    world.database.settings.keystore = tmp_path / "keystore"


def result(
    world: World, key: str, wave: dict[str, Any], node: str = "A", status: int = 200
) -> dict[str, Any]:
    """The node's result as this part sees it, in a session of that day."""
    world.clients.clear()
    return world.get(key, f"/api/waves/{wave['id']}/results/{world.id_(node)}", status)


def test_day_by_day(world: World) -> None:
    wave = planned(world)
    held(world, wave, {"A": people(12)})
    with on(date.fromisoformat(wave["closes_on"]) + ONE_DAY):
        for key in ("leader", "trio"):
            assert result(world, key, wave)["shown"] == "detail"
        for key in ("member", "lmu", "ambassador", "section_leader", "hr"):
            shown = result(world, key, wave)
            assert (shown["shown"], shown["visible_from"]) == ("not_yet", wave["dialogue_on"])
            assert shown["statements"] == shown["points"] == []
        for key in ("hmu", "secretary", "admin", "other_leader"):
            result(world, key, wave, status=404)
    with on(wave["dialogue_on"]):
        for key in ("member", "lmu", "hr"):
            assert result(world, key, wave)["shown"] == "detail"
    with on(wave["hmu_on"]):
        world.clients.clear()
        theirs = world.get("hmu", f"/api/waves/{wave['id']}/committee")
        assert theirs["nodes"] == []  # a single department, and HMU did not decide to see those
        assert theirs["span"] is None
        result(world, "hmu", wave, status=404)


def test_with_detail_exact_numbers_without_it_means_only(world: World) -> None:
    wave = planned(world)
    held(world, wave, {"A": people(12)})
    with on(wave["dialogue_on"]):
        shown = result(world, "leader", wave)
    first = shown["statements"][0]
    assert (first["n"], first["low"] + first["middle"] + first["high"]) == (12, 12)
    (point,) = shown["points"]
    assert (point["answered"], point["heads"]) == (12, 26)
    assert point["low_tenths"] < point["mean_tenths"] < point["high_tenths"]
    assert 0 <= point["index"] <= 100


def test_from_five_to_nine_no_exact_number(world: World) -> None:
    wave = planned(world)
    held(world, wave, {"A": people(7)})
    with on(wave["dialogue_on"]):
        shown = result(world, "leader", wave)
    assert shown["shown"] == "means"
    exact: tuple[str, ...] = ("answered", "heads", "low_tenths", "high_tenths", "index")
    assert [shown["points"][0][name] for name in exact] == [None] * 5
    exact = ("n", "low", "middle", "high")
    assert {one[name] for one in shown["statements"] for name in exact} == {None}


@pytest.mark.parametrize("count", [0, 1, 4])
def test_hidden_is_the_same_bytes_for_every_cause(world: World, count: int) -> None:
    """Too few, nobody, or too few to one statement only: nothing tells which."""
    wave = planned(world)
    answers: list[list[Any]] = [*people(count)] if count < 4 else [[1, None, *one[2:]] for one in people(12)]
    held(world, wave, {"A": answers})
    with on(wave["dialogue_on"]):
        shown = result(world, "leader", wave)
    assert shown == {
        "wave_id": wave["id"], "node": {"id": world.id_("A"), "name": "Lungesygdomme"}, "phase": "before",
        "shown": "hidden", "visible_from": str(date.fromisoformat(wave["closes_on"]) + ONE_DAY),
        "statements": [], "points": [], "compared": [],
    }  # fmt: skip


def two_waves(world: World, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    before = planned(world)
    held(world, before, {"A": people(12, around=4, seed=1)})
    with on(before["hmu_on"]):
        world.clients.clear()
        after = planned(world, phase="after", **more)
        world.clients.clear()
    return before, after


def test_two_waves_are_compared_in_an_interval(world: World) -> None:
    before, after = two_waves(world)
    held(world, after, {"A": people(12, around=6, seed=2)})
    with on(after["dialogue_on"]):
        shown = result(world, "leader", after)
        earlier = result(world, "leader", before)
    (told,) = shown["compared"]
    assert (told["before"], told["after"], told["comparable"], told["clear"]) == (
        before["id"], after["id"], True, True,
    )  # fmt: skip
    assert told["low_tenths"] < told["value_tenths"] < told["high_tenths"]
    assert [point["phase"] for point in shown["points"]] == ["before", "after"]
    assert earlier["compared"] == [], "an earlier wave does not tell of a later one"


def test_without_detail_in_both_they_are_not_compared(world: World) -> None:
    before, after = two_waves(world)
    held(world, after, {"A": people(7, around=6, seed=2)})
    with on(after["dialogue_on"]):
        (told,) = result(world, "leader", after)["compared"]
    assert (told["comparable"], told["reason"], told["value_tenths"]) == (False, "few", None)
    assert before["id"] == told["before"]


def test_a_department_that_changed_is_not_compared_with_itself(world: World) -> None:
    before, after = two_waves(world)
    with world.database.write() as work:
        section = work.locked(Department, world.ids["A1"])
        section.walking_id, section.closed_on = None, date(2026, 1, 1)
    held(world, after, {"A": people(9)})
    with on(after["dialogue_on"]):
        shown = result(world, "leader", after)
    assert [one["reason"] for one in shown["compared"]] == ["changed"]
    assert before["id"] != after["id"]


def test_hmu_sees_centres_and_the_range_without_names_after_three_months(world: World) -> None:
    with world.database.write() as work:
        for code in ("S", "A2"):
            node = work.locked(Department, world.ids[code])
            node.walks, node.walking_id, node.headcount = "walks", node.id, 30
    wave = planned(world, "A", "B", "S")
    answers = {"A": people(12, around=4), "B": people(12, around=5), "S": people(12, around=6)}
    held(world, wave, answers)
    path = f"/api/waves/{wave['id']}/committee"
    with on(wave["dialogue_on"]):
        assert world.get("hmu", path)["nodes"] == []
        assert world.as_("leader").get(path).status_code == 404  # the hospital's node is not hers
    with on(wave["hmu_on"]):
        world.clients.clear()
        shown = world.get("hmu", path)
    assert [(one["name"], one["shown"]) for one in shown["nodes"]] == [
        ("Hospitalet", "detail"), ("Centret", "detail"),
    ]  # fmt: skip
    assert shown["span"]["departments"] == 3
    assert shown["span"]["low_tenths"] < shown["span"]["high_tenths"]
    assert "Lungesygdomme" not in str(shown)


def test_single_departments_only_if_hmu_decided_so_before(world: World) -> None:
    wave = planned(world, "A", "B", hmu_single=True)
    held(world, wave, {"A": people(12), "B": people(3)})
    with on(wave["hmu_on"]):
        world.clients.clear()
        shown = world.get("hmu", f"/api/waves/{wave['id']}/committee")
    # Three answered in Øjensygdomme: with the centre and Lungesygdomme both shown they could be told.
    assert [(one["name"], one["shown"], one["mean_tenths"] is None) for one in shown["nodes"]] == [
        ("Centret", "detail", False), ("Lungesygdomme", "hidden", True), ("Øjensygdomme", "hidden", True),
    ]  # fmt: skip


def test_as_a_file_the_same_numbers(world: World) -> None:
    wave = planned(world)
    held(world, wave, {"A": people(12)})
    path = f"/api/waves/{wave['id']}/results/{world.id_('A')}/file"
    with on(wave["dialogue_on"]):
        shown = result(world, "leader", wave)
        text = world.as_("leader").get(f"{path}?kind=csv").content.decode("utf-8-sig")
        sheet = world.as_("leader").get(f"{path}?kind=xlsx").content
    first = shown["statements"][0]
    assert text.splitlines()[1] == (
        f"{first['da']};{first['mean_tenths'] / 10:.1f};".replace(".", ",")
        + f"{first['n']};{first['low']};{first['middle']};{first['high']}"
    )
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sheet)).get_sheet_by_index(0).to_python()
    assert len(rows) == len(text.splitlines()) == 9
    assert rows[8][1] == shown["points"][0]["mean_tenths"] / 10


def test_a_file_speaks_the_readers_language(world: World) -> None:
    wave = planned(world)
    held(world, wave, {"A": people(7)})  # seven: means alone
    path = f"/api/waves/{wave['id']}/results/{world.id_('A')}/file"
    with on(wave["dialogue_on"]):
        texts = result(world, "leader", wave)["statements"]
        answers = {one: world.as_("leader").get(f"{path}?language={one}") for one in ("da", "en")}
        sheet = world.as_("leader").get(f"{path}?kind=xlsx&language=en")
    lines = {one: answer.content.decode("utf-8-sig").splitlines() for one, answer in answers.items()}
    assert lines["da"][0] == "Udsagn;Gennemsnit;Svarede;Uenig (1-3);Hverken eller (4);Enig (5-7)"
    assert lines["en"][0] == "Statement;Average;Answered;Disagree (1-3);Neither (4);Agree (5-7)"
    for one, least in (("da", "mindst 5"), ("en", "at least 5")):
        assert lines[one][1].startswith(f"{texts[0][one]};")
        # Not "five to nine": a larger department may be down to means for the sake of a smaller one.
        assert lines[one][1].endswith(f";{least};;;")
    assert "the-7-questions.xlsx" in sheet.headers["content-disposition"]
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sheet.content))
    assert book.sheet_names == ["The 7 questions"]
    assert book.get_sheet_by_index(0).to_python()[0][0] == "Statement"


def test_the_list_says_when(world: World) -> None:
    wave = planned(world)
    held(world, wave, {"A": people(12)})
    with on(wave["dialogue_on"]):
        world.clients.clear()
        (line,) = world.get("member", f"/api/departments/{world.id_('A')}/results")["items"]
    assert (line["wave_id"], line["shown"]) == (wave["id"], "detail")
    assert line["visible_from"] == wave["dialogue_on"]


def test_hmu_finds_the_waves_that_hold_something_for_it(world: World) -> None:
    """One over several departments, once it is open; not a department's own, and not for a department."""
    wave = planned(world, "A", "B")
    assert world.get("hmu", "/api/committee-results")["items"] == []
    held(world, wave, {"A": people(12), "B": people(12)})
    with on(date.fromisoformat(wave["closes_on"]) + ONE_DAY):
        closed = str(date.fromisoformat(wave["closes_on"]) + ONE_DAY)
        line = {
            "wave_id": wave["id"], "place": "Centret", "closes_on": wave["closes_on"], "closed_on": closed,
            "visible_from": wave["hmu_on"],
        }  # fmt: skip
        for key in ("hmu", "secretary", "hr"):
            assert world.get(key, "/api/committee-results")["items"] == [line]
        for key in ("leader", "member", "admin"):
            assert world.get(key, "/api/committee-results")["items"] == []


@pytest.mark.parametrize(("single", "found"), [(False, 0), (True, 1)])
def test_hmu_finds_a_departments_own_wave_only_if_it_decided_so(
    world: World, single: bool, found: int
) -> None:
    wave = planned(world, hmu_single=single)
    held(world, wave, {"A": people(12)})
    with on(wave["hmu_on"]):
        world.clients.clear()
        assert len(world.get("hmu", "/api/committee-results")["items"]) == found
