"""AlexNet as Caffe has it (`bvlc_alexnet`): two groups, local response normalisation, 227 px.

Krizhevsky et al. 2012, "ImageNet Classification with Deep Convolutional Neural Networks"; the Places365
networks of the same name (Zhou et al. 2017) are of this kind. Layers are named as in Caffe.
"""

from __future__ import annotations

from collections import OrderedDict

from torch import nn


class AlexNetBVLC(nn.Sequential):
    """Pictures `[N, 3, H, W]`, BGR in 0..255 minus the mean, to logits `[N, classes]`."""

    def __init__(self, num_classes: int = 1000) -> None:
        layers: OrderedDict[str, nn.Module] = OrderedDict()
        layers["conv1"], layers["relu1"] = nn.Conv2d(3, 96, 11, stride=4), nn.ReLU()
        layers["norm1"], layers["pool1"] = _normalisation(), _pooling()
        layers["conv2"], layers["relu2"] = nn.Conv2d(96, 256, 5, padding=2, groups=2), nn.ReLU()
        layers["norm2"], layers["pool2"] = _normalisation(), _pooling()
        layers["conv3"], layers["relu3"] = nn.Conv2d(256, 384, 3, padding=1), nn.ReLU()
        layers["conv4"], layers["relu4"] = nn.Conv2d(384, 384, 3, padding=1, groups=2), nn.ReLU()
        layers["conv5"], layers["relu5"] = nn.Conv2d(384, 256, 3, padding=1, groups=2), nn.ReLU()
        layers["pool5"], layers["flatten"] = _pooling(), nn.Flatten()
        layers["fc6"], layers["relu6"], layers["drop6"] = nn.Linear(9216, 4096), nn.ReLU(), nn.Dropout()
        layers["fc7"], layers["relu7"], layers["drop7"] = nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout()
        layers["fc8"] = nn.Linear(4096, num_classes)
        super().__init__(layers)


def _pooling() -> nn.MaxPool2d:
    return nn.MaxPool2d(3, stride=2, ceil_mode=True)


def _normalisation() -> nn.LocalResponseNorm:
    return nn.LocalResponseNorm(5, alpha=1e-4, beta=0.75, k=1.0)
