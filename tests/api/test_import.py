"""`trinvis import`: the hospital's own files as they are, all or nothing, twice the same."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import func
from sqlmodel import col, select

from trinvis import demo
from trinvis.accounts.tables import RoleGrant
from trinvis.command import Stop, import_file, main
from trinvis.core.audit import AuditEvent
from trinvis.core.db import Database
from trinvis.core.settings import Settings
from trinvis.departments.tables import Department

FILES = Path(demo.__file__).parent


def count(settings: Settings, table: Any) -> int:
    database = Database(settings)
    with database.read() as work:
        found = int(work.one(select(func.count()).select_from(table))[0])
    database.close()
    return found


def as_xlsx(csv_text: str, folder: Path, name: str) -> Path:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    for number, line in enumerate(csv_text.splitlines()):
        sheet.write_row(
            number, 0, line.replace('"Akutmodtagelsen ""Gul"""', 'Akutmodtagelsen "Gul"').split(";")
        )
    book.close()
    path = folder / name
    path.write_bytes(made.getvalue())
    return path


def test_the_hospitals_files_as_they_are_and_twice_the_same(settings: Settings) -> None:
    first = import_file(settings, "departments", FILES / "departments.csv")
    assert first[1] == "Afdelinger: 55 nye, 0 ændret, 0 flyttet, 0 lukket, 0 uændret."
    people = import_file(settings, "people", FILES / "people.csv")
    assert people[2].startswith("Roller: 144 nye")
    events = count(settings, AuditEvent)
    assert (
        import_file(settings, "departments", FILES / "departments.csv")[1]
        == "Afdelinger: 0 nye, 0 ændret, 0 flyttet, 0 lukket, 55 uændret."
    )
    again = import_file(settings, "people", FILES / "people.csv")
    assert again[2] == "Roller: 0 nye, 0 ændret, 0 slutter, 144 uændret."
    assert count(settings, AuditEvent) == events
    database = Database(settings)
    with database.read() as work:
        yellow = work.one(select(Department).where(Department.code == "VIB-01-3"))[0]
        order = [
            row.code for row in work.rows(select(Department.code).order_by(col(Department.position)).limit(8))
        ]
    database.close()
    assert yellow.name == 'Akutmodtagelsen "Gul"'
    assert order == ["HEM", "VIB", "VIB-01", "VIB-01-1", "VIB-01-2", "VIB-01-3", "VIB-02", "VIB-02-1"]


def test_the_same_as_xlsx(settings: Settings, tmp_path: Path) -> None:
    departments = as_xlsx((FILES / "departments.csv").read_text("utf-8-sig"), tmp_path, "a.xlsx")
    people = as_xlsx((FILES / "people.csv").read_text("cp1252"), tmp_path, "p.xlsx")
    import_file(settings, "departments", departments)
    import_file(settings, "people", people)
    assert import_file(settings, "departments", FILES / "departments.csv")[1].endswith(
        "0 nye, 0 ændret, 0 flyttet, 0 lukket, 55 uændret."
    )
    assert import_file(settings, "people", FILES / "people.csv")[2].endswith("0 slutter, 144 uændret.")


def test_one_error_and_nothing_is_imported(settings: Settings, tmp_path: Path) -> None:
    wrong = tmp_path / "forkert.csv"
    text = (FILES / "departments.csv").read_text("utf-8-sig")
    wrong.write_text(
        text.replace("VIB-03;Billeddiagnostik;afdeling;VIB;38", "VIB-03;Billeddiagnostik;afdeling;VIC;otte")
    )
    with pytest.raises(Stop) as stopped:
        import_file(settings, "departments", wrong)
    said = str(stopped.value)
    assert "række 16, ansatte, »otte«: Det er ikke et antal. Skriv et helt tal" in said
    assert count(settings, Department) == 0


def test_a_dry_run_says_and_changes_nothing(settings: Settings) -> None:
    said = import_file(settings, "departments", FILES / "departments.csv", dry_run=True)
    assert said[:2] == [
        "Prøvekørsel: intet er ændret.",
        "Afdelinger: 55 nye, 0 ændret, 0 flyttet, 0 lukket, 0 uændret.",
    ]
    assert count(settings, Department) == 0


def test_a_changed_name_and_a_new_end_date(settings: Settings, tmp_path: Path) -> None:
    import_file(settings, "departments", FILES / "departments.csv")
    import_file(settings, "people", FILES / "people.csv")
    text = (FILES / "people.csv").read_text("cp1252")
    changed = tmp_path / "p.csv"
    changed.write_text(
        text.replace(
            "Ole Krogh;ole.krogh@hemidt.example;ambassadør;VIB-01;;",
            "Ole Krogh Holm;ole.krogh@hemidt.example;ambassadør;VIB-01;;31.12.2026",
        )
    )
    said = import_file(settings, "people", changed)
    assert said[1:3] == [
        "Personer: 0 nye, 1 med nyt navn.",
        "Roller: 0 nye, 1 ændret, 0 slutter, 143 uændret.",
    ]
    assert count(settings, RoleGrant) == 144


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Filen er tom"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "hverken en tekst eller et regneark"),
        (b"navn;type\r\nA;afdeling\r\n", "mangler en kolonne: kode, overordnet"),
        (b"PK\x03\x04zip", "ligner et regneark"),
    ],
)
def test_a_file_that_is_none_gets_a_sentence(
    settings: Settings, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(content)
    with pytest.raises(Stop, match="nothing was imported") as stopped:
        import_file(settings, "departments", path)
    assert words in str(stopped.value)


def test_a_formula_stays_text(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("kode;navn;type;overordnet\nH;=HYPERLINK(1);center;\n")
    import_file(settings, "departments", path)
    database = Database(settings)
    with database.read() as work:
        assert work.one(select(Department.name))[0] == "=HYPERLINK(1)"
    database.close()


def test_the_whole_organisation_from_the_command(settings: Settings, tmp_path: Path) -> None:
    import_file(settings, "departments", FILES / "departments.csv")
    import_file(settings, "people", FILES / "people.csv")
    text = (FILES / "departments.csv").read_text("utf-8-sig")
    rows = [row for row in text.splitlines() if not row.startswith("STA-03;")]
    moved = tmp_path / "organisation.csv"
    moved.write_text("\n".join(rows).replace("afsnit;VIB-01;49", "afsnit;VIB-02;49"))
    said = import_file(settings, "departments", moved, whole=True)
    assert said[1] == "Afdelinger: 0 nye, 0 ændret, 1 flyttet, 1 lukket, 53 uændret."
    assert import_file(settings, "departments", moved)[1].startswith("Afdelinger: 0 nye, 0 ændret, 0 flyttet")
    people = tmp_path / "people.csv"
    lines = (FILES / "people.csv").read_text("cp1252").splitlines()
    people.write_text("\n".join(row for row in lines if ";ambassadør;" not in row and "STA-03" not in row))
    gone = import_file(settings, "people", people, whole=True, dry_run=True)
    assert re.fullmatch(r"Roller: 0 nye, 0 ændret, \d+ slutter, \d+ uændret\.", gone[2])
    assert import_file(settings, "people", people)[2].split(", ")[2] == "0 slutter"


def test_workers_of_their_own_are_for_postgresql(settings: Settings, capsys: Any) -> None:
    if not settings.embedded:
        return
    with pytest.raises(SystemExit):
        main(["worker", "--data", str(settings.data_dir)])
    assert "`trinvis serve` does this work" in capsys.readouterr().err
