"""Each house rule can fail: shown what it forbids it complains, shown what it allows it is silent."""

import pytest

from tests.house import checkers as check

LONG = "def f():\n" + '    """Said."""\n' + "    x = 1\n" * 46
PYPROJECT = """
[project]
dependencies = [
    "one==1.0",  # does one thing
    {line}
]
"""
ROOMS = {"journeys", "followups"}

BAD = [
    (check.vague_name, "backend/trinvis/journeys/journey_service.py"),
    (check.vague_name, "frontend/src/ui/date-utils.ts"),
    (check.commits, "def f(session):\n    session.commit()\n"),
    (check.impure, "import sqlmodel\n"),
    (check.impure, "from trinvis.core.clock import today\n"),
    (check.impure, "from trinvis.core import clock\n"),
    (check.impure, "from trinvis import core\n"),
    (check.impure, "from trinvis.journeys.tables import Journey\n"),
    (check.impure, "import random\n"),
    (check.impure, "from pathlib import Path\n"),
    (check.impure, "from datetime import date\ndef f():\n    return date.today()\n"),
    (check.impure, "import datetime\ndef f():\n    return datetime.datetime.now()\n"),
    (check.impure, "def f():\n    print(1)\n"),
    (check.room_imports, "from trinvis.journeys.tables import Journey\n"),
    (check.room_imports, "from trinvis import journeys\n"),
    (check.room_imports, "import trinvis\n"),
    (check.knows_persons, "from trinvis.access import Actor\n"),
    (check.knows_persons, "from trinvis import accounts\n"),
    (check.too_long, "x = 1\n" * 301),
    (check.long_functions, LONG),
    (check.hosts_in_lock, "--index-url https://example.org/simple\none==1.0\n"),
    (check.hosts_in_lock, "one @ https://example.org/one.whl\n"),
    (check.hosts_in_lock, '{"one": {"resolved": "https://example.org/one.tgz"}}'),
    (check.unhashed, "one==1.0 \\\n    --hash=sha256:00\ntwo==2.0\n"),
    (check.unreasoned, PYPROJECT.format(line='"two==2.0",')),
    (check.unreasoned, PYPROJECT.format(line='"two>=2.0",  # not pinned')),
    (check.loose_packages, '{"dependencies": {"react": "^19.0.0"}}'),
    (check.loose_packages, '{"devDependencies": {"vite": "latest"}}'),
    (check.page_markup, '<p style="color: red">'),
    (check.page_markup, "<script>alert(1)</script>"),
    (check.page_markup, "<body onload='f()'>"),
    (check.page_markup, '<link href="https://example.org/font.css">'),
    (check.languages, "{ save: { da: 'Gem' } }"),
    (check.languages, "{}"),
    (check.unfinished, "x = 1  # " + "TO" + "DO: more\n"),
]

GOOD = [
    (check.vague_name, "backend/trinvis/journeys/rules.py"),
    (check.commits, "def f(session):\n    session.flush()\n"),
    (check.impure, "import datetime\nfrom trinvis import access\nfrom trinvis.errors import Code\n"),
    (check.impure, "from trinvis.followups import rules\nfrom trinvis.followups.rules import due\n"),
    (check.impure, "def f(moment, today):\n    return moment.today() < today\n"),
    (check.room_imports, "from alembic import op\nfrom trinvis.core.columns import Moment\n"),
    (check.knows_persons, "from trinvis.surveys.tables import Ballot\n"),
    (check.too_long, "x = 1\n" * 300),
    (check.long_functions, LONG.replace("    x = 1\n", "", 1)),
    (check.hosts_in_lock, "one==1.0 \\\n    --hash=sha256:00\n    # via two\n"),
    (check.hosts_in_lock, '{"one": {"funding": {"url": "https://example.org"}}}'),
    (check.unhashed, "one==1.0 \\\n    --hash=sha256:00\n"),
    (check.unreasoned, PYPROJECT.format(line='"two[more]==2.0",  # does another')),
    (check.loose_packages, '{"dependencies": {"react": "19.0.0"}}'),
    (check.page_markup, '<script type="module" src="/src/main.tsx"></script>'),
    (check.languages, "{ save: { da: 'Gem', en: 'Save' } }"),
    (check.unfinished, "x = 1  # why it is one\n"),
]

# Path in frontend/src, what it imports, whether that is allowed.
FRONTEND = [
    ("ui/Page.tsx", '"../journeys/parts"', False),
    ("ui/Page.tsx", '"./Field"', True),
    ("ui/shell.tsx", '"./Page"', True),
    ("api/client.ts", '"../followups/texts"', False),
    ("journeys/StepForm.tsx", '"../followups/FollowUpForm"', False),
    ("journeys/StepForm.tsx", '"../followups/parts"', True),
    ("journeys/StepForm.tsx", '"./DepartmentPage"', False),
    ("journeys/StepForm.tsx", '"../ui/Field"', True),
    ("routes.tsx", '"./journeys/DepartmentPage"', True),
    ("main.tsx", '"./journeys/DepartmentPage"', False),
]


@pytest.mark.parametrize(("rule", "sample"), BAD)
def test_complains_of(rule, sample):
    assert rule(sample)


@pytest.mark.parametrize(("rule", "sample"), GOOD)
def test_is_silent_on(rule, sample):
    assert rule(sample) == []


@pytest.mark.parametrize(("path", "target", "allowed"), FRONTEND)
@pytest.mark.parametrize("form", ["import {{ X }} from {}", "const X = lazy(() => import({}))"])
def test_frontend_imports(path, target, allowed, form):
    assert (check.frontend_imports(path, form.format(target), ROOMS) == []) is allowed


def test_every_rule_is_shown_a_bad_and_a_good_sample():
    rules = {
        rule for name, rule in vars(check).items()
        if callable(rule) and getattr(rule, "__module__", "") == check.__name__ and not name.startswith("_")
    } - {check.imports, check.frontend_imports}
    assert rules == {rule for rule, _ in BAD} == {rule for rule, _ in GOOD}
