"""Architectures that no library ships: the Microscope's own, Caffe's, and ResNets for small pictures."""
