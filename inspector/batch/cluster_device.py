"""One GPU for each worker, where there are any: claimed by a lock that dies with the worker."""

from __future__ import annotations

import getpass
import os
import subprocess
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.network.device import DEVICE_VARIABLE
from inspector.workspace.lock import exclusively

if TYPE_CHECKING:
    from inspector.network.network import Network

_VISIBLE = "CUDA_VISIBLE_DEVICES"
_held: list[AbstractContextManager[None]] = []


def claim_a_gpu() -> str:
    """Let this process see one GPU that no other worker of this machine has; its name, or "" for none.

    To be called before torch looks for GPUs. A launcher that has chosen one for the worker has the last word.
    """
    if _held:
        return os.environ.get(_VISIBLE, "")
    names = _names()
    if names:
        os.environ.setdefault(DEVICE_VARIABLE, "cuda")  # where torch cannot use it, the processor computes
    if len(names) < 2:
        return names[0] if names else ""
    for name in names:
        # Of this user: another's file could not be opened, and no GPU would be found.
        file = f"neuron-inspector-{getpass.getuser()}-gpu-{name}.lock"
        lock = exclusively(Path(tempfile.gettempdir()) / file, 0)
        try:
            lock.__enter__()
        except (TimeoutError, OSError):
            continue
        _held.append(lock)
        os.environ[_VISIBLE] = name
        return name
    os.environ[_VISIBLE] = ""  # more workers than GPUs: this one computes on the processor
    return ""


def _names() -> list[str]:
    """What the launcher lets this process see, else every GPU that the driver lists."""
    if _VISIBLE in os.environ:
        return [name for name in os.environ[_VISIBLE].split(",") if name]
    try:
        told = subprocess.run(["nvidia-smi", "-L"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [str(number) for number, line in enumerate(told.stdout.splitlines()) if line.startswith("GPU ")]


def on_the_gpu(network: Network) -> None:
    """Move a network back to the GPU."""
    network.module.to("cuda")


def on_the_processor(network: Network) -> bool:
    """Move a network to the processor; whether it was on a GPU."""
    if network.device.type != "cuda":
        return False
    network.module.to("cpu")
    return True
