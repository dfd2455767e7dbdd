"""From what a reader did to what it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from timeline import gate
from timeline.dataset import Dataset
from timeline.figures.timeline import dragged
from timeline.web import ids
from timeline.web.pages import find
from timeline.web.reading import Reading, read
from timeline.web.room import Room
from timeline.web.telling import retold


@dataclass(frozen=True, slots=True)
class Act:
    """What the page holds when the callback runs, and which of it just changed (`fired`: ids of components).

    path, search: the address's page and query. form: the query that all controls together mean. click, drag:
    of the picture; click_second: of the page's second one. memory: how far the reader has watched, as the
    browser remembers it.
    """

    path: str
    search: str
    form: Mapping[str, Any] | None
    click: Mapping[str, Any] | None
    click_second: Mapping[str, Any] | None
    drag: Mapping[str, Any] | None
    memory: Mapping[str, Any] | None
    fired: frozenset[str]

    def reads(self, whole: Dataset, query: str, path: str = "/") -> Reading:
        """Read a query as the reader of this browser may."""
        memory = self.memory or {}
        seen = gate.understood(whole, memory.get("seen")) if memory.get("set") == whole.name else ""
        return read(whole, query, path, remembered=seen)


def asked(whole: Dataset, act: Act, room: Room) -> Reading:
    """Return what the reader asks for now: the address, unless a control or the picture just spoke."""
    if ids.ADDRESS in act.fired:
        return act.reads(whole, act.search, act.path)
    if ids.FORM in act.fired and act.form:
        return _controlled(whole, act, act.form)
    if not act.fired.isdisjoint((ids.PICTURE, ids.SECOND)):
        return _pointed(whole, act, room)
    now = act.reads(whole, act.search, act.path)
    # A question that opens changes the picture's room: that the browser says so does not close it again.
    form = act.form or {}
    same = form.get("season") and act.reads(whole, str(form.get("query", ""))).view == now.view
    return replace(now, season=_season(form)) if same else now


def _season(form: Mapping[str, Any]) -> int:
    """Return the season up to which a reader looks for his episode, 0 for none."""
    season = form.get("season")
    return season if isinstance(season, int) else 0


def _controlled(whole: Dataset, act: Act, form: Mapping[str, Any]) -> Reading:
    """Return what the controls mean; who searches where nothing is narrowed wants the timeline."""
    query, problems = retold(str(form.get("query", "")))
    asks = act.reads(whole, query, act.path)
    asks = replace(asks, season=_season(form), notices=(*problems, *asks.notices))
    page = find(asks)
    searches = asks.view.q and asks.view.q != act.reads(whole, act.search).view.q
    return replace(asks, path="/") if searches and not (page and page.filtered) else asks


def _pointed(whole: Dataset, act: Act, room: Room) -> Reading:
    """Return what a click on a mark, or a drag along the timeline's picture, means."""
    now = act.reads(whole, act.search, act.path)
    # Whoever clicks on a slide wants the next one.
    target = "" if now.view.present else _target(act.click or act.click_second or {})
    if target.startswith(("?", "/")):
        path, _, query = target.partition("?")
        page = find(now)
        return act.reads(whole, query, path or (act.path if page and page.filtered else "/"))
    if target in now.dataset.event_rows:
        return replace(now, view=now.view.but(event=target))
    if act.path != "/" or now.view.present:
        return now
    if "xaxis.range" in (
        act.drag or {}
    ):  # a double click resets the axis as a whole, a drag moves its two ends
        return replace(now, view=now.view.but(start="", end=""))
    if ends := _ends(act.drag or {}):
        return replace(now, view=dragged(now.dataset, now.view, _width(now, room), *ends))
    return now


def _width(now: Reading, room: Room) -> int:
    """Return how wide the timeline's picture is, in px."""
    return room.picture(now.view, beside=room.beside)[0]


def _target(click: Mapping[str, Any]) -> str:
    """Return the id of the mark that was clicked, or nothing."""
    points = click.get("points") or [{}]
    return str(points[0].get("id") or "")


def _ends(drag: Mapping[str, Any]) -> tuple[float, float] | None:
    """Return the two px between which the reader dragged."""
    first, last = drag.get("xaxis.range[0]"), drag.get("xaxis.range[1]")
    return (first, last) if isinstance(first, int | float) and isinstance(last, int | float) else None
