"""What stands on a card of the graph, and which kind of operation it is."""

from __future__ import annotations

from inspector.network.flow.blocks import Blocks, path_of
from inspector.saying import counted, joined, say


def title(blocks: Blocks, key: str) -> str:
    """The name within the block around it; a bare number takes the segment before it along."""
    around = blocks.parents.get(key, "")
    name = key.removeprefix(f"{around}.") if around else key
    if path_of(name).isdigit() and around:
        return f"{around.rpartition('.')[2]}.{name}"
    return name


def details(blocks: Blocks, key: str) -> str:
    """Channels (or what there is) and kernel: `64 ch · 3×3 /2`."""
    node = blocks.node(key)
    parts = [say("{units:,} ch", units=node.units) if node.units else sides(node.shape)]
    kernels = [blocks.operations[name] for name in _operations(blocks, key)]
    with_kernel = [operation for operation in kernels if operation.kernel]
    if len(with_kernel) == 1:
        parts.append(_kernel(with_kernel[0].kernel, with_kernel[0].stride))
    return joined(" · ", (part for part in parts if part))


def about(blocks: Blocks, key: str) -> str:
    """Everything known of it, for a tooltip."""
    node = blocks.node(key)
    lines = [
        key,
        say("{op} · {details}", op=node.op, details=details(blocks, key)),
        say("output {sides}", sides=sides(node.shape) or say("one number")),
    ]
    if blocks.is_block(key):
        lines.append(counted("{count} operation", "{count} operations", count=len(blocks.inside(key))))
    if node.parameters:
        lines.append(counted("{count:,} parameter", "{count:,} parameters", count=node.parameters))
    return joined("\n", lines)


def kind(op: str) -> str:
    """The kind of an operation by its name: weights, norm, nonlinearity, pool, join, attention or other."""
    low = op.lower()
    return next((name for name, marks in _KINDS if any(mark in low for mark in marks)), "other")


_KINDS = (
    ("attention", ("attention", "attn")),
    ("norm", ("norm", "bn")),
    ("pool", ("pool",)),
    ("nonlinearity", ("elu", "silu", "sigmoid", "tanh", "softmax", "swish", "mish", "activation")),
    ("join", ("add", "cat", "mul", "sub", "stack")),
    ("weights", ("conv", "linear", "embedding", "lstm", "gru", "matmul")),
)  # fmt: skip


def _operations(blocks: Blocks, key: str) -> list[str]:
    return blocks.inside(key) if blocks.is_block(key) else [key]


def _kernel(kernel: tuple[int, ...], stride: tuple[int, ...]) -> str:
    step = f" /{stride[0]}" if any(side > 1 for side in stride) else ""
    return sides(kernel) + step


def sides(shape: tuple[int, ...]) -> str:
    """A shape as people write it: `3×3`."""
    return "×".join(map(str, shape))
