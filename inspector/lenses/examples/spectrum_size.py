"""How many bins histogram and quilt have. Free of torch."""

BINS = 96
STEP = 4
"""Bins of the histogram in one range of the quilt; a power of two."""
SLOTS = BINS // STEP + 1
