"""How the library of the demo hospital is filled: what HR writes, and the files that hang on it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import typst

from trinvis.demo.stage import Stage
from trinvis.demo.story import Event

_WORDS = ("title", "summary", "body", "title_en", "summary_en", "body_en", "links")
_FONTS = Path(__file__).resolve().parents[1] / "core" / "fonts"
_FORM = Path(__file__).parent / "handout.typ"


def _write(stage: Stage, event: Event) -> None:
    record = event.record
    body = {name: record[name] for name in _WORDS if name in record} | {"kind": record["kind"]}
    if "tool" in record:
        body |= {"tool_key": record["tool"], "title": record["key"]}
    stage.made[record["key"]] = stage.call(event.who, "POST", "/api/materials", body)


def _rewrite(stage: Stage, event: Event) -> None:
    """Write it anew: what a version does not tell stays as it was."""
    record, last = event.record, stage.made[event.record["key"]]
    body = {name: last[name] for name in _WORDS} | dict(record["versions"][event.nth])
    reply = stage.call(event.who, "PUT", f"/api/materials/{last['id']}", body, last["version"])
    stage.made[record["key"]] = reply


def _attach(stage: Stage, event: Event) -> None:
    file = event.record["files"][event.nth]
    path = f"/api/materials/{stage.made[event.record['key']]['id']}/files"
    _send(stage, event, path, file)


def _minutes(stage: Stage, event: Event) -> None:
    path = f"/api/journeys/sessions/{stage.made[event.record['key']]['id']}/files"
    _send(stage, event, path, event.record["files"][event.nth])


def _send(stage: Stage, event: Event, path: str, file: Mapping[str, Any]) -> None:
    make = _document if file["name"].endswith(".docx") else _page
    stage.bring(event.who, f"{path}?name={quote(file['name'])}", make(file["title"], file["lines"]))


def _page(title: str, lines: Sequence[str]) -> bytes:
    """A page to print, as PDF."""
    said = json.dumps({"title": title, "lines": list(lines)})
    made: bytes = typst.compile(
        str(_FORM), root=str(_FORM.parent), font_paths=[str(_FONTS)], ignore_system_fonts=True, format="pdf",
        sys_inputs={"said": said},
    )  # fmt: skip
    return made


def _document(title: str, lines: Sequence[str]) -> bytes:
    """A document to write on in, as DOCX."""
    made, page = io.BytesIO(), docx.Document()
    page.add_heading(title)
    for line in lines:
        page.add_paragraph(line)
    page.save(made)
    return made.getvalue()


SHELVING: dict[tuple[str, str], Callable[[Stage, Event], None]] = {
    ("materials", "write"): _write,
    ("materials", "rewrite"): _rewrite,
    ("materials", "attach"): _attach,
    ("sessions", "minutes"): _minutes,
}
"""The acts of the library, by kind of record and act."""
