"""The engine and its worker thread: real threads, small requests."""

from __future__ import annotations

import threading
from collections.abc import Generator
from dataclasses import dataclass, field

import numpy as np
import pytest
from PySide6.QtCore import QThread

from inspector.gui.engine import Engine
from inspector.jobs.bench import Bench
from inspector.lenses.base import Partial, Progress, Remark
from inspector.network.errors import InspectorError
from inspector.probe.cancel import CancelToken
from inspector.workspace.finding import Finding


@dataclass(frozen=True)
class Saying:
    """Returns `text`; says on which thread it ran."""

    text: str
    ran: list[str] = field(default_factory=list, compare=False)
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> Generator[object, None, str]:
        self.ran.append(QThread.currentThread().objectName())
        yield Partial(self.text[:1])
        if self.text == "refuse":
            raise InspectorError("Refused.")
        return self.text


@dataclass(frozen=True)
class Waiting:
    """Runs until it is let go or cancelled; `deaf` looks at nothing but the gate."""

    gate: threading.Event = field(default_factory=threading.Event, compare=False)
    started: threading.Event = field(default_factory=threading.Event, compare=False)
    deaf: bool = False
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[object, None, str]:
        self.started.set()
        while not self.gate.wait(0.005):
            if not self.deaf:
                token.check()
                yield Progress(0, 0)
        return "let go"


@pytest.fixture
def engine(qtbot, no_thread_left):
    engine = Engine()
    yield engine
    engine.close()


def test_that_jobs_run_on_the_worker_thread_and_results_come_back(engine, qtbot):
    request = Saying("hello")
    with qtbot.waitSignal(engine.finished) as signal:
        engine.submit(request, "panel", "saying")
    assert signal.args == ["panel", "hello"]
    assert request.ran == ["inspector-worker"]


def test_that_partial_payloads_arrive_before_the_result(engine, qtbot):
    heard: list[object] = []
    engine.arrived.connect(lambda panel, payload: heard.append(payload))
    with qtbot.waitSignal(engine.finished):
        engine.submit(Saying("hello"), "panel", "saying")
    assert heard == ["h"]


def test_that_an_equal_request_is_answered_from_the_cache_at_once(engine, qtbot):
    with qtbot.waitSignal(engine.finished):
        engine.submit(Saying("hello"), "panel", "saying")
    again = Saying("hello")
    heard: list[tuple[str, object]] = []
    engine.finished.connect(lambda panel, result: heard.append((panel, result)))
    engine.submit(again, "other", "saying")
    assert heard == [("other", "hello")]
    assert again.ran == []


def test_that_forgotten_results_are_asked_for_again(engine, qtbot):
    with qtbot.waitSignal(engine.finished):
        engine.submit(Saying("hello"), "panel", "saying")
    engine.forget_results()
    again = Saying("hello")
    with qtbot.waitSignal(engine.finished):
        engine.submit(again, "panel", "saying")
    assert again.ran


def test_that_a_superseded_jobs_result_is_dropped(engine, qtbot):
    heard: list[object] = []
    engine.finished.connect(lambda panel, result: heard.append(result))
    slow = Waiting()
    engine.submit(slow, "panel", "slow")
    assert slow.started.wait(5)
    with qtbot.waitSignal(engine.finished):
        engine.submit(Saying("new"), "panel", "new")
    assert heard == ["new"]
    qtbot.waitUntil(lambda: not engine.activities)


def test_that_a_deaf_jobs_late_result_is_dropped_too(engine, qtbot):
    heard: list[object] = []
    engine.finished.connect(lambda panel, result: heard.append(result))
    deaf = Waiting(deaf=True)
    engine.submit(deaf, "panel", "deaf")
    assert deaf.started.wait(5)
    engine.submit(Saying("new"), "panel", "new")
    deaf.gate.set()
    qtbot.waitUntil(lambda: not engine.activities)
    assert heard == ["new"]


def test_that_a_cancelled_job_ends_and_says_so(engine, qtbot):
    slow = Waiting()
    engine.submit(slow, "panel", "slow")
    assert slow.started.wait(5)
    with qtbot.waitSignal(engine.stopped) as signal:
        engine.cancel_all()
    assert signal.args == ["panel"]


def test_that_a_paused_panel_waits_and_others_go_on(engine, qtbot):
    slow = Waiting()
    engine.submit(slow, "panel", "slow")
    assert slow.started.wait(5)
    engine.pause_panel("panel")
    with qtbot.waitSignal(engine.finished) as signal:
        engine.submit(Saying("other"), "other", "other")
    assert signal.args == ["other", "other"]
    assert [activity.state for activity in engine.activities.values()] == ["paused"]
    slow.gate.set()
    with qtbot.waitSignal(engine.finished) as signal:
        engine.resume_panel("panel")
    assert signal.args == ["panel", "let go"]


def test_that_a_paused_job_can_be_cancelled(engine, qtbot):
    slow = Waiting()
    engine.submit(slow, "panel", "slow")
    assert slow.started.wait(5)
    engine.pause_panel("panel")
    with qtbot.waitSignal(engine.stopped):
        engine.cancel_all()


def test_that_a_refusal_is_published_as_its_sentence(engine, qtbot):
    with qtbot.waitSignal(engine.failed) as signal:
        engine.submit(Saying("refuse"), "panel", "saying")
    assert signal.args == ["panel", "Refused."]


@dataclass(frozen=True)
class Remarking:
    """Has something to say beside its result."""

    sentences: tuple[str, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[object, None, str]:
        for sentence in self.sentences:
            yield Remark(sentence)
        return "done"


def test_that_every_remark_is_published_and_costs_no_result(engine, qtbot):
    heard: list[str] = []
    engine.noted.connect(heard.append)
    with qtbot.waitSignal(engine.finished) as signal:
        engine.submit(Remarking(("One.", "Two.", "Three.")), "panel", "remarking")
    assert heard == ["One.", "Two.", "Three."]
    assert signal.args == ["panel", "done"]


def test_that_the_worker_has_the_workspace_and_lets_go_of_it_at_the_end(qtbot, no_thread_left, tmp_path):
    @dataclass(frozen=True)
    class Keeping:
        keep: bool = False

        def start(self, bench: Bench, token: CancelToken) -> Generator[object, None, int]:
            yield Progress(0, 1)
            assert bench.findings is not None
            bench.findings.keep(
                Finding("abc", "net/conv/1", "some", {"unit": 1}, np.zeros((1, 2, 2, 3), np.uint8))
            )
            return len(bench.findings.for_node("abc", "conv"))

    engine = Engine(workspace=tmp_path)
    with qtbot.waitSignal(engine.finished) as signal:
        engine.submit(Keeping(), "panel", "keeping")
    assert signal.args == ["panel", 1]
    engine.close()
    assert not (tmp_path / "workspace.sqlite-wal").exists(), "closed in order, nothing is left in the log"


def test_that_closing_waits_for_a_job_that_is_slow_to_notice(qtbot, no_thread_left):
    engine = Engine()
    deaf = Waiting(deaf=True)
    engine.submit(deaf, "panel", "deaf")
    assert deaf.started.wait(5)
    threading.Timer(0.3, deaf.gate.set).start()
    engine.close()


def test_that_time_left_is_extrapolated_from_what_is_done(engine, qtbot, monkeypatch):
    slow = Waiting()
    engine.submit(slow, "panel", "slow")
    activity = next(iter(engine.activities.values()))
    monkeypatch.setattr("inspector.gui.engine.time.monotonic", lambda: 110.0)
    activity.began, activity.progress = 100.0, Progress(1, 5)
    assert activity.seconds_left == pytest.approx(40.0)
    activity.progress = Progress(0, 5)
    assert activity.seconds_left is None
    slow.gate.set()
