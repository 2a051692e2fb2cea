"""On which device and in which precision networks compute: one choice for the process, as torch's threads.

Weights and all that passes between layers stay float32, so that a network stays the network it is and every
lens sees what it always sees; within convolutions and linear layers fewer digits are computed with. Free of
torch until `choose`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from inspector.saying import say

DEVICES = ("cpu", "cuda", "mps")
PRECISIONS: Mapping[str, str] = {
    "float32": "About seven digits; what published numbers are made with.",
    "bfloat16": (
        "Two to three digits: pictures and curves come out nearly alike, fine differences do not. Faster on "
        "graphics cards and the newest processors, slower on others."
    ),
    "float16": (
        "Three digits, but what exceeds 65,504 overflows and very small gradients vanish: a feature "
        "visualization may stand still. For graphics cards; slow on processors."
    ),
}
"""The precisions, and what each changes, in a sentence."""
DEVICE_VARIABLE, PRECISION_VARIABLE = "NEURON_INSPECTOR_DEVICE", "NEURON_INSPECTOR_PRECISION"


@dataclass(frozen=True)
class Compute:
    """Where and how networks compute; as text "cpu, float32"."""

    device: str = "cpu"
    precision: str = "float32"

    def __str__(self) -> str:
        return say("{device}, {precision}", device=self.device, precision=self.precision)


_current = Compute()


def current() -> Compute:
    """What holds now."""
    return _current


def wished() -> Compute:
    """What the environment asks for; what it leaves open stays the default."""
    usual = Compute()
    return Compute(
        os.environ.get(DEVICE_VARIABLE) or usual.device, os.environ.get(PRECISION_VARIABLE) or usual.precision
    )


def choose(wish: Compute) -> tuple[Compute, str]:
    """Let networks that are opened from now on compute so.

    Args:
        wish: Device and precision; what is not there gives way to the CPU and to float32.

    Returns:
        What holds from now on, and a sentence where that is not what was wished for, else "".
    """
    global _current
    device = wish.device if _is_there(wish.device) else "cpu"
    precision = wish.precision if _works(device, wish.precision) else "float32"
    sentence = ""
    if device != wish.device:
        sentence = say(
            "There is no device “{device}” that torch can use here: the CPU computes.", device=wish.device
        )
    elif precision != wish.precision:
        sentence = say(
            "“{precision}” does not work on the device “{device}” here: float32 is used.",
            precision=wish.precision,
            device=device,
        )
    _current = Compute(device, precision)
    return _current, sentence


def there() -> tuple[str, ...]:
    """The devices that torch can use here."""
    return tuple(device for device in DEVICES if _is_there(device))


def _is_there(device: str) -> bool:
    import torch

    if device == "mps":
        return torch.backends.mps.is_available()
    return device == "cpu" or (device == "cuda" and torch.cuda.is_available())


def _works(device: str, precision: str) -> bool:
    """Whether a convolution runs forwards and back in a precision; a device may know less than torch."""
    if precision not in PRECISIONS:
        return False
    if precision == "float32":
        return True
    import torch

    try:
        with torch.inference_mode(False), torch.enable_grad():
            kind = getattr(torch, precision)
            picture = torch.ones(1, 3, 8, 8, device=device, dtype=kind, requires_grad=True)
            total = torch.nn.functional.conv2d(picture, picture.detach()[:, :, :3, :3]).sum()
            (gradient,) = torch.autograd.grad(total, picture)
    except (RuntimeError, NotImplementedError):
        return False
    return bool(torch.isfinite(gradient).all())
