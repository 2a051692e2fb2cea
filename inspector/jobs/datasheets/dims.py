"""What the dimensions of the arrays are that lenses return, by the class of the result and its field."""

from __future__ import annotations

from typing import Final

_PICTURE: Final = ("row", "column", "channel")

DIMS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "Activations": {
        "view": _PICTURE,
        "maps": ("unit", "y", "x"),
        "peaks": ("unit",),
        "apart": ("unit", "token"),
    },
    "Ablation": {
        "classes": ("class",),
        "labels": ("class",),
        "before": ("class",),
        "changes": ("unit", "class"),
        "winners": ("unit",),
    },
    "Attack": {
        "places": ("copy", "place"),
        "before": _PICTURE,
        "after": _PICTURE,
        "peaks_before": ("unit",),
        "peaks_after": ("unit",),
    },
    "Attribution": {
        "view": _PICTURE,
        "heat": ("y", "x"),
        "units": ("unit",),
        "activations": ("unit", "y", "x"),
        "maps": ("unit", "y", "x"),
    },
    "Groups": {
        "spatial": ("group", "y", "x"),
        "channels": ("group", "unit"),
        "effects": ("group", "class"),
        "classes": ("class",),
        "labels": ("class",),
    },
    "CircuitEdge": {"source": ("=node,unit",), "target": ("=node,unit",), "kernel": ("y", "x")},
    "Weights": {"counts": ("side",)},
    "Connection": {"kernel": ("y", "x")},
    "Matching": dict.fromkeys(
        ("partners", "correlations", "best_nodes", "best_units", "best", "depths"), ("unit",)
    ),
    "Comparison": {
        "cka": ("first node", "second node"),
        "pictures": ("picture",),
        "skipped": ("skipped",),
    },
    "DepthProfile": {
        "nodes": ("node",),
        "depths": ("node",),
        "quartiles": ("node", "quartile"),
        "best": ("node",),
    },
    "TimeLine": {
        "names": ("checkpoint",),
        "nodes": ("node",),
        "cka": ("checkpoint", "node"),
        "correlations": ("checkpoint", "node"),
    },
    "Effects": {
        "attribution": ("unit",),
        "order": ("rank",),
        "confirmed": ("confirmed",),
        "drops": ("confirmed", "picture"),
        "means": ("confirmed",),
        "intervals": ("confirmed", "end"),
    },
    "UnitExamples": {
        "map_shape": ("side",),
        "edges": ("edge",),
        "counts": ("bin",),
        "class_names": ("class",),
        "class_counts": ("class",),
        "class_means": ("class",),
        "class_order": ("rank",),
        "quantiles": ("quantile", "part"),
        "correlated": ("correlated", "part"),
        "opposed": ("opposed", "part"),
    },
    "ClassShares": {
        "names": ("shown class",),
        "shares": ("shown class", "bin"),
        "weighted": ("shown class", "bin"),
    },
    "Example": {"box": ("corner",), "thumbnail": _PICTURE},
    "KernelWall": {
        "order": ("rank",),
        "rgb": ("unit", *_PICTURE),
        "signed": ("unit", "factor", "y", "x"),
        "positions": ("unit", "y", "x"),
        "points": ("unit", "component"),
        "group": ("unit",),
        "groups": ("group",),
        "errors": ("factorisation",),
        "singular": ("component",),
    },
    "BranchStatistics": {"size": ("=height,width",)},
    "Kernels": {"kernels": ("unit", *_PICTURE)},
    "FamilyWeights": {
        "units": ("unit",),
        "sources": ("source",),
        "kernels": ("unit", "source", "y", "x"),
        "values": ("unit",),
        "source_values": ("source",),
    },
    "Expanded": {"colours": _PICTURE},
    "ZeroShot": {
        "prompts": ("prompt",),
        "templates": ("template",),
        "cosines": ("prompt",),
        "probabilities": ("prompt",),
    },
    "WordResponses": {
        "words": ("word",),
        "responses": ("word", "unit"),
        "blank": ("unit",),
        "views": ("word", *_PICTURE),
    },
    "NearestWords": {"words": ("word",), "cosines": ("word", "unit"), "picture": ("word",)},
    "Stroop": {
        "words": ("word",),
        "inks": ("ink",),
        "by_ink": ("word", "ink", "asked ink"),
        "by_word": ("word", "ink", "asked word"),
        "views": ("word", "ink", *_PICTURE),
    },
    "Live": {"stimulus": _PICTURE, "responses": ("unit",), "baselines": ("unit",)},
    "Feature": {
        "locations": ("picture",),
        "objectives": ("picture",),
        "images": ("picture", *_PICTURE),
        "values": ("picture",),
        "course": ("picture", "step"),
        "moved": ("picture",),
        "alpha": ("picture", "row", "column"),
    },
    "BlindResults": {
        "classes": ("label",),
        **dict.fromkeys(("low", "high", "places", "skipped", "density"), ("range",)),
        **dict.fromkeys(
            ("labelled", "shares", "share_low", "share_high", "density_by", "weighted"), ("label", "range")
        ),
    },
    "ResponseChange": {
        "names": ("picture",),
        "views": ("picture", *_PICTURE),
        "before": ("picture",),
        "after": ("picture",),
    },
    "AccuracyChange": {"interval": ("end",), "interval_top5": ("end",), "skipped": ("skipped",)},
}
"""Dimensions by class and field; "=a,b" splits a pair into two columns."""
UNITS: Final = {"seconds": "s", "depths": "share of the depth", "share": "share", "probability": "share"}
"""Units of fields that have one."""
LEFT_OUT: Final = frozenset(
    {("Feature", "checkpoint"), ("Feature", "parameters"), ("UnitExamples", "quilt"), ("Comparison", "first")}
    | {("Comparison", "second")}
)
"""What has a form of its own; see `special`."""
