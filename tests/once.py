"""What all processes of one run of the tests share: made once, by whichever needs it first."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Names the folder of the run; the process that starts the run sets it and deletes the folder.
STATE = "TESTS_OF_TRINVIS"


@contextmanager
def once(name: str) -> Iterator[Path]:
    """A path in the run's folder, under a lock; who finds it missing makes it."""
    path = Path(os.environ[STATE]) / name
    with path.with_name(f"{name}.lock").open("w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        yield path
