"""The share menu as HTML: what works everywhere first, then link, frame and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from timeline.markup import Content, join, tag
from timeline.web import ids
from timeline.web.marks import icon
from timeline.web.sharing.share import File, Share, Taken

_PASTE = "For posts, forums and documents: the picture, its words and the link in one."
_FRAME = "A live picture in your own page. The script below it is optional: it fits the frame’s height."
_UNPRINTED = "PNG, PDF and slides are not to be had from this server: they need a browser, and it has none."


def menu(shared: Share) -> Markup:
    """Return the inside of the dialog."""
    close = tag(
        "button", icon("close"), type="button", class_="button square", data_closes=ids.SHARE,
        aria_label="Close",
    )  # fmt: skip
    title = tag("h2", "Share", id="share-title")
    return join(
        tag("div", title, close, class_="dialog-head"),
        tag("p", tag("b", shared.gate), " ", _asked(shared), class_="told") if shared.gate else None,
        _choice(shared.pictures),
        _pasted(shared),
        _part("Link", None, _field("link", "Address", shared.link)),
        _framed(shared),
        _taken(shared),
    )


def _asked(shared: Share) -> str:
    if not shared.pictures:
        return "A reader of the link who has not watched that far is asked first."
    return (
        "Picture and frame show it to everybody; a reader of the link who has not watched that far is asked."
    )


def _choice(pictures: tuple[Taken, ...]) -> Markup | None:
    """Return the choice of a picture where a page has several."""
    if len(pictures) < 2:
        return None
    radios = (
        tag(
            "label",
            tag("input", type="radio", name="share-picture", value=each.name, checked=each is pictures[0]),
            tag("span", each.name.capitalize()),
        )
        for each in pictures
    )
    return tag("div", radios, class_="segments", role="radiogroup", aria_label="Picture")


def _each(shared: Share, inside: Iterable[Markup]) -> Iterator[Markup]:
    """Yield what there is of each picture; the first is in sight."""
    for number, (picture, content) in enumerate(zip(shared.pictures, inside, strict=True)):
        yield tag("div", content, data_picture=picture.name, hidden=number > 0)


def _pasted(shared: Share) -> Markup | None:
    if not shared.pictures:
        return None
    fields = (
        join(
            _field(f"markdown-{each.name}", "Markdown", each.markdown),
            _field(f"html-{each.name}", "HTML", each.html),
            _field(f"alt-{each.name}", "Description (alt text)", each.alt, rows=3),
        )
        for each in shared.pictures
    )
    return _part("Picture with link and words", _PASTE, _each(shared, fields))


def _framed(shared: Share) -> Markup | None:
    if not shared.pictures:
        return None
    fields = (_field(f"embed-{each.name}", "Frame", each.embed) for each in shared.pictures)
    return _part("Embed", _FRAME, _each(shared, fields), _field("script", "Script", shared.script))


def _taken(shared: Share) -> Markup | None:
    if not shared.pictures:
        return None
    lists = (
        join(_copies(each), tag("ul", (tag("li", _file(file)) for file in each.files), class_="files"))
        for each in shared.pictures
    )
    return _part("Download", None if shared.prints else _UNPRINTED, _each(shared, lists))


def _copies(picture: Taken) -> Markup | None:
    """Return the act to copy the picture itself, for what takes pictures from the clipboard."""
    if not picture.image:
        return None
    return tag("button", "Copy the picture", type="button", class_="button", data_takes_picture=picture.image)


def _file(file: File) -> Markup:
    return tag("a", tag("b", file.name), tag("span", file.about), href=file.address, download=True)


def _part(title: str, about: str | None, *content: Content) -> Markup:
    return tag("section", tag("h3", title), tag("p", about) if about else None, content)


def _field(name: str, label: str, text: str, rows: int = 1) -> Markup:
    """Return a text to copy; it can be selected where a browser lets no script copy."""
    name = f"share-{name}"
    area = tag("textarea", text, id=name, rows=rows, readonly=True, spellcheck="false")
    copy = tag("button", "Copy", type="button", class_="button", data_takes=name, aria_label=f"Copy: {label}")
    return tag("div", tag("label", label, for_=name), area, copy, class_="field")
