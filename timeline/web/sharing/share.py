"""What may be taken of a view: its link, each of its pictures as text to paste, as a frame and as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from timeline import gate
from timeline.dataset import Dataset
from timeline.gallery import alt
from timeline.markup import tag
from timeline.view import View
from timeline.web.reading import Reading, href
from timeline.web.sharing import frame, oembed
from timeline.web.sharing.frame import Frame

PASTED = {"width": 1200, "height": 675}
"""Px of the picture in a text that is pasted elsewhere."""
_SLIDE = {"width": 1600, "height": 900}
_FRAME = 600
"""Px of a frame's height that serves every picture: it fills what it is given."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away: what it is called in the menu, what is said of it, and its address."""

    name: str
    about: str
    address: str


@dataclass(frozen=True, slots=True)
class Taken:
    """One picture: its words for who cannot see it, texts to paste, and its files; `image` is a PNG or ""."""

    name: str
    alt: str
    markdown: str
    html: str
    embed: str
    image: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """All that a view has to share. `gate` says how far it tells; `script` fits a frame's height."""

    gate: str
    link: str
    script: str
    pictures: tuple[Taken, ...]
    prints: bool


def share(whole: Dataset, reading: Reading, home: str, *, prints: bool) -> Share:
    """Return what a reader may take of what he looks at; every address says how far he has watched.

    home: the site's own address, without a slash at its end. prints: whether the server can make PNG, PDF
    and slides.
    """
    view = sent(whole, reading.view)
    link = home + href(view, reading.path)
    drawn = frame.pictures_of(reading.path)
    frames = (
        Frame(each, Reading(reading.dataset, view.but(show="auto", story=""), asked=view.seen))
        for each in drawn
    )
    return Share(
        told(whole, view),
        link,
        str(tag("script", src=f"{home}/embed.js", **{"async": True})),
        tuple(_taken(shown, oembed.titled(whole, shown), home, link, prints=prints) for shown in frames),
        prints,
    )


def sent(whole: Dataset, view: View) -> View:
    """Return a View as it is sent on: with its gate said, and without what only its reader asked for."""
    seen = (view.seen or gate.NOTHING) if gate.asks(whole) else ""
    return view.but(seen=seen, hidden=False, present=False)


def told(whole: Dataset, view: View) -> str:
    """Say how far what is shared tells; nothing of a data set without episodes."""
    if not gate.asks(whole):
        return ""
    return gate.words(view.seen) or "Shows everything."


def _taken(shown: Frame, title: str, home: str, link: str, *, prints: bool) -> Taken:
    """Return one picture."""
    words = alt(shown.reading.dataset, shown.reading.view, shown.picture)
    image = home + shown.file("png" if prints else "svg", **PASTED)
    return Taken(
        shown.picture.name,
        words,
        f"[![{_plain(words)}]({_bare(image)})]({_bare(link)})",
        str(tag("a", tag("img", src=image, alt=words, **PASTED), href=link)),
        str(oembed.code(shown, home, title, "100%", _FRAME)),
        shown.file("png", **_SLIDE) if prints else "",
        tuple(_files(shown, prints=prints)),
    )


def _files(shown: Frame, *, prints: bool) -> Iterator[File]:
    """Yield the files; those that the server cannot print are not offered."""

    def file(name: str, about: str, ending: str, **more: object) -> File:
        return File(name, about, shown.file(ending, **more, download=1))

    view = shown.reading.view
    if prints:
        yield file("PNG", "1600 × 900", "png", **_SLIDE, density=1)
        yield file("PNG", "3200 × 1800", "png", **_SLIDE, density=2)
        yield file("PNG", "1920 × 1080", "png", width=1920, height=1080, density=1)
        yield file("PNG", "1200 × 630", "png", width=1200, height=630, density=1)
    yield file("SVG", "sharp at any size", "svg", **_SLIDE)
    if prints:
        yield file("PDF", "one page", "pdf", **_SLIDE)
        yield file("PPTX", "one slide", "pptx")
        yield file("PPTX", "a slide a season", "pptx", slides=1)
    yield file("HTML", "one file, works offline", "html")
    yield File("CSV", "the events", href(view, "/events.csv"))
    yield File("JSON", "the events", href(view, "/events.json"))


def _plain(text: str) -> str:
    """Return a text that Markdown takes for nothing but text."""
    return "".join(f"\\{letter}" if letter in "\\[]*_`<" else letter for letter in text)


def _bare(address: str) -> str:
    """Return an address that ends where Markdown's brackets say it does."""
    return quote(address, safe="/:?&=,%+#@;~!$'*-._")
