"""From texts to the space that a network's pictures lie in too, for networks that have such a space.

Radford et al. 2021, "Learning Transferable Visual Models From Natural Language Supervision".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

import torch
from torch import nn

from inspector.network import extras
from inspector.network.errors import InspectorError, OpenError
from inspector.network.formats import read_state
from inspector.network.network import Network
from inspector.saying import say

_SEED = 0
_MOST_CHARACTERS = 2000
_found: WeakKeyDictionary[nn.Module, TextTower] = WeakKeyDictionary()


class TextTower:
    """A model with a method `encode_text`, as open_clip's models and OpenAI's have it.

    A module of one's own may bring a method `tokenize` (texts to what `encode_text` takes); else open_clip's
    tokenizer is used, whose file it ships. `logit_scale` is a logarithm, as in CLIP.

    Args:
        model: Maps tokens [N, T] to directions [N, D] by `encode_text`.
        tokenize: From a list of texts to tokens [N, T].
    """

    def __init__(self, model: Any, tokenize: Any) -> None:
        self._model, self._tokenize = model, tokenize

    @property
    def scale(self) -> float:
        """What cosines are multiplied by before they become probabilities by softmax."""
        scale = getattr(self._model, "logit_scale", None)
        return float(torch.as_tensor(scale).exp()) if scale is not None else 1.0

    def __call__(self, texts: Sequence[str]) -> torch.Tensor:
        """The texts' directions [N, D], each of length 1, on the CPU.

        Raises:
            InspectorError: A text is empty or far too long.
        """
        for text in texts:
            if not text.strip() or len(text) > _MOST_CHARACTERS:
                raise InspectorError(
                    say(
                        "A prompt has 1 to {most_characters:,} characters, not {count}.",
                        most_characters=_MOST_CHARACTERS,
                        count=len(text),
                    )
                )
        first = next(self._model.parameters(), torch.zeros(()))
        with torch.inference_mode():
            found = self._model.encode_text(self._tokenize(list(texts)).to(first.device))
        return torch.nn.functional.normalize(found.float(), dim=-1).cpu()


def has_text_tower(network: Network) -> bool:
    """Whether the network's pictures share a space with texts; loads nothing."""
    return hasattr(network.module, "encode_text") or network.architecture in _towers()


def text_tower(network: Network) -> TextTower:
    """The network's text tower, with the weights of the file that the network itself comes from.

    Raises:
        InspectorError: It has none, the file holds the image tower alone, or open_clip is not installed.
    """
    if network.module not in _found:
        _found[network.module] = _loaded(network)
    return _found[network.module]


def _towers() -> dict[str, str]:
    from inspector.network.from_open_clip import TOWERS

    return {name: tower for name, (tower, *_) in TOWERS.items()}


def _loaded(network: Network) -> TextTower:
    if hasattr(network.module, "encode_text"):
        return TextTower(network.module, _tokenizer_of(network.module))
    tower = _towers().get(network.architecture)
    if tower is None:
        raise InspectorError(
            say(
                "{name} has no text tower: words and pictures share a space in CLIP’s networks only.",
                name=network.name,
            )
        )
    return _from_file(network, tower)


def _from_file(network: Network, tower: str) -> TextTower:
    from inspector.network.from_open_clip import text_tower as build
    from inspector.network.from_open_clip import tokenizer

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(_SEED)
        model: Any = build(tower)
    model.visual = None  # the network has it already
    if network.source is not None:
        state = {key.removeprefix("module."): value for key, value in read_state(network.source).items()}
        known = model.state_dict()
        missing = sorted(set(known) - set(state))
        if missing:
            raise OpenError(
                say(
                    "{source} holds no text tower (“{missing}” is missing): prompts need CLIP’s whole file.",
                    source=network.source,
                    missing=missing[0],
                )
            )
        model.load_state_dict({key: state[key].float() for key in known})
    return TextTower(model.eval().float().requires_grad_(False), tokenizer(tower))


def _tokenizer_of(module: nn.Module) -> Any:
    own = getattr(module, "tokenize", None)
    if own is not None:
        return own
    library = extras.load("clip", "Reading prompts")
    return library.tokenizer.SimpleTokenizer(context_length=int(getattr(module, "context_length", 77)))
