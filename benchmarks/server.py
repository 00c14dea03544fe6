"""One server process on one core, with the twins beside the app: `python -m benchmarks.server PORT`."""

from __future__ import annotations

import os
import sys

import uvicorn

from benchmarks import twins
from trinvis.core.settings import Settings
from trinvis.main import create_app


def main() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    app = create_app(Settings())
    app.include_router(twins.router)
    # Before the app's own routes: behind them stands the pages' index, which answers whatever is left.
    app.router.routes.insert(0, app.router.routes.pop())
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
