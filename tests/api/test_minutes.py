"""Minutes: files on a session, read by whoever reads its note."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select, update

from tests.api.files import DOCX, PDF
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.attachments.tables import Attachment, AttachmentContent
from trinvis.core import clock


def session(world: World, audience: str = "shared", *places: str) -> dict[str, Any]:
    key = "hr" if len(places) > 1 else "leader"
    return world.post(
        key, "/api/journeys/sessions", department_ids=[world.id_(place) for place in places or ("A",)],
        state="held", day="2026-01-05", forum="staff_meeting", audience=audience,
    )  # fmt: skip


def bring(world: World, url: str, key: str = "leader", name: str = "Referat på ét ark.pdf") -> Any:
    return world.as_(key).post(f"{url}?name={name}", content=PDF)


def url_of(made: dict[str, Any]) -> str:
    return f"/api/journeys/sessions/{made['id']}/files"


def test_whoever_reads_the_session_gets_its_files(world: World) -> None:
    url = url_of(session(world))
    file = bring(world, url).json()
    for key in ("member", "lmu", "hr", "ambassador"):
        assert [one["name"] for one in world.get(key, url)["items"]] == ["Referat på ét ark.pdf"]
        sent = world.as_(key).get(f"{url}/{file['id']}")
        assert (sent.status_code, sent.content) == (200, PDF)
        assert sent.headers["content-disposition"].startswith("attachment; ")
        assert sent.headers.get_list("content-security-policy") == ["sandbox; default-src 'none'"]
        assert sent.headers["cache-control"] == "no-store"
    for key in ("hmu", "secretary", "admin", "other_leader"):
        for path in (url, f"{url}/{file['id']}"):
            world.get(key, path, 404)
        assert world.as_(key).post(f"{url}/{file['id']}/open").status_code == 404
    assert world.get("member", url)["can"] == []
    assert world.get("leader", url)["can"] == ["add", "remove"]
    assert bring(world, url, "member").status_code == 403


def test_files_of_a_session_kun_for_os_are_opened_and_that_is_noted(world: World) -> None:
    made = session(world, "candid")
    url = url_of(made)
    file = bring(world, url).json()
    assert (file["name"], file["audience"]) == (None, "candid")
    # Nobody gets its name by reading, and nobody the file: not even who may open it.
    assert [one["name"] for one in world.get("leader", url)["items"]] == [None]
    world.get("leader", f"{url}/{file['id']}", 403)
    assert world.get("leader", url)["can"] == ["add", "remove", "open"]
    assert world.get("member", url)["can"] == []
    for key in ("member", "hr", "lmu"):
        assert world.as_(key).post(f"{url}/{file['id']}/open").status_code == 403
    opened = world.as_("trio").post(f"{url}/{file['id']}/open")
    assert (opened.status_code, opened.content) == (200, PDF)
    events = world.get("leader", f"/api/history/records/{made['id']}")["items"]
    assert [one["what"] for one in events if one["what"] == "session.file_opened"] == ["session.file_opened"]


def test_whoever_came_later_does_not_open_it(world: World) -> None:
    made = session(world, "candid")
    file = bring(world, url_of(made)).json()
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant).where(col(RoleGrant.person_id) == world.people["trio"])
            .values(valid_from=clock.today(), known_since=clock.today())
        )  # fmt: skip
        before = clock.now().replace(year=clock.now().year - 1)
        work.session.execute(update(Attachment).values(uploaded_at=before))
    assert world.as_("trio").post(f"{url_of(made)}/{file['id']}/open").status_code == 403


def test_a_file_brought_kun_for_os_stays_so(world: World) -> None:
    """Whoever shares the session's words has not meant its files."""
    made = session(world, "candid")
    file = bring(world, url_of(made)).json()
    fields: dict[str, Any] = {"day": "2026-01-05", "forum": "staff_meeting"}
    fields |= {"audience": "shared", "note": "Nu for alle"}
    shared = world.move("leader", f"/api/journeys/sessions/{made['id']}", 1, method="PUT", **fields)
    assert shared["audience"] == "shared"
    world.get("member", f"{url_of(made)}/{file['id']}", 403)
    # And one brought while it was shared is sealed as soon as the session is.
    other = session(world)
    open_to_all = bring(world, url_of(other)).json()
    fields |= {"audience": "candid", "note": "Kun os"}
    world.move("leader", f"/api/journeys/sessions/{other['id']}", 1, method="PUT", **fields)
    world.get("member", f"{url_of(other)}/{open_to_all['id']}", 403)


def test_a_file_is_had_from_its_own_session(world: World) -> None:
    one, other = session(world), session(world, "shared", "B", "A")
    file = bring(world, url_of(one)).json()
    world.get("leader", f"{url_of(other)}/{file['id']}", 404)
    # Both departments of a session read its files; whoever holds it in one of them brings none.
    both = bring(world, url_of(other), "hr").json()
    world.as_("other_leader").get(f"{url_of(other)}/{both['id']}")
    assert bring(world, url_of(other), "leader").status_code == 403


def test_sent_twice_it_hangs_there_once(world: World) -> None:
    url = url_of(session(world))
    key = {"Idempotency-Key": "the-same-file"}
    first = world.as_("leader").post(f"{url}?name=a.docx", content=DOCX, headers=key)
    again = world.as_("leader").post(f"{url}?name=a.docx", content=DOCX, headers=key)
    assert first.json() == again.json()
    assert len(world.get("leader", url)["items"]) == 1


def test_a_removed_files_bytes_are_gone(world: World) -> None:
    made = session(world)
    file = bring(world, url_of(made)).json()
    assert world.as_("leader").post(f"{url_of(made)}/{file['id']}/remove").status_code == 204
    world.get("leader", f"{url_of(made)}/{file['id']}", 404)
    with world.database.read() as work:
        assert work.rows(select(AttachmentContent.attachment_id)) == []
    whats = [e["what"] for e in world.get("leader", f"/api/history/records/{made['id']}")["items"]]
    assert {"session.file_added", "session.file_removed"} <= set(whats)
