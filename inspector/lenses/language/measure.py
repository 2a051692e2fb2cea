"""Zero-shot classes, units' words, nearest words and Stroop grids."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

import numpy as np
import torch

from inspector.lenses.activations.measure import unit_maps
from inspector.lenses.base import WORDS, LensRun, Partial, Progress, Update
from inspector.lenses.language import (
    NearestParameters,
    NearestWords,
    Stroop,
    StroopParameters,
    WordResponses,
    WordsParameters,
    ZeroShot,
    ZeroShotParameters,
)
from inspector.lenses.language.joint import (
    filled_templates,
    picture_directions,
    probabilities,
    text_directions,
)
from inspector.lenses.language.recipe import recipe
from inspector.lenses.language.words import chosen, written
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.text_tower import TextTower, text_tower
from inspector.probe.cancel import CancelToken
from inspector.probe.record import prepare, values_at
from inspector.saying import say

Array = np.ndarray[Any, Any]
_BATCH = 16
_SMALL = 64
_INKS = ("black", "white")
_GREY = "#808080"


def zero_shot(network: Network, parameters: ZeroShotParameters, token: CancelToken) -> LensRun:
    """How well prompts fit a picture; returns `ZeroShot`.

    Raises:
        InspectorError: The network has no text tower, or a prompt or template does not read.
        Cancelled: The token was set.
    """
    tower = text_tower(network)
    texts = yield from _classes(tower, parameters.prompts, parameters.templates, token)
    picture = picture_directions(network, prepare(network, [parameters.picture.image]), token)
    return ZeroShot(
        network=network.name,
        picture=parameters.picture.name,
        digest=parameters.picture.digest,
        prompts=parameters.prompts,
        templates=parameters.templates,
        cosines=(picture @ texts.T)[0].numpy(),
        probabilities=probabilities(picture, texts, tower.scale)[0].numpy(),
        scale=tower.scale,
        recipe=recipe("zero-shot", network, None, parameters),
    )


def word_responses(
    network: Network, location: Location, parameters: WordsParameters, token: CancelToken
) -> LensRun:
    """What all units of a node answer to written words; yields and returns `WordResponses`.

    A network that reads words is given the words themselves; pictures of them are made to be looked at.

    Raises:
        InspectorError: The node has no units, or a word cannot be written.
        Cancelled: The token was set.
    """
    node = network.check(location)
    if not node.units:
        raise InspectorError(
            say(
                "{name}/{node_name} has no units, so none answers to words.",
                name=network.name,
                node_name=node.name,
            )
        )
    if parameters.ink not in _INKS:
        raise InspectorError(
            say("Words are written in {inks}, not in “{ink}”.", inks=" or ".join(_INKS), ink=parameters.ink)
        )
    words, size = chosen(parameters.words), network.preprocessing.crop
    if network.reads == WORDS:
        size = (_SMALL, _SMALL)
    blank = _answers(network, ("",), torch.full((1, 3, *size), 128 / 255), node.name, token)[0]
    about = recipe("word-responses", network, node.name, parameters)
    rows: list[Array] = []
    views: list[Array] = []
    for start in range(0, len(words), _BATCH):
        part = words[start : start + _BATCH]
        shown = torch.stack([written(word, size, parameters.size, parameters.ink, _GREY) for word in part])
        rows.append(_answers(network, part, shown, node.name, token))
        views.append(_small(shown))
        done = words[: start + len(part)]
        yield Progress(len(done), len(words), part[-1])
        found = WordResponses(node.name, done, np.concatenate(rows), blank, np.concatenate(views), about)
        yield Partial(found)
    return found


def nearest_words(network: Network, parameters: NearestParameters, token: CancelToken) -> LensRun:
    """Words as directions of the joint space; returns `NearestWords`.

    Raises:
        InspectorError: The network has no text tower, or a template does not read.
        Cancelled: The token was set.
    """
    words = chosen(parameters.words)
    tower = text_tower(network)
    texts = yield from _classes(tower, words, parameters.templates, token)
    near = None
    if parameters.picture is not None:
        batch = prepare(network, [parameters.picture.image])
        near = (picture_directions(network, batch, token) @ texts.T)[0].numpy()
    about = recipe("nearest-words", network, None, parameters)
    return NearestWords(words, texts.numpy(), _joint_node(network), near, about)


def stroop(network: Network, parameters: StroopParameters, token: CancelToken) -> LensRun:
    """Every word in every ink; returns `Stroop`.

    Raises:
        InspectorError: The network has no text tower, a word cannot be written, or a colour is unknown.
        Cancelled: The token was set.
    """
    tower, size = text_tower(network), network.preprocessing.crop
    inks = yield from _classes(tower, parameters.inks, (parameters.ink_prompt,), token)
    names = yield from _classes(tower, parameters.words, (parameters.word_prompt,), token)
    found: list[torch.Tensor] = []
    views: list[Array] = []
    for number, word in enumerate(parameters.words):
        yield Progress(number, len(parameters.words), word)
        row = [written(word, size, parameters.size, ink, parameters.ground) for ink in parameters.inks]
        shown = torch.stack(row)
        views.append(_small(shown))
        batch = network.preprocessing.normalise(shown.to(network.device))
        found.append(picture_directions(network, batch, token))
    pictures = torch.cat(found)
    shape = (len(parameters.words), len(parameters.inks), -1)
    return Stroop(
        words=parameters.words,
        inks=parameters.inks,
        by_ink=probabilities(pictures, inks, tower.scale).view(shape).numpy(),
        by_word=probabilities(pictures, names, tower.scale).view(shape).numpy(),
        views=np.stack(views),
        recipe=recipe("stroop", network, None, parameters),
    )


def _classes(
    tower: TextTower, prompts: Sequence[str], templates: Sequence[str], token: CancelToken
) -> Generator[Update, None, torch.Tensor]:
    """As `class_directions`, telling how far it is."""
    filled = filled_templates(prompts, templates)
    parts: list[torch.Tensor] = []
    yield Progress(0, len(filled), "Reading prompts")
    for part in text_directions(tower, filled, token):
        parts.append(part)
        yield Progress(sum(map(len, parts)), len(filled), "Reading prompts")
    found = torch.cat(parts).view(len(prompts), len(templates), -1).mean(1)
    return torch.nn.functional.normalize(found, dim=1)


def _answers(
    network: Network, words: Sequence[str], pictures: torch.Tensor, name: str, token: CancelToken
) -> Array:
    """Every unit's strongest response [N,units] to words, as texts or as pictures, whichever it reads."""
    if network.reads == WORDS:
        return _peaks_of_texts(network, words, name, token)
    return _peaks(network, pictures, name, token)


def _peaks(network: Network, pictures: torch.Tensor, name: str, token: CancelToken) -> Array:
    """Every unit's strongest response [N,units] to RGB pictures [N,3,H,W] in [0,1]."""
    batch = network.preprocessing.normalise(pictures.to(network.device))
    with torch.inference_mode():
        value = values_at(network, batch, [name], token)[name]
    peaks: Array = unit_maps(value, network.node(name)).max((2, 3))
    return peaks


def _peaks_of_texts(network: Network, texts: Sequence[str], name: str, token: CancelToken) -> Array:
    """Every unit's strongest response [N,units] to texts, over the tokens that are theirs."""
    tokenize = getattr(network.module, "tokenize", None)
    if tokenize is None:
        raise InspectorError(
            say("{name} reads words, but has no “tokenize” that makes tokens of them.", name=network.name)
        )
    tokens, node = tokenize(list(texts)), network.node(name)
    with torch.inference_mode():
        value = values_at(network, tokens.to(network.device), [name], token)[name]
    moved = value.float().cpu().movedim(node.unit_axis, 1)
    maps = moved.flatten(2) if moved.ndim > 2 else moved[..., None]
    if maps.shape[2] == tokens.shape[1]:
        # What stands behind a text's end fills the row, and says nothing of the text.
        maps = maps.masked_fill((tokens.cpu() == 0)[:, None], -torch.inf)
    peaks: Array = maps.amax(2).numpy()
    return peaks


def _small(pictures: torch.Tensor) -> Array:
    """Thumbnails uint8 [N,h,w,3] of RGB pictures [N,3,H,W] in [0,1]."""
    side = max(pictures.shape[-2:])
    if side > _SMALL:
        height, width = (max(round(s * _SMALL / side), 1) for s in pictures.shape[-2:])
        pictures = torch.nn.functional.interpolate(pictures, (height, width), mode="bilinear", antialias=True)
    levels = (pictures.clamp(0, 1) * 255).round().to(torch.uint8)
    return levels.permute(0, 2, 3, 1).contiguous().numpy()


def _joint_node(network: Network) -> str:
    from inspector.lenses.feature_visualization.output import logit_node

    try:
        return logit_node(network).name
    except InspectorError:
        return ""
