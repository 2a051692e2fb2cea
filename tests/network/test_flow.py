"""The graph as a drawing: blocks, folding, where things stand, and the files made of it."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

import inspector
from inspector.cli.dispatch import main
from inspector.lenses.weights.wiring import wiring
from inspector.network.flow.blocks import INPUT, blocks_of, path_of
from inspector.network.flow.dot import dot
from inspector.network.flow.folding import OPEN_UP_TO, fold, open_at_first
from inspector.network.flow.layout import lay_out
from inspector.network.flow.svg import svg
from inspector.network.flow.words import about, details, kind, title
from inspector.probe.cancel import Cancelled, CancelToken
from tests.network.flow_drawn import check_drawing, feeding

NETWORKS = ("demo", "resnet18", "googlenet", "squeezenet1_1", "vit_b_32")


@pytest.fixture(scope="module")
def graphs():
    return {name: blocks_of(inspector.open_network(name).nodes) for name in NETWORKS}


@pytest.mark.parametrize("name", NETWORKS)
def test_that_real_networks_run_downwards_without_overlaps(graphs, name):
    blocks = graphs[name]
    first = open_at_first(blocks)
    assert len(fold(blocks, first).keys) <= OPEN_UP_TO
    for unfolded in (first, frozenset(), frozenset(blocks.values)):
        layout = check_drawing(blocks, unfolded)
        for link in layout.links:
            assert all(above[1] <= below[1] + 1e-6 for above, below in pairwise(link.points)), "top to bottom"


def test_that_a_residual_connection_is_an_addition_of_two(graphs):
    blocks = graphs["resnet18"]
    assert feeding(blocks, "layer1.0.add") == {"layer1.0.bn2", "maxpool"}
    assert feeding(blocks, "layer1.1.add") == {"layer1.1.bn2", "layer1.0.relu:1"}
    assert feeding(blocks, "layer2.0.add") == {"layer2.0.bn2", "layer2.0.downsample.1"}
    adds = [name for name in blocks.operations if path_of(name).endswith(".add")]
    assert len(adds) == 8
    assert all(len(feeding(blocks, name)) == 2 for name in adds)
    assert feeding(blocks, "conv1") == {INPUT}
    folded = fold(blocks, {"layer2"})
    assert ("layer2.0", "layer2.1") in folded.edges
    assert ("layer1", "layer2.0") in folded.edges


def test_that_an_inception_block_has_four_branches_side_by_side(graphs):
    blocks = graphs["googlenet"]
    branches = [f"inception3a.branch{number}" for number in (1, 2, 3, 4)]
    folded = fold(blocks, {"inception3a"})
    assert {b for a, b in folded.edges if a == "maxpool2"} == set(branches)
    assert {a for a, b in folded.edges if b == "inception3a.cat"} == set(branches)
    boxes = {box.key: box for box in lay_out(blocks, {"inception3a"}).boxes}
    assert len({boxes[key].y for key in branches}) == 1
    assert [boxes[key].x for key in branches] == sorted(boxes[key].x for key in branches), "in their order"


def test_that_fire_modules_and_transformer_blocks_join_what_they_split(graphs):
    fire = graphs["squeezenet1_1"]
    assert feeding(fire, "features.3.cat") == {
        "features.3.expand1x1_activation",
        "features.3.expand3x3_activation",
    }
    vit, block = graphs["vit_b_32"], "encoder.layers.encoder_layer_3"
    assert feeding(vit, f"{block}.add") == {f"{block}.dropout", "encoder.layers.encoder_layer_2.add:1"}
    assert feeding(vit, f"{block}.add:1") == {f"{block}.add", f"{block}.mlp.4"}
    assert f"{block}.self_attention" in vit.operations, "attention is one operation, not a block"
    assert feeding(vit, f"{block}.dropout") == {f"{block}.self_attention"}
    pattern = f"{block}.self_attention.attention_pattern"
    assert vit.key_of(pattern) == f"{block}.self_attention", "the pattern is read of it, aside"
    assert vit.key_of("heads") == "heads.head", "a module around one operation is that"
    assert vit.key_of("nosuch") is None


@pytest.mark.parametrize("name", ["demo", "resnet18", "squeezenet1_1"])
def test_that_every_whole_value_that_goes_into_an_operation_is_an_edge(graphs, name):
    # The wires along which weights are followed are found in another way: by comparing values.
    wires = wiring(inspector.open_network(name), CancelToken())
    told = 0
    for operation in graphs[name].operations:
        sources = {source for source in wires[operation].sources if source is not None}
        assert {graphs[name].key_of(source) if source else INPUT for source in sources} <= feeding(
            graphs[name], operation
        )
        told += len(sources)
    assert told >= len(graphs[name].operations), "else this would have proved nothing"


def test_that_laying_out_can_be_given_up(graphs):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        lay_out(graphs["demo"], frozenset(), token.check)


def test_that_cards_say_channels_kernel_and_kind(graphs):
    blocks = graphs["demo"]
    assert details(blocks, "conv1") == "32 ch · 7×7 /2"
    assert details(blocks, "mixed3.branch5x5") == "16 ch · 5×5", "a step has the kernel of its convolution"
    assert title(blocks, "mixed3.cat") == "cat"
    assert "mixed3.cat" in about(blocks, "mixed3.cat")
    assert title(graphs["resnet18"], "layer2.0.downsample.1") == "downsample.1"
    kinds = ["weights", "norm", "nonlinearity", "pool", "join", "attention", "other"]
    ops = ["Conv2d", "BatchNorm2d", "GELU", "MaxPool2d", "cat", "MultiheadAttention", "Flatten"]
    assert [kind(op) for op in ops] == kinds


def test_that_the_svg_holds_every_card_and_edge(graphs):
    blocks = graphs["demo"]
    layout = lay_out(blocks, open_at_first(blocks))
    root = ElementTree.fromstring(svg(blocks, layout, "a <b> & c", {"conv1": b"png"}).encode())
    drawn = [item for item in root.iter() if "data-key" in item.attrib]
    assert {item.attrib["data-key"] for item in drawn} == {box.key for box in layout.boxes} - {INPUT}
    edges = [
        (item.attrib["data-source"], item.attrib["data-target"])
        for item in root.iter()
        if "data-source" in item.attrib
    ]
    assert edges == [(link.source or "input", link.target) for link in layout.links]
    assert len([item for item in root.iter() if item.tag.endswith("image")]) == 1


def test_that_the_dot_file_reads_as_the_same_graph(graphs):
    for unfolded in (open_at_first(graphs["googlenet"]), frozenset()):
        text = dot(graphs["googlenet"], unfolded, 'with "quotes"')
        assert text.count("{") == text.count("}") == 1 + len(unfolded)
        edges = re.findall(r'^  "((?:[^"\\]|\\.)*)" -> "((?:[^"\\]|\\.)*)";$', text, re.MULTILINE)
        folded = fold(graphs["googlenet"], unfolded)
        assert edges == [(source or "the input", target) for source, target in folded.edges]
        declared = re.findall(r'^ *"((?:[^"\\]|\\.)*)" \[label=', text, re.MULTILINE)
        assert set(declared) == {"the input", *folded.keys}
        assert len(declared) == 1 + len(folded.keys)


def test_that_the_command_writes_both_files_and_tells_the_edges(tmp_path, capsys):
    for suffix in ("svg", "dot"):
        assert main(["graph", "demo", "--out", str(tmp_path / f"graph.{suffix}")]) == 0
    assert ElementTree.parse(tmp_path / "graph.svg").getroot().tag.endswith("svg")
    assert (tmp_path / "graph.dot").read_text().startswith('digraph "demo" {')
    capsys.readouterr()
    assert main(["graph", "demo", "--unfold", "none", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert ["res4", "pool4"] in document["edges"]
    assert "mixed3" in document["nodes"]
    assert main(["graph", "demo", "--out", str(tmp_path / "graph.txt")]) == 2
    assert main(["graph", "demo", "--out", str(tmp_path / "gone" / "graph.svg")]) == 1
