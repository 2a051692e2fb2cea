"""Prompts, words and Stroop grids: on a CLIP by hand, and equal to open_clip's own on a small random one."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.lenses.base import Partial
from inspector.lenses.language.words import common_words, written
from inspector.lenses.run import result, run
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.network.text_tower import has_text_tower, text_tower
from inspector.pictures.decode import from_image
from inspector.probe.cancel import Cancelled, CancelToken
from tests.clip_truth import AXES, SCALE, by_hand


def plain(colour, name="plain"):
    return from_image(Image.new("RGB", (60, 50), colour), name)


def test_that_probabilities_are_the_softmax_of_scaled_cosines():
    found = result(
        "zero-shot", by_hand(), "hand", picture=plain((255, 0, 0)), prompts=("red", "green", "grey")
    )
    cosines = np.array([1, 0, 1 / np.sqrt(3)])
    np.testing.assert_allclose(found.cosines, cosines, atol=1e-5)
    expected = np.exp(SCALE * cosines) / np.exp(SCALE * cosines).sum()
    np.testing.assert_allclose(found.probabilities, expected, rtol=1e-3)
    assert found.scale == pytest.approx(SCALE)
    assert found.recipe["parameters"]["prompts"] == ["red", "green", "grey"]


def test_that_templates_are_filled_and_their_directions_averaged():
    given = {"picture": plain((200, 200, 0)), "prompts": ("red", "blue")}
    found = result("zero-shot", by_hand(), "hand", templates=("{}", "{} on green"), **given)
    for prompt, cosine in zip(given["prompts"], found.cosines, strict=True):
        alone = np.array(AXES[prompt], float)
        both = alone + np.array(AXES["green"])
        mean = alone / np.linalg.norm(alone) + both / np.linalg.norm(both)
        expected = mean @ np.array([1, 1, 0]) / np.sqrt(2) / np.linalg.norm(mean)
        assert cosine == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"prompts": ()}, "type a prompt"),
        ({"prompts": (" ",)}, "is empty"),
        ({"prompts": ("a",), "templates": ("photo",)}, "needs one {}"),
        ({"prompts": ("a" * 3000,)}, "2,000 characters"),
    ],
)
def test_that_prompts_that_make_no_sense_are_refused(values, sentence):
    with pytest.raises(InspectorError, match=sentence):
        result("zero-shot", by_hand(), "hand", picture=plain("red"), **values)


def test_that_networks_without_a_text_tower_say_so():
    network = Network(nn.Sequential(nn.Conv2d(3, 2, 3), nn.Flatten()), name="plain")
    assert not has_text_tower(network)
    with pytest.raises(InspectorError, match="no text tower"):
        result("zero-shot", network, "plain", picture=plain("red"), prompts=("a",))


def test_that_the_nearest_words_of_units_and_pictures_are_their_colours():
    words = ("red", "green", "blue", "yellow", "table")
    found = result("nearest-words", by_hand(), "hand", words=words, picture=plain((255, 255, 0)))
    assert found.node == "flatten"
    for unit, word in enumerate(("red", "green", "blue")):
        assert found.best(unit, 2) == (
            (word, pytest.approx(1)),
            ("yellow" if unit < 2 else "red", pytest.approx(np.sqrt(0.5) if unit < 2 else 0, abs=1e-6)),
        )
        assert found.best(unit, 5)[-1][0] == "table"
    assert found.best(None, 1) == (("yellow", pytest.approx(1, abs=1e-5)),)
    assert found.cosines.shape == (5, 3)


def test_that_units_answer_to_written_words_as_to_the_pictures_of_them():
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, 6, 5, 2), nn.ReLU(), nn.Conv2d(6, 4, 3))
    network = Network(module, name="net", preprocessing=Preprocessing((48, 64)))
    words = tuple(f"word{i}" for i in range(20))
    updates = list(run("word-responses", network, "2", words=words))
    partials = [update.payload for update in updates if isinstance(update, Partial)]
    assert [len(part.words) for part in partials] == [16, 20]
    found = partials[-1]
    shown = torch.stack([written(word, (48, 64), 0.25, "black", "#808080") for word in words])
    expected = module(shown).amax((2, 3)).detach().numpy()
    np.testing.assert_allclose(found.responses, expected, atol=1e-5)
    assert found.best(1, 1) == (int(expected[:, 1].argmax()),)
    np.testing.assert_allclose(
        found.blank, module(torch.full((1, 3, 48, 64), 128 / 255)).amax((2, 3))[0].detach(), atol=1e-5
    )
    assert found.views.shape == (20, 48, 64, 3)


def test_that_long_words_fit():
    picture = written("incomprehensibility", (120, 120), 0.9, "black", "white")
    dark = (picture < 0.9).any(0)
    assert dark.any()
    assert not dark[:, [0, -1]].any(), "no letter is cut off"


def test_that_the_words_that_are_shipped_can_be_written_and_are_each_there_once():
    words = common_words()
    assert len(words) == len(set(words)) == 415
    assert all(word.isascii() and word.isalpha() for word in words)


def test_that_a_network_that_sees_colours_goes_by_the_ink():
    inks = ("red", "green", "blue")
    found = result("stroop", by_hand(), "hand", words=inks, inks=inks, ground="black", size=0.4)
    assert found.ink_right.min() > 0.9, "the mean colour is that of the ink"
    by_word = found.word_right
    assert by_word.diagonal().min() > 0.9
    assert by_word[~np.eye(3, dtype=bool)].max() < 0.1, "what is written does not count"
    np.testing.assert_allclose(found.by_ink.sum(2), 1, atol=1e-5)
    assert found.views.shape == (3, 3, 48, 48, 3)
    assert found.views[1, 0][..., 0].max() > 200 > found.views[1, 0][..., 1].max(), "“green” in red"


def test_that_words_can_be_cancelled():
    token = CancelToken()
    updates = run("word-responses", by_hand(), "colours", token=token)
    next(updates)
    token.cancel()
    with pytest.raises(Cancelled):
        list(updates)


@pytest.fixture(scope="module")
def small():
    """A small model of open_clip's with random weights."""
    open_clip = pytest.importorskip("open_clip")
    torch.manual_seed(3)
    vision = {"image_size": 32, "layers": 2, "width": 64, "patch_size": 8, "head_width": 16}
    text = {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 2}
    return open_clip.CLIP(embed_dim=24, vision_cfg=vision, text_cfg=text).eval()


def test_that_answers_equal_those_of_open_clip(small):
    import open_clip

    network = Network(
        small, name="small", preprocessing=Preprocessing((32, 32), mean=(0.5,) * 3, std=(0.3,) * 3)
    )
    noise = np.random.default_rng(1).integers(0, 255, (32, 32, 3), np.uint8)
    picture = from_image(Image.fromarray(noise), "noise")
    prompts = ("a photo of a cat", "a diagram", "STOP!")
    found = result("zero-shot", network, "small", picture=picture, prompts=prompts)
    batch = network.preprocessing(picture.image)[None]
    tokens = open_clip.get_tokenizer("ViT-B-32")(list(prompts))
    with torch.no_grad():
        image = small.encode_image(batch, normalize=True)
        text = small.encode_text(tokens, normalize=True)
        logits, _ = small.get_logits(batch, tokens)
    np.testing.assert_allclose(text_tower(network)(prompts), text, atol=1e-5)
    np.testing.assert_allclose(found.cosines, (image @ text.T)[0], atol=1e-5)
    np.testing.assert_allclose(found.probabilities, logits.softmax(1)[0], atol=1e-5)


def test_that_the_text_tower_comes_from_the_file_that_the_image_tower_comes_from(
    small, tmp_path, monkeypatch
):
    import inspector
    from inspector.network import from_open_clip

    def build(tower, **arguments):
        import copy

        fresh = copy.deepcopy(small)
        for parameter in fresh.parameters():
            nn.init.normal_(parameter)
        return fresh

    monkeypatch.setattr(from_open_clip, "_model", build)
    whole, image_only = tmp_path / "whole.pt", tmp_path / "image.pt"
    torch.save(small.state_dict(), whole)
    torch.save(small.visual.state_dict(), image_only)
    given = {"input_size": (3, 32, 32)}
    network = inspector.open_network(f"clip_vit_b_32={whole}", **given)
    assert has_text_tower(network)
    prompts = ("a cat", "a dog")
    with torch.no_grad():
        tokens = from_open_clip.tokenizer("ViT-B-32")(list(prompts))
        text = small.encode_text(tokens, normalize=True)
        image = small.encode_image(torch.zeros(1, 3, 32, 32), normalize=True)
    np.testing.assert_allclose(text_tower(network)(prompts), text, atol=1e-5)
    out = nn.functional.normalize(network.module(torch.zeros(1, 3, 32, 32)), dim=1)
    np.testing.assert_allclose(out, image, atol=1e-5)
    alone = inspector.open_network(f"clip_vit_b_32={image_only}", **given)
    with pytest.raises(InspectorError, match="holds no text tower"):
        text_tower(alone)
