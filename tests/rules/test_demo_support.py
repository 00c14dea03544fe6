"""What the demo's HR holds, and its surveys: every record whole, on days that can be."""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from typing import Any

import pytest

from tests.rules.demo_hospital import NODES, PEOPLE, PILOTS, STORY, walker
from trinvis.content.pack import pack
from trinvis.demo.story import day_at, events_of, wave_days
from trinvis.surveys.waves.rules import APART, check_days
from trinvis.tracks.rules import ForWhom, check_forum

PACK = pack("hemidt")
TODAYS = [date(2026, 1, 1) + timedelta(days=step) for step in range(0, 730, 31)]
GATHERINGS = ("talks", "courses", "introduction_days")


# ---- HR's tracks

@pytest.mark.parametrize(
    ("kind", "record"),
    [pytest.param(k, r, id=r["key"]) for k in GATHERINGS for r in STORY[k]],
)
def test_what_is_held_goes_its_way(kind: str, record: dict[str, Any]) -> None:
    told = {event.act: event for event in events_of(kind, record)}
    planned = told["plan"]
    assert planned.day < record["day"] <= record.get("until", record["day"])
    assert set(told) in ({"plan"}, {"plan", "hold"}, {"plan", "cancel"})
    assert ("hold" in told) == ("came" in record), "who came is known once it was held"
    assert "hold" in told or not record.keys() & {"note", "participants"}
    assert ("cancel" in told) == ("reason" in record)
    if "hold" in told:
        assert record.get("until", record["day"]) <= told["hold"].day
    elif "cancel" in told:
        assert told["cancel"].day < record["day"]
    else:
        assert record["day"] > 0, "nothing was said of it when its day had come"
    known = {row["e-mail"].split("@")[0] for row in PEOPLE}
    took_part = record.get("participants", [])
    assert {*took_part, record.get("by", planned.who)} <= known
    assert len(set(took_part)) == len(took_part) <= record.get("came", 0)
    assert record.get("came", 0) <= record.get("invited", record.get("came", 0))
    if kind == "talks":
        forums = [forum for track in PACK.tracks for item in track.items for forum in item.talks_to]
        check_forum(record["forum"], record.get("title"), forums)
    if kind == "courses":
        assert record["for_whom"] in set(ForWhom)


def test_whoever_is_new_leads_for_less_than_a_year_and_is_nobody_else():
    known = {row["e-mail"] for row in PEOPLE}
    for record in STORY["new_leaders"]:
        acts = list(events_of("new_leaders", record))
        assert [event.act for event in acts] in (["begin"], ["begin", "introduce"])
        assert acts[0].day > -365
        assert record["role"] in ("leader", "section_leader")
        assert record["email"] not in known
        known.add(record["email"])


# ---- the seven questions

@pytest.mark.parametrize("wave", [pytest.param(wave, id=wave["key"]) for wave in STORY["waves"]])
def test_a_wave_is_answered_while_it_is_open(wave: dict[str, Any]) -> None:
    printed = {event.word for event in events_of("waves", wave) if event.act == "print"}
    assert printed == set(wave["at"])
    for given in wave["answers"]:
        assert wave["opens"] < given["day"] <= min(wave["closes"], -1)
        assert walker(given["at"]) in wave["at"]
        assert all(re.fullmatch("[1-7-]{7}", row) for row in given["given"].split())
    assert set(wave.get("units", {}).values()) <= set(NODES)


@pytest.mark.parametrize("today", TODAYS, ids=str)
@pytest.mark.parametrize("wave", [pytest.param(wave, id=wave["key"]) for wave in STORY["waves"]])
def test_whatever_day_it_is_a_wave_has_good_days(wave: dict[str, Any], today: date) -> None:
    days = wave_days(today, wave)
    first = {event.act: day_at(today, event.day) for event in reversed(list(events_of("waves", wave)))}
    assert check_days(days, first["draft"]) == []
    assert first["confirm"] < days.opens_on <= first["answer"]
    assert day_at(today, wave["answers"][-1]["day"]) <= days.closes_on
    assert (days.closes_on < today) == (wave["closes"] < 0)


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_whatever_day_it_is_waves_of_one_department_keep_apart(today: date) -> None:
    for pilot in PILOTS:
        waves = [wave_days(today, wave) for wave in STORY["waves"] if pilot in wave["at"]]
        for before, after in itertools.pairwise(sorted(waves, key=lambda days: days.opens_on)):
            assert after.opens_on >= before.closes_on + timedelta(days=1) + APART
