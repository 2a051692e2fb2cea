"""How what stands on a unit's page was made, in rows for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.atlas.unit_tuning import response_of

if TYPE_CHECKING:
    from inspector.atlas.request import AtlasParameters
    from inspector.atlas.unit_page import UnitFacts
    from inspector.network.network import Network
    from inspector.workspace.finding import Finding


def made_rows(network: Network, known: UnitFacts, parameters: AtlasParameters) -> tuple[tuple[str, str], ...]:
    """(what, how) of network, visualizations, tuning and scan; nothing that changes from run to run."""
    rows = [
        ("Network", f"{network.architecture}, fingerprint {network.fingerprint[:16]}"),
        ("Input", " × ".join(map(str, network.input_shape))),
    ]
    first = next(iter(known.pictures.values()), None)
    if first is not None:
        rows += _visualization(first)
    tuning = next(iter(known.tunings.values()), None)
    if tuning is not None:
        rows.append(("Tuning", f"read at {tuning.recorded}; {response_of(tuning)}"))
    if known.examples is not None:
        title = "a data set that is not shown" if parameters.without_pictures else known.examples.title
        rows.append(("Examples", f"{known.examples.pictures:,} pictures: {title}"))
    return tuple(rows)


def _visualization(finding: Finding) -> list[tuple[str, str]]:
    made = finding.recipe["parameters"]
    size = f"{finding.images.shape[2]} × {finding.images.shape[1]} px"
    text = f"recipe {made['recipe']}, {made['steps']} steps, {size}, seed {made['seed']}"
    versions = ", ".join(
        f"{name} {value}" for name, value in dict(finding.recipe.get("versions", {})).items()
    )
    return [("Visualizations", text), *([("Versions", versions)] if versions else [])]
