"""The queue and the runner: order, superseding, suspension, cancellation, errors."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field

import pytest

from inspector.jobs.bench import Bench
from inspector.jobs.messages import Arrived, Failed, Finished, Message, Progressed, Started, Stopped
from inspector.jobs.queue import Job, JobQueue, Priority
from inspector.jobs.runner import Runner
from inspector.lenses.base import Partial, Progress
from inspector.network.errors import InspectorError
from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class Counting:
    """A request that counts to `steps` and says at each step what it does."""

    steps: int = 3
    seen: Callable[[int], None] = field(default=lambda step: None, compare=False)
    error: Exception | None = None
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[object, None, int]:
        for step in range(self.steps):
            token.check()
            self.seen(step)
            yield Progress(step, self.steps)
            yield Partial(step)
        if self.error is not None:
            raise self.error
        return self.steps


@pytest.fixture
def queue() -> JobQueue:
    return JobQueue()


@pytest.fixture
def messages() -> list[Message]:
    return []


@pytest.fixture
def runner(queue: JobQueue, messages: list[Message]) -> Runner:
    return Runner(queue, Bench(), messages.append)


def test_that_a_job_starts_reports_and_finishes_with_its_result(queue, messages, runner):
    queue.put(Job(Counting(), "panel", "counting"))
    runner.run_until_idle()
    assert isinstance(messages[0], Started)
    assert isinstance(messages[-1], Finished)
    assert messages[-1].result == 3
    assert queue.jobs() == ()


def test_that_the_last_progress_and_partial_are_always_sent(queue, messages, runner):
    queue.put(Job(Counting(steps=500), "panel", "counting"))
    runner.run_until_idle()
    progress = [message.progress.done for message in messages if isinstance(message, Progressed)]
    partial = [message.payload for message in messages if isinstance(message, Arrived)]
    assert progress[-1] == 499
    assert partial[-1] == 499
    assert len(partial) < 250, "intermediate messages are thinned"


def test_that_the_more_urgent_job_runs_first(queue, messages, runner):
    late = Job(Counting(), "fill", "fill", Priority.FILLING)
    soon = Job(Counting(), "look", "look", Priority.PICTURE)
    queue.put(late)
    queue.put(soon)
    runner.run_until_idle()
    finished = [message.job for message in messages if isinstance(message, Finished)]
    assert finished == [soon.number, late.number]


def test_that_a_running_job_stands_aside_for_a_more_urgent_one_and_goes_on_after_it(queue, messages, runner):
    order: list[str] = []
    urgent = Job(Counting(seen=lambda step: order.append(f"urgent {step}")), "b", "urgent", Priority.PICTURE)

    def slow_step(step: int) -> None:
        order.append(f"slow {step}")
        if step == 0:
            queue.put(urgent)

    queue.put(Job(Counting(seen=slow_step), "a", "slow", Priority.FILLING))
    runner.run_until_idle()
    assert order == ["slow 0", "urgent 0", "urgent 1", "urgent 2", "slow 1", "slow 2"]


def test_that_equally_urgent_jobs_take_turns(queue, messages, runner):
    order: list[str] = []
    for name in ("curve", "picture"):
        queue.put(Job(Counting(seen=lambda step, name=name: order.append(f"{name} {step}")), name, name))
    runner.run_until_idle()
    assert order == ["curve 0", "picture 0", "curve 1", "picture 1", "curve 2", "picture 2"]


def test_that_a_newer_job_for_the_same_panel_takes_the_place_of_the_older(queue, messages, runner):
    older, newer = Job(Counting(), "panel", "older"), Job(Counting(), "panel", "newer")
    queue.put(older)
    queue.put(newer)
    runner.run_until_idle()
    assert [type(m) for m in messages if m.job == older.number] == [Stopped]
    assert [m.job for m in messages if isinstance(m, Finished)] == [newer.number]


def test_that_a_suspended_job_that_is_cancelled_closes_its_generator(queue, messages, runner):
    closed: list[bool] = []

    @dataclass(frozen=True)
    class Holding:
        keep: bool = False

        def start(self, bench: Bench, token: CancelToken) -> Generator[object, None, None]:
            try:
                yield Progress(0, 2)
                yield Progress(1, 2)
            finally:
                closed.append(True)

    job = Job(Holding(), "panel", "holding")
    queue.put(job)
    runner.step()
    queue.cancel(job.number)
    runner.run_until_idle()
    assert closed == [True]
    assert isinstance(messages[-1], Stopped)


def test_that_a_refusal_becomes_its_sentence_and_the_runner_lives_on(queue, messages, runner):
    queue.put(Job(Counting(error=InspectorError("No such unit.")), "a", "refused"))
    queue.put(Job(Counting(), "b", "after"))
    runner.run_until_idle()
    failed = next(message for message in messages if isinstance(message, Failed))
    assert (failed.sentence, failed.traceback) == ("No such unit.", "")
    assert isinstance(messages[-1], Finished)


def test_that_an_unexpected_error_becomes_a_sentence_with_its_traceback(queue, messages, runner, caplog):
    queue.put(Job(Counting(error=ZeroDivisionError("division by zero")), "a", "Dividing"))
    runner.run_until_idle()
    failed = messages[-1]
    assert isinstance(failed, Failed)
    assert failed.sentence == "Dividing: division by zero (the log has the details)."
    assert "ZeroDivisionError" in failed.traceback
    assert "Dividing" in caplog.text


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("DefaultCPUAllocator: can't allocate memory")])
def test_that_too_little_memory_is_said_plainly(queue, messages, runner, error, caplog):
    queue.put(Job(Counting(error=error), "a", "Visualizing"))
    runner.run_until_idle()
    assert "not enough memory" in messages[-1].sentence


def test_that_a_paused_job_stands_still_until_it_may_go_on(queue, messages, runner):
    seen: list[int] = []
    job = Job(Counting(seen=seen.append), "panel", "paused")
    queue.put(job)
    runner.step()
    queue.pause(job.number)
    assert not runner.step()
    assert seen == [0]
    queue.pause(job.number, False)
    runner.run_until_idle()
    assert seen == [0, 1, 2]
    assert isinstance(messages[-1], Finished)


def test_that_a_paused_job_can_be_cancelled(queue, messages, runner):
    job = Job(Counting(), "panel", "paused")
    queue.put(job)
    queue.pause(job.number)
    queue.cancel(job.number)
    runner.run_until_idle()
    assert [type(message) for message in messages] == [Stopped]


def test_that_cancelling_everything_stops_every_job(queue, messages, runner):
    for panel in "abc":
        queue.put(Job(Counting(), panel, panel))
    queue.cancel_all()
    runner.run_until_idle()
    assert [type(message) for message in messages] == [Stopped] * 3


def test_that_closing_lets_go_of_jobs_that_were_left_standing(queue, messages, runner):
    let_go = []

    class Holding(Counting):
        def start(self, bench, token):
            try:
                yield from super().start(bench, token)
            finally:
                let_go.append(True)

    queue.put(Job(Holding(), "panel", "holding"))
    assert runner.step()
    runner.close()
    assert let_go == [True]
