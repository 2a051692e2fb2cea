"""Parts of batches and clusters for themselves: weights that are sent, GPUs shared out, the time left."""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import torch
from torch import nn

from inspector.batch.address import address_of, opened
from inspector.batch.cluster_weights import shipment_of, unpacked
from inspector.batch.rate import Rate, duration
from inspector.network.errors import OpenError
from inspector.network.opening import open_network
from inspector.probe.edited import edited
from inspector.probe.edits import ActivationEdit, Edit


@pytest.fixture
def net(tmp_path):
    """A file that holds a whole small network."""
    torch.manual_seed(1)
    module = nn.Sequential(nn.Conv2d(3, 4, 5), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 28 * 28, 3))
    torch.jit.trace(module, torch.rand(1, 3, 32, 32)).save(tmp_path / "net.pt")
    return tmp_path / "net.pt"


def test_that_what_ships_with_the_program_is_not_sent(demo):
    assert shipment_of(demo, "demo") is None


def test_that_sent_weights_open_to_the_same_network_and_lie_there_once(net, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").mkdir()
    spec = f"{net}@3x32x32"
    network = open_network(spec)
    shipment = shipment_of(network, spec)
    assert shipment[0] == "{}/net.pt@3x32x32"
    there = unpacked(shipment)
    net.unlink()
    address = address_of(network, spec)
    assert opened(address, there).fingerprint == network.fingerprint
    file = Path(there.partition("@")[0])
    before = file.stat().st_mtime_ns
    assert unpacked(shipment) == there
    assert file.stat().st_mtime_ns == before
    with pytest.raises(OpenError):
        opened(address)


def test_that_other_weights_under_the_same_name_are_refused(net):
    spec = f"{net}@3x32x32"
    address = address_of(open_network(spec), spec)
    torch.manual_seed(2)
    module = nn.Sequential(nn.Conv2d(3, 4, 5), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 28 * 28, 3))
    torch.jit.trace(module, torch.rand(1, 3, 32, 32)).save(net)
    with pytest.raises(OpenError, match="has other weights here"):
        opened(address)


def test_that_a_network_made_in_python_is_asked_for_a_file(demo):
    with pytest.raises(OpenError, match="save it to a file"):
        opened(address_of(demo))


def test_that_a_network_looked_at_through_edits_opens_elsewhere_with_the_same_edits(demo):
    edits = (Edit(ActivationEdit("conv1", (1,), "scale", 2.0)),)
    through = edited(demo, edits)
    address = address_of(through, "demo", edits=edits)
    assert opened(address).fingerprint == through.fingerprint != demo.fingerprint
    with pytest.raises(OpenError, match="has other weights here"):
        opened(replace(address, edits=""))


def test_that_workers_that_stay_are_asked_again_for_whatever_they_were_not_asked_for(demo, monkeypatch):
    """A worker keeps the mark of what it can do: that of another batch must not stand for this one."""
    pytest.importorskip("distributed")
    from inspector.batch import cluster_greeting

    address = address_of(demo, "demo")
    others = [
        replace(address, name="other"),
        replace(address, preprocessing="{}"),
        replace(address, precision="bfloat16"),
        replace(address, edits="[]"),
    ]
    marks = [cluster_greeting.Doorman(None, demo, one).resource for one in (address, *others)]
    marks.append(cluster_greeting.Doorman(None, demo, address, (("digest", b"picture"),)).resource)
    monkeypatch.setattr(cluster_greeting, "__version__", "0.0.9")
    marks.append(cluster_greeting.Doorman(None, demo, address).resource)
    assert len(set(marks)) == 7
    monkeypatch.undo()
    assert cluster_greeting.Doorman(None, demo, address).resource == marks[0]


CLAIM = """
import sys
from inspector.batch.cluster_device import claim_a_gpu
print(claim_a_gpu() or "none", flush=True)
sys.stdin.read()
"""


def test_that_every_worker_of_a_machine_takes_another_gpu_until_there_are_none(tmp_path):
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "0,GPU-1f", "TMPDIR": str(tmp_path),
                   "PYTHONPATH": str(root)}  # fmt: skip

    def worker():
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        process = subprocess.Popen([sys.executable, "-c", CLAIM], env=environment, **pipes)
        return process, process.stdout.readline().strip()

    workers = [worker() for _ in range(3)]
    assert [claimed for _, claimed in workers] == ["0", "GPU-1f", "none"]
    first = workers[0][0]
    first.kill()  # its claim dies with it
    first.wait()
    workers.append(worker())
    assert workers[-1][1] == "0"
    for process, _ in workers:
        process.communicate()


@dataclass(frozen=True)
class Kind:
    """All that the rate asks of a piece."""

    kind: str


def test_that_the_time_left_goes_by_the_kind_of_piece():
    rate = Rate([*[Kind("scan")] * 3, *[Kind("tuning")] * 10], hands=2)
    rate.finished("scan", 60.0)
    assert rate.seconds_left() == pytest.approx((2 * 60 + 10 * 60) / 2)  # of tuning nothing is known yet
    rate.finished("tuning", 2.0)
    assert rate.seconds_left() == pytest.approx((2 * 60 + 9 * 2) / 2)
    assert "left" in rate.note()


@pytest.mark.parametrize(
    ("seconds", "told"), [(3, "3 s"), (600, "10 min"), (9000, "2.5 h"), (400_000, "4.6 days")]
)
def test_that_times_are_told_as_people_say_them(seconds, told):
    assert duration(seconds) == told
