"""What the routes of experiences and surveys need."""

from __future__ import annotations

from tests.api.needs import EVERYBODY, Needs
from trinvis.access import May

READ, KNOW = May.READ, May.KNOW

WAVE = {
    "department_ids": ["{A}"], "phases": {"{A}": "before"}, "opens_on": "2099-01-12",
    "closes_on": "2099-01-26", "dialogue_on": "2099-02-09", "hmu_on": "2099-05-11",
}  # fmt: skip

KNOWLEDGE: dict[tuple[str, str], Needs] = {
    # experiences: what is shared is everybody's; the record of the tests is a draft
    ("GET", "/api/experiences"): EVERYBODY,
    ("GET", "/api/experiences/source"): Needs(
        (May.DRAFT,), query="?department={A}&origin=trial_action&origin_id={trial_id}"
    ),
    ("GET", "/api/experiences/around/{trial_id}"): Needs((READ,)),
    ("POST", "/api/experiences"): Needs(
        (May.DRAFT,),
        body={
            "department_id": "{A}", "origin": "session", "origin_id": "{session_id}", "title": "Tavlen",
        },
    ),
    ("GET", "/api/experiences/{experience_id}"): Needs((READ,)),
    ("PUT", "/api/experiences/{experience_id}"): Needs(
        (May.DRAFT, May.SHARE_EXPERIENCE), body={"title": "Tavlen"}
    ),
    ("POST", "/api/experiences/{experience_id}/share"): Needs(
        (May.SHARE_EXPERIENCE,), body={"consent": "leaders", "consented_by": "{owner}"}
    ),
    ("POST", "/api/experiences/{experience_id}/withdraw"): Needs((May.DRAFT, May.SHARE_EXPERIENCE)),
    ("POST", "/api/experiences/{experience_id}/borrow"): Needs(
        (May.SUGGEST,), body={"department_id": "{A}"}
    ),
    ("GET", "/api/departments/{department_id}/practices"): Needs((READ,), KNOW),
    # surveys
    ("GET", "/api/waves/instrument"): EVERYBODY,
    ("PUT", "/api/waves/instrument"): EVERYBODY,  # the hospital's: test_surveys_waves has who may
    ("GET", "/api/waves"): Needs((READ,), query="?department={A}"),
    ("GET", "/api/waves/draft"): Needs((May.PLAN_WAVE,), KNOW, query="?department={A}"),
    ("POST", "/api/waves/draft"): Needs((May.PLAN_WAVE,), KNOW, body={"department_ids": ["{A}"]}),
    ("POST", "/api/waves"): Needs((May.PLAN_WAVE,), KNOW, body=WAVE),
    ("GET", "/api/waves/{wave_id}"): Needs((READ,)),
    ("PUT", "/api/waves/{wave_id}"): Needs((May.PLAN_WAVE,), body=WAVE),
    ("POST", "/api/waves/{wave_id}/plan"): Needs(
        (May.PLAN_WAVE,), body={"decided_by": "lmu", "decided_on": "2026-01-05"}
    ),
    ("POST", "/api/waves/{wave_id}/confirm"): Needs((May.CONFIRM_WAVE,)),
    ("POST", "/api/waves/{wave_id}/annul"): Needs((May.PLAN_WAVE,), body={"reason": "ombygning"}),
    ("POST", "/api/waves/{wave_id}/slips"): Needs((May.PRINT_CODES,), body={"unit_id": "{A}"}),
    ("POST", "/api/waves/{wave_id}/slips/pdf"): Needs((May.PRINT_CODES,), body={"unit_id": "{A}"}),
    ("GET", "/api/departments/{department_id}/results"): Needs((READ,)),
    ("GET", "/api/waves/{wave_id}/results/{node_id}"): Needs((READ,)),
    ("GET", "/api/waves/{wave_id}/results/{node_id}/file"): Needs((READ,)),
    ("GET", "/api/waves/{wave_id}/committee"): EVERYBODY,  # not before it opens: test_surveys_results
    ("GET", "/api/committee-results"): EVERYBODY,  # the list holds what one may see: test_surveys_results
    ("GET", "/api/departments/{department_id}/dialogues"): Needs((READ,), KNOW),
    ("POST", "/api/departments/{department_id}/dialogues"): Needs(
        (May.RECORD,), KNOW, body={"on": "2026-01-05", "forum": "{forum}"}
    ),
}
