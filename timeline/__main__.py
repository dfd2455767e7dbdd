"""The command line: python -m timeline check DIR, python -m timeline serve DIR."""

from __future__ import annotations

from pathlib import Path

import click

from timeline import dataset


@click.group(help="An interactive timeline of an alternate history.")
def main() -> None:
    """Gather the commands."""


@main.command(help="Check the data folder DIR and name every problem at once.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def check(folder: Path) -> None:
    """Print each problem on a line of stderr and exit 1, or say on stdout what was read."""
    try:
        read = dataset.load(folder)
    except dataset.DataError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    click.echo(f"{read.name}: {summary(read)}; no problems")


@main.command(help="Serve the data folder DIR.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8050, show_default=True)
def serve(folder: Path, host: str, port: int) -> None:
    """Serve until Ctrl+C; a folder with problems is not served, and exits 1."""
    from timeline import web  # noqa: PLC0415 - `check` has no need of a web server, and starts in a third of the time

    try:
        app = web.create_app(dataset.load(folder))
    except dataset.DataError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    app.run(host=host, port=str(port))


_COUNTED = {
    "events": "event",
    "seasons": "season",
    "episodes": "episode",
    "jumps": "jump",
    "people": "person",
    "roles": "role",
    "places": "place",
    "organisations": "organisation",
    "missions": "mission",
    "our_history": "real event",
    "sources": "source",
    "questions": "question",
    "unknowns": "open question",
}
"""What one row of each table is called."""


def summary(read: dataset.Dataset) -> str:
    """Say how many rows each table has: '449 events, 6 seasons, 131 people'; empty tables go unsaid."""
    plurals = {"person": "people"}
    counts = {one: len(getattr(read, table)) for table, one in _COUNTED.items()}
    return ", ".join(
        f"{count:,} {one if count == 1 else plurals.get(one, one + 's')}"
        for one, count in counts.items()
        if count
    )


if __name__ == "__main__":
    main(prog_name="python -m timeline")
