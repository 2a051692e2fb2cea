"""Hand-built networks whose connections are known, and what the weights lens says of them."""

from __future__ import annotations

import torch
from torch import nn

from inspector.lenses.run import result
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing

SIDE = 9


def network(module):
    torch.manual_seed(5)
    for child in module.modules():
        if isinstance(child, nn.BatchNorm2d):
            nn.init.normal_(child.weight)
            nn.init.uniform_(child.running_var, 0.2, 3)
            nn.init.normal_(child.running_mean)
    return Network(module, name="n", preprocessing=Preprocessing((SIDE, SIDE)))


def conv(inputs, outputs, size=3, **options):
    return nn.Conv2d(inputs, outputs, size, padding=size // 2, **options)


def neighbours(made, address, top=1000):
    return result("weights", made, address, top=top)
