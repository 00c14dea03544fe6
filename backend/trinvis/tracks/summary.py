"""The page of the three tracks: for each item of the note what was held, lies ahead, is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Response
from sqlalchemy import and_, case, func, or_
from sqlmodel import col

from trinvis.access import Actor, May
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Tx, reply
from trinvis.departments.queries import subtree, within
from trinvis.departments.tables import Department
from trinvis.library.tables import Material, MaterialVersion
from trinvis.tracks.courses import counted
from trinvis.tracks.gathering_shapes import TracksOut
from trinvis.tracks.gatherings import Wanted, consultants, listed
from trinvis.tracks.queries import lines
from trinvis.tracks.roster import kept, newest, roster, roster_counts
from trinvis.tracks.rules import OTHER, Held
from trinvis.tracks.standing import totals
from trinvis.tracks.tables import Course, IntroductionDay, Talk
from trinvis.tracks.talks import Forums
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import State, TrialAction

router = APIRouter(prefix="/api/tracks", tags=["tracks"])

_GOING = (State.PLANNED, State.RUNNING, State.TRIED)
_OF_TRACKS = ("intranet", "lmu_trio", "course", "new_staff")


@router.get("", response_model=TracksOut)
def tracks(me: Me, work: Tx, forums: Forums) -> Response:
    """The three tracks of the organisation, as HR keeps them."""
    paths = kept(me)
    rows = lines(work, or_(*(subtree(path) for path in paths)))
    found = newest(work, paths)
    return reply(
        {
            "homes": _homes(work, me),
            "consultants": consultants(work, paths),
            "rollout": totals(rows),
            "trials": _trials(work, me),
            "forums": _forums(work, me, paths, forums),
            "courses": _all_of(work, me, paths, Course),
            "roster": roster_counts(roster(work, paths)),
            "leaders": {"new": len(found), "introduced": sum(one.held_on is not None for one in found)},
            "introduction_days": _all_of(work, me, paths, IntroductionDay),
            "material": _material(work),
        }
    )


def _nodes(me: Actor) -> list[Any]:
    return [grant.node_id for grant in me.grants if May.KEEP_TRACKS in grant.may]


def _homes(work: Transaction, me: Actor) -> list[dict[str, object]]:
    rows = work.rows(
        columns(Department.id, Department.name)
        .where(col(Department.id).in_(_nodes(me)), col(Department.closed_on).is_(None))
        .order_by(col(Department.position))
    )
    return [{"id": row.id, "name": row.name} for row in rows]


def _trials(work: Transaction, me: Actor) -> list[dict[str, object]]:
    rows = work.rows(
        columns(TrialAction.id, TrialAction.title, TrialAction.change, TrialAction.state)
        .where(col(TrialAction.department_id).in_(_nodes(me)), col(TrialAction.state).in_(_GOING))
        .order_by(col(TrialAction.id).desc())
        .limit(5)
    )
    return [{"id": row.id, "title": title_of(row.title, row.change), "state": row.state} for row in rows]


def _newest(work: Transaction, me: Actor, table: Any, wanted: Wanted) -> list[dict[str, Any]]:
    items, _ = listed(work, me, table, wanted)
    return items


def _forums(
    work: Transaction, me: Actor, paths: Sequence[str], forums: Sequence[str]
) -> list[dict[str, object]]:
    """Of each forum the next talk and the last one: found by their rank within the forum."""
    rank = (
        func.row_number()
        .over(
            partition_by=(col(Talk.forum), col(Talk.state)),
            order_by=(
                case((col(Talk.state) == Held.PLANNED, col(Talk.on))),
                col(Talk.on).desc(),
                col(Talk.id),
            ),
        )
        .label("rank")
    )
    ranked = (
        columns(col(Talk.id).label("id"), rank)
        .join(Department, col(Department.id) == Talk.department_id)
        .where(within(paths), col(Talk.state) != Held.CANCELLED)
        .subquery()
    )
    firsts = columns(ranked.c.id).where(ranked.c.rank == 1)
    shown = _newest(work, me, Talk, Wanted(limit=500, where=(col(Talk.id).in_(firsts),)))
    counted_by: Mapping[str, int] = dict(
        map(
            tuple,
            work.rows(
                columns(Talk.forum, func.count())
                .join(Department, col(Department.id) == Talk.department_id)
                .where(within(paths), col(Talk.state) == Held.HELD)
                .group_by(col(Talk.forum))
            ),
        )
    )
    of = {(talk["forum"], talk["state"]): talk for talk in shown}
    named = [*forums, OTHER]
    # A forum that the pack has no longer keeps its line as long as something stands there.
    named += sorted({talk["forum"] for talk in shown} - set(named))
    return [
        {
            "forum": forum, "planned": of.get((forum, Held.PLANNED)), "held": of.get((forum, Held.HELD)),
            "times": counted_by.get(forum, 0),
        }
        for forum in named
    ]  # fmt: skip


def _all_of(work: Transaction, me: Actor, paths: Sequence[str], table: Any) -> dict[str, object]:
    """The next of these, the last one, how many were held and how many came."""
    found = [
        item
        for state in (Held.PLANNED, Held.HELD)
        for item in _newest(work, me, table, Wanted(state, limit=1))
    ]
    if table is Course:
        found = counted(work, found)
    sums = work.one(
        columns(func.count().label("times"), func.coalesce(func.sum(table.came), 0).label("came"))
        .select_from(table)
        .join(Department, and_(col(Department.id) == table.department_id, within(paths)))
        .where(col(table.state) == Held.HELD)
    )
    of = {item["state"]: item for item in found}
    return {
        "planned": of.get(Held.PLANNED), "held": of.get(Held.HELD), "times": sums.times, "came": sums.came
    }


def _material(work: Transaction) -> list[dict[str, object]]:
    rows = work.rows(
        columns(Material.id, Material.kind, MaterialVersion.title, MaterialVersion.title_en)
        .join(
            MaterialVersion,
            and_(
                col(MaterialVersion.material_id) == Material.id,
                col(MaterialVersion.number) == Material.current,
            ),
        )
        .where(col(Material.kind).in_(_OF_TRACKS), col(Material.retired_on).is_(None))
        .order_by(col(Material.id))
        .limit(60)
    )
    return [
        {"id": row.id, "kind": row.kind, "title": row.title, "title_en": row.title_en} for row in rows
    ]
