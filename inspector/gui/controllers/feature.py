"""Feature visualization of the current unit: recipe, growth, pause, more steps, frames."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.engine import Engine
from inspector.gui.models.lru import ByteLru
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.frames import Frames
from inspector.gui.views.objective_words import at_place, needs_picture, place_in
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.objectives import parse
from inspector.lenses.feature_visualization.recipes import recipes, with_recipe
from inspector.network.errors import InspectorError
from inspector.network.location import Location

FEATURE = "feature"
LENS = "feature-visualization"
# Finished runs with their frames and what is needed to go on; the engine's own cache counts no bytes.
_SHELF_BYTES = 256 << 20


class FeatureController(QObject):
    """Joins the feature view with the session and the engine.

    Attributes:
        recipe: Name of the recipe.
        changes: Numbers that are others than its own.
        objectives: What is made, as texts.
        frames: The frames of the run on screen.
        request: What it was asked for with, or None.

    Signals:
        recipe_changed: Another recipe, or other numbers.
        refused: A sentence on why pictures cannot be made so.
    """

    recipe_changed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, engine: Engine, view: FeatureView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self.recipe = "standard"
        self.changes: dict[str, Any] = {}
        self.objectives: tuple[str, ...] = ("channel", "neuron")
        self.frames = Frames()
        self.request: LensRequest | None = None
        self._shelf: ByteLru[LensRequest, Frames] = ByteLru(_SHELF_BYTES)
        self._looked_at: int | None = None
        self._again: LensRequest | None = None
        # What of the session went into the usual request; None where another one is on screen.
        self._last_asked: dict[str, Any] | None = None
        view.controls.set_recipes((r.name, r.title, r.sentence) for r in recipes().values())
        view.set_objectives(self.objectives)
        self._show_recipe()
        self._connect()

    def _connect(self) -> None:
        view, engine, controls = self._view, self._engine, self._view.controls
        view.run_requested.connect(self._on_run_requested)
        view.cancel_requested.connect(self._on_cancel_requested)
        view.frames.frame_chosen.connect(self._on_frame_chosen)
        view.menus.objectives_chosen.connect(self._on_objectives_chosen)
        controls.recipe_chosen.connect(self._on_recipe_chosen)
        controls.pause_requested.connect(self._on_pause_requested)
        controls.resume_requested.connect(self._on_resume_requested)
        controls.go_on_requested.connect(self._on_go_on_requested)
        self._session.picture_changed.connect(self._on_picture_changed)
        self._session.spot_changed.connect(self._on_picture_changed)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.activity_changed.connect(self._on_activity_changed)

    def forget(self) -> None:
        """The network is another: nothing that was made belongs to it."""
        self._shelf.clear()
        self._again = None

    def leave(self, context: str) -> None:
        """Give up what is under way and name the new location."""
        self._last_asked = None
        self._engine.give_up(FEATURE)
        self._view.set_context(context)
        self._view.set_choice(self._session.node is None or self._session.node.units > 0)
        if context != self._shown_context():
            self._put_up(None, Frames())

    def ask(self) -> None:
        """Make the pictures of the current unit, or what was asked to be made again."""
        again, self._again = self._again, None
        location = self._session.location
        if again is not None and again.location == location:
            self._start(again, fresh=True)
        elif self._session.network is not None and not self._session.network.sees:
            self.leave(str(location or ""))
        elif location is not None and location.unit is not None:
            self._start_usual(location)

    def make_again(self, request: LensRequest) -> None:
        """Run exactly a request, at its own location."""
        if request.location == self._session.location:
            self._start(request, fresh=True)
        else:
            self._again = request
            self._session.go(request.location)

    @Slot(dict, tuple)
    def change(self, changes: dict[str, Any], objectives: tuple[str, ...]) -> None:
        """Use other numbers than the recipe's, in place of earlier ones, and make pictures for objectives."""
        try:
            with_recipe(self.recipe, **changes, objectives=objectives)
            for text in objectives:
                parse(text)
        except InspectorError as error:
            self.refused.emit(str(error))
            return
        self.changes, self.objectives = dict(changes), objectives
        self._view.set_objectives(objectives)
        self._show_recipe()
        self.ask()

    def _shown_context(self) -> str:
        return str(self.request.location) if self.request is not None else ""

    def _start_usual(self, location: Location, *, again: bool = False) -> None:
        asked = self._asked()
        if not asked:
            self.leave(str(location))
            self._put_up(None, Frames())
            self._last_asked = asked
            self.refused.emit(tr("What is to be made needs a picture: drop or choose one."))
            return
        parameters = with_recipe(self.recipe, **self.changes, **asked)
        request = LensRequest(LENS, location, parameters)
        self._start(request, fresh=again and self._is_there(request))
        self._last_asked = asked

    def _asked(self) -> dict[str, Any]:
        """Objectives at the clicked place, with their picture; where there is none, those that need none."""
        picture, node, spot = self._session.picture, self._session.node, self._session.spot
        map_shape = node.map_shape if node is not None else ()
        place = place_in(node, spot)
        # In a map the address tells the neuron; a token has no address.
        texts = [at_place(text, place, neurons=len(map_shape) == 1) for text in self.objectives]
        about = [text for text in texts if needs_picture(text)]
        if picture is None:
            texts = [text for text in texts if text not in about]
        pictures = {"pictures": (picture,)} if about and picture is not None else {}
        return {"objectives": tuple(texts), **pictures} if texts else {}

    def _start(self, request: LensRequest, frames: Frames | None = None, *, fresh: bool = False) -> None:
        self._last_asked = None
        shelved = None if fresh else self._shelf.get(_key(request))
        if shelved is not None:
            self._engine.give_up(FEATURE)
            self._put_up(request, shelved)
            return
        self._put_up(request, frames or Frames())
        self._view.set_context(str(request.location))
        # What is wanted fresh is to be seen growing, even where the workspace has the result.
        request = replace(request, keep=not fresh)
        self._engine.submit(
            request, FEATURE, tr("Visualizing {location}").format(location=request.location), Priority.UNIT
        )

    def _is_there(self, request: LensRequest) -> bool:
        """Whether just this is on screen: who asks for it once more wants to see it grow."""
        latest = self.frames.latest
        return latest is not None and latest.complete and request == self.request

    def _put_up(self, request: LensRequest | None, frames: Frames) -> None:
        self.request, self.frames, self._looked_at = request, frames, None
        self._show()

    def _show(self) -> None:
        frames, latest = self.frames, self.frames.latest
        last = max(len(frames) - 1, 0)
        self._view.set_frames(
            frames.steps, last if self._looked_at is None else frames.place_of(self._looked_at)
        )
        self._view.controls.set_can_go_on(latest is not None and latest.complete)
        if self._looked_at is None:
            self._view.show_feature(latest)

    def _show_recipe(self) -> None:
        usual = with_recipe(self.recipe)
        others = [name for name, value in self.changes.items() if getattr(usual, name) != value]
        self._view.controls.set_recipe(self.recipe, len([name for name in others if name != "seed"]))
        self._view.controls.set_values(
            self.changes.get("steps", usual.steps), self.changes.get("seed", usual.seed)
        )
        self.recipe_changed.emit()

    @Slot()
    def _on_picture_changed(self) -> None:
        """Make what is about the current picture, or about the place clicked on it, from the new one."""
        if self._last_asked is not None and self._asked() != self._last_asked:
            self.ask()

    @Slot(str)
    def _on_recipe_chosen(self, name: str) -> None:
        self.recipe = name
        self.change({key: value for key, value in self.changes.items() if key == "seed"}, self.objectives)

    @Slot(tuple)
    def _on_objectives_chosen(self, objectives: tuple[str, ...]) -> None:
        self.change(self.changes, objectives)

    @Slot(dict)
    def _on_run_requested(self, values: dict[str, Any]) -> None:
        self.changes |= values
        self._show_recipe()
        location = self._session.location
        if location is not None and location.unit is not None:
            self._start_usual(location, again=True)

    @Slot()
    def _on_cancel_requested(self) -> None:
        self._engine.give_up(FEATURE)

    @Slot()
    def _on_pause_requested(self) -> None:
        self._engine.pause_panel(FEATURE)

    @Slot()
    def _on_resume_requested(self) -> None:
        self._engine.resume_panel(FEATURE)

    @Slot(int)
    def _on_go_on_requested(self, more: int) -> None:
        latest = self.frames.latest
        if self.request is None or latest is None or not latest.complete:
            return
        # Where the workspace has lost the checkpoint it is made again from its first step, and the same.
        parameters = replace(self.request.parameters, steps=latest.step + more, resume=latest.checkpoint)
        frames = self.frames.copy() if latest.checkpoint is not None else None
        self._start(replace(self.request, parameters=parameters), frames)

    @Slot(int)
    def _on_frame_chosen(self, place: int) -> None:
        last = place >= len(self.frames) - 1
        self._looked_at = None if last else self.frames.steps[place]
        self._view.show_feature(self.frames.at(place))

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel != FEATURE or not isinstance(payload, Feature) or self.request is None:
            return
        self.frames.add(payload)
        if payload.complete:
            self._shelf.put(_key(self.request), self.frames, self.frames.size)
        self._show()

    @Slot()
    def _on_activity_changed(self) -> None:
        states = [a.state for a in self._engine.activities.values() if a.job.panel == FEATURE]
        alive = [state for state in states if state != "cancelling"]
        for activity in self._engine.activities.values():
            if activity.job.panel == FEATURE and activity.state != "cancelling" and activity.progress:
                self._view.set_note(activity.progress.note)
        self._view.set_state("idle" if not alive else "paused" if "paused" in alive else "running")


def _key(request: LensRequest) -> LensRequest:
    """What was gone on with is what would have been made in one go, bit for bit."""
    parameters: FeatureParameters = request.parameters
    return replace(request, parameters=replace(parameters, resume=None))
