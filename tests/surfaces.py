"""Every surface that says something of a data set, as what it says to a reader who has watched so far.

Each is a name and a question, to be asked by whoever wants to hear the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.asking import PAGES, PHONE
from tests.crawling import carried, joined, lettered, plain, said, without_axis
from tests.sets import MANKIND
from timeline import gate
from timeline.dataset import Dataset
from timeline.gallery import PICTURES
from timeline.schema import TABLES
from timeline.web import cards, facets, guide, header, tallies
from timeline.web.reading import read

HIDDEN = "margo-alive-in-2003"
"""An event that an episode of season 3 tells."""
DRAWN = ("", "lanes=person&our=1", "scale=season&lanes=decade", "scale=calendar&order=told", "show=table")
"""Queries whose pages show every kind of lane, scale and axis."""
COMPARED = ("", "align=years&show=picture", "by=episode", "by=person", "show=table")
"""Queries whose comparisons have every kind of column and row."""
TOLD_TWICE = ("", "view=distance", "view=lead", "view=butterflies", "view=world")
"""Queries of two histories, one for each of their pictures."""
_HEAPS = 12
"""Parts into which all cards are put, since they are so many."""

_PEOPLE = 9

Surface = tuple[str, Callable[[], str]]
Surfaces = Callable[[Dataset, str], Iterator[Surface]]


def memory(seen: str, whole: Dataset = MANKIND) -> dict[str, str]:
    """Return what a browser remembers of its reader."""
    return {"set": whole.name, "seen": seen}


def light(whole: Dataset, seen: str) -> Iterator[Surface]:
    """Yield what can be had without a page: tables, files, filters, an episode's own cards, help."""
    known, client, reading = gate.known(whole, seen), PAGES[whole.name].client, read(whole, f"seen={seen}")
    for name in TABLES:
        yield f"table {name}", lambda name=name: _cells(known, name)  # type: ignore[misc]
    yield "csv", lambda: client.get(f"/events.csv?seen={seen}").text
    yield "json", lambda: said(client.get(f"/events.json?seen={seen}").get_data())
    yield "embed", lambda: plain(client.get(f"/embed/timeline?controls=1&seen={seen}").text)
    yield "share", lambda: plain(client.get(f"/share?seen={seen}").text)
    yield "facets", lambda: joined([facets.facets(known, reading.view, "/")])
    yield "help", lambda: joined([guide.guide(known, reading.view), header.questions(known, reading.view)])
    yield "histories", lambda: joined([tallies.above(reading), tallies.numbers(reading, unfolded=True)])
    new = known.events["id"][known.events["episode"] == seen]
    yield "cards", lambda: joined(_cards(whole, seen, list(new)))


def heavy(whole: Dataset, seen: str) -> Iterator[Surface]:
    """Yield whole pages on a desk and a phone, pictures, documents and all cards."""
    yield from _pages(whole, seen)
    client, known = PAGES[whole.name].client, gate.known(whole, seen)
    for name in PICTURES:
        yield f"embed {name}", lambda name=name: plain(client.get(f"/embed/{name}?seen={seen}").text)  # type: ignore[misc]
        yield f"picture {name}", lambda name=name: _figure(whole, seen, name)  # type: ignore[misc]
        yield f"svg {name}", lambda name=name: _svg(whole, seen, name)  # type: ignore[misc]
    yield "html", lambda: carried(client.get(f"/chart/timeline.html?seen={seen}&our=1").text)
    yield "measures", lambda: client.get(f"/compare.md?seen={seen}").text
    yield "oembed", lambda: said(client.get(f"/oembed?url=http://localhost/?seen={seen}").get_data())
    yield "document", lambda: plain(client.get(f"/?seen={seen}").text).replace("/2000/svg", "")
    yield "health", lambda: client.get("/health").text
    events = list(known.events["id"])
    for heap in range(_HEAPS):
        yield f"cards {heap}", lambda heap=heap: joined(_cards(whole, seen, events[heap::_HEAPS]))  # type: ignore[misc]


def _pages(whole: Dataset, seen: str) -> Iterator[Surface]:
    def page(path: str, query: str = "", **holds: Any) -> Surface:
        return f"{path}?{query}", lambda: said(_answer(whole, seen, path, query, **holds))

    yield from (page("/", query) for query in DRAWN)
    yield "phone", page("/", report=PHONE)[1]
    yield from (page("/compare", query) for query in COMPARED)
    for query in TOLD_TWICE:
        name, _ = page("/histories", query)
        yield name, lambda query=query: said(without_axis(_answer(whole, seen, "/histories", query)))  # type: ignore[misc]
    people = gate.known(whole, seen).people.index
    some = (people[len(people) * part // _PEOPLE] for part in range(_PEOPLE))
    yield from (page(path) for path in ("/now", *(f"/person/{each}" for each in some)))
    # But for what a reader typed.
    missing = page("/person/x", f"event={HIDDEN}")[1]
    yield "missing", lambda: missing().replace(HIDDEN, "")


def _answer(whole: Dataset, seen: str, path: str, query: str, **holds: Any) -> dict[str, Any]:
    holds |= {"path": path, "search": f"?{query}", "memory": memory(seen, whole)}
    return PAGES[whole.name].shows("address.search", **holds)


def _figure(whole: Dataset, seen: str, name: str) -> str:
    figure = PAGES[whole.name].client.get(f"/chart/{name}.json?our=1&seen={seen}").get_json()
    return said(without_axis(figure) if name == "histories" else figure)


def _svg(whole: Dataset, seen: str, name: str) -> str:
    svg = PAGES[whole.name].client.get(f"/chart/{name}.svg?our=1&seen={seen}").text
    return lettered(svg, axis=name != "histories")


def _cells(known: Dataset, name: str) -> str:
    cells = getattr(known, name).reset_index().astype(object).to_numpy().ravel()
    said = (" ; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell) for cell in cells)
    return plain("\n".join(said))


def _cards(whole: Dataset, seen: str, events: list[str]) -> Iterator[str]:
    reading = read(whole, f"seen={seen}")
    for event in events:
        yield str(cards.panel(read(whole, f"{reading.view.to_query()}&event={event}")))
