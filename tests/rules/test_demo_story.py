"""The demo hospital's story is well told: whole records, legal moves, days in order, nobody named.

Playing it through the API proves the rest; this says in a second, and with a name, what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.rules.demo_hospital import (
    EVENTS,
    MEMBERS,
    NODES,
    PEOPLE,
    PILOTS,
    STORY,
    codes_of,
    label,
    record_of,
    told,
    walker,
)
from trinvis.content.pack import pack
from trinvis.core.clock import COPENHAGEN
from trinvis.demo.acts import DO
from trinvis.demo.cast import cast
from trinvis.demo.play import FIRST_DAY
from trinvis.demo.story import ACTS, day_at, events_of, moments
from trinvis.followups.rules import Assessed, FollowUpKind, in_quiet_week
from trinvis.trial_actions import rules
from trinvis.trial_actions.rules import Act, AgreedWith, AsPlanned, Decision, Matched, State

PACK = pack("hemidt")
TODAYS = [date(2026, 1, 1) + timedelta(days=step) for step in range(0, 730, 31)]

# What a record must say and may say.
FIELDS: dict[str, tuple[str, str]] = {
    "planned_starts": ("at quarters path", "hr"),
    "hr_contacts": ("at hr path", ""),
    "contacts": ("at way path", "note"),
    "sessions": ("at day forum covers path", "title participants note audience led_by reason files"),
    "assessments": ("at tasks_conditions path", "need ambition factors"),
    "trials": (
        "at change path",
        """after title prediction measure owner from to evaluate situation aim for_whom where data_plan
        factors dimensions tools happened as_planned surprises tally prediction_matched learning decision
        borrowed places next_step agreement follow_up_on extend_to extend_reason reason notes""",
    ),
    "experiences": ("at origin of title did learned path", "advice factors tools"),
    "agreements": ("path", "left_by at what owner due reason"),
    "follow_ups": ("", "left_by wave at kind question owner due trial path logs"),
    "steps": ("at number path", "sentence reason"),
    "rounds": ("at path", ""),
    "help": ("at wish visible path", "agreed_for"),
    "boards": ("at path", ""),
    "new_leaders": ("name email role at path", ""),
    "talks": ("forum day by path", "title came note reason"),
    "courses": ("title for_whom day by path", "until came participants note reason"),
    "introduction_days": ("day invited path", "came note reason"),
    "materials": ("kind summary path", "tool title body title_en summary_en body_en links files versions"),
    "meetings": ("at on items path", "papers note"),
    "yearly": ("at years_ago path", "goals met next_goals follow_up"),
    "instruments": ("at instrument path", ""),
    "waves": ("at phase opens closes path answers", "units"),
}
# Texts that may be longer than a sentence (500), and those that are shorter; as the API has it.
LONG = {
    "note", "notes", "tasks_conditions", "need", "ambition", "situation", "data_plan", "happened",
    "surprises", "learning", "wish", "body", "account", "decision", "met", "next_goals", "follow_up",
}
SHORT = {"title", "for_whom", "where", "question"}
NO_TEXT = {
    "key", "at", "path", "forum", "covers", "kind", "owner", "led_by", "by", "seen", "audience", "trial",
    "after", "left_by", "factors", "dimensions", "tools", "as_planned", "prediction_matched", "decision",
    "way", "hr", "places", "instrument", "phase", "wave", "origin", "of", "borrowed",
    "name", "email", "role",
}


def _texts(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if name in ("units", "answers"):
            continue  # no words in there
        for found in value if isinstance(value, list) else [value]:
            if isinstance(found, dict):
                yield from _texts(found)
            elif isinstance(found, str) and name not in NO_TEXT:
                yield name, found


@pytest.mark.parametrize(("kind", "record"), [pytest.param(k, r, id=label(k, r)) for k, r in told()])
def test_a_record_is_whole(kind: str, record: dict[str, Any]) -> None:
    needed, free = (set(names.split()) for names in FIELDS[kind])
    assert needed <= set(record) <= needed | free | {"key"}
    for code in codes_of(record):
        assert code in NODES
    told = list(events_of(kind, record))
    assert told
    assert [event.day for event in told] == sorted(event.day for event in told)
    for event in told:
        assert event.act in ACTS[kind]
        assert FIRST_DAY < event.day < 0
    for name, text in _texts(record):
        blank_step_two = kind == "assessments" and not text
        assert blank_step_two or text == text.strip() != ""
        assert len(text) <= (4000 if name in LONG else 200 if name in SHORT else 500)
        assert '"' not in text, "Danish quotation marks are ”...”"
    for name, known in (("factors", PACK.factor_keys()), ("dimensions", PACK.dimension_keys()),
                        ("tools", PACK.tool_keys()), ("covers", PACK.cover_keys())):
        assert set(record.get(name, ())) <= set(known)


def test_every_act_can_be_played():
    assert {(kind, act) for kind, acts in ACTS.items() for act in acts} == set(DO)


def test_keys_are_told_once_and_named_after_they_are_told():
    first: dict[str, int] = {}
    for event in EVENTS:
        for name in ("after", "trial", "left_by", "wave", "of", "borrowed"):
            if name in event.record:
                assert event.record[name] in first, f"{event} speaks of what is not yet there"
        if event.nth == 0:
            first.setdefault(event.record["key"], event.day)
    keys = [record["key"] for _, record in told()]
    assert len(keys) == len(set(keys))


# ---- trial actions

def _states(trial: Mapping[str, Any]) -> list[State]:
    """The states the trial goes through; fails at a move that is none."""
    found = [State.DRAFT]
    acts = list(events_of("trials", trial))
    begins = "borrow" if "borrowed" in trial else "draft"
    assert acts[0].act == begins or ("after" in trial and acts[0].act in ("note", "redraft"))
    for event in acts:
        if event.act in set(Act) and Act(event.act) in rules.EDGES:
            found.append(rules.after(Act(event.act), found[-1]))
        elif event.act == "study":
            assert found[-1] in (State.RUNNING, State.TRIED)
        elif event.act in ("edit", "redraft"):
            assert found[-1] is State.DRAFT
    return found


def _is_next_draft_as_made(trial: Mapping[str, Any]) -> bool:
    """Whether the next cycle stands as the evaluation made it: with the next step as what is tried."""
    nexts = {other.get("after") for other in STORY["trials"]}
    return trial.get("decision") == Decision.ADAPT and trial["key"] not in nexts


@pytest.mark.parametrize("trial", [pytest.param(trial, id=trial["key"]) for trial in STORY["trials"]])
def test_a_trial_action_goes_its_way(trial: dict[str, Any]) -> None:
    states = _states(trial)
    following = trial.get("next_step", "") if _is_next_draft_as_made(trial) else ""
    for words in filter(None, (trial["change"], following)):
        assert not words[0].isupper(), "it goes on from 'Vi prøver'"
        assert words.endswith((".", "?"))
    if State.PLANNED in states:
        known = {"owner": "owner_id", "from": "starts_on", "to": "ends_on"}
        values = {known.get(name, name): value for name, value in trial.items()}
        assert rules.missing_for_plan(values) == []
        assert trial["from"] <= trial["to"] <= trial.get("evaluate", trial["to"])
    if State.EVALUATED in states:
        assert rules.missing_for_evaluation(trial) == []
        assert ("agreement" in trial) == (Decision(trial["decision"]) is Decision.ADOPT)
        assert "next_step" in trial or Decision(trial["decision"]) is Decision.ABANDON
    assert ("reason" in trial) == (State.CANCELLED in states)
    assert trial.get("as_planned", "yes") in set(AsPlanned)
    assert trial.get("prediction_matched", "yes") in set(Matched)
    for event in events_of("trials", trial):
        assert event.word in set(AgreedWith) or event.act not in ("start", "evaluate")
    if "after" in trial:
        assert record_of("trials", trial["after"])["decision"] == Decision.ADAPT


@pytest.mark.parametrize("pilot", PILOTS)
def test_a_pilot_department_has_everything(pilot: str) -> None:
    trials = [trial for trial in STORY["trials"] if walker(trial["at"]) == pilot]
    assert len(trials) >= 12
    assert {_states(trial)[-1] for trial in trials} == set(State)
    assert {trial["decision"] for trial in trials if "decision" in trial} == set(Decision)
    assert any(trial["path"][0].split()[1] in MEMBERS for trial in trials), "a member's suggestion"
    third = [t for t in trials if "after" in t and "after" in record_of("trials", t["after"])]
    assert third, "a chain of three cycles"
    follow_ups = [record for record in STORY["follow_ups"] if walker(codes_of(record)[0]) == pilot]
    assert {record["kind"] for record in follow_ups if "kind" in record} == set(FollowUpKind)
    seen = {log["seen"] for record in follow_ups for log in record.get("logs", ())}
    assert seen >= {Assessed.AS_PLANNED, Assessed.ADJUSTED}
    agreements = [record for record in STORY["agreements"] if walker(codes_of(record)[0]) == pilot]
    due = [record["due"] for record in agreements if "due" in record]
    assert min(due) < 0 < max(due)
    assert any(session["day"] > 0 for session in STORY["sessions"] if pilot in session["at"])


# ---- follow-ups, help, notes

def test_follow_ups_ask_and_are_answered():
    for record in STORY["follow_ups"]:
        assert record.get("question", "?").endswith("?")
        for log in record.get("logs", ()):
            assert log["seen"] in set(Assessed)
            assert log.get("next", 1) > log["day"]
    assert {log["seen"] for record in STORY["follow_ups"] for log in record.get("logs", ())} == set(Assessed)


def test_help_is_wanted_openly_and_quietly():
    waiting = [record for record in STORY["help"] if not any("done" in line for line in record["path"])]
    assert {record["visible"] for record in waiting} == {True, False}


def test_no_text_names_a_person():
    everybody = [row["navn"] for row in PEOPLE] + [record["name"] for record in STORY["new_leaders"]]
    names = {word for name in everybody for word in name.split() if len(word) > 2}
    found = [
        f"{label(kind, record)}: {word}"
        for kind, record in told() for _, text in _texts(record)
        for word in re.findall(r"\w+", text) if word in names
    ]
    assert not found


def test_the_cast_is_whole():
    keys = "leader trio ambassador section_leader member lmu hmu secretary lmu_secretary hr admin"
    assert [part.key for part in cast()] == [*keys.split(), "other_leader"]
    emails = {row["e-mail"] for row in PEOPLE}
    for part in cast():
        assert part.email in emails
        assert part.line_da
        assert part.line_en


# ---- days

@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_whatever_day_it_is_people_are_at_work(today: date) -> None:
    days = [day_at(today, offset) for offset in range(-260, 120)]
    assert days == sorted(days)
    for day in days:
        assert day == today or (day.isoweekday() < 6 and not in_quiet_week(day))
    told = [moment for moment, _ in moments(EVENTS, today)]
    assert told == sorted(set(told))
    assert told[-1] < datetime.combine(today, datetime.min.time(), UTC)
    for moment in told:
        assert 7 <= moment.astimezone(COPENHAGEN).hour <= 15


def test_the_leader_and_the_ambassador_have_something_waiting():
    due = {
        (record["owner"], record["logs"][-1]["next"] if "logs" in record else record["due"])
        for record in STORY["follow_ups"]
        if "owner" in record and ("logs" not in record or "next" in record["logs"][-1])
    }
    assert ("hanne.oestergaard", -2) in due
    assert any(owner == "ole.krogh" and 0 < day < 5 for owner, day in due)
