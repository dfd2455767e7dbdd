"""What is compared, and on what scale: the comparison's toolbar, each of its choices a control or a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from timeline.comparison.cases import MOST, Case, told
from timeline.dataset import Dataset
from timeline.markup import join, tag
from timeline.query import label, listed, narrowed
from timeline.view import FACETS, View
from timeline.web.marks import link, mark, option, segments, select
from timeline.web.reading import Reading
from timeline.web.toolbar import carried, filters_button, named

PATH = "/compare"
_BY = {"season": "Seasons", "episode": "Episodes", "person": "People"}
_ALIGN = {"share": "Share of span", "years": "True years", "episodes": "Episodes"}
_SHOWS = {"picture": "Picture", "table": "Table", "list": "List"}


def title(dataset: Dataset, view: View, columns: Sequence[Case]) -> str:
    """Return what is compared and of which events alone: "Compare Seasons 1 and 2, Spaceflight"."""
    if not columns:
        return "Compare"
    names = listed([case.short if view.by == "episode" else case.name for case in columns], 4)
    own = view.but(**({"person": ()} if view.by == "person" else {"season": ()}))
    return ", ".join((f"Compare {names}", *narrowed(dataset, own)))


def controls(view: View) -> frozenset[str]:
    """Return the parts of the View that have controls on the page of a comparison."""
    picked = {"season": ("align",), "episode": ("episode",), "person": ()}[view.by]
    return frozenset({*FACETS, "importance", "show", "by", *picked})


def toolbar(reading: Reading, columns: Sequence[Case], shows: str) -> Markup:
    """Return the toolbar: what is compared, the columns one by one, how they are shown."""
    view = reading.view
    clear = link("Clear all", view.cleared(), PATH, class_="clear-all") if view.filtered else None
    first = (
        filters_button(),
        tag("h2", tag("b", title(reading.dataset, view, columns))),
        clear,
        tag("span", class_="space"),
        segments("show", "Show as", _SHOWS, shows if shows in _SHOWS else "picture", "picture"),
    )
    second = (
        named("Compare", segments("by", "Compare", _BY, view.by, "season")),
        _columns(reading.dataset, view, columns),
        tag("span", class_="space"),
        named("Scale", segments("align", "Scale", _ALIGN, view.align, "share"))
        if view.by == "season" and shows == "picture"
        else None,
    )
    in_sight = controls(view) if view.by == "season" and shows == "picture" else controls(view) - {"align"}
    return join(tag("div", first, class_="row"), tag("div", second, class_="row"), carried(view, in_sight))


def _columns(dataset: Dataset, view: View, columns: Sequence[Case]) -> Markup:
    """Return the columns as chips that leave by a click, those that could join, and a choice of more."""
    here = {"season": _seasons, "episode": _episodes, "person": _people}[view.by]
    return tag("span", here(dataset, view, columns), class_="columns-chosen")


def _chip(case: Case, name: str, to: View | None) -> Markup:
    drawn = mark(case.dataset, case.season) if case.by != "person" else None
    if to is None:
        return tag("span", drawn, name, class_="chip chosen")
    return link((drawn, name), to, PATH, class_="chip chosen", title=f"Leave {case.name} out")


def _seasons(dataset: Dataset, view: View, columns: Sequence[Case]) -> Iterator[Markup]:
    """Return a chip for each season there is: strong ones are compared; two at least stay."""
    here = {case.season: case for case in columns}
    for season in told(dataset):
        name = label(dataset, "season", season)
        if season not in here:
            joined = (*here, season)
            all_of_them = () if len(joined) == len(told(dataset)) else joined
            to = view.but(season=all_of_them)
            content = (mark(dataset, season, hollow=True), name)
            yield link(content, to, PATH, class_="chip", title=f"Compare {name} too")
        else:
            rest = tuple(each for each in here if each != season)
            yield _chip(here[season], name, view.but(season=rest) if len(rest) > 1 else None)


def _episodes(dataset: Dataset, view: View, columns: Sequence[Case]) -> Iterator[Markup]:
    """Return the episodes compared, and a choice of those that could join."""
    ids = [case.id for case in columns]
    for case in columns:
        rest = tuple(each for each in ids if each != case.id)
        yield _chip(case, case.short, view.but(episode=rest) if len(rest) > 1 else None)
    yield from (tag("input", type="hidden", name="episode", value=each) for each in ids)
    others = [each for each in dataset.episodes.index if each not in ids]
    if others and len(ids) < MOST:
        names = [(each, f"{each} {dataset.episodes.at[each, 'title']}") for each in others]
        yield _adding("episode", "Add an episode", names)


def _people(dataset: Dataset, view: View, columns: Sequence[Case]) -> Iterator[Markup]:
    """Return the people compared, and a choice of those that could join, most events first."""
    ids = [case.id for case in columns]
    for case in columns:
        rest = tuple(each for each in ids if each != case.id)
        yield _chip(case, case.name, view.but(person=rest) if len(rest) > 1 else None)
    counts = dataset.events["people"].explode().value_counts()
    others = [each for each in counts.index if each in dataset.people.index and each not in ids]
    if not view.person:  # the page chose them: who adds one keeps them
        yield from (tag("input", type="hidden", name="person", value=each) for each in ids)
    if others and len(ids) < MOST:
        yield _adding("person", "Add a person", [(each, label(dataset, "person", each)) for each in others])


def _adding(name: str, says: str, others: Sequence[tuple[str, str]]) -> Markup:
    options = [option("", says, chosen=True), *(option(key, text, chosen=False) for key, text in others)]
    return select(name, says, options, id=f"add-{name}")
