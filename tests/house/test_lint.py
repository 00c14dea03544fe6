"""Lint, types and the order of imports: held here, so that one run of the tests says whether all is well."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def _run(*command: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(w) for w in command], check=False, cwd=cwd, capture_output=True, text=True)


def _passes(*command: object) -> None:
    done = _run(*command)
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def test_ruff():
    _passes(BIN / "ruff", "check", "--output-format=concise", ".")


def test_types():
    done = _run(sys.executable, "-m", "mypy", "--no-error-summary")
    # The notes below an error list every overload there is; what is wrong stands in the error.
    errors = [line for line in done.stdout.splitlines() if ": note: " not in line]
    assert done.returncode == 0, "\n" + "\n".join([*errors, done.stderr])


def test_import_order():
    _passes(BIN / "lint-imports", "--no-cache")


# Contracts that could not fail would hold nothing: each is shown a copy of the package that breaks it.
BREACHES = {
    "Rooms import only rooms below them": ("departments/queries.py", "from trinvis.journeys import tables"),
    "Rules are pure": ("followups/rules.py", "import sqlmodel"),
    "A room's api.py is its own": ("accounts/queries.py", "from trinvis.departments import api"),
}


@pytest.mark.parametrize("contract", BREACHES)
def test_an_import_contract_is_broken_by(contract, tmp_path):
    file, line = BREACHES[contract]
    shutil.copytree(ROOT / "backend" / "trinvis", tmp_path / "trinvis")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "trinvis" / file).open("a") as guilty:
        guilty.write(f"\n{line}\n")
    done = _run(BIN / "lint-imports", "--no-cache", cwd=tmp_path)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout


def test_a_new_room_must_take_its_place_in_the_order(tmp_path):
    shutil.copytree(ROOT / "backend" / "trinvis", tmp_path / "trinvis")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "trinvis" / "stranger.py").touch()
    assert "stranger" in _run(BIN / "lint-imports", "--no-cache", cwd=tmp_path).stdout
