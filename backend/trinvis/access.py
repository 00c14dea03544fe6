"""Who may do what, where: the role table of Trinvis, as a pure function.

A role is held at a node of the department tree and reaches its subtree, from a day to a day.
What somebody may not know of answers as if it did not exist (404); what they may see but not
do answers 403. Source: the product's role table; the README's decisions 3 and 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from trinvis.errors import Code, Refused


class Role(StrEnum):
    """The roles a person can hold at a node."""

    MEMBER = "member"
    LEADER = "leader"
    SECTION_LEADER = "section_leader"
    TRIO = "trio"
    AMBASSADOR = "ambassador"
    LMU = "lmu"
    HMU = "hmu"
    SECRETARY = "secretary"
    HR = "hr"
    ADMIN = "admin"


class May(StrEnum):
    """What can be done at a place. One word per permission, used by routes and by `can`."""

    KNOW = "know"
    """Know of the department: its name, place in the tree, and the row HMU sees."""
    READ = "read"
    """Read the plan: steps, sessions, trials, agreements, follow-ups that are shared."""
    READ_CANDID = "read_candid"
    """Open a note *Kun for os*; every opening is logged."""
    READ_OVERVIEW = "read_overview"
    """Read the overview's row of the department."""
    SUGGEST = "suggest"
    """Suggest a trial action: a draft with `suggested_by`."""
    DRAFT = "draft"
    """Draft and edit trial actions of others."""
    RECORD = "record"
    """Log, plan and correct follow-ups."""
    PROMISE = "promise"
    """Make agreements and set who does what."""
    DECIDE = "decide"
    """Start, cancel, extend and evaluate trial actions, naming whom it was agreed with."""
    HOLD_SESSIONS = "hold_sessions"
    """Plan and record sessions of step 1 (HR for several departments at once)."""
    ASSESS = "assess"
    """Write step 2: tasks and conditions, need, ambition."""
    COMPLETE = "complete"
    """Complete and reopen steps; start the next round."""
    ASK_HELP = "ask_help"
    """Ask HR for help on behalf of the department."""
    SUPPORT = "support"
    """Answer requests for help; see which departments wait."""
    READ_PEOPLE = "read_people"
    """See the list of people and roles."""
    READ_HISTORY = "read_history"
    """Read the department's history page."""
    MANAGE_PEOPLE = "manage_people"
    """Keep people and roles up to date: a leader her own department's, an administrator all of them."""
    HAND_OVER = "hand_over"
    """See what has lost its owner, and give it a new one."""
    SHARE_BOARD = "share_board"
    """Switch the public board page on, off, or give it a new link."""
    ERASE = "erase"
    """Erase what stood in a field before."""
    ROLL_OUT = "roll_out"
    """Plan a department's start, name its HR contact, note that one spoke."""
    PLAN_WAVE = "plan_wave"
    """Plan, change and annul a wave: a leader her own department's, HR one over many."""
    CONFIRM_WAVE = "confirm_wave"
    """Confirm the committee's decision, as somebody other than the planner."""
    PRINT_CODES = "print_codes"
    """Print answer codes: HR or TRIO, never the leader alone."""
    WATCH_WAVE = "watch_wave"
    """See in which band the number of answers lies while a wave is open."""
    READ_RESULT = "read_result"
    """Read a released result from the day the wave closed; others read it from the dialogue meeting."""
    SHARE_EXPERIENCE = "share_experience"
    """Share an experience with the department's consent, and withdraw it."""
    TAKE_BACK = "take_back"
    """Withdraw what a closed department that nobody continues still shares."""
    KEEP_TRACKS = "keep_tracks"
    """Keep talks, courses, ambassadors' roster, new leaders, introduction days."""
    KEEP_LIBRARY = "keep_library"
    """Write the library's material."""
    KEEP_MEETINGS = "keep_meetings"
    """Keep a committee's meetings, items and decisions."""
    MANAGE_TREE = "manage_tree"
    """Administration of the tree, imports, people, roles, settings."""


_MEMBER = frozenset({May.KNOW, May.READ, May.SUGGEST, May.READ_PEOPLE, May.READ_HISTORY, May.READ_OVERVIEW})
_AMBASSADOR = _MEMBER | {May.READ_CANDID, May.RECORD, May.DRAFT}
_SECTION = _MEMBER | {
    May.RECORD, May.DRAFT, May.PROMISE, May.DECIDE, May.HOLD_SESSIONS, May.HAND_OVER,
}  # fmt: skip
_STEPS = frozenset({May.ASSESS, May.COMPLETE, May.ASK_HELP, May.SHARE_BOARD, May.SHARE_EXPERIENCE})
_RESULT = frozenset({May.WATCH_WAVE, May.READ_RESULT})

TABLE: dict[Role, frozenset[May]] = {
    Role.MEMBER: _MEMBER,
    Role.LEADER: _SECTION | _STEPS | _RESULT | {May.READ_CANDID, May.ERASE, May.MANAGE_PEOPLE, May.PLAN_WAVE},
    Role.SECTION_LEADER: _SECTION,
    Role.TRIO: _SECTION | _STEPS | _RESULT | {
        May.READ_CANDID, May.ERASE, May.CONFIRM_WAVE, May.PRINT_CODES,
    },
    Role.AMBASSADOR: _AMBASSADOR,
    Role.LMU: _MEMBER | {May.CONFIRM_WAVE},
    Role.HMU: frozenset({May.KNOW, May.READ_OVERVIEW}),
    Role.SECRETARY: frozenset({May.KNOW, May.READ_OVERVIEW}),
    Role.HR: frozenset(
        {
            May.KNOW,
            May.READ,
            May.READ_OVERVIEW,
            May.READ_PEOPLE,
            May.READ_HISTORY,
            May.HOLD_SESSIONS,
            May.SUPPORT,
            May.ROLL_OUT,
            May.KEEP_TRACKS,
            May.KEEP_LIBRARY,
            May.PLAN_WAVE,
            May.PRINT_CODES,
            May.WATCH_WAVE,
        }
    ),
    Role.ADMIN: frozenset({May.KNOW, May.READ_PEOPLE, May.MANAGE_PEOPLE, May.MANAGE_TREE}),
}

_WHERE_IT_WALKS: dict[Role, frozenset[May]] = {
    # A section that walks by itself has its own steps, and its leader completes them.
    Role.SECTION_LEADER: _STEPS,
}
_AT_THE_NODE: dict[Role, frozenset[May]] = {
    # HR owns trial actions at the hospital's own node, never at the departments beneath it.
    Role.HR: frozenset({
        May.SUGGEST, May.DRAFT, May.RECORD, May.PROMISE, May.DECIDE, May.HAND_OVER, May.SHARE_EXPERIENCE,
    }),
    # A secretary keeps the meetings of her own committee, not those of committees beneath it.
    Role.SECRETARY: frozenset({May.KEEP_MEETINGS}),
}
_AS_LMU = _MEMBER - {May.SUGGEST}
"""What an LMU's secretary reads besides: what her committee reads, at a department that walks."""
_INHERITED = frozenset({May.KNOW, May.READ, May.READ_HISTORY, May.READ_OVERVIEW})
"""What readers of a department may do at one that it continues: read what was shared."""
_ON_CLOSED = _INHERITED | {
    May.READ_CANDID, May.READ_PEOPLE, May.READ_RESULT, May.ERASE, May.MANAGE_TREE, May.TAKE_BACK,
}  # fmt: skip
"""What is left to do at a closed node, whatever one holds: nothing there changes any more."""
_NO_DEPUTY = frozenset({May.MANAGE_PEOPLE})
"""What a deputy does not take over: she cannot name further deputies or colleagues."""
_HOME_READERS = frozenset({Role.MEMBER, Role.SECTION_LEADER, Role.AMBASSADOR, Role.LMU})


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the tree as the rules need it: `path` is its ids from the root, each ended by '/'.

    `former`: (last day, path) of each place where it stood before, oldest first.
    """

    id: UUID
    path: str
    walks: bool = True
    closed: bool = False
    former: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held today: where (`path`), and since which day (None: before anybody counted)."""

    role: Role
    node_id: UUID
    path: str
    home_path: str
    """The walking department that the node belongs to: what a colleague there reads."""
    since: date | None = None
    deputy: bool = False
    inherits: tuple[str, ...] = ()
    """Paths of closed predecessors whose shared history the node's readers read."""
    home_inherits: tuple[str, ...] = ()
    """The same for the walking department that the node belongs to."""
    walks: bool = False
    """Whether the node goes through the steps by itself, so that its committee is an LMU."""

    @property
    def may(self) -> frozenset[May]:
        """What the role gives in the node's subtree."""
        found = TABLE[self.role] | (_AS_LMU if self.role is Role.SECRETARY and self.walks else frozenset())
        return found - _NO_DEPUTY if self.deputy else found

    @property
    def read_elsewhere(self) -> tuple[tuple[str, frozenset[May]], ...]:
        """Paths outside the subtree, and what may be read in each."""
        found = [(path, self.may & _INHERITED) for path in self.inherits]
        if self.role in _HOME_READERS:
            found.append((self.home_path, _MEMBER))
            found += [(path, _INHERITED) for path in self.home_inherits]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Actor:
    """The signed-in person: id and the roles held today."""

    person_id: UUID
    grants: tuple[Grant, ...]


def allowed(actor: Actor, place: Place) -> frozenset[May]:
    """Everything the actor may do at the place.

    A grant gives its role's permissions in the node's subtree. Somebody attached to a section
    that follows its department reads the department's plan too, since it is her plan; and readers
    of a department read what was shared in those that it continues.
    """
    found: set[May] = set()
    for grant in actor.grants:
        if place.path.startswith(grant.path):
            found |= grant.may
            if place.walks:
                found |= _WHERE_IT_WALKS.get(grant.role, frozenset())
            if place.id == grant.node_id:
                found |= _AT_THE_NODE.get(grant.role, frozenset())
            # Nobody is left at a closed department: the hospital's HR answers for what it shared.
            if place.closed and grant.role is Role.HR and grant.path.count("/") == 1:
                found.add(May.TAKE_BACK)
        else:
            for path, may in grant.read_elsewhere:
                if place.path.startswith(path):
                    found |= may
    return frozenset(found & _ON_CLOSED if place.closed else found)


def require(actor: Actor, may: May, place: Place, *, known_by: May = May.READ) -> None:
    """Refuse unless the actor may do this here.

    Raises `Refused(NOT_FOUND)` for whoever may not even know of it (`known_by`: what one must
    hold to know that the thing exists), `Refused(NOT_ALLOWED)` for too weak a role.
    """
    held = allowed(actor, place)
    if known_by not in held and may not in held:
        raise Refused(Code.NOT_FOUND)
    if may not in held:
        raise Refused(Code.NOT_ALLOWED)


def own(actor: Actor, place: Place, person_id: UUID | None) -> bool:
    """Whether a record of this person is the actor's to change: at a closed node nothing changes any more."""
    return person_id == actor.person_id and not place.closed


def reach(actor: Actor, may: May) -> tuple[str, ...]:
    """Paths whose subtrees the actor may do this in: for filtering lists in the database.

    Permissions that hang on a single node (HR at the hospital) are not in it.
    """
    paths: set[str] = set()
    for grant in actor.grants:
        if may in grant.may:
            paths.add(grant.path)
        paths |= {path for path, held in grant.read_elsewhere if may in held}
    return tuple(sorted(p for p in paths if not any(p != q and p.startswith(q) for q in paths)))


def candid_since(actor: Actor, place: Place) -> date | None:
    """From which day's notes *Kun for os* the actor reads here; None if not at all.

    A new leader does not inherit what was written before her: the role's first day counts. Nor does
    whoever a node is moved beneath: what was written where it stood before stays with those who read
    it there, the day of the move included.
    """
    days = [
        max(grant.since or date.min, _beneath_since(grant, place))
        for grant in actor.grants
        if May.READ_CANDID in grant.may and place.path.startswith(grant.path)
    ]
    return min(days) if days else None


def _beneath_since(grant: Grant, place: Place) -> date:
    """The day since which the place stands beneath the grant's node without a break."""
    for last_day, path in reversed(place.former):
        if grant.node_id.hex not in path.split("/"):
            return last_day + timedelta(days=1)
    return date.min
