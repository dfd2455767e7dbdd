"""The command line: python -m timeline check, coverage, layout, measures or serve DIR, export FILES."""

from __future__ import annotations

from pathlib import Path

import click

from timeline import coverage as counting
from timeline import dataset, marked, story
from timeline.comparison import takeaway
from timeline.dataset import package, rows


class _Commands(click.Group):
    """The commands; `export` is read when it is asked for: it knows how to draw, and `check` need not."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all."""
        return sorted([*super().list_commands(ctx), "export"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name != "export":
            return super().get_command(ctx, cmd_name)
        from timeline.export import command  # noqa: PLC0415 - as above

        return command.export


@click.group(cls=_Commands, help="An interactive timeline of an alternate history.")
def main() -> None:
    """Gather the commands."""


@main.command(help="Check the data folder DIR and name every problem at once.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def check(folder: Path) -> None:
    """Print each problem on a line of stderr and exit 1, or say on stdout what was read."""
    read = loaded(folder)
    click.echo(f"{read.name}: {summary(read)}; no problems")
    if read.outdated:
        click.echo(f"{rows.FILE} is of other events: python -m timeline layout {folder} --write renews it")


@main.command(help="Count the events of the data folder DIR by season and decade, as a Markdown table.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Put the table into the folder's README.md instead.")
def coverage(folder: Path, write: bool) -> None:
    """Print the table, or put it between the marks of the README; exit 1 where these do not stand."""
    _told(folder, "coverage", counting.table(loaded(folder)), write=write)


@main.command(help="Define the measures by which the data folder DIR is compared, as Markdown tables.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Put the tables into the folder's README.md instead.")
def measures(folder: Path, write: bool) -> None:
    """Print the definitions, or put them between the marks of the README, as `coverage` does."""
    _told(folder, "measures", takeaway.definitions(loaded(folder)), write=write)


def _told(folder: Path, name: str, passage: str, *, write: bool) -> None:
    """Print a passage, or put it between its marks in the folder's README."""
    if not write:
        click.echo(passage)
        return
    try:
        (folder / package.README).write_text(marked.into(package.readme(folder), name, passage), "utf-8")
    except (OSError, ValueError) as error:
        click.echo(f"{package.README}: {error}", err=True)
        raise SystemExit(1) from None


@main.command(help="Search the rows of the picture of causes of the data folder DIR; it takes a minute.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help=f"Keep them in the folder's {rows.FILE}.")
def layout(folder: Path, write: bool) -> None:
    """Print what a folder may keep, or write it there; exit 1 where that is not allowed."""
    from timeline.butterflies.layout import searched  # noqa: PLC0415 - as below

    read = loaded(folder)
    kept = read.keeping(searched(read))
    if not write:
        click.echo(kept, nl=False)
        return
    try:
        (folder / rows.FILE).write_text(kept, "utf-8")
    except OSError as error:
        click.echo(f"{rows.FILE}: {error}", err=True)
        raise SystemExit(1) from None


@main.command(help="Serve the data folder DIR.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8050, show_default=True)
def serve(folder: Path, host: str, port: int) -> None:
    """Serve until Ctrl+C; a folder with problems is not served, and exits 1."""
    from timeline import web  # noqa: PLC0415 - `check` has no need of a web server, and starts in a third of the time

    web.create_app(loaded(folder)).run(host=host, port=str(port))


def loaded(folder: Path) -> dataset.Dataset:
    """Return a data folder; print the problems of one that has any on stderr, and exit 1."""
    try:
        read = dataset.load(folder)
        if problems := story.problems(read):
            raise dataset.DataError(problems)
    except dataset.DataError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    return read


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
    "our_spans": "real span",
    "sources": "source",
    "questions": "question",
    "unknowns": "open question",
    "stories": "story",
    "scenes": "scene",
}
"""What one row of each table is called."""


def summary(read: dataset.Dataset) -> str:
    """Say how many rows each table has: '449 events, 6 seasons, 131 people'; empty tables go unsaid."""
    plurals = {"person": "people", "story": "stories"}
    counts = {one: len(getattr(read, table)) for table, one in _COUNTED.items()}
    return ", ".join(
        f"{count:,} {one if count == 1 else plurals.get(one, one + 's')}"
        for one, count in counts.items()
        if count
    )


if __name__ == "__main__":
    main(prog_name="python -m timeline")
