"""Batches on clusters of real processes: killed, cut off, of other versions, and equal to one process's."""

import os
import shutil
import sys
from collections import Counter

import pytest
import torch
from torch import nn

from inspector.batch.running import run
from inspector.batch.wish import plan
from inspector.probe.cancel import CancelToken
from inspector.workspace.findings import Findings
from tests.batch.batch_process import wish
from tests.batch.contents import contents, left_of
from tests.batch.processes import Processes, cable, can, namespaces

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by POSIX signals here")


@pytest.fixture
def processes(tmp_path):
    started = Processes(tmp_path)
    yield started
    started.end()


@pytest.fixture
def alone(pictures, demo, whole):
    """What one process makes, and how many pieces it is."""
    return contents(whole), len(plan(wish(pictures), demo, "demo"))


def test_that_two_local_processes_make_the_same_bytes(processes, pictures, alone, tmp_path):
    messages = list(processes.run(pictures, tmp_path / "w", "demo", "local", 2))
    assert messages[-1] == {"summary": [alone[1], 0, []]}, processes.logs()
    assert contents(tmp_path / "w") == alone[0]
    notes = [message.get("note", "") for message in messages]
    assert any("pieces/" in note for note in notes)


def held(folder):
    """(process, shard) of the worker that stopped with a shard in hand; None before."""
    file = folder / "held"
    return tuple(map(int, file.read_text().split())) if file.exists() else None


def begun(folder):
    """How often each shard was begun."""
    return Counter(map(int, (folder / "begun").read_text().split()))


def test_that_a_worker_killed_with_a_shard_in_hand_costs_nothing_and_one_of_another_version_is_named(
    processes, pictures, alone, tmp_path
):
    address = f"tcp://127.0.0.1:{processes.scheduler()}"
    processes.start("worker", address, "0.0.9")
    workers = {one.pid: one for one in (processes.start("holder", address, tmp_path) for _ in range(4))}
    killed, messages = None, []
    for message in processes.run(pictures, tmp_path / "w", "demo", address, 5):
        messages.append(message)
        if killed is None and (killed := held(tmp_path)):
            workers[killed[0]].kill()
    assert messages[-1] == {"summary": [alone[1], 0, []]}, processes.logs()
    assert begun(tmp_path) == {1: 1, 2: 1, 3: 1} | {killed[1]: 2}
    assert contents(tmp_path / "w") == alone[0]
    remarks = [message["remark"] for message in messages if "remark" in message]
    assert len(remarks) == 1
    assert "does not take part: it has version 0.0.9 of the program and not " in remarks[0]


def test_that_a_worker_that_is_cut_off_with_a_shard_in_hand_costs_nothing(
    processes, pictures, alone, tmp_path
):
    mark = os.getpid()
    hub, *names = (f"inspector-{mark}-{name}" for name in ("hub1", "near", "far1"))
    with namespaces(hub, *names):
        port = processes.scheduler("0.0.0.0", netns=hub)
        lines = {}
        for number, name in enumerate(names, start=1):
            (here, _), ends = cable(hub, name, number)
            worker = processes.start("holder", f"tcp://{here}:{port}", tmp_path, netns=name)
            lines[worker.pid] = name, ends[1]
        cut = None
        address = f"tcp://10.231.1.1:{port}"
        messages = []
        for message in processes.run(pictures, tmp_path / "w", "demo", address, 2, netns=hub):
            messages.append(message)
            if cut is None and (cut := held(tmp_path)):
                name, end = lines[cut[0]]
                assert can("ip", "-n", name, "link", "set", end, "down")
        assert messages[-1] == {"summary": [alone[1], 0, []]}, processes.logs()
        processes.end()
    assert begun(tmp_path) == {1: 1, 2: 1, 3: 1} | {cut[1]: 2}
    assert contents(tmp_path / "w") == alone[0]


def test_that_the_only_worker_is_replaced_and_a_lost_scheduler_costs_nothing(
    processes, pictures, demo, alone, tmp_path
):
    address = f"tcp://127.0.0.1:{processes.scheduler()}"
    workers, messages = [], []
    for message in processes.run(pictures, tmp_path / "w", "demo", address):
        messages.append(message)
        if not workers and message.get("note") == "Waiting for workers":
            workers.append(processes.start("worker", address))
        if len(workers) == 1 and message.get("done", 0) >= 4:
            workers[0].kill()
            workers.append(processes.start("worker", address))
        if message.get("done", 0) >= 5:
            processes.end_first()  # the scheduler
    assert len(workers) == 2
    assert messages[-1]["error"].startswith("The scheduler is gone; what was done is kept"), processes.logs()
    pieces = plan(wish(pictures), demo, "demo")
    left = left_of(pieces, tmp_path / "w")
    assert 0 < len(left) <= len(pieces) - 5
    for _ in run(pieces, demo, tmp_path / "w", CancelToken()):
        pass
    assert contents(tmp_path / "w") == alone[0]


def check_that_folders_can_be_hidden():
    if not can("unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"):
        pytest.skip("mount namespaces are not permitted here (unshare -m)")


CODE = """
import torch
from torch import nn

def net():
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 4, 5), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 28 * 28, 3))
"""


def test_that_weights_go_to_a_worker_that_lacks_them_and_code_does_not(processes, pictures, tmp_path):
    check_that_folders_can_be_hidden()
    away = tmp_path / "away"
    away.mkdir()
    torch.manual_seed(1)
    module = nn.Sequential(nn.Conv2d(3, 4, 5), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 28 * 28, 3))
    torch.jit.trace(module, torch.rand(1, 3, 32, 32)).save(away / "net.pt")
    (away / "code.py").write_text(CODE)
    shutil.copy(next(pictures.rglob("*.png")), away / "picture.png")
    processes.environment["TMPDIR"] = str(tmp_path)
    address = f"tcp://127.0.0.1:{processes.scheduler()}"
    processes.start("worker", address, hidden=str(away))
    spec = f"{away / 'net.pt'}@3x32x32"
    messages = list(processes.run(pictures, tmp_path / "w", spec, address, 1))
    assert messages[-1].get("summary", messages[-1:])[1:] == [0, []], (messages[-1], processes.logs())
    sent = [path for path in tmp_path.glob("neuron-inspector-*/*/*") if path.is_file()]
    assert [path.read_bytes() for path in sent] == [(away / "net.pt").read_bytes()]
    with Findings(tmp_path / "w") as findings:
        assert findings.count() == 5  # of two units by two objectives, and a caricature
    spec = f"{away / 'code.py'}:net@3x32x32"
    message = list(processes.run(pictures, tmp_path / "w", spec, address))[-1]
    assert message["error"].startswith("No worker can do the work. tcp://127.0.0.1:"), processes.logs()
    assert "code.py" in message["error"]
