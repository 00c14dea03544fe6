"""Papers: asked for, made by the worker, fetched; nothing in them that the committee may not see."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pptx
import pytest
import python_calamine

from tests.api.world import World
from trinvis.worker import Worker

HOSTILE = '=HYPERLINK("http://x") #eval("1") <w:t>&amp; \\u{202e} @SUM(A1) $x$ *fed* _kursiv_ ]#panic()'


def make(world: World, key: str, code: str, kind: str = "papers", **more: Any) -> dict[str, Any]:
    """Ask for papers, let the worker do them; what came of it."""
    asked = world.post(key, "/api/reports", 202, kind=kind, department_id=world.id_(code), **more)
    Worker(world.database).once()
    made = world.get(key, f"/api/reports/{asked['id']}")
    assert made["state"] == "done", made
    return made


def fetched(world: World, key: str, made: dict[str, Any], form: str) -> bytes:
    """A file's bytes."""
    answer = world.as_(key).get(f"/api/reports/{made['id']}/files/{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    content: bytes = answer.content
    return content


def words_of(world: World, key: str, made: dict[str, Any]) -> str:
    """Everything that stands in the files, as text."""
    found = [made["text"]]
    for form in ("docx", "pptx", "xlsx"):
        if any(one["format"] == form for one in made["files"]):
            with zipfile.ZipFile(io.BytesIO(fetched(world, key, made, form))) as archive:
                found += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return "\n".join(found)


def planned(world: World, change: str) -> None:
    """A trial action that the department has planned."""
    trial = world.post(
        "leader", "/api/trial-actions", department_id=world.id_("A"), change=change, prediction="ro",
        measure="tal", owner_id=world.person("leader"), starts_on="2026-11-02", ends_on="2026-11-16",
    )  # fmt: skip
    world.move("leader", f"/api/trial-actions/{trial['id']}/plan", trial["version"])


def test_the_secretary_makes_four_files_and_a_text(world: World) -> None:
    made = make(world, "secretary", "H")
    assert [one["format"] for one in made["files"]] == ["docx", "pptx", "xlsx", "pdf", "txt"]
    assert (made["done"], made["total"]) == (5, 5)
    assert "Det indstilles, at HMU" in made["text"]
    for heading in ("Indstilling", "Sagsfremstilling", "Beslutning"):
        assert heading in made["text"]
    assert fetched(world, "secretary", made, "pdf").startswith(b"%PDF")
    book = python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO(fetched(world, "secretary", made, "xlsx"))
    )
    assert book.sheet_names[0] == "Afdelinger"
    titles = [p.text for p in docx.Document(io.BytesIO(fetched(world, "secretary", made, "docx"))).paragraphs]
    assert titles[0] == "Status på arbejdet med psykologisk tryghed"
    show = pptx.Presentation(io.BytesIO(fetched(world, "secretary", made, "pptx")))
    assert 6 <= len(show.slides) <= 8
    assert any(shape.has_chart for slide in show.slides for shape in slide.shapes)


def test_they_come_in_english_too(world: World) -> None:
    assert "It is recommended that HMU" in make(world, "secretary", "H", language="en")["text"]


def test_what_was_made_is_the_makers_alone(world: World) -> None:
    made = make(world, "secretary", "H")
    for key in ("hmu", "hr", "leader"):
        world.get(key, f"/api/reports/{made['id']}", 404)
        assert world.as_(key).get(f"/api/reports/{made['id']}/files/docx").status_code == 404
    assert [
        one["id"] for one in world.get("secretary", f"/api/reports?department={world.id_('H')}")["items"]
    ] == [made["id"]]


def test_hmu_papers_hold_no_note_no_trial_no_hidden_wish(world: World) -> None:
    a, owner = world.id_("A"), world.person("leader")
    world.post("leader", "/api/trial-actions", department_id=a, change="Xprøvenx", owner_id=owner)
    world.post(
        "leader", "/api/follow-ups/log",
        department_id=a, question="Xspørgsmålx", assessment="as_planned", note="Xnotex", audience="candid",
    )  # fmt: skip
    world.post("leader", "/api/support-requests", department_id=a, wish="Xhjælpx", visible_to_hmu=False)
    # HR reads all of it, and the papers hold none of it all the same.
    said = words_of(world, "hr", make(world, "hr", "H"))
    for secret in ("Xprøvenx", "Xspørgsmålx", "Xnotex", "Xhjælpx", "Lea Leder"):
        assert secret not in said, secret
    assert "har bedt om hjælp" in said


def test_lmu_papers_tell_of_trials_and_of_no_candid_note_or_name(world: World) -> None:
    a = world.id_("A")
    planned(world, "Vi taler sidst")
    world.post(
        "leader", "/api/follow-ups/log",
        department_id=a, question="Går det?", assessment="as_planned", note="Xnotex", audience="candid",
    )  # fmt: skip
    said = words_of(world, "lmu", make(world, "lmu", "A"))
    assert "Vi taler sidst" in said
    assert "Xnotex" not in said
    assert "Lea Leder" not in said


def test_lmu_papers_of_a_past_day_know_nothing_that_came_later(world: World) -> None:
    a, owner = world.id_("A"), world.person("leader")
    planned(world, "Xprøvenx")
    world.post(
        "leader", "/api/agreements", department_id=a, what="Xaftalex", due="2099-01-05", owner_id=owner
    )  # fmt: skip
    assert "Xaftalex" in words_of(world, "lmu", make(world, "lmu", "A"))
    said = words_of(world, "lmu", make(world, "lmu", "A", as_of="2026-10-01"))
    for later in ("Xprøvenx", "Xaftalex"):
        assert later not in said, later


def test_texts_of_people_are_text_in_every_format(world: World) -> None:
    day = "2026-01-05"
    meeting = world.post("secretary", "/api/meetings", department_id=world.id_("H"), on=day)
    meeting = world.post(
        "secretary", f"/api/meetings/{meeting['id']}/items",
        title=HOSTILE, asks="discuss", recommendation=HOSTILE, account="\n".join([HOSTILE] * 18),
    )  # fmt: skip
    item = meeting["items"][0]["id"]
    made = make(world, "secretary", "H", meeting_id=meeting["id"], item_id=item, as_of=day)
    assert "HYPERLINK" in made["text"]
    with zipfile.ZipFile(io.BytesIO(fetched(world, "secretary", made, "xlsx"))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets" in name]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
    document = docx.Document(io.BytesIO(fetched(world, "secretary", made, "docx")))
    assert document.paragraphs[0].text == " ".join(HOSTILE.split())


def test_the_secretarys_papers_say_which_day_they_speak_of(world: World) -> None:
    meeting = world.post("secretary", "/api/meetings", department_id=world.id_("H"), on="2099-01-05")
    made = make(world, "hr", "H", meeting_id=meeting["id"])
    assert world.get("hr", f"/api/meetings/{meeting['id']}")["papers_as_of"] is None
    made = make(world, "secretary", "H", meeting_id=meeting["id"])
    assert world.get("hr", f"/api/meetings/{meeting['id']}")["papers_as_of"] == made["as_of"]


@pytest.mark.parametrize(
    ("more", "field", "problem"),
    [
        ({"as_of": "2099-01-01"}, "as_of", "in_future"),
        ({"as_of": "2026-01-05", "since": "2026-01-05"}, "since", "after_as_of"),
        ({"meeting_id": "01234567-89ab-7def-8123-456789abcdef"}, "meeting_id", "unknown"),
        ({"item_id": "01234567-89ab-7def-8123-456789abcdef"}, "item_id", "unknown"),
    ],
)
def test_what_cannot_be_made_is_refused(world: World, more: dict[str, str], field: str, problem: str) -> None:
    said = world.post("secretary", "/api/reports", 422, kind="papers", department_id=world.id_("H"), **more)
    assert (said["facts"]["errors"][0]["field"], said["facts"]["errors"][0]["problem"]) == (field, problem)


def test_yearly_contributions_and_the_collection_are_made(world: World) -> None:
    for kind in ("yearly", "experiences"):
        made = make(world, "hr", "H", kind=kind)
        assert [one["format"] for one in made["files"]] == ["docx", "pdf", "txt"]
    assert "Bidrag til den årlige arbejdsmiljødrøftelse" in make(world, "lmu", "A", kind="yearly")["text"]


def test_papers_are_forgotten_after_a_week(world: World) -> None:
    from datetime import timedelta

    from trinvis.core import clock
    from trinvis.reports.making import forget

    made = make(world, "secretary", "H")
    assert forget(world.database) == 0
    with clock.standing_at(clock.now() + timedelta(days=8)):
        assert forget(world.database) == 1
    with world.database.read() as work:
        from sqlmodel import select

        from trinvis.reports.tables import ReportFile

        assert not work.rows(select(ReportFile.id))
    world.get("secretary", f"/api/reports/{made['id']}", 404)
