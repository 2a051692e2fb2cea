"""How networks are read: run to a node and stop, record, reduce, cancel."""
