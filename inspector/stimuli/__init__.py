"""Synthetic pictures in parametric families over named axes; one file per group of families."""
