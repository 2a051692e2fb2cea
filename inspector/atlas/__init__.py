"""The atlas: what the workspace knows of a network as a static site, to be browsed without the program.

`request` says what is wanted, `facts` gathers it unit by unit, the writers (`site`, `network_page`,
`node_page`, `unit_page`) turn it into files. A file is written whole and only where it changes, so an
atlas that was interrupted goes on, and one that is made again is the same, byte for byte.
"""
