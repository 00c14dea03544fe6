"""How each act of the story is done through the API: what the person fills in, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trinvis.demo.meeting import MEETING
from trinvis.demo.sharing import SHARING
from trinvis.demo.shelving import SHELVING
from trinvis.demo.stage import Form, Reply, Stage
from trinvis.demo.story import Event
from trinvis.demo.surveying import SURVEYING, find_dialogue
from trinvis.demo.tracks import TRACKS

_PLAN_WORDS = ("title", "change", "prediction", "measure", "situation")
_PLAN = (*_PLAN_WORDS, "aim", "for_whom", "where", "data_plan", "factors", "dimensions", "tools")
_PLAN_DAYS = {"from": "starts_on", "to": "ends_on", "evaluate": "evaluate_on"}
_STUDY = ("happened", "as_planned", "surprises", "tally", "prediction_matched", "learning", "next_step")


def _taken(record: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: record[name] for name in names if name in record}


def _keep(stage: Stage, event: Event, reply: Reply) -> None:
    stage.made[event.record["key"]] = reply


def _move(stage: Stage, event: Event, path: str, body: Form | None = None, method: str = "POST") -> None:
    """Do something to the record made before: `path` has its id for "{id}"."""
    last = stage.made[event.record["key"]]
    reply = stage.call(event.who, method, path.format(id=last["id"]), body or {}, last["version"])
    _keep(stage, event, reply)


def _find(stage: Stage, event: Event, by: str, what: str, path: str) -> None:
    """Get a record that another one left behind (`by`: whose key; `what`: its id in that one's reply)."""
    if event.record["key"] not in stage.made:
        found = stage.made[event.record[by]][what]
        _keep(stage, event, stage.call(event.who, "GET", f"{path}/{found}"))


def _find_successor(stage: Stage, event: Event) -> None:
    _find(stage, event, "after", "successor_id", "/api/trial-actions")


# ---- steps

def _schedule(stage: Stage, event: Event) -> None:
    _roll_out(stage, event, planned_start=stage.quarter(event.record["quarters"]))


def _name_contact(stage: Stage, event: Event) -> None:
    _roll_out(stage, event)


def _roll_out(stage: Stage, event: Event, **changed: str) -> None:
    """Change when the departments begin, or who from HR follows them; what is not told stays."""
    if "hr" in event.record:
        changed["hr_contact_id"] = stage.person(event.record["hr"])
    for code in event.record["at"]:
        path = f"/api/departments/{stage.place(code)}/rollout"
        stands = stage.call(event.who, "GET", path)
        follows = stands["hr_contact"]
        kept = {"planned_start": stands["planned_start"], "hr_contact_id": follows and follows["id"]}
        stage.call(event.who, "PUT", path, kept | changed, stands["version"])


def _talk(stage: Stage, event: Event) -> None:
    for code in event.record["at"]:
        body = _taken(event.record, "way", "note") | {"on": stage.day(event.day)}
        stage.call(event.who, "POST", f"/api/departments/{stage.place(code)}/contacts", body)


def _session(stage: Stage, event: Event) -> None:
    record, held = event.record, event.act == "hold"
    if event.act == "cancel":
        _move(stage, event, "/api/journeys/sessions/{id}/cancel", {"reason": record["reason"]})
        return
    body = _taken(record, "forum", "title", "covers") | {"day": stage.day(record["day"])}
    if held:
        body |= _taken(record, "participants", "note", "audience")
    if "led_by" in record:
        body["led_by"] = stage.person(record["led_by"])
    if record["key"] in stage.made:
        _move(stage, event, "/api/journeys/sessions/{id}/hold", body)
        return
    body |= {"department_ids": [stage.place(code) for code in record["at"]]}
    body |= {"state": "held" if held else "planned"}
    _keep(stage, event, stage.call(event.who, "POST", "/api/journeys/sessions", body))


def _walk(stage: Stage, event: Event, path: str, body: Form, method: str = "POST") -> None:
    """Change the department's open journey: `path` is what comes after its id."""
    code = event.record["at"]
    name = f"journey of {code}"
    if name not in stage.made:
        here = stage.call(event.who, "GET", f"/api/departments/{stage.place(code)}")
        stage.made[name] = stage.call(event.who, "GET", f"/api/journeys/{here['journey_id']}")
    journey = stage.made[name]
    path = f"/api/journeys/{journey['id']}/{path}"
    stage.made[name] = stage.call(event.who, method, path, body, journey["version"])


def _assessment(stage: Stage, event: Event) -> None:
    body = _taken(event.record, "tasks_conditions", "need", "ambition", "factors")
    _walk(stage, event, "assessment", body, "PUT")


def _step(stage: Stage, event: Event) -> None:
    body = _taken(event.record, "reason" if event.act == "reopen" else "sentence")
    _walk(stage, event, f"steps/{event.record['number']}/{event.act}", body)


def _round(stage: Stage, event: Event) -> None:
    code = event.record["at"]
    reply = stage.call(event.who, "POST", "/api/journeys", {"department_id": stage.place(code)})
    stage.made[f"journey of {code}"] = reply


# ---- trial actions

def _plan(stage: Stage, record: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: stage.day(record[key]) for key, name in _PLAN_DAYS.items() if key in record}
    owner = {"owner_id": stage.person(record["owner"])} if "owner" in record else {}
    places = {"places": [stage.place(code) for code in record["places"]]} if "places" in record else {}
    return _taken(record, *_PLAN) | days | owner | places


def _draft(stage: Stage, event: Event) -> None:
    record = event.record
    # Whoever only suggests writes the idea; who does it and when comes with the plan.
    suggests = any(line.split()[2] == "edit" for line in record["path"])
    body = _taken(record, *_PLAN_WORDS) if suggests else _plan(stage, record)
    body |= {"department_id": stage.place(record["at"])}
    _keep(stage, event, stage.call(event.who, "POST", "/api/trial-actions", body))


def _redraft(stage: Stage, event: Event) -> None:
    _find_successor(stage, event)
    _move(stage, event, "/api/trial-actions/{id}/plan", _plan(stage, event.record), "PUT")


def _edit(stage: Stage, event: Event) -> None:
    _move(stage, event, "/api/trial-actions/{id}/plan", _plan(stage, event.record), "PUT")


def _study(stage: Stage, event: Event) -> None:
    _move(stage, event, "/api/trial-actions/{id}/study", _taken(event.record, *_STUDY), "PUT")


def _trial_note(stage: Stage, event: Event) -> None:
    _find_successor(stage, event)
    trial = stage.made[event.record["key"]]
    body = {"text": event.record["notes"][event.nth]}
    stage.call(event.who, "POST", f"/api/trial-actions/{trial['id']}/notes", body)


def _trial_move(stage: Stage, event: Event) -> None:
    record, body = event.record, dict[str, Any]()
    if event.act == "start":
        body = {"agreed_with": event.word}
    elif event.act == "extend":
        body = {"ends_on": stage.day(record["extend_to"]), "reason": record["extend_reason"]}
    elif event.act == "cancel":
        body = {"reason": record["reason"]}
    elif event.act == "evaluate":
        body = _taken(record, "decision", "next_step") | {"agreed_with": event.word}
        if "agreement" in record:
            body["agreement"] = _agreement(stage, record["agreement"])
        if "follow_up_on" in record:
            body["follow_up_on"] = stage.day(record["follow_up_on"])
    _move(stage, event, f"/api/trial-actions/{{id}}/{event.act}", body)


# ---- promises

def _agreement(stage: Stage, record: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "what": record["what"], "owner_id": stage.person(record["owner"]), "due": stage.day(record["due"]),
    }


def _make_agreement(stage: Stage, event: Event) -> None:
    body = _agreement(stage, event.record) | {"department_id": stage.place(event.record["at"])}
    _keep(stage, event, stage.call(event.who, "POST", "/api/agreements", body))


def _end_agreement(stage: Stage, event: Event) -> None:
    _find(stage, event, "left_by", "agreement_id", "/api/agreements")
    _move(stage, event, f"/api/agreements/{{id}}/{event.act}", _taken(event.record, "reason"))


def _make_follow_up(stage: Stage, event: Event) -> None:
    record = event.record
    body = _taken(record, "kind", "question") | {
        "department_id": stage.place(record["at"]), "due": stage.day(record["due"]),
        "owner_id": stage.person(record["owner"]),
    }
    if "trial" in record:
        body["trial_action_id"] = stage.made[record["trial"]]["id"]
    _keep(stage, event, stage.call(event.who, "POST", "/api/follow-ups", body))


def _log(stage: Stage, event: Event) -> None:
    record, seen = event.record, event.log
    if "wave" in record:
        find_dialogue(stage, event)
    _find(stage, event, "left_by", "follow_up_id", "/api/follow-ups")
    body = _taken(seen, "note", "audience", "tally") | {"assessment": seen["seen"]}
    if "next" in seen:
        body["next_due"] = stage.later(seen["next"], event.day)
    path = f"/api/follow-ups/{stage.made[record['key']]['id']}/log"
    reply = stage.call(event.who, "POST", path, body)
    stage.made[record["key"]] = reply["next"] or reply["follow_up"]


def _help(stage: Stage, event: Event) -> None:
    record = event.record
    if event.act == "ask":
        body = {"department_id": stage.place(record["at"])}
        body |= {"wish": record["wish"], "visible_to_hmu": record["visible"]}
        _keep(stage, event, stage.call(event.who, "POST", "/api/support-requests", body))
        return
    body = {"agreed_for": stage.day(record["agreed_for"])} if event.act == "agree" else {}
    _move(stage, event, f"/api/support-requests/{{id}}/{event.act}", body)


def _board(stage: Stage, event: Event) -> None:
    stage.call(event.who, "POST", f"/api/departments/{stage.place(event.record['at'])}/board")


Do = Callable[[Stage, Event], None]
DO: dict[tuple[str, str], Do] = {
    ("planned_starts", "schedule"): _schedule,
    ("hr_contacts", "name"): _name_contact,
    ("contacts", "note"): _talk,
    **{("sessions", act): _session for act in ("plan", "hold", "cancel")},
    ("assessments", "write"): _assessment,
    ("trials", "draft"): _draft,
    ("trials", "redraft"): _redraft,
    ("trials", "edit"): _edit,
    ("trials", "study"): _study,
    ("trials", "note"): _trial_note,
    **{("trials", act): _trial_move for act in ("plan", "start", "finish", "extend", "evaluate", "cancel")},
    ("agreements", "make"): _make_agreement,
    **{("agreements", act): _end_agreement for act in ("done", "cancel")},
    ("follow_ups", "make"): _make_follow_up,
    ("follow_ups", "log"): _log,
    **{("steps", act): _step for act in ("complete", "reopen")},
    ("rounds", "begin"): _round,
    **{("help", act): _help for act in ("ask", "agree", "done", "withdraw")},
    ("boards", "switch_on"): _board,
    **MEETING,
    **SHARING,
    **SHELVING,
    **SURVEYING,
    **TRACKS,
}
"""The story's acts, by kind of record and act."""
