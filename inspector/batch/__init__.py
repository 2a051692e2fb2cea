"""Many results at once: what is asked for as pieces that are whole in themselves, run here or on a cluster.

Free of torch until a piece is worked on, and of Qt always.
"""
