"""Setting torch up: threads that wait politely, as many as are wanted."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from inspector.probe.engine import default_threads, wait_politely


def test_that_the_users_own_number_of_threads_wins(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert default_threads() == 3


@pytest.mark.parametrize(("cores", "threads"), [(1, 1), (2, 2), (3, 3), (4, 3), (16, 15)])
def test_that_one_core_is_left_to_the_window_from_four_on(monkeypatch, cores, threads):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(cores)), raising=False)
    assert default_threads() == threads


def test_that_the_users_own_way_of_waiting_wins(monkeypatch):
    monkeypatch.setenv("OMP_WAIT_POLICY", "active")
    monkeypatch.delenv("KMP_BLOCKTIME", raising=False)
    wait_politely()
    assert os.environ["OMP_WAIT_POLICY"] == "active"
    assert os.environ["KMP_BLOCKTIME"] == "0"
    monkeypatch.delenv("KMP_BLOCKTIME")


def test_that_the_way_of_waiting_is_set_before_torch_is_imported():
    code = (
        "import os, sys; from inspector.probe.engine import set_up; assert 'torch' not in sys.modules; "
        "n = set_up(1); import torch; print(n, torch.get_num_threads(), os.environ['OMP_WAIT_POLICY'])"
    )
    environment = {key: value for key, value in os.environ.items() if key != "OMP_WAIT_POLICY"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert done.stdout.split() == ["1", "1", "passive"], done.stderr
