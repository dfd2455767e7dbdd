"""The id of every component and every place on the page that a callback or the browser's script names."""

from __future__ import annotations

ADDRESS = "address"
"""The address bar (dcc.Location): the View's one home."""
BROWSER = "browser"
"""What the browser reports: {"width", "height", "dark"}. Nothing of the View."""
FORM = "form"
"""What the controls together ask for when one of them changes: {"query", "turn"}, and with "season" the one
up to which a reader looks for his episode."""
MEMORY = "memory"
"""How far the reader has watched, as the browser remembers it: {"set", "seen"}."""
PARTS = "parts"
"""An answer's HTML, on its way to the places below."""
PICTURE = "picture"
SECOND = "second"
"""A page's second picture, below its text."""

PAGE = "page"
HEADER = "header"
GATE = "gate"
ASKED = "asked"
FILTERS = "filters"
MAIN = "main"
TOOLBAR = "toolbar"
NOTICES = "notices"
STAGE = "stage"
ABOVE = "above"
"""What stands above a page's picture and scrolls with it."""
STRIP = "strip"
LISTING = "listing"
EMPTY = "empty"
BODY = "body"
TABLE = "table"
"""Where the table's component is put once its script has come."""
KEY = "key"
CARD = "card"
STATUS = "status"
HELP = "help"
SHARE = "share"
"""The share menu: what its script fills when it is asked for, and what it says of a copy."""
OFFERED = "offered"
COPIED = "copied"

PLACES = (
    HEADER,
    GATE,
    ASKED,
    FILTERS,
    TOOLBAR,
    NOTICES,
    ABOVE,
    STRIP,
    LISTING,
    EMPTY,
    BODY,
    KEY,
    CARD,
    STATUS,
    HELP,
)
"""The places that an answer fills with HTML."""
