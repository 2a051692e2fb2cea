"""Schedulers, workers and clients as real processes, in network and mount namespaces where asked for."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("cluster_process.py")
_PATIENCE = 120


class Processes:
    """The processes of a test; whatever is left of them ends with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: list[subprocess.Popen] = []
        self.environment = {**os.environ, "PYTHONPATH": str(SCRIPT.parents[2]), "OMP_NUM_THREADS": "1"}

    def start(self, *words, before=(), **options) -> subprocess.Popen:
        command = [*before, sys.executable, "-W", "ignore", SCRIPT, *map(str, words)]
        with (self.folder / f"process-{len(self._running)}.log").open("wb") as log:
            options = {"stdout": log, "stderr": log, "env": self.environment, "cwd": self.folder, **options}
            process = subprocess.Popen([str(word) for word in command], **options)
        self._running.append(process)
        return process

    def scheduler(self, host="127.0.0.1", before=()) -> int:
        """Start one; its port."""
        file = self.folder / "port"
        process = self.start("scheduler", host, file, before=before)
        end = time.monotonic() + _PATIENCE
        while not file.exists():
            assert process.poll() is None, self.logs()
            assert time.monotonic() < end, self.logs()
            time.sleep(0.02)
        return int(file.read_text())

    def run(self, *words, before=()):
        """Start a client; the messages that it prints, one by one."""
        process = self.start("run", *words, before=before, stdout=subprocess.PIPE, text=True)
        for line in process.stdout:
            yield json.loads(line)
        assert process.wait(_PATIENCE) == 0, self.logs()

    def logs(self) -> str:
        return "\n".join(path.read_text()[-2000:] for path in sorted(self.folder.glob("process-*.log")))

    def end_first(self) -> None:
        """Kill what was started first: the scheduler."""
        self._running[0].send_signal(signal.SIGKILL)

    def end(self) -> None:
        for process in self._running:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait(_PATIENCE)
            if process.stdout is not None:
                process.stdout.close()


@contextlib.contextmanager
def namespaces(*names):
    """Network namespaces of these names with their own loopback; skips where they are not permitted."""
    made = []
    try:
        for name in names:
            ask("ip", "netns", "add", name)
            made.append(name)
            ask("ip", "netns", "exec", name, "ip", "link", "set", "lo", "up")
        yield
    finally:
        for name in made:
            subprocess.run(["ip", "netns", "del", name], check=False)


def cable(one, other, number):
    """Join two namespaces by a cable; the addresses at its ends."""
    ends = [f"i{number}{one[-4:]}", f"i{number}{other[-4:]}"]
    addresses = [f"10.231.{number}.1", f"10.231.{number}.2"]
    ask("ip", "-n", one, "link", "add", ends[0], "type", "veth", "peer", "name", ends[1], "netns", other)
    for name, end, address in zip((one, other), ends, addresses, strict=True):
        ask("ip", "-n", name, "addr", "add", f"{address}/24", "dev", end)
        ask("ip", "-n", name, "link", "set", end, "up")
    return addresses, ends


def ask(*command) -> None:
    """Run a command that makes or changes a namespace; skips where that is not permitted."""
    if not can(*command):
        pytest.skip(f"network namespaces are not permitted here ({' '.join(command)})")


def can(*command) -> bool:
    """Whether a command of the system is there and permitted."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
