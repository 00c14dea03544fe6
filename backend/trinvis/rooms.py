"""THE list of rooms: app, worker, migrations and tests read it, so nothing is registered twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType

from fastapi import APIRouter

from trinvis.accounts import api as accounts_api
from trinvis.accounts import session as accounts_session
from trinvis.accounts import tables as accounts_tables
from trinvis.accounts.following import Roles
from trinvis.accounts.searching import People
from trinvis.archive import tables as archive_tables
from trinvis.attachments import tables as attachments_tables
from trinvis.content import api as content_api
from trinvis.core import audit as audit_tables
from trinvis.core import choices as choices_tables
from trinvis.core import http as http_tables
from trinvis.core import jobs as jobs_tables
from trinvis.core.db import Settler, Upward
from trinvis.core.jobs import Act, Duty
from trinvis.core.search import Searchable
from trinvis.departments import api as departments_api
from trinvis.departments import tables as departments_tables
from trinvis.departments.carrying import Carrier, Holding
from trinvis.departments.following import Follower
from trinvis.departments.motion.planned import do_what_is_due
from trinvis.departments.searching import Departments
from trinvis.experiences import api as experiences_api
from trinvis.experiences import tables as experiences_tables
from trinvis.experiences.following import Passed
from trinvis.experiences.searching import Experiences
from trinvis.followups import api as followups_api
from trinvis.followups import tables as followups_tables
from trinvis.followups.carrying import Agreements, FollowUps
from trinvis.imports import acting as imports_acting
from trinvis.imports import api as imports_api
from trinvis.imports import tables as imports_tables
from trinvis.journeys import api as journeys_api
from trinvis.journeys import minutes as journeys_minutes
from trinvis.journeys import tables as journeys_tables
from trinvis.journeys.carrying import Sessions, SupportRequests
from trinvis.journeys.following import Rounds
from trinvis.library import api as library_api
from trinvis.library import settle as library_settle
from trinvis.library import tables as library_tables
from trinvis.library import usage as library_usage
from trinvis.library.materials import api as materials_api
from trinvis.library.materials.searching import Materials
from trinvis.links import api as links_api
from trinvis.links import own as links_own
from trinvis.links import tables as links_tables
from trinvis.meetings import api as meetings_api
from trinvis.meetings import tables as meetings_tables
from trinvis.meetings import yearly as meetings_yearly
from trinvis.meetings.following import Meetings
from trinvis.overview import api as overview_api
from trinvis.overview import boardlink as overview_boardlink
from trinvis.overview import settle as overview_settle
from trinvis.overview import tables as overview_tables
from trinvis.overview.following import Boards
from trinvis.reminders import tables as reminders_tables
from trinvis.reports import api as reports_api
from trinvis.reports import making as reports_making
from trinvis.reports import tables as reports_tables
from trinvis.surveys import tables as surveys_tables
from trinvis.surveys.answering import api as answering_api
from trinvis.surveys.closing.steps import close_due
from trinvis.surveys.dialogues import api as dialogues_api
from trinvis.surveys.results import api as results_api
from trinvis.surveys.slips import api as slips_api
from trinvis.surveys.waves import api as waves_api
from trinvis.surveys.waves import instrument as waves_instrument
from trinvis.surveys.waves import opening as waves_opening
from trinvis.tracks import api as tracks_api
from trinvis.tracks import courses as tracks_courses
from trinvis.tracks import introductions as tracks_introductions
from trinvis.tracks import roster as tracks_roster
from trinvis.tracks import summary as tracks_summary
from trinvis.tracks import tables as tracks_tables
from trinvis.tracks import talks as tracks_talks
from trinvis.tracks.following import Gatherings
from trinvis.tracks.holding import PlannedCourses, PlannedTalks
from trinvis.trial_actions import api as trial_actions_api
from trinvis.trial_actions import tables as trial_actions_tables
from trinvis.trial_actions.carrying import OpenTrials, Places
from trinvis.trial_actions.searching import Trials


@dataclass(frozen=True)
class Room:
    """A domain word: its tables, its guarded and public routers, and what it contributes elsewhere.

    `settlers` run before COMMIT, `carriers` answer for open work when the tree or an owner changes,
    `holdings` for what changes hands only, `followers` for what else changes with the tree,
    `searchables` are the kinds of records that can be found, `jobs` the kinds of long work it knows,
    `duties` what the worker does when its day has come, `uploads` the paths that take files.
    """

    name: str
    tables: ModuleType | None = None
    guarded: tuple[APIRouter, ...] = ()
    public: tuple[APIRouter, ...] = ()
    settlers: tuple[Settler, ...] = field(default=())
    carriers: tuple[Carrier, ...] = field(default=())
    holdings: tuple[Holding, ...] = field(default=())
    followers: tuple[Follower, ...] = field(default=())
    searchables: tuple[Searchable, ...] = field(default=())
    jobs: Mapping[str, Act] = field(default_factory=dict)
    duties: tuple[Duty, ...] = field(default=())
    uploads: tuple[str, ...] = ()


ROOMS = (
    Room("audit", audit_tables),
    Room("choices", choices_tables),
    Room("http", http_tables),
    Room("jobs", jobs_tables),
    Room("content", public=(content_api.router,)),
    Room(
        "departments",
        departments_tables,
        (departments_api.router,),
        searchables=(Departments(),),
        duties=(do_what_is_due,),
    ),
    Room(
        "accounts",
        accounts_tables,
        (accounts_session.router, accounts_api.router),
        (accounts_session.public,),
        followers=(Roles(),),
        searchables=(People(),),
    ),
    Room("attachments", attachments_tables),
    Room(
        "imports",
        imports_tables,
        (imports_api.router,),
        jobs={imports_acting.CHECK: imports_acting.check, imports_acting.APPLY: imports_acting.apply},
        duties=(imports_acting.forget,),
        uploads=(imports_api.UPLOAD,),
    ),
    Room(
        "followups", followups_tables, (followups_api.router,), carriers=(Agreements(), FollowUps())
    ),
    Room(
        "trial_actions",
        trial_actions_tables,
        (trial_actions_api.router,),
        carriers=(OpenTrials(),),
        followers=(Places(),),
        searchables=(Trials(),),
    ),
    Room(
        "journeys",
        journeys_tables,
        (journeys_api.router, journeys_minutes.router),
        carriers=(Sessions(), SupportRequests()),
        followers=(Rounds(),),
        uploads=(journeys_minutes.UPLOAD,),
    ),
    Room(
        "library",
        library_tables,
        (library_api.router, materials_api.router),
        (library_api.public, materials_api.public),
        settlers=(library_settle.settle, library_usage.settle),
        searchables=(Materials(),),
        uploads=(materials_api.UPLOAD,),
    ),
    Room(
        "surveys",
        surveys_tables,
        (
            waves_instrument.router,
            waves_api.router,
            slips_api.router,
            results_api.router,
            dialogues_api.router,
        ),
        # Before /api/waves/{wave_id} of those who are signed in.
        (waves_instrument.public, answering_api.router),
        duties=(waves_opening.open_due, close_due, waves_opening.tell_bands),
    ),
    Room(
        "tracks",
        tracks_tables,
        (
            tracks_api.router,
            tracks_summary.router,
            tracks_talks.router,
            tracks_courses.router,
            tracks_introductions.router,
            tracks_roster.router,
        ),
        holdings=(PlannedTalks(), PlannedCourses()),
        followers=(Gatherings(),),
    ),
    Room(
        "meetings",
        meetings_tables,
        (meetings_api.router, meetings_yearly.router),
        followers=(Meetings(),),
    ),
    Room(
        "experiences",
        experiences_tables,
        (experiences_api.router,),
        followers=(Passed(),),
        searchables=(Experiences(),),
    ),
    Room(
        "overview",
        overview_tables,
        (overview_api.router,),
        (overview_boardlink.public,),
        settlers=(overview_settle.settle,),
        followers=(Boards(),),
    ),
    Room(
        "reports",
        reports_tables,
        (reports_api.router,),
        jobs={reports_making.MAKE: reports_making.make},
        duties=(reports_making.forget,),
    ),
    Room("links", links_tables, (links_own.router,), (links_api.public,)),
    Room("reminders", reminders_tables),
    Room("archive", archive_tables),
)

UPWARD = Upward(
    tuple(settler for room in ROOMS for settler in room.settlers),
    tuple(carrier for room in ROOMS for carrier in room.carriers),
    tuple(searchable for room in ROOMS for searchable in room.searchables),
    tuple(follower for room in ROOMS for follower in room.followers),
    tuple(holding for room in ROOMS for holding in room.holdings),
)
JOBS: dict[str, Act] = {kind: act for room in ROOMS for kind, act in room.jobs.items()}
UPLOADS: tuple[str, ...] = tuple(path for room in ROOMS for path in room.uploads)
"""Paths that take files."""
DUTIES: tuple[Duty, ...] = tuple(duty for room in ROOMS for duty in room.duties)
