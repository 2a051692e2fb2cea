"""Writing the page of one unit: its pictures, its data, and last of all the page itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.atlas.facts import Facts
from inspector.atlas.glossary import terms
from inspector.atlas.names import folder_name
from inspector.atlas.render import page
from inspector.atlas.shown_pictures import ShownPictures
from inspector.atlas.site import Site, as_json
from inspector.atlas.sprites import Sprite, side_by_side, webp
from inspector.atlas.tiles import Tiles
from inspector.atlas.unit_data import unit_document
from inspector.atlas.unit_examples import examples_view
from inspector.atlas.unit_made import made_rows
from inspector.atlas.unit_tuning import tuning_view
from inspector.atlas.unit_view import Figure, Link, UnitView
from inspector.atlas.unit_weights import weights_view
from inspector.atlas.words import file_of, measure_of, sentence_of, short, title_of, why_same
from inspector.network.location import Location

if TYPE_CHECKING:
    from inspector.batch.sharing import Shared
    from inspector.lenses.examples import UnitExamples
    from inspector.lenses.tuning import Tuning
    from inspector.lenses.weights import Weights
    from inspector.probe.cancel import CancelToken
    from inspector.workspace.finding import Finding

_SIBLINGS = 9
UP = "../../"


@dataclass(frozen=True)
class UnitFacts:
    """All that is known of a unit: what its page, its data file and its tiles are made of.

    `shared` tells which pictures are another unit's, too, by objective.
    """

    pictures: Mapping[str, Finding]
    examples: UnitExamples | None
    tunings: Mapping[str, Tuning]
    weights: Weights | None
    shared: Mapping[str, Shared] = field(default_factory=dict)


class UnitPages:
    """The pages of one network's units.

    Args:
        site: The site.
        network: The network's folder in it.
        facts: What is known.
        tiles: The units that have pages.
    """

    def __init__(self, site: Site, network: Path, facts: Facts, tiles: Tiles) -> None:
        self._site, self._network, self._facts, self._tiles = site, network, facts, tiles
        self._shown = ShownPictures(site, network, left_out=facts.parameters.without_pictures)

    def known(self, node: str, unit: int, tunings: Mapping[str, Tuning], token: CancelToken) -> UnitFacts:
        """What is known of a unit; `tunings` are its node's."""
        pictures = self._facts.pictures(node, unit)
        shared = ((objective, self._facts.shared(node, unit, objective)) for objective in pictures)
        return UnitFacts(
            pictures=pictures,
            shared={objective: one for objective, one in shared if one is not None},
            examples=self._facts.examples(node, unit),
            tunings=tunings,
            weights=self._facts.weights(node, unit, token),
        )

    def write(self, node: str, unit: int, known: UnitFacts, sprites: Mapping[str, Sprite]) -> None:
        """Write everything of a unit; the page comes last, so that it is whole or not there.

        Raises:
            InspectorError: A file cannot be written.
        """
        folder = self._network / folder_name(node) / str(unit)
        for objective, finding in known.pictures.items():
            self._site.write(folder / f"{file_of(objective)}.webp", webp(side_by_side(finding.images)))
        view = self._view(node, unit, known, sprites)
        names = not self._facts.parameters.without_pictures
        self._site.write(folder / "unit.json", as_json(unit_document(view, known, names=names)))
        self._site.write(folder / "index.html", page("unit.html", **self._context(view)))

    def _context(self, view: UnitView) -> dict[str, Any]:
        network = self._facts.network
        return {
            "root": "../../../../",
            "up": UP,
            "view": view,
            "network": network.name,
            "trained": network.trained,
            "licence": self._facts.parameters.licence,
        }

    def _view(self, node: str, unit: int, known: UnitFacts, sprites: Mapping[str, Sprite]) -> UnitView:
        network, mark = self._facts.network, self._facts.mark(node, unit)
        units = network.nodes[node].units
        examples, weights = known.examples, known.weights
        tunings = tuple(tuning_view(one, unit, sprites[family]) for family, one in known.tunings.items())
        return UnitView(
            address=str(Location(network.name, node, unit)),
            node=node,
            unit=unit,
            units=units,
            op=network.nodes[node].op,
            label=mark.label,
            note=mark.note,
            star=mark.star,
            groups=self._facts.groups(node, unit),
            siblings=self._siblings(node, unit, units),
            previous=(unit - 1) % units,
            following=(unit + 1) % units,
            figures=tuple(
                self._figure(objective, one, known.shared.get(objective))
                for objective, one in known.pictures.items()
            ),
            examples=examples_view(examples, self._shown) if examples is not None else None,
            tunings=tunings,
            weights=weights_view(weights, self._tiles, UP) if weights is not None else None,
            made=made_rows(network, known, self._facts.parameters),
            terms=terms(name for one in tunings for name, _ in one.indices),
        )

    def _siblings(self, node: str, unit: int, units: int) -> tuple[tuple[int, Link], ...]:
        first = max(0, min(unit - _SIBLINGS, units - 2 * _SIBLINGS - 1))
        shown = range(first, min(first + 2 * _SIBLINGS + 1, units))
        return tuple((other, self._tiles.link(node, other, UP)) for other in shown)

    def _figure(self, objective: str, finding: Finding, shared: Shared | None) -> Figure:
        if shared is None:
            return figure(objective, finding)
        link = self._tiles.link(shared.origin.node, shared.origin.unit, UP)
        return replace(figure(objective, finding), same=link, why_same=why_same(shared.origin))


def figure(objective: str, finding: Finding) -> Figure:
    """A visualization as its page shows it."""
    height, width = side_by_side(finding.images).shape[:2]
    return Figure(
        objective=objective,
        title=title_of(objective),
        sentence=sentence_of(objective),
        file=f"{file_of(objective)}.webp",
        width=width,
        height=height,
        value=short(finding.value),
        recipe=dict(finding.recipe),
        measured=measure_of(objective),
    )
