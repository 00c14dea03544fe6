"""Files as their readers' programs show them: LibreOffice turns each into a PDF, poppler looks at it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Office = Callable[[Path], Path]
OfficeOfAll = Callable[[Sequence[Path]], dict[Path, Path]]


@pytest.fixture(scope="session")
def office_of_all(tmp_path_factory: pytest.TempPathFactory) -> OfficeOfAll:
    """Open files with LibreOffice, started once for all of them, and print each: the PDFs that there are.

    A file that wants repair gives none. No two files may have the same name.
    """
    profile = tmp_path_factory.mktemp("office")

    def printed(files: Sequence[Path]) -> dict[Path, Path]:
        out = tmp_path_factory.mktemp("printed")
        assert len({file.stem for file in files}) == len(files)
        command = [
            "soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "pdf",
            "--outdir", str(out), *map(str, files),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert "repair" not in (done.stdout + done.stderr).casefold()
        made = {file: out / f"{file.stem}.pdf" for file in files}
        return {file: pdf for file, pdf in made.items() if pdf.exists()}

    return printed


@pytest.fixture(scope="session")
def office(office_of_all: OfficeOfAll) -> Office:
    """Open one file with LibreOffice and print it: the PDF."""
    return lambda file: office_of_all([file])[file]


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    return _said("pdftotext", "-layout", str(pdf), "-").split("\f")[:-1]


def about(pdf: Path) -> dict[str, str]:
    """What the PDF says of itself, by poppler's words: Title, Author, Tagged, ..."""
    rows = (row.partition(":") for row in _said("pdfinfo", str(pdf)).splitlines())
    return {name: value.strip() for name, _, value in rows}


def size(pdf: Path) -> tuple[float, float]:
    """Width and height of the first page in points."""
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", _said("pdfinfo", str(pdf)))
    assert found
    return float(found[1]), float(found[2])


def fonts(pdf: Path) -> list[tuple[str, bool]]:
    """Each font's name, and whether it comes along."""
    rows = _said("pdffonts", str(pdf)).splitlines()[2:]
    marks = [re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s", row) for row in rows]
    return [
        (row.split()[0], found is not None and found[1] == "yes")
        for row, found in zip(rows, marks, strict=True)
    ]


def inked(pdf: Path, folder: Path) -> list[float]:
    """The part of each page's picture that is not white: nothing is empty, nothing is painted over."""
    folder.mkdir(parents=True, exist_ok=True)
    _said("pdftoppm", "-r", "30", "-gray", str(pdf), str(folder / "p"))
    shares = []
    for picture in sorted(folder.glob("*.pgm")):
        head, body = re.match(rb"P5\s+\d+\s+\d+\s+\d+\s", picture.read_bytes()), picture.read_bytes()
        assert head
        dots = body[head.end() :]
        shares.append(sum(dot < 235 for dot in dots) / len(dots))
    return shares


def overprinted(pdf: Path) -> list[tuple[str, str]]:
    """Words that stand on each other: what is printed over what."""
    found = []
    for page in _said("pdftotext", "-bbox", str(pdf), "-").split("<page")[1:]:
        boxes = [
            (float(one[1]), float(one[2]), float(one[3]), float(one[4]), one[5])
            for one in re.finditer(
                r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', page
            )
        ]
        for at, (left, top, right, foot, word) in enumerate(boxes):
            middle = (top + foot) / 2
            found += [
                (word, other)
                for x, y, to, down, other in boxes[at + 1 :]
                if x < right and to > left and y < middle < down and min(right, to) - max(left, x) > 1
            ]
    return found
