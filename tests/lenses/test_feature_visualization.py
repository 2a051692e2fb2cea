"""Feature visualization as a whole, on networks whose best pictures are known."""

from __future__ import annotations

import itertools
import json
import threading
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn
from torch.overrides import _get_current_function_mode_stack

from inspector.lenses.base import Partial, Progress, lens
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.export import (
    document,
    file_name,
    parameters_from,
    read_recipe,
    save,
)
from inspector.network.errors import AddressError, InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import values_at

LENS = lens("feature-visualization")


def updates(network, address, token=None, **parameters):
    """All updates, and the result at the end."""
    run = LENS.run(
        network,
        Location.parse(address, network.name),
        LENS.make_parameters(parameters),
        token or CancelToken(),
    )
    seen = []
    while True:
        try:
            seen.append(next(run))
        except StopIteration as stop:
            return [*seen, stop.value]


def visualize(network, address, **parameters) -> Feature:
    return updates(network, address, **parameters)[-1]


def kernel(size=16):
    """An oriented, windowed, odd grating [size,size]."""
    y, x = torch.meshgrid(
        torch.arange(size) - size / 2 + 0.5, torch.arange(size) - size / 2 + 0.5, indexing="ij"
    )
    return torch.sin((x + 0.5 * y) * 8 / size) * torch.exp(-(x * x + y * y) / (size / 2.2) ** 2)


def linear_network(weight, crop=(16, 16), **preprocessing):
    """One unit: the picture's product with a kernel [C,H,W]."""
    conv = nn.Conv2d(weight.shape[0], 1, weight.shape[1:], bias=False)
    conv.weight.data = weight[None]
    return Network(
        nn.Sequential(conv), name="linear", preprocessing=Preprocessing(crop=crop, **preprocessing)
    )


class Small(nn.Module):
    """Convolutions with in-place ReLUs, a cat, a pooled head: what larger networks are made of."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(1)
        self.one = nn.Conv2d(3, 6, 5, stride=2)
        self.relu = nn.ReLU(inplace=True)
        self.two = nn.Conv2d(6, 4, 3, padding=1)
        self.three = nn.Conv2d(6, 4, 1)
        self.act = nn.ReLU(inplace=True)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        x = self.relu(self.one(x))
        x = torch.cat([self.act(self.two(x)), self.three(x)], 1)
        return self.head(x.mean((2, 3)))


@pytest.fixture
def small():
    return Network(Small(), name="small", preprocessing=Preprocessing(crop=(24, 24)))


def test_that_a_linear_units_picture_is_its_kernel():
    weight = kernel().expand(3, -1, -1).clone()
    feature = visualize(
        linear_network(weight), "0/0", steps=60, transform=0.0, objectives=("channel", "-channel")
    )
    for image, sign in zip(feature.images, (1, -1), strict=True):
        grey = image.astype(float).mean(2)
        assert np.corrcoef(grey.ravel(), weight[0].numpy().ravel())[0, 1] * sign > 0.8
    assert feature.values[0] > 1 > -1 > feature.values[1]


def test_that_colour_is_found_too():
    weight = torch.stack([kernel(), -kernel(), torch.zeros(16, 16)])
    image = visualize(linear_network(weight), "0/0", steps=80, transform=0.0).images[0].astype(float)
    difference = image[..., 0] - image[..., 1]
    assert np.corrcoef(difference.ravel(), kernel().numpy().ravel())[0, 1] > 0.8


def test_that_a_grey_scale_network_has_pictures_too():
    network = linear_network(kernel()[None], channels="L", mean=(0.5,), std=(0.5,))
    feature = visualize(network, "0/0", steps=60, transform=0.0)
    assert feature.images.shape == (1, 16, 16, 3)
    assert np.corrcoef(feature.images[0].mean(2).ravel(), kernel().numpy().ravel())[0, 1] > 0.8


def test_that_the_objective_grows_and_its_negative_falls(small):
    feature = visualize(small, "cat/5", steps=40, objectives=("channel", "-channel", "neuron", "-neuron"))
    start, end = feature.course[:, 0], feature.values
    assert end[0] > start[0] + 0.05
    assert end[1] < start[1] - 0.05
    assert end[2] > end[3] + 0.1
    assert all(feature.moved)


def test_that_the_value_is_that_of_the_picture_as_shown(small):
    from inspector.probe.record import record

    feature = visualize(small, "cat/1", steps=20)
    shown = torch.from_numpy(feature.images).permute(0, 3, 1, 2).float() / 255
    value = record(small, small.preprocessing.normalise(shown), ["cat"])["cat"][0, 1].mean()
    # Rounding to 256 levels is all that lies between them.
    assert feature.values[0] == pytest.approx(value, abs=0.01)


def test_that_a_clicked_neuron_changes_the_picture_around_it():
    torch.manual_seed(0)
    conv = nn.Conv2d(3, 2, 5, padding=2)
    network = Network(nn.Sequential(conv), name="net", preprocessing=Preprocessing(crop=(32, 32)))
    feature = visualize(network, "0/1@4,27", steps=40, objectives=("neuron",), transform=0.0, decay=1.0)
    assert feature.locations == ("net/0/1@4,27",)
    away = np.abs(feature.images[0].astype(float) - 128).mean(2)
    assert away[2:7, 25:30].mean() > 2 * away[16:, :16].mean()


def test_that_a_dead_unit_says_so_and_stays_grey():
    conv = nn.Conv2d(3, 2, 3)
    conv.weight.data[0] *= 1e-3
    conv.bias.data[0] = -100
    network = Network(nn.Sequential(conv, nn.ReLU()), name="net", preprocessing=Preprocessing(crop=(16, 16)))
    feature = visualize(network, "1", units=(0, 1), steps=30)
    assert feature.moved == (False, True)
    assert feature.values[0] == 0
    assert set(np.unique(feature.images[0])) <= {127, 128}
    assert feature.images[1].std() > 5


def test_that_a_unit_without_any_gradient_says_so():
    class Constant(nn.Module):
        def forward(self, x):
            return x.new_ones(x.shape[0], 2, 4, 4) + torch.zeros(1)

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.constant = Constant()

        def forward(self, x):
            return self.constant(x)

    network = Network(Net(), name="net", preprocessing=Preprocessing(crop=(16, 16)))
    feature = visualize(network, "constant/0", steps=3)
    assert feature.moved == (False,)
    assert feature.values.tolist() == [1.0]


def test_that_a_silent_start_gets_going():
    conv = nn.Conv2d(3, 1, 7)
    conv.weight.data = (kernel(7).expand(3, -1, -1) - kernel(7).mean())[None].clone()
    conv.bias.data[:] = -1.0
    network = Network(
        nn.Sequential(conv, nn.ReLU(True)), name="net", preprocessing=Preprocessing(crop=(24, 24))
    )
    feature = visualize(network, "1/0", steps=60)
    assert not feature.course[0, 0], "the start has to be silent for this test to say anything"
    assert feature.moved == (True,)
    assert feature.values[0] > 0.2


def test_that_the_same_recipe_gives_the_same_bits(small):
    first, second = (visualize(small, "cat/2", steps=25, units=(2, 5), seed=7) for _ in range(2))
    assert np.array_equal(first.images, second.images)
    assert np.array_equal(first.course, second.course)
    other = visualize(small, "cat/2", steps=25, units=(2, 5), seed=8)
    assert not np.array_equal(first.images, other.images)


def test_that_a_picture_does_not_depend_on_what_else_is_in_its_batch(small):
    alone = visualize(small, "cat/5", steps=25)
    among = visualize(small, "cat", steps=25, units=(0, 7, 5, 2))
    # Convolutions of another batch size add up in another order: two of 255 levels is what that may do.
    assert np.abs(alone.images[0].astype(int) - among.images[2]).max() <= 2
    assert alone.values[0] == pytest.approx(among.values[2], rel=1e-3)


def test_that_the_networks_name_does_not_change_a_picture(small):
    same = Network(small.module, name="renamed", preprocessing=small.preprocessing)
    assert np.array_equal(visualize(small, "cat/5", steps=5).images, visualize(same, "cat/5", steps=5).images)


def test_that_frames_come_at_once_then_on_time_and_the_last_is_the_result(small):
    seen = updates(small, "cat/0", steps=6, frame_every=0.0)
    assert [type(update) for update in seen[:2]] == [Progress, Partial]
    frames = [update.payload for update in seen if isinstance(update, Partial)]
    assert [frame.step for frame in frames] == [1, 2, 3, 4, 5, 6]
    assert [frame.complete for frame in frames] == [False] * 5 + [True]
    assert seen[-1] is frames[-1]
    assert all(np.isnan(frame.values).all() for frame in frames[:-1])
    assert not any(np.shares_memory(a.images, b.images) for a, b in itertools.pairwise(frames))
    assert all(f.images.flags.c_contiguous and f.images.dtype == np.uint8 for f in frames)
    assert [frame.course.shape for frame in frames] == [(1, n) for n in range(1, 7)]
    assert [u for u in seen if isinstance(u, Progress)] == [Progress(n, 6) for n in range(1, 7)]
    rare = updates(small, "cat/0", steps=6, frame_every=1e6)
    assert [u.payload.step for u in rare if isinstance(u, Partial)] == [1, 6]


def test_that_a_fully_connected_node_has_pictures(small):
    feature = visualize(small, "head/2", steps=30, objectives=("channel", "neuron"))
    assert feature.values[0] > feature.course[0, 0]
    assert np.array_equal(feature.images[0], feature.images[1]), "one number is its own mean and centre"


class Tokens(nn.Module):
    """Patches as tokens, mixed, normalised: the shapes of a transformer."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(2)
        self.patch = nn.Conv2d(3, 8, 8, stride=8)
        self.cls = nn.Parameter(torch.randn(1, 1, 8))
        self.block = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)
        self.norm = nn.LayerNorm(8)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls.expand(len(x), -1, -1), x], 1)
        return self.norm(self.block(x))[:, 0]


def test_that_token_nodes_have_pictures():
    network = Network(Tokens(), name="tokens", preprocessing=Preprocessing(crop=(32, 32)))
    feature = visualize(network, "norm/3", steps=30, objectives=("channel", "neuron", "-channel"))
    assert (feature.values[:2] > feature.course[:2, 0]).all()
    assert feature.values[2] < feature.course[2, 0]
    assert not np.array_equal(feature.images[0], feature.images[1])
    mean, first, fifth = (
        visualize(network, "block/3", steps=8, objectives=(text,), transform=0.0)
        for text in ("channel", "neuron", "neuron(3@5)")
    )
    for made, seen in ((mean, slice(None)), (first, 0), (fifth, 5)):
        told = value_at(network, "block", made.images[0])[0, seen, 3].mean()
        assert made.values[0] == pytest.approx(float(told), abs=0.02), "the mean, the class token, token 5"
        assert made.course[0, -1] > made.course[0, 0]


def value_at(network, node, image):
    """What a node makes of a picture, uint8 [H,W,3], as it is shown."""
    batch = torch.from_numpy(image).permute(2, 0, 1)[None].float() / 255
    with torch.no_grad():
        return values_at(network, network.preprocessing.normalise(batch), [node])[node]


def test_that_pictures_have_the_networks_proportions_and_the_wanted_size(small):
    wide = Network(small.module, name="wide", preprocessing=Preprocessing(crop=(20, 44)))
    assert visualize(wide, "cat/0", steps=2).images.shape == (1, 20, 44, 3)
    assert visualize(wide, "cat/0", steps=2, size=88).images.shape == (1, 40, 88, 3)


def test_that_a_head_of_fixed_size_sees_pictures_at_its_own():
    torch.manual_seed(3)
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten(), nn.Linear(4 * 14 * 14, 2))
    network = Network(module, name="fixed", preprocessing=Preprocessing(crop=(16, 16)))
    for size in (12, 40):
        feature = visualize(network, "2/1", steps=20, size=size)
        assert feature.images.shape == (1, size, size, 3)
        assert feature.values[0] > feature.course[0, 0]


def test_that_nothing_of_the_caller_or_the_network_is_changed(small):
    assert small.nodes  # weights are laid out when a network is traced, and then no more
    before = {key: value.clone() for key, value in small.module.state_dict().items()}
    random, grad = torch.get_rng_state(), torch.is_grad_enabled()
    visualize(small, "cat/0", steps=3)
    assert torch.equal(random, torch.get_rng_state())
    assert torch.is_grad_enabled() == grad
    for key, value in small.module.state_dict().items():
        assert torch.equal(value, before[key])
        assert value.stride() == before[key].stride()
    assert all(parameter.grad is None for parameter in small.module.parameters())


class Cancelling(nn.Module):
    """Cancels its own token in its nth forward pass, or on the way back from there."""

    def __init__(self, token, at, backward):
        super().__init__()
        self.conv = nn.Conv2d(3, 2, 3)
        self.relu = nn.ReLU(inplace=True)
        self.after = nn.Conv2d(2, 2, 3)
        self.calls, self.finished = 0, 0
        self._token, self._at, self._backward = token, at, backward

    def forward(self, x):
        self.calls += 1
        x = self.relu(self.conv(x))
        if self.calls == self._at and self._backward:
            x.register_hook(lambda gradient: self._token.cancel())
        elif self.calls == self._at:
            self._token.cancel()
        x = self.after(x)
        self.finished += 1
        return x


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("at", [3, 31])
def test_that_cancelling_in_the_middle_of_a_step_ends_it_and_leaves_nothing_behind(at, backward):
    token = CancelToken()
    module = Cancelling(token, at, backward)
    network = Network(module, name="net", preprocessing=Preprocessing(crop=(12, 12)))
    assert network.nodes  # the first two calls
    with pytest.raises(Cancelled):
        updates(network, "after/0", token, steps=100)
    assert module.calls == at
    # The run ends at the node itself, whose forward is never returned from.
    assert module.finished == 2
    assert not _get_current_function_mode_stack()
    assert not any(m._forward_hooks or m._forward_pre_hooks for m in module.modules())
    assert torch.is_grad_enabled()


def test_that_abandoning_a_run_leaves_nothing_behind(small):
    run = LENS.run(small, Location.parse("small/cat/0"), FeatureParameters(), CancelToken())
    next(run)
    assert not _get_current_function_mode_stack()
    assert not any(m._forward_hooks or m._forward_pre_hooks for m in small.module.modules())
    run.close()


def test_that_it_runs_on_another_thread(small):
    result = []
    thread = threading.Thread(target=lambda: result.append(visualize(small, "cat/0", steps=3)))
    thread.start()
    thread.join(60)
    assert np.array_equal(result[0].images, visualize(small, "cat/0", steps=3).images)


def test_that_a_value_that_is_not_finite_is_named():
    conv = nn.Conv2d(3, 2, 3)
    conv.weight.data[1] = float("nan")
    network = Network(nn.Sequential(conv), name="net", preprocessing=Preprocessing(crop=(16, 16)))
    with pytest.raises(InspectorError, match=r"net/0/1: the objective “channel” is not a finite number"):
        visualize(network, "0", units=(0, 1), steps=3)


def test_that_bad_questions_get_one_clear_sentence(small):
    with pytest.raises(AddressError, match="8 units"):
        visualize(small, "cat/8", steps=1)
    with pytest.raises(AddressError, match="8 units"):
        visualize(small, "cat/0", units=(0, 9), steps=1)
    with pytest.raises(AddressError, match="no node"):
        visualize(small, "dog/0", steps=1)
    with pytest.raises(InspectorError, match="name one of its units"):
        visualize(small, "cat", steps=1)
    with pytest.raises(InspectorError, match="banana"):
        visualize(small, "cat/0", objectives=("banana",))


@pytest.mark.parametrize(
    "parameters",
    [
        {"size": 0},
        {"size": 1 << 20},
        {"steps": 0},
        {"learning_rate": float("nan")},
        {"transform": -1.0},
        {"objectives": ()},
    ],
)
def test_that_parameters_out_of_bounds_are_refused(parameters):
    with pytest.raises(InspectorError, match=next(iter(parameters)).rstrip("s")):
        FeatureParameters(**parameters)


def test_that_a_saved_picture_can_be_made_again_from_its_file(small, tmp_path):
    feature = visualize(small, "cat/1", steps=8, seed=3, units=(1, 4), objectives=("channel", "-channel"))
    files = save(feature, tmp_path / "new" / "folder")
    assert len({file.name for file in files}) == len(files) == 4
    assert sorted(files[0].parent.iterdir()) == sorted(files), "no temporary file is left"
    recipe = read_recipe(files[2])
    assert recipe["location"] == "small/cat/4"
    assert recipe["objective"] == "channel"
    assert recipe["fingerprint"] == small.fingerprint
    assert recipe["versions"]["torch"] == torch.__version__
    run = LENS.run(small, Location.parse(recipe["location"]), parameters_from(recipe), CancelToken())
    again = [update.payload for update in run if isinstance(update, Partial)][-1]
    assert np.array_equal(again.images, feature.images)
    from PIL import Image

    assert np.array_equal(np.asarray(Image.open(files[2])), feature.images[recipe["index"]])


def test_that_the_document_is_what_the_command_line_promises(small, tmp_path):
    feature = visualize(small, "cat/1", steps=4)
    feature = replace(feature, values=np.array([np.nan], np.float32))
    (entry,) = document(feature, [tmp_path / "a.png"])
    assert {"location", "objective", "file", "value", "steps", "seed", "seconds"} <= entry.keys()
    assert entry["value"] is None
    json.dumps(entry, allow_nan=False)


def test_that_saving_replaces_and_says_where_it_cannot(small, tmp_path):
    feature = visualize(small, "cat/1", steps=2)
    assert save(feature, tmp_path) == save(feature, tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(InspectorError, match="file"):
        save(feature, tmp_path / "file")


def test_that_a_file_of_others_holds_no_recipe(tmp_path):
    (tmp_path / "x.png").write_bytes(b"no picture")
    with pytest.raises(InspectorError, match="holds no recipe"):
        read_recipe(tmp_path / "x.png")


def test_that_file_names_are_safe_and_differ_where_only_case_or_signs_do():
    places = [
        "net/a/1",
        "net/A/1",
        "net/a:1/1",
        "net/a%2F/1",
        "CON.x/a/1",
        "n/" + "ö" * 300 + "/1",
        "net/a/1@2,3",
    ]
    names = [file_name(place, objective, 0) for place in places for objective in ("channel", "-channel")]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789+_-.")
        assert len(name) < 150
        assert name.count(".") == 1
        assert not name.startswith(("-", "."))


def test_that_no_unit_of_squeezenets_features_7_stays_grey(shared):
    import torchvision

    module = torchvision.models.squeezenet1_1()
    weights = shared / "models" / "squeezenet1_1-imagenet.pth"
    module.load_state_dict(torch.load(weights, weights_only=True))
    preprocessing = Preprocessing(resize=256, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))
    network = Network(module, name="squeezenet1_1", preprocessing=preprocessing)
    feature = visualize(network, "features.7.cat", units=(0, 5, 17, 33, 60, 77, 100, 121), size=64, steps=40)
    assert all(feature.moved)
    assert (feature.values > 3).all()
    assert (feature.images.reshape(8, -1).std(1) > 12).all()
