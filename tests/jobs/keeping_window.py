"""A small network and a window's worth of jobs that keep what they make."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import torch
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.messages import Arrived, Finished, Message, Noted
from inspector.jobs.queue import Job, JobQueue
from inspector.jobs.requests import LensRequest
from inspector.jobs.runner import Runner
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.workspace.findings import Findings

SHORT = FeatureParameters(steps=4, size=12, frame_every=0.0)


def network(name="small", seed=0, **preprocessing):
    torch.manual_seed(seed)
    module = nn.Sequential(nn.Conv2d(3, 6, 3), nn.ReLU(), nn.Conv2d(6, 4, 3))
    return Network(module, name=name, preprocessing=Preprocessing(crop=(16, 16), **preprocessing))


class Window:
    """Asks as the window does, without a thread; counts the pictures that were really computed."""

    def __init__(self, folder, net, monkeypatch):
        self.findings = Findings(folder)
        self.messages: list[Message] = []
        self.computed: list[tuple[int, ...]] = []
        self._queue, self._bench = JobQueue(), Bench(self.findings)
        self._bench.put(net)
        self._name = net.name
        self._runner = Runner(self._queue, self._bench, self.messages.append)
        from inspector.lenses.feature_visualization import optimise

        really = optimise.visualize

        def counting(net, location, parameters, token):
            self.computed.append(parameters.units or (location.unit,))
            return really(net, location, parameters, token)

        monkeypatch.setattr(optimise, "visualize", counting)

    def ask(self, place="2/1", parameters=SHORT, keep=True) -> Feature:
        location = Location.parse(place, self._name)
        request = LensRequest("feature-visualization", location, parameters, keep=keep)
        self._queue.put(Job(request, "panel", "asked"))
        self.messages.clear()
        self._runner.run_until_idle()
        end = self.messages[-1]
        assert isinstance(end, Finished), end
        return end.result

    def said(self) -> list[str]:
        return [message.sentence for message in self.messages if isinstance(message, Noted)]

    def frames(self) -> list[Feature]:
        return [message.payload for message in self.messages if isinstance(message, Arrived)]


def same(one: Feature, other: Feature, but=()):
    for field in fields(Feature):
        before, after = getattr(one, field.name), getattr(other, field.name)
        if field.name in but:
            continue
        if isinstance(before, np.ndarray):
            assert (before.dtype, before.shape) == (after.dtype, after.shape), field.name
            assert before.tobytes() == after.tobytes(), field.name
            assert after.flags.c_contiguous, field.name
        else:
            assert before == after, field.name
