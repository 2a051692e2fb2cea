"""Schedulers, workers and clients as real processes, in network and mount namespaces where asked for.

They are forked from a process that has imported torch, Dask and the lenses once for all of them: each would
take seconds for this, on a loaded machine many.
"""

import contextlib
import ctypes
import json
import multiprocessing
import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

_PATIENCE = 120
_NETWORK, _MOUNTS = 0x40000000, 0x00020000  # CLONE_NEWNET and CLONE_NEWNS of Linux
_FORKS: Any = None
if "forkserver" in multiprocessing.get_all_start_methods():
    _FORKS = multiprocessing.get_context("forkserver")
    _FORKS.set_forkserver_preload(["tests.batch.cluster_process"])


class Processes:
    """The processes of a test; whatever is left of them ends with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._running: list[Any] = []
        self.environment: dict[str, str] = {}

    def start(self, *words, out=None, **surroundings):
        """Start one; in the network namespace `netns`, and with the folder `hidden`, where they are given."""
        surroundings["log"] = str(self.folder / f"process-{len(self._running)}.log")
        surroundings["folder"], surroundings["environment"] = str(self.folder), self.environment
        process = _FORKS.Process(target=_started, args=(surroundings, [str(word) for word in words], out))
        process.start()
        self._running.append(process)
        return process

    def scheduler(self, host="127.0.0.1", **surroundings) -> int:
        """Start one; its port."""
        file = self.folder / "port"
        process = self.start("scheduler", host, file, **surroundings)
        end = time.monotonic() + _PATIENCE
        while not file.exists():
            assert process.is_alive(), self.logs()
            assert time.monotonic() < end, self.logs()
            time.sleep(0.02)
        return int(file.read_text())

    def run(self, *words, **surroundings):
        """Start a client; the messages that it prints, one by one."""
        told, out = _FORKS.Pipe(duplex=False)
        process = self.start("run", *words, out=out, **surroundings)
        out.close()
        with told, os.fdopen(os.dup(told.fileno())) as lines:
            for line in lines:
                yield json.loads(line)
        process.join(_PATIENCE)
        assert process.exitcode == 0, self.logs()

    def logs(self) -> str:
        return "\n".join(path.read_text()[-2000:] for path in sorted(self.folder.glob("process-*.log")))

    def end_first(self) -> None:
        """Kill what was started first: the scheduler."""
        self._running[0].kill()

    def end(self) -> None:
        for process in self._running:
            process.kill()
            process.join(_PATIENCE)


def _started(surroundings, words, out) -> None:
    """What runs in a process of its own: the command, in its surroundings, with what it prints in its log."""
    with Path(surroundings["log"]).open("wb") as log:
        os.dup2(log.fileno(), 2)
        os.dup2((out or log).fileno(), 1)
    os.environ.update(surroundings["environment"])
    os.chdir(surroundings["folder"])
    if "netns" in surroundings:
        with Path("/run/netns", surroundings["netns"]).open() as other:
            _of_the_system("setns", other.fileno(), _NETWORK)
    if "hidden" in surroundings:
        _of_the_system("unshare", _MOUNTS)
        for words_of_mount in (["--make-rprivate", "/"], ["-t", "tmpfs", "none", surroundings["hidden"]]):
            subprocess.run(["mount", *words_of_mount], check=True)
    from tests.batch import cluster_process

    cluster_process.main(words)


def _of_the_system(name, *arguments) -> None:
    system = ctypes.CDLL(None, use_errno=True)
    if getattr(system, name)(*arguments):
        raise OSError(ctypes.get_errno(), f"{name} failed")


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
