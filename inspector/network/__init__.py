"""What is looked into: networks, their nodes, addresses, opening and preprocessing."""
