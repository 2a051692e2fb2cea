"""The graph of a network as a drawing: blocks that fold, where everything stands, and files of it.

Plain Python on the nodes that tracing has found: no torch and no Qt, so that the window, the worker and the
command line draw the same graph.
"""
