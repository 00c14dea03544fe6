"""The house rules as small functions: source text in, complaints out.

`test_checkers.py` shows of each that it can fail.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import PurePosixPath

VAGUE = {
    "service", "services", "manager", "helper", "helpers", "util", "utils", "crud", "repository", "common",
    "misc",
}
LONGEST_FILE = 300
LONGEST_FUNCTION = 45
# Parts of the standard library that read the clock, the disk, the network or chance.
IMPURE = {
    "asyncio", "glob", "http", "io", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib",
}
CLOCK = {"now", "today", "utcnow", "fromtimestamp"}


def vague_name(path: str) -> list[str]:
    """A file is named after what it is about, not after being of service."""
    words = set(re.split(r"[_\W]+", PurePosixPath(path).stem.lower()))
    return [f"'{word}' says nothing: name the file after its noun" for word in sorted(words & VAGUE)]


def commits(source: str) -> list[str]:
    """Where a transaction is committed."""
    return [
        f"line {call.lineno}: commit() stands only in core/db.py and worker.py"
        for call in _calls(source)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "commit"
    ]


def impure(source: str) -> list[str]:
    """What keeps rules from being pure: imports beyond the standard library, other rules, errors and
    access; the clock, the disk and printing."""
    complaints = []
    for line, module in imports(source):
        top = module.split(".")[0]
        ours = re.fullmatch(r"trinvis\.(errors|access|(\w+\.)+rules)(\.\w+)?", module)
        if top == "trinvis" and not ours:
            complaints.append(f"line {line}: rules import other rules, errors and access only, not {module}")
        elif top != "trinvis" and top not in sys.stdlib_module_names:
            complaints.append(f"line {line}: rules import no library, not {module}")
        elif top in IMPURE:
            complaints.append(f"line {line}: rules know no clock, disk, network or chance, so no {module}")
    for call in _calls(source):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if isinstance(call.func, ast.Attribute) and name in CLOCK and not _is_argument(call.func.value):
            complaints.append(f"line {call.lineno}: {name}() reads the clock; today is an argument")
        if isinstance(call.func, ast.Name) and name in {"open", "print", "input"}:
            complaints.append(f"line {call.lineno}: {name}() is no business of rules")
    return complaints


def room_imports(source: str) -> list[str]:
    """Imports of rooms, in a migration: an old migration must not change with today's code."""
    return [
        f"line {line}: a migration stands by itself and imports no {module}"
        for line, module in imports(source)
        if re.match(r"trinvis(?!\.core\b)", module)
    ]


def knows_persons(source: str) -> list[str]:
    """Imports of accounts or access, in the answering part of surveys: an answer has no person."""
    return [
        f"line {line}: answering knows no person, so it imports no {module}"
        for line, module in imports(source)
        if re.match(r"trinvis\.(accounts|access)\b", module)
    ]


def too_long(source: str) -> list[str]:
    lines = source.count("\n")
    return [f"{lines} lines, at most {LONGEST_FILE}: split it by noun"] if lines > LONGEST_FILE else []


def long_functions(source: str) -> list[str]:
    """Functions whose body, docstring not counted, is longer than a screen."""
    complaints = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            lines = (node.end_lineno or 0) - first.lineno + 1
            if lines > LONGEST_FUNCTION:
                where = f"line {node.lineno}: {node.name}"
                complaints.append(f"{where} has {lines} lines, at most {LONGEST_FUNCTION}")
    return complaints


def hosts_in_lock(text: str) -> list[str]:
    """Where a lock file says from which host a package came: that is the machine's to say."""
    places = re.findall(r"--(?:index-url|extra-index-url|find-links|trusted-host).*|@ \w+://\S+", text)
    places += re.findall(r'"resolved":\s*"\w+://[^"]*"', text)
    return [f"names a host: {place}" for place in places]


def unhashed(text: str) -> list[str]:
    """Packages in a requirements lock without a hash."""
    entries = re.split(r"\n(?=[a-z0-9])", text)
    bare = (entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry)
    return [f"no hash: {entry.split()[0]}" for entry in bare]


def unreasoned(pyproject: str) -> list[str]:
    """Dependencies that are not pinned exactly or do not say what they are for."""
    found = tomllib.loads(pyproject)
    lists = [
        found["project"]["dependencies"],
        *found["project"].get("optional-dependencies", {}).values(),
        *found.get("dependency-groups", {}).values(),
    ]
    complaints = []
    for wanted in (name for names in lists for name in names):
        if not re.fullmatch(r"[\w.\[\]-]+==[\w.]+", wanted):
            complaints.append(f"{wanted}: pin it exactly")
        if not re.search(rf'^\s*"{re.escape(wanted)}",\s*# \S', pyproject, re.MULTILINE):
            complaints.append(f"{wanted}: say in a comment what it is for")
    return complaints


def loose_packages(package_json: str) -> list[str]:
    """Frontend packages that are not pinned exactly."""
    found = json.loads(package_json)
    wanted = {**found.get("dependencies", {}), **found.get("devDependencies", {})}
    loose = {name: version for name, version in wanted.items() if not re.match(r"\d", version)}
    return [f"{name} {version}: pin it exactly" for name, version in loose.items()]


def page_markup(html: str) -> list[str]:
    """What the strict content security policy refuses in a page."""
    rules = {
        r"\sstyle\s*=": "style attributes",
        r"<style\b": "inline style sheets",
        r"<script\b(?![^>]*\ssrc=)": "inline scripts",
        r"\son\w+\s*=": "event attributes",
        r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//": "other hosts",
    }
    broken = (what for pattern, what in rules.items() if re.search(pattern, html, re.IGNORECASE))
    return [f"the policy refuses {what}" for what in broken]


def frontend_imports(path: str, source: str, rooms: set[str]) -> list[str]:
    """Who imports whom in the frontend: `path` and what it imports are seen from frontend/src.

    ui/ and api/ know no room; a room takes parts.tsx of another room; pages are for the routes."""
    here = PurePosixPath(path)
    room = here.parts[0] if here.parts[0] in rooms else None
    complaints = []
    for target in re.findall(r"""(?:from|import)\s*\(?\s*["'](\.[^"']*)["']""", source):
        there = _resolved(here.parent, target)
        other = there.parts[0] if there.parts and there.parts[0] in rooms else None
        page = re.search(r"Page(\.tsx)?$", there.name)
        elsewhere = str(here) not in {"firstRoutes.tsx", "routes.tsx"} and not _is_test(here)
        if page and elsewhere and there.parts[0] != "ui":
            complaints.append(f"imports {there}: only the routes files import pages")
        elif here.parts[0] in {"ui", "api"} and other:
            complaints.append(f"imports {there}: {here.parts[0]}/ knows no room")
        elif room and other and other != room and PurePosixPath(there.name).stem not in {"parts", "texts"}:
            complaints.append(f"imports {there}: of another room only parts.tsx")
    return complaints


def languages(source: str) -> list[str]:
    """Texts that stand in one language only."""
    danish, english = (len(re.findall(rf"\b{key}\s*:", source)) for key in ("da", "en"))
    if danish == english and danish:
        return []
    return [f"{danish} texts in Danish, {english} in English: every text stands in both"]


def unfinished(source: str) -> list[str]:
    """Notes to oneself that belong into an issue."""
    marks = r"\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b"
    return [
        f"line {number}: finish it or file it"
        for number, line in enumerate(source.splitlines(), 1)
        if re.search(marks, line)
    ]


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of every module imported, wherever in the file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                # `from trinvis import access` names a module, `from trinvis.access import Role` a thing.
                full = f"{base}.{alias.name}"
                yield node.lineno, full if re.fullmatch(r"trinvis(\.\w+)?", base) else base


def _calls(source: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))


def _is_argument(value: ast.expr) -> bool:
    """`facts.today()` asks an argument; `date.today()` and `datetime.now()` ask the machine."""
    name = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
    return name not in {"date", "datetime", "time", "clock"}


def _is_test(path: PurePosixPath) -> bool:
    return ".test." in path.name


def _resolved(folder: PurePosixPath, target: str) -> PurePosixPath:
    parts: list[str] = list(folder.parts)
    for word in target.split("/"):
        if word == "..":
            parts = parts[:-1]
        elif word not in {".", ""}:
            parts.append(word)
    return PurePosixPath(*parts)
