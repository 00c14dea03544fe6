"""The worker: long work and whatever has its day. A thread in the embedded default, a process else."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread

from trinvis.core.db import Database
from trinvis.core.jobs import run_waiting, take_back
from trinvis.rooms import DUTIES, JOBS

EVERY = 1.0
"""Seconds between two looks at what waits."""


class Worker:
    """Looks for work until it is stopped. Any number of them on one PostgreSQL: rows are leased."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._stopped = Event()
        self._thread = Thread(target=self.run, name="worker", daemon=True)

    def once(self) -> int:
        """Do what waits now; how much there was."""
        return run_waiting(self._database, JOBS) + sum(duty(self._database) for duty in DUTIES)

    def run(self) -> None:
        """Work until `stop`. What goes wrong once is logged and tried again."""
        if self._database.settings.embedded:
            self._tried(lambda: take_back(self._database))
        while not self._stopped.is_set():
            self._tried(self.once)
            self._stopped.wait(EVERY)

    def _tried(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Exception:
            logging.getLogger(__name__).exception("the worker's round failed")

    def start(self) -> None:
        """Work in a thread of this process."""
        self._thread.start()

    def end(self) -> None:
        """No more after what is begun."""
        self._stopped.set()

    def stop(self) -> None:
        """Finish what is begun, then no more."""
        self.end()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
