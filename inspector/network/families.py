"""The families of torchvision's architectures: what to call them and where they come from."""

from __future__ import annotations

import re

from inspector.saying import say

# Longest prefix first where one begins another.
_FAMILIES = {
    "alexnet": (
        "AlexNet",
        "Krizhevsky 2014, “One weird trick for parallelizing convolutional neural networks”",
    ),
    "convnext": ("ConvNeXt", "Liu et al. 2022, “A ConvNet for the 2020s”"),
    "densenet": ("DenseNet", "Huang et al. 2016, “Densely Connected Convolutional Networks”"),
    "efficientnet_v2": (
        "EfficientNet V2",
        "Tan and Le 2021, “EfficientNetV2: Smaller Models and Faster Training”",
    ),
    "efficientnet": ("EfficientNet", "Tan and Le 2019, “EfficientNet: Rethinking Model Scaling”"),
    "googlenet": ("GoogLeNet", "Szegedy et al. 2014, “Going Deeper with Convolutions”"),
    "inception_v3": ("Inception v3", "Szegedy et al. 2015, “Rethinking the Inception Architecture”"),
    "maxvit": ("MaxViT", "Tu et al. 2022, “MaxViT: Multi-Axis Vision Transformer”"),
    "mnasnet": ("MNASNet", "Tan et al. 2018, “MnasNet: Platform-Aware Neural Architecture Search”"),
    "mobilenet_v2": ("MobileNet V2", "Sandler et al. 2018, “Inverted Residuals and Linear Bottlenecks”"),
    "mobilenet_v3": ("MobileNet V3", "Howard et al. 2019, “Searching for MobileNetV3”"),
    "regnet_x": ("RegNet X", "Radosavovic et al. 2020, “Designing Network Design Spaces”"),
    "regnet_y": ("RegNet Y", "Radosavovic et al. 2020, “Designing Network Design Spaces”"),
    "resnet": ("ResNet", "He et al. 2015, “Deep Residual Learning for Image Recognition”"),
    "resnext": ("ResNeXt", "Xie et al. 2016, “Aggregated Residual Transformations”"),
    "shufflenet_v2": (
        "ShuffleNet V2",
        "Ma et al. 2018, “Practical Guidelines for Efficient CNN Architecture Design”",
    ),
    "squeezenet": ("SqueezeNet", "Iandola et al. 2016, “SqueezeNet: AlexNet-level accuracy”"),
    "swin_v2": (
        "Swin Transformer V2",
        "Liu et al. 2021, “Swin Transformer V2: Scaling Up Capacity and Resolution”",
    ),
    "swin": ("Swin Transformer", "Liu et al. 2021, “Hierarchical Vision Transformer using Shifted Windows”"),
    "vgg": ("VGG", "Simonyan and Zisserman 2014, “Very Deep Convolutional Networks”"),
    "vit": ("Vision Transformer", "Dosovitskiy et al. 2020, “An Image is Worth 16x16 Words”"),
    "wide_resnet": ("Wide ResNet", "Zagoruyko and Komodakis 2016, “Wide Residual Networks”"),
}


def title(name: str) -> str:
    """What to call an architecture: "ResNet 18", "MobileNet V3 small", "RegNet Y 1.6gf"."""
    prefix = _prefix(name)
    if prefix is None:
        return name
    rest = re.sub(r"(?<=\d)_(?=\d)", ".", name.removeprefix(prefix).strip("_")).replace("_", " ")
    return f"{_FAMILIES[prefix][0]} {_sized(rest)}".rstrip()


def source(name: str) -> str:
    """One sentence on where an architecture comes from."""
    prefix = _prefix(name)
    paper = say(": {families}", families=_FAMILIES[prefix][1]) if prefix is not None else ""
    return say("torchvision's architecture{paper}.", paper=paper)


def _prefix(name: str) -> str | None:
    return next((prefix for prefix in _FAMILIES if name.startswith(prefix)), None)


def _sized(rest: str) -> str:
    return " ".join(
        part.upper() if len(part) == 1 or re.fullmatch(r"b\d", part) else part for part in rest.split()
    )
