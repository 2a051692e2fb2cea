"""A day with the program on a real X server, by real keys, mouse and drags, and the next morning."""

from __future__ import annotations

import ast
import io
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from tests.flows.real_display import MISSING, SIZE, Running, display, patiently

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.timeout(900),  # some forty things are waited for, each patiently: the machine may be busy
    pytest.mark.skipif(bool(MISSING), reason=f"{', '.join(MISSING)} not installed"),
]

TOUR = "window.findChild(QWidget, 'tourBubble').isVisible()"
WORKING = "any(a.state == 'running' for a in window.engine.activities.values())"
GREEN, WIDE = (0, 120, 60), (90, 60)


@pytest.fixture
def screen():
    with display() as name:
        yield name


@pytest.fixture
def start(screen, tmp_path):
    """Starts a process on the display; all end with the test."""
    started = []

    def make(module: str, *words: object) -> Running:
        started.append(Running(screen, tmp_path, module, *map(str, words)))
        return started[-1]

    yield make
    for process in started:
        process.close()


def at(process: Running, expression: str) -> tuple[int, int]:
    """A place on the screen that a process tells, once it is there."""
    process.wait(f"{expression} is not None")
    x, y = ast.literal_eval(process.ask(expression))
    return x, y


def has_focus(name: str) -> str:
    return f"window.focusWidget() is not None and window.focusWidget().objectName() == {name!r}"


def may_drop(process: Running) -> bool:
    """Whether what is dragged from there may be let go of where the pointer is."""
    return process.ask("drop_shape()") == "'DragCopyCursor'"


def run_by_palette(program: Running, words: str) -> None:
    """Ctrl+K, the action's name, Enter."""
    program.do("key", "ctrl+k")
    dialog = "window.features['palette'].dialog"
    program.wait(f"{dialog} is not None and {dialog}.isActiveWindow()")
    program.do("type", words)
    program.wait(f"{dialog}.line.text()", repr(words))
    program.do("key", "Return")
    program.wait(f"{dialog}.isVisible()", "False")


def quit_in_a_job(program: Running) -> None:
    program.wait(WORKING)
    program.do("key", "ctrl+q")
    assert program.process.wait(150) == 0
    assert program.process.stderr.read() == ""


def ready(program: Running) -> None:
    """Wait until the window is there and has its network, and click at it where it was not given the keys."""
    program.wait("window is not None")
    program.wait("window.windowHandle() is not None and window.windowHandle().isExposed()")
    program.wait("window.session.shelf is not None")
    active = partial(program.ask, "window.isActiveWindow()")
    for answer in patiently(active, "the window does not become active"):
        if answer == "True":
            return
        program.do("mousemove", *at(program, "centre(window.status)"), "click", 1)


def walk(program: Running) -> None:
    """The first start shows the demonstration network and a tour; keys and mouse walk it."""
    assert program.ask("window.windowTitle()") == "'demo — Neuron Inspector'"
    program.wait(TOUR)
    program.do("key", "Escape")
    program.wait(TOUR, "False")
    before = int(program.ask("window.session.location.unit"))
    program.do("key", "Right", "Right")
    program.wait("window.session.location.unit", str(before + 2))
    node = program.ask("window.session.location.node")
    program.do("key", "ctrl+f", "Tab", "Down")
    program.wait(f"window.session.location.node != {node}")

    program.do("key", "ctrl+l")
    program.wait(has_focus("addressBar"))
    program.do("type", "demo/conv2/7")
    program.wait("window.address.text()", "'demo/conv2/7'")
    program.do("key", "Return")
    program.wait("str(window.session.location)", "'demo/conv2/7'")
    program.do("mousemove", *at(program, "tile(window.units.view, '2')"), "click", 1)
    program.wait("str(window.session.location)", "'demo/conv2/2'")


def take_drops(program: Running, neighbour: Running) -> None:
    """Files and pixels of another program become pictures; they are listed, current and looked at."""
    shown = "window.picture.findChild(QWidget, 'pictureName').text()"
    before = int(program.ask("len(window.session.pictures)"))
    for source, onto, name in (("files", "picture", "dropped.png"), ("pixels", "strip", "Pasted picture 1")):
        start, end = at(neighbour, f"centre(window.{source})"), at(program, f"centre(window.{onto})")
        neighbour.carry(start, end, partial(may_drop, neighbour))
        program.wait("window.session.picture.name", repr(name))
        program.wait(shown, repr(name))  # it is told with what the network made of it
        program.wait("window.pictures.activations.digest == window.session.picture.digest")
        program.wait(f"tile(window.strip.strip, {name!r}) is not None")
    assert int(program.ask("len(window.session.pictures)")) == before + 3
    assert program.ask("window.session.picture.image.size") == "(48, 32)"
    assert program.ask("window.session.picture.image.getpixel((20, 20))") == "(0, 128, 0)"


def give_away(program: Running, neighbour: Running, dropped: bytes) -> None:
    """A tile, a picture and a figure are dragged to another program, which gets file, pixels and words."""

    def given(start: str) -> dict:
        neighbour.ask("window.target.forget()")
        program.carry(at(program, start), at(neighbour, "centre(window.target)"), taken)
        neighbour.wait("window.target.got is not None")
        return ast.literal_eval(neighbour.ask("window.target.got"))

    def taken() -> bool:
        return neighbour.ask("window.target.over") == "True" and may_drop(program)

    tile = given("tile(window.strip.strip, 'dropped.png')")
    assert tile["files"] == {"dropped.png": dropped}, "the file itself"
    assert tile["pixels"] == WIDE

    shown = given("centre(window.feature.findChild(QWidget, 'featureImage0'))")
    [(name, content)] = shown["files"].items()
    with Image.open(io.BytesIO(content)) as file:
        assert file.size == shown["pixels"]
        assert "recipe" in file.text, name

    figure = given("centre(window.tuning.findChild(QWidget, 'tuningSection0'))")
    assert b"<svg" in figure["svg"]
    assert figure["pixels"][0] == 2 * int(
        program.ask("window.tuning.findChild(QWidget, 'tuningSection0').width()")
    )


def let_go_on_the_way(program: Running) -> None:
    """A picture that is let go of elsewhere in its own window changes nothing there."""
    start, end = at(program, "centre(window.picture.picture)"), at(program, "centre(window.layers)")
    program.carry(start, end, lambda: program.ask("drop_shape()") == "'ForbiddenCursor'")
    program.wait("drop_shape()", "None")


def label_and_group(program: Running) -> None:
    """A unit gets its label by keyboard and goes into a group by mouse."""
    program.do("key", "F2")
    program.wait(has_focus("unitLabel"))
    program.do("type", "stripes")
    program.wait("window.findChild(QWidget, 'unitLabel').text()", "'stripes'")
    program.do("key", "Return")
    program.wait("window.features['notes'].notes.mark.label", "'stripes'")

    program.do("key", "ctrl+shift+g")
    groups = "window.features['notes'].groups"
    program.wait(f"{groups}.new.isVisible()")
    program.do("mousemove", *at(program, f"centre({groups}.new)"), "click", 1)
    program.wait(has_focus("newGroup"))
    program.do("type", "Lines")
    program.wait(f"{groups}.new.text()", "'Lines'")
    program.do("key", "Return")
    program.wait(f"len({groups}.sections)", "2")
    rest, lines = (f"{groups}.sections[{place}].tiles" for place in (1, 0))
    start, end = at(program, f"tile({rest}, '2')"), at(program, f"centre({lines})")
    program.carry(start, end, partial(may_drop, program))
    program.wait("window.features['notes'].notes.taxonomy.groups_of('conv2/2')", "{'Lines': 1.0}")


def compare(program: Running) -> None:
    """A second network is compared by keyboard, and walked side by side."""
    program.do("key", "ctrl+shift+m")
    program.wait(has_focus("compareOther"))
    program.do("type", "demo")
    program.wait("window.features['comparison'].view.other.text()", "'demo'")
    program.do("key", "Return")
    program.wait("window.features['comparison'].controller.matching is not None")

    program.do("key", "ctrl+shift+b")
    beside = "window.features['side_by_side']"
    program.wait(f"{beside}.own.isActiveWindow()")
    program.wait(f"str({beside}.controller.location)", "'demo-2/conv2/2'")
    program.do("key", "alt+F4")  # by the window manager, as a person closes it
    program.wait(f"{beside}.own.isVisible()", "False")
    program.wait("window.isActiveWindow()")


def export(program: Running, folder: Path) -> None:
    """Labels and groups are written where a person types it."""
    file = folder / "labels.json"
    run_by_palette(program, "Export labels and groups")
    dialog = "window.findChild(QFileDialog)"
    program.wait(f"{dialog} is not None and {dialog}.isActiveWindow()")
    program.do("key", "ctrl+a")
    program.do("type", str(file))
    program.wait(f"{dialog}.findChild(QWidget, 'fileNameEdit').text()", repr(str(file)))
    program.do("key", "Return")
    program.wait("window.status.text().startswith('Wrote') or window.banner.text")
    written = file.read_text(encoding="utf-8")
    assert "stripes" in written
    assert "Lines" in written


def find_everything(program: Running) -> None:
    """The next start shows the place, the pictures, the label, the group and the panels as they were left."""
    ready(program)
    program.wait("str(window.session.location)", "'demo/conv2/2'")
    program.wait("window.features['notes'].notes.mark.label", "'stripes'")
    assert program.ask("window.features['notes'].notes.taxonomy.groups_of('conv2/2')") == "{'Lines': 1.0}"
    program.wait("tile(window.strip.strip, 'dropped.png') is not None")
    program.wait("window.session.picture.name", "'dropped.png'")
    assert program.ask("window.arena.panels['jobsDock'].isVisible()") == "False"
    assert program.ask(TOUR) == "False", "shown once"


def test_that_a_day_of_real_keys_mouse_and_drags_is_found_again_the_next_morning(start, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    Image.new("RGB", WIDE, "teal").save(folder / "more.png")
    Image.new("RGB", WIDE, GREEN).save(folder / "dropped.png")
    program = start("program_process")
    ready(program)
    place = (SIZE[0] - 200, 40, 190, 400)
    neighbour = start("neighbour_process", *place, folder / "dropped.png", folder / "more.png")
    walk(program)
    take_drops(program, neighbour)
    pictures = program.ask("len(window.session.pictures)")
    let_go_on_the_way(program)
    give_away(program, neighbour, (folder / "dropped.png").read_bytes())
    label_and_group(program)
    assert program.ask("len(window.session.pictures)") == pictures, "what is dragged from here comes not back"
    compare(program)
    export(program, tmp_path)
    run_by_palette(program, "Jobs")
    program.wait("window.arena.panels['jobsDock'].isVisible()", "False")
    quit_in_a_job(program)

    again = start("program_process")
    find_everything(again)
    quit_in_a_job(again)
