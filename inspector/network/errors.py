"""Errors of the whole program that a user can understand and mend."""

from __future__ import annotations


class InspectorError(Exception):
    """Something that the user asked for cannot be done; the text is one clear sentence for the user."""


class OpenError(InspectorError):
    """A network could not be opened."""


class InputError(OpenError):
    """A network does not run on the input that it was given: it may need one of another size."""


class AddressError(InspectorError):
    """A location's text does not parse, or names a node or unit that the network does not have."""
