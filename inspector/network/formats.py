"""Reading weights files into plain state dicts, without executing any code of theirs."""

from __future__ import annotations

import argparse
import pickle
import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from inspector.network.errors import OpenError
from inspector.network.recognise import Kind, damaged, recognise
from inspector.network.renaming import State
from inspector.saying import say

# Where training scripts put the weights, in the order of preference when a checkpoint holds several.
_WRAPPERS = (
    "state_dict",
    "model_state_dict",
    "model",
    "net",
    "network",
    "module",
    "weights",
    "params",
    "model_ema",
)
_GLOBAL = re.compile(r"(?:GLOBAL|global|class:?) (?:<class ')?([A-Za-z_][\w.]*\.[\w.]+)")
_UNSAFE = (
    "Unsupported global",
    "Unsupported class",
    "Trying to instantiate",
    "Trying to call",
    "not an allowed",
)


def read_state(path: Path, trust: bool = False) -> State:
    """The tensors of a weights file by name, on the CPU, unwrapped from `{"state_dict": ...}` and the like.

    Args:
        path: A weights file, or a file that holds a whole network, whose weights alone are meant.
        trust: Whether the user allows such a network's code to run.

    Raises:
        NeedsTrust: The file holds a network with code in it that was not allowed to run.
        OpenError: The file is missing, damaged, of another kind, or holds more than weights.
    """
    kind = recognise(path)
    state = _unwrap(_read(path, kind, trust))
    if not state:
        raise OpenError(say("{path} holds no weights: no tensors by name are in it.", path=path))
    _check_finite(path, state)
    return state


def _read(path: Path, kind: Kind, trust: bool) -> Any:
    if kind == "safetensors":
        return _read_safetensors(path)
    if kind == "caffe":
        from inspector.network.caffe import read_caffemodel

        return read_caffemodel(path)
    if kind in ("torch", "torch-zip"):
        return _read_torch(path, mapped=kind == "torch-zip")
    from inspector.network.programs.opening import state_of_program

    return state_of_program(path, kind, trust)


def _read_safetensors(path: Path) -> State:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    try:
        state: State = load_file(path, device="cpu")
    except (SafetensorError, OSError) as error:
        raise damaged(path) from error
    return state


def _read_torch(path: Path, mapped: bool) -> Any:
    # Checkpoints of training scripts often keep their command line beside the weights: plain values, no code.
    with torch.serialization.safe_globals([argparse.Namespace]), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the age of a file: nothing that the user could change
        try:
            return torch.load(path, map_location="cpu", weights_only=True, mmap=mapped)
        except pickle.UnpicklingError as error:
            raise _refused(path, str(error)) from error
        except (
            Exception
        ) as error:  # a damaged pickle stream raises anything: EOFError, KeyError, struct.error ...
            raise damaged(path) from error


def _refused(path: Path, text: str) -> OpenError:
    if not any(phrase in text for phrase in _UNSAFE):
        return damaged(path)
    found = _GLOBAL.search(text)
    what = say(" ({found})", found=found[1].rstrip(".")) if found else ""
    return OpenError(
        say(
            "{path} holds Python objects{what}, and loading them would execute code: save only the "
            "weights, torch.save(module.state_dict(), FILE).",
            path=path,
            what=what,
        )
    )


def _unwrap(value: Any, depth: int = 3) -> State:
    if not isinstance(value, Mapping):
        return {}
    if depth:
        for key in _WRAPPERS:
            if inner := _unwrap(value.get(key), depth - 1):
                return inner
    return {str(key): item for key, item in value.items() if isinstance(item, torch.Tensor)}


def _check_finite(path: Path, state: State) -> None:
    for key, value in state.items():
        if value.is_floating_point() and not torch.isfinite(value.float()).all():
            raise OpenError(
                say(
                    "{path} is of no use: the weights “{key}” hold NaN or infinite numbers.",
                    path=path,
                    key=key,
                )
            )
