"""Runs first in a frozen program whose torchvision has operators that do not load beside its torch.

Torchvision describes two of its operators (of object detection) to torch when it is imported, and fails where they do not
exist: the CPU build of torch beside a torchvision built for CUDA. Classification networks use neither, so the
two are declared, without code behind them, before torchvision is.
"""

import sys


class _BeforeTorchvision:
    """A finder that finds nothing, and is told of every import."""

    declared = None

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name == "torchvision" and cls.declared is None:
            import torch

            cls.declared = torch.library.Library("torchvision", "DEF")  # declared as long as it lives
            for operator in ("nms", "qnms"):
                cls.declared.define(f"{operator}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")


sys.meta_path.insert(0, _BeforeTorchvision)
