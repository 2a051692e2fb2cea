"""What does not change between steps: the network, how pictures are shown to it, what they are asked."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.lenses.feature_visualization.crops import Crops
from inspector.lenses.feature_visualization.feed import Feed, picture_shape
from inspector.lenses.feature_visualization.folding import folded
from inspector.lenses.feature_visualization.objectives import Faceted, Logit
from inspector.lenses.feature_visualization.output import logit_node
from inspector.lenses.feature_visualization.parameters import FeatureParameters
from inspector.lenses.feature_visualization.plan import Aim
from inspector.lenses.feature_visualization.score import Score
from inspector.lenses.feature_visualization.targets import Targets
from inspector.lenses.feature_visualization.transforms import Transform, Warp
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say


class Scene:
    """A network with pictures before it.

    Attributes:
        shape: Height and width of the pictures.
        feed: How they go in.
        without_gradients: Why the network hands no gradients back, or "".
        view: What the network sees of them at each step.
        parameters: The parameters.
        token: Cancels.
        note: What is to be said about it; mostly nothing.
    """

    def __init__(
        self,
        network: Network,
        node: str | None,
        aims: Sequence[Aim],
        parameters: FeatureParameters,
        token: CancelToken,
    ) -> None:
        self.parameters, self.token = parameters, token
        self._aims = tuple(aims)
        self._network = network
        self.without_gradients = next((text for text in network.limits if "gradients" in text), "")
        self._node = network.node(node) if node is not None else None
        self.shape = picture_shape(network.preprocessing.crop, parameters.size)
        crops = parameters.parameterization == "maco"
        seen = network.preprocessing.crop if crops else self.shape
        read = self._read()
        feed = Feed(network, read, seen, token)
        self.feed = feed.through(folded(network, read, feed.shape))
        self.note = ""
        if self.feed.shape != seen:
            height, width = self.feed.shape
            self.note = say(
                "Shown to the network at {width} × {height}, which it needs", width=width, height=height
            )
        self.view = self._view(crops)
        self._targets = Targets(network, node, parameters.pictures, self.feed, parameters.facets)
        self._scores: dict[tuple[int, ...], Score] = {}

    def score(self, part: Sequence[int], views: int = 1) -> Score:
        """The objectives of some of the pictures, each looked at `views` times."""
        key = (views, *part)
        if key not in self._scores:
            aims = [self._aims[index] for index in part for _ in range(views)]
            self._scores[key] = Score(
                self._network, self._node, aims, self._targets, self.parameters.diversity
            )
        return self._scores[key]

    def _view(self, crops: bool) -> Transform | Crops:
        p = self.parameters
        if crops:
            return Crops(p.crops, self.feed.shape, p.crop_steps, p.crop_to, p.noise)
        return Transform(p.transform, Warp(p.shift, p.shift_after, p.scaling, p.turn))

    @property
    def needs_gradient(self) -> bool:
        """Whether the objectives have gradients in them, so that none can be told without."""
        return bool(self._faceted)

    @property
    def _faceted(self) -> frozenset[str]:
        terms = (term for aim in self._aims for _, term in aim.terms)
        return frozenset(term.name for term in terms if isinstance(term, Faceted))

    def _read(self) -> tuple[str, ...]:
        """The nodes that are read."""
        terms = [term for aim in self._aims for _, term in aim.terms]
        names = [logit_node(self._network).name] if any(isinstance(term, Logit) for term in terms) else []
        if self._node is not None and not all(isinstance(term, Logit) for term in terms):
            names.append(self._node.name)
        names += [facet.node for facet in self.parameters.facets if facet.name in self._faceted]
        return tuple(dict.fromkeys(names))
