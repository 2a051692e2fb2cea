"""CLIP's image and text towers as entries of the catalogue, through open_clip where that is installed.

Radford et al. 2021, "Learning Transferable Visual Models From Natural Language Supervision".
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from torch import nn

from inspector.network import extras
from inspector.network.entry import Entry
from inspector.network.errors import OpenError
from inspector.network.official import Official
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say

_ADDRESS = "https://openaipublic.azureedge.net/clip/models"
# Name here: open_clip's name, input size, SHA-256 of OpenAI's file, which is part of its address.
TOWERS = {
    "clip_rn50": ("RN50", 224, "afeb0e10f9e5a86da6080e35cf09123aca3b358a0c3e3b6c78a7b63bc04b6762"),
    "clip_rn101": ("RN101", 224, "8fa8567bab74a42d41c5915025a8e4538c3bdbe8804a470a72f30b0d94fab599"),
    "clip_rn50x4": ("RN50x4", 288, "7e526bd135e493cef0776de27d5f42653e6b4c8bf9e0f653bb11773263205fdd"),
    "clip_rn50x16": ("RN50x16", 384, "52378b407f34354e150460fe41077663dd5b39c54cd0bfd2b27167a4a06ec9aa"),
    "clip_vit_b_32": ("ViT-B-32", 224, "40d365715913c9da98579312b702a82c18be219cc2a73407c4526f58eba950af"),
    "clip_vit_b_16": ("ViT-B-16", 224, "5806e77cd80f8b59890b7e101eabd078d9fb84e6937f9e85e4ecb61988df416f"),
    "clip_vit_l_14": ("ViT-L-14", 224, "b8cca3fd41ae0c99ba7e8951adf17d267cdb84cd88be6f7c2e0eca1737a03836"),
}
_PAPER = "Radford et al. 2021, “Learning Transferable Visual Models From Natural Language Supervision”"
_MEAN = (0.48145466, 0.4578275, 0.40821073)
_STD = (0.26862954, 0.26130258, 0.27577711)


def entries() -> Iterator[Entry]:
    """Two for each model, its image and its text tower; they are listed also where open_clip is missing."""
    for name, (tower, side, digest) in TOWERS.items():
        image = Entry(
            name=name,
            title=say("CLIP {tower}", tower=tower.replace("-", " ")),
            source=say(
                "{paper}: the image tower; it answers with a direction in the space of both.", paper=_PAPER
            ),
            preprocessing=Preprocessing((side, side), side, mean=_MEAN, std=_STD, interpolation="bicubic"),
            labels=(),
            builder=partial(image_tower, tower),
            official=Official(f"{_ADDRESS}/{digest}/{tower}.pt", "MIT (OpenAI)", f"sha256:{digest}"),
            extra="clip",
        )
        yield image
        yield replace(
            image,
            name=f"{name}_text",
            title=say("{title}, text tower", title=image.title),
            source=say(
                "{paper}: the text tower; it answers words with directions in the space of both.",
                paper=_PAPER,
            ),
            builder=partial(text_tower_alone, tower),
            reads="words",
        )


def image_tower(tower: str, **arguments: Any) -> nn.Module:
    """The module that maps pictures [N,3,H,W] to the joint space [N,D], with fresh weights.

    Raises:
        OpenError: open_clip is not installed, or an argument is given.
    """
    visual: nn.Module = _model(tower, **arguments).visual
    return visual


def text_tower_alone(tower: str, **arguments: Any) -> nn.Module:
    """The module that maps tokens [N,77] of any number type to the joint space [N,D], with fresh weights.

    It says itself what it reads, and brings an example and the tokenizer.

    Raises:
        OpenError: open_clip is not installed, or an argument is given.
    """
    text: Any = _model(tower, force_custom_text=True, **arguments).text
    text.register_forward_pre_hook(_as_numbers)
    text.reads, text.tokenize = "words", tokenizer(tower)
    text.example_input = text.tokenize(["a photo of a dog"])
    return text  # type: ignore[no-any-return]


def _as_numbers(module: nn.Module, args: tuple[Any, ...]) -> tuple[Any, ...]:
    """Whole numbers, which an embedding looks up: arrays are handed to networks as float32."""
    return (args[0].long(), *args[1:])


def text_tower(tower: str) -> nn.Module:
    """Both towers together, whose `encode_text` maps tokens [N,77] to the joint space, with fresh weights.

    Raises:
        OpenError: open_clip is not installed.
    """
    whole: nn.Module = _model(tower)
    return whole


def tokenizer(tower: str) -> Any:
    """What makes tokens [N,77] of texts; its file is shipped by open_clip, so nothing is fetched.

    Raises:
        OpenError: open_clip is not installed.
    """
    return extras.load("clip", say("CLIP {tower}", tower=tower)).get_tokenizer(tower)


def _model(tower: str, *, force_custom_text: bool = False, **arguments: Any) -> Any:
    if arguments:
        raise OpenError(
            say(
                "CLIP {tower}: the argument “{arguments}” cannot be set here.",
                tower=tower,
                arguments=sorted(arguments)[0],
            )
        )
    library = extras.load("clip", say("CLIP {tower}", tower=tower))
    with _without_warning():
        # OpenAI's own weights were trained with the quick form of GELU.
        return library.create_model(
            tower, pretrained=None, force_quick_gelu=True, force_custom_text=force_custom_text
        )


@contextmanager
def _without_warning() -> Iterator[None]:
    # It warns through the root logger that weights are random; here the network itself says so.
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)
    try:
        yield
    finally:
        root.setLevel(level)
