"""The feature view: growing pictures, the objective's course, and the knobs."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QToolButton

from inspector.gui.theme import DARK, LIGHT, Theme
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.feature_card import NOT_MOVED
from inspector.gui.views.parts import FittedPicture
from inspector.lenses.feature_visualization import FeatureParameters
from tests.gui.feature_drawn import make_feature, shown_view, text


@pytest.fixture
def view(qtbot, theme: Theme) -> FeatureView:
    return shown_view(qtbot)


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


def test_that_a_dead_unit_is_said_to_be_one_in_place_of_a_picture(view: FeatureView) -> None:
    view.show_feature(make_feature(256, moved=(False, True)))
    assert text(view, "featureSentence0").startswith(NOT_MOVED)
    dead = view.findChild(FittedPicture, "featureImage0")
    assert dead.image is None, "grey is no result"
    assert dead.hint == NOT_MOVED
    assert text(view, "featureValue0") == ""
    assert "could not" not in text(view, "featureSentence1")
    assert view.findChild(FittedPicture, "featureImage1").image is not None


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


def test_that_up_to_five_pictures_stand_in_a_row(view: FeatureView) -> None:
    view.resize(620, 400)
    objectives = ("channel", "neuron", "-channel", "diversity(channel, 2)")
    made = (*objectives[:3], "diversity(channel, 2) #1", "diversity(channel, 2) #2")
    view.set_objectives(objectives)
    view.show_feature(
        make_feature(
            256, objectives=made,
            locations=("demo/conv3/7",) * 5, images=np.zeros((5, 16, 16, 3), np.uint8),
            values=np.ones(5, np.float32), course=np.ones((5, 256), np.float32), moved=(True,) * 5,
            parameters=FeatureParameters(objectives=objectives),
        )
    )  # fmt: skip
    view.grab()
    cards = [card for card in view.cards if card.isVisible()]
    assert [card.title.text() for card in cards] == [
        "Channel",
        "Neuron",
        "Negative",
        "Diversity 1",
        "Diversity 2",
    ]
    assert len({card.mapTo(view, card.picture.pos()).y() for card in cards}) == 1
    assert all(view.rect().contains(card.mapTo(view, card.rect().bottomRight())) for card in cards)
    assert all(len(line.getData()[0]) == 256 for line in view.course.lines[:5])


def test_that_export_and_copy_ask_for_what_they_say(view: FeatureView, qtbot) -> None:
    assert not view.findChild(QToolButton, "featureExport").isEnabled()
    view.show_feature(make_feature(256))
    view.set_frames((1, 128, 256), 2)
    entries = {action.objectName(): action for action in view.menus.export.actions()}
    for kind in ("png", "webp", "gif"):
        with qtbot.waitSignal(view.menus.export_requested) as asked:
            entries[f"export-{kind}"].trigger()
        assert asked.args == [kind]
    assert [entries[f"copy-{place}"].text() for place in (0, 1)] == ["Copy “Channel”", "Copy “Neuron”"]
    with qtbot.waitSignal(view.copy_requested) as asked:
        entries["copy-1"].trigger()
    assert asked.args == [1]
    view.set_frames((256,), 0)
    assert [entries[f"export-{kind}"].isEnabled() for kind in ("png", "webp", "gif")] == [True, False, False]


def test_that_a_transparency_map_is_drawn_before_chequers_until_it_is_switched_off(
    view: FeatureView, theme: Theme, qtbot
) -> None:
    toggle = view.findChild(QToolButton, "featureTransparency")
    picture = view.findChild(FittedPicture, "featureImage0")
    view.show_feature(make_feature(256))
    assert not toggle.isVisible()
    assert not picture.image.hasAlphaChannel()
    alpha = np.zeros((2, 16, 16), np.uint8)
    alpha[:, :8] = 255
    view.show_feature(make_feature(256, alpha=alpha))
    assert toggle.isVisible()

    def colours(part: float) -> set[str]:
        shown = picture.grab().toImage()
        place = picture.picture_rect()
        y = round(place.height() * part)
        return {shown.pixelColor(x, y).name() for x in range(4, int(place.width()) - 4)}

    assert colours(0.25) == {"#c80000"}
    assert colours(0.75) == {LIGHT.base, LIGHT.border}
    theme.set_mode("dark")
    assert colours(0.75) == {DARK.base, DARK.border}
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert colours(0.75) == {"#c80000"}


def test_that_one_asks_how_it_was_made_by_button_and_by_menu(view: FeatureView, qtbot) -> None:
    view.show_feature(make_feature(256))
    with qtbot.waitSignal(view.explanation_requested) as asked:
        qtbot.mouseClick(view.findChild(QToolButton, "featureExplain"), Qt.MouseButton.LeftButton)
    assert asked.args == [0]
    copy, explain = view.cards[1].actions()
    with qtbot.waitSignal(view.explanation_requested) as asked:
        explain.trigger()
    assert asked.args == [1]
    with qtbot.waitSignal(view.copy_requested) as asked:
        copy.trigger()
    assert asked.args == [1]
    view.show_feature(make_feature(256, moved=(True, False)))
    assert not copy.isEnabled()


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
