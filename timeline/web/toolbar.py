"""Above and below the picture: what is selected, how it is drawn, and what the marks mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup

from timeline import wording
from timeline.dataset import Dataset
from timeline.markup import Content, join, tag
from timeline.query import heading, label
from timeline.view import FACETS, LANES, View
from timeline.web import ids, table
from timeline.web.marks import icon, link, option, segments, select
from timeline.web.reading import Reading, href
from timeline.web.room import Room
from timeline.web.window import moved

_SHOWS = {"picture": "Picture", "list": "List", "table": "Table"}
_SCALES = {"story": "Story", "calendar": "Calendar", "sequence": "Sequence", "season": "Season"}
_ORDERS = {"world": "As it happens", "told": "As told"}
_ANNOUNCED_WORDS = 15


def toolbar(reading: Reading, room: Room) -> Markup:
    """Return what is selected and the controls of how it is shown, in two rows."""
    view = reading.view
    shown = room.show(view)
    listed = shown in ("list", "table")
    # A picture's second row is full beside a card; a list's has room, and a phone's first row has none.
    above = _order(view) if not listed and view.scale == "sequence" else []
    below = [*_order(view), window_fields(reading)] if listed else [*_drawing(view), window_fields(reading)]
    clear = link("Clear all", view.cleared(), class_="clear-all") if view.filtered else None
    space = tag("span", class_="space")
    usual = "" if view.show == room.usual() else room.usual()  # what a reader asked for is not forgotten
    shows = segments("show", "Show as", _SHOWS, room.show(view), usual)
    about = _about(reading.dataset, view)
    first = (filters_button(), _heading(reading, listed=listed), about, clear, space, above, shows)
    second = (below, space, *_as_file(view, shown)) if listed else (below, space, _ours(view))
    return join(
        tag("div", first, class_="row"),
        tag("div", second, class_="row"),
        carried(view, _in_sight(view, listed=listed)),
    )


def _about(dataset: Dataset, view: View) -> Markup | None:
    """Return the way to the page of the one person who is chosen."""
    if len(view.person) != 1:
        return None
    (person,) = view.person
    name = label(dataset, "person", person)
    return link(f"About {name}", view.but(event=""), f"/person/{person}", class_="clear-all")


def _as_file(view: View, shown: str) -> tuple[Content, ...]:
    """Return the selection's file and, of a table, the choice of its columns."""
    file = tag("a", "CSV", href=href(view, "/events.csv"), download=True, class_="button", title="Download")
    if shown != "table":
        return (file,)
    boxes = (
        tag(
            "label",
            tag("input", type="checkbox", checked=True, data_column=field, id=f"column-{field}"),
            name,
        )
        for field, name in table.COLUMNS.items()
    )
    return (
        tag("details", tag("summary", "Columns", class_="button"), tag("div", boxes), class_="columns"),
        file,
    )


def filters_button() -> Markup:
    """Return what opens the filters where they are no column."""
    return tag(
        "button",
        icon("funnel"),
        tag("span", "Filters"),
        type="button",
        class_="button narrow",
        data_opens=ids.FILTERS,
    )


def _heading(reading: Reading, *, listed: bool) -> Markup:
    count, rest = heading(reading.dataset, reading.view)
    if listed:  # a list has no lanes
        rest = rest.removesuffix(f"by {reading.view.lanes}").removesuffix(", ")
    return tag("h2", tag("b", count), " ", tag("span", rest))


def _drawing(view: View) -> list[Markup]:
    lanes = [
        option("" if lane == LANES[0] else lane, wording.LANES[lane], chosen=lane == view.lanes)
        for lane in LANES
    ]
    return [
        named("Scale", segments("scale", "Scale", _SCALES, view.scale, "story")),
        named("Lanes", select("lanes", "Lanes", lanes)),
    ]


def _order(view: View) -> list[Markup]:
    return [named("Order", segments("order", "Order", _ORDERS, view.order, "world"))]


def named(name: str, control: Content) -> Markup:
    """Return a control with its name before it."""
    return tag("span", tag("span", name, class_="name", aria_hidden="true"), control, class_="named")


def _ours(view: View) -> Markup:
    box = tag("input", type="checkbox", name="our", value="1", id="our", checked=view.our)
    return tag("label", box, tag("span", "Our history"), class_="ours")


def window_fields(reading: Reading) -> Markup:
    """Return the window's ends as two fields, and the steps that move or open it without dragging."""
    view = reading.view

    def end(name: str, value: str, says: str) -> Markup:
        return tag(
            "input", type="text", name=name, id=name, value=value, placeholder="year", autocomplete="off",
            aria_label=says, class_="year",
        )  # fmt: skip

    def go(name: str, direction: int) -> Markup:
        target = moved(reading.dataset, view, direction)
        return link(
            icon(name), target, reading.path, class_="button square", title=says[direction],
            aria_label=says[direction],
        )  # fmt: skip

    says = {-1: "Earlier", 1: "Later"}
    steps = [
        go("left", -1),
        go("right", 1),
        link("All", view.but(start="", end=""), reading.path, class_="button", aria_label="All of time"),
    ]
    return tag(
        "span",
        tag("span", "From", class_="name", aria_hidden="true"),
        end("from", view.start, "From year or month"),
        tag("span", "to", class_="name", aria_hidden="true"),
        end("to", view.end, "To year or month"),
        steps if view.start or view.end else None,
        class_="named",
    )


def _in_sight(view: View, *, listed: bool) -> Collection[str]:
    """Return the parts of the View that have controls beside this toolbar and in it."""
    ordered = listed or view.scale == "sequence"
    drawn = () if listed else ("scale", "lanes", "our")
    return {*FACETS, "importance", "start", "end", "show", *(("order",) if ordered else ()), *drawn}


def carried(view: View, in_sight: Collection[str] = ()) -> Markup:
    """Return what a form sends of the View that no control in sight holds; the header holds q and seen."""
    return join(
        tag("input", type="hidden", name=name, value=value)
        for field, name, value in view.pairs()
        if field not in {*in_sight, "q", "seen"}
    )


def announcement(reading: Reading) -> Markup:
    """Return what a screen reader hears after a change, at most 15 words."""
    words = ": ".join(heading(reading.dataset, reading.view)).split()
    if len(words) <= _ANNOUNCED_WORDS:
        return join(" ".join(words))
    return join(" ".join(words[: _ANNOUNCED_WORDS - 1]).rstrip(","), " …")


def notices(texts: Iterable[str]) -> Markup:
    """Return what was not understood, in sight until it is dismissed."""
    lines = [tag("p", text[:1].upper() + text[1:] + ".") for text in texts]
    if not lines:
        return Markup()
    close = tag(
        "button", icon("close"), type="button", class_="shut", aria_label="Dismiss", data_dismisses="notice"
    )
    return tag("div", tag("div", lines), close, class_="notice", role="status")


def key(reading: Reading, *, drawn: bool) -> Markup:
    """Return the key to the marks and, under a picture, the sentence about its scale."""
    view = reading.view
    scale = wording.SCALE["told" if view.scale == "sequence" and view.order == "told" else view.scale]
    return join(
        tag("span", icon("sizes"), "importance"),
        tag("span", icon("spanned"), "within a span") if drawn else None,
        tag("span", icon("ring"), "approximate"),
        tag("span", scale.partition(";")[0].rstrip("."), class_="scale") if drawn else None,
    )
