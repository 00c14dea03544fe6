"""What the routes of files and material need, and the records they are asked for."""

from __future__ import annotations

from typing import Any

from tests.api.files import PDF
from tests.api.needs import EVERYBODY, Needs
from tests.api.world import World
from trinvis.access import May

READ = May.READ

FILES: dict[tuple[str, str], Needs] = {
    # minutes: read with the session's plan, brought by whoever holds it
    ("GET", "/api/journeys/sessions/{session_id}/files"): Needs((READ,)),
    ("POST", "/api/journeys/sessions/{session_id}/files"): Needs(
        (May.HOLD_SESSIONS,), query="?name=referat.pdf"
    ),
    # The one that stands there is Kun for os: nobody gets it by reading.
    ("GET", "/api/journeys/sessions/{session_id}/files/{minutes_id}"): Needs((), READ),
    ("POST", "/api/journeys/sessions/{session_id}/files/{minutes_id}/open"): Needs((May.READ_CANDID,)),
    ("POST", "/api/journeys/sessions/{session_id}/files/{file_id}/remove"): Needs((May.HOLD_SESSIONS,)),
    # material: readable by anybody; who does not keep the library does not know that it is kept
    ("POST", "/api/materials"): Needs(
        (May.KEEP_LIBRARY,), May.KEEP_LIBRARY,
        body={"kind": "other", "title": "Plakat", "summary": "Til opslagstavlen"},
    ),
    ("PUT", "/api/materials/{material_id}"): Needs(
        (May.KEEP_LIBRARY,), May.KEEP_LIBRARY, body={"title": "Plakat", "summary": "Til opslagstavlen"}
    ),
    ("POST", "/api/materials/{material_id}/retire"): Needs((May.KEEP_LIBRARY,), May.KEEP_LIBRARY),
    ("POST", "/api/materials/{material_id}/restore"): Needs((May.KEEP_LIBRARY,), May.KEEP_LIBRARY),
    ("POST", "/api/materials/{material_id}/files"): Needs(
        (May.KEEP_LIBRARY,), May.KEEP_LIBRARY, query="?name=plakat.pdf"
    ),
    ("POST", "/api/materials/{material_id}/files/{attachment_id}/remove"): Needs(
        (May.KEEP_LIBRARY,), May.KEEP_LIBRARY
    ),
    ("GET", "/api/materials/{material_id}/versions"): EVERYBODY,
    ("GET", "/api/materials/{material_id}/versions/{number}"): EVERYBODY,
}


def records_with_files(world: World, session: dict[str, Any]) -> dict[str, str]:
    """Material with a file, and two files of the session: one to read, one that the first who may removes."""
    material = world.post("hr", "/api/materials", kind="other", title="Kort", summary="Til bordet")
    file = world.as_("hr").post(f"/api/materials/{material['id']}/files?name=kort.pdf", content=PDF)
    url = f"/api/journeys/sessions/{session['id']}/files?name=referat.pdf"
    minutes, removed = (world.as_("leader").post(url, content=PDF).json()["id"] for _ in range(2))
    return {
        "minutes_id": minutes, "file_id": removed,
        "material_id": material["id"], "attachment_id": file.json()["id"],
    }  # fmt: skip
