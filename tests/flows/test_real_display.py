"""A day with the program on a real X server, by real keys, mouse and drags, and the next morning."""

from __future__ import annotations

import ast
import io
import json
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from tests.flows.real_display import MISSING, SIZE, Running, display

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.timeout(1800),  # some sixty things are waited for, each patiently: the machine may be busy
    pytest.mark.skipif(bool(MISSING), reason=f"{', '.join(MISSING)} not installed"),
]

TOUR = "window.findChild(QWidget, 'tourBubble').isVisible()"
WORKING = "any(a.state == 'running' for a in window.engine.activities.values())"
PICTURES = "len(window.session.pictures)"
SHARED = "window.findChild(QWidget, 'workspaceShared').isVisible()"
NOTES, PALETTE = "window.features['notes']", "window.features['palette'].dialog"
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


def has_focus(name: str) -> str:
    return f"window.focusWidget() is not None and window.focusWidget().objectName() == {name!r}"


def has_picture(name: str) -> str:
    return f"any(picture.name == {name!r} for picture in window.session.pictures.values())"


def may_drop(process: Running) -> bool:
    """Whether what is dragged from there may be let go of where the pointer is."""
    return process.ask("drop_shape()") == "'DragCopyCursor'"


def shown(process: Running) -> None:
    """Wait until its window is on the screen."""
    process.wait("window is not None")
    process.wait("window.windowHandle() is not None and window.windowHandle().isExposed()")


def ready(program: Running) -> None:
    """Wait until the window is there and has its network and the keys."""
    shown(program)
    program.wait("window.session.shelf is not None")
    program.give_keys()


def go_to(program: Running, address: str) -> None:
    """Ctrl+L, the address, Enter."""
    program.press("ctrl+l", has_focus("addressBar"))
    program.write(address, "window.address.text()")
    program.press("Return", "str(window.session.location)", repr(address))


def run_by_palette(program: Running, words: str) -> None:
    """Ctrl+K, the action's name, Enter."""
    program.press("ctrl+k", f"{PALETTE} is not None and {PALETTE}.isActiveWindow()")
    program.write(words, f"{PALETTE}.line.text()", PALETTE)
    program.press("Return", f"{PALETTE}.isVisible()", "False", PALETTE)


def label(program: Running, words: str) -> None:
    """F2, the label, Enter."""
    program.press("F2", has_focus("unitLabel"))
    program.write(words, "window.findChild(QWidget, 'unitLabel').text()")
    program.press("Return", f"{NOTES}.notes.mark.label", repr(words))


def quit_in_a_job(program: Running, unit: int) -> str:
    """Walk on to a unit whose pictures are still being made, and close the program; where one was."""
    go_to(program, f"demo/conv2/{unit}")
    program.press("ctrl+u", has_focus("unitGrid"))
    program.press("Right", WORKING)
    place = program.ask("str(window.session.location)")
    assert program.quit() == ""
    return place


def walk(program: Running) -> None:
    """The first start, in an empty workspace, shows the demonstration network and a tour; keys walk it."""
    assert program.ask("window.windowTitle()") == "'demo — Neuron Inspector'"
    assert program.ask(f"{NOTES}.notes.taxonomy == type({NOTES}.notes.taxonomy)()") == "True"
    assert program.ask("window.findChild(QWidget, 'workspaceShared')") == "None"
    program.wait(TOUR)
    program.press("Escape", TOUR, "False")
    for _ in range(2):
        unit = int(program.ask("window.session.location.unit"))
        program.press("Right", f"window.session.location.unit > {unit}")
    node = program.ask("window.session.location.node")
    program.press("ctrl+f", has_focus("layerFilter"))
    program.press("Tab", has_focus("layerTree"))
    program.press("Down", f"window.session.location.node != {node}")
    go_to(program, "demo/conv2/7")
    program.click("tile(window.units.view, '2')", "str(window.session.location)", "'demo/conv2/2'")


def take_drops(program: Running, neighbour: Running) -> None:
    """Files and pixels of another program become pictures; they are listed, current and looked at."""
    shown_name = "window.picture.findChild(QWidget, 'pictureName').text()"
    before = int(program.ask(PICTURES))
    for source, onto, name, count in (
        ("files", "picture", "dropped.png", 2),
        ("pixels", "strip", "Pasted picture 1", 1),
    ):
        before += count
        start, end = (
            partial(neighbour.at, f"centre(window.{source})"),
            partial(program.at, f"centre(window.{onto})"),
        )
        drop = partial(neighbour.carry, start, end, partial(may_drop, neighbour))
        program.cause(drop, f"{PICTURES} >= {before}")
        program.wait("window.session.picture.name", repr(name))
        program.wait(shown_name, repr(name))  # it is told with what the network made of it
        program.wait("window.pictures.activations.digest == window.session.picture.digest")
        program.wait(f"tile(window.strip.strip, {name!r}) is not None")
    assert program.ask("window.session.picture.image.size") == "(48, 32)"
    assert program.ask("window.session.picture.image.getpixel((20, 20))") == "(0, 128, 0)"


def give_away(program: Running, neighbour: Running, dropped: bytes) -> None:
    """A tile, a picture and a figure are dragged to another program, which gets file, pixels and words."""

    def given(start: str, kind: str) -> dict:
        def drop() -> None:
            neighbour.ask("window.target.forget()")
            program.carry(partial(program.at, start), partial(neighbour.at, "centre(window.target)"), taken)

        neighbour.cause(drop, f"bool(window.target.got and window.target.got[{kind!r}])")
        return ast.literal_eval(neighbour.ask("window.target.got"))

    def taken() -> bool:
        return neighbour.ask("window.target.over") == "True" and may_drop(program)

    tile = given("tile(window.strip.strip, 'dropped.png')", "pixels")
    assert tile["files"] == {"dropped.png": dropped}, "the file itself"
    assert tile["pixels"] == WIDE

    picture = given("centre(window.feature.findChild(QWidget, 'featureImage0'))", "pixels")
    [(name, content)] = picture["files"].items()
    with Image.open(io.BytesIO(content)) as file:
        assert file.size == picture["pixels"]
        assert "recipe" in file.text, name

    figure = given("centre(window.tuning.findChild(QWidget, 'tuningSection0'))", "svg")
    assert b"<svg" in figure["svg"]
    assert figure["pixels"][0] == 2 * int(
        program.ask("window.tuning.findChild(QWidget, 'tuningSection0').width()")
    )


def let_go_on_the_way(program: Running) -> None:
    """A picture that is let go of elsewhere in its own window changes nothing there."""
    start, end = (partial(program.at, f"centre(window.{part})") for part in ("picture.picture", "layers"))
    program.carry(start, end, lambda: program.ask("drop_shape()") == "'ForbiddenCursor'")
    program.wait("drop_shape()", "None")


def label_and_group(program: Running) -> None:
    """A unit gets its label by keyboard and goes into a group by mouse."""
    label(program, "stripes")
    groups = f"{NOTES}.groups"
    program.press("ctrl+shift+g", f"{groups}.new.isVisible()")
    program.click(f"centre({groups}.new)", has_focus("newGroup"))
    program.write("Lines", f"{groups}.new.text()")
    program.press("Return", f"len({groups}.sections)", "2")
    rest, lines = (f"{groups}.sections[{place}].tiles" for place in (1, 0))
    start, end = partial(program.at, f"tile({rest}, '2')"), partial(program.at, f"centre({lines})")
    drop = partial(program.carry, start, end, partial(may_drop, program))
    program.cause(drop, f"{NOTES}.notes.taxonomy.groups_of('conv2/2')", "{'Lines': 1.0}")


def compare(program: Running) -> None:
    """A second network is compared by keyboard, and walked side by side."""
    comparison = "window.features['comparison']"
    program.press("ctrl+shift+m", has_focus("compareOther"))
    program.write("demo", f"{comparison}.view.other.text()")
    program.press("Return", f"{comparison}.controller.matching is not None")

    beside = "window.features['side_by_side']"
    program.press("ctrl+shift+b", f"{beside}.own.isActiveWindow()")
    program.wait(f"str({beside}.controller.location)", "'demo-2/conv2/2'")
    program.press(
        "alt+F4", f"{beside}.own.isVisible()", "False", f"{beside}.own"
    )  # as the window manager says


def export(program: Running, folder: Path) -> None:
    """Labels and groups, and the page in sight, are written where a person types it."""
    file = folder / "labels.json"
    run_by_palette(program, "Export labels and groups")
    dialog = "window.findChild(QFileDialog)"
    program.give_keys(dialog)
    program.write(str(file), f"{dialog}.findChild(QWidget, 'fileNameEdit').text()", dialog)
    program.press("Return", f"Path({str(file)!r}).exists()", window=dialog)
    program.wait(f"'Lines' in Path({str(file)!r}).read_text()")
    assert "stripes" in json.dumps(json.loads(file.read_text(encoding="utf-8")))

    figure, dialog = folder / "page.png", "window.features['exporting'].dialog"
    program.press("ctrl+e", f"{dialog} is not None and {dialog}.isActiveWindow()")
    program.click(f"centre({dialog}.file)", f"{dialog}.file.hasFocus()")
    program.write(str(figure), f"{dialog}.file.text()", dialog)
    program.press("Return", f"{dialog}.said.text().startswith('Wrote')", window=dialog)
    with Image.open(figure) as page:
        assert "recipe" in page.text
    program.press("Escape", f"{dialog}.isVisible()", "False", dialog)


def find_everything(program: Running, place: str) -> None:
    """The next start shows the place, the pictures, the label, the group and the panels as they were left."""
    ready(program)
    program.wait("str(window.session.location)", place)
    for name in ("dropped.png", "more.png"):
        program.wait(has_picture(name))
    program.wait("tile(window.strip.strip, 'dropped.png') is not None")  # the first of the two
    assert program.ask("window.arena.panels['jobsDock'].isVisible()") == "False"
    assert program.ask(TOUR) == "False", "shown once"
    go_to(program, "demo/conv2/2")
    program.wait(f"{NOTES}.notes.mark.label", "'stripes'")
    assert program.ask(f"{NOTES}.notes.taxonomy.groups_of('conv2/2')") == "{'Lines': 1.0}"


def work_in_two_processes(one: Running, other: Running) -> None:
    """A second process at the same workspace says so; pictures are dragged over, labels are seen in both."""
    ready(other)
    other.wait(SHARED)
    other.wait("window.banner.text.startswith('Another window has this workspace open.')")
    assert one.ask("window.findChild(QWidget, 'workspaceShared')") == "None", "it was alone"
    for program, left in ((one, 0), (other, SIZE[0] // 2 - 50)):
        move = partial(program.do, "windowmove", program.ask("int(window.winId())"), left, 0)
        program.cause(move, f"abs(window.frameGeometry().x() - {left}) < 20")
    other.wait(has_picture("more.png"))
    more = int(other.ask(PICTURES)) + 1
    made, strip = "centre(window.feature.findChild(QWidget, 'featureImage0'))", "centre(window.strip)"
    drop = partial(one.carry, partial(one.at, made), partial(other.at, strip), partial(may_drop, one))
    other.cause(drop, f"{PICTURES} == {more}")
    other.wait("'conv2-2' in window.session.picture.name")
    go_to(other, "demo/conv2/2")
    other.wait(f"{NOTES}.notes.mark.label", "'stripes'")
    label(other, "bars")
    one.click("centre(window.status)", f"{NOTES}.notes.mark.label", "'bars'")


def test_that_a_day_of_real_keys_mouse_and_drags_is_found_again_the_next_morning(start, tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    Image.new("RGB", WIDE, "teal").save(folder / "more.png")
    Image.new("RGB", WIDE, GREEN).save(folder / "dropped.png")
    program = start("program_process")
    place = (SIZE[0] - 200, 40, 190, 400)
    neighbour = start("neighbour_process", *place, folder / "dropped.png", folder / "more.png")
    ready(program)
    shown(neighbour)
    walk(program)
    take_drops(program, neighbour)
    pictures = program.ask(PICTURES)
    let_go_on_the_way(program)
    give_away(program, neighbour, (folder / "dropped.png").read_bytes())
    label_and_group(program)
    assert program.ask(PICTURES) == pictures, "what is dragged from here comes not back"
    compare(program)
    export(program, tmp_path)
    run_by_palette(program, "Jobs")
    program.wait("window.arena.panels['jobsDock'].isVisible()", "False")
    left = quit_in_a_job(program, 10)

    again = start("program_process")
    find_everything(again, left)
    beside = start("program_process")
    work_in_two_processes(again, beside)
    quit_in_a_job(beside, 20)
    quit_in_a_job(again, 30)
