"""Files of weights to be opened, and what is said of those that are refused."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from inspector.network.errors import OpenError
from inspector.network.network import Network
from inspector.network.opening import open_network

IMAGENET_MEAN = (0.485, 0.456, 0.406)
SMALL = (3, 64, 64)


def module_of(name: str, **arguments) -> nn.Module:
    from torchvision import models

    torch.manual_seed(7)
    return models.get_model(name, weights=None, **arguments).eval()


def equal(network: Network, state: dict[str, torch.Tensor]) -> bool:
    own = network.module.state_dict()
    return own.keys() == state.keys() and all(torch.equal(own[key], state[key]) for key in own)


def refusal(spec: object, **options) -> str:
    with pytest.raises(OpenError) as caught:
        open_network(spec, **options)
    text = str(caught.value)
    assert "\n" not in text
    return text
