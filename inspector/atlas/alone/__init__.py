"""A unit, a node or a group as one HTML file that needs no other: of the same parts as the atlas.

The atlas's writers write into memory, and what a page refers to is put into it: style, pictures as data
addresses. Such a page asks nothing of any network and leads nowhere.
"""
