"""In the demo hospital's story everybody does only what her roles allow, and owns only what is near her."""

from __future__ import annotations

from functools import cache
from uuid import UUID, uuid5

from tests.rules.demo_hospital import EVENTS, NODES, PEOPLE, PILOTS, codes_of, label, told, walker
from trinvis.access import Actor, Grant, May, Place, Role, allowed
from trinvis.demo.story import Event
from trinvis.demo.tracks import HOME, PATHS
from trinvis.followups.rules import Audience

ROLES = {
    "afdelingsledelse": Role.LEADER, "TRIO (AMiR)": Role.TRIO, "ambassadør": Role.AMBASSADOR, "LMU": Role.LMU,
    "HMU": Role.HMU, "HR": Role.HR, "administrator": Role.ADMIN, "funktionsleder": Role.SECTION_LEADER,
    "sekretær": Role.SECRETARY, "medarbejder": Role.MEMBER,
}

def _id(code: str) -> UUID:
    return uuid5(UUID(int=0), code)


@cache
def _path(code: str) -> str:
    above = NODES[code]["overordnet"]
    return (_path(above) if above else "") + f"{code}/"


def _place(code: str) -> Place:
    return Place(_id(code), _path(code), NODES[code]["trin"] == "går selv")


@cache
def _actor(name: str) -> Actor:
    held = [(ROLES[row["rolle"]], row["afdeling"]) for row in PEOPLE if row["e-mail"].split("@")[0] == name]
    assert held, f"nobody is called {name}"
    grants = [Grant(role, _id(code), _path(code), _path(walker(code))) for role, code in held]
    return Actor(_id(name), tuple(grants))


MAY: dict[str, May | dict[str, May]] = {
    "planned_starts": May.ROLL_OUT,
    "hr_contacts": May.ROLL_OUT,
    "contacts": May.ROLL_OUT,
    "meetings": May.KEEP_MEETINGS,
    "yearly": May.KEEP_MEETINGS,
    "boards": May.SHARE_BOARD,
    "new_leaders": {"begin": May.MANAGE_PEOPLE, "introduce": May.KEEP_TRACKS},
    "talks": May.KEEP_TRACKS,
    "courses": May.KEEP_TRACKS,
    "introduction_days": May.KEEP_TRACKS,
    "sessions": May.HOLD_SESSIONS,
    "assessments": May.ASSESS,
    "steps": May.COMPLETE,
    "rounds": May.COMPLETE,
    "trials": {
        "draft": May.SUGGEST, "borrow": May.SUGGEST, "redraft": May.DRAFT, "edit": May.DRAFT,
        "plan": May.DRAFT, "start": May.DECIDE,
        "extend": May.DECIDE, "evaluate": May.DECIDE, "cancel": May.DECIDE,
        "study": May.DRAFT, "finish": May.DRAFT, "note": May.DRAFT,
    },
    "experiences": {
        "tell": May.DRAFT, "share": May.SHARE_EXPERIENCE, "withdraw": May.SHARE_EXPERIENCE,
    },
    "agreements": May.PROMISE,
    "follow_ups": May.RECORD,
    "instruments": May.PLAN_WAVE,
    "waves": {
        "draft": May.PLAN_WAVE, "decide": May.PLAN_WAVE, "confirm": May.CONFIRM_WAVE,
        "print": May.PRINT_CODES,
    },
    "help": {"ask": May.ASK_HELP, "withdraw": May.ASK_HELP, "agree": May.SUPPORT, "done": May.SUPPORT},
}
OWNERS_MAY = {("trials", "study"), ("trials", "finish"), ("trials", "note"), ("agreements", "done"),
              ("follow_ups", "log")}


def _may(event: Event, code: str) -> bool:
    needed = MAY[event.kind]
    may = needed[event.act] if isinstance(needed, dict) else needed
    held = allowed(_actor(event.who), _place(code))
    owner = event.record.get("owner") == event.who and May.READ in held
    return may in held or (owner and (event.kind, event.act) in OWNERS_MAY)


def _where(event: Event) -> list[str]:
    """Where somebody must be allowed: a wave is printed for one department, confirmed by one of any.

    Talks, courses and introduction days are kept at HR's own node.
    """
    if (event.kind, event.act) == ("waves", "print"):
        return [event.word]
    if event.kind in PATHS:
        return [HOME]
    codes = codes_of(event.record)
    return codes[:1] if event.act == "confirm" else codes


def test_only_who_may_acts():
    wrong = [
        f"{event.who} may not {event.act} {label(event.kind, event.record)}"
        for event in EVENTS if event.who for code in _where(event) if not _may(event, code)
    ]
    assert not wrong


def test_only_roles_that_read_such_notes_write_them():
    logged = [event for event in EVENTS if event.act == "log"]
    candid = [event for event in logged if event.log.get("audience") == Audience.CANDID]
    assert {walker(event.record["at"]) for event in candid} >= set(PILOTS)
    for event in candid:
        assert May.READ_CANDID in allowed(_actor(event.who), _place(event.record["at"]))


def test_owners_belong_to_the_department():
    for kind, record in told():
        promises = [record, record["agreement"]] if "agreement" in record else [record]
        for owner in (promise["owner"] for promise in promises if "owner" in promise):
            home = _path(walker(record["at"]))
            paths = [grant.path for grant in _actor(owner).grants if grant.role is not Role.HMU]
            assert any(path.startswith(home) or home.startswith(path) for path in paths), label(kind, record)
