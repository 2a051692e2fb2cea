"""The demonstration network's world: generated pictures, and the script that trains the network on them."""
