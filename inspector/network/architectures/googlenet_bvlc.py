"""GoogLeNet as BVLC trained it in Caffe (`bvlc_googlenet`): Caffe's layer names with dots for slashes.

Szegedy et al. 2014, "Going Deeper with Convolutions". Ceil-mode pooling and local response normalisation as
in Caffe; 512 units in inception_4a, where Google's own network has 508.
"""

from __future__ import annotations

from torch import Tensor, nn

from inspector.network.architectures.parts import Concat, Widths

BLOCKS = {
    "inception_3a": Widths(192, 64, 96, 128, 16, 32, 32),
    "inception_3b": Widths(256, 128, 128, 192, 32, 96, 64),
    "inception_4a": Widths(480, 192, 96, 208, 16, 48, 64),
    "inception_4b": Widths(512, 160, 112, 224, 24, 64, 64),
    "inception_4c": Widths(512, 128, 128, 256, 24, 64, 64),
    "inception_4d": Widths(512, 112, 144, 288, 32, 64, 64),
    "inception_4e": Widths(528, 256, 160, 320, 32, 128, 128),
    "inception_5a": Widths(832, 256, 160, 320, 32, 128, 128),
    "inception_5b": Widths(832, 384, 192, 384, 48, 128, 128),
}
_POOLED_AFTER = {"inception_3b": "pool3", "inception_4e": "pool4"}


class Stage(nn.Sequential):
    """The layers of one name before the slash, run in order."""

    def convolve(self, name: str, inputs: int, outputs: int, size: int, stride: int = 1) -> Stage:
        """Append a convolution and its ReLU, named as Caffe names them."""
        self.add_module(name, nn.Conv2d(inputs, outputs, size, stride=stride, padding=size // 2))
        self.add_module(f"relu_{name.removesuffix('_s2')}", nn.ReLU())
        return self

    def then(self, name: str, layer: nn.Module) -> Stage:
        """Append a layer."""
        self.add_module(name, layer)
        return self


class Inception(Stage):
    """Four branches side by side, concatenated over the channels: 1x1, 3x3, 5x5, pool."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        self.convolve("1x1", widths.inputs, widths.one, 1)
        self.convolve("3x3_reduce", widths.inputs, widths.three_reduced, 1)
        self.convolve("3x3", widths.three_reduced, widths.three, 3)
        self.convolve("5x5_reduce", widths.inputs, widths.five_reduced, 1)
        self.convolve("5x5", widths.five_reduced, widths.five, 5)
        self.then("pool", nn.MaxPool2d(3, stride=1, padding=1, ceil_mode=True))
        self.convolve("pool_proj", widths.inputs, widths.pooled, 1)
        self.then("output", Concat())

    def _convolved(self, name: str, x: Tensor) -> Tensor:
        activated: Tensor = self.get_submodule(f"relu_{name}")(self.get_submodule(name)(x))
        return activated

    def forward(self, x: Tensor) -> Tensor:
        """Maps `[N, inputs, H, W]` to `[N, sum of the branches, H, W]`."""
        joined: Tensor = self.get_submodule("output")(
            self._convolved("1x1", x),
            self._convolved("3x3", self._convolved("3x3_reduce", x)),
            self._convolved("5x5", self._convolved("5x5_reduce", x)),
            self._convolved("pool_proj", self.get_submodule("pool")(x)),
        )
        return joined


class GoogLeNetBVLC(nn.Sequential):
    """Pictures `[N, 3, H, W]`, BGR in 0..255 minus the mean, to logits `[N, classes]`."""

    def __init__(self, num_classes: int = 1000) -> None:
        super().__init__()
        self.add_module("conv1", Stage().convolve("7x7_s2", 3, 64, 7, stride=2))
        self.add_module("pool1", _pooling().then("norm1", _normalisation()))
        second = Stage().convolve("3x3_reduce", 64, 64, 1).convolve("3x3", 64, 192, 3)
        self.add_module("conv2", second.then("norm2", _normalisation()))
        self.add_module("pool2", _pooling())
        for name, widths in BLOCKS.items():
            self.add_module(name, Inception(widths))
            if name in _POOLED_AFTER:
                self.add_module(_POOLED_AFTER[name], _pooling())
        last = Stage().then("7x7_s1", nn.AdaptiveAvgPool2d(1)).then("drop_7x7_s1", nn.Dropout(0.4))
        self.add_module("pool5", last.then("flatten", nn.Flatten()))
        self.add_module("loss3", Stage().then("classifier", nn.Linear(1024, num_classes)))


def _pooling() -> Stage:
    return Stage().then("3x3_s2", nn.MaxPool2d(3, stride=2, ceil_mode=True))


def _normalisation() -> nn.LocalResponseNorm:
    return nn.LocalResponseNorm(5, alpha=1e-4, beta=0.75, k=1.0)
