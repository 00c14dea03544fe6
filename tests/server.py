"""The real server in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def trinvis(*words: object, package: Path | None = None) -> None:
    """Run the command `trinvis` to its end; `package`: the folder of the code, if not the checkout."""
    done = subprocess.run(
        _command(*words), check=False, capture_output=True, text=True, env=environment(package)
    )
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


@contextmanager
def serving(data: Path, package: Path | None = None) -> Iterator[str]:
    """Serve the data folder on a free port of the loopback, signing in by choosing a person; the address."""
    port = free_port()
    log = data.with_name(f"{data.name}.log")
    with log.open("w") as output:
        command = _command("serve", "--demo", "--port", port, "--data", data)
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment(package))
        try:
            _wait_until_ready(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(15)


def _command(*words: object) -> list[str]:
    return [sys.executable, "-m", "trinvis", *map(str, words)]


def environment(package: Path | None = None) -> dict[str, str]:
    """The environment without the settings of whoever runs the tests."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("TRINVIS_")}
    return plain | ({"PYTHONPATH": str(package)} if package else {})


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/ready", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The server did not become ready (exit {process.poll()}):\n{log.read_text()}")
