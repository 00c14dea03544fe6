"""Links without a sign-in: what they reach, in whose name, until when, and what they never tell."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from sqlmodel import SQLModel, col, select, update

from tests.api.promises import in_days, logged, planned
from tests.api.test_board import running
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditEvent
from trinvis.followups.tables import FollowUpLog
from trinvis.links.issuing import digest, mail_link
from trinvis.links.rules import BOARD_LOGS_A_DAY
from trinvis.links.tables import LogLink

LINKS = "/api/log-links"


def stranger(world: World) -> TestClient:
    """A phone that nobody is signed in on."""
    return TestClient(world.app, headers={"X-Trinvis": "1"}, raise_server_exceptions=False)


def mailed(world: World, follow_up: dict[str, Any], key: str = "leader", until: date | None = None) -> str:
    """The secret of a mail's link."""
    with world.database.write() as work:
        path = mail_link(
            work, world.people[key], UUID(follow_up["id"]), until or clock.today() + timedelta(days=5)
        )
    head, secret = path.split("#")
    assert head == "/log/"
    assert len(secret) == 43
    return secret


def personal(world: World, key: str = "ambassador", at: str = "A") -> str:
    """The secret of a link of one's own."""
    made = world.as_(key).post(LINKS, json={"department_id": world.id_(at)})
    assert made.status_code == 200, made.text
    assert made.json()["qr"].startswith("data:image/svg+xml")
    return str(made.json()["url"]).split("#")[1]


def scanned(world: World, trial: dict[str, Any], key: str = "leader", at: str = "A") -> str:
    """The secret of the code beside a trial on the sheet: as it is not told but drawn, it is set here."""
    made = world.as_(key).post(f"{LINKS}/board/{world.id_(at)}")
    assert made.status_code == 200, made.text
    assert [code["change"] for code in made.json()["codes"]] == [trial["change"]]
    secret = token_urlsafe(32)
    with world.database.write() as work:
        newest = work.session.exec(
            select(LogLink).where(LogLink.kind == "board").order_by(col(LogLink.id).desc())
        ).first()
        assert newest is not None
        newest.digest = digest(secret)
    return secret


def look(world: World, secret: str, **more: Any) -> Response:
    """What the link reaches."""
    found: Response = stranger(world).post("/api/log/look", json={"secret": secret, **more})
    return found


def say(
    world: World, secret: str, follow_up: dict[str, Any], key: str | None = "the-first-key", **more: Any
) -> Response:
    """Log by the link."""
    body = {"secret": secret, "follow_up_id": follow_up["id"], "assessment": "adjusted", **more}
    headers = {"Idempotency-Key": key} if key else {}
    said: Response = stranger(world).post("/api/log", json=body, headers=headers)
    return said


def dump(world: World) -> dict[str, list[Any]]:
    """Every row of every table."""
    with world.database.read() as work:
        return {
            table.name: sorted(map(repr, work.rows(table.select())))
            for table in SQLModel.metadata.sorted_tables
        }


def logs_of(world: World, follow_up: dict[str, Any], key: str = "leader") -> list[dict[str, Any]]:
    """What stands about the follow-up."""
    return list(world.get(key, f"/api/follow-ups/{follow_up['id']}")["logs"])


def test_a_mail_logs_its_follow_up_once_in_its_readers_name(world: World) -> None:
    one, other = planned(world), planned(world)
    secret = mailed(world, one)
    shown = look(world, secret).json()
    assert [found["id"] for found in shown["follow_ups"]] == [one["id"]]
    assert (shown["kind"], shown["named"]) == ("mail", True)
    assert say(world, secret, other).status_code == 404
    assert say(world, secret, one, note="Vi begynder 7.10").status_code == 201
    [kept] = logs_of(world, one)
    assert (kept["logged_by"]["name"], kept["note"], kept["audience"]) == (
        "Lea Leder", "Vi begynder 7.10", "shared",
    )  # fmt: skip
    assert kept["from_board"] is False
    assert look(world, secret).status_code == 404


def test_sent_again_it_is_kept_once(world: World) -> None:
    one = planned(world)
    secret = mailed(world, one)
    first, again = say(world, secret, one), say(world, secret, one)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert len(logs_of(world, one)) == 1
    assert say(world, secret, one, assessment="stopped").json()["code"] == "key_reused"
    assert say(world, secret, one, key="another-key").status_code == 404
    assert say(world, secret, one, key=None).status_code == 422


def test_whatever_ended_a_link_it_answers_the_same(world: World) -> None:
    one = planned(world)
    used, expired, ended = mailed(world, one), mailed(world, one), personal(world, "trio")
    revoked = personal(world)
    assert say(world, used, one).status_code == 201
    with world.database.write() as work:
        past = clock.now() - timedelta(seconds=1)
        work.session.execute(
            update(LogLink).where(col(LogLink.person_id) == world.people["leader"]).values(expires_at=past)
        )
    [place] = world.get("ambassador", LINKS)["places"]
    gone = world.as_("ambassador").delete(f"{LINKS}/{place['link']['id']}")
    assert gone.json()["places"][0]["link"] is None
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == world.people["trio"])
            .values(valid_to=clock.today() - timedelta(days=1))
        )
    answers = {
        (answer.status_code, answer.content)
        for secret in (used, expired, revoked, ended, "never-made")
        for answer in (look(world, secret), say(world, secret, one, key="later-key"))
    }
    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_a_personal_link_reaches_what_waits_in_its_department_only(world: World) -> None:
    mine = planned(world, due=in_days(3))
    planned(world, due=in_days(40), question="Langt ude i fremtiden?")
    theirs = planned(world, "other_leader", "B", due=in_days(3))
    secret = personal(world)
    shown = look(world, secret).json()
    assert [found["id"] for found in shown["follow_ups"]] == [mine["id"]]
    assert set(shown["follow_ups"][0]) == {"id", "question", "due", "department", "trial"}
    assert say(world, secret, theirs).status_code == 404
    assert say(world, secret, mine).status_code == 201
    assert look(world, secret).json()["follow_ups"] == []
    assert logs_of(world, mine)[0]["logged_by"]["name"] == "Ane Ambassadør"


def test_renewing_ends_the_former_and_nobody_else_revokes_it(world: World) -> None:
    former = personal(world)
    fresh = personal(world)
    assert look(world, former).status_code == 404
    assert look(world, fresh).status_code == 200
    [place] = world.get("ambassador", LINKS)["places"]
    assert place["link"]["expires_on"] == str(clock.day_of(clock.now() + timedelta(days=90)))
    assert world.as_("leader").delete(f"{LINKS}/{place['link']['id']}").status_code == 404
    assert look(world, fresh).status_code == 200
    told = [row.what for row in _events(world, "log_link")]
    assert told == ["log_link.made", "log_link.renewed"]


@pytest.mark.parametrize(("key", "status"), [("member", 403), ("hmu", 404), ("other_leader", 404)])
def test_who_may_not_log_gets_no_link(world: World, key: str, status: int) -> None:
    assert world.as_(key).post(LINKS, json={"department_id": world.id_("A")}).status_code == status


def _events(world: World, kind: str) -> list[Any]:
    with world.database.read() as work:
        return list(
            work.rows(
                select(AuditEvent.what, AuditEvent.facts, AuditEvent.actor_id)
                .where(AuditEvent.kind == kind)
                .order_by(col(AuditEvent.at), col(AuditEvent.id))
            )
        )


def test_before_the_board_a_sentence_is_from_the_board(world: World) -> None:
    trial = running(world, "A")
    one = planned(world, trial_action_id=trial["id"])
    secret = scanned(world, trial)
    shown = look(world, secret).json()
    assert (shown["kind"], shown["named"]) == ("board", False)
    assert say(world, secret, one, assessment="stopped", note="Ingen kom").status_code == 201
    [kept] = logs_of(world, one)
    assert (kept["from_board"], kept["audience"]) == (True, "shared")
    # What was said there is an assessment: the trial goes on until those who decide have decided.
    assert world.get("leader", f"/api/trial-actions/{trial['id']}")["state"] == "running"
    said = [row.facts for row in _events(world, "follow_up") if row.what == "follow_up.logged"]
    assert [facts["via"] for facts in said] == ["board"]


def test_a_phone_that_carries_a_personal_link_says_it_by_name(world: World) -> None:
    trial = running(world, "A")
    one = planned(world, trial_action_id=trial["id"])
    secret, own = scanned(world, trial), personal(world)
    assert look(world, secret, personal=own).json()["named"] is True
    assert look(world, secret, personal="nonsense").json()["named"] is False
    assert say(world, secret, one, personal="nonsense").status_code == 404
    assert say(world, secret, one, personal=own).status_code == 201
    [kept] = logs_of(world, one)
    assert (kept["from_board"], kept["logged_by"]["name"]) == (False, "Ane Ambassadør")


def test_the_board_says_only_so_much_in_a_day(world: World) -> None:
    trial = running(world, "A")
    one = planned(world, trial_action_id=trial["id"])
    secret, second = scanned(world, trial), scanned(world, trial)
    for number in range(BOARD_LOGS_A_DAY):
        answer = say(world, secret if number % 2 else second, one, key=f"key-number-{number}")
        assert answer.status_code == 201, answer.text
    full = say(world, secret, one, key="one-too-many")
    assert (full.status_code, full.json()["facts"]["state"]) == (409, "enough_today")
    assert say(world, secret, one, key="by-name-still", personal=personal(world)).status_code == 201
    with world.database.write() as work:
        work.session.execute(update(FollowUpLog).values(logged_at=datetime(2026, 1, 1, tzinfo=UTC)))
    assert say(world, secret, one, key="the-next-day").status_code == 201


def test_a_board_code_ends_with_its_trial_its_maker_and_at_a_word(world: World) -> None:
    trial = running(world, "A")
    planned(world, trial_action_id=trial["id"])
    board = f"{LINKS}/board/{world.id_('A')}"
    first, second = scanned(world, trial), scanned(world, trial, "trio")
    assert world.get("leader", board)["standing"] == 2
    assert look(world, first).status_code == look(world, second).status_code == 200
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == world.people["trio"])
            .values(valid_to=clock.today() - timedelta(days=1))
        )
    assert (look(world, first).status_code, look(world, second).status_code) == (200, 404)
    assert world.as_("leader").delete(board).json()["standing"] == 0
    assert look(world, first).status_code == 404
    third = scanned(world, trial)
    world.move("leader", f"/api/trial-actions/{trial['id']}/cancel", trial["version"], reason="Ingen tid")
    assert look(world, third).status_code == 404
    told = [row.what for row in _events(world, "board")]
    assert told == ["board.codes_made", "board.codes_made", "board.codes_revoked", "board.codes_made"]


def test_no_link_shows_or_takes_what_is_only_for_us(world: World) -> None:
    one = planned(world)
    logged(world, one, note="Hemmelig sætning", audience="candid")
    secret = mailed(world, one)
    assert "Hemmelig" not in look(world, secret).text
    assert say(world, secret, one, audience="candid").status_code == 422
    answer = say(world, secret, one, note="Fælles sætning")
    assert answer.status_code == 201
    assert "Hemmelig" not in answer.text


def test_opening_changes_nothing(world: World) -> None:
    trial = running(world, "A")
    one = planned(world, trial_action_id=trial["id"])
    secrets = [mailed(world, one), personal(world), scanned(world, trial)]
    before = dump(world)
    for secret in [*secrets, "never-made"]:
        look(world, secret, personal=secrets[1])
        for path in ("/log/", f"/log/{secret}", "/api/log", "/api/log/look"):
            stranger(world).get(path)
    assert dump(world) == before


def test_only_our_own_page_sends(world: World) -> None:
    one = planned(world)
    secret = mailed(world, one)
    bare = TestClient(world.app, raise_server_exceptions=False)
    for path in ("/api/log", "/api/log/look"):
        answer = bare.post(path, json={"secret": secret, "follow_up_id": one["id"]})
        assert (answer.status_code, answer.json()["code"]) == (403, "missing_header")


def test_the_secret_is_kept_nowhere(world: World) -> None:
    one = planned(world)
    secrets = [mailed(world, one), personal(world)]
    assert say(world, secrets[0], one).status_code == 201
    everything = repr(dump(world))
    assert not [secret for secret in secrets if secret in everything]
