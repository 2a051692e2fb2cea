"""Windows beside the main one: opening a network, preprocessing."""
