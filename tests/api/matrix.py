"""What each guarded route needs, written out by hand: the suite fails for a route without a row here.

`may`: any one of these permissions at the place lets in; `known_by`: what one must hold to know that the
place or record exists. A role without `known_by` gets 404, one without `may` 403.
"""

from __future__ import annotations

from tests.api.matrix_files import FILES
from tests.api.matrix_knowledge import KNOWLEDGE
from tests.api.needs import EVERYBODY, Needs
from trinvis.access import May

READ, KNOW = May.READ, May.KNOW

TRACKS = (May.KEEP_TRACKS,)
TALK = {"forum": "hmu", "on": "2099-01-05"}
COURSE = {"title": "Ambassadørkursus", "for_whom": "ambassadors", "on": "2099-01-05"}

ROWS: dict[tuple[str, str], Needs] = {
    # accounts
    ("DELETE", "/api/session"): EVERYBODY,
    ("GET", "/api/me"): EVERYBODY,
    ("PUT", "/api/me/language"): EVERYBODY,
    ("GET", "/api/departments/{department_id}/people"): Needs((May.READ_PEOPLE,), KNOW),
    ("GET", "/api/people"): Needs((May.READ_PEOPLE,), KNOW, query="?department={A}"),
    ("GET", "/api/people/directory"): Needs((May.MANAGE_PEOPLE,), KNOW, query="?department={A}"),
    ("POST", "/api/people"): Needs(
        (May.MANAGE_PEOPLE,),
        KNOW,
        body={
            "name": "Ny Kollega", "email": "ny@h.example",
            "role": {"role": "member", "department_id": "{A}"},
        },
    ),
    # A colleague sees her in the list of people; whoever keeps it up to date opens her.
    ("GET", "/api/people/{person_id}"): Needs((May.MANAGE_PEOPLE,), May.READ_PEOPLE),
    ("PUT", "/api/people/{person_id}"): Needs(
        (May.MANAGE_PEOPLE,), May.READ_PEOPLE, body={"name": "Kim", "email": "kim@h.example"}
    ),
    ("POST", "/api/people/{person_id}/leave"): Needs((May.MANAGE_PEOPLE,), May.READ_PEOPLE, body={}),
    ("POST", "/api/roles"): Needs(
        (May.MANAGE_PEOPLE,), KNOW, body={"person_id": "{owner}", "role": "lmu", "department_id": "{A}"}
    ),
    ("PUT", "/api/roles/{role_id}"): Needs((May.MANAGE_PEOPLE,), May.READ_PEOPLE, body={}),
    ("POST", "/api/roles/{role_id}/end"): Needs((May.MANAGE_PEOPLE,), May.READ_PEOPLE, body={}),
    ("POST", "/api/roles/{role_id}/deputy"): Needs(
        (May.MANAGE_PEOPLE,),
        May.READ_PEOPLE,
        body={"person_id": "{owner}", "valid_from": "2099-01-05", "valid_to": "2099-02-05"},
    ),
    ("GET", "/api/handovers"): Needs((May.HAND_OVER,), KNOW, query="?department={A}"),
    ("GET", "/api/handovers/of"): Needs((May.HAND_OVER,), KNOW, query="?department={A}&person={owner}"),
    ("POST", "/api/handovers"): Needs(
        (May.HAND_OVER,),
        KNOW,
        body={
            "department_id": "{A}",
            "to": [{"kind": "agreement", "id": "{agreement_id}", "to_id": "{owner}"}],
        },
    ),
    ("GET", "/api/handovers/mine"): EVERYBODY,
    ("POST", "/api/handovers/{handover_id}/seen"): EVERYBODY,
    # departments
    ("GET", "/api/departments"): EVERYBODY,
    ("GET", "/api/departments/{department_id}"): Needs((KNOW,), KNOW),
    ("POST", "/api/departments"): Needs(
        (May.MANAGE_TREE,), KNOW, body={"code": "A9", "name": "Ny", "kind": "section", "parent_id": "{A}"}
    ),
    ("PUT", "/api/departments/{department_id}"): Needs(
        (May.MANAGE_TREE,), KNOW, body={"code": "A", "name": "Ny", "kind": "department"}
    ),
    ("POST", "/api/departments/{department_id}/changes/preview"): Needs(
        (May.MANAGE_TREE,), KNOW, body={"kind": "close", "effective_on": "2099-01-05"}
    ),
    ("POST", "/api/departments/{department_id}/changes"): Needs(
        (May.MANAGE_TREE,), KNOW, body={"kind": "close", "effective_on": "2099-01-05"}
    ),
    ("GET", "/api/tree-changes"): EVERYBODY,
    # Whoever does not change the tree knows of no plan to do so.
    ("GET", "/api/tree-changes/{change_id}"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("POST", "/api/tree-changes/{change_id}/withdraw"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    # imports: who administrates nothing does not know of them
    ("POST", "/api/imports"): Needs(
        (May.MANAGE_TREE,), May.MANAGE_TREE, query="?kind=departments&name=organisation.csv"
    ),
    ("GET", "/api/imports"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("GET", "/api/imports/templates/{kind}.{form}"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("GET", "/api/imports/{import_id}"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("GET", "/api/imports/{import_id}/lines"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("GET", "/api/imports/{import_id}/report.{form}"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("POST", "/api/imports/{import_id}/apply"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("POST", "/api/imports/{import_id}/check"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    **FILES,
    **KNOWLEDGE,
    # follow-ups and agreements
    ("GET", "/api/follow-ups"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/follow-ups"): Needs(
        (May.RECORD,),
        body={"department_id": "{A}", "kind": "process", "question": "Holder det?", "due": "2099-01-05"},
    ),
    ("GET", "/api/follow-ups/proposals"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/follow-ups/log"): Needs(
        (May.RECORD,), body={"department_id": "{A}", "question": "Holder det?", "assessment": "as_planned"}
    ),
    ("GET", "/api/follow-ups/{follow_up_id}"): Needs((READ,)),
    ("PUT", "/api/follow-ups/{follow_up_id}"): Needs(
        (May.RECORD,), body={"kind": "process", "question": "Holder det?", "due": "2099-01-05"}
    ),
    ("POST", "/api/follow-ups/{follow_up_id}/cancel"): Needs((May.RECORD,), body={"reason": "nået"}),
    ("POST", "/api/follow-ups/{follow_up_id}/reopen"): Needs((May.RECORD,)),
    ("POST", "/api/follow-ups/{follow_up_id}/log"): Needs((May.RECORD,), body={"assessment": "as_planned"}),
    ("PUT", "/api/follow-ups/logs/{log_id}"): Needs(
        (May.DECIDE,), body={"held_on": "2026-01-05", "assessment": "adjusted"}
    ),
    ("POST", "/api/follow-ups/logs/{log_id}/open"): Needs((May.READ_CANDID,)),
    ("GET", "/api/agreements"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/agreements"): Needs(
        (May.PROMISE,),
        body={"department_id": "{A}", "what": "Ny tavle", "owner_id": "{owner}", "due": "2099-01-05"},
    ),
    ("GET", "/api/agreements/{agreement_id}"): Needs((READ,)),
    ("PUT", "/api/agreements/{agreement_id}"): Needs(
        (May.PROMISE,), body={"what": "Ny tavle", "owner_id": "{owner}", "due": "2099-01-05"}
    ),
    ("POST", "/api/agreements/{agreement_id}/done"): Needs((May.PROMISE,), body={}),
    ("POST", "/api/agreements/{agreement_id}/cancel"): Needs((May.PROMISE,), body={"reason": "nået"}),
    ("POST", "/api/agreements/{agreement_id}/reopen"): Needs((May.PROMISE,)),
    # links that log without a sign-in
    ("GET", "/api/log-links"): EVERYBODY,
    ("POST", "/api/log-links"): Needs((May.RECORD,), body={"department_id": "{A}"}),
    ("DELETE", "/api/log-links/{link_id}"): EVERYBODY,
    ("GET", "/api/log-links/board/{department_id}"): Needs((May.SHARE_BOARD,)),
    ("POST", "/api/log-links/board/{department_id}"): Needs((May.SHARE_BOARD,)),
    ("DELETE", "/api/log-links/board/{department_id}"): Needs((May.SHARE_BOARD,)),
    # the board page
    ("GET", "/api/departments/{department_id}/board"): Needs((READ,), KNOW),
    ("POST", "/api/departments/{department_id}/board"): Needs((May.SHARE_BOARD,)),
    ("DELETE", "/api/departments/{department_id}/board"): Needs((May.SHARE_BOARD,)),
    ("GET", "/api/departments/{department_id}/board/qr.svg"): Needs((READ,), KNOW),
    # trial actions
    ("GET", "/api/trial-actions"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/trial-actions"): Needs(
        (May.SUGGEST,), body={"department_id": "{A}", "change": "fem minutter ved tavlen"}
    ),
    ("GET", "/api/trial-actions/{trial_id}"): Needs((READ,)),
    ("PUT", "/api/trial-actions/{trial_id}/plan"): Needs((May.DRAFT,), body={"change": "to minutter"}),
    ("PUT", "/api/trial-actions/{trial_id}/study"): Needs((May.DRAFT,), body={"happened": "det gik"}),
    ("POST", "/api/trial-actions/{trial_id}/plan"): Needs((May.DRAFT,)),
    ("POST", "/api/trial-actions/{trial_id}/start"): Needs((May.DECIDE,), body={"agreed_with": "trio"}),
    ("POST", "/api/trial-actions/{trial_id}/finish"): Needs((May.DRAFT,), body={}),
    ("POST", "/api/trial-actions/{trial_id}/extend"): Needs(
        (May.DECIDE,), body={"ends_on": "2026-12-24", "reason": "en uge til"}
    ),
    # Whoever drafts may give a draft up; what has begun is refused by its state to all but who decides.
    ("POST", "/api/trial-actions/{trial_id}/cancel"): Needs((May.DRAFT, May.DECIDE), body={"reason": "nået"}),
    ("POST", "/api/trial-actions/{trial_id}/evaluate"): Needs(
        (May.DECIDE,), body={"decision": "abandon", "agreed_with": "trio"}
    ),
    # One's own last move and no other: the state says whose it was, so every reader may ask.
    ("POST", "/api/trial-actions/{trial_id}/undo"): Needs((READ,)),
    ("POST", "/api/trial-actions/{trial_id}/notes"): Needs((May.DRAFT,), body={"text": "set igen"}),
    # journeys
    ("GET", "/api/journeys"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/journeys"): Needs((May.COMPLETE, May.HOLD_SESSIONS), KNOW, body={"department_id": "{A}"}),
    ("GET", "/api/journeys/{journey_id}"): Needs((READ,)),
    ("POST", "/api/journeys/{journey_id}/steps/{number}/complete"): Needs((May.COMPLETE,), body={}),
    ("POST", "/api/journeys/{journey_id}/steps/{number}/reopen"): Needs(
        (May.COMPLETE,), body={"reason": "mere"}
    ),
    ("PUT", "/api/journeys/{journey_id}/assessment"): Needs((May.ASSESS,), body={}),
    ("POST", "/api/journeys/sessions"): Needs(
        (May.HOLD_SESSIONS,),
        KNOW,
        body={"department_ids": ["{A}"], "state": "held", "day": "2026-01-05", "forum": "{forum}"},
    ),
    ("GET", "/api/journeys/sessions/{session_id}"): Needs((READ,)),
    ("PUT", "/api/journeys/sessions/{session_id}"): Needs(
        (May.HOLD_SESSIONS,), body={"day": "2026-01-05", "forum": "{forum}"}
    ),
    ("POST", "/api/journeys/sessions/{session_id}/hold"): Needs((May.HOLD_SESSIONS,), body={"covers": []}),
    ("POST", "/api/journeys/sessions/{session_id}/cancel"): Needs(
        (May.HOLD_SESSIONS,), body={"reason": "sygdom"}
    ),
    ("POST", "/api/journeys/sessions/{session_id}/open-note"): Needs((May.READ_CANDID,)),
    ("GET", "/api/support-requests"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/support-requests"): Needs(
        (May.ASK_HELP,), KNOW, body={"department_id": "{A}", "wish": "et oplæg"}
    ),
    ("GET", "/api/support-requests/{request_id}"): Needs((READ,)),
    ("PUT", "/api/support-requests/{request_id}"): Needs((May.ASK_HELP,), body={"wish": "et oplæg"}),
    ("POST", "/api/support-requests/{request_id}/agree"): Needs(
        (May.SUPPORT,), body={"agreed_for": "2099-01-05"}
    ),
    ("POST", "/api/support-requests/{request_id}/done"): Needs((May.ASK_HELP, May.SUPPORT)),
    ("POST", "/api/support-requests/{request_id}/withdraw"): Needs((May.ASK_HELP,)),
    # tracks: HR's roll-out
    ("GET", "/api/rollout"): EVERYBODY,
    ("GET", "/api/departments/{department_id}/rollout"): Needs((READ,), KNOW),
    ("PUT", "/api/departments/{department_id}/rollout"): Needs((May.ROLL_OUT,), KNOW, body={}),
    ("PUT", "/api/departments/{department_id}/contacts/{contact_id}"): Needs(
        (May.ROLL_OUT,), KNOW, body={"on": "2026-01-05", "way": "mail"}
    ),
    ("POST", "/api/departments/{department_id}/contacts/{contact_id}/remove"): Needs((May.ROLL_OUT,), KNOW),
    ("POST", "/api/departments/{department_id}/contacts"): Needs(
        (May.ROLL_OUT,), KNOW, body={"on": "2026-01-05", "way": "phone"}
    ),
    # meetings: of an LMU here, kept by its secretary; HMU's are read as its overview is (test_meetings)
    ("GET", "/api/meetings"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/meetings"): Needs(
        (May.KEEP_MEETINGS,), KNOW, body={"department_id": "{A}", "on": "2026-01-05"}
    ),
    ("GET", "/api/meetings/{meeting_id}"): Needs((READ,)),
    ("PUT", "/api/meetings/{meeting_id}"): Needs((May.KEEP_MEETINGS,), body={"on": "2026-01-05"}),
    ("POST", "/api/meetings/{meeting_id}/cancel"): Needs((May.KEEP_MEETINGS,)),
    ("POST", "/api/meetings/{meeting_id}/reopen"): Needs((May.KEEP_MEETINGS,)),
    ("PUT", "/api/meetings/{meeting_id}/decisions"): Needs((May.KEEP_MEETINGS,), body={"decisions": []}),
    ("POST", "/api/meetings/{meeting_id}/items"): Needs(
        (May.KEEP_MEETINGS,), body={"title": "Status", "asks": "note"}
    ),
    ("PUT", "/api/meetings/{meeting_id}/items/order"): Needs((May.KEEP_MEETINGS,), body={"items": []}),
    ("PUT", "/api/meetings/{meeting_id}/items/{item_id}"): Needs(
        (May.KEEP_MEETINGS,), body={"title": "Status", "asks": "note"}
    ),
    ("DELETE", "/api/meetings/{meeting_id}/items/{item_id}"): Needs((May.KEEP_MEETINGS,)),
    ("GET", "/api/yearly-discussions"): Needs((READ,), query="?department={A}"),
    ("POST", "/api/yearly-discussions"): Needs(
        (May.KEEP_MEETINGS,), KNOW, body={"department_id": "{A}", "year": 2026}
    ),
    ("PUT", "/api/yearly-discussions/{discussion_id}"): Needs((May.KEEP_MEETINGS,), body={}),
    # tracks: what HR keeps of its support exists for nobody else
    ("GET", "/api/tracks"): EVERYBODY,  # as the next ones: 404 but for HR, held by test_tracks_gatherings
    ("GET", "/api/tracks/ambassadors"): EVERYBODY,
    ("GET", "/api/tracks/leaders"): EVERYBODY,
    ("GET", "/api/talks"): EVERYBODY,
    ("GET", "/api/courses"): EVERYBODY,
    ("GET", "/api/introduction-days"): EVERYBODY,
    ("POST", "/api/tracks/leaders/{role_id}/introduced"): Needs(TRACKS, TRACKS[0], {"held_on": "2026-01-05"}),
    ("POST", "/api/tracks/leaders/{role_id}/not-introduced"): Needs(TRACKS, TRACKS[0]),
    ("POST", "/api/talks"): Needs(TRACKS, TRACKS[0], {"department_id": "{A}", **TALK}),
    ("GET", "/api/talks/{talk_id}"): Needs(TRACKS, TRACKS[0]),
    ("PUT", "/api/talks/{talk_id}"): Needs(TRACKS, TRACKS[0], TALK),
    ("POST", "/api/talks/{talk_id}/cancel"): Needs(TRACKS, TRACKS[0], {"reason": "sygdom"}),
    ("POST", "/api/courses"): Needs(TRACKS, TRACKS[0], {"department_id": "{A}", **COURSE}),
    ("GET", "/api/courses/{course_id}"): Needs(TRACKS, TRACKS[0]),
    ("PUT", "/api/courses/{course_id}"): Needs(TRACKS, TRACKS[0], COURSE),
    ("POST", "/api/courses/{course_id}/cancel"): Needs(TRACKS, TRACKS[0], {"reason": "sygdom"}),
    ("POST", "/api/introduction-days"): Needs(
        TRACKS, TRACKS[0], {"department_id": "{A}", "on": "2099-01-05"}
    ),
    ("GET", "/api/introduction-days/{day_id}"): Needs(TRACKS, TRACKS[0]),
    ("PUT", "/api/introduction-days/{day_id}"): Needs(TRACKS, TRACKS[0], {"on": "2099-01-05"}),
    ("POST", "/api/introduction-days/{day_id}/cancel"): Needs(TRACKS, TRACKS[0], {"reason": "sygdom"}),
    # library: the reply holds what one may see, test_search.py has who sees what
    ("GET", "/api/search"): EVERYBODY,
    # overview
    ("GET", "/api/overview"): EVERYBODY,
    ("GET", "/api/overview/departments/{department_id}"): Needs((KNOW,), KNOW),
    ("GET", "/api/overview/mine"): EVERYBODY,
    ("GET", "/api/overview/welcome"): Needs((May.HAND_OVER,), KNOW, query="?department={A}"),
    ("POST", "/api/overview/welcome"): Needs((May.HAND_OVER,), KNOW, body={"department_id": "{A}"}),
    ("GET", "/api/history"): Needs((May.READ_HISTORY,), KNOW, query="?department={A}"),
    ("GET", "/api/history/records/{record_id}"): Needs((May.READ_HISTORY,), May.READ_HISTORY),
    ("GET", "/api/history/mine"): EVERYBODY,
    ("GET", "/api/history/organisation"): Needs((May.MANAGE_TREE,), May.MANAGE_TREE),
    ("POST", "/api/history/{event_id}/open"): Needs((May.READ_CANDID,), May.READ_HISTORY),
    ("POST", "/api/history/{event_id}/erase"): Needs(
        (May.ERASE,), May.READ_HISTORY, body={"field": "question"}
    ),
    # papers: whoever reads as the committee does has them made; what was made is one's own
    ("POST", "/api/reports"): Needs((READ,), body={"kind": "papers", "department_id": "{A}"}),
    ("GET", "/api/reports"): Needs((READ,), query="?department={A}"),
    ("GET", "/api/reports/{report_id}"): EVERYBODY,
    ("GET", "/api/reports/{report_id}/files/{form}"): EVERYBODY,
}
