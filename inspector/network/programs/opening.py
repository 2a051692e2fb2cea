"""Which reader opens which file that holds a whole network."""

from __future__ import annotations

from pathlib import Path

from torch import nn

from inspector.network.recognise import Kind
from inspector.network.renaming import State

PROGRAMS: frozenset[Kind] = frozenset({"torchscript", "pt2", "onnx"})
"""Kinds of files that hold a whole network."""

TITLES = {"torchscript": "TorchScript", "pt2": "torch.export", "onnx": "ONNX"}


def load_program(path: Path, kind: Kind, trust: bool) -> tuple[nn.Module, tuple[int, ...] | None]:
    """The network in such a file, and the shape [C,H,W] of its input where the file says it.

    Raises:
        NeedsTrust: It holds more than a network, and was not allowed to.
        OpenError: It is damaged, or of a form that is not known.
    """
    if kind == "onnx":
        from inspector.network.programs import onnx

        return onnx.load(path)
    if kind == "pt2":
        from inspector.network.programs import exported

        return exported.load(path, trust)
    from inspector.network.programs import torchscript

    return torchscript.load(path, trust), None


def state_of_program(path: Path, kind: Kind, trust: bool) -> State:
    """Only the weights of such a file, by name; for an architecture that is known.

    Raises:
        NeedsTrust: It holds more than a network, and was not allowed to.
        OpenError: It is damaged.
    """
    if kind == "torchscript":
        from inspector.network.programs import torchscript

        script, _ = torchscript.loaded(path, trust)
        return dict(script.state_dict())
    if kind == "pt2":
        from inspector.network.programs import exported

        return dict(exported.program_in(path, trust).state_dict)
    return dict(load_program(path, kind, trust)[0].state_dict())
