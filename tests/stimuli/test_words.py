"""Written words: held to what Pillow writes, and what cannot be written."""

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw, ImageFont

from inspector.network.errors import InspectorError
from inspector.stimuli.family import card, family

SIZE = (96, 128)


def written(text, **values):
    given = {key: torch.tensor([float(value)]) for key, value in values.items()}
    return family("words").about(text).render(given, SIZE)[0]


def by_pillow(text, em, size=SIZE):
    """Coverage by the text with its ink in the middle: large, then reduced by averaging."""
    fine = round(400 / em)
    font = ImageFont.load_default(em * fine)
    left, top, right, bottom = font.getbbox(text)
    canvas = Image.new("L", (size[1] * fine, size[0] * fine))
    corner = ((canvas.width - left - right) / 2, (canvas.height - top - bottom) / 2)
    ImageDraw.Draw(canvas).text(corner, text, 255, font)
    return np.asarray(canvas.reduce(fine)) / 255


@pytest.mark.parametrize("em", [12, 20, 31, 47])
def test_that_words_are_what_pillow_writes(em):
    covered = 1 - 2 * written("iPod", size=em)[0].numpy()
    expected = by_pillow("iPod", em)
    assert covered.sum() == pytest.approx(expected.sum(), rel=0.02)
    # The one is a little softer than the other; no edge is elsewhere.
    assert np.abs(covered - expected).max() < 0.5
    assert np.abs(covered - expected).mean() < 0.06 * expected.mean() + 0.006


def test_that_the_ink_lies_in_the_middle_and_moves_to_where_asked():
    for x, y in ((0, 0), (20, -12)):
        inked = (written("Tick", size=30, x=x, y=y)[0] < 0.4).numpy()
        columns, rows = np.flatnonzero(inked.any(0)), np.flatnonzero(inked.any(1))
        assert columns[[0, -1]].mean() + 0.5 - SIZE[1] / 2 == pytest.approx(x, abs=0.8)
        assert SIZE[0] / 2 - rows[[0, -1]].mean() - 0.5 == pytest.approx(y, abs=0.8)


def test_that_words_turn_counter_clockwise():
    upright = written("L", size=60)
    lying = written("L", size=60, rotation=180)
    torch.testing.assert_close(lying, upright.flip(1, 2), atol=1e-3, rtol=0)
    # An L turned by 90 deg counter-clockwise lies on its back: its long stroke below, its foot to the right.
    turned = (written("L", size=60, rotation=90)[0] < 0.5).numpy()
    rows, columns = np.flatnonzero(turned.any(1)), np.flatnonzero(turned.any(0))
    assert turned[rows[-1] - 1, columns[0] + 2 : columns[-1] - 2].all()
    assert turned[rows[0] + 1, columns[-1] - 2]
    assert not turned[rows[0] + 1, columns[0] + 2]


def test_that_ink_is_black_white_or_of_a_hue():
    darkest = written("I", size=80)
    assert darkest.min() == 0
    assert darkest.max() == 0.5
    assert written("I", size=80, ink=1).min() == 0.5
    blue = written("I", size=80, ink=2, hue=240)[:, 48, 64]
    assert blue.tolist() == pytest.approx([0, 0, 1])


def test_that_lines_of_words_stand_below_each_other():
    inked = (written("one\ntwo", size=24)[0] < 0.4).numpy().any(1)
    assert np.diff(np.flatnonzero(inked)).max() > 2
    assert inked[:48].any()
    assert inked[48:].any()


def test_that_letters_the_font_lacks_are_named_in_one_sentence():
    with pytest.raises(InspectorError) as caught:
        family("words").about("a 猫 and 犬, 猫")
    text = str(caught.value)
    assert "“猫”, “犬”" in text
    assert text.count("猫") == 3  # once as lacking, twice in the text that is quoted
    assert text.endswith(".")


@pytest.mark.parametrize(("text", "said"), [("", "no text"), (" \n", "no text"), ("x" * 61, "61 letters")])
def test_that_a_text_that_cannot_be_written_is_refused(text, said):
    with pytest.raises(InspectorError, match=said):
        family("words").about(text)


def test_that_words_take_no_picture_and_have_a_text_of_their_own(waves):
    with pytest.raises(InspectorError, match="need a text, not a picture"):
        family("words").about(waves)
    assert family("words").about(None).render({}, SIZE).min() < 0.1
    assert card("words").subject == "text"
