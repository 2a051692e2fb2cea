"""The feature view: growing pictures, the objective's course, and the knobs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QWidget

from inspector.gui.theme import DARK, LIGHT, Theme
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.parts import FittedPicture
from inspector.lenses.feature_visualization import Feature, FeatureParameters


def make_feature(step: int = 128, **changes: object) -> Feature:
    images = np.zeros((2, 16, 16, 3), np.uint8)
    images[0, ..., 0], images[1, ..., 1] = 200, 150
    values = {
        "locations": ("demo/conv3/7", "demo/conv3/7@6,6"), "objectives": ("channel", "neuron"),
        "images": images,        "step": step, "steps": 256, "values": np.array([1.3456, 12.0], np.float32),
        "course": np.stack([np.linspace(0, 1, step), np.linspace(0, 9, step)]).astype(np.float32),
        "moved": (True, True), "seed": 3, "seconds": 4.25, "complete": step == 256,
    }  # fmt: skip
    return Feature(**(values | changes))


@pytest.fixture
def view(qtbot, theme: Theme) -> FeatureView:
    made = FeatureView()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.set_context("demo/conv3/7")
    made.show()
    qtbot.waitExposed(made)
    return made


def text(view: QWidget, name: str) -> str:
    return view.findChild(QLabel, name).text()


def pixel(view: FeatureView, place: int) -> tuple[int, ...]:
    image = view.findChild(FittedPicture, f"featureImage{place}").image
    return QColor(image.pixel(8, 8)).getRgb()[:3]


def test_that_both_pictures_are_shown_with_title_value_and_sentence(view: FeatureView) -> None:
    view.show_feature(make_feature())
    assert pixel(view, 0) == (200, 0, 0)
    assert pixel(view, 1) == (0, 150, 0)
    assert [text(view, f"featureTitle{place}") for place in (0, 1)] == ["Channel", "Neuron"]
    assert [text(view, f"featureValue{place}") for place in (0, 1)] == ["1.35", "12.0"]
    assert text(view, "featureSentence0") != text(view, "featureSentence1")
    assert text(view, "featureStep") == "step 128 / 256"


def test_that_a_finished_run_tells_how_long_it_took(view: FeatureView) -> None:
    view.show_feature(make_feature(256))
    assert text(view, "featureStep") == "step 256 / 256 · 4.2 s"


def test_that_the_course_grows_in_the_same_items_towards_the_last_step(view: FeatureView) -> None:
    view.show_feature(make_feature(10))
    items = [id(item) for item in view.course.plotItem.items]
    assert len(view.course.lines[1].getData()[0]) == 10
    view.show_feature(make_feature(200))
    assert [id(item) for item in view.course.plotItem.items] == items
    x, y = view.course.lines[1].getData()
    assert (x[0], x[-1], len(y)) == (1, 200, 200)
    assert y[-1] == pytest.approx(9)
    assert view.course.viewRange()[0][1] >= 256
    assert view.course.label_of("bottom") == "step"
    assert view.course.label_of("left") == "objective"


def test_that_a_value_that_is_not_known_yet_is_left_out(view: FeatureView) -> None:
    view.show_feature(make_feature(1, values=np.full(2, np.nan, np.float32)))
    assert text(view, "featureValue0") == ""


def test_that_a_dead_unit_is_said_to_be_one(view: FeatureView) -> None:
    view.show_feature(make_feature(moved=(False, True)))
    assert text(view, "featureSentence0").startswith(
        "This unit could not be moved: no gradient reached the picture"
    )
    assert "could not" not in text(view, "featureSentence1")


def test_that_a_single_picture_hides_the_second_place(view: FeatureView) -> None:
    feature = make_feature()
    view.show_feature(
        make_feature(objectives=("channel",), images=feature.images[:1], course=feature.course[:1])
    )
    assert view.findChild(FittedPicture, "featureImage0").isVisible()
    assert not view.findChild(FittedPicture, "featureImage1").isVisible()
    assert (
        len(view.course.lines[1].getData()[0] if view.course.lines[1].getData()[0] is not None else ()) == 0
    )


def test_that_another_unit_clears_pictures_and_course(view: FeatureView) -> None:
    view.show_feature(make_feature())
    view.show_feature(None)
    assert view.findChild(FittedPicture, "featureImage0").image is None
    assert text(view, "featureStep") == ""
    assert view.course.lines[0].getData()[0] is None or len(view.course.lines[0].getData()[0]) == 0


def test_that_run_again_asks_with_the_knobs_values(view: FeatureView, qtbot) -> None:
    view.findChild(QSpinBox, "featureSteps").setValue(64)
    view.findChild(QSpinBox, "featureSeed").setValue(5)
    with qtbot.waitSignal(view.run_requested) as asked:
        view.findChild(QPushButton, "featureRun").click()
    assert asked.args == [{"steps": 64, "size": None, "seed": 5}]
    assert FeatureParameters(**asked.args[0]).seed == 5
    view.findChild(QSpinBox, "featureSize").setValue(128)
    with qtbot.waitSignal(view.run_requested) as asked:
        view.findChild(QPushButton, "featureRun").click()
    assert asked.args[0]["size"] == 128


def test_that_the_button_cancels_while_busy_and_says_so(view: FeatureView, qtbot) -> None:
    button = view.findChild(QPushButton, "featureRun")
    view.set_busy(True)
    assert button.text() == "Cancel"
    with qtbot.waitSignal(view.cancel_requested), qtbot.assertNotEmitted(view.run_requested):
        button.click()
    assert button.text() == "Cancelling…"
    assert not button.isEnabled()
    view.set_busy(False)
    assert button.text() == "Run again"
    assert button.isEnabled()


def test_that_setting_the_knobs_asks_for_nothing(view: FeatureView, qtbot) -> None:
    with qtbot.assertNotEmitted(view.run_requested):
        view.set_values(steps=32, size=96, seed=9)
    assert [view.findChild(QSpinBox, f"feature{name}").value() for name in ("Steps", "Size", "Seed")] == [
        32,
        96,
        9,
    ]


def test_that_every_knob_explains_itself(view: FeatureView) -> None:
    for control in (*view.findChildren(QSpinBox), *view.findChildren(QPushButton)):
        view.set_busy(False)
        assert control.toolTip().endswith("."), control.objectName()
        assert control.accessibleName() or control.text()


def test_that_without_a_unit_it_says_what_to_do(view: FeatureView) -> None:
    view.set_context("")
    assert view.findChild(QLabel, "featureEmptyTitle").isVisible()
    assert not view.course.isVisible()
    view.show_feature(make_feature())
    assert view.course.isVisible()


def test_that_a_theme_change_restyles_the_course(view: FeatureView, theme: Theme) -> None:
    view.show_feature(make_feature())
    assert view.course.lines[1].opts["pen"].color() == QColor(LIGHT.series[1])
    theme.set_mode("dark")
    assert view.course.lines[1].opts["pen"].color() == QColor(DARK.series[1])
    assert view.course.backgroundBrush().color() == QColor(DARK.base)


@pytest.mark.parametrize("size", [(360, 240), (520, 360), (580, 430), (420, 600), (800, 300)])
def test_that_everything_fits_and_pictures_stay_square(
    view: FeatureView, size: tuple[int, int], qtbot
) -> None:
    view.show_feature(make_feature())
    view.resize(*size)
    view.grab()
    assert (view.width(), view.height()) == size
    for place in (0, 1):
        picture = view.findChild(FittedPicture, f"featureImage{place}")
        shown = picture.picture_rect()
        assert shown.width() == shown.height() >= 64
        assert view.rect().contains(picture.mapTo(view, picture.rect().bottomRight()))
    assert view.course.height() >= 72
    assert view.rect().contains(view.course.mapTo(view, view.course.rect().bottomRight()))
