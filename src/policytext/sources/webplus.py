"""WebPlus (苏迪) of universities: the text stands in ``.wp_articlecontent``."""

from policytext.rules import Source

SOURCE = Source(
    key="webplus",
    markup=(".wp_articlecontent",),
    body=(".wp_articlecontent",),
)
