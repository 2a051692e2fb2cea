"""Facets that were trained, kept as JSON files of the workspace."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from inspector.files import replacing
from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization import FeatureParameters
from inspector.lenses.feature_visualization.objectives import Faceted, Objective, parse
from inspector.network.errors import InspectorError
from inspector.saying import say


class Facets:
    """The facets in a workspace's folder."""

    def __init__(self, workspace: Path) -> None:
        self._folder = workspace / "facets"

    def keep(self, facet: Facet) -> Path:
        """Write a facet in place of an older one of its name; returns the file.

        Raises:
            InspectorError: It cannot be written.
        """
        path = self._path(facet.fingerprint, facet.name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InspectorError(
                say("{parent} cannot be made: {reason}.", parent=path.parent, reason=error.strerror or error)
            ) from error
        with replacing(path) as temporary:
            temporary.write_text(json.dumps(facet.to_json(), ensure_ascii=False), "utf-8")
        return path

    def all(self, fingerprint: str) -> tuple[Facet, ...]:
        """The facets of a network, by name."""
        files = sorted(self._folder.glob(f"{fingerprint[:16]}-*.json"))
        return tuple(sorted((self._read(file) for file in files), key=lambda facet: facet.name))

    def find(self, fingerprint: str, name: str) -> Facet:
        """The facet of that name.

        Raises:
            InspectorError: There is none.
        """
        path = self._path(fingerprint, name)
        if not path.is_file():
            there = ", ".join(facet.name for facet in self.all(fingerprint)) or say("none is trained yet")
            raise InspectorError(
                say("There is no facet “{name}” of this network; facets: {there}.", name=name, there=there)
            )
        return self._read(path)

    def given_to(self, parameters: FeatureParameters, fingerprint: str) -> FeatureParameters:
        """The parameters with the facets that their objectives name and that they do not hold yet.

        Raises:
            InspectorError: One of them is not there.
        """
        held = {facet.name for facet in parameters.facets}
        missing = [name for name in names_in(parameters) if name not in held]
        found = tuple(self.find(fingerprint, name) for name in missing)
        return replace(parameters, facets=parameters.facets + found) if found else parameters

    def _path(self, fingerprint: str, name: str) -> Path:
        return self._folder / f"{fingerprint[:16]}-{hashlib.sha256(name.encode()).hexdigest()[:16]}.json"

    def _read(self, path: Path) -> Facet:
        try:
            return Facet.from_json(json.loads(path.read_text("utf-8")))
        except (OSError, ValueError) as error:
            raise InspectorError(say("{path} does not read: {error}.", path=path, error=error)) from error


def names_in(parameters: FeatureParameters) -> tuple[str, ...]:
    """The names of the facets that objectives speak of, each once."""
    read = [parse(text) for text in parameters.objectives]
    ends = [end for one in read for end in ((one,) if isinstance(one, Objective) else one.parts)]
    return tuple(
        dict.fromkeys(term.name for end in ends for _, term in end.terms if isinstance(term, Faceted))
    )
