"""InceptionV1 as Google trained it ("inception5h"): the network of Zoom In, Circuits and Activation Atlas.

No batch norm, local response normalisation, and TensorFlow's names, so that unit numbers of the literature
hold: Szegedy et al. 2014, "Going Deeper with Convolutions". Weights are named as in its ports to PyTorch
(lucent's), where every convolution is called `..._pre_relu_conv` and the node behind it as in TensorFlow.
"""

from __future__ import annotations

import math

from torch import Tensor, nn

from inspector.network.architectures.parts import Concat, Widths, padded_same

CLASSES = 1008
BLOCKS = {
    "mixed3a": Widths(192, 64, 96, 128, 16, 32, 32),
    "mixed3b": Widths(256, 128, 128, 192, 32, 96, 64),
    "mixed4a": Widths(480, 192, 96, 204, 16, 48, 64),
    "mixed4b": Widths(508, 160, 112, 224, 24, 64, 64),
    "mixed4c": Widths(512, 128, 128, 256, 24, 64, 64),
    "mixed4d": Widths(512, 112, 144, 288, 32, 64, 64),
    "mixed4e": Widths(528, 256, 160, 320, 32, 128, 128),
    "mixed5a": Widths(832, 256, 160, 320, 48, 128, 128),
    "mixed5b": Widths(832, 384, 192, 384, 48, 128, 128),
}
_POOLED_BEFORE = {"mixed4a": "maxpool4", "mixed5a": "maxpool10"}
_BORDER = -math.inf


class InceptionV1(nn.Module):
    """Pictures `[N, 3, H, W]` in [-117, 138] to logits `[N, classes]`; 224 px is its own size."""

    def __init__(self, num_classes: int = CLASSES) -> None:
        super().__init__()
        self._convolution("conv2d0", 3, 64, 7, stride=2)
        self.maxpool0 = nn.MaxPool2d(3, stride=2)
        self.localresponsenorm0 = _normalisation()
        self._convolution("conv2d1", 64, 64, 1)
        self._convolution("conv2d2", 64, 192, 3)
        self.localresponsenorm1 = _normalisation()
        self.maxpool1 = nn.MaxPool2d(3, stride=2)
        for block, widths in BLOCKS.items():
            if block in _POOLED_BEFORE:
                self.add_module(_POOLED_BEFORE[block], nn.MaxPool2d(3, stride=2))
            self._block(block, widths)
        self.avgpool0 = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.softmax2_pre_activation_matmul = nn.Linear(1024, num_classes)

    def _convolution(self, name: str, inputs: int, outputs: int, size: int, stride: int = 1) -> None:
        self.add_module(f"{name}_pre_relu_conv", nn.Conv2d(inputs, outputs, size, stride=stride))
        self.add_module(name, nn.ReLU())

    def _block(self, name: str, widths: Widths) -> None:
        self._convolution(f"{name}_1x1", widths.inputs, widths.one, 1)
        self._convolution(f"{name}_3x3_bottleneck", widths.inputs, widths.three_reduced, 1)
        self._convolution(f"{name}_3x3", widths.three_reduced, widths.three, 3)
        self._convolution(f"{name}_5x5_bottleneck", widths.inputs, widths.five_reduced, 1)
        self._convolution(f"{name}_5x5", widths.five_reduced, widths.five, 5)
        self.add_module(f"{name}_pool", nn.MaxPool2d(3, stride=1))
        self._convolution(f"{name}_pool_reduce", widths.inputs, widths.pooled, 1)
        self.add_module(name, Concat())

    def _convolved(self, name: str, x: Tensor) -> Tensor:
        convolution = self.get_submodule(f"{name}_pre_relu_conv")
        assert isinstance(convolution, nn.Conv2d)
        x = convolution(padded_same(x, convolution.kernel_size[0], convolution.stride[0]))
        activated: Tensor = self.get_submodule(name)(x)
        return activated

    def _pooled(self, name: str, x: Tensor, stride: int = 2) -> Tensor:
        pooled: Tensor = self.get_submodule(name)(padded_same(x, 3, stride, _BORDER))
        return pooled

    def _mixed(self, name: str, x: Tensor) -> Tensor:
        joined: Tensor = self.get_submodule(name)(
            self._convolved(f"{name}_1x1", x),
            self._convolved(f"{name}_3x3", self._convolved(f"{name}_3x3_bottleneck", x)),
            self._convolved(f"{name}_5x5", self._convolved(f"{name}_5x5_bottleneck", x)),
            self._convolved(f"{name}_pool_reduce", self._pooled(f"{name}_pool", x, stride=1)),
        )
        return joined

    def forward(self, x: Tensor) -> Tensor:
        """Maps pictures `[N, 3, H, W]` to logits `[N, classes]`."""
        x = self.localresponsenorm0(self._pooled("maxpool0", self._convolved("conv2d0", x)))
        x = self._convolved("conv2d2", self._convolved("conv2d1", x))
        x = self._pooled("maxpool1", self.localresponsenorm1(x))
        for block in BLOCKS:
            if block in _POOLED_BEFORE:
                x = self._pooled(_POOLED_BEFORE[block], x)
            x = self._mixed(block, x)
        logits: Tensor = self.softmax2_pre_activation_matmul(self.flatten(self.avgpool0(x)))
        return logits


def _normalisation() -> nn.LocalResponseNorm:
    # TensorFlow's radius of 5, alpha of 1e-4 and bias of 2; torch divides alpha by the size.
    return nn.LocalResponseNorm(11, alpha=11e-4, beta=0.5, k=2.0)
