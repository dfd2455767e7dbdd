"""The pages of a site that hold no picture to zoom: its front, and one for each event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from timeline.card import Card, Step, card
from timeline.dataset import Dataset
from timeline.export.order import Order
from timeline.markup import Content, join, tag
from timeline.query import label, select

_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'"
_STYLE = """@font-face{{font-family:Inter;font-weight:400 700;font-display:swap;
 src:url({face}) format("woff2")}}
:root{{color-scheme:{name}}}
*{{box-sizing:border-box}}
body{{margin:0 auto;max-width:76rem;padding:0 16px 48px;background:{ground};color:{text};
 font:16px/1.55 Inter,system-ui,sans-serif}}
nav{{display:flex;flex-wrap:wrap;gap:4px 16px;padding:12px 0;border-bottom:1px solid {line};font-size:14px}}
a{{color:inherit;text-underline-offset:3px;text-decoration-color:{muted}}}
:focus-visible{{outline:2px solid {text};outline-offset:2px}}
h1{{font-size:28px;line-height:1.2;margin:32px 0 8px}}
h2{{font-size:18px;margin:32px 0 8px}}
.quiet,time,footer{{color:{muted}}}
footer{{margin-top:48px;border-top:1px solid {line};padding-top:12px;font-size:14px}}
article{{max-width:42rem}}
img{{width:100%;height:auto;border:1px solid {line};border-radius:8px}}
.pictures{{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(22rem,100%),1fr));gap:24px;
 padding:0;list-style:none}}
.pictures p{{margin:4px 0;font-size:14px}}
ol{{padding-left:0;list-style:none}}
li{{padding:3px 0}}
.steps{{display:flex;justify-content:space-between;gap:24px;border:0;margin-top:32px}}
"""


def style(ground: Mapping[str, str], face: str) -> str:
    """Return the sheet of a ground; `face` is where the letters are."""
    return _STYLE.format(face=face, **ground)


def nav(dataset: Dataset, pictures: Sequence[tuple[str, str]]) -> Callable[[str], Markup]:
    """Return what writes the way around, for pages from which the folder's top is `up` away."""

    def written(up: str) -> Markup:
        links = [tag("a", dataset.title, href=f"{up}index.html")]
        named = [(leaf, leaf.replace("-", " ").capitalize()) for leaf, _ in pictures]
        links += [tag("a", words, href=f"{up}{leaf}.html") for leaf, words in named]
        return tag("nav", links, aria_label="Pages")

    return written


def index(order: Order, pictures: Sequence[tuple[str, Order]], way: Markup, gate: str) -> Markup:
    """Return the front: what there is, the pictures, the data, all events."""
    dataset = order.dataset
    data = tag(
        "p", "The data: ", tag("a", "CSV", href="events.csv"), ", ", tag("a", "JSON", href="events.json"), "."
    )
    body = [
        tag("h1", dataset.title),
        tag("p", dataset.description),
        tag("p", gate, class_="quiet"),
        tag("ul", (_shown(leaf, each) for leaf, each in pictures), class_="pictures"),
        data,
        *_events(order),
    ]
    return _page(order, dataset.title, dataset.description, way, body, gate, up="")


def _shown(leaf: str, order: Order) -> Markup:
    """Return a picture, small, as the way to its page."""
    width, height = order.size
    still = tag("img", src=f"{leaf}.svg", alt=order.alt, loading="lazy", width=width, height=height)
    words = tag("p", tag("a", order.title, href=f"{leaf}.html"), " ", tag("a", "SVG", href=f"{leaf}.svg"))
    return tag("li", tag("a", still, href=f"{leaf}.html", tabindex="-1", aria_hidden="true"), words)


def _events(order: Order) -> Iterator[Markup]:
    """Yield the selected events under their seasons, each a link to its page."""
    events = select(order.dataset, order.view.but(order="world"))
    for season, rows in events.groupby("season"):
        yield tag("h2", label(order.dataset, "season", int(season)))
        fields = rows[["id", "headline", "words"]].itertuples(index=False, name=None)
        yield tag(
            "ol",
            (
                tag("li", tag("time", words), " ", tag("a", headline, href=f"events/{event}.html"))
                for event, headline, words in fields
            ),
        )


def event(order: Order, name: str, way: Markup, gate: str) -> Markup:
    """Return the page of an event; its neighbours are those of all that the site tells."""
    shown = card(order.dataset, name, order.view.cleared())
    story = tag("article", _story(shown), tag("nav", _around(shown), class_="steps", aria_label="Neighbours"))
    return _page(
        order, f"{shown.headline} - {order.dataset.title}", shown.summary, way, [story], gate, up="../"
    )


def _story(shown: Card) -> Iterator[Content]:
    yield tag("h1", shown.headline)
    yield tag("p", tag("b", shown.when), ". ", shown.known, ". ", shown.telling, ".", class_="quiet")
    yield tag("p", shown.summary)
    if shown.ours:
        when = f"{shown.ours.when}: " if shown.ours.text else ""
        yield from (tag("h2", "Our history"), tag("p", shown.ours.sentence), tag("p", when, shown.ours.text))
    yield _named(
        "People", (f"{chip.text}, {chip.aside}" if chip.aside else chip.text for chip in shown.people)
    )
    yield _named("Places and organisations", (chip.text for chip in (*shown.places, *shown.organisations)))
    yield _steps("Follows from", shown.causes)
    yield _steps("Leads to", shown.effects)
    yield tag("h2", "Sources")
    for source in shown.sources:
        named = tag("a", source.title, href=source.url, rel="noopener") if source.url else source.title
        yield tag("p", named, f", {source.publisher}" if source.publisher != source.title else None)


def _named(head: str, names: Iterable[str]) -> Content:
    said = list(names)
    return [tag("h2", head), tag("p", " · ".join(said))] if said else None


def _steps(head: str, steps: Sequence[Step]) -> Content:
    return [tag("h2", head), tag("ol", (tag("li", _step(each)) for each in steps))] if steps else None


def _step(each: Step) -> Markup:
    return join(tag("a", each.text, href=f"{each.event}.html"), " ", tag("time", each.when))


def _around(shown: Card) -> Iterator[Content]:
    for head, each in (("Before: ", shown.before), ("After: ", shown.after)):
        yield tag("span", head, _step(each)) if each else tag("span")


def _page(
    order: Order, title: str, description: str, way: Markup, body: Sequence[Content], gate: str, *, up: str
) -> Markup:
    """Return a document around its body."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="description", content=description),
        tag("title", title),
        tag("link", rel="stylesheet", href=f"{up}site.css"),
    )
    foot = tag("footer", f"{gate} {order.source}")
    written = tag("html", head, tag("body", way, tag("main", body), foot), lang="en")
    return Markup("<!DOCTYPE html>\n") + written
