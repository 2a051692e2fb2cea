"""Opening ONNX files through onnx2torch, an optional part of the installation.

onnx2torch 1.5 reads the operators of opset 17 and before; newer files are first brought back to that, as far
as onnx's own converter can.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from torch import nn

from inspector.network import extras
from inspector.network.errors import OpenError
from inspector.network.recognise import damaged
from inspector.saying import say

_NEWEST = 17
_ADVICE = say("export it again with opset_version=17 and dynamo=False, or open the PyTorch weights")
_OPERATION = re.compile(r"operation_type='(\w+)', version=(\d+)")


def load(path: Path) -> tuple[nn.Module, tuple[int, ...] | None]:
    """The network in an ONNX file, and its input shape [C,H,W] where the file says it.

    Raises:
        OpenError: onnx2torch is not installed, the file is damaged, or an operator is not known.
    """
    converter = extras.load("onnx", say("{name} (ONNX)", name=path.name))
    import onnx

    try:
        model = onnx.load(path)
    except Exception as error:
        raise damaged(path) from error
    shape = _input_shape(model)
    model = _brought_back(model, path)
    try:
        module: nn.Module = converter.convert(model)
    except Exception as error:
        raise OpenError(
            say(
                "{path} uses {unknown}, which onnx2torch does not know: {advice}.",
                path=path,
                unknown=_unknown(error),
                advice=_ADVICE,
            )
        ) from error
    return module, shape


def _brought_back(model: Any, path: Path) -> Any:
    """The model in operators of opset 17, where it uses newer ones."""
    versions = [item.version for item in model.opset_import if item.domain in ("", "ai.onnx")]
    if max(versions, default=_NEWEST) > _NEWEST:
        from onnx import version_converter

        try:
            model = version_converter.convert_version(model, _NEWEST)
        except Exception as error:
            raise OpenError(
                say(
                    "{path} uses opset {versions}, newer than the {newest} that can be read: {advice}.",
                    path=path,
                    versions=max(versions),
                    newest=_NEWEST,
                    advice=_ADVICE,
                )
            ) from error
    _plain_reshapes(model)
    return model


def _plain_reshapes(model: Any) -> None:
    """Take "allowzero" off where no size is zero: it means nothing there, and onnx2torch refuses it."""
    from onnx import numpy_helper

    constants = {item.name: item for item in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Reshape" and node.input[1] in constants:
            if (numpy_helper.to_array(constants[node.input[1]]) == 0).any():
                continue
            kept = [attribute for attribute in node.attribute if attribute.name != "allowzero"]
            del node.attribute[:]
            node.attribute.extend(kept)


def _input_shape(model: Any) -> tuple[int, ...] | None:
    weights = {item.name for item in model.graph.initializer}
    inputs = [item for item in model.graph.input if item.name not in weights]
    sides = [size.dim_value for size in inputs[0].type.tensor_type.shape.dim] if inputs else []
    return tuple(sides[1:]) if len(sides) == 4 and all(side > 0 for side in sides[1:]) else None


def _unknown(error: Exception) -> str:
    found = _OPERATION.search(str(error))
    if found:
        return say("the operator {operator} in version {version}", operator=found[1], version=found[2])
    return say(
        "something ({splitlines})", splitlines=(str(error).strip() or type(error).__name__).splitlines()[0]
    )
