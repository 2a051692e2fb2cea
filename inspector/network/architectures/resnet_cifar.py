"""ResNets for 32-px pictures: He et al. 2015, "Deep Residual Learning for Image Recognition", section 4.2.

Shortcuts without parameters (option A). Names as in the common ports: conv1, bn1, layer1 ... layer3, linear.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

from inspector.saying import say


class Shortcut(nn.Module):
    """Every second row and column, and empty channels on both sides: the identity of another shape."""

    def __init__(self, added: int) -> None:
        super().__init__()
        self.added = added

    def forward(self, x: Tensor) -> Tensor:
        """Maps `[N, C, H, W]` to `[N, C + added, H / 2, W / 2]`."""
        below = self.added // 2
        return F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, below, self.added - below))


class BasicBlock(nn.Module):
    """Two 3x3 convolutions whose result is added to their input."""

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.shortcut = nn.Identity() if stride == 1 else Shortcut(outputs - inputs)
        self.relu2 = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        """Maps `[N, inputs, H, W]` to `[N, outputs, H / stride, W / stride]`."""
        y = self.bn2(self.conv2(self.relu1(self.bn1(self.conv1(x)))))
        out: Tensor = self.relu2(y + self.shortcut(x))
        return out


class ResNetCifar(nn.Module):
    """Pictures `[N, 3, 32, 32]` to logits `[N, classes]`; `depth` is 20, 32, 44, 56 or 110."""

    def __init__(self, depth: int = 20, num_classes: int = 10) -> None:
        super().__init__()
        if depth < 8 or (depth - 2) % 6:
            raise ValueError(say("a depth of 6 n + 2 is needed, not {depth}", depth=depth))
        blocks = (depth - 2) // 6
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.relu = nn.ReLU()
        self.layer1 = _stage(16, 16, blocks, 1)
        self.layer2 = _stage(16, 32, blocks, 2)
        self.layer3 = _stage(32, 64, blocks, 2)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.linear = nn.Linear(64, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Maps pictures `[N, 3, H, W]` to logits `[N, classes]`."""
        x = self.relu(self.bn1(self.conv1(x)))
        x = self.layer3(self.layer2(self.layer1(x)))
        logits: Tensor = self.linear(self.flatten(self.avgpool(x)))
        return logits


def _stage(inputs: int, outputs: int, blocks: int, stride: int) -> nn.Sequential:
    first = BasicBlock(inputs, outputs, stride)
    return nn.Sequential(first, *(BasicBlock(outputs, outputs, 1) for _ in range(blocks - 1)))
