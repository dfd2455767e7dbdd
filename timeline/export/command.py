"""The command: python -m timeline export, a picture into files, or a folder that any web host serves."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from timeline.dataset import DataError, Dataset, load
from timeline.export import site
from timeline.export.asking import asked
from timeline.export.order import DENSITY, HEIGHT, WIDTH, Order
from timeline.export.problems import PressError
from timeline.export.telling import scenes
from timeline.export.workshop import FORMATS, Workshop
from timeline.gallery import PICTURES
from timeline.story import stories, story

_LEAST, _MOST = (320, 240), (3840, 2160)
"""Width and height in px of the smallest and the largest picture."""
_ENDINGS = ", ".join(FORMATS)


class Size(click.ParamType[tuple[int, int]]):
    """A size in px, written 1600x900."""

    name = "WxH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return width and height; fail and say what is allowed."""
        found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", str(value))
        size = (int(found[1]), int(found[2])) if found else (0, 0)
        if not all(least <= n <= most for least, n, most in zip(_LEAST, size, _MOST, strict=True)):
            allowed = " to ".join("x".join(map(str, end)) for end in (_LEAST, _MOST))
            self.fail(f"{value!r} is no size from {allowed}, like {WIDTH}x{HEIGHT}", param, ctx)
        return size


@click.command(help=f"Write a picture into FILES; the ending of each says as what: {_ENDINGS}.")
@click.argument("files", nargs=-1, metavar="FILES", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--picture", type=click.Choice(list(PICTURES)), default="timeline", show_default=True)
@click.option("--query", default="", help="What to show, as in the page's address: 'season=4&scale=story'.")
@click.option(
    "--data", envvar="DATA", default="data/for-all-mankind", show_default=True, metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
)  # fmt: skip
@click.option("--size", type=Size(), default=f"{WIDTH}x{HEIGHT}", show_default=True, help="In px.")
@click.option(
    "--density",
    type=click.IntRange(1, 3),
    default=DENSITY,
    show_default=True,
    help="Px of a PNG to one of the size.",
)
@click.option("--dark", is_flag=True, help="Light on dark.")
@click.option("--slides", is_flag=True, help="Into a PPTX: one slide of the whole and one a season.")
@click.option(
    "--story", "told", default="", help="Into a PPTX: a story of the data folder, one slide a scene."
)
@click.option("--address", default="", help="Where the page lives, for files that lead to it.")
@click.option("--site", "folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False),
              help="Write a whole folder that any web host serves, instead of FILES.")  # fmt: skip
def export(
    files: tuple[Path, ...], picture: str, query: str, data: Path, size: tuple[int, int], density: int,
    folder: Path | None, address: str, **more: Any,
) -> None:  # fmt: skip
    """Write the files; exit 1 and say why where one cannot be made."""
    _check(files, folder)
    dataset, view, notices = asked(_loaded(data), query)
    for notice in notices:
        click.echo(notice, err=True)
    dark = more["dark"] or view.theme == "dark"
    order = Order(
        dataset, view, PICTURES[picture], *size, density, dark, address.rstrip("/") + "/" if address else ""
    )
    try:
        if folder:
            _write_site(order, folder)
        elif more["told"]:
            _write_story(order, more["told"], files)
        else:
            _write_files(order, files, slides=more["slides"])
    except (PressError, OSError) as error:
        raise click.ClickException(str(error)) from None


def _write_files(order: Order, files: tuple[Path, ...], *, slides: bool) -> None:
    workshop = Workshop()
    try:
        with click.progressbar(files, label="Writing", file=sys.stderr, hidden=len(files) < 2) as bar:
            for file in bar:
                file.write_bytes(workshop.take(order, _form(file), slides=slides))
    finally:
        workshop.close()


def _write_story(order: Order, name: str, files: tuple[Path, ...]) -> None:
    found = story(order.dataset, order.view, name)
    if found is None:
        allowed = ", ".join(each.id for each in stories(order.dataset, order.view)) or "none"
        raise click.UsageError(f"there is no story {name!r}; there are: {allowed}")
    if wrong := [str(file) for file in files if _form(file) != "pptx"]:
        raise click.UsageError(f"{wrong[0]}: a story is a file of slides; it ends in .pptx")
    workshop = Workshop()
    try:
        made = workshop.deck(scenes(order, found))
    finally:
        workshop.close()
    for file in files:
        file.write_bytes(made)


def _write_site(order: Order, folder: Path) -> None:
    with click.progressbar(site.jobs(order), label=f"Writing {folder}", file=sys.stderr) as bar:
        for job in bar:
            site.write(folder, job)


def _check(files: tuple[Path, ...], folder: Path | None) -> None:
    """Fail for what cannot be meant, before anything is read."""
    if bool(files) == bool(folder):
        message = (
            "name the files to write, or a folder with --site" if not folder else "--site takes no FILES"
        )
        raise click.UsageError(message)
    for file in files:
        if _form(file) not in FORMATS:
            message = f"{file}: a file ends in one of {_ENDINGS}, and this one in {file.suffix or 'nothing'}"
            raise click.UsageError(message)


def _form(file: Path) -> str:
    return file.suffix.lower().removeprefix(".")


def _loaded(folder: Path) -> Dataset:
    try:
        return load(folder)
    except DataError as error:
        raise click.ClickException(str(error)) from None
