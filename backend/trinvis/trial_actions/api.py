"""Trial actions: list, draft, plan, study, notes. The state moves are beside, in `moves.py`."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from trinvis.access import Actor, May, allowed, require
from trinvis.content.rules import Pack
from trinvis.core import clock
from trinvis.core.columns import Clean, new_id
from trinvis.core.http import Creation, Me, Tx, created, reply
from trinvis.departments.queries import node
from trinvis.errors import Code, Refused, invalid
from trinvis.followups.queries import open_journey
from trinvis.trial_actions import days, moves, places, rules
from trinvis.trial_actions.changing import Target, appending, locked, require_owner
from trinvis.trial_actions.listing import Wanted, page
from trinvis.trial_actions.queries import search_key, trial
from trinvis.trial_actions.rules import Act, Decision, State
from trinvis.trial_actions.shapes import (
    NewTrialIn,
    NoteIn,
    PlanIn,
    StudyIn,
    TrialOut,
    TrialPageOut,
    bare,
)
from trinvis.trial_actions.tables import TrialAction, TrialNote

router = APIRouter(prefix="/api/trial-actions", tags=["trial_actions"])


def _pack(request: Request) -> Pack:
    found: Pack = request.app.state.pack
    return found


Words = Annotated[Pack, Depends(_pack)]


@router.get("", response_model=TrialPageOut)
def list_trials(
    me: Me,
    work: Tx,
    pack: Words,
    department: Annotated[UUID | None, Query(description="With its subtree.")] = None,
    beneath: Annotated[bool, Query(description="False: the department's own alone.")] = True,
    state: Annotated[list[State] | None, Query(description="May be repeated.", max_length=6)] = None,
    decision: Decision | None = None,
    owner: Literal["me"] | UUID | None = None,
    place: Annotated[
        UUID | None, Query(description="Trials of nodes above that take place in this department.")
    ] = None,
    factor: Annotated[str | None, Query(max_length=40)] = None,
    tool: Annotated[str | None, Query(max_length=80, description="Drafts left out.")] = None,
    q: Annotated[Clean | None, Query(description="Words of title and change.", max_length=200)] = None,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Trial actions that one may read, newest first."""
    if factor is not None and factor not in pack.factor_keys():
        raise invalid("factor", "unknown")
    if tool is not None and tool not in pack.tool_keys():
        raise invalid("tool", "unknown")
    wanted = Wanted(
        department=department, beneath=beneath, place=place, states=tuple(state or ()), decision=decision,
        owner=me.person_id if owner == "me" else owner, factor=factor, tool=tool, words=q or None,
        cursor=cursor, limit=limit,
    )
    return reply(page(work, me, wanted))


@router.post("", status_code=201, response_model=TrialOut)
def draft_trial(me: Me, work: Tx, once: Creation, pack: Words, body: NewTrialIn) -> Response:
    """A draft; by whoever may only suggest, a suggestion that the department's leaders see."""
    here = node(work, body.department_id)
    require(me, May.SUGGEST, here.place)
    if once.reply:
        return once.reply
    drafts = May.DRAFT in allowed(me, here.place)
    values = bare(body)
    del values["department_id"]
    wanted_places = values.pop("places")
    if drafts:
        values = _filled(values, body.model_fields_set, me)
    values["evaluate_on"] = days.evaluation_day(values["evaluate_on"], values["ends_on"])
    _check_plan(values, pack)
    require_owner(work, body.owner_id, here)
    places.check(work, here, wanted_places)
    now, new = clock.now(), new_id()
    row = work.add(TrialAction(
        **values, id=new, chain_id=new, department_id=here.id, department_path=here.path,
        journey_id=open_journey(work, here), folded=search_key(values["title"], values["change"]),
        suggested_by=None if drafts else me.person_id, created_by=me.person_id, created_at=now,
        changed_at=now,
    ))
    places.put(work, new, [], wanted_places)
    what = "created" if drafts else "suggested"
    facts: dict[str, Any] = {"places": [str(one) for one in wanted_places]} if wanted_places else {}
    work.record(f"trial_action.{what}", "trial_action", row.id, row.department_id, **facts)
    return once.keep(created(trial(work, me, row.id), version=row.version))


def _filled(values: dict[str, Any], given: set[str], me: Actor) -> dict[str, Any]:
    """The values with what a new plan proposes where nothing was said."""
    start, end = days.proposed_period(clock.today())
    if "starts_on" in given and values["starts_on"]:
        end = values["starts_on"] + (end - start)
    proposed = {"owner_id": me.person_id, "starts_on": start, "ends_on": end}
    return values | {name: value for name, value in proposed.items() if name not in given}


def _check_plan(values: dict[str, Any], pack: Pack, *, complete: bool = False) -> None:
    """Refuse a plan whose fields contradict each other or name what the content pack does not know."""
    known = {"factors": pack.factor_keys(), "dimensions": pack.dimension_keys(), "tools": pack.tool_keys()}
    found = rules.faults(values, complete=complete)
    found += [(name, "unknown") for name, keys in known.items() if not set(values[name]) <= set(keys)]
    if found:
        raise Refused(Code.INVALID, errors=[{"field": name, "problem": problem} for name, problem in found])


@router.get("/{trial_id}", response_model=TrialOut)
def get_trial(trial_id: UUID, me: Me, work: Tx) -> Response:
    """One trial action with everything its page shows."""
    found = trial(work, me, trial_id)
    return reply(found, version=int(str(found["version"])))


@router.put("/{trial_id}/plan", response_model=TrialOut)
def edit_plan(target: Annotated[Target, locked(Act.EDIT_PLAN)], pack: Words, body: PlanIn) -> Response:
    """The whole plan. While it runs only what `editable` names may differ: 409 wrong_state{fields} else."""
    row, values = target.row, bare(body)
    wanted_places = values.pop("places")
    values["evaluate_on"] = days.evaluation_day(
        values["evaluate_on"], values["ends_on"], former=row.evaluate_on, former_end=row.ends_on
    )
    _check_plan(values, pack, complete=target.state is not State.DRAFT)
    if values["owner_id"] != row.owner_id:
        require_owner(target.work, values["owner_id"], target.here)
    target.ready(Act.EDIT_PLAN)
    fixed = set(rules.PLAN) - set(rules.editable(target.state, target.mine))
    touched = [name for name in rules.PLAN if name in fixed and values[name] != getattr(row, name)]
    if touched:
        raise Refused(Code.WRONG_STATE, state=target.state, move=Act.EDIT_PLAN, fields=touched)
    target.edit("plan_changed", values, wanted_places)
    return moves.shown(target)


@router.put("/{trial_id}/study", response_model=TrialOut)
def edit_study(target: Annotated[Target, locked(Act.EDIT_STUDY)], body: StudyIn) -> Response:
    """Do and study as a whole form, and what the evaluation leans to; nothing of it is needed yet."""
    target.ready(Act.EDIT_STUDY)
    values = bare(body)
    values["decision_draft"] = values.pop("decision")
    target.edit("study_changed", values)
    return moves.shown(target)


@router.post("/{trial_id}/notes", status_code=201, response_model=TrialOut)
def append_note(target: Annotated[Target, appending(Act.NOTE)], once: Creation, body: NoteIn) -> Response:
    """Append a note, also to an evaluated trial; it stands beside the record and takes no version."""
    if once.reply:
        return once.reply
    if not body.text:
        raise invalid("text", "missing")
    work, row = target.work, target.row
    note = work.add(TrialNote(
        trial_action_id=row.id, text=body.text, written_by=target.me.person_id, written_at=clock.now()
    ))
    work.record("trial_action.note_added", "trial_action", row.id, row.department_id, note_id=note.id)
    return once.keep(created(trial(work, target.me, row.id), version=row.version))


router.include_router(moves.router)
