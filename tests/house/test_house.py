"""The house rules, held against every file of the checkout."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.house import checkers as check

ROOT = Path(__file__).resolve().parents[2]
BACKEND = "backend/trinvis"
# The frontend's folders that are no rooms.
NO_ROOMS = {"api", "ui", "shell", "styles", "assets", "svar", "log", "test"}
TOP = {
    ".ci", ".editorconfig", ".gitattributes", ".github", ".gitignore", "LICENSE", "README.md", "dev",
    "pyproject.toml", "requirements-dev.lock", "requirements.lock",
    "backend", "benchmarks", "docker", "docs", "frontend", "migrations", "tests",
}
OUTPUTS = [".venv", ".build", ".data", "frontend/node_modules", "frontend/dist", "dist", "tests/__pycache__"]


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _listed() -> list[str]:
    """All files that are committed or would be."""
    names = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    return sorted({name for name in names if name and (ROOT / name).is_file()})


FILES = _listed()
PYTHON = [name for name in FILES if name.endswith(".py")]
WRITTEN = [name for name in FILES if not name.startswith("migrations/versions/") and ".gen." not in name]
TYPESCRIPT = [name for name in WRITTEN if name.startswith("frontend/src/") and name.endswith((".ts", ".tsx"))]
PAGES = [name for name in FILES if name.startswith("frontend/") and name.endswith(".html")]
PURE = [
    n for n in PYTHON
    if n.startswith(BACKEND) and (n.endswith(("/rules.py", "/access.py", "/errors.py")) or "/rules/" in n)
]  # fmt: skip


def _hold(rule: Callable[[str], list[str]], names: Iterable[str]) -> None:
    found = [f"{name}: {line}" for name in names for line in rule((ROOT / name).read_text())]
    assert not found, "\n" + "\n".join(found)


def test_the_walk_sees_the_house():
    assert len(PYTHON) > 40
    assert len(PURE) > 4
    assert f"{BACKEND}/core/db.py" in PYTHON


def test_files_are_named_after_nouns():
    found = [f"{name}: {line}" for name in [*PYTHON, *TYPESCRIPT] for line in check.vague_name(name)]
    assert not found


def test_only_the_transaction_and_the_worker_commit():
    may = {f"{BACKEND}/core/db.py", f"{BACKEND}/worker.py"}
    _hold(check.commits, [name for name in PYTHON if name.startswith(BACKEND) and name not in may])


def test_rules_are_pure():
    _hold(check.impure, PURE)


def test_migrations_import_no_rooms():
    _hold(check.room_imports, [name for name in PYTHON if name.startswith("migrations/versions/")])


def test_answering_knows_no_person():
    _hold(check.knows_persons, [name for name in PYTHON if name.startswith(f"{BACKEND}/surveys/answer")])


def test_files_are_short():
    code = (".py", ".ts", ".tsx", "/dev")
    # A room's words stand in one file, in both languages; every page has its line in one list.
    whole = ("/texts.ts", "src/routes.tsx")
    names = [name for name in WRITTEN if f"/{name}".endswith(code) and not name.endswith(whole)]
    _hold(check.too_long, names)


def test_functions_are_short():
    # A browser test tells a person's way from beginning to end.
    code = [name for name in WRITTEN if name.endswith(".py") and not name.startswith("tests/e2e/")]
    _hold(check.long_functions, [*code, "dev"])


def test_nothing_is_left_for_later():
    _hold(check.unfinished, [*PYTHON, *TYPESCRIPT, "dev"])


def test_locks_name_no_host():
    locks = [name for name in FILES if name.endswith((".lock", "package-lock.json"))]
    assert len(locks) > 2
    _hold(check.hosts_in_lock, locks)


def test_locks_carry_hashes():
    _hold(check.unhashed, ["requirements.lock", "requirements-dev.lock"])


def test_dependencies_are_pinned_and_reasoned():
    _hold(check.unreasoned, ["pyproject.toml"])
    _hold(check.loose_packages, ["frontend/package.json"])


def test_pages_keep_to_the_policy():
    assert PAGES
    _hold(check.page_markup, PAGES)


def test_frontend_rooms_keep_apart():
    assert len(TYPESCRIPT) > 10
    sources = {name.removeprefix("frontend/src/"): (ROOT / name).read_text() for name in TYPESCRIPT}
    rooms = {path.split("/")[0] for path in sources if "/" in path} - NO_ROOMS
    found = [
        f"{path}: {line}"
        for path, text in sources.items()
        for line in check.frontend_imports(path, text, rooms)
    ]
    assert not found, "\n" + "\n".join(found)


def test_every_text_stands_in_both_languages():
    _hold(check.languages, [name for name in TYPESCRIPT if name.endswith("/texts.ts")])


def test_nothing_new_lies_at_the_top():
    assert {name.split("/")[0] for name in FILES} <= TOP


@pytest.mark.parametrize("output", OUTPUTS)
def test_what_is_made_is_ignored(output):
    # The slash makes a folder of it, though it may not be there yet.
    assert _git("check-ignore", f"{output}/x").strip()


def test_ci_runs_what_everybody_runs():
    assert "exec ./dev test\n" in (ROOT / ".ci/run").read_text()
