"""/chart/<picture>.<form>: a picture of the query, as a figure for scripts or as a file to take away."""

from __future__ import annotations

from functools import partial

from flask import Flask, Response, abort, request

from timeline.dataset import Dataset
from timeline.export import FORMATS, Order, PressError, Workshop
from timeline.export.telling import scenes
from timeline.figures.slide import slide
from timeline.gallery import PICTURES, Picture
from timeline.story import story
from timeline.web.replies import as_json, asked, kept, number
from timeline.web.sharing import site

_WIDTHS, _HEIGHTS, _DENSITIES = (320, 3840), (240, 2160), (1, 3)
"""Least and most of a picture that is asked for by address: in px, and px of a PNG to one of them."""
_USUAL = (1440, 900)
"""Px of a figure for scripts; a file has a slide's, and grows with its picture where `width` stands alone."""
_NAMES, _FORMS = ", ".join(PICTURES), ", ".join(FORMATS)
_DOWNLOADED = ("csv", "pptx")
"""Forms that no browser shows."""
_SANDBOX = (
    "sandbox allow-scripts allow-popups; default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-ancestors 'none'"
)
"""A page that carries its own scripts is none of this site's when it is opened here."""


def register(server: Flask, dataset: Dataset, workshop: Workshop | None = None) -> None:
    """Add the addresses to a server; nothing is drawn, and no browser started, before it is asked for."""
    makes = workshop or Workshop()

    @server.get("/chart/<name>.json")
    def figure(name: str) -> Response:
        reading = asked(dataset)
        width, height = _side("width", _WIDTHS, _USUAL[0]), _side("height", _HEIGHTS, _USUAL[1])
        dark = reading.view.theme == "dark"
        draw = partial(_picture(name).spec, reading.dataset, reading.view, dark=dark, framed=True)
        return as_json(slide(draw, width, height) if reading.view.present else draw(width, height))

    @server.get("/story/<name>.pptx")
    def told(name: str) -> Response:
        reading = asked(dataset)
        found = story(reading.dataset, reading.view, name) or abort(404, "There is no such story.")
        order = Order(
            reading.dataset, reading.view, PICTURES["timeline"], dark=reading.view.theme == "dark",
            address=site.absolute("/"),
        )  # fmt: skip
        try:
            made = makes.deck(scenes(order, found))
        except PressError as error:
            return _refused(error)
        called = f'attachment; filename="{dataset.name}-story-{found.id}.pptx"'
        return kept(Response(made, mimetype=FORMATS["pptx"]), {"Content-Disposition": called})

    @server.get("/chart/<name>.<form>")
    def file(name: str, form: str) -> Response:
        picture = _picture(name)
        if form not in FORMATS:
            abort(404, f"A picture is had as {_FORMS}, not as {form}.")
        order = _order(dataset, picture)
        try:
            made = makes.take(order, form, slides=request.args.get("slides") == "1")
        except PressError as error:
            return _refused(error)
        response = Response(made, mimetype=FORMATS[form])
        return kept(response, _headers(order, form))


def _picture(name: str) -> Picture:
    picture: Picture = PICTURES.get(name) or abort(404, f"There is no picture {name}; there are {_NAMES}.")
    return picture


def _order(dataset: Dataset, picture: Picture) -> Order:
    reading = asked(dataset)
    usual = Order(reading.dataset, reading.view, picture)
    width = _side("width", _WIDTHS, usual.width)
    grows = "width" in request.args
    height = _side("height", _HEIGHTS, 0 if grows else usual.height)
    density = number("density", *_DENSITIES, round(usual.density))
    dark = reading.view.theme == "dark"
    return Order(reading.dataset, reading.view, picture, width, height, density, dark, site.absolute("/"))


def _side(name: str, ends: tuple[int, int], usual: int) -> int:
    return number(name, *ends, usual)


def _headers(order: Order, form: str) -> dict[str, str]:
    """Return how a file is called, and what it may do here."""
    shown = "inline" if form not in _DOWNLOADED and request.args.get("download") != "1" else "attachment"
    headers = {"Content-Disposition": f'{shown}; filename="{order.filename(form)}"'}
    return {**headers, "Content-Security-Policy": _SANDBOX} if form == "html" else headers


def _refused(error: PressError) -> Response:
    """Return one sentence on why there is no file now, and when there may be."""
    response = Response(f"{error}\n", 503, mimetype="text/plain")
    if error.wait:
        response.headers["Retry-After"] = str(error.wait)
    response.headers["Cache-Control"] = "no-store"
    return response
