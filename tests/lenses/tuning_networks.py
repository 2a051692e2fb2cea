"""Small networks of the kinds that users meet, and what measures their tuning."""

import torch
from torch import nn

from inspector.lenses.base import lens
from inspector.lenses.tuning import TuningParameters
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken

SIZE = (24, 32)


class Small(nn.Module):
    """A few of the shapes that users meet: maps, a residual sum, a concatenation, a head."""

    def __init__(self, inputs=3):
        super().__init__()
        self.conv = nn.Conv2d(inputs, 6, 5, padding=2)
        self.bn = nn.BatchNorm2d(6)
        self.relu = nn.ReLU(inplace=True)
        self.inner = nn.Sequential(nn.Conv2d(6, 6, 3, padding=1), nn.ReLU())
        self.pool = nn.MaxPool2d(2)
        self.flat = nn.Flatten()
        self.head = nn.Linear(12 * 12 * 16, 4)

    def forward(self, x):
        x = self.relu(self.bn(self.conv(x)))
        y = self.inner(x)
        total = x + y
        total = torch.cat([total, y], dim=1)
        return self.head(self.flat(self.pool(total)))


def opened(module, **preprocessing):
    torch.manual_seed(3)
    for parameter in module.parameters():
        nn.init.normal_(parameter, std=0.3)
    return Network(module, name="small", preprocessing=Preprocessing(**{"crop": SIZE, **preprocessing}))


def run(network, address, token=None, **parameters):
    location = Location.parse(address, network.name)
    return lens("tuning").run(network, location, TuningParameters(**parameters), token or CancelToken())


def updates(network, address, **parameters):
    """(all updates, the result)."""
    seen, generator = [], run(network, address, **parameters)
    while True:
        try:
            seen.append(next(generator))
        except StopIteration as stop:
            return seen, stop.value


def tuned(network, address, **parameters):
    return updates(network, address, **parameters)[1]


ORIENTATIONS = (("orientation", tuple(range(0, 180, 5))),)


def by_hand(network, node, pictures):
    """The node's value by a plain hook on the module, one picture at a time."""
    values = []
    module = network.module.get_submodule(node)
    hook = module.register_forward_hook(lambda module, args, output: values.append(output.clone()))
    with torch.no_grad():
        for picture in pictures:
            network.module(network.preprocessing.normalise(picture[None]))
    hook.remove()
    return torch.cat(values)
