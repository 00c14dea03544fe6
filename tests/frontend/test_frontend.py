"""The frontend's own checks, its weights, and the wheel that carries it."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.server import serving

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
DIST = FRONTEND / "dist"
# Most bytes, gzipped, that the first load of each page may fetch.
WEIGHTS = {
    "index.html": {"js": 110_000, "css": 32_000},
    "svar.html": {"js": 25_000},
    "log.html": {"js": 25_000},
    "tillid.html": {"css": 5_000},
}
# Files of a first load that there are more than: what finds nothing weighs nothing.
FILES = {"index.html": 2, "tillid.html": 0}
NODE = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _npm(*words: str) -> None:
    npm = Path(sys.executable).parent / "npm"
    done = subprocess.run([npm, *words], check=False, cwd=FRONTEND, env=NODE, capture_output=True, text=True)
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def test_lint_types_and_logic():
    _npm("run", "--silent", "check")


def test_weights_of_the_front_page_and_of_the_heaviest_other():
    _npm("run", "--silent", "weights")


def first_load(manifest, page, language):
    """The files that the page fetches before it can show anything in this language: the page's own
    scripts, the language's half of the app, and what these import at once; what they import later is not."""
    files, waiting = set(), [page]
    waiting += [name for name in manifest[page].get("dynamicImports", []) if name.endswith(f"?{language}")]
    seen = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            chunk = manifest[name]
            files |= {chunk["file"], *chunk.get("css", [])}
            waiting += chunk.get("imports", [])
    return files


def test_what_a_first_load_is():
    manifest = {
        "index.html": {"file": "start.js", "css": ["a.css"], "dynamicImports": ["main?da", "main?en", "x"]},
        "main?da": {"file": "da.js", "imports": ["_shared.js"], "dynamicImports": ["page"]},
        "main?en": {"file": "en.js", "imports": ["_shared.js"]},
        "_shared.js": {"file": "shared.js", "css": ["b.css"]},
        "page": {"file": "page.js"},
        "x": {"file": "x.js"},
    }
    assert first_load(manifest, "index.html", "da") == {"start.js", "da.js", "shared.js", "a.css", "b.css"}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("page", [file.name for file in FRONTEND.glob("*.html")])
def test_weight(page, language):
    manifest = json.loads((DIST / ".vite" / "manifest.json").read_text())
    files = first_load(manifest, page, language)
    assert len(files) > FILES.get(page, 1), "the page and the app in this language"
    for kind, most in WEIGHTS[page].items():
        names = [name for name in files if name.endswith(f".{kind}")]
        weight = sum(len(gzip.compress((DIST / name).read_bytes(), 9)) for name in names)
        assert 0 < weight <= most, f"{kind} of {page}"


def test_types_are_those_of_the_api(tmp_path):
    from trinvis.core.settings import Settings
    from trinvis.main import create_app

    schema = tmp_path / "openapi.json"
    schema.write_text(json.dumps(create_app(Settings()).openapi()))
    fresh = tmp_path / "types.gen.ts"
    _npm("exec", "--offline", "--", "openapi-typescript", str(schema), "-o", str(fresh))
    kept = FRONTEND / "src" / "api" / "types.gen.ts"
    assert fresh.read_text() == kept.read_text(), "run ./dev gen: the API has changed"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_carries_pages_migrations_and_packs(wheel):
    names = set(wheel.namelist())
    package = ROOT / "backend" / "trinvis"
    migrations = {f"trinvis/{file.relative_to(ROOT)}" for file in ROOT.glob("migrations/versions/*.py")}
    pages = {f"trinvis/frontend/{file.relative_to(DIST)}" for file in DIST.rglob("*") if file.is_file()}
    data = [*package.glob("content/packs/**/*.*"), *package.glob("demo/**/*.toml"), *package.glob("demo/*.csv")]
    packs = {f"trinvis/{file.relative_to(package)}" for file in data}
    assert migrations
    assert "trinvis/frontend/index.html" in pages
    assert {"trinvis/migrations/env.py", "trinvis/main.py", *migrations, *pages, *packs} <= names
    assert not [name for name in names if not name.startswith(("trinvis/", "trinvis-"))]


def test_the_wheel_serves_without_the_checkout(wheel, demo_data, tmp_path):
    package = tmp_path / "installed"
    wheel.extractall(package)
    shutil.copytree(demo_data, tmp_path / "data")
    with serving(tmp_path / "data", package=package) as url, urllib.request.urlopen(url) as page:
        assert page.read() == (DIST / "index.html").read_bytes()
