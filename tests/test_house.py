"""The house rules that no linter knows: who may import whom, who reads files, what a repository may say."""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import ROOT

# A module may import those that stand before it. A package counts by its own name, as one module, unless
# its modules stand here themselves.
LAYERS = [
    *("dates", "schema", "dataset.positions", "dataset.problems", "dataset.descriptor", "dataset.histories"),
    *("dataset.rows", "dataset.package", "dataset.cells", "dataset.references", "dataset.chronology"),
    *("dataset.lives", "dataset.assembly", "dataset.disguise", "dataset.watched", "dataset"),  # the facts
    *("wording", "scene", "gate", "view", "query", "grouping", "aging", "shifts", "shorthand", "records"),
    *("card", "coverage", "marked", "life", "moment", "comparison", "histories", "world", "butterflies"),
    *("description", "fonts", "lettering", "butterflies.layout"),  # the answers, and how wide words are
    *("scales", "ticks", "packing", "lanes", "theme", "figures", "gallery", "story"),
    *("markup", "export"),  # the pictures
    *("web", "app", "__main__", "gunicorn.conf"),  # the pages
]

# Libraries that a few modules know, so that the others never need to.
KNOWN_BY = {
    "dash": {"web"},
    "dash_ag_grid": {"web"},
    "flask": {"web"},
    "plotly": {"theme", "figures", "export"},
    "kaleido": {"export"},
    "choreographer": {"export"},
    "pptx": {"export"},
    "fontTools": {"fonts", "export"},
    "edtf": {"dates"},
    "networkx": {"butterflies"},
    "pandera": {"dataset.cells"},
}

# Calls that read a file, by their last name: a folder of data is read in one place, a face in another.
READS = re.compile(r"open|read_\w+|DictReader|loadtxt|genfromtxt|fromfile")
READERS = {"dataset.package", "fonts"}

PATHS = sorted(path for top in ("timeline", "tests") for path in (ROOT / top).rglob("*.py"))
PATHS += sorted(ROOT.glob("*.py"))
ASSETS = sorted(path for kind in ("*.js", "*.css") for path in (ROOT / "assets").rglob(kind))
PROGRAM = [path for path in PATHS if not path.is_relative_to(ROOT / "tests")]
TEXT = {"", ".cfg", ".css", ".csv", ".html", ".js", ".json", ".lock", ".md", ".py", ".svg", ".toml", ".txt"}

# Written so that they do not find themselves.
FOREIGN = {
    "a registry's address": r"(pypi|pythonhosted|npmjs|deb[.]debian)[.]org|index[-]url|find[-]links",
    "a path of one machine": r"(?<![\w.:/~-])/(work|root|home|Users|opt|tmp|mnt)/\w",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """Return the name that stands in LAYERS: timeline/web/shell.py is "web"."""
    if path.parent == ROOT:
        return path.stem
    return layer(
        ".".join(path.relative_to(ROOT / "timeline").with_suffix("").parts).removesuffix(".__init__")
    )


def layer(name: str) -> str:
    """Return the name in LAYERS of a module in `timeline`: its own, or its package's."""
    return name if name in LAYERS else name.split(".", maxsplit=1)[0]


def imports_of(path: Path) -> Iterator[str]:
    """Yield each module imported anywhere in a file, by its full name, in functions and for types too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: write the whole name of what you import"
            module = node.module or ""
            named = [f"{module}.{alias.name}" for alias in node.names]
            inner = module == "timeline" or any(name.removeprefix("timeline.") in LAYERS for name in named)
            yield from named if inner else [module]


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of each file that somebody wrote: no caches, no environment, nothing binary."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [each for each in folders if each == ".ci" or not each.startswith((".", "__"))]
        for path in (Path(folder) / file for file in files):
            if path.suffix in TEXT and path.name != ".git":  # in a second worktree, git's own file
                yield name_of(path), path.read_text("utf-8")


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    module = module_of(path)
    if module == "__init__":
        allowed = {
            "dataset",
            "view",
            "figures",
        }  # what a notebook asks for
    else:
        assert module in LAYERS, f"{name_of(path)}: give {module!r} its place in LAYERS"
        allowed = {*LAYERS[: LAYERS.index(module)], module}
    for name in imports_of(path):
        if name.startswith("timeline."):
            imported = layer(name.removeprefix("timeline."))
            assert imported in allowed, f"{name_of(path)} imports {name}, which stands above {module}"
        assert name.split(".")[0] not in {"app", "tests"}, f"{name_of(path)} imports {name}"


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_a_library_is_known_by_few(path: Path) -> None:
    module = module_of(path)
    for name in imports_of(path):
        knowing = KNOWN_BY.get(name.split(".")[0], {module})
        assert module in knowing, f"{name_of(path)} imports {name}; only {sorted(knowing)} may"


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_only_the_dataset_reads_files(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and module_of(path) not in READERS:
            call = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert not READS.fullmatch(call), f"{name_of(path)}:{node.lineno}: {call}() reads a file"


@pytest.mark.parametrize("path", PATHS + ASSETS, ids=name_of)
def test_a_module_is_one_short_noun(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= 300, f"{name_of(path)} has {lines} lines: is there a second noun in it?"
    assert not re.search(r"(util|helper|common|misc)", path.stem), f"{name_of(path)}: what is it about?"


@pytest.mark.parametrize("path", PROGRAM, ids=name_of)
def test_a_frame_says_what_is_in_it(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Name | ast.arg):
            name = node.id if isinstance(node, ast.Name) else node.arg
            assert name != "df", f"{name_of(path)}:{node.lineno}: `df` says nothing, `events` would"


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_says_where_it_was_made(what: str) -> None:
    for name, text in texts():
        for number, line in enumerate(text.splitlines(), start=1):
            found = re.search(FOREIGN[what], line)
            assert found is None, f"{name}:{number}: {found[0]} is {what}"


def test_the_lock_pins_versions_and_says_no_address() -> None:
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w '.<>=!]+)?|\s*#.*")
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        assert pin.fullmatch(line), f"requirements.lock: {line!r}"


def test_the_licence_of_each_data_set_is_told_at_the_top() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    for package in (ROOT / "data").glob("*/datapackage.json"):
        for each in json.loads(package.read_text("utf-8"))["licenses"]:
            assert each["name"] in licence, f"{name_of(package)} says {each['name']}, LICENSE does not"


def test_the_readme_opens_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    first = readme.split("```")[1]
    assert re.findall(r"(?m)^make \w+", first) == ["make run", "make test"]
    assert readme[: readme.index(first)].count("\n") <= 12, "the two commands stand too far down"


def test_every_command_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    for target in re.findall(r"(?m)(?:`|^)make (\w+)", readme):
        assert f"\n{target}:" in makefile, f"README says `make {target}`, the Makefile does not"
