"""The architecture of the demonstration network: small, with the shapes that users meet elsewhere.

Plain convolutions with batch norm, branching blocks joined by a concatenation (Inception: Szegedy et al.
2015, "Going deeper with convolutions"), a residual block joined by an addition (He et al. 2016, "Deep
residual learning for image recognition"), pooling, and a linear head. Its weights are made by
`python -m inspector.demonstration.train`.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

CLASSES = 20


class ConvUnit(nn.Module):
    """Convolution, batch norm, ReLU: the building block of the branches."""

    def __init__(self, inputs: int, outputs: int, size: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, size, padding=size // 2, bias=False)
        self.bn = nn.BatchNorm2d(outputs)
        self.relu = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        """Maps `[N, inputs, H, W]` to `[N, outputs, H, W]`."""
        out: Tensor = self.relu(self.bn(self.conv(x)))
        return out


class Mixed(nn.Module):
    """Four parallel branches, concatenated over the channels.

    Args:
        inputs: channels that come in.
        branch1x1: channels of the 1x1 branch.
        branch3x3: (reduced, output) channels of the 3x3 branch.
        branch5x5: (reduced, output) channels of the 5x5 branch.
        branch_pool: channels of the branch that pools first.
    """

    def __init__(
        self,
        inputs: int,
        branch1x1: int,
        branch3x3: tuple[int, int],
        branch5x5: tuple[int, int],
        branch_pool: int,
    ) -> None:
        super().__init__()
        self.branch1x1 = ConvUnit(inputs, branch1x1, 1)
        self.branch3x3_reduce = ConvUnit(inputs, branch3x3[0], 1)
        self.branch3x3 = ConvUnit(*branch3x3, 3)
        self.branch5x5_reduce = ConvUnit(inputs, branch5x5[0], 1)
        self.branch5x5 = ConvUnit(*branch5x5, 5)
        self.pool = nn.MaxPool2d(3, stride=1, padding=1)
        self.branch_pool = ConvUnit(inputs, branch_pool, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Maps `[N, inputs, H, W]` to `[N, sum of the branches, H, W]`."""
        branches = [
            self.branch1x1(x),
            self.branch3x3(self.branch3x3_reduce(x)),
            self.branch5x5(self.branch5x5_reduce(x)),
            self.branch_pool(self.pool(x)),
        ]
        return torch.cat(branches, dim=1)


class Residual(nn.Module):
    """Two 3x3 convolutions whose result is added to their input."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv_a = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn_a = nn.BatchNorm2d(channels)
        self.relu_a = nn.ReLU()
        self.conv_b = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn_b = nn.BatchNorm2d(channels)
        self.relu_out = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        """Maps `[N, channels, H, W]` to the same shape."""
        y = self.relu_a(self.bn_a(self.conv_a(x)))
        y = self.bn_b(self.conv_b(y))
        out: Tensor = self.relu_out(x + y)
        return out


class DemoNetwork(nn.Module):
    """The demonstration network: pictures `[N, 3, 96, 96]` in, one logit per class `[N, classes]` out."""

    def __init__(self, classes: int = CLASSES) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(32)
        self.relu1 = nn.ReLU()
        self.pool1 = nn.MaxPool2d(3, stride=2, padding=1)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(64)
        self.relu2 = nn.ReLU()
        self.mixed3 = Mixed(64, 24, (24, 40), (12, 16), 16)
        self.pool3 = nn.MaxPool2d(3, stride=2, padding=1)
        self.res4 = Residual(96)
        self.pool4 = nn.MaxPool2d(3, stride=2, padding=1)
        self.mixed5 = Mixed(96, 64, (64, 128), (24, 32), 32)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.logits = nn.Linear(256, classes)

    def forward(self, x: Tensor) -> Tensor:
        """Maps pictures `[N, 3, H, W]` to logits `[N, classes]`; any H and W from about 32 px work."""
        x = self.pool1(self.relu1(self.bn1(self.conv1(x))))
        x = self.relu2(self.bn2(self.conv2(x)))
        x = self.pool3(self.mixed3(x))
        x = self.pool4(self.res4(x))
        x = self.mixed5(x)
        logits: Tensor = self.logits(self.flatten(self.avgpool(x)))
        return logits


def build() -> nn.Module:
    """Returns the demonstration network with fresh weights; the shipped ones fit it strictly."""
    return DemoNetwork()
