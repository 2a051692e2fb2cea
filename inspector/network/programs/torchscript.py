"""Opening TorchScript archives, whose code is looked through first."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from typing import Any

import torch
from torch import nn

from inspector.network import trust as trusting
from inspector.network.errors import OpenError
from inspector.network.programs.interpreter import interpreted
from inspector.network.recognise import damaged
from inspector.saying import say

_LARGEST_CODE = 64_000_000  # bytes of program text: any real network has a hundredth of that
# TorchScript has no way to the system but these: files, processes of others' operators, code at loading.
_REACHES_OUT = re.compile(
    r"(?<![\w.])torch\.(?:save|from_file|load|hub|_load_for_lite_interpreter)\b"
    r"|(?<![\w.])ops\.(?!prim\b|aten\b|torchvision\b|quantized\b)\w+"
    r"|\bdef __setstate__\b|\b__torch__\.torch\.classes\b|\btorch\.classes\b"
)


def load(path: Path, trust: bool) -> nn.Module:
    """The network in a TorchScript archive, as modules of its own names.

    Raises:
        NeedsTrust: Its code reaches beyond plain computation, and was not allowed to.
        OpenError: It is damaged.
    """
    script, unit = loaded(path, trust)
    return interpreted(script, unit)


def loaded(path: Path, trust: bool) -> tuple[Any, Any]:
    """The compiled network and its compilation unit, on the CPU.

    Raises:
        NeedsTrust: Its code reaches beyond plain computation, and was not allowed to.
        OpenError: It is damaged.
    """
    if _reaches_out(path):
        trusting.check(path, say("a TorchScript program that does more than compute"), trust)
    unit = torch._C.CompilationUnit()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that TorchScript grows old: nothing that the user could change
            module = torch._C.import_ir_module(unit, str(path), torch.device("cpu"), {}, False)  # type: ignore[call-arg]
            return torch.jit._recursive.wrap_cpp_module(module), unit  # type: ignore[no-untyped-call]
    except Exception as error:
        raise damaged(path) from error


def _reaches_out(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            code = [item for item in archive.infolist() if re.search(r"/code/.*\.py$", item.filename)]
            if sum(item.file_size for item in code) > _LARGEST_CODE:
                raise OpenError(
                    say("{path} holds more program text than any network: it is not opened.", path=path)
                )
            return any(_REACHES_OUT.search(archive.read(item).decode("utf-8", "replace")) for item in code)
    except OpenError:
        raise
    except Exception as error:  # BadZipFile, zlib.error, NotImplementedError ...
        raise damaged(path) from error
