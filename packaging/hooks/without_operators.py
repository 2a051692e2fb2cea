"""Runs first in a frozen program whose torchvision has operators that do not load beside its torch.

Torchvision describes two of its operators (of object detection) to torch when it is imported, and fails where
they do not exist: the CPU build of torch beside a torchvision built for CUDA. Classification networks use
neither, so the two are declared, without code behind them, before torchvision is.
"""

import sys


class _BeforeTorchvision:
    """A finder that finds nothing, and is told of every import."""

    declared: object = None

    @classmethod
    def find_spec(cls, name: str, path: object = None, target: object = None) -> None:
        if name == "torchvision" and cls.declared is None:
            import torch

            library = torch.library.Library("torchvision", "DEF")
            cls.declared = library  # what it declares lasts as long as it
            for operator in ("nms", "qnms"):
                library.define(f"{operator}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")


sys.meta_path.insert(0, _BeforeTorchvision)
