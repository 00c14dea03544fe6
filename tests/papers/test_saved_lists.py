"""A list that a page saves: its XLSX opens with LibreOffice, and what people wrote stays text."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import python_calamine

from tests.papers.conftest import pages

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".venv" / "bin"
HOSTILE = ['=HYPERLINK("http://x";"y")', '+cmd|"/c calc"!A1', "-1+1", "@SUM(A1)", "\t=1", "<b>&\x07 _x0041_"]
# The page's own module, as it is: Node takes away the types.
WRITE = """
import { writeFileSync } from "node:fs";
const [ui, out, given] = process.argv.slice(1);
const { writing } = await import(ui);
const { form, rows, ...sheet } = JSON.parse(given);
const file = writing(form, sheet);
for (const row of rows) await file.add([row]);
writeFileSync(out, new Uint8Array(await (await file.end()).arrayBuffer()));
"""


def saved(out: Path, form: str) -> Path:
    """Every hostile text in a row with a number and a day, written by the page's code."""
    rows = [[text, number + 0.5, {"day": "2026-02-28"}] for number, text in enumerate(HOSTILE)]
    sheet = {"title": "Prøve: [liste]", "head": ["Tekst", "Antal", "Dag"], "danish": True}
    given = json.dumps({"form": form, "rows": rows, **sheet})
    node = ["node", "--input-type=module", "-e", WRITE, str(ROOT / "frontend/src/ui/sheets.ts")]
    env = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NODE_NO_WARNINGS": "1"}
    file = out / f"liste.{form}"
    subprocess.run([*node, str(file), given], check=True, env=env, timeout=60)
    return file


def test_it_opens_and_reckons_with_nothing(tmp_path: Path, office: Callable[[Path], Path]) -> None:
    file = saved(tmp_path, "xlsx")
    sheet = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet[1:]] == [text.replace("\x07", "") for text in HOSTILE]
    said = pages(office(file))
    assert len(said) == 1
    for text in ("http://x", "calc", "-1+1", "@SUM(A1)", "=1", "<b>& _x0041_", "28-02-2026"):
        assert text in said[0]
    assert "#" not in said[0]
    assert "Err:" not in said[0]


def test_a_spreadsheet_reads_its_csv_as_texts(tmp_path: Path, office: Callable[[Path], Path]) -> None:
    said = pages(office(saved(tmp_path, "csv")))[0]
    assert "'=HYPERLINK" in said
    assert "Err:" not in said
