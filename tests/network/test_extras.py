"""Networks of timm and open_clip, where they are installed; without them, what to install."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from inspector.lenses.run import result
from inspector.network import extras, from_open_clip
from inspector.network.catalogue import catalogue, entry, timm_entries
from inspector.network.errors import InspectorError, OpenError
from inspector.network.opening import open_network
from inspector.probe.record import record

SMALL = (3, 96, 96)


@pytest.mark.parametrize(
    ("name", "library"), [("inception_v4", "timm"), ("clip_rn50", "open_clip"), ("timm.resnet18", "timm")]
)
def test_that_without_the_library_it_is_said_what_to_install(name, library, monkeypatch):
    monkeypatch.setattr(extras, "is_there", lambda extra: False)
    with pytest.raises(OpenError, match=rf"{library}: pip install “neuron-inspector\["):
        open_network(name)
    assert "inception_v4" in catalogue()


@pytest.mark.filterwarnings("ignore")  # of the libraries: nothing that we could change
def test_that_the_microscopes_networks_of_timm_open():
    pytest.importorskip("timm")
    assert open_network("inception_v4", input_size=SMALL).outputs == 1000
    assert open_network("resnet_v2_50", input_size=SMALL).preprocessing.interpolation == "bicubic"
    assert entry("timm.resnet18").name == entry("timm.resnet18").name != entry("resnet18").name
    assert len(timm_entries()) > 500
    assert entry("convnext_atto").extra == "timm"


@pytest.mark.filterwarnings("ignore")
def test_that_weights_go_between_timm_and_torchvision(tmp_path):
    timm = pytest.importorskip("timm")
    module = timm.create_model("vit_tiny_patch16_224", num_classes=5)
    torch.save(module.state_dict(), tmp_path / "w.pth")
    from torchvision.models import VisionTransformer

    ours = VisionTransformer(
        224, 16, num_layers=12, num_heads=3, hidden_dim=192, mlp_dim=768, num_classes=5
    ).eval()
    for layer in ours.encoder.layers:
        layer.mlp[1].approximate = "none"
    found = open_network(ours, weights=tmp_path / "w.pth", input_size=(3, 224, 224))
    x = torch.rand(1, 3, 224, 224)
    with torch.no_grad():
        torch.testing.assert_close(found.module(x), module.eval()(x), rtol=1e-3, atol=1e-3)


@pytest.mark.filterwarnings("ignore")
def test_that_clips_towers_open_and_words_become_directions(tmp_path):
    pytest.importorskip("open_clip")
    found = open_network("clip_rn50")
    assert (found.outputs, found.labels, found.preprocessing.interpolation) == (1024, (), "bicubic")
    whole = from_open_clip.text_tower("RN50").eval()
    tokens = from_open_clip.tokenizer("RN50")(["a dog", "a cat"])
    with torch.no_grad():
        directions = whole.encode_text(tokens)
    assert directions.shape == (2, 1024)
    torch.save({key: value.half() for key, value in whole.state_dict().items()}, tmp_path / "clip.pt")
    own = open_network(f"clip_rn50={tmp_path / 'clip.pt'}")
    assert "image tower" in own.card["renamed"]
    assert torch.equal(
        own.module.state_dict()["conv1.weight"], whole.visual.conv1.weight.detach().half().float()
    )
    words = open_network(f"clip_rn50_text={tmp_path / 'clip.pt'}")
    assert "text tower" in words.card["renamed"]
    assert (words.reads, words.outputs, words.nodes["token_embedding"].shape) == ("words", 1024, (77, 512))
    assert sum(node.op == "attention_pattern" for node in words.nodes.values()) == 12
    answer = torch.from_numpy(record(words, tokens.numpy(), ["transformer"])["transformer"])
    with torch.no_grad():
        found = words.module(tokens.float())
    assert answer.shape == (2, 77, 512)
    assert (
        torch.nn.functional.cosine_similarity(found, directions).min() > 0.999
    )  # the file was in half precision
    liked = result("word-responses", words, "clip_rn50_text/transformer", words=("a dog", "a cat"))
    ends = tokens.argmax(1) + 1  # what stands behind a text is not its own
    expected = [answer[row, :end].amax(0).numpy() for row, end in enumerate(ends)]
    np.testing.assert_allclose(liked.responses, expected, rtol=1e-3, atol=1e-4)
    with pytest.raises(InspectorError, match="needs a network that reads pictures; clip_rn50_text"):
        result("tuning", words, "clip_rn50_text/transformer/3", family="grating")
