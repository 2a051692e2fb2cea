"""What can go wrong with a cluster, said to the user."""

from __future__ import annotations

from inspector.network.errors import InspectorError

GONE = "The scheduler is gone; what was done is kept, and the same command goes on from there."


class ClusterError(InspectorError):
    """The cluster cannot be reached, or none of its workers can do the work."""
