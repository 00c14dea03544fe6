"""How the acts about the seven questions are done: waves planned, slips printed, answers sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from trinvis.demo.stage import Reply, Stage
from trinvis.demo.story import Event
from trinvis.surveys.closing.dialogue import QUESTION

INSTRUMENT = "/api/waves/instrument"


def _choose(stage: Stage, event: Event) -> None:
    stands = stage.call(event.who, "GET", INSTRUMENT)
    stage.call(event.who, "PUT", INSTRUMENT, {"instrument": event.record["instrument"]}, stands["version"])


def _draft(stage: Stage, event: Event) -> None:
    """Plan the wave. `units`: node -> the section its people answer with; who is not named answers as one."""
    record = event.record
    ids = [stage.place(code) for code in record["at"]]
    asked = "&".join(f"department={one}" for one in ids)
    drafted = stage.call(event.who, "GET", f"/api/waves/draft?{asked}")
    units = {one["id"]: one["unit_id"] for one in drafted["nodes"] if one["unit_id"]}
    units |= {stage.place(node): stage.place(unit) for node, unit in record.get("units", {}).items()}
    body = stage.wave_days(record) | {
        "department_ids": ids, "phases": dict.fromkeys(ids, record["phase"]), "units": units,
    }
    stage.made[record["key"]] = stage.call(event.who, "POST", "/api/waves", body)


def _decide(stage: Stage, event: Event) -> None:
    wave = stage.made[event.record["key"]]
    _move(stage, event, "plan", {"decided_by": wave["decider"], "decided_on": stage.day(event.day)})


def _confirm(stage: Stage, event: Event) -> None:
    _move(stage, event, "confirm", {})


def _move(stage: Stage, event: Event, move: str, body: dict[str, Any]) -> None:
    wave = stage.made[event.record["key"]]
    path = f"/api/waves/{wave['id']}/{move}"
    stage.made[event.record["key"]] = stage.call(event.who, "POST", path, body, wave["version"])


def _print(stage: Stage, event: Event) -> None:
    """Print slips for all units of the department that the story's line names: some more than are drawn."""
    wave = stage.made[event.record["key"]]
    inside = _beneath(wave, stage.place(event.word))
    for unit in (one for one in wave["nodes"] if one["unit_id"] == one["id"] and one["id"] in inside):
        drawn = sum(
            len(told["given"].split())
            for told in event.record["answers"] if stage.place(told["at"]) == unit["id"]
        )
        body = {"unit_id": unit["id"], "count": min(drawn + 4, unit["unit_heads"])}
        printed = stage.call(event.who, "POST", f"/api/waves/{wave['id']}/slips", body)
        stage.slips[event.record["key"], unit["id"]] = [one["code"] for one in printed["slips"]]


def _beneath(wave: Reply, department: str) -> set[str]:
    found = {department}
    for one in wave["nodes"]:  # in the organisation's order: what is above comes first
        if one["parent_id"] in found:
            found.add(one["id"])
    return found


def _answer(stage: Stage, event: Event) -> None:
    """Each person draws a slip and sends seven answers; a hyphen is "Ved ikke"."""
    key, unit = event.record["key"], stage.place(event.answers["at"])
    for row in event.answers["given"].split():
        body = {
            "wave_id": stage.made[key]["id"],
            "code": stage.slips[key, unit].pop(),
            "answers": [None if sign == "-" else int(sign) for sign in row],
        }
        stage.call("", "POST", "/api/answers", body)


def find_dialogue(stage: Stage, event: Event) -> None:
    """Get the dialogue meeting that the closing of a wave left at a department."""
    record = event.record
    if record["key"] in stage.made:
        return
    planned = f"/api/follow-ups?state=planned&limit=200&department={stage.place(record['at'])}"
    due = stage.made[record["wave"]]["dialogue_on"]
    stage.made[record["key"]] = next(
        one for one in stage.call(event.who, "GET", planned)["items"]
        if one["question"] == QUESTION and one["due"] == due
    )


SURVEYING: dict[tuple[str, str], Callable[[Stage, Event], None]] = {
    ("instruments", "choose"): _choose,
    ("waves", "draft"): _draft,
    ("waves", "decide"): _decide,
    ("waves", "confirm"): _confirm,
    ("waves", "print"): _print,
    ("waves", "answer"): _answer,
}
