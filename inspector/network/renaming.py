"""The same network's weights under other libraries' names: prefixes of wrappers, ports, older files.

Every rule is tried, and taken only where its names are those that the architecture has.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

import torch

from inspector.saying import say

State = dict[str, torch.Tensor]

_PREFIXES = ("module.", "_orig_mod.", "model.", "net.", "network.", "backbone.", "encoder.", "visual.")
_MOST = 0.8  # of the architecture's names: less is another architecture, whose own names the error shall show
# Names that torchvision's own older files carry; its loaders translate them in passing too.
_OLD_NAMES = (
    (re.compile(r"(denselayer\d+\.(?:norm|relu|conv))\.([12]\.)"), r"\1\2"),
    (re.compile(r"\.mlp\.linear_1\."), ".mlp.0."),
    (re.compile(r"\.mlp\.linear_2\."), ".mlp.3."),
)
# A layer of torchvision's vision transformer, its number taken from the pattern.
_LAYER = r"encoder.layers.encoder_layer_\1"
_TIMM_VIT = (
    (r"^cls_token$", "class_token"),
    (r"^pos_embed$", "encoder.pos_embedding"),
    (r"^patch_embed\.proj\.", "conv_proj."),
    (r"^blocks\.(\d+)\.norm([12])\.", _LAYER + r".ln_\2."),
    (r"^blocks\.(\d+)\.attn\.qkv\.(weight|bias)$", _LAYER + r".self_attention.in_proj_\2"),
    (r"^blocks\.(\d+)\.attn\.proj\.", _LAYER + r".self_attention.out_proj."),
    (r"^blocks\.(\d+)\.mlp\.fc1\.", _LAYER + r".mlp.0."),
    (r"^blocks\.(\d+)\.mlp\.fc2\.", _LAYER + r".mlp.3."),
    (r"^norm\.", "encoder.ln."),
    (r"^head\.", "heads.head."),
)  # fmt: skip
_VISION_TO_TIMM = (
    (r"^class_token$", "cls_token"),
    (r"^encoder\.pos_embedding$", "pos_embed"),
    (r"^conv_proj\.", "patch_embed.proj."),
    (r"^encoder\.layers\.encoder_layer_(\d+)\.ln_([12])\.", r"blocks.\1.norm\2."),
    (r"^encoder\.layers\.encoder_layer_(\d+)\.self_attention\.in_proj_", r"blocks.\1.attn.qkv."),
    (r"^encoder\.layers\.encoder_layer_(\d+)\.self_attention\.out_proj\.", r"blocks.\1.attn.proj."),
    (r"^encoder\.layers\.encoder_layer_(\d+)\.mlp\.(?:0|linear_1)\.", r"blocks.\1.mlp.fc1."),
    (r"^encoder\.layers\.encoder_layer_(\d+)\.mlp\.(?:3|linear_2)\.", r"blocks.\1.mlp.fc2."),
    (r"^encoder\.ln\.", "norm."),
    (r"^heads\.head\.", "head."),
)
_TIMM_CONVNEXT = (
    (r"^stem\.([01])\.", r"features.0.\1."),
    (r"^stages\.0\.blocks\.(\d+)\.", r"features.1.\1."),
    (r"^stages\.1\.downsample\.", "features.2."),
    (r"^stages\.1\.blocks\.(\d+)\.", r"features.3.\1."),
    (r"^stages\.2\.downsample\.", "features.4."),
    (r"^stages\.2\.blocks\.(\d+)\.", r"features.5.\1."),
    (r"^stages\.3\.downsample\.", "features.6."),
    (r"^stages\.3\.blocks\.(\d+)\.", r"features.7.\1."),
    (r"^(features\.\d+\.\d+)\.gamma$", r"\1.layer_scale"),
    (r"^(features\.\d+\.\d+)\.conv_dw\.", r"\1.block.0."),
    (r"^(features\.\d+\.\d+)\.norm\.", r"\1.block.2."),
    (r"^(features\.\d+\.\d+)\.mlp\.fc1\.", r"\1.block.3."),
    (r"^(features\.\d+\.\d+)\.mlp\.fc2\.", r"\1.block.5."),
    (r"^head\.norm\.", "classifier.0."),
    (r"^head\.fc\.", "classifier.2."),
)
_CAPTUM_INCEPTION = (
    (r"^conv1\.", "conv2d0_pre_relu_conv."),
    (r"^conv2\.", "conv2d1_pre_relu_conv."),
    (r"^conv3\.", "conv2d2_pre_relu_conv."),
    (r"^(mixed\d\w)\.conv_(\dx\d)_reduce\.", r"\1_\2_bottleneck_pre_relu_conv."),
    (r"^(mixed\d\w)\.conv_(\dx\d)\.", r"\1_\2_pre_relu_conv."),
    (r"^(mixed\d\w)\.pool_proj\.", r"\1_pool_reduce_pre_relu_conv."),
    (r"^fc\.", "softmax2_pre_activation_matmul."),
)
_GRAPH_INCEPTION = (
    (r"^(conv2d\d|mixed\d\w_\w+?)(?:_pre_relu/conv|_pre_relu)?\.(weight|bias)$", r"\1_pre_relu_conv.\2"),
    (r"^(conv2d\d|mixed\d\w_\w+)_w$", r"\1_pre_relu_conv.weight"),
    (r"^(conv2d\d|mixed\d\w_\w+)_b$", r"\1_pre_relu_conv.bias"),
    (r"^softmax2(?:/pre_activation|_pre_activation)?(?:/matmul)?\.", "softmax2_pre_activation_matmul."),
    (r"^softmax2_w$", "softmax2_pre_activation_matmul.weight"),
    (r"^softmax2_b$", "softmax2_pre_activation_matmul.bias"),
)  # fmt: skip
_CAFFE_INCEPTION = (
    (r"^conv1[/.]7x7_s2\.", "conv2d0_pre_relu_conv."),
    (r"^conv2[/.]3x3_reduce\.", "conv2d1_pre_relu_conv."),
    (r"^conv2[/.]3x3\.", "conv2d2_pre_relu_conv."),
    (r"^inception_(\d\w)[/.](\dx\d)_reduce\.", r"mixed\1_\2_bottleneck_pre_relu_conv."),
    (r"^inception_(\d\w)[/.](\dx\d)\.", r"mixed\1_\2_pre_relu_conv."),
    (r"^inception_(\d\w)[/.]pool_proj\.", r"mixed\1_pool_reduce_pre_relu_conv."),
    (r"^loss3[/.]classifier\w*\.", "softmax2_pre_activation_matmul."),
)
_HUGGING_RESNET = (
    (r"^resnet\.", ""),
    (r"^embedder\.embedder\.convolution\.", "conv1."),
    (r"^embedder\.embedder\.normalization\.", "bn1."),
    (r"^encoder\.stages\.(\d)\.layers\.(\d+)\.shortcut\.convolution\.", r"layer@\1.\2.downsample.0."),
    (r"^encoder\.stages\.(\d)\.layers\.(\d+)\.shortcut\.normalization\.", r"layer@\1.\2.downsample.1."),
    (r"^encoder\.stages\.(\d)\.layers\.(\d+)\.layer\.(\d)\.convolution\.", r"layer@\1.\2.conv@\3."),
    (r"^encoder\.stages\.(\d)\.layers\.(\d+)\.layer\.(\d)\.normalization\.", r"layer@\1.\2.bn@\3."),
    (r"^classifier\.1\.", "fc."),
)
_HUGGING_VIT = (
    (r"^vit\.", ""),
    (r"^embeddings\.cls_token$", "class_token"),
    (r"^embeddings\.position_embeddings$", "encoder.pos_embedding"),
    (r"^embeddings\.patch_embeddings\.projection\.", "conv_proj."),
    (r"^encoder\.layer\.(\d+)\.attention\.attention\.(query|key|value)\.", _LAYER + r".\2."),
    (r"^encoder\.layer\.(\d+)\.attention\.output\.dense\.", _LAYER + r".self_attention.out_proj."),
    (r"^encoder\.layer\.(\d+)\.layernorm_before\.", _LAYER + r".ln_1."),
    (r"^encoder\.layer\.(\d+)\.layernorm_after\.", _LAYER + r".ln_2."),
    (r"^encoder\.layer\.(\d+)\.intermediate\.dense\.", _LAYER + r".mlp.0."),
    (r"^encoder\.layer\.(\d+)\.output\.dense\.", _LAYER + r".mlp.3."),
    (r"^layernorm\.", "encoder.ln."),
    (r"^classifier\.", "heads.head."),
)  # fmt: skip
_TABLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "timm’s names of a vision transformer": _TIMM_VIT,
    "torchvision’s names of a vision transformer": _VISION_TO_TIMM,
    "timm’s names of a ConvNeXt": _TIMM_CONVNEXT,
    "captum’s names of InceptionV1": _CAPTUM_INCEPTION,
    "TensorFlow’s names of InceptionV1": _GRAPH_INCEPTION,
    "Caffe’s names of InceptionV1": _CAFFE_INCEPTION,
    "Caffe’s slashes": ((r"/", "."), (r"\.classifier_\w+\.", ".classifier.")),
    "Hugging Face’s names of a ResNet": _HUGGING_RESNET,
    "Hugging Face’s names of a vision transformer": _HUGGING_VIT,
    "the wrapper’s “module.” within the names": ((r"\.module\.", "."),),
}


def renamed(state: State, own: Mapping[str, torch.Tensor]) -> tuple[State, tuple[str, ...]]:
    """`state` under the names of `own` as far as a known rule leads there, and what was done, for the user.

    Args:
        state: Weights by name, as a file has them.
        own: The architecture's own weights.
    """
    notes: list[str] = []
    while prefix := next((p for p in _PREFIXES if _all_start(state, p) and not _all_start(own, p)), None):
        state = {key.removeprefix(prefix): value for key, value in state.items()}
        notes.append(say("“{prefix}” was taken off every name", prefix=prefix))
    if (part := _tower(state, own)) is not None:
        state = part
        notes.append(
            say("only the text tower’s weights were taken")
            if "token_embedding.weight" in own
            else say("only the image tower’s weights were taken (“visual.”)")
        )
    state = {_current(key, own): value for key, value in state.items()}
    best = max(_by_table(state, own), key=lambda found: found[0], default=None)
    if best is not None and best[0] > max(_fitting(state, own), _MOST * len(own)):
        state = best[2]
        notes.append(say("{best} were translated", best=best[1]))
    return {key: _shaped(value, own.get(key)) for key, value in state.items()}, tuple(notes)


def _all_start(keys: Iterable[str], prefix: str) -> bool:
    return all(key.startswith(prefix) for key in keys)


def _tower(state: State, own: Container[str]) -> State | None:
    """The image or text tower of a whole CLIP model, where that is what the architecture is."""
    if "token_embedding.weight" in own and any(key.startswith("visual.") for key in state):
        return {key: value for key, value in state.items() if key in own}
    part = {key.removeprefix("visual."): value for key, value in state.items() if key.startswith("visual.")}
    return part if part and len(part) < len(state) and all(key in own for key in part) else None


def _current(key: str, own: Container[str]) -> str:
    found = (pattern.sub(new, key) for pattern, new in _OLD_NAMES)
    return key if key in own else next((name for name in found if name in own), key)


def _by_table(state: State, own: Mapping[str, torch.Tensor]) -> Iterator[tuple[int, str, State]]:
    for what, table in _TABLES.items():
        rules = [(re.compile(pattern), new) for pattern, new in table]
        changed = _joined({_counted(_applied(key, rules)): value for key, value in state.items()})
        if changed.keys() != state.keys():
            yield _fitting(changed, own), what, changed


def _applied(key: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    for pattern, new in rules:
        key = pattern.sub(new, key)
    return key


def _counted(key: str) -> str:
    """Numbers behind "@" count from 0 there and from 1 here."""
    return re.sub(r"@(\d+)", lambda found: str(int(found[1]) + 1), key)


def _joined(state: State) -> State:
    """Query, key and value, kept apart by Hugging Face, as the one matrix that torch has for them."""
    joined = dict(state)
    for key in state:
        if (found := re.fullmatch(r"(.+)\.query\.(weight|bias)", key)) is None:
            continue
        parts = [f"{found[1]}.{part}.{found[2]}" for part in ("query", "key", "value")]
        if all(part in state for part in parts):
            name = f"{found[1]}.self_attention.in_proj_{found[2]}"
            joined[name] = torch.cat([joined.pop(part) for part in parts])
    return joined


def _fitting(state: State, own: Mapping[str, torch.Tensor]) -> int:
    return sum(key in own for key in state)


def _shaped(value: torch.Tensor, own: torch.Tensor | None) -> torch.Tensor:
    """`value` without, or with, sizes of 1 that the other library has not: a layer's scale."""
    if own is None or value.shape == own.shape or value.numel() != own.numel():
        return value
    sides = [[size for size in shape if size != 1] for shape in (value.shape, own.shape)]
    return value.reshape(own.shape) if sides[0] == sides[1] else value
