"""Opening networks: a catalogue name, a file, a folder, code, NAME=FILE, or an `nn.Module` of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from inspector.network.card import Card
from inspector.network.code import names_code
from inspector.network.entry import Entry
from inspector.network.errors import OpenError
from inspector.network.fitting import built_with
from inspector.network.formats import read_state
from inspector.network.hugging_face import read_folder
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.network.programs.opening import PROGRAMS, TITLES, load_program
from inspector.network.recognise import Kind, recognise
from inspector.network.spec import card_of, entry_for, split, split_size, weights_in
from inspector.network.walk import first_tensor
from inspector.network.wishes import InputSize, PreprocessingLike, Wishes, changed, resized
from inspector.saying import counted, joined, say

_SEED = 0


def open_network(
    spec: str | Path | nn.Module,
    *,
    name: str | None = None,
    input_size: InputSize | None = None,
    preprocessing: PreprocessingLike | None = None,
    labels: Sequence[str] = (),
    weights: str | Path | None = None,
    trust: bool = False,
) -> Network:
    """Open a network.

    Args:
        spec: A catalogue name ("demo", "resnet18"), a weights file with a JSON beside it that says what it is
            (or that JSON), a file that holds a whole network (TorchScript, pt2, ONNX), a Hugging Face folder,
            "FILE.py:NAME" or "module:NAME" (code that builds it), any of these names with weights
            ("NAME=FILE"), any of these with the input's size behind it ("net.pt@3x64x64"),
            or a module of one's own, which is put into eval mode and whose weights are frozen.
        name: How to call it in addresses; else the catalogue's name, the file's stem or the module's class.
        input_size: Channels, height and width of the input, where they differ from what is known.
        preprocessing: A `Preprocessing`, or a mapping of those of its settings that differ from what is
            known. For a module of one's own, pictures go in as [0, 1] unless it says otherwise.
        labels: Names of the classes, one per output.
        weights: A weights file, as FILE in "NAME=FILE".
        trust: Whether code that opening needs may run; what was allowed once is remembered by its content.

    Returns:
        The network, its nodes already found by one forward pass. Without weights a catalogue architecture has
        random ones, always the same, and its `trained` is False.

    Raises:
        NeedsTrust: Opening would run code that was not allowed yet; the error names the file.
        OpenError: It cannot be opened; one sentence says why.
        InspectorError: The preprocessing does not read.
    """
    file = Path(weights).expanduser() if weights is not None else None
    if isinstance(spec, str):
        spec, behind = split_size(spec)
        input_size = input_size or behind
    wishes = Wishes(name, input_size, preprocessing, tuple(labels), file, trust)
    if not isinstance(spec, nn.Module):
        return _from_text(spec, wishes)
    network = _from_module(spec, wishes)
    network.find_limits()
    return network


def with_preprocessing(network: Network, preprocessing: PreprocessingLike) -> Network:
    """The same module behind another preprocessing, its nodes found anew.

    Raises:
        OpenError: The module does not run on such an input.
        InspectorError: The preprocessing does not read.
    """
    made = _copy(network, changed(network.preprocessing, preprocessing))
    made.outputs = _count_outputs(made)
    return made


def with_labels(network: Network, labels: Sequence[str]) -> Network:
    """The same module with other class labels; none leaves the classes to their numbers.

    Raises:
        OpenError: There are more or fewer labels than outputs.
    """
    made = _copy(network, network.preprocessing)
    made.labels = ()
    return _labelled(made, tuple(labels))


def _copy(network: Network, preprocessing: Preprocessing) -> Network:
    made = Network(
        network.module,
        name=network.name,
        preprocessing=preprocessing,
        labels=network.labels,
        architecture=network.architecture,
        trained=network.trained,
        source=network.source,
        card=network.card,
    )
    made.limits = network.limits
    return made


def _from_module(module: nn.Module, wishes: Wishes) -> Network:
    if wishes.weights is not None:
        module = built_with(lambda: module, type(module).__name__, read_state(wishes.weights), wishes.weights)
    wishes = replace(wishes, input_size=wishes.input_size or (_input_channels(module), *wishes.side))
    network = Network(
        module,
        name=wishes.name or type(module).__name__,
        preprocessing=wishes.applied(Preprocessing()),
        source=wishes.weights.absolute() if wishes.weights is not None else None,
    )
    return _labelled(network, wishes.labels)


def _from_text(spec: str | Path, wishes: Wishes) -> Network:
    architecture, file = split(spec)
    file = wishes.weights or file
    card = card_of(file) if file is not None else Card()
    if architecture is None and file is not None:
        if file.is_dir():
            folder = read_folder(file)
            return _from_entry(folder.entry, folder.weights, card, file.name, wishes)
        if card.architecture is None and (kind := recognise(weights_in(file, card))) in PROGRAMS:
            network = _from_program(weights_in(file, card), kind, card, wishes)
            network.find_limits()
            return network
    found = entry_for(architecture, file, card, wishes.trust)
    if file is None and found.installed is not None:
        file = found.installed
        card = card_of(file)
    source = weights_in(file, card) if file is not None else None
    network = _from_entry(found, source, card, _called(found, architecture, file), wishes)
    if names_code(architecture or card.architecture or ""):
        network.find_limits()
    return network


def _called(found: Entry, architecture: str | None, file: Path | None) -> str:
    return found.name if architecture is not None or file is None else file.stem


def _from_entry(found: Entry, source: Path | None, card: Card, name: str, wishes: Wishes) -> Network:
    preprocessing = wishes.applied(card.preprocessing or found.preprocessing)
    notes: list[str] = []
    module = _module(found, source, _arguments(found, card, preprocessing), notes, wishes.trust)
    about = {"title": found.title, "source": found.source, **card.about}
    network = Network(
        module,
        name=wishes.name or name,
        preprocessing=preprocessing,
        architecture=found.name,
        trained=source is not None,
        source=source.absolute() if source is not None else None,
        card={**about, "renamed": joined("; ", notes)} if notes else about,
    )
    return _labelled(network, wishes.labels or card.labels, found.labels)


def _from_program(file: Path, kind: Kind, card: Card, wishes: Wishes) -> Network:
    module, shape = load_program(file, kind, wishes.trust)
    known = card.preprocessing or resized(Preprocessing(), _three(shape))
    network = Network(
        module,
        name=wishes.name or file.stem,
        preprocessing=wishes.applied(known),
        architecture=say("{titles}: {name}", titles=TITLES[kind], name=type(module).__name__),
        source=file.absolute(),
        card={
            "title": file.name,
            "source": say("A network in a {titles} file.", titles=TITLES[kind]),
            **card.about,
        },
    )
    return _labelled(network, wishes.labels or card.labels)


def _three(shape: tuple[int, ...] | None) -> InputSize | None:
    return (shape[0], shape[1], shape[2]) if shape is not None and len(shape) == 3 else None


def _arguments(found: Entry, card: Card, preprocessing: Preprocessing) -> dict[str, Any]:
    given = dict(card.arguments) if card.architecture in (None, found.name) else {}
    if found.name in ("googlenet", "inception_v3"):
        # Their published weights were trained on [-1, 1]: the module goes there from ImageNet's mean and std.
        published = (found.preprocessing.mean, found.preprocessing.std)
        given.setdefault("transform_input", (preprocessing.mean, preprocessing.std) == published)
    if found.name.startswith("vit_"):
        # torchvision's transformers are built for one size, and take no picture of another.
        given.setdefault("image_size", preprocessing.crop[0])
    return given


def _module(
    found: Entry, source: Path | None, arguments: dict[str, Any], notes: list[str], trust: bool
) -> nn.Module:
    try:
        if source is not None:
            state = read_state(source, trust)
            return built_with(found.build, found.name, state, source, notes, **arguments)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(_SEED)
            return found.build(**arguments)
    except (TypeError, ValueError, AssertionError) as error:
        raise OpenError(
            say(
                "{name} cannot be built with the arguments {arguments}: {error}.",
                name=found.name,
                arguments=arguments,
                error=error,
            )
        ) from error


def _input_channels(module: nn.Module) -> int:
    first = next((part for part in module.modules() if isinstance(part, nn.Conv2d)), None)
    return first.in_channels if first is not None else 3


def _labelled(network: Network, labels: tuple[str, ...], published: tuple[str, ...] = ()) -> Network:
    """`network` with its class labels: those given must fit; the published ones are taken where they do."""
    _refuse_quantised(network)
    outputs = _count_outputs(network)
    if labels and len(labels) != outputs:
        raise OpenError(
            counted(
                "{name}: {count} label is given for {outputs} outputs.",
                "{name}: {count} labels are given for {outputs} outputs.",
                name=network.name,
                count=len(labels),
                outputs=outputs,
            )
        )
    network.outputs = outputs
    network.labels = labels or (published if len(published) == outputs else ())
    return network


def _refuse_quantised(network: Network) -> None:
    """Quantised modules hand on whole numbers in torch's own packing: they give no gradients."""
    kinds = ((part, type(part).__module__) for part in network.module.modules())
    # Those that are quantised only within a call take and give real numbers: they work, without gradients.
    packed = ((part, kind) for part, kind in kinds if "PackedParams" not in type(part).__name__)
    found = (part for part, kind in packed if ".quantized" in kind and ".dynamic" not in kind)
    if (part := next(found, None)) is not None:
        raise OpenError(
            say(
                "{name} is quantised ({kind}), so its nodes give no gradients and no real numbers: open "
                "the float network that it was made from.",
                name=network.name,
                kind=type(part).__name__,
            )
        )


def _count_outputs(network: Network) -> int:
    """How many numbers the network answers per picture; finds its nodes on the way."""
    shapes: list[torch.Size] = []

    def note(module: nn.Module, args: Any, output: Any) -> None:
        tensor = first_tensor(output)
        shapes.extend([tensor.shape[1:]] if tensor is not None else [])

    handle = network.module.register_forward_hook(note)
    try:
        network.nodes  # noqa: B018
    finally:
        handle.remove()
    return shapes[0][0] if shapes and len(shapes[0]) else 0
