"""The parts of feature visualization: parameterization, warp, optimiser, redirected ReLU, objectives."""

from __future__ import annotations

import math
import sys

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F
from torch.overrides import _get_current_function_mode_stack

from inspector.lenses.feature_visualization.colour import colour_matrix
from inspector.lenses.feature_visualization.feed import picture_shape
from inspector.lenses.feature_visualization.fourier import Fourier, frequencies
from inspector.lenses.feature_visualization.interrupt import CancelBackward
from inspector.lenses.feature_visualization.measures import UnitMeasure
from inspector.lenses.feature_visualization.objectives import Channel, Neuron
from inspector.lenses.feature_visualization.optimisers import Adam, NAdam
from inspector.lenses.feature_visualization.places import neuron_place
from inspector.lenses.feature_visualization.redirect import RedirectedReLU
from inspector.lenses.feature_visualization.transforms import Transform, Warp, warped
from inspector.network.graph import Node
from inspector.probe.cancel import Cancelled, CancelToken

CPU = torch.device("cpu")


def node(shape, axis, grid=None):
    return Node("n", "Conv2d", shape, shape[axis - 1], axis, 0, grid=grid)


@pytest.mark.parametrize("shape", [(12, 12), (9, 14), (15, 8)])
def test_that_a_picture_is_lucids_parameterization_computed_directly(shape):
    height, width = shape
    coefficients = Fourier(shape, CPU).start(torch.Generator().manual_seed(3))[None] * 20
    # The same in numpy, frequency by frequency, from the numbers published with lucid.
    fy, fx = np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)[None, : width // 2 + 1]
    frequency = np.sqrt(fx * fx + fy * fy)
    scale = 1 / np.maximum(np.abs(frequency), 1 / max(shape)) * math.sqrt(height * width)
    spectrum = coefficients[0, ..., 0].double().numpy() + 1j * coefficients[0, ..., 1].double().numpy()
    planes = np.fft.irfft2(spectrum * scale, s=shape) / 4
    root = np.array([[0.26, 0.09, 0.02], [0.27, 0.00, -0.05], [0.27, -0.09, 0.03]])
    matrix = root / np.linalg.norm(root, axis=0).max()
    expected = 1 / (1 + np.exp(-np.einsum("rc,chw->rhw", matrix, planes)))
    got = Fourier(shape, CPU).picture(coefficients)[0]
    assert got.std() > 0.01
    np.testing.assert_allclose(got.numpy(), expected, atol=2e-6)


def test_that_starts_have_a_falling_spectrum_and_are_near_grey():
    fourier = Fourier((64, 64), CPU)
    starts = torch.stack([fourier.start(torch.Generator().manual_seed(n)) for n in range(8)])
    pictures = fourier.picture(starts)
    power = torch.fft.rfft2(pictures - 0.5).abs().square().mean((0, 1))
    f = frequencies(64, 64)
    slow, fast = power[(f > 0.03) & (f < 0.06)].mean(), power[(f > 0.3) & (f < 0.4)].mean()
    # Amplitude falls as 1/f: from 0.045 to 0.35 cycles per pixel power falls by about 60.
    assert 25 < slow / fast < 150
    assert pictures.mean() == pytest.approx(0.5, abs=0.02)
    assert 0 < pictures.std() < 0.05


def test_that_colours_of_random_pictures_covary_as_in_photographs():
    fourier = Fourier((32, 32), CPU)
    starts = torch.stack([fourier.start(torch.Generator().manual_seed(n)) for n in range(40)])
    # Mean colour aside, which 40 draws say little about.
    starts[:, :, 0, 0] = 0
    pixels = fourier.picture(starts).movedim(1, 0).flatten(1)
    matrix = colour_matrix()
    expected = matrix @ matrix.T
    covariance = torch.cov(pixels)
    ratio = covariance / covariance[0, 0]
    assert torch.allclose(ratio, expected / expected[0, 0], atol=0.06)


def test_that_no_transform_at_strength_0_returns_the_pictures_themselves():
    pictures = torch.rand(2, 3, 8, 8)
    transform = Transform(0.0)
    draws = [transform.draw((8, 8), 0, torch.Generator()) for _ in pictures]
    assert transform.show(pictures, draws) is pictures


def test_that_the_identity_changes_nothing_and_a_shift_moves_by_pixels():
    pictures = torch.rand(1, 3, 9, 14)
    identity = torch.tensor([[[1.0, 0, 0], [0, 1, 0]]])
    assert torch.allclose(warped(pictures, identity), pictures, atol=1e-5)
    shift = torch.tensor([[[1.0, 0, 2], [0, 1, -1]]])
    moved = warped(pictures, shift)
    assert torch.allclose(moved[..., 1:, :-2], pictures[..., :-1, 2:], atol=1e-5)
    assert torch.allclose(moved[..., 0, :], torch.tensor(0.5), atol=1e-5), "outside is grey"


def test_that_a_turn_stays_a_turn_in_a_picture_that_is_not_square():
    y, x = torch.meshgrid(torch.arange(20.0), torch.arange(40.0), indexing="ij")
    disc = ((torch.hypot(y - 9.5, x - 19.5) < 6) * 0.5 + 0.5).expand(1, 3, 20, 40)
    a = math.radians(30)
    turn = torch.tensor([[[math.cos(a), -math.sin(a), 0], [math.sin(a), math.cos(a), 0]]])
    assert (warped(disc, turn) - disc).abs().mean() < 0.02


def test_that_the_warps_gradient_is_its_transpose():
    torch.manual_seed(0)
    pictures = torch.rand(2, 3, 7, 6, dtype=torch.float64, requires_grad=True)
    maps = torch.stack([Warp().draw((128, 128), 1.0, torch.Generator().manual_seed(n)) for n in (1, 2)])
    maps[..., 2] /= 4
    assert torch.autograd.gradcheck(lambda p: warped(p, maps), (pictures,), atol=1e-4)


def test_that_warps_stay_within_their_bounds_and_small_pictures_are_shifted_less():
    generator = torch.Generator().manual_seed(0)
    large = torch.stack([Warp().draw((224, 224), 1.0, generator) for _ in range(300)])
    small = torch.stack([Warp().draw((32, 32), 1.0, generator) for _ in range(300)])
    zoom = torch.linalg.det(large[..., :2]).sqrt()
    assert 1 / 1.1 - 1e-5 <= zoom.min() < 0.93
    assert 1.08 < zoom.max() <= 1 / 0.9 + 1e-5
    turn = torch.rad2deg(torch.atan2(large[:, 1, 0], large[:, 0, 0])).abs().max()
    assert 9 < turn <= 10.001
    assert 4.5 < large[..., 2].abs().max() < 7.5
    assert small[..., 2].abs().max() < 7.5 / 4


@pytest.mark.parametrize(("ours", "torchs"), [(Adam, torch.optim.Adam), (NAdam, torch.optim.NAdam)])
def test_that_our_optimisers_without_sharing_are_torchs(ours, torchs):
    torch.manual_seed(0)
    start, gradients = torch.randn(1, 5), torch.randn(20, 1, 5)
    mine = ours(0.05, sharing=0.0)
    ours, theirs = start.clone(), start.clone().requires_grad_()
    reference = torchs([theirs], lr=0.05)
    for gradient in gradients:
        mine.step(ours, gradient)
        theirs.grad = gradient.clone()
        reference.step()
    assert torch.allclose(ours, theirs.detach(), atol=1e-6)


def test_that_full_sharing_moves_in_proportion_to_the_gradient_each_picture_for_itself():
    values = torch.zeros(2, 3)
    Adam(0.1, sharing=1.0).step(values, torch.tensor([[3.0, -4.0, 0.0], [300.0, -400.0, 0.0]]))
    size = math.sqrt((9 + 16) / 3)
    expected = torch.tensor([[-0.3, 0.4, 0.0]]) / size
    assert torch.allclose(values, expected.expand(2, 3))


def gradient_through(relu, value, allowed, cotangent):
    x = value.clone().requires_grad_()
    redirection = RedirectedReLU(torch.tensor(allowed))
    with redirection:
        out = relu(x * 1)
    return out, torch.autograd.grad((out * cotangent).sum(), x)[0], redirection.helped.tolist()


@pytest.mark.parametrize(
    "relu",
    [
        F.relu,
        torch.relu,
        torch.relu_,
        nn.ReLU(),
        nn.ReLU(inplace=True),
        nn.ReLU6(inplace=True),
        nn.Hardtanh(0, 6),
        lambda x: x.relu_(),
        lambda x: F.relu(x, inplace=True),
    ],
)
def test_that_only_a_silent_allowed_picture_gets_a_redirected_gradient(relu):
    value = torch.tensor([[-1.0, -2.0], [-1.0, 3.0], [-1.0, -2.0]])
    cotangent = torch.tensor([[1.0, -1.0]]).expand(3, 2)
    out, gradient, helped = gradient_through(relu, value, [True, True, False], cotangent)
    assert torch.equal(out, value.clamp_min(0))
    assert torch.equal(gradient, torch.tensor([[1.0, 0.0], [0.0, -1.0], [0.0, 0.0]]))
    assert helped == [True, False, False]


def test_that_an_in_place_relu_still_writes_into_its_argument():
    with RedirectedReLU(torch.tensor([True])):
        x = torch.tensor([[-1.0, 2.0]])
        torch.relu_(x)
    assert x.tolist() == [[0.0, 2.0]]


def test_that_a_clamp_which_is_no_relu_is_left_alone():
    value = torch.tensor([[-3.0, -4.0]])
    out, gradient, helped = gradient_through(nn.Hardtanh(), value, [True], torch.ones(1, 2))
    assert out.tolist() == [[-1.0, -1.0]]
    assert not gradient.any()
    assert helped == [False]


def test_that_a_cancelled_token_ends_the_backward_pass_before_the_rest_of_it_runs():
    token, ran = CancelToken(), []
    x = torch.ones(3, requires_grad=True)
    with CancelBackward(token):
        early = x * 2
        early.register_hook(lambda g: ran.append("early"))
        late = early * 3
        late.register_hook(lambda g: token.cancel())
        end = (late * 4).sum()
    with pytest.raises(Cancelled):
        torch.autograd.grad(end, x)
    assert not ran
    assert not _get_current_function_mode_stack()


def test_that_each_picture_is_scored_at_its_own_unit_and_place():
    value = torch.rand(3, 5, 6, 7)
    terms = [Channel(2), Neuron(4), Neuron(1, (0, 6))]
    measure = UnitMeasure(node((5, 6, 7), 1), terms)
    expected = [value[0, 2].mean(), value[2, 4, 3, 3], value[2, 1, 0, 6]]
    assert torch.allclose(measure(value, torch.tensor([0, 2, 2])), torch.stack(expected))


def test_that_tokens_are_averaged_and_their_class_token_is_the_neuron():
    value = torch.rand(4, 17, 8)
    terms = [Channel(3), Neuron(5), Neuron(5, (9,)), Neuron(5, (3, 1))]
    measure = UnitMeasure(node((17, 8), 2, grid=(4, 4)), terms)
    expected = [value[0, :, 3].mean(), value[1, 0, 5], value[2, 9, 5], value[3, 1 + 3 * 4 + 1, 5]]
    assert torch.allclose(measure(value, torch.arange(4)), torch.stack(expected))
    assert neuron_place((16,), node((16, 8), 2, grid=(4, 4)), None) == (8,), "no class token: the middle one"
    registers = node((201, 8), 2, grid=(14, 14))
    assert neuron_place((201,), registers, None) == (0,)
    assert neuron_place((201,), registers, (13, 13)) == (200,), "registers stand before the grid too"


def test_that_a_position_means_the_same_place_at_another_size():
    assert neuron_place((4, 4), node((3, 8, 8), 1), (7, 3)) == (3, 1)
    assert neuron_place((16, 16), node((3, 8, 8), 1), (7, 3)) == (15, 7)


def test_that_the_size_is_the_longer_side():
    assert picture_shape((224, 224), 128) == (128, 128)
    assert picture_shape((100, 200), 50) == (25, 50)
    assert picture_shape((100, 200), None) == (100, 200)


def test_that_the_lens_itself_never_imports_torchs_optimisers():
    import subprocess

    code = (
        "import sys, inspector.lenses.feature_visualization; assert 'torch' not in sys.modules;"
        "import inspector.lenses.feature_visualization.optimise; "
        "assert 'torch._dynamo' not in sys.modules and 'torchvision' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
