"""Another process for the tests of scans: `scans_process.py PICTURES WORKSPACE BATCHES` kills itself."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import torch
from torch import nn

from inspector.jobs.scanning import scan_kept
from inspector.lenses.examples import ExamplesParameters
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.workspace import scan_run
from inspector.workspace.scans import Scans


def network(seed=0, crop=12):
    """A network that every process makes alike."""
    torch.manual_seed(seed)
    module = nn.Sequential(
        nn.Conv2d(3, 6, 3),
        nn.ReLU(inplace=True),
        nn.Conv2d(6, 5, 3, stride=2),
        nn.Flatten(),
        nn.Linear(80, 3),
    )
    return Network(module, name="n", preprocessing=Preprocessing((crop, crop)))


def parameters(pictures, **options):
    """Small batches, and fewer places than there are."""
    return ExamplesParameters(
        (str(pictures),), **{"batch_size": 3, "top": 4, "positions": 7, "quilt": 3, **options}
    )


def main(pictures: str, workspace: str, batches: int) -> None:
    """Scan with a checkpoint after every batch; die by SIGKILL after so many."""
    scan_run.CHECKPOINT_SECONDS = 0.0
    left = batches
    for update in scan_kept(network(), Scans(Path(workspace)), parameters(pictures), CancelToken()):
        if "pictures/s" in getattr(update, "note", ""):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
